/* SPDX-License-Identifier: MIT */
/*
 * template_parse.h - a Mustache text as a flat array of tokens; for template.c only.
 *
 * Standalone lines are already gone: their blanks and line end are in no token.  Every section
 * knows its end, so rendering needs no search.  Tokens borrow from the text.
 */
#ifndef MESHREPORT_COMMON_TEMPLATE_PARSE_H
#define MESHREPORT_COMMON_TEMPLATE_PARSE_H

#include "common/template/template.h"

#define TEMPLATE_MAX_DEPTH 64

enum token_kind {
	TOKEN_TEXT, /* bytes to copy */
	TOKEN_ESCAPED, /* {{name}} */
	TOKEN_RAW, /* {{{name}}} or {{&name}} */
	TOKEN_SECTION, /* {{#name}}: its inside ends before token `end` */
	TOKEN_INVERTED, /* {{^name}} */
	TOKEN_CLOSE, /* {{/name}} */
	TOKEN_PARTIAL /* {{>name}}: each of its lines begins with `indent` */
};

struct token {
	enum token_kind kind;
	const char *at; /* the text or the name */
	size_t n;
	size_t offset; /* of the tag in its text, for messages */
	size_t end; /* of a section: the index of its TOKEN_CLOSE */
	const char *indent;
	size_t n_indent;
};

/* A text with a name, and the job that hears of its mistakes. */
struct template_source {
	struct mr_job *job;
	const char *name;
	const char *text;
	size_t n;
	size_t n_indent; /* bytes put before each line, to be left out of columns */
};

struct template_program {
	struct token *tokens;
	size_t n_tokens;
	size_t size;
};

/* 0, or -1 after the first mistake was reported. */
int template_parse(const struct template_source *source, struct template_program *out);
void template_program_release(struct template_program *program);

/* Reports at `offset` of the text; the message as printf's. */
void template_report(const struct template_source *source, size_t offset, enum mr_severity severity,
		     const char *format, ...) MR_PRINTF(4, 5);

/* The bytes of a name that a message shows: cut between characters when it is very long. */
int template_shown(const char *name, size_t n);

#endif
