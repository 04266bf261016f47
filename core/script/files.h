/* SPDX-License-Identifier: MIT */
/*
 * files - what a script that writes several files answers: JSON Lines, one object for each file, whole.
 *
 *     {"file": "", "text": "# Two meshes\n..."}
 *     {"file": "chart", "suffix": "svg", "text": "<svg ..."}
 *     {"file": "logo-istio", "suffix": "png", "base64": "iVBORw0KGgo..."}
 *
 * "file" is "" for the document itself and a name for what lies beside it, as mr_job.open and mr_files_1.open have them;
 * whoever takes a file vets both.  Keys that begin with "x-" are passed over.
 */
#ifndef MESHREPORT_CORE_FILES_H
#define MESHREPORT_CORE_FILES_H

#include <stddef.h>

#include <meshreport/plugin.h>

#include "base/arena.h"

enum { FILES_LINE_MAX = 256 * 1024 * 1024, FILES_WHY = 512 };

struct files_one {
	const char *part, *suffix; /* "" where none is said */
	struct mr_bytes bytes;
};

/* Of one line; `out` lies in the arena.  0, or -1 with what is wrong: "suffix: it is a number, not a text". */
int files_read(struct arena *arena, const char *line, size_t n, struct files_one *out,
	       char why[FILES_WHY]);

#endif
