/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_private.h"

#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

/* ---- letters */

static bool decode_all(struct shape *shape, const struct shape_span *spans, uint32_t n_spans,
		       uint32_t *n_letters)
{
	size_t total = 0;
	uint32_t n = 0;

	for (uint32_t s = 0; s < n_spans; s++)
		total += spans[s].n;
	if (total > INT32_MAX / 4)
		shape->failed = true;
	if (shape->failed ||
	    !shape_grow(shape, &shape->letters, &shape->letters_size, total, sizeof(struct letter)))
		return false;
	for (uint32_t s = 0; s < n_spans; s++) {
		for (uint32_t at = 0; at < spans[s].n;) {
			struct letter *letter = &shape->letters[n++];
			uint32_t code, step = shape_decode(spans[s].text + at, &code);

			*letter = (struct letter){.code = code,
						  .span = s,
						  .at = at,
						  .n = (uint8_t)step,
						  .class = shape_class(code),
						  .starts_cluster = true};
			at += step;
		}
	}
	*n_letters = n;
	return true;
}

/* Marks, joiners and what they join belong to the cluster before. */
static void mark_clusters(struct letter *letters, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		struct letter *l = &letters[i], *before = &letters[i - 1];

		if (l->code < 0x80 || before->class == SPACE || before->class == NEWLINE)
			continue;
		if (shape_extends(l->code) || (shape_is_ignorable(l->code) && l->class == OTHER) ||
		    (before->code == 0x200d && l->code >= 0x2190) ||
		    (before->starts_cluster && before->code >= 0x1f1e6 && before->code <= 0x1f1ff &&
		     l->code >= 0x1f1e6 && l->code <= 0x1f1ff)) {
			l->starts_cluster = false;
			l->class = before->class;
		}
	}
}

/* ---- opportunities */

static bool is_word(uint8_t class)
{
	return class == OTHER || class == DIGIT;
}

static bool is_upper(uint32_t code)
{
	return code >= 'A' && code <= 'Z';
}

static bool is_lower(uint32_t code)
{
	return code >= 'a' && code <= 'z';
}

/* Letters first..end - 1 have no space in them. */
struct stretch {
	const struct letter *letters;
	uint32_t first, end;
	bool is_address;
};

/* Behind a slash, but not in "n/a", "I/O" or "1/2". */
static uint8_t behind_slash(const struct stretch *s, uint32_t i)
{
	const struct letter *l = s->letters;

	if (l[i].class == SLASH || l[i].class == CLOSE || i - s->first < 3)
		return 0;
	if (!s->is_address && (s->end - i < 2 || (l[i].class == DIGIT && l[i - 2].class == DIGIT)))
		return 0;
	return ITEM_BREAK;
}

/* At the punctuation of addresses and identifiers: a line ends behind it, but before what a % encodes. */
static uint8_t at_marker(const struct stretch *s, uint32_t i)
{
	const struct letter *l = s->letters;

	if (s->is_address) {
		const struct letter *mark = l[i].code == '%' ? &l[i] : &l[i - 1];

		if (mark->class != MARKER || mark->code == ':' || mark->code == ',' ||
		    mark->code == ';' || i - s->first < 4 || i + 1 >= s->end ||
		    (mark == &l[i - 1] && mark->code == '%'))
			return 0;
		return is_word(l[i].class) || mark == &l[i] ? ITEM_BREAK : 0;
	}
	if (l[i - 1].class == MARKER && i - s->first >= 2)
		return is_word(l[i].class) && is_word(l[i - 2].class) ? ITEM_SOFT : 0;
	return 0;
}

