/* SPDX-License-Identifier: MIT */
/*
 * propose - what an option's argument may be: formats and their options, ids of the dataset, words of the tables.
 *
 * Whatever cannot be found out is not offered; messages are the caller's to forget.
 */
#ifndef MESHREPORT_CORE_PROPOSE_H
#define MESHREPORT_CORE_PROPOSE_H

#include "complete/offers.h"
#include "run/run.h"

void propose_argument(struct run *run, const struct args_option *option, struct offers *offers);

/* Names of formats; those that write, that read, that have a template. */
enum propose_formats {
	PROPOSE_WRITERS = 1,
	PROPOSE_READERS = 2,
	PROPOSE_DECODERS = 4,
	PROPOSE_ANY = 7,
	PROPOSE_TEMPLATES = 8
};
/* With `after` behind each name. */
void propose_formats(struct run *run, enum propose_formats which, const char *after,
		     struct offers *offers);

#endif
