/* SPDX-License-Identifier: MIT */
#include "text/text_pen.h"

#include "text/text_escape.h"

void text_pen_init(struct text_pen *pen, struct out *out, const struct links *followed,
		   bool has_escapes)
{
	*pen = (struct text_pen){.out = out, .followed = followed, .has_escapes = has_escapes};
}

static void follow(struct text_pen *pen, uint32_t link)
{
	if (link == pen->link || !pen->has_escapes)
		return;
	pen->link = link;
	text_escape_link(pen->out, link > 0 ? pen->followed->at[link - 1].url : "", link);
}

void text_pen_ink(struct text_pen *pen, uint8_t ink)
{
	if (ink == pen->ink || !pen->has_escapes)
		return;
	pen->ink = ink;
	text_escape_ink(pen->out, ink);
}

static void put_blanks(struct text_pen *pen)
{
	static const char blanks[] = "                                ";

	for (uint32_t n; pen->n_blanks > 0; pen->n_blanks -= n) {
		n = pen->n_blanks < sizeof(blanks) - 1 ? pen->n_blanks : sizeof(blanks) - 1;
		out_bytes(pen->out, blanks, n);
	}
}

void text_pen_bytes(struct text_pen *pen, const char *bytes, size_t n)
{
	if (n == 0)
		return;
	put_blanks(pen);
	out_bytes(pen->out, bytes, n);
}

/* Without escapes and isolates a line is bytes as they are, but for soft hyphens. */
static bool is_bare(const struct text_flow *flow, const struct text_line *line, uint8_t *flags)
{
	uint8_t ink = 0;
	uint32_t link = 0;

	*flags = 0;
	for (size_t i = line->from; i < line->to; i++) {
		*flags |= flow->units[i].flags;
		ink |= flow->units[i].ink;
		link |= flow->units[i].link;
	}
	return ink == 0 && link == 0 && !(*flags & (TEXT_ISOLATED | TEXT_HYPHEN));
}

static void put_units(struct text_pen *pen, const struct text_flow *flow,
		      const struct text_line *line, bool is_isolated)
{
	struct text_isolate isolate;

	if (is_isolated)
		text_escape_isolate(&isolate, pen->out);
	for (size_t i = line->from; i < line->to; i++) {
		const struct text_unit *unit = &flow->units[i];
		const char *bytes = flow->bytes.at + unit->at;

		if (unit->flags & TEXT_HYPHEN && unit->width == 0)
			continue;
		text_pen_ink(pen, unit->ink);
		follow(pen, unit->link);
		if (is_isolated)
			text_escape_isolated(&isolate, bytes, unit->n);
		else
			out_bytes(pen->out, bytes, unit->n);
	}
	if (line->has_hyphen)
		out_char(pen->out, '-');
	if (is_isolated)
		text_escape_isolate_end(&isolate);
}

void text_pen_line(struct text_pen *pen, const struct text_flow *flow, const struct text_line *line)
{
	uint8_t flags;

	if (line->to == line->from)
		return;
	put_blanks(pen);
	if (is_bare(flow, line, &flags)) {
		const struct text_unit *first = &flow->units[line->from];
		const struct text_unit *last = &flow->units[line->to - 1];

		text_pen_ink(pen, 0);
		out_bytes(pen->out, flow->bytes.at + first->at, last->at + last->n - first->at);
		return;
	}
	put_units(pen, flow, line, flags & TEXT_ISOLATED);
	follow(pen, 0);
	text_pen_ink(pen, 0);
}

void text_pen_end(struct text_pen *pen)
{
	pen->n_blanks = 0;
	text_pen_ink(pen, 0);
	out_char(pen->out, '\n');
	pen->n_lines++;
}
