/* SPDX-License-Identifier: MIT */
#include "common/read/tree_words.h"

#include "common/read/letters.h"
#include "common/read/tree_notes.h"

#include <libxml/HTMLtree.h>
#include <string.h>
#include <strings.h>

/* ---- letters */

/*
 * A name that libxml2 knows has become its character, so that what looks like an entity of HTML 4 is letters;
 * one of HTML 5 (&check;) it leaves as it is, and Markdown knows it.
 */
static bool is_new_entity(const struct libxml *xml, const char *text, size_t n)
{
	char name[40];
	size_t length = 0;

	/* "&frac13;" has digits behind its letters */
	while (length + 1 < n && length + 1 < sizeof(name) &&
	       (((text[length + 1] | 0x20) >= 'a' && (text[length + 1] | 0x20) <= 'z') ||
		(length > 1 && text[length + 1] >= '0' && text[length + 1] <= '9'))) {
		name[length] = text[length + 1];
		length++;
	}
	name[length] = '\0';
	return length > 1 && length + 1 < n && text[length + 1] == ';' &&
	       !xml->htmlEntityLookup((const xmlChar *)name);
}

/* Length of a character that is seen as a space or not at all, 0 for others. */
static size_t invisible(const char *text, size_t n)
{
	if (n >= 2 && memcmp(text, "\xc2\xa0", 2) == 0)
		return 2;
	if (n >= 2 && memcmp(text, "\xc2\xad", 2) == 0)
		return 2;
	return n >= 3 && memcmp(text, "\xe2\x80\x8b", 3) == 0 ? 3 : 0;
}

static void put_letters(struct tree *tree, struct out *out, const char *text)
{
	size_t n = strlen(text), from = 0, step;

	for (size_t at = 0; at <= n; at += step) {
		bool is_entity =
			at < n && text[at] == '&' && is_new_entity(&tree->xml, text + at, n - at);
		size_t length = invisible(text + at, n - at);

		step = length ? length : 1;
		if (at < n && !length && !is_entity)
			continue;
		if (tree->is_markdown)
			letters_put_markdown(out, text + from, at - from);
		else
			letters_put(out, text + from, at - from);
		if (is_entity)
			out_char(out, '&');
		else if (length && (unsigned char)text[at + 1] == 0xa0)
			letters_put(out, " ", 1);
		from = at + step;
	}
}

/* ---- hints */

/* A line of hints: runs of white space become one space. */
static void put_hint(struct out *out, const char *text)
{
	bool has_word = false;

	if (!text)
		return;
	text += strspn(text, " \t\r\n\f");
	if (!*text)
		return;
	if (out->n)
		out_char(out, '\n');
	for (; *text; text++) {
		size_t length = invisible(text, strlen(text) < 3 ? strlen(text) : 3);

		if (length) {
			text += length - 1;
		} else if (strchr(" \t\r\n\f", *text)) {
			if (has_word)
				out_char(out, ' ');
			has_word = false;
		} else {
			out_char(out, *text);
			has_word = true;
		}
	}
}

static void put_hints_of(struct tree *tree, const xmlNode *node)
{
	put_hint(&tree->hints, tree_attribute(node, "aria-label"));
	/* of a link it is mostly the name of the page there; what leads nowhere has it to say something */
	if (!tree_is(node, "a") || !tree_attribute(node, "href"))
		put_hint(&tree->hints, tree_attribute(node, "title"));
	put_hint(&tree->classes, tree_attribute(node, "class"));
}

/* The words of an element that is not shown. */
static void put_unseen(struct tree *tree, xmlNode *node)
{
	if (tree_is_one_of(node, " script style template noscript "))
		return;
	for (xmlNode *at = node->children; at; at = tree_next(at, node))
		if (at->type == XML_TEXT_NODE)
			put_hint(&tree->hints, (const char *)at->content);
}

