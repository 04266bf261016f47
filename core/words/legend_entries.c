/* SPDX-License-Identifier: MIT */
#include "words/legend_entries.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/folded.h"

#include <string.h>

/* ---- what stands in the cells */

void legend_entries_init(struct legend_entries *cells)
{
	*cells = (struct legend_entries){.folded = BUF_INIT};
	strset_init(&cells->words);
}

void legend_entries_release(struct legend_entries *cells)
{
	strset_release(&cells->words);
	buf_release(&cells->folded);
}

void legend_entries_use(struct legend_entries *cells, const char *words, size_t n)
{
	folded_in(&cells->folded, words, n);
	if (cells->folded.failed ||
	    strset_put(&cells->words, buf_text(&cells->folded), cells->folded.n) == STRSET_NONE)
		cells->failed = true;
}

bool legend_entries_uses(struct legend_entries *cells, const char *words, size_t n)
{
	folded_in(&cells->folded, words, n);
	return strset_find(&cells->words, buf_text(&cells->folded), cells->folded.n) != STRSET_NONE;
}

size_t legend_entries_head(const char *words, size_t n)
{
	size_t length, at;
	uint32_t c = utf8_decode(words, n, &length);

	if (n == 0 || (c < 0x80 && (ascii_is_alnum((char)c) || c <= ' ')))
		return 0;
	for (at = length; at < n; at += length) {
		c = utf8_decode(words + at, n - at, &length);
		if (c == ' ')
			return at;
		if (folded_code_point(c) != 0)
			return 0;
	}
	return 0;
}

/* ---- entries of a text */

/* Bytes of what parts a key from its words at `at`: "=", ":", a dash, "means", "is"; 0 for none. */
static size_t parting(const char *words, size_t at, size_t n)
{
	static const char *const signs[] = {"=>", "->", "=", ":",     "–",
					    "—",  "→",  "-", "means", "indicates"};
	size_t start = at;

	while (at < n && words[at] == ' ')
		at++;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		size_t length = strlen(signs[i]);

		if (n - at < length || memcmp(words + at, signs[i], length) != 0)
			continue;
		/* a dash and a word stand alone */
		if ((signs[i][0] == '-' || signs[i][0] == 'm' || signs[i][0] == 'i') &&
		    (at == start || at + length >= n || words[at + length] != ' '))
			continue;
		at += length;
		while (at < n && words[at] == ' ')
			at++;
		return at - start;
	}
	return 0;
}

/* The code span that begins at `at`; 0 for none. */
static size_t code_at(const struct inline_text *text, size_t at)
{
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		if (text->pieces[i].first == at && (text->pieces[i].flags & INLINE_CODE))
			return text->pieces[i].n;
	}
	return 0;
}

/* "blank cell", "empty": bytes of the words that stand for the cell without any. */
static size_t blank_at(const char *words, size_t n)
{
	static const char *const names[] = {"a blank cell", "an empty cell", "blank cells",
					    "empty cells",  "blank cell",    "empty cell",
					    "(blank)",      "(empty)",       "blank",
					    "empty",        "leer"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t length = strlen(names[i]), at = 0;

		while (at < length && at < n && (words[at] | 32) == (names[i][at] | 32))
			at++;
		if (at == length && (n == length || strchr(" =:", words[length])))
			return length;
	}
	return 0;
}

/* A key at `at`; false when none begins there.  `words` of the entry are set to where they begin. */
static bool key_at(struct legend_entries *cells, const struct inline_text *text, size_t at,
		   struct legend_entry *out)
{
	const char *words = text->words;
	size_t length, end = at, n = text->n;
	uint32_t c = utf8_decode(words + at, n - at, &length);

	*out = (struct legend_entry){.key = at};
	if (folded_is_sign(c)) {
		for (end = at + length; end < n; end += length) {
			c = utf8_decode(words + end, n - end, &length);
			if (folded_code_point(c) != 0)
				break;
		}
		out->is_sign = true;
	} else if (code_at(text, at)) {
		end = at + code_at(text, at);
	} else if (blank_at(words + at, n - at)) {
		end = at + blank_at(words + at, n - at);
		out->is_parted = parting(words, end, n) != 0;
		out->words = end + parting(words, end, n);
		return out->is_parted;
	} else {
		while (end < n && end - at < LEGEND_KEY && !parting(words, end, n) &&
		       !strchr(",;\n", words[end]))
			end++;
	}
	out->n_key = end - at;
	while (out->n_key && words[at + out->n_key - 1] == ' ')
		out->n_key--;
	out->is_parted = end < n && parting(words, end, n) != 0;
	out->words = end + (out->is_parted ? parting(words, end, n) : 0);
	if (out->n_key == 0 || !legend_entries_uses(cells, words + at, out->n_key))
		return false;
	return out->is_parted || (out->is_sign && end < n && words[end] == ' ');
}