/* What may happen between letter i - 1 and letter i of a stretch. */
static uint8_t opportunity(const struct stretch *s, uint32_t i)
{
	const struct letter *l = s->letters;
	uint8_t before = l[i - 1].class, here = l[i].class;
	uint8_t further = i - s->first >= 2 ? l[i - 2].class : GLUE;

	if (!l[i].starts_cluster)
		return 0;
	if (before == OTHER && here == OTHER) /* nearly always */
		return is_upper(l[i].code) && is_lower(l[i - 1].code) ? ITEM_SOFT : 0;
	if (before == ZERO_SPACE || before == SOFT_HYPHEN)
		return ITEM_BREAK;
	if (before == GLUE || here == GLUE || here == ZERO_SPACE || here == SOFT_HYPHEN)
		return 0;
	if (before == IDEOGRAPH || before == IDEO_CLOSE || here == IDEOGRAPH || here == IDEO_OPEN)
		return here == CLOSE || here == IDEO_CLOSE || here == MARKER || before == OPEN ||
				       before == IDEO_OPEN
			       ? 0
			       : ITEM_BREAK;
	if (here == CLOSE || here == IDEO_CLOSE || before == OPEN || before == IDEO_OPEN)
		return 0;
	if (before == HYPHEN)
		return is_word(further) && here != DIGIT && here != HYPHEN && here != MARKER
			       ? ITEM_BREAK
			       : 0;
	if (before == DASH)
		return here == DASH || here == MARKER || (here == DIGIT && further == DIGIT)
			       ? 0
			       : ITEM_BREAK;
	if (before == SLASH)
		return behind_slash(s, i);
	if (before == MARKER || here == MARKER)
		return at_marker(s, i);
	if (here == SEA_LEADING && (before == SEA || before == OTHER))
		return ITEM_BREAK;
	if (here == OPEN && is_word(before))
		return ITEM_SOFT;
	if (is_upper(l[i].code) && is_lower(l[i - 1].code))
		return ITEM_SOFT;
	return 0;
}

/* "https://…", "mailto:…", "www.…", "name@host": what is broken as an address. */
static bool is_address(const struct letter *letters, uint32_t first, uint32_t end)
{
	if (end - first < 8)
		return false;
	if (letters[first].code == 'w' && letters[first + 1].code == 'w' &&
	    letters[first + 2].code == 'w' && letters[first + 3].code == '.')
		return true;
	for (uint32_t i = first + 1; i + 2 < end; i++) {
		if (letters[i].code == ':' && letters[i + 1].code == '/' &&
		    letters[i + 2].code == '/')
			return true;
		if (letters[i].code == '@' && i - first >= 1)
			return true;
	}
	return false;
}

static void find_opportunities(const struct shape_span *spans, struct letter *letters, uint32_t n)
{
	for (uint32_t i = 0; i < n;) {
		struct stretch s = {letters, i, i, false};

		if (letters[i].class == SPACE || letters[i].class == NEWLINE) {
			i++;
			continue;
		}
		while (s.end < n && letters[s.end].class != SPACE &&
		       letters[s.end].class != NEWLINE)
			s.end++;
		s.is_address = is_address(letters, s.first, s.end);
		if (i > 0)
			letters[i].before = ITEM_BREAK;
		letters[i].is_address = s.is_address;
		for (i++; i < s.end; i++) {
			letters[i].before = opportunity(&s, i);
			letters[i].is_address = s.is_address;
		}
	}
	for (uint32_t i = 1; i < n; i++)
		if (letters[i].span != letters[i - 1].span && spans[letters[i].span].glue)
			letters[i].before = 0;
}

/* ---- directions */

static bool is_rtl_letter(uint32_t code)
{
	if (code < 0x0590)
		return false;
	return (code >= 0x0590 && code <= 0x08ff) || (code >= 0xfb1d && code <= 0xfdff) ||
	       (code >= 0xfe70 && code <= 0xfeff) || (code >= 0x10800 && code <= 0x10fff) ||
	       (code >= 0x1e800 && code <= 0x1efff) || code == 0x200f || code == 0x202b ||
	       code == 0x202e || code == 0x2067;
}

