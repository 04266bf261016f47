/* SPDX-License-Identifier: MIT */
#include "common/read/tree.h"

#include "common/write/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- parsing */

/* A place in a pointer: half of its bits the line, half the column. */
enum { HALF = sizeof(uintptr_t) * 4 };

/* Where the last tag ended, and text begins. */
struct position {
	uintptr_t line, column;
	const struct libxml *xml;
};

static void *packed(uintptr_t line, uintptr_t column)
{
	return (void *)(line << HALF | (column >> HALF ? 0 : column));
}

/* The parser stands before the ">" of a tag. */
static struct position *position_of(htmlParserCtxtPtr parser)
{
	struct position *position = parser->_private;

	if (parser->input && parser->input->line > 0 && parser->input->col > 0)
		*position = (struct position){(uintptr_t)parser->input->line,
					      (uintptr_t)parser->input->col + 1, position->xml};
	return position;
}

static void begin_element(void *context, const xmlChar *name, const xmlChar **attributes)
{
	htmlParserCtxtPtr parser = context;
	const struct position *position = position_of(parser);

	position->xml->xmlSAX2StartElement(context, name, attributes);
	if (parser->node)
		parser->node->_private = packed(position->line, position->column);
}

static void end_element(void *context, const xmlChar *name)
{
	position_of(context)->xml->xmlSAX2EndElement(context, name);
}

static void put_characters(void *context, const xmlChar *letters, int n)
{
	htmlParserCtxtPtr parser = context;
	struct position at = *(struct position *)parser->_private;
	xmlNode *text;

	at.xml->xmlSAX2Characters(context, letters, n);
	text = parser->node ? parser->node->last : NULL;
	if (!text || text->type != XML_TEXT_NODE || text->_private)
		return;
	for (int i = 0; i < n && strchr(" \t\r\n", letters[i]); i++) {
		at.column = letters[i] == '\n' ? 1 : at.column + 1;
		at.line += letters[i] == '\n';
	}
	text->_private = packed(at.line, at.column);
}

int tree_parse(struct tree *tree, const char *text, size_t n)
{
	htmlParserCtxtPtr parser;
	const struct libxml *xml = &tree->xml;
	struct position position = {1, 1, xml};
	struct mr_place place = {0, 0, NULL};
	char why[LIBRARY_WHY];
	bool is_too_deep;

	if (n > INT32_MAX) {
		tree->source->diag(tree->source, MR_ERROR, NULL, "the page is longer than 2 GiB");
		return -1;
	}
	if (libxml_open(&tree->xml) != 0) {
		tree->source->diag(tree->source, MR_ERROR, NULL, "libxml2, which reads pages, %s",
				   library_problem("libxml2", why));
		return -1;
	}
	parser = xml->htmlCreateMemoryParserCtxt(text, (int)n);
	if (!parser) {
		tree->source->diag(tree->source, MR_ERROR, NULL,
				   n ? "out of memory" : "the page is empty");
		return -1;
	}
	parser->_private = &position;
	parser->sax->startElement = begin_element;
	parser->sax->endElement = end_element;
	parser->sax->characters = put_characters;
	xml->htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
						HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
						HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
	/* the bytes are UTF-8, whatever the page says of itself */
	xml->xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
	xml->htmlParseDocument(parser);
	tree->doc = parser->myDoc;
	is_too_deep = parser->errNo == XML_ERR_INTERNAL_ERROR || parser->disableSAX;
	if (parser->input && parser->input->line > 0)
		place.line = (uint32_t)parser->input->line + tree->lines_before;
	xml->htmlFreeParserCtxt(parser);
	if (is_too_deep)
		tree->source->diag(tree->source, MR_ERROR, &place,
				   "elements are nested too deeply; at most 256 are read");
	if (is_too_deep)
		return -1;
	out_to_memory(&tree->text, 0);
	out_to_memory(&tree->hints, 4096);
	out_to_memory(&tree->classes, 4096);
	return 0;
}

void tree_release(struct tree *tree)
{
	if (tree->ids)
		tree->xml.xmlHashFree(tree->ids, NULL);
	if (tree->doc)
		tree->xml.xmlFreeDoc(tree->doc);
	out_release(&tree->text);
	out_release(&tree->hints);
	out_release(&tree->classes);
	*tree = (struct tree){0};
}

xmlNode *tree_root(const struct tree *tree)
{
	xmlNode *at = tree->doc ? tree->doc->children : NULL;

	while (at && at->type != XML_ELEMENT_NODE)
		at = at->next;
	return at;
}

struct mr_place tree_place(const struct tree *tree, const xmlNode *node)
{
	uintptr_t packed;

	while (node && (node->type != XML_ELEMENT_NODE && !node->_private))
		node = node->parent;
	packed = node ? (uintptr_t)node->_private : 0;
	if (packed == 0)
		return (struct mr_place){0, 0, NULL};
	return (struct mr_place){(uint32_t)(packed >> HALF) + tree->lines_before,
				 (uint32_t)(packed & (((uintptr_t)1 << HALF) - 1)), NULL};
}

/* ---- elements */

const char *tree_name(const xmlNode *node)
{
	return node && node->type == XML_ELEMENT_NODE ? (const char *)node->name : "";
}

bool tree_is(const xmlNode *node, const char *name)
{
	return strcmp(tree_name(node), name) == 0;
}

