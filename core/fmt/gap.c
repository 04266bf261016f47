/* SPDX-License-Identifier: MIT */
#include "fmt/gap.h"

#include "base/breaks.h"
#include "base/utf8.h"

void gap_init(struct gap *gap, const char *bytes, size_t start, size_t end)
{
	*gap = (struct gap){.bytes = bytes, .at = start, .end = end, .is_line_begun = start > 0};
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

static int column_of(const char *bytes, size_t at)
{
	size_t start = at;

	while (start > 0 && breaks_length(bytes + start - 1, at - start + 1) == 0)
		start--;
	return (int)utf8_length(bytes + start, at - start);
}

bool gap_has_blank(const struct gap *gap)
{
	return gap->n_breaks > 1;
}

bool gap_next(struct gap *gap, struct remark *out)
{
	const char *bytes = gap->bytes;

	while (gap->at < gap->end && bytes[gap->at] != '#') {
		size_t n_break = breaks_length(bytes + gap->at, gap->end - gap->at);

		if (n_break == 0 && !is_blank(bytes[gap->at])) {
			gap->is_foreign = true;
			return false;
		}
		gap->n_breaks += n_break > 0;
		gap->is_line_begun = gap->is_line_begun && n_break == 0;
		gap->at += n_break > 0 ? n_break : 1;
	}
	if (gap->at >= gap->end)
		return false;
	*out = (struct remark){.start = gap->at,
			       .n = breaks_line(bytes + gap->at, gap->end - gap->at),
			       .column = column_of(bytes, gap->at),
			       .is_behind = gap->is_line_begun,
			       .has_blank = gap_has_blank(gap)};
	gap->at += out->n;
	while (is_blank(bytes[out->start + out->n - 1]))
		out->n--;
	gap->n_breaks = 0;
	return true;
}
