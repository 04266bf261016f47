/* SPDX-License-Identifier: MIT */
/*
 * vet - is a word that came from a plugin or from the command line fit to be used?
 *
 * Whatever a plugin says about itself ends up in messages, file names and help; what does not pass
 * here is refused where it comes in, so nothing further on has to doubt it.
 */
#ifndef MESHREPORT_CORE_VET_H
#define MESHREPORT_CORE_VET_H

#include <stdbool.h>
#include <stddef.h>

enum { VET_NAME_MAX = 40, VET_PART_MAX = 100, VET_SUFFIXES_MAX = 200 };

/* One line: valid UTF-8 of at most `max` bytes without control characters; null is not. */
bool vet_line(const char *text, size_t max);

/* The same of some lines, apart by line feeds. */
bool vet_lines(const char *text, size_t max);

/* Lower case letters, digits and '-', beginning with a letter or digit: a format, an option. */
bool vet_name(const char *text, size_t n);

/* A file name's suffix without its dot: letters, digits, and '.', '+', '-' between them. */
bool vet_extension(const char *text);

/* "md|markdown", each an extension in lower case; "" is none. */
bool vet_suffixes(const char *text);

/* Whether the `n` bytes at `word` are one of "md|markdown"; "" has none. */
bool vet_has_word(const char *words, const char *word, size_t n);

/* What may stand in a file name: letters, digits, '.', '_', '-', not beginning with '.' or '-'. */
bool vet_part(const char *text);

#endif
