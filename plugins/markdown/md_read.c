/* SPDX-License-Identifier: MIT */
#include "markdown/md_read.h"

#include "common/read/letters.h"
#include "markdown/md_html.h"
#include "markdown/md_limits.h"
#include "markdown/md_page.h"
#include "markdown/md_source.h"
#include "markdown/md_table.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

static bool is_type(cmark_node *node, const char *name)
{
	return strcmp(cmark_node_get_type_string(node), name) == 0;
}

/* ------------------------------------------------------------------ blocks of words */

static uint32_t list_depth(cmark_node *node)
{
	uint32_t depth = 0;

	for (; node; node = cmark_node_parent(node))
		depth += cmark_node_get_type(node) == CMARK_NODE_LIST;
	return depth;
}

/* "Title {#id}" and "Title {: .wide}": what programs of sites take for attributes. */
static void take_attributes(struct out *out)
{
	const char *open = strrchr(out_at(out), '{');

	if (open && open > out->at && open[-1] == ' ' && open[1] && strchr("#.:", open[1]) &&
	    out->at[out->n - 1] == '}')
		out->n = (size_t)(open - out->at);
}

static void put_words(struct md_page *page, cmark_node *node, struct mr_block *block)
{
	out_clear(&page->text);
	if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK)
		letters_code(&page->text, cmark_node_get_literal(node),
			     strlen(cmark_node_get_literal(node)));
	else
		md_words_put(&page->text, node, &page->notes);
	if (block->kind == MR_BLOCK_HEADING)
		take_attributes(&page->text);
	letters_trim(&page->text, 0);
	block->text = out_at(&page->text);
	block->place = lines_place(
		&page->lines, lines_offset(&page->lines, (size_t)cmark_node_get_start_line(node),
					   (size_t)cmark_node_get_start_column(node)));
	if (block->text[0])
		page->source->block(page->source, block);
}

/* Nine digits, a full stop and a NUL fit. */
enum { MARKER_MAX = 12 };

/* The marker of an item as the file has it: "*", "-", "1." (CommonMark 0.30, 5.2); "" where another line has it. */
static void copy_marker(char out[MARKER_MAX], const struct md_page *page, cmark_node *item)
{
	size_t n, length = 0, at = (size_t)cmark_node_get_start_column(item);
	const char *line = lines_at(&page->lines, (size_t)cmark_node_get_start_line(item), &n);

	while (at > 0 && at <= n && length < MARKER_MAX - 1 && !strchr(" \t", line[at - 1]))
		out[length++] = line[at++ - 1];
	out[length] = '\0';
	if (length > 1 && !strchr(".)", out[length - 1]))
		out[0] = '\0';
}

static void put_paragraph(struct md_page *page, cmark_node *node)
{
	struct mr_block block = {.kind = MR_BLOCK_TEXT};
	cmark_node *parent = cmark_node_parent(node);
	char marker[MARKER_MAX];

	if (parent && cmark_node_get_type(parent) == CMARK_NODE_ITEM &&
	    !cmark_node_previous(node)) {
		block.kind = MR_BLOCK_ITEM;
		block.level = list_depth(node);
		copy_marker(marker, page, parent);
		block.label = marker;
	}
	put_words(page, node, &block);
}

static void put_note(struct md_page *page, cmark_node *node)
{
	struct mr_block block = {.kind = MR_BLOCK_NOTE};

	if (page->n_notes < page->notes.n)
		block.label = page->notes.labels[page->n_notes++];
	put_words(page, node, &block);
}

/* True when all of the node was read here, so that its children are not looked at. */
static bool put_block(struct md_page *page, cmark_node *node)
{
	struct mr_block block = {.kind = MR_BLOCK_HEADING};
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_HEADING) {
		block.level = (uint32_t)cmark_node_get_heading_level(node);
		put_words(page, node, &block);
	} else if (type == CMARK_NODE_PARAGRAPH) {
		put_paragraph(page, node);
	} else if (type == CMARK_NODE_CODE_BLOCK) {
		block.kind = MR_BLOCK_TEXT;
		put_words(page, node, &block);
	} else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
		/* they stand at the end, in the order of notes.labels */
		put_note(page, node);
	} else if (type == CMARK_NODE_HTML_BLOCK) {
		page->html_end = md_html_put(page, node);
	} else if (is_type(node, "table")) {
		md_table_put(page, node);
	} else {
		return false;
	}
	return true;
}

static void walk(struct md_page *page, cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE && !page->source->failed &&
	       !page->has_failed) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (event != CMARK_EVENT_ENTER || node == document)
			continue;
		/* the references that md_source added; notes stand behind them */
		if ((size_t)cmark_node_get_start_line(node) > page->lines.n) {
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
			continue;
		}
		if (page->html_end) {
			if (node == page->html_end)
				page->html_end = NULL;
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
			continue;
		}
		if (put_block(page, node))
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
	}
	cmark_iter_free(iter);
}

/* ------------------------------------------------------------------ the page */

static int parse(struct md_page *page)
{
	cmark_parser *parser;
	cmark_node *document;
	int status;

	cmark_gfm_core_extensions_ensure_registered();
	parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
	cmark_parser_feed(parser, page->markdown.at, page->markdown.n);
	document = cmark_parser_finish(parser);
	status = md_words_notes_init(&page->notes, document, &page->lines);
	if (status == 0)
		walk(page, document);
	else
		page->source->diag(page->source, MR_ERROR, NULL, "out of memory");
	md_words_notes_release(&page->notes);
	cmark_node_free(document);
	cmark_parser_free(parser);
	return status == 0 && !page->has_failed ? 0 : -1;
}

int md_read(struct mr_source *source)
{
	struct md_page page = {.source = source};
	int status = -1;

	out_to_memory(&page.markdown, 0);
	out_to_memory(&page.text, 0);
	if (lines_init(&page.lines, source->bytes.at, source->bytes.n) != 0)
		source->diag(source, MR_ERROR, NULL, "out of memory");
	else if (md_limits_check(source, &page.lines) != 0)
		;
	else if (md_source_make(source, &page.lines, &page.markdown) != 0)
		source->diag(source, MR_ERROR, NULL, "out of memory");
	else
		status = parse(&page);
	out_release(&page.text);
	out_release(&page.markdown);
	lines_release(&page.lines);
	return status;
}

/* A row of dashes and bars is likely Markdown; a heading or a list may be. */
int md_read_sniff(const struct mr_bytes *head)
{
	const char *at = head->at, *end = at + head->n;
	int found = 0;

	if (head->n == 0 || memchr(at, '\0', head->n))
		return 0;
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t n = (size_t)((stop ? stop : end) - at);
		size_t dashes = 0, bars = 0, others = 0;

		for (size_t i = 0; i < n; i++) {
			dashes += at[i] == '-';
			bars += at[i] == '|';
			others += !strchr("-|: \t\r", at[i]);
		}
		if (others == 0 && dashes >= 3 && bars >= 1)
			return 2;
		if (n > 2 && at[0] == '#' && strchr("# ", at[1]))
			found = 1;
		at = stop ? stop + 1 : end;
	}
	return found;
}
