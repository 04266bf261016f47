/* SPDX-License-Identifier: MIT */
/*
 * template.h - Mustache, the frame around what a plugin writes.
 *
 * All required modules of the Mustache specification (https://github.com/mustache/spec, v1.4):
 * interpolation, sections, inverted sections, comments, partials and delimiters, with standalone
 * lines and indentation.  Lambdas, inheritance and dynamic names are not part of it.
 *
 * DATA is a small tree of values that the plugin builds: maps, lists, texts, flags and blocks.  A
 * block is a function that writes straight into the output, so that {{{table}}} costs nothing
 * beside writing the table.  A text is false in a section when it is empty, a list when it has no
 * items; zero is an ordinary text.  Texts and names are borrowed: they must live as long as the tree.
 *
 * STRICTER THAN THE SPECIFICATION, because a misspelt name must not vanish from a client's page:
 * a name that no map on the way out knows is an error naming the nearest one, so a plugin sets
 * every name it documents, absent ones as "" or false; an unknown partial is an error; a block
 * in an escaped tag is an error, since its markup would be shown as words; a text in an unescaped
 * tag is a warning, since that lets data become markup.  `is_lenient` turns all four off and gives
 * exactly the specification.
 *
 * ERRORS are reported through job->diag() with MR_AT_RESOURCE, line and column from 1 (columns in
 * characters) of the place in the template, once per call: the first error ends it.
 *
 * LIMITS: sections and partials nest 64 deep, a template or partial has at most 64 MB, and a call
 * executes at most 4,000,000 tags; beyond each is an error.
 */
#ifndef MESHREPORT_COMMON_TEMPLATE_H
#define MESHREPORT_COMMON_TEMPLATE_H

#include "common/write/out.h"

#include <meshreport/plugin.h>

struct template_value;

/* The memory of one tree; zero-initialised storage is an empty one. */
struct template_data {
	struct template_chunk *chunks;
	bool failed; /* memory ran out: template_render() says so */
};

void template_data_release(struct template_data *data);

/* Values.  None is null: when memory runs out they are a shared empty one and `failed` is set. */
struct template_value *template_map(struct template_data *data);
struct template_value *template_list(struct template_data *data);
struct template_value *template_text(struct template_data *data, const char *text);
struct template_value *template_number(struct template_data *data, uint64_t number);
struct template_value *template_flag(struct template_data *data, bool flag);
/* `write(context, out)` writes the block's finished markup. */
struct template_value *template_block(struct template_data *data,
				      void (*write)(const void *context, struct out *out),
				      const void *context);

/* Members of maps (a name set twice keeps its last value) and items of lists, in order. */
void template_set(struct template_data *data, struct template_value *map, const char *name,
		  struct template_value *value);
void template_push(struct template_data *data, struct template_value *list,
		   struct template_value *value);

/* The common case: map[name] = text. */
static inline void template_set_text(struct template_data *data, struct template_value *map,
				     const char *name, const char *text)
{
	template_set(data, map, name, template_text(data, text));
}

struct template_call {
	struct mr_job *job; /* resource() for {{> partials}}, diag() for messages */
	const char *name; /* of the template, for messages */
	struct mr_bytes text;
	const struct template_data *data;
	const struct template_value *root; /* a map */
	/* The format's escaping, for {{name}}. */
	void (*escape)(struct out *out, const char *text, size_t n);
	/*
	 * The block that shows the data, or null: a template that never writes it gets a warning, since all that
	 * it frames is its own words.
	 */
	const char *essential;
	bool is_lenient; /* as the specification: what is unknown is empty */
};

/* Writes the template with its data; 0, or -1 after an error was reported. */
int template_render(const struct template_call *call, struct out *out);

#endif
