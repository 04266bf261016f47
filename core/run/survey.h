/* SPDX-License-Identifier: MIT */
/*
 * survey - what all the formats there are say of themselves: for lists, and for messages that name the format
 * which would have been right.  All plugins are opened for it, each in its child.
 */
#ifndef MESHREPORT_CORE_SURVEY_H
#define MESHREPORT_CORE_SURVEY_H

#include "run/run.h"

/* Asks every plugin that was found; a job of `out` each, by name.  0, or -1 after refused memory was reported. */
int survey_all(struct run *run, struct group *out);

/* The same, and what each finds on this machine: its messages. */
int survey_examine(struct run *run, struct group *out);

/* ".html, .pdf, .tex": what can be written, each suffix once. */
void survey_put_suffixes(struct buf *out, const struct group *survey);

/* "pdf, png": the formats with such an option of writing; their number. */
size_t survey_put_having(struct buf *out, const struct group *survey, const char *key,
			 size_t n_key);

/* Whether the format writes files with that suffix: its extension, or one more that it goes by. */
bool survey_has_suffix(const struct message_hello *info, const char *suffix);

/* The format that is called so or writes such files, or null. */
const char *survey_writer(const struct group *survey, const char *suffix);

/* "no plugin was found in A, B": where plugins were looked for. */
void survey_put_folders(struct buf *out, const struct search *found);

#endif
