/* SPDX-License-Identifier: MIT */
#include "text/text_layout.h"

/* Columns of words: a product gets more than COMFORT only where there is room, and words longer than LONG are broken. */
enum { LEAST = 5, LEAST_FEATURE = 7, COMFORT = 15, LONG = 20 };

void text_layout_tell(struct text_column *column, struct text_extent field)
{
	uint32_t natural = field.natural < TEXT_LAYOUT_WIDEST ? field.natural : TEXT_LAYOUT_WIDEST;

	if (column->extent.natural < field.natural)
		column->extent.natural = field.natural;
	if (column->extent.longest < field.longest)
		column->extent.longest = field.longest;
	if (field.natural < TEXT_LAYOUT_WIDEST)
		column->lines[natural]++;
	else
		column->beyond += field.natural;
}

void text_layout_told(struct text_column *column)
{
	/* of thousands of columns most have few different widths */
	struct {
		uint64_t natural, n;
	} kinds[TEXT_LAYOUT_WIDEST];
	size_t n_kinds = 0;

	for (uint64_t natural = 1; natural < TEXT_LAYOUT_WIDEST; natural++) {
		kinds[n_kinds].natural = natural;
		kinds[n_kinds].n = column->lines[natural];
		n_kinds += kinds[n_kinds].n > 0;
	}
	for (uint64_t width = 1; width <= TEXT_LAYOUT_WIDEST; width++) {
		uint64_t sum = column->beyond / width;

		for (size_t i = 0; i < n_kinds; i++)
			sum += kinds[i].n * ((kinds[i].natural + width - 1) / width);
		column->lines[width] = sum;
	}
}

static uint32_t least_of(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* The width at which a column can be read well, however little there is. */
static uint32_t comfortable(const struct text_column *column)
{
	uint32_t word = least_of(column->extent.longest, LONG);
	uint32_t line = least_of(column->extent.natural, COMFORT);

	return word > line ? word : line;
}

static uint32_t total_of(const struct text_layout *layout, const struct text_column *columns,
			 const struct text_group *group)
{
	uint32_t total = layout->around + comfortable(&columns[0]);

	for (uint32_t i = 0; i < group->n; i++)
		total += layout->between + comfortable(&columns[1 + group->first + i]);
	return total;
}

/* `n` products in `n_groups` groups of nearly the same number. */
static void spread(uint32_t n, uint32_t n_groups, struct text_group *groups)
{
	for (uint32_t i = 0, first = 0; i < n_groups; i++) {
		groups[i] = (struct text_group){.first = first, .n = (n - first) / (n_groups - i)};
		if ((n - first) % (n_groups - i) > 0)
			groups[i].n++;
		first += groups[i].n;
	}
}

static bool all_fit(const struct text_layout *layout, const struct text_column *columns,
		    const struct text_group *groups, uint32_t n_groups)
{
	for (uint32_t i = 0; i < n_groups; i++)
		if (groups[i].n > 1 && total_of(layout, columns, &groups[i]) > layout->width)
			return false;
	return true;
}

/* How many groups it takes when each is filled before the next is begun: no spread needs fewer. */
static uint32_t fewest_groups(const struct text_layout *layout, const struct text_column *columns,
			      uint32_t n)
{
	uint32_t n_groups = 1, total = layout->around + comfortable(&columns[0]), n_in = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t more = layout->between + comfortable(&columns[1 + i]);

		if (n_in > 0 && total + more > layout->width) {
			n_groups++;
			n_in = 0;
			total = layout->around + comfortable(&columns[0]);
		}
		total += more;
		n_in++;
	}
	return n_groups;
}

/* ---- widths within a group */

/* What is left to give, and to whom: the features' column and those of the products. */
struct sharing {
	const struct text_column *features;
	struct text_column *products;
	struct text_group *group;
	uint32_t left;
};

static uint32_t *width_at(const struct sharing *sharing, uint32_t i)
{
	return i == 0 ? &sharing->group->feature_width : &sharing->products[i - 1].width;
}

static const struct text_column *column_at(const struct sharing *sharing, uint32_t i)
{
	return i == 0 ? sharing->features : &sharing->products[i - 1];
}

