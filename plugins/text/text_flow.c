/* SPDX-License-Identifier: MIT */
#include "text/text_flow.h"

#include <stdlib.h>
#include <string.h>

#include <unigbrk.h>
#include <unilbrk.h>

#include "common/write/utf8.h"
#include "text/text_escape.h"
#include "text/text_width.h"

void text_flow_init(struct text_flow *flow)
{
	*flow = (struct text_flow){.n_runs = 0};
	/* units count bytes in 32 bits */
	out_to_memory(&flow->bytes, UINT32_MAX / 2);
}

void text_flow_release(struct text_flow *flow)
{
	out_release(&flow->bytes);
	free(flow->runs);
	free(flow->units);
	free(flow->breaks);
	*flow = (struct text_flow){.n_runs = 0};
}

void text_flow_clear(struct text_flow *flow)
{
	out_clear(&flow->bytes);
	flow->n_runs = flow->n_units = 0;
}

/* Room for `n` elements; false when there is none, and then the flow has failed. */
static bool reserve(struct text_flow *flow, void **at, size_t *size, size_t n, size_t element)
{
	void *grown;

	if (n <= *size)
		return true;
	if (n < *size + *size / 2)
		n = *size + *size / 2;
	if (n < 64)
		n = 64;
	grown = n <= PTRDIFF_MAX / element ? realloc(*at, n * element) : NULL;
	if (!grown) {
		flow->failed = true;
		return false;
	}
	*at = grown;
	*size = n;
	return true;
}

void text_flow_add(struct text_flow *flow, const char *text, size_t n, uint8_t ink, uint32_t link,
		   enum text_hold hold)
{
	void *runs = flow->runs;

	if (n == 0)
		return;
	text_escape_data(&flow->bytes, text, n);
	if (!reserve(flow, &runs, &flow->runs_size, flow->n_runs + 1, sizeof(*flow->runs)))
		return;
	flow->runs = runs;
	flow->runs[flow->n_runs++] = (struct text_run){flow->bytes.n, link, ink, (uint8_t)hold};
}

/* ---- clusters and breaks */

static uint8_t flags_of(const char *cluster, size_t n)
{
	const char *at = cluster, *end = cluster + n;
	uint8_t flags = 0;

	if (n == 1)
		return *cluster == '\n' ? TEXT_NEWLINE : *cluster == ' ' ? TEXT_BLANK : 0;
	while (at < end) {
		uint32_t code = utf8_next(&at);

		if (code == TEXT_SOFT_HYPHEN)
			flags |= TEXT_HYPHEN;
		if (text_escape_needs_isolate(code))
			flags |= TEXT_ISOLATED;
	}
	return flags;
}

static bool is(const struct text_unit *unit, uint8_t flag)
{
	return (unit->flags & flag) != 0;
}

static bool is_held(const struct text_run *run, bool is_first)
{
	return run->hold == TEXT_SOLID || (is_first && run->hold == TEXT_GLUED);
}

/* The cluster at `index` is this ASCII character. */
static bool is_char(const struct text_flow *flow, const struct text_unit *unit, char c)
{
	return unit->n == 1 && flow->bytes.at[unit->at] == c;
}

/*
 * Where libunistring 1.0 allows a break that is none to a reader: within "node.js", "1,2" and "C++" (UAX 14, LB29),
 * behind the hyphens of "--option" (LB20a of Unicode 16).
 */
static bool is_one_word(const struct text_flow *flow, const struct text_unit *unit)
{
	const struct text_unit *last = unit - 1;

	if (last < flow->units || last->n != 1)
		return false;
	if (is_char(flow, last, '-'))
		return last == flow->units || is(last - 1, TEXT_BLANK | TEXT_NEWLINE) ||
		       is_char(flow, last - 1, '-') || is_char(flow, unit, '-');
	/* an ideograph may begin a line there */
	return unit->width < 2 && strchr(".,:;+", flow->bytes.at[last->at]);
}

/* One unit for each cluster, as `clusters` and `lines` mark them. */
static void make_units(struct text_flow *flow, const char *bytes, size_t n, const char *clusters,
		       const char *lines)
{
	const struct text_run *run = flow->runs;
	size_t start = 0; /* of the run */

	for (size_t at = 0, next; at < n; at = next) {
		struct text_unit *unit = &flow->units[flow->n_units++];

		for (next = at + 1; next < n && !clusters[next]; next++)
			;
		while (run->end <= at)
			start = (run++)->end;
		*unit = (struct text_unit){.at = (uint32_t)at,
					   .n = (uint32_t)(next - at),
					   .link = run->link,
					   .ink = run->ink,
					   .flags = flags_of(bytes + at, next - at)};
		if (!(unit->flags & (TEXT_NEWLINE | TEXT_HYPHEN)))
			unit->width = text_width_cluster(bytes + at, next - at);
		if (lines[at] == UC_BREAK_POSSIBLE && !is_held(run, at == start) &&
		    !is_one_word(flow, unit))
			unit->flags |= TEXT_MAY_BREAK;
	}
}