/* Whether an entry may begin at `at`: at the start, behind a separator, or with a sign behind a space. */
static bool may_begin(const struct inline_text *text, size_t at)
{
	const char *words = text->words;
	size_t before = at, length;

	if (at == 0)
		return true;
	/* no text begins with a space */
	while (words[before - 1] == ' ')
		before--;
	if (strchr("\n,;|([", words[before - 1]))
		return true;
	/* "·" and "•" */
	if (before >= 2 && memcmp(words + before - 2, "·", 2) == 0)
		return true;
	if (before >= 3 && memcmp(words + before - 3, "•", 3) == 0)
		return true;
	if (before == at)
		return false;
	/* "Legend: ✅ supported" */
	return words[before - 1] == ':' ||
	       folded_is_sign(utf8_decode(words + at, text->n - at, &length)) ||
	       (words[before - 1] == '.' && code_at(text, at));
}

/* Whether a bracket closes at the end that none of the words opens: "(✅ supported, ❌ not)". */
static bool ends_in_bracket(const char *words, size_t n)
{
	return ((words[n - 1] == ')' && !memchr(words, '(', n)) ||
		(words[n - 1] == ']' && !memchr(words, '[', n)));
}

static size_t trim_words(const char *words, size_t first, size_t end)
{
	while (end > first) {
		size_t n = end - first;

		if (strchr(" \n,;|.([", words[end - 1]) || ends_in_bracket(words + first, n))
			end--;
		else if (n >= 2 && memcmp(words + end - 2, "·", 2) == 0)
			end -= 2;
		else if (n >= 3 && memcmp(words + end - 3, "•", 3) == 0)
			end -= 3;
		else
			break;
	}
	return end - first;
}

/*
 * A line of one character and words each, parted by points ("✓ yes · – does not apply"), at least half of them
 * used; then every one is a sign.  0 for anything else.
 */
static uint32_t find_strict(struct legend_entries *cells, const struct inline_text *text,
			    struct legend_entry entries[LEGEND_ENTRIES])
{
	static const char point[] = " · ";
	const char *words = text->words, *next;
	uint32_t n = 0, n_used = 0;
	size_t at, end, n_head;

	for (at = 0; at < text->n; at = end + (next ? sizeof(point) - 1 : 0)) {
		next = strstr(words + at, point);
		end = next ? (size_t)(next - words) : text->n;
		n_head = legend_entries_head(words + at, end - at);
		if (n == LEGEND_ENTRIES || n_head == 0 || at + n_head + 1 >= end ||
		    parting(words, at + n_head, end) || memchr(words + at, '\n', end - at))
			return 0;
		n_used += legend_entries_uses(cells, words + at, n_head);
		entries[n++] = (struct legend_entry){.key = at,
						     .n_key = n_head,
						     .words = at + n_head + 1,
						     .n_words = end - at - n_head - 1,
						     .is_sign = true,
						     .is_strict = true};
	}
	/* one alone may be anything, unless a cell says just the same */
	if (n == 1 && !legend_entries_uses(cells, words, text->n))
		return 0;
	return n_used * 2 >= n && n_used > 0 ? n : 0;
}

uint32_t legend_entries_find(struct legend_entries *cells, const struct inline_text *text,
			     struct legend_entry entries[LEGEND_ENTRIES])
{
	struct legend_entry entry;
	uint32_t n = find_strict(cells, text, entries);
	size_t length;

	if (n > 0)
		return n;
	for (size_t at = 0; at < text->n && n < LEGEND_ENTRIES; at += length) {
		utf8_decode(text->words + at, text->n - at, &length);
		if (text->words[at] == ' ' || text->words[at] == '"' || !may_begin(text, at) ||
		    !key_at(cells, text, at, &entry))
			continue;
		if (n)
			entries[n - 1].n_words = trim_words(text->words, entries[n - 1].words, at);
		entries[n++] = entry;
		length = entry.words - at;
	}
	if (n)
		entries[n - 1].n_words = trim_words(text->words, entries[n - 1].words, text->n);
	return n;
}

bool legend_entries_repeat(const struct inline_text *text, const struct legend_entry *entries,
			   uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t j = 0; j < i; j++) {
			if (entries[i].n_key == entries[j].n_key &&
			    memcmp(text->words + entries[i].key, text->words + entries[j].key,
				   entries[i].n_key) == 0)
				return true;
		}
	}
	return false;
}
