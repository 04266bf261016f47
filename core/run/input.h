/* SPDX-License-Identifier: MIT */
/*
 * input - the data of a run: a dataset in YAML, or a file of other people's that a plugin reads and the
 * interpreter makes a dataset of; and what was selected of it.
 */
#ifndef MESHREPORT_CORE_INPUT_H
#define MESHREPORT_CORE_INPUT_H

#include "canon/canon.h"
#include "rank/ranking.h"
#include "read/doubts.h"
#include "read/grid.h"
#include "run/run.h"
#include "view/matrix.h"

struct input {
	struct dataset set;
	struct matrix *matrix; /* null until input_select() */
	struct ranking *ranking; /* of the matrix; null without one */
	const char *shown; /* the file in messages */
	bool is_read; /* by a plugin: grids and doubts are of it */
	struct grid_file grids;
	struct doubts doubts;
};

/* Each RUN_DONE, or another exit code after errors; input_release() takes either. */
int input_load(struct run *run, struct input *input);
/* For who shows nothing: the bytes of a dataset are not kept, and the process stays as small as it can. */
int input_load_lean(struct run *run, struct input *input);
int input_select(struct run *run, struct input *input);
/* The older edition that --since names; --from is for it only where it is standard input. */
int input_load_old(struct run *run, struct input *input);

/* The grids of the file alone, for --list-tables. */
int input_read(struct run *run, struct input *input);

void input_release(struct input *input);

/* What the user asked for; the command of reading lives in the run's arena. */
struct select_request input_request(struct run *run, const struct input *input);

/*
 * What was doubted, as comments of the canonical YAML, in the run's arena; none for a dataset in YAML, and
 * when memory was refused.
 */
struct canon input_canon(struct run *run, const struct input *input);

#endif
