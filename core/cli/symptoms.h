/* SPDX-License-Identifier: MIT */
/*
 * symptoms - what a look at the installation found, as words and as JSON.
 *
 * A symptom is about one thing: a folder, a file, a format, a means of the kernel.  Those of one kind stand together.
 */
#ifndef MESHREPORT_CORE_SYMPTOMS_H
#define MESHREPORT_CORE_SYMPTOMS_H

#include <stdbool.h>

#include <meshreport/plugin.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum symptom_kind {
	SYMPTOM_FOLDER, /* of plugins */
	SYMPTOM_FORMAT,
	SYMPTOM_FILE, /* that looks like a plugin, and is none of this run */
	SYMPTOM_TEMPLATE,
	SYMPTOM_FOUND, /* by a format: fonts */
	SYMPTOM_DATASET,
	SYMPTOM_SANDBOX,
	SYMPTOM_N_KINDS
};

enum symptom_state { SYMPTOM_OK, SYMPTOM_NOTE, SYMPTOM_BROKEN };

struct symptom {
	enum symptom_kind kind;
	enum symptom_state state;
	const char *name; /* "" where the path is the name */
	const char *path; /* "" without */
	const char *says;
};

struct symptoms {
	struct arena arena; /* of what they say */
	struct vec all; /* of struct symptom, by kind */
};

#define SYMPTOMS_INIT         \
	{                     \
		{0}, VEC_INIT \
	}

void symptoms_release(struct symptoms *symptoms);

/* Those of one kind one after the other.  `name` and `path` live as long as the symptoms; what it says is copied. */
void symptoms_add(struct symptoms *symptoms, struct symptom about, const char *format, ...)
	MR_PRINTF(3, 4);

bool symptoms_are_broken(const struct symptoms *symptoms);
bool symptoms_have_failed(const struct symptoms *symptoms);

void symptoms_put_text(struct buf *out, const struct symptoms *symptoms);
void symptoms_put_json(struct buf *out, const struct symptoms *symptoms);

#endif
