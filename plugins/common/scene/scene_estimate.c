/* SPDX-License-Identifier: MIT */
/*
 * The width of a text without a font: advances of DejaVu Sans, the widest of the sans-serif faces
 * that browsers fall back to, so that what fits by this estimate fits in Helvetica, Arial or Noto.
 */
#include "common/scene/scene.h"

#include "common/write/utf8.h"

/* Thousandths of the size, U+0020 to U+007E. */
static const uint16_t ascii[95] = {
	318,  401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
	636,  636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
	1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
	603,  787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
	500,  613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
	635,  635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
};

struct range {
	uint32_t first, last;
	uint16_t advance;
};

/* By script, upper mean of the letters; what is listed nowhere is as wide as its size. */
static const struct range ranges[] = {
	{0x00a0, 0x024f, 700}, {0x0250, 0x02ff, 600},  {0x0300, 0x036f, 0},   {0x0370, 0x03ff, 700},
	{0x0400, 0x052f, 780}, {0x0530, 0x058f, 720},  {0x0590, 0x05cf, 0},   {0x05d0, 0x05ff, 640},
	{0x0600, 0x064a, 700}, {0x064b, 0x065f, 0},    {0x0660, 0x06ff, 700}, {0x0900, 0x0dff, 800},
	{0x0e00, 0x0eff, 700}, {0x1e00, 0x1fff, 700},  {0x2000, 0x200a, 500}, {0x200b, 0x200f, 0},
	{0x2010, 0x2012, 500}, {0x2013, 0x2014, 1000}, {0x2018, 0x201f, 520}, {0x2020, 0x2022, 600},
	{0x202a, 0x202e, 0},   {0x2060, 0x206f, 0},    {0x20a0, 0x20cf, 700}, {0x2190, 0x22ff, 880},
	{0xfe00, 0xfe0f, 0},   {0x1f3fb, 0x1f3ff, 0},
};

static unsigned advance_of(uint32_t code)
{
	size_t low = 0, high = sizeof(ranges) / sizeof(*ranges);

	if (code < 0x7f)
		return code < 0x20 ? 0 : ascii[code - 0x20];
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (code < ranges[mid].first)
			high = mid;
		else if (code > ranges[mid].last)
			low = mid + 1;
		else
			return ranges[mid].advance;
	}
	/* emoji are wider than they are high */
	return code >= 0x1f000 ? 1300 : 1000;
}

double scene_estimate(void *user, const char *text, size_t n, double size, bool is_bold)
{
	const char *at = text, *end = at + n;
	double sum = 0;

	(void)user;
	while (at < end)
		sum += advance_of(utf8_next(&at));
	return sum * (is_bold ? 1.14 : 1.0) * size / 1000;
}
