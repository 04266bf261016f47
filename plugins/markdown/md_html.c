/* SPDX-License-Identifier: MIT */
#include "markdown/md_html.h"

#include "common/read/tree.h"
#include "common/read/tree_walk.h"

#include <string.h>
#include <strings.h>

/* How often a tag occurs: "<table" or "</table". */
static size_t count_tag(const char *text, const char *tag)
{
	size_t n = 0, length = strlen(tag);

	for (; (text = strchr(text, '<')) != NULL; text++)
		n += strncasecmp(text, tag, length) == 0;
	return n;
}

/* The block that closes the tables which this one leaves open; null when all are closed or none is. */
static cmark_node *closing_block(cmark_node *block)
{
	const char *html = cmark_node_get_literal(block);
	size_t n_open = count_tag(html, "<table"), n_closed = count_tag(html, "</table");

	if (n_open <= n_closed)
		return NULL;
	for (cmark_node *at = cmark_node_next(block); at; at = cmark_node_next(at)) {
		if (cmark_node_get_type(at) != CMARK_NODE_HTML_BLOCK)
			continue;
		html = cmark_node_get_literal(at);
		n_open += count_tag(html, "<table");
		n_closed += count_tag(html, "</table");
		if (n_open <= n_closed)
			return at;
	}
	return NULL;
}

cmark_node *md_html_put(struct md_page *page, cmark_node *block)
{
	cmark_node *last = closing_block(block);
	size_t line = (size_t)cmark_node_get_start_line(block);
	const char *html = cmark_node_get_literal(block);
	size_t n = strlen(html);
	struct tree tree = {.source = page->source,
			    .lines_before = (uint32_t)line - 1,
			    .is_fragment = true,
			    .is_markdown = last != NULL};

	if (last) {
		size_t from = lines_offset(&page->lines, line, 1);
		size_t end =
			lines_offset(&page->lines, (size_t)cmark_node_get_end_line(last) + 1, 1);

		html = page->markdown.at + from;
		n = end - from;
	}
	if (n && (tree_parse(&tree, html, n) != 0 || tree_walk_put(&tree) != 0))
		page->has_failed = true;
	tree_release(&tree);
	return last;
}
