/* SPDX-License-Identifier: MIT */
/*
 * home - where the program's own files lie.
 *
 * A program is that of a build when core/include/meshreport/plugin.h lies in the folder above its own (make's build/) or
 * below `sources` beside it, a link that make puts into a build of elsewhere: then plugins are those just built, templates
 * and data those of the sources.  Otherwise they lie where `make install` put them, as seen from the program, so that an
 * installation can be moved as a whole; a program that went alone finds those of the prefix it was built for.  Never the
 * working directory.  The environment is read here and, for what a plugin keeps of it, in confine; nowhere else in the core.
 */
#ifndef MESHREPORT_CORE_HOME_H
#define MESHREPORT_CORE_HOME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"

struct home {
	bool is_build_tree;
	const char *plugins; /* folder of the plugins that came with the program */
	const char *templates; /* folder of folders, one a format */
	const char *dataset; /* the shipped one */
	const char *user_plugins; /* "" where there is no home */
	const char *
		state; /* folder of what is remembered from run to run, "" where there is no home */
	const char *plugin_path; /* MESHREPORT_PLUGIN_PATH, "" when unset */
	const char *temporary; /* TMPDIR, else /tmp */
	bool is_plain; /* NO_COLOR is set and not empty (no-color.org), or TERM is "dumb" */
	uint32_t
		columns; /* COLUMNS (POSIX.1-2008, XBD 8.3), 0 when unset or no number of columns */
	const char *epoch; /* SOURCE_DATE_EPOCH, null when unset */
};

/* Strings live in `arena`.  0, or -1 after refused memory was reported. */
int home_find(struct home *home, struct arena *arena, struct diag *diag);

/*
 * SOURCE_DATE_EPOCH as reproducible-builds.org/specs/source-date-epoch has it: decimal digits and
 * nothing else; here at most the year 9999.
 */
bool home_parse_epoch(const char *text, int64_t *out);

/*
 * Where `way` leads from `folder`, an absolute path: "../lib/x" from "/usr/bin" is "/usr/lib/x".  In `arena`; null when
 * that refuses or the path is longer than PATH_MAX.
 */
const char *home_beside(struct arena *arena, const char *folder, const char *way);

/* Makes an absolute path that of the folder it lies in; "/" lies in itself. */
void home_up(char *path);

#endif