const char *tree_words_hint(struct tree *tree)
{
	if (tree->classes.n && !tree->classes.failed)
		put_hint(&tree->hints, out_at(&tree->classes));
	return out_at(&tree->hints);
}

/* A sign that leads to where it stands itself ("#", "¶"), for those who want its address: no words of the page. */
static bool is_permalink(const xmlNode *node)
{
	static const char *const signs[] = {"#", "\xC2\xB6", "\xC2\xA7", "\xF0\x9F\x94\x97"};
	const char *href = tree_is(node, "a") ? tree_attribute(node, "href") : NULL;
	const xmlNode *only = node->children;

	if (!href || href[0] != '#' || !only || only->next || only->type != XML_TEXT_NODE)
		return false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strcmp((const char *)only->content, signs[i]) == 0)
			return true;
	return false;
}

/* ---- elements without content */

static void put_image(struct tree *tree, const xmlNode *node)
{
	const char *alt = tree_attribute(node, "alt"), *src = tree_attribute(node, "src");

	if (!alt)
		alt = tree_attribute(node, "title");
	out_string(&tree->text, "![");
	if (alt)
		letters_put(&tree->text, alt, strlen(alt));
	/* a picture within the page has no address that would help anyone */
	letters_address(&tree->text, src && strncasecmp(src, "data:", 5) != 0 ? src : "");
}

/* A drawing is its title. */
static void put_drawing(struct tree *tree, xmlNode *node)
{
	const char *label = tree_attribute(node, "aria-label");

	for (xmlNode *at = node->children; at && !label; at = tree_next(at, node))
		if (tree_is(at, "title") && at->children)
			label = (const char *)at->children->content;
	if (!label || !*label)
		return;
	out_string(&tree->text, "![");
	letters_put(&tree->text, label, strlen(label));
	letters_address(&tree->text, "");
}

static void put_code(struct tree *tree, xmlNode *node)
{
	struct out words = {0};

	out_to_memory(&words, 0);
	for (xmlNode *at = node->children; at; at = tree_next(at, node))
		if (at->type == XML_TEXT_NODE)
			out_string(&words, (const char *)at->content);
	letters_code(&tree->text, out_at(&words), words.n);
	tree->text.failed |= words.failed;
	out_release(&words);
}

static void put_input(struct tree *tree, const xmlNode *node)
{
	const char *type = tree_attribute(node, "type"), *value = tree_attribute(node, "value");

	if (type && (strcasecmp(type, "checkbox") == 0 || strcasecmp(type, "radio") == 0))
		out_string(&tree->text, tree_attribute(node, "checked") ? "\\[x\\]" : "\\[ \\]");
	else if (value)
		letters_put(&tree->text, value, strlen(value));
}

static void put_label(struct out *out, const char *label)
{
	out_string(out, "[^");
	for (; *label; label++)
		out_char(out, strchr(" \t\r\n[]\\", *label) ? '-' : *label);
	out_char(out, ']');
}

/* True when the node is done with: nothing in it is looked at. */
static bool put_whole(struct tree *tree, xmlNode *node)
{
	struct out *out = &tree->text;

	if (tree->put_own && tree->put_own(tree, node))
		return true;
	if (node->type == XML_TEXT_NODE) {
		put_letters(tree, out, (const char *)node->content);
		return true;
	}
	if (node->type != XML_ELEMENT_NODE)
		return true;
	if (tree_is(node, "svg")) {
		put_drawing(tree, node);
		return true;
	}
	if (tree_is_hidden(node) || tree_is_unseen(node)) {
		put_unseen(tree, node);
		return true;
	}
	if (is_permalink(node))
		return true;
	put_hints_of(tree, node);
	if (tree_is(node, "br") || tree_is(node, "hr"))
		letters_break(out);
	else if (tree_is(node, "img"))
		put_image(tree, node);
	else if (tree_is(node, "input"))
		put_input(tree, node);
	else if (tree_is_one_of(node, " code kbd samp tt ") && !tree->is_markdown)
		put_code(tree, node);
	else if (tree_is(node, "a") && tree_notes_of(node))
		put_label(out, tree_notes_of(node));
	else
		return tree_is(node, "a") && tree_notes_is_way_back(tree, node);
	return true;
}

