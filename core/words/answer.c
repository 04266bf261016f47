/* SPDX-License-Identifier: MIT */
#include "words/answer.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/folded.h"

#include <string.h>
#include <strings.h>

/* ---- what stands between a status and the words behind it */

static const char spaces[] = " \n\t";

static size_t skip_space(const char *words, size_t at)
{
	return at + strspn(words + at, spaces);
}

/* How a status word is parted from what follows. */
enum parting {
	PARTING_NONE, /* by a space alone: the word begins a sentence */
	PARTING_STRONG, /* bracket, dash, break */
	PARTING_LIGHT, /* comma, colon, full stop and the like */
	PARTING_LIST /* comma, slash or break that may begin a second answer */
};

static bool is_list_sign(uint32_t c)
{
	return c == ',' || c == '/' || c == ';' || c == '|' || c == '&' || c == '+';
}

/* What follows at `at`; `out_rest` is where the words behind the parting begin. */
static enum parting parting_at(const char *words, size_t at, size_t n, size_t *out_rest)
{
	size_t length, start = at;
	uint32_t c;

	at = skip_space(words, start);
	c = folded_code_point(utf8_decode(words + at, n - at, &length));
	*out_rest = at;
	if (c == '(' || c == '[' || c == '{' || c == 0x3010)
		return PARTING_STRONG;
	if (memchr(words + start, '\n', at - start))
		return PARTING_LIST;
	if (c == '-' && at > start) {
		*out_rest = skip_space(words, at + length);
		return *out_rest > at + length ? PARTING_STRONG : PARTING_NONE;
	}
	if (c == 0x2026 || c == '.' || c == ':' || c == '!') {
		*out_rest = skip_space(words, at + length);
		/* "no.1" and "yes.com" are names */
		return *out_rest > at + length ? PARTING_LIGHT : PARTING_NONE;
	}
	if (is_list_sign(c)) {
		*out_rest = skip_space(words, at + length);
		return PARTING_LIST;
	}
	return PARTING_NONE;
}

/* ---- two answers in one cell */

/* Whether the words from `at` begin with a status of their own: a sign, or a word with something behind it. */
static struct vocabulary_hit second_at(const struct answering *with, const char *words, size_t at,
				       size_t n, size_t *out_end)
{
	size_t length = 0, rest;
	struct vocabulary_hit hit = vocabulary_begin(with->vocabulary, words + at, n - at, &length);

	*out_end = at + length;
	if (hit.status < VOCABULARY_TEXT && hit.use != MEANING_SIGN &&
	    parting_at(words, at + length, n, &rest) == PARTING_NONE &&
	    rest == skip_space(words, at + length)) {
		/* "yes, not for TCP": the second one goes on as a sentence */
		hit.status = VOCABULARY_NONE;
	}
	return hit;
}

static bool differ(const struct answering *with, uint32_t a, uint32_t b)
{
	return vocabulary_like(with->vocabulary, a) != vocabulary_like(with->vocabulary, b);
}

/* Whether a sign of another status stands somewhere in the words. */
static bool has_other_sign(const struct answering *with, const char *words, size_t n,
			   uint32_t status)
{
	size_t length, taken;

	for (size_t at = 0; at < n; at += length) {
		struct vocabulary_hit hit;

		if (!folded_is_sign(utf8_decode(words + at, n - at, &length)))
			continue;
		hit = vocabulary_begin(with->vocabulary, words + at, n - at, &taken);
		if (hit.use == MEANING_SIGN && hit.status < VOCABULARY_TEXT &&
		    differ(with, hit.status, status))
			return true;
	}
	return false;
}

/* ---- the kinds */

static void set_text(struct answer *out, const struct inline_text *text, enum answer_doubt doubt)
{
	out->kind = ANSWER_TEXT;
	out->words = text;
	out->doubt = doubt;
}

/* What tools make of yes and no (YAML, JSON, spreadsheets) is no word that people chose. */
static bool is_boolean(const struct inline_text *label)
{
	return strcasecmp(label->words, "true") == 0 || strcasecmp(label->words, "false") == 0;
}

/* Whether the word for a status is one that could be its label: letters, and more than one. */
static bool has_letters(const struct inline_text *text)
{
	unsigned n = 0;
	size_t length;

	for (size_t at = 0; at < text->n; at += length) {
		/* a dash of any width is none */
		uint32_t c =
			folded_code_point(utf8_decode(text->words + at, text->n - at, &length));

		n += c >= 0x80 ? 2 : ascii_is_letter((char)c);
	}
	return n >= 2;
}

