/* SPDX-License-Identifier: MIT */
#include "fmt/unified.h"

#include <stdint.h>

#include "base/strset.h"
#include "base/vec.h"

enum { CONTEXT = 3 };

struct line {
	const char *at;
	uint32_t n; /* with its line end */
	uint32_t id; /* the same for the same line */
};

/* How often a line stands in either text, and where it did last. */
struct count {
	uint32_t n_before, n_after;
	uint32_t before, after;
};

/* Line `before` of the one text is line `after` of the other; previous: index + 1 of the pair in front of it. */
struct pair {
	uint32_t before, after, previous;
};

/* Lines from before_at to before_end became those from after_at to after_end. */
struct change {
	size_t before_at, before_end, after_at, after_end;
};

struct texts {
	struct vec before, after; /* struct line */
	struct strset lines;
	struct vec counts; /* struct count, by id */
	struct vec pairs; /* struct pair: lines that stand once in either */
	struct vec changes; /* struct change */
	bool failed;
};

static const struct line *line_at(const struct vec *lines, size_t index)
{
	return VEC_AT(const struct line, *lines, index);
}

static void split(struct texts *texts, const struct buf *text, struct vec *out, bool is_after)
{
	const char *at = text->at;

	for (size_t left = text->n, n; left > 0 && !texts->failed; at += n, left -= n) {
		const char *end = memchr(at, '\n', left);
		struct line *line = vec_add(out, sizeof(*line));
		struct count *count;
		uint32_t id;

		n = end ? (size_t)(end - at) + 1 : left;
		id = strset_put_borrowed(&texts->lines, at, n);
		count = id == STRSET_NONE ? NULL : vec_touch(&texts->counts, id, sizeof(*count));
		if (!line || !count) {
			texts->failed = true;
			return;
		}
		*line = (struct line){at, (uint32_t)n, id};
		*(is_after ? &count->n_after : &count->n_before) += 1;
		*(is_after ? &count->after : &count->before) = (uint32_t)out->n - 1;
	}
}

/* ---- the longest rising sequence of what stands once in either */

/* The first of `n` piles whose last pair is not in front of `after`. */
static size_t find_pile(const struct texts *texts, const struct vec *piles, uint32_t after)
{
	size_t low = 0, high = piles->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		uint32_t last = *VEC_AT(uint32_t, *piles, middle);

		if (VEC_AT(struct pair, texts->pairs, last)->after < after)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool add_pair(struct texts *texts, struct vec *piles, const struct count *count)
{
	size_t pile = find_pile(texts, piles, count->after);
	struct pair *pair = vec_add(&texts->pairs, sizeof(*pair));
	uint32_t *last = vec_touch(piles, pile, sizeof(*last));

	if (!pair || !last)
		return false;
	*pair = (struct pair){count->before, count->after,
			      pile > 0 ? *VEC_AT(uint32_t, *piles, pile - 1) + 1 : 0};
	*last = (uint32_t)texts->pairs.n - 1;
	return true;
}

/* Leaves in `pairs` those of the sequence, in order. */
static void keep_sequence(struct texts *texts, const struct vec *piles)
{
	struct vec kept = VEC_INIT; /* struct pair */
	uint32_t at = piles->n > 0 ? *VEC_AT(uint32_t, *piles, piles->n - 1) + 1 : 0;

	texts->failed |= vec_reserve(&kept, piles->n + 1, sizeof(struct pair)) != 0;
	for (size_t i = 0; i < piles->n && !texts->failed; i++)
		vec_add(&kept, sizeof(struct pair));
	for (size_t i = piles->n; i > 0 && !texts->failed; i--) {
		struct pair *to = VEC_AT(struct pair, kept, i - 1);

		*to = *VEC_AT(struct pair, texts->pairs, at - 1);
		at = to->previous;
	}
	vec_release(&texts->pairs);
	texts->pairs = kept;
}

static void find_pairs(struct texts *texts)
{
	struct vec piles = VEC_INIT; /* uint32_t: indexes of pairs */

	for (size_t i = 0; i < texts->before.n && !texts->failed; i++) {
		const struct count *count =
			VEC_AT(struct count, texts->counts, line_at(&texts->before, i)->id);

		if (count->n_before == 1 && count->n_after == 1)
			texts->failed = !add_pair(texts, &piles, count);
	}
	if (!texts->failed)
		keep_sequence(texts, &piles);
	vec_release(&piles);
}

/* ---- what lies between */

static bool are_alike(const struct texts *texts, size_t before, size_t after)
{
	return line_at(&texts->before, before)->id == line_at(&texts->after, after)->id;
}

/* Goes on with lines that are alike from a pair on, after what changed in front of it. */
static void go_to(struct texts *texts, size_t before, size_t after, struct change *at)
{
	struct change *change;

	while (before > at->before_end && after > at->after_end &&
	       are_alike(texts, before - 1, after - 1)) {
		before--;
		after--;
	}
	if (before > at->before_end || after > at->after_end) {
		change = vec_add(&texts->changes, sizeof(*change));
		if (change)
			*change = (struct change){at->before_end, before, at->after_end, after};
		texts->failed |= !change;
	}
	while (before < texts->before.n && after < texts->after.n &&
	       are_alike(texts, before, after)) {
		before++;
		after++;
	}
	at->before_end = before;
	at->after_end = after;
}

/* A line that stands once in either text is passed in both or in none. */
static void find_changes(struct texts *texts)
{
	struct change at = {0};

	go_to(texts, 0, 0, &at);
	for (size_t i = 0; i < texts->pairs.n; i++) {
		const struct pair *pair = VEC_AT(struct pair, texts->pairs, i);

		if (pair->before >= at.before_end)
			go_to(texts, pair->before, pair->after, &at);
	}
	go_to(texts, texts->before.n, texts->after.n, &at);
}

/* ---- writing */

static void put_lines(struct buf *out, char sign, const struct vec *lines, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct line *line = line_at(lines, i);

		buf_put_byte(out, sign);
		buf_put(out, line->at, line->n);
		if (line->at[line->n - 1] != '\n')
			buf_put_text(out, "\n\\ No newline at end of file\n");
	}
}