/* The step of at most `most` columns that saves most lines a column; none where nothing is to be saved. */
static struct text_offer offer_of(const struct text_column *column, uint32_t width, uint32_t most)
{
	struct text_offer best = {.width = width};
	uint32_t natural = least_of(column->extent.natural, TEXT_LAYOUT_WIDEST);

	for (uint32_t to = width + 1; to <= natural && to - width <= most; to++) {
		double rate = ((double)column->lines[width] - (double)column->lines[to]) /
			      (double)(to - width);

		if (rate > best.rate)
			best = (struct text_offer){to, rate};
	}
	return best;
}

/* Gives what is left away, step by step, each to the column that makes most of it. */
static void share(struct sharing *sharing, uint32_t n, struct text_offer *offers)
{
	for (uint32_t i = 0; i < n; i++)
		offers[i] = (struct text_offer){0};
	while (sharing->left > 0) {
		const struct text_offer *best = NULL;
		uint32_t to = 0;

		for (uint32_t i = 0; i < n; i++) {
			uint32_t width = *width_at(sharing, i);

			if (offers[i].width == 0 || offers[i].width - width > sharing->left)
				offers[i] = offer_of(column_at(sharing, i), width, sharing->left);
			if (offers[i].rate > 0 && (!best || offers[i].rate > best->rate)) {
				best = &offers[i];
				to = i;
			}
		}
		if (!best)
			return;
		sharing->left -= best->width - *width_at(sharing, to);
		*width_at(sharing, to) = best->width;
		offers[to].width = 0;
	}
}

/* How much narrower a column may still become. */
static uint32_t slack_at(const struct sharing *sharing, uint32_t i)
{
	uint32_t width = *width_at(sharing, i), least = i == 0 ? LEAST_FEATURE : LEAST;

	return width > least ? width - least : 0;
}

/* Narrower than comfortable: takes from who has most to give until it fits, or nothing more can be taken. */
static bool squeeze(struct sharing *sharing, uint32_t n, uint32_t *total, uint32_t width)
{
	while (*total > width) {
		uint32_t most = 0;

		for (uint32_t i = 1; i < n; i++)
			if (slack_at(sharing, i) > slack_at(sharing, most))
				most = i;
		if (slack_at(sharing, most) == 0)
			return false;
		--*width_at(sharing, most);
		--*total;
	}
	return true;
}

static bool set_widths(const struct text_layout *layout, struct text_column *columns,
		       struct text_group *group, struct text_offer *offers)
{
	struct sharing sharing = {&columns[0], &columns[1 + group->first], group, 0};
	uint32_t total = total_of(layout, columns, group);

	for (uint32_t i = 0; i <= group->n; i++) {
		uint32_t width = comfortable(column_at(&sharing, i));

		*width_at(&sharing, i) = width > 0 ? width : 1;
		total += width == 0;
	}
	if (total > layout->width &&
	    (!layout->may_squeeze || !squeeze(&sharing, group->n + 1, &total, layout->width)))
		return false;
	sharing.left = layout->width - total;
	share(&sharing, group->n + 1, offers);
	group->total = layout->width - sharing.left;
	return true;
}

uint32_t text_layout_plan(const struct text_layout *layout, struct text_column *columns, uint32_t n,
			  struct text_group *groups)
{
	uint32_t n_groups = layout->n_groups_wanted;

	if (n == 0)
		return 0;
	if (n_groups == 0)
		n_groups = fewest_groups(layout, columns, n);
	for (n_groups = least_of(n_groups, n);; n_groups++) {
		spread(n, n_groups, groups);
		if (layout->n_groups_wanted > 0 || n_groups == n ||
		    all_fit(layout, columns, groups, n_groups))
			break;
	}
	for (uint32_t i = 0; i < n_groups; i++) {
		uint64_t least = (uint64_t)groups[i].n * layout->between + layout->around;

		if (least > layout->width ||
		    !set_widths(layout, columns, &groups[i], layout->scratch))
			return 0;
	}
	return n_groups;
}