static void set_status(const struct answering *with, struct answer *out,
		       const struct vocabulary_hit *hit, const struct inline_text *label,
		       const struct inline_text *words)
{
	vocabulary_use(with->vocabulary, hit);
	out->kind = ANSWER_STATUS;
	out->status = hit->status;
	out->label = label && hit->use != MEANING_SIGN && has_letters(label) && !is_boolean(label)
			     ? label
			     : NULL;
	out->words = words;
}

/* Parts, or a text with the doubt that it holds two answers. */
static void set_two(const struct answering *with, struct answer *out,
		    const struct inline_text *text)
{
	if (!answer_parts_read(out, with, text))
		set_text(out, text, ANSWER_TWO);
}

/* A sign, and `at` where it ends. */
static void read_after_sign(const struct answering *with, struct answer *out,
			    const struct inline_text *text, const struct vocabulary_hit *sign,
			    size_t at)
{
	const struct inline_text *rest;
	struct vocabulary_hit hit;
	size_t end, parted;
	enum parting parting = parting_at(text->words, at, text->n, &parted);

	if (parting == PARTING_LIST || parting == PARTING_LIGHT ||
	    (parting == PARTING_STRONG && !strchr("([{", text->words[parted])))
		at = parted;
	rest = inline_cut(with->pool, text, at, text->n - at);
	if (!rest)
		return;
	hit = vocabulary_find(with->vocabulary, rest->words, rest->n);
	if (rest->n == 0) {
		set_status(with, out, sign, NULL, NULL);
	} else if (hit.status < VOCABULARY_TEXT) {
		/* the word says it again, or says more than a coloured dot */
		if (!differ(with, hit.status, sign->status) ||
		    vocabulary_like(with->vocabulary, sign->status) == MEANING_PARTIAL) {
			vocabulary_use(with->vocabulary, sign);
			set_status(with, out, &hit, rest, NULL);
		} else {
			set_two(with, out, text);
		}
	} else if (has_other_sign(with, rest->words, rest->n, sign->status)) {
		set_two(with, out, text);
	} else {
		hit = second_at(with, rest->words, 0, rest->n, &end);
		if (hit.status < VOCABULARY_TEXT && hit.use == MEANING_FIRM &&
		    differ(with, hit.status, sign->status) &&
		    vocabulary_like(with->vocabulary, sign->status) != MEANING_PARTIAL)
			set_text(out, text, ANSWER_TWO);
		else
			set_status(with, out, sign, NULL, rest);
	}
}

/* "yes/yes", "✅ ✅": nothing but answers; true when they were that. */
static bool read_row_of_answers(const struct answering *with, struct answer *out,
				const struct inline_text *text, const struct vocabulary_hit *first,
				size_t at)
{
	bool alike = true;
	size_t end;

	while (at < text->n) {
		size_t next, taken = 0;
		enum parting parting = parting_at(text->words, at, text->n, &next);
		struct vocabulary_hit hit;

		if (parting != PARTING_LIST &&
		    (parting != PARTING_NONE || first->use != MEANING_SIGN))
			return false;
		hit = vocabulary_begin(with->vocabulary, text->words + next, text->n - next,
				       &taken);
		end = next + taken;
		if (hit.status >= VOCABULARY_TEXT ||
		    (parting == PARTING_NONE && hit.use != MEANING_SIGN) ||
		    (end < text->n && hit.use != MEANING_SIGN &&
		     parting_at(text->words, end, text->n, &taken) != PARTING_LIST))
			return false;
		alike = alike && !differ(with, hit.status, first->status);
		at = end;
	}
	if (alike)
		set_status(with, out, first, NULL, text);
	else
		set_text(out, text, ANSWER_TWO);
	return true;
}