/* ---- elements around words */

static bool is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Whether the character that begins at `at` is no punctuation, of Unicode neither (CommonMark 0.30, 6.2). */
static bool is_word(const char *at)
{
	unsigned char lead = (unsigned char)at[0], next = (unsigned char)at[1];

	if (lead == 0xc2)
		return !strchr("\xa1\xa7\xab\xb6\xb7\xbb\xbf", next);
	if (lead == 0xe2)
		return next != 0x80 && next != 0x81;
	if (lead == 0xef)
		return next != 0xbc && next != 0xbd;
	return is_word_byte(at[0]) && !(lead == 0xe3 && next == 0x80);
}

/* Whether words begin and end so that marks beside them are marks, whatever stands around them. */
static bool is_calm(const struct out *out, size_t from, size_t end)
{
	size_t last = end - 1;

	while (last > from && ((unsigned char)out->at[last] & 0xc0) == 0x80)
		last--;
	return is_word(out->at + from) && is_word(out->at + last);
}

static bool is_letter(char c)
{
	return is_word_byte(c) && !(c >= '0' && c <= '9');
}

static void insert(struct out *out, size_t at, const char *text)
{
	size_t n = strlen(text);

	out_string(out, text);
	if (out->failed)
		return;
	memmove(out->at + at + n, out->at + at, out->n - n - at);
	memcpy(out->at + at, text, n);
}

/* Puts marks around the words from `from` on; white space stays outside, and nothing is around nothing. */
static void enclose(struct out *out, size_t from, const char *open, const char *close)
{
	size_t end = out->n;
	bool has_space;

	while (from < end && (out->at[from] == ' '))
		from++;
	if (out->n == 0 || from >= end)
		return;
	has_space = out->at[end - 1] == ' ';
	letters_trim(out, from);
	if (out->n <= from)
		return;
	insert(out, from, open);
	out_string(out, close);
	if (has_space)
		out_char(out, ' ');
}

/* Marks of one kind right before `from`, which end what stands there; letters have a backslash. */
static size_t marks_before(const struct out *out, size_t from, char mark)
{
	size_t n = 0;

	while (n < from && out->at[from - n - 1] == mark)
		n++;
	return n > 0 && n < from && out->at[from - n - 1] == '\\' ? n - 1 : n;
}

/* The same around what stands before goes on: "**a****b**" would be letters. */
static void go_on(struct out *out, size_t from, const char *mark)
{
	size_t n = strlen(mark);

	memmove(out->at + from - n, out->at + from, out->n - from);
	out->n -= n;
	enclose(out, from - n, "", mark);
}

/* "**(x)**y" is no strong text for CommonMark (0.30, 6.2): where the ends are no letters the tag stays. */
static void enclose_strong(struct out *out, size_t from)
{
	size_t end = out->n, n_before;

	while (from < end && out->at[from] == ' ')
		from++;
	while (end > from && out->at[end - 1] == ' ')
		end--;
	if (end == from)
		return;
	n_before = marks_before(out, from, '*');
	if (!is_calm(out, from, end) || n_before > 2)
		enclose(out, from, "<strong>", "</strong>");
	else if (n_before == 2)
		go_on(out, from, "**");
	else
		enclose(out, from, "**", "**");
}

static void enclose_emphasis(struct out *out, size_t from)
{
	size_t end = out->n, n_before;

	while (end > from && out->at[end - 1] == ' ')
		end--;
	if (end == from || !is_calm(out, from, end))
		return;
	n_before = marks_before(out, from, '*');
	if (n_before == 1)
		go_on(out, from, "*");
	else if (n_before != 3)
		enclose(out, from, "*", "*");
}

