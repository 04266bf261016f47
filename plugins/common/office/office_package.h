/* SPDX-License-Identifier: MIT */
/*
 * office_package - the zip archive of an office document (ECMA-376 part 2, annex C), in memory.
 *
 * Every part has the same day, 1980-01-01, the first that zip knows: the same parts give the same bytes.
 *
 * Errors are sticky and told once, by office_package_write().  The bytes of a part are borrowed until then.
 */
#ifndef MESHREPORT_COMMON_OFFICE_PACKAGE_H
#define MESHREPORT_COMMON_OFFICE_PACKAGE_H

#include "common/office/office_library.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>

struct office_package {
	struct mr_job *job;
	struct office_library_zip library;
	zip_t *zip;
	zip_source_t *source; /* what the archive is written to */
	bool has_failed;
};

/* An archive that holds what `bytes` hold (one to change), or an empty one for none; they are borrowed. */
void office_package_open(struct office_package *package, struct mr_job *job, const void *bytes,
			 size_t n);

/*
 * Adds a part behind all others; one of that name goes.  What is stored and not deflated can be found in the
 * file without unpacking it: the host looks for its mark near both ends.
 */
void office_package_put(struct office_package *package, const char *name, const void *bytes,
			size_t n, bool is_stored);

/* Writes the archive to the sink and releases it.  0, or -1 after an error was reported. */
int office_package_write(struct office_package *package, struct mr_sink *sink);

/* Gives up; after office_package_write() it does nothing. */
void office_package_release(struct office_package *package);

#endif