/* A status word, and `at` where it ends; false when the words go on as a sentence. */
static bool read_after_word(const struct answering *with, struct answer *out,
			    const struct inline_text *text, const struct vocabulary_hit *word,
			    size_t at)
{
	size_t rest, end;
	enum parting parting = parting_at(text->words, at, text->n, &rest);
	struct vocabulary_hit second;

	if (parting == PARTING_NONE || word->use == MEANING_ALONE ||
	    (word->use == MEANING_WEAK && parting != PARTING_STRONG &&
	     !memchr(text->words + at, '\n', rest - at)))
		return false;
	if (parting == PARTING_LIST) {
		second = second_at(with, text->words, rest, text->n, &end);
		if (second.status < VOCABULARY_TEXT && second.use != MEANING_ALONE &&
		    differ(with, second.status, word->status)) {
			set_two(with, out, text);
			return true;
		}
	}
	if (has_other_sign(with, text->words + rest, text->n - rest, word->status))
		set_two(with, out, text);
	else
		set_status(with, out, word, NULL, text);
	return true;
}

/* Words with the sign of their status behind them. */
static bool read_before_sign(const struct answering *with, struct answer *out,
			     const struct inline_text *text)
{
	size_t first;
	struct vocabulary_hit sign = vocabulary_end(with->vocabulary, text->words, text->n, &first),
			      hit;
	const struct inline_text *rest;

	if (sign.status >= VOCABULARY_TEXT)
		return false;
	if (has_other_sign(with, text->words, first, sign.status)) {
		set_two(with, out, text);
		return true;
	}
	rest = inline_cut(with->pool, text, 0, first);
	if (!rest)
		return false;
	hit = vocabulary_find(with->vocabulary, rest->words, rest->n);
	if (hit.status < VOCABULARY_TEXT && differ(with, hit.status, sign.status))
		return false;
	if (hit.status < VOCABULARY_TEXT)
		set_status(with, out, &hit, rest, NULL);
	else
		set_status(with, out, &sign, NULL, rest);
	return true;
}

/* "(Y)": said with a reservation that the page does not name. */
static bool read_brackets(const struct answering *with, struct answer *out,
			  const struct inline_text *text)
{
	struct vocabulary_hit hit;

	if (text->n < 3 || text->words[0] != '(' || text->words[text->n - 1] != ')')
		return false;
	hit = vocabulary_find(with->vocabulary, text->words + 1, text->n - 2);
	if (hit.status >= VOCABULARY_TEXT)
		return false;
	if (vocabulary_like(with->vocabulary, hit.status) == MEANING_YES)
		hit = (struct vocabulary_hit){MEANING_PARTIAL, MEANING_FIRM, VOCABULARY_NONE};
	set_status(with, out, &hit, NULL, text);
	out->doubt = ANSWER_BRACKETS;
	return true;
}

static bool is_doubtful_sign(const struct inline_text *text)
{
	static const char *const signs[] = {"x", "X", "+", "-", "–", "—", "○", "◯", "o",
					    "O", "*", "/", "~", "±", "√", "⚪", "⚫"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (strcmp(signs[i], text->words) == 0)
			return true;
	}
	return false;
}

void answer_read(struct answer *out, const struct answering *with, const struct inline_text *text)
{
	size_t length = 0;
	struct vocabulary_hit hit = vocabulary_find(with->vocabulary, text->words, text->n);

	*out = (struct answer){.kind = ANSWER_TEXT, .words = text};
	if (with->vocabulary->has_strict && answer_signed_read(out, with, text))
		return;
	if (hit.status < VOCABULARY_TEXT) {
		set_status(with, out, &hit, text, NULL);
		if (hit.word == VOCABULARY_NONE && is_boolean(text))
			out->doubt = ANSWER_TRUE;
		return;
	}
	if (text->n == 0) {
		out->kind = ANSWER_STATUS;
		out->status = MEANING_UNKNOWN;
		out->words = NULL;
		return;
	}
	if (hit.status == VOCABULARY_TEXT) {
		vocabulary_use(with->vocabulary, &hit);
		return;
	}
	hit = vocabulary_begin(with->vocabulary, text->words, text->n, &length);
	if (hit.status < VOCABULARY_TEXT) {
		if (read_row_of_answers(with, out, text, &hit, length))
			return;
		if (hit.use == MEANING_SIGN) {
			read_after_sign(with, out, text, &hit, length);
			return;
		}
		if (read_after_word(with, out, text, &hit, length))
			return;
	}
	if (read_brackets(with, out, text) || read_before_sign(with, out, text) ||
	    answer_parts_read(out, with, text))
		return;
	if (is_doubtful_sign(text))
		out->doubt = ANSWER_SIGN;
	else if (hit.status < VOCABULARY_TEXT && hit.use == MEANING_FIRM) {
		out->doubt = ANSWER_BEGINS;
		out->begins_with = hit.status;
	}
}
