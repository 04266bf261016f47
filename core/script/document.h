/* SPDX-License-Identifier: MIT */
/*
 * document - the values of a short JSON text (RFC 8259) with the lines they stand in, parsed by yajl.
 *
 * Stricter than the standard where programs differ: a key stands once in an object, no text holds U+0000, and nothing
 * is nested deeper than DOCUMENT_DEPTH.  Everything lies in the caller's arena.
 */
#ifndef MESHREPORT_CORE_DOCUMENT_H
#define MESHREPORT_CORE_DOCUMENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum document_kind {
	DOCUMENT_NULL,
	DOCUMENT_FALSE,
	DOCUMENT_TRUE,
	DOCUMENT_NUMBER,
	DOCUMENT_TEXT,
	DOCUMENT_LIST,
	DOCUMENT_OBJECT
};

struct document_node {
	enum document_kind kind;
	uint32_t line; /* from 1 */
	const char *key; /* of a member of an object, else "" */
	const char *text; /* of a text or number, as it is written; "true", "false"; else "" */
	uint32_t n; /* members */
	struct document_node *first, *next;
};

enum { DOCUMENT_DEPTH = 16, DOCUMENT_WHY = 200 };

/* The root of `n` bytes; null with the line and a sentence in `why`. */
const struct document_node *document_parse(struct arena *arena, const char *text, size_t n,
					   uint32_t *line, char why[DOCUMENT_WHY]);

/* "a text", "a list": what a value is, for messages. */
const char *document_kind_words(enum document_kind kind);

#endif
