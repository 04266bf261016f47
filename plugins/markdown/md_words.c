/* SPDX-License-Identifier: MIT */
#include "markdown/md_words.h"

#include "common/read/letters.h"
#include "markdown/md_source.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ------------------------------------------------------------------ notes */

/* "" where the line has none that we see. */
static char *label_of(cmark_node *definition, const struct lines *lines)
{
	size_t n, n_label = 0;
	const char *line = lines_at(lines, (size_t)cmark_node_get_start_line(definition), &n);
	const char *label = md_source_label(line, n, &n_label);
	char *copy = malloc(n_label + 1);

	if (copy && n_label)
		memcpy(copy, label, n_label);
	if (copy)
		copy[n_label] = '\0';
	return copy;
}

int md_words_notes_init(struct md_words_notes *notes, cmark_node *document,
			const struct lines *lines)
{
	size_t n = 0;

	*notes = (struct md_words_notes){0};
	for (cmark_node *at = cmark_node_first_child(document); at; at = cmark_node_next(at))
		n += cmark_node_get_type(at) == CMARK_NODE_FOOTNOTE_DEFINITION;
	notes->labels = calloc(n + 1, sizeof(*notes->labels));
	if (!notes->labels)
		return -1;
	for (cmark_node *at = cmark_node_first_child(document); at; at = cmark_node_next(at)) {
		if (cmark_node_get_type(at) != CMARK_NODE_FOOTNOTE_DEFINITION)
			continue;
		notes->labels[notes->n] = label_of(at, lines);
		if (!notes->labels[notes->n++])
			return -1;
	}
	return 0;
}

void md_words_notes_release(struct md_words_notes *notes)
{
	for (size_t i = 0; i < notes->n; i++)
		free(notes->labels[i]);
	free(notes->labels);
	*notes = (struct md_words_notes){0};
}

static void put_reference(struct out *out, cmark_node *node, const struct md_words_notes *notes)
{
	const char *literal = cmark_node_get_literal(node);
	unsigned long number = literal ? strtoul(literal, NULL, 10) : 0;

	out_string(out, "[^");
	if (number >= 1 && number <= notes->n)
		out_string(out, notes->labels[number - 1]);
	else
		out_string(out, literal ? literal : "");
	out_char(out, ']');
}

/* ------------------------------------------------------------------ words */

/* Comments go; a break is a break however it is written; other tags stay as they are. */
static void put_tag(struct out *out, const char *tag)
{
	if (strncmp(tag, "<!--", 4) == 0)
		return;
	if (strncasecmp(tag, "<br", 3) == 0 && strchr(" />\t\n", tag[3])) {
		letters_break(out);
		return;
	}
	for (; *tag; tag++)
		out_char(out, strchr("\n\r\t", *tag) ? ' ' : *tag);
}

static void put_leaf(struct out *out, cmark_node *node, cmark_node_type type)
{
	const char *literal = cmark_node_get_literal(node);

	if (type == CMARK_NODE_TEXT)
		letters_put(out, literal, strlen(literal));
	else if (type == CMARK_NODE_CODE)
		letters_code(out, literal, strlen(literal));
	else if (type == CMARK_NODE_HTML_INLINE)
		put_tag(out, literal);
	else if (type == CMARK_NODE_LINEBREAK)
		letters_break(out);
	else if (type == CMARK_NODE_SOFTBREAK)
		letters_put(out, " ", 1);
}

/* The title of a picture without alternative words is all that it says. */
static void begin_image(struct out *out, cmark_node *node)
{
	const char *title = cmark_node_get_title(node);

	out_string(out, "![");
	if (!cmark_node_first_child(node) && title)
		letters_put(out, title, strlen(title));
}

static void put_container(struct out *out, cmark_node *node, cmark_node_type type, bool is_entry)
{
	if (type == CMARK_NODE_EMPH)
		out_char(out, '*');
	else if (type == CMARK_NODE_STRONG)
		out_string(out, "**");
	else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
		if (!is_entry)
			letters_address(out, cmark_node_get_url(node));
		else if (type == CMARK_NODE_LINK)
			out_char(out, '[');
		else
			begin_image(out, node);
	}
}

/* A block within a note stands in a line of its own; the cells of a table are parted by blanks. */
static void put_block(struct out *out, cmark_node *node, cmark_node_type type)
{
	const char *literal = cmark_node_get_literal(node);

	if (strcmp(cmark_node_get_type_string(node), "table_cell") == 0)
		letters_put(out, " ", 1);
	else
		letters_break(out);
	if (type == CMARK_NODE_CODE_BLOCK)
		letters_code(out, literal, strlen(literal));
	else if (type == CMARK_NODE_HTML_BLOCK)
		put_tag(out, literal);
}

void md_words_put(struct out *out, cmark_node *node, const struct md_words_notes *notes)
{
	cmark_iter *iter = cmark_iter_new(node);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *at = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(at);

		if (at == node)
			continue;
		if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
		    type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
			put_container(out, at, type, event == CMARK_EVENT_ENTER);
		else if (event != CMARK_EVENT_ENTER)
			continue;
		else if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK)
			put_block(out, at, type);
		else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
			put_reference(out, at, notes);
		else
			put_leaf(out, at, type);
	}
	cmark_iter_free(iter);
}