static void enclose_struck(struct out *out, size_t from)
{
	if (from < out->n && marks_before(out, from, '~') == 2)
		go_on(out, from, "~~");
	else
		enclose(out, from, "~~", "~~");
}

/* Addresses within a page lead nowhere outside of it; in our own they are those of the data. */
static void end_link(const struct tree *tree, struct out *out, size_t from, const char *href)
{
	struct out address;

	href += strspn(href, " \t\r\n\f");
	if (strncasecmp(href, "javascript:", 11) == 0 || (href[0] == '#' && !tree->put_own))
		return;
	out_to_memory(&address, 0);
	letters_address(&address, href);
	enclose(out, from, "[", out_at(&address));
	out_release(&address);
}

static void end_raised(struct out *out, size_t from, const char *open, const char *close)
{
	size_t at = from;

	while (at < out->n && out->at[at] == ' ')
		at++;
	/* "[1]", of which the number alone is the anchor */
	if (out->n > at + 7 && memcmp(out->at + at, "\\[[^", 4) == 0 &&
	    memcmp(out->at + out->n - 3, "]\\]", 3) == 0) {
		memmove(out->at + at, out->at + at + 2, out->n - at - 2);
		out->n -= 4;
	}
	/* a reference to a note is raised by nature */
	if (out->n > at + 2 && memcmp(out->at + at, "[^", 2) == 0 && out->at[out->n - 1] == ']')
		return;
	enclose(out, from, open, close);
}

/*
 * Several small words glued to the word before them ("Mesh expansion<small>to machines</small>") stand in a line of
 * their own, by the page's style sheet; "5<small>ms</small>" does not.
 */
static void end_small(struct out *out, size_t from)
{
	bool is_line;

	if (out->failed || out->n <= from)
		return;
	is_line = from >= 2 && is_letter(out->at[from - 1]) && is_letter(out->at[from - 2]) &&
		  is_letter(out->at[from]) && memchr(out->at + from, ' ', out->n - from);
	enclose(out, from, "<small>", "</small>");
	if (is_line)
		insert(out, from, "<br>");
}

/* Where words of an element began, kept while it is open. */
struct open_element {
	const xmlNode *node;
	size_t from;
};

enum { OPEN_MAX = 300 };

static void end_element(struct tree *tree, const struct open_element *open)
{
	const xmlNode *node = open->node;
	const char *href = tree_is(node, "a") ? tree_attribute(node, "href") : NULL;

	if (href && *href)
		end_link(tree, &tree->text, open->from, href);
	else if (tree_is(node, "b") || tree_is(node, "strong"))
		enclose_strong(&tree->text, open->from);
	else if (tree_is(node, "i") || tree_is(node, "em"))
		enclose_emphasis(&tree->text, open->from);
	else if (tree_is(node, "sup"))
		end_raised(&tree->text, open->from, "<sup>", "</sup>");
	else if (tree_is(node, "sub"))
		end_raised(&tree->text, open->from, "<sub>", "</sub>");
	else if (tree_is(node, "small"))
		end_small(&tree->text, open->from);
	else if (tree_is_one_of(node, " s strike del "))
		enclose_struck(&tree->text, open->from);
	else if (tree_is_block(node))
		letters_break(&tree->text);
}

void tree_words_put(struct tree *tree, xmlNode *root)
{
	struct open_element open[OPEN_MAX];
	size_t depth = 0;
	xmlNode *node = root;

	while (node) {
		if (!put_whole(tree, node) && node->children && depth < OPEN_MAX) {
			if (tree_is_block(node) && node != root)
				letters_break(&tree->text);
			open[depth++] = (struct open_element){node, tree->text.n};
			node = node->children;
			continue;
		}
		while (node != root && !node->next && depth) {
			node = node->parent;
			end_element(tree, &open[--depth]);
		}
		node = node == root ? NULL : node->next;
	}
}