/* UAX #9, P2 and P3: the first strong character decides. */
static bool base_is_rtl(const struct shape *shape, const struct letter *letters, uint32_t n,
			uint32_t direction)
{
	if (direction != SHAPE_AUTO)
		return direction == SHAPE_RTL;
	for (uint32_t i = 0; i < n; i++) {
		FriBidiCharType type = fribidi_get_bidi_type(letters[i].code);

		if (FRIBIDI_IS_STRONG(type) && FRIBIDI_IS_LETTER(type))
			return FRIBIDI_IS_RTL(type);
	}
	return shape->options.is_rtl;
}

/*
 * 2024-03-01 behind Arabic letters would come out as 01-03-2024, another day: its numbers become
 * Arabic ones (rule W2), and a hyphen between those is neutral.  A day in this form is a word from
 * left to right instead (UAX #9, HL3 leaves that to us).
 */
static void keep_dates(const FriBidiChar *codes, FriBidiCharType *types, size_t n)
{
	static const char form[] = "0000-00-00";
	size_t length = sizeof(form) - 1, k;

	for (size_t i = 0; i + length <= n; i++) {
		for (k = 0; k < length; k++)
			if (form[k] == '0' ? codes[i + k] < '0' || codes[i + k] > '9'
					   : codes[i + k] != '-')
				break;
		if (k < length)
			continue;
		for (k = 0; k < length; k++)
			types[i + k] = FRIBIDI_TYPE_LTR;
	}
}

/* Levels of letters first..end - 1, which are one paragraph to the algorithm. */
static bool find_levels(struct shape *shape, uint32_t first, uint32_t end, bool is_rtl)
{
	size_t n = end - first;
	size_t bytes = n * (sizeof(FriBidiChar) + sizeof(FriBidiCharType) +
			    sizeof(FriBidiBracketType) + sizeof(FriBidiLevel));
	FriBidiParType base = is_rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	FriBidiChar *codes;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels;

	if (n == 0)
		return true;
	if (bytes > shape->bidi_size) {
		free(shape->bidi);
		shape->bidi_size = bytes * 2;
		shape->bidi = malloc(shape->bidi_size);
		if (!shape->bidi) {
			shape->bidi_size = 0;
			shape->failed = true;
			return false;
		}
	}
	codes = shape->bidi;
	types = (FriBidiCharType *)(codes + n);
	brackets = (FriBidiBracketType *)(types + n);
	levels = (FriBidiLevel *)(brackets + n);
	for (size_t i = 0; i < n; i++)
		codes[i] = shape->letters[first + i].code;
	fribidi_get_bidi_types(codes, (FriBidiStrIndex)n, types);
	keep_dates(codes, types, n);
	fribidi_get_bracket_types(codes, (FriBidiStrIndex)n, types, brackets);
	if (!fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)n, &base,
						 levels)) {
		shape->failed = true;
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		struct letter *letter = &shape->letters[first + i];

		letter->level = levels[i];
		if (!letter->starts_cluster && i > 0)
			letter->level = letter[-1].level;
	}
	return true;
}

static bool direct(struct shape *shape, uint32_t n, uint32_t direction, struct shape_par *par)
{
	struct letter *letters = shape->letters;
	bool is_needed;

	par->is_rtl = base_is_rtl(shape, letters, n, direction);
	is_needed = par->is_rtl;
	for (uint32_t i = 0; i < n && !is_needed; i++)
		is_needed = is_rtl_letter(letters[i].code);
	par->is_mixed = is_needed;
	for (uint32_t i = 0, first = 0; is_needed && i <= n; i++) {
		if (i < n && letters[i].class != NEWLINE)
			continue;
		if (!find_levels(shape, first, i, par->is_rtl))
			return false;
		if (i < n)
			letters[i].level = par->is_rtl;
		first = i + 1;
	}
	return true;
}

/* ---- items */