void text_flow_close(struct text_flow *flow)
{
	size_t n = flow->bytes.n;
	void *units = flow->units, *breaks = flow->breaks;
	const char *bytes;

	flow->n_units = 0;
	flow->failed = flow->failed || flow->bytes.failed;
	if (flow->failed || n == 0)
		return;
	if (!reserve(flow, &breaks, &flow->breaks_size, 2 * n, 1))
		return;
	flow->breaks = breaks;
	if (!reserve(flow, &units, &flow->units_size, n, sizeof(*flow->units)))
		return;
	flow->units = units;
	bytes = flow->bytes.at;
	u8_grapheme_breaks((const uint8_t *)bytes, n, flow->breaks);
	u8_possible_linebreaks((const uint8_t *)bytes, n, "UTF-8", flow->breaks + n);
	make_units(flow, bytes, n, flow->breaks, flow->breaks + n);
}

/* ---- lines */

/* What has been set of a line: up to the last unit that is no blank. */
struct setting {
	size_t to;
	uint32_t width; /* up to there */
	uint32_t total; /* with the blanks behind */
	bool has_hyphen; /* the last unit is a soft one */
};

static void set_unit(struct setting *setting, const struct text_unit *unit, size_t index)
{
	setting->total += unit->width;
	if (is(unit, TEXT_BLANK))
		return;
	setting->to = index + 1;
	setting->width = setting->total;
	setting->has_hyphen = is(unit, TEXT_HYPHEN);
}

static struct text_line line_of(size_t from, const struct setting *setting, bool is_end)
{
	bool has_hyphen = setting->has_hyphen && !is_end;

	return (struct text_line){from, setting->to, setting->width + has_hyphen, has_hyphen};
}

struct text_extent text_flow_extent(const struct text_flow *flow)
{
	struct text_extent extent = {0, 0};
	struct setting line = {0}, piece = {0};

	for (size_t i = 0; i < flow->n_units; i++) {
		const struct text_unit *unit = &flow->units[i];

		if (is(unit, TEXT_MAY_BREAK | TEXT_NEWLINE)) {
			uint32_t width =
				piece.width + (piece.has_hyphen && !is(unit, TEXT_NEWLINE));

			if (extent.longest < width)
				extent.longest = width;
			piece = (struct setting){0};
		}
		if (is(unit, TEXT_NEWLINE)) {
			if (extent.natural < line.width)
				extent.natural = line.width;
			line = (struct setting){0};
			continue;
		}
		set_unit(&line, unit, i);
		set_unit(&piece, unit, i);
	}
	if (extent.natural < line.width)
		extent.natural = line.width;
	if (extent.longest < piece.width)
		extent.longest = piece.width;
	return extent;
}

/* Behind a soft break: the blanks there belong to no line. */
static size_t skip_blanks(const struct text_flow *flow, size_t at)
{
	while (at < flow->n_units && is(&flow->units[at], TEXT_BLANK))
		at++;
	return at;
}

bool text_flow_next(const struct text_flow *flow, size_t *at, uint32_t width,
		    struct text_line *line)
{
	size_t from = *at, i;
	struct setting setting = {.to = from}, fitting = {.to = from};
	size_t next = 0; /* where the line behind `fitting` begins, 0 while there is none */

	if (from >= flow->n_units)
		return false;
	for (i = from; i < flow->n_units; i++) {
		const struct text_unit *unit = &flow->units[i];

		if (is(unit, TEXT_NEWLINE)) {
			*line = line_of(from, &setting, true);
			*at = i + 1;
			return true;
		}
		if (is(unit, TEXT_MAY_BREAK) && i > from &&
		    setting.width + setting.has_hyphen <= width) {
			fitting = setting;
			next = i;
		}
		if (setting.total + unit->width > width && !is(unit, TEXT_BLANK))
			break;
		set_unit(&setting, unit, i);
	}
	if (i == flow->n_units) {
		*line = line_of(from, &setting, true);
		*at = i;
		return true;
	}
	if (next > 0) {
		*line = line_of(from, &fitting, false);
	} else {
		if (i == from) { /* it is wider than the line */
			set_unit(&setting, &flow->units[i], i);
			i++;
		}
		*line = line_of(from, &setting, true);
		next = i;
	}
	*at = skip_blanks(flow, next);
	return true;
}
