/* SPDX-License-Identifier: MIT */
#include "common/office/office_package.h"

#include "common/write/library.h"

#include <stdlib.h>
#include <string.h>

/* 1980-01-01 00:00 as DOS writes it (APPNOTE 4.4.6): year - 1980 in bits 9 to 15, month in 5 to 8, day in 0 to 4. */
enum { FIRST_DAY = 1 << 5 | 1, PIECE = 1 << 16 };
/* Bytes of a part from which on deflating it well takes as long as all else: then a lower level does. */
enum { LARGE = 1 << 20 };

/* Reports what libzip says, once. */
static void fail(struct office_package *package, zip_error_t *error)
{
	if (!package->has_failed)
		package->job->diag(package->job, MR_ERROR, NULL,
				   "the document cannot be packed: %s",
				   package->library.zip_error_strerror(error));
	package->has_failed = true;
}

void office_package_open(struct office_package *package, struct mr_job *job, const void *bytes,
			 size_t n)
{
	char why[LIBRARY_WHY];
	zip_error_t error;
	void *copy = n > 0 ? malloc(n) : NULL;

	/* libzip 1.7 frees what it writes over, whether it was told to or not */
	if (copy)
		memcpy(copy, bytes, n);
	*package = (struct office_package){.job = job};
	if (office_library_open_zip(&package->library) != 0) {
		job->diag(job, MR_ERROR, NULL, "libzip, which packs this format, %s",
			  library_problem("libzip4", why));
		package->has_failed = true;
		free(copy);
		return;
	}
	package->library.zip_error_init(&error);
	package->source = package->library.zip_source_buffer_create(copy, n, 1, &error);
	if (package->source)
		package->zip = package->library.zip_open_from_source(
			package->source, n > 0 ? 0 : ZIP_CREATE | ZIP_TRUNCATE, &error);
	if (package->zip)
		package->library.zip_source_keep(
			package->source); /* zip_close() gives its own hold away */
	else
		fail(package, &error);
	package->library.zip_error_fini(&error);
}

void office_package_put(struct office_package *package, const char *name, const void *bytes,
			size_t n, bool is_stored)
{
	zip_source_t *source;
	zip_int64_t at;

	if (package->has_failed)
		return;
	at = package->library.zip_name_locate(package->zip, name, 0);
	if (at >= 0)
		package->library.zip_delete(package->zip, (zip_uint64_t)at);
	source = package->library.zip_source_buffer(package->zip, bytes, n, 0);
	at = source ? package->library.zip_file_add(package->zip, name, source, ZIP_FL_ENC_UTF_8)
		    : -1;
	if (at < 0) {
		package->library.zip_source_free(source);
		fail(package, package->library.zip_get_error(package->zip));
		return;
	}
	if (package->library.zip_file_set_dostime(package->zip, (zip_uint64_t)at, 0, FIRST_DAY,
						  0) != 0 ||
	    package->library.zip_set_file_compression(package->zip, (zip_uint64_t)at,
						      is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
						      n > LARGE ? 2 : 0) != 0)
		fail(package, package->library.zip_get_error(package->zip));
}

static void hand_over(struct office_package *package, struct mr_sink *sink)
{
	char *piece = malloc(PIECE);
	zip_int64_t n = -1;

	if (piece && package->library.zip_source_open(package->source) == 0) {
		while ((n = package->library.zip_source_read(package->source, piece, PIECE)) > 0)
			sink->write(sink, piece, (size_t)n);
		package->library.zip_source_close(package->source);
	}
	if (n < 0)
		fail(package, package->library.zip_source_error(package->source));
	free(piece);
}

int office_package_write(struct office_package *package, struct mr_sink *sink)
{
	if (!package->has_failed && package->library.zip_close(package->zip) != 0)
		fail(package, package->library.zip_get_error(package->zip));
	else if (!package->has_failed)
		package->zip = NULL;
	if (!package->has_failed)
		hand_over(package, sink);
	office_package_release(package);
	return package->has_failed ? -1 : 0;
}

void office_package_release(struct office_package *package)
{
	if (package->zip)
		package->library.zip_discard(package->zip);
	if (package->source)
		package->library.zip_source_free(package->source);
	package->zip = NULL;
	package->source = NULL;
}