/* A document in no CJK language: the letters around tell which forms Han characters have. */
static enum cjk cjk_of(const struct shape *shape, const struct letter *letters, uint32_t n)
{
	if (shape->cjk_is_told)
		return shape->cjk;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t code = letters[i].code;

		if (code >= 0x3041 && code <= 0x30ff)
			return CJK_JAPANESE;
		if (code >= 0xac00 && code <= 0xd7a3)
			return CJK_KOREAN;
	}
	return shape->cjk;
}

static bool is_space(const struct letter *letter)
{
	return letter->class == SPACE || letter->class == NEWLINE;
}

/* Whether letter i begins an item of its own, `begin` being the first of the current one. */
static bool begins_item(const struct letter *letters, uint32_t begin, uint32_t i)
{
	const struct letter *l = &letters[i], *before = &letters[i - 1];

	if (l->span != before->span || l->level != before->level)
		return true;
	if (l->class == OTHER && before->class == OTHER && !l->before &&
	    l->at - letters[begin].at < WORD_MAX_BYTES - CLUSTER_MAX_BYTES)
		return false; /* nearly always */
	if (is_space(l) != is_space(before) || l->class == NEWLINE || before->class == NEWLINE)
		return true;
	if (l->before)
		return true;
	if (l->starts_cluster && l->at - letters[begin].at >= WORD_MAX_BYTES - CLUSTER_MAX_BYTES)
		return true;
	return l->at - letters[begin].at >= WORD_MAX_BYTES - 8;
}

static bool add_item(struct shape *shape, const struct shape_span *spans, enum cjk cjk,
		     uint32_t first, uint32_t end)
{
	const struct letter *l = &shape->letters[first], *last = &shape->letters[end - 1];
	const struct shape_span *span = &spans[l->span];
	bool is_line_end = l->class == NEWLINE, is_blank = is_line_end || l->code < 0x20;
	bool is_hyphenated = last->class == SOFT_HYPHEN;
	/* a soft hyphen is seen, and read, only where the line breaks */
	uint32_t n = last->at - l->at + (is_hyphenated ? 0 : last->n);
	const struct word *word =
		shape_cache_word(shape, span->style, l->level & 1, cjk,
				 is_blank ? " " : span->text + l->at, is_blank ? 1 : n);
	struct item *item;

	if (!word || !shape_grow(shape, &shape->items, &shape->items_size,
				 (size_t)shape->n_items + 1, sizeof(struct item)))
		return false;
	item = &shape->items[shape->n_items++];
	*item = (struct item){.word = word,
			      .span = l->span,
			      .text_at = l->at,
			      .width = word->width * (span->scale > 0 ? span->scale : 1),
			      .flags = l->before,
			      .level = (uint8_t)l->level};
	if (is_space(l))
		item->flags |= ITEM_SPACE;
	if (is_line_end)
		item->flags |= ITEM_FORCED;
	if (is_hyphenated)
		item->flags |= ITEM_HYPHEN;
	if (l->is_address)
		item->flags |= ITEM_ADDRESS;
	return true;
}

bool shape_item_make(struct shape *shape, const struct shape_span *spans, uint32_t n_spans,
		     uint32_t direction, struct shape_par *par)
{
	uint32_t n = 0, begin = 0;
	enum cjk cjk;

	shape->n_items = 0;
	if (!decode_all(shape, spans, n_spans, &n))
		return false;
	if (n == 0) {
		par->is_rtl = direction == SHAPE_RTL ||
			      (direction == SHAPE_AUTO && shape->options.is_rtl);
		return true;
	}
	mark_clusters(shape->letters, n);
	find_opportunities(spans, shape->letters, n);
	if (!direct(shape, n, direction, par))
		return false;
	cjk = cjk_of(shape, shape->letters, n);
	for (uint32_t i = 1; i <= n; i++) {
		if (i < n && !begins_item(shape->letters, begin, i))
			continue;
		if (!add_item(shape, spans, cjk, begin, i))
			return false;
		begin = i;
	}
	return true;
}
