/* SPDX-License-Identifier: MIT */
#include "common/write/spans.h"

#include "common/write/utf8.h"

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_word(char c)
{
	return is_alnum(c) || (c & 0x80) != 0;
}

static bool is_punctuation(char c)
{
	return c > ' ' && c < 0x7f && !is_alnum(c);
}

/* ------------------------------------------------------------------ letters */

static bool begins(const char *at, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - at) >= n && memcmp(at, word, n) == 0;
}

/* What GFM's autolinks (6.9) would take for an address: they would show its escapes. */
static bool is_autolink(const char *start, const char *at, const char *end)
{
	if (*at == ':')
		return begins(at, end, "://") && at > start && is_alnum(at[-1]);
	return at - start >= 3 && (at[-1] | 0x20) == 'w' && (at[-2] | 0x20) == 'w' &&
	       (at[-3] | 0x20) == 'w';
}

/* Whether a ":" begins what many renderers draw as a picture (":smile:"). */
static bool is_shortcode(const char *at, const char *end)
{
	const char *next = at + 1;

	while (next < end && (is_alnum(*next) || strchr("_+-", *next)))
		next++;
	return next > at + 1 && next < end && *next == ':';
}

/* Whether the byte at `at` of words could be taken for markup. */
static bool is_markup(const char *start, const char *at, const char *end, enum spans_place place)
{
	char before = at > start ? at[-1] : '\0', next = at + 1 < end ? at[1] : '\0';

	switch (*at) {
	case '`':
	case '*':
	case '[':
	case ']':
	case '<': return true;
	case '_': return !(is_word(before) && is_word(next));
	case '&': return next == '#' || is_alnum(next);
	case '\\': return next == '\0' || is_punctuation(next);
	case '!': return next == '\0'; /* a link may follow */
	case '~': return place != SPANS_FIELD;
	case '|': return place != SPANS_FIELD;
	case '$': return place != SPANS_FIELD;
	case '#': return place == SPANS_BLOCK;
	case ':':
		return is_shortcode(at, end) ||
		       (place != SPANS_FIELD && is_autolink(start, at, end));
	case '.': return place != SPANS_FIELD && is_autolink(start, at, end);
	default: return false;
	}
}

/* What a block could begin with (a list, a quotation, a heading, a rule), as a letter. */
static const char *put_beginning(struct out *out, const char *at, const char *end)
{
	const char *digits = at;

	while (digits < end && *digits >= '0' && *digits <= '9')
		digits++;
	if (digits > at && digits < end && (*digits == '.' || *digits == ')')) {
		out_bytes(out, at, (size_t)(digits - at));
		at = digits;
	} else if (digits > at || !strchr("-+>=:", *at)) {
		return at;
	}
	out_char(out, '\\');
	out_char(out, *at);
	return at + 1;
}

static void put_space(struct out *out, char c)
{
	out_string(out, c == ' ' ? "&#32;" : c == '\t' ? "&#9;" : "&#10;");
}

/*
 * `is_first` and `is_last`: nothing stands before or behind, so that a blank there would be dropped.
 */
static void put_letters(struct out *out, const char *start, size_t n, enum spans_place place,
			unsigned edges)
{
	const char *end = start + n, *at = start;

	if ((edges & 1) && place == SPANS_BLOCK && n > 0)
		at = put_beginning(out, at, end);
	for (; at < end; at++) {
		bool is_edge = ((edges & 1) && at == start) || ((edges & 2) && at + 1 == end);

		if (*at == '\n' || *at == '\t' || (*at == ' ' && is_edge)) {
			put_space(out, *at);
			continue;
		}
		if (is_markup(start, at, end, place))
			out_char(out, '\\');
		out_char(out, *at);
	}
}

void spans_letters(struct out *out, const char *text, enum spans_place place)
{
	put_letters(out, text, strlen(text), place, 3);
}

void spans_piece(struct out *out, const char *text, size_t n, enum spans_place place)
{
	put_letters(out, text, n, place, 0);
}

/* ------------------------------------------------------------------ code */