static void put_range(struct buf *out, char sign, size_t from, size_t to)
{
	buf_printf(out, " %c%zu", sign, to > from ? from + 1 : from);
	if (to - from != 1)
		buf_printf(out, ",%zu", to - from);
}

/* Changes from `first` to before `end`, with what stands around and between them. */
static void put_hunk(struct buf *out, const struct texts *texts, size_t first, size_t end)
{
	const struct change *change = VEC_AT(struct change, texts->changes, first);
	const struct change *last = VEC_AT(struct change, texts->changes, end - 1);
	size_t lead = change->before_at < CONTEXT ? change->before_at : CONTEXT;
	size_t left = texts->before.n - last->before_end;
	size_t trail = left < CONTEXT ? left : CONTEXT, at = change->before_at - lead;

	buf_put_text(out, "@@");
	put_range(out, '-', at, last->before_end + trail);
	put_range(out, '+', change->after_at - lead, last->after_end + trail);
	buf_put_text(out, " @@\n");
	for (; change <= last; change++) {
		put_lines(out, ' ', &texts->before, at, change->before_at);
		put_lines(out, '-', &texts->before, change->before_at, change->before_end);
		put_lines(out, '+', &texts->after, change->after_at, change->after_end);
		at = change->before_end;
	}
	put_lines(out, ' ', &texts->before, at, at + trail);
}

static void put_changes(struct buf *out, const struct texts *texts, const char *name)
{
	const struct change *all = texts->changes.at;

	if (texts->changes.n > 0)
		buf_printf(out, "--- %s\n+++ %s\n", name, name);
	for (size_t i = 0, end; i < texts->changes.n; i = end) {
		for (end = i + 1; end < texts->changes.n &&
				  all[end].before_at - all[end - 1].before_end <= 2 * CONTEXT;
		     end++)
			;
		put_hunk(out, texts, i, end);
	}
}

void unified_put(struct buf *out, const char *name, const struct buf *before,
		 const struct buf *after)
{
	struct texts texts = {0};

	strset_init(&texts.lines);
	split(&texts, before, &texts.before, false);
	split(&texts, after, &texts.after, true);
	if (!texts.failed)
		find_pairs(&texts);
	if (!texts.failed)
		find_changes(&texts);
	if (texts.failed)
		out->failed = true;
	else
		put_changes(out, &texts, name);
	vec_release(&texts.before);
	vec_release(&texts.after);
	vec_release(&texts.counts);
	vec_release(&texts.pairs);
	vec_release(&texts.changes);
	strset_release(&texts.lines);
}
