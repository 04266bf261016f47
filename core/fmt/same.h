/* SPDX-License-Identifier: MIT */
/*
 * same - whether two layouts are of one document.
 *
 * They are when their bytes agree but for white space and quotes, and their lexemes do: kinds, values of
 * texts, the collections that begin and end with them, the comments before each.
 */
#ifndef MESHREPORT_CORE_SAME_H
#define MESHREPORT_CORE_SAME_H

#include <stdbool.h>
#include <stddef.h>

enum same { SAME_YES, SAME_NO, SAME_NO_MEMORY };

/* UTF-8 without byte order marks. */
enum same same_document(const char *a, size_t n_a, const char *b, size_t n_b);

#endif