static size_t longest_run(const char *text, size_t n, char byte)
{
	size_t longest = 0, run = 0;

	for (size_t i = 0; i < n; i++) {
		run = text[i] == byte ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

static bool has_backslash_bar(const char *text, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		if (text[i] == '\\' && text[i + 1] == '|')
			return true;
	return n > 0 && text[n - 1] == '\\';
}

/* A fence that the code does not hold, and spaces where it would lose what it begins or ends with (6.3). */
static void put_code(struct out *out, const char *code, size_t n, enum spans_place place)
{
	size_t n_fence = longest_run(code, n, '`') + 1;
	bool is_padded = code[0] == '`' || code[n - 1] == '`' ||
			 (code[0] == ' ' && code[n - 1] == ' ' && longest_run(code, n, ' ') != n);

	/* in a table a backslash before a bar is taken away, in code as well: there is no way to keep it */
	if (place == SPANS_CELL && has_backslash_bar(code, n)) {
		out_string(out, "<code>");
		put_letters(out, code, n, place, 3);
		out_string(out, "</code>");
		return;
	}
	for (size_t i = 0; i < n_fence; i++)
		out_char(out, '`');
	out_string(out, is_padded ? " " : "");
	for (size_t i = 0; i < n; i++) {
		if (code[i] == '|' && place == SPANS_CELL)
			out_char(out, '\\');
		out_char(out, code[i] == '\n' ? ' ' : code[i]);
	}
	out_string(out, is_padded ? " " : "");
	for (size_t i = 0; i < n_fence; i++)
		out_char(out, '`');
}

/* ------------------------------------------------------------------ links */

void spans_link_open(struct out *out, const char *url)
{
	out_string(out, *url ? "[" : "");
}

static bool is_balanced(const char *url)
{
	int depth = 0;

	for (; *url && depth >= 0; url++)
		depth += (*url == '(') - (*url == ')');
	return depth == 0;
}

void spans_link_close(struct out *out, const char *url, enum spans_place place)
{
	bool is_even = is_balanced(url);

	if (!*url)
		return;
	out_string(out, "](");
	for (; *url; url++) {
		bool is_bracket = *url == '(' || *url == ')';

		if ((is_bracket && !is_even) || strchr("<>[]`*\"'", *url) ||
		    (*url == '|' && place != SPANS_FIELD) ||
		    (*url == '&' && (url[1] == '#' || is_alnum(url[1])) && strchr(url, ';')) ||
		    (*url == '\\' && (url[1] == '\0' || is_punctuation(url[1]))) || *url == '~')
			out_char(out, '\\');
		out_char(out, *url);
	}
	out_char(out, ')');
}

bool spans_have_link(const struct mr_text *text)
{
	for (uint32_t i = 0; i < text->spans.n; i++)
		if (*mr_span_at(text, i)->url)
			return true;
	return false;
}

/* ------------------------------------------------------------------ emphasis */

static bool is_emphasis(const struct mr_span *span)
{
	return span->kind == MR_SPAN_EMPHASIS || span->kind == MR_SPAN_STRONG ||
	       span->kind == MR_SPAN_STRONG_EMPHASIS;
}

/* Surely a letter, for whoever decides by Unicode's classes: of other scripts only what is no punctuation. */
static bool is_inner(char c)
{
	return is_alnum(c);
}

/*
 * Whether asterisks around the span are surely taken: letters inside, or blanks and punctuation outside, and no
 * other asterisks beside them.
 */
static bool is_plain_emphasis(const struct mr_text *text, uint32_t index)
{
	const struct mr_span *span = mr_span_at(text, index);
	const struct mr_span *before = index ? mr_span_at(text, index - 1) : NULL;
	const struct mr_span *after = mr_span_at(text, index + 1);
	size_t n = span->n_bytes;

	if (n == 0 || !is_inner(span->text[0]) || !is_inner(span->text[n - 1]))
		return false;
	return !(before && is_emphasis(before)) && !(after && is_emphasis(after));
}

struct emphasis {
	const char *open, *close;
};

static struct emphasis emphasis_of(const struct mr_text *text, uint32_t index)
{
	static const struct emphasis plain[] = {{"*", "*"}, {"**", "**"}, {"***", "***"}};
	static const struct emphasis tags[] = {
		{"<em>", "</em>"}, {"<strong>", "</strong>"}, {"<strong><em>", "</em></strong>"}};
	const struct mr_span *span = mr_span_at(text, index);

	if (!is_emphasis(span))
		return (struct emphasis){"", ""};
	return (is_plain_emphasis(text, index) ? plain : tags)[span->kind - MR_SPAN_EMPHASIS];
}

static void put_span(struct out *out, const struct mr_text *text, uint32_t index,
		     enum spans_place place)
{
	const struct mr_span *span = mr_span_at(text, index);
	unsigned edges = (index == 0 ? 1u : 0) | (index + 1 == text->spans.n ? 2u : 0);
	struct emphasis around = emphasis_of(text, index);

	if (span->kind == MR_SPAN_BREAK) {
		out_string(out, place == SPANS_FIELD ? "\n" : "<br>");
		return;
	}
	if (span->n_bytes == 0)
		return;
	if (span->kind == MR_SPAN_CODE) {
		put_code(out, span->text, span->n_bytes, place);
		return;
	}
	if (*around.open)
		edges &= place == SPANS_BLOCK ? 2u : 3u;
	out_string(out, around.open);
	put_letters(out, span->text, span->n_bytes, place, edges);
	out_string(out, around.close);
}

void spans_put(struct out *out, const struct mr_text *text, enum spans_place place)
{
	const char *open = "";

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);

		if (*open && span->url != open)
			spans_link_close(out, open, place);
		if (*span->url && span->url != open)
			spans_link_open(out, span->url);
		open = span->url;
		put_span(out, text, i, place);
	}
	if (*open)
		spans_link_close(out, open, place);
}