bool tree_is_one_of(const xmlNode *node, const char *names)
{
	const char *name = tree_name(node);
	size_t n = strlen(name);

	if (n == 0)
		return false;
	for (const char *at = strstr(names, name); at; at = strstr(at + 1, name))
		if (at[-1] == ' ' && at[n] == ' ') /* it begins with a space, and no name does */
			return true;
	return false;
}

const char *tree_attribute(const xmlNode *node, const char *name)
{
	if (!node || node->type != XML_ELEMENT_NODE)
		return NULL;
	for (const xmlAttr *at = node->properties; at; at = at->next) {
		if (strcmp((const char *)at->name, name) != 0)
			continue;
		return at->children && at->children->content ? (const char *)at->children->content
							     : "";
	}
	return NULL;
}

uint32_t tree_number(const xmlNode *node, const char *name, uint32_t max, uint32_t otherwise)
{
	const char *text = tree_attribute(node, name);
	uint32_t number = 0;

	while (text && *text == ' ')
		text++;
	if (!text || *text < '0' || *text > '9')
		return otherwise;
	for (; *text >= '0' && *text <= '9' && number <= max; text++)
		number = number * 10 + (uint32_t)(*text - '0');
	return number > max ? max : number;
}

static bool has_class(const xmlNode *node, const char *name)
{
	const char *classes = tree_attribute(node, "class");
	size_t n = strlen(name);

	for (; classes && *classes; classes += strcspn(classes, " \t\n")) {
		classes += strspn(classes, " \t\n");
		if (strncasecmp(classes, name, n) == 0 &&
		    (!classes[n] || strchr(" \t\n", classes[n])))
			return true;
	}
	return false;
}

/* The value that a style declares last for a property ("display"), null where it declares none. */
static const char *declared(const char *style, const char *property)
{
	const char *value = NULL;
	size_t n = strlen(property);

	for (; style && *style; style += strcspn(style, ";"), style += *style == ';') {
		const char *behind;

		style += strspn(style, " \t\r\n");
		if (strncasecmp(style, property, n) != 0)
			continue;
		behind = style + n + strspn(style + n, " \t\r\n");
		if (*behind == ':')
			value = behind + 1 + strspn(behind + 1, " \t\r\n");
	}
	return value;
}

static bool declares(const char *style, const char *property, const char *word)
{
	const char *value = declared(style, property);
	size_t n = strlen(word);

	return value && strncasecmp(value, word, n) == 0 &&
	       (!value[n] || strchr("; \t\r\n!", value[n]));
}

/* "d-none d-md-block" (Bootstrap) and "hidden md:block" (Tailwind) are shown where there is room. */
static bool is_shown_where_wide(const char *classes)
{
	static const char *const widths[] = {"sm", "md", "lg", "xl"};
	static const char *const shows[] = {"block", "inline", "flex", "grid", "table", "contents"};
	char bootstrap[24], tailwind[24];

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
		for (size_t k = 0; k < sizeof(shows) / sizeof(*shows); k++) {
			snprintf(bootstrap, sizeof(bootstrap), "%s-%s", widths[i], shows[k]);
			snprintf(tailwind, sizeof(tailwind), "%s:%s", widths[i], shows[k]);
			if (strstr(classes, bootstrap) || strstr(classes, tailwind))
				return true;
		}
	}
	return false;
}

bool tree_is_hidden(const xmlNode *node)
{
	const char *style = tree_attribute(node, "style"), *type, *classes;

	if (tree_is_one_of(node,
			   " script style template noscript head title datalist iframe object "))
		return true;
	type = tree_is(node, "input") ? tree_attribute(node, "type") : NULL;
	if (tree_attribute(node, "hidden") || (type && strcasecmp(type, "hidden") == 0))
		return true;
	if (declares(style, "display", "none") || declares(style, "visibility", "hidden") ||
	    declares(style, "visibility", "collapse"))
		return true;
	classes = tree_attribute(node, "class");
	/* "[edit]" behind the headings of a MediaWiki, "^ a b" before its notes: ways and no words */
	return classes &&
	       (has_class(node, "mw-editsection") || has_class(node, "mw-cite-backlink") ||
		((has_class(node, "hidden") || has_class(node, "d-none")) &&
		 !is_shown_where_wide(classes)));
}

bool tree_is_unseen(const xmlNode *node)
{
	static const char *const names[] = {
		"sr-only",       "visually-hidden", "visuallyhidden",   "screen-reader-text",
		"screenreader",  "tooltiptext",     "tooltip-text",     "tooltip-content",
		"tooltip-inner", "tooltip__text",   "tooltip__content", "popover-content"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (has_class(node, names[i]))
			return true;
	return false;
}

bool tree_is_block(const xmlNode *node)
{
	return tree_is_one_of(
		node,
		" address article aside blockquote body br caption center dd details dialog dir div dl dt "
		"fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu "
		"nav ol option p pre section summary table tbody td tfoot th thead tr ul ");
}

xmlNode *tree_behind(xmlNode *node, const xmlNode *root)
{
	while (node && node != root) {
		if (node->next)
			return node->next;
		node = node->parent;
	}
	return NULL;
}

xmlNode *tree_next(xmlNode *node, const xmlNode *root)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	return tree_behind(node, root);
}
