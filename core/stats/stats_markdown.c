/* SPDX-License-Identifier: MIT */
#include "stats/stats_markdown.h"

#include <string.h>

/* Letters of a name, on one line: each mark of punctuation that GFM knows gets a backslash (0.29, 6.1). */
static void put_letters(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n') { /* a category's name may have a break */
			buf_put_byte(out, ' ');
			continue;
		}
		/* "://", "www." and "@" would be links */
		if (strchr("\\`*_[]<>&!~|#:@.", *text))
			buf_put_byte(out, '\\');
		buf_put_byte(out, *text);
	}
}

static void put_date(struct buf *out, struct mr_date date)
{
	if (date.year > 0)
		buf_printf(out, "%04d-%02u-%02u", date.year, (unsigned)date.month,
			   (unsigned)date.day);
	else
		buf_put_text(out, "–");
}

static void put_share(struct buf *out, double share)
{
	if (share >= 0)
		buf_printf(out, " | %u %%", stats_percent(share));
	else
		buf_put_text(out, " | –");
}

static void put_row(struct buf *out, const struct stats_row *row, const char *name)
{
	buf_put_text(out, "| ");
	put_letters(out, name);
	for (int like = 0; like < MR_N_LIKES; like++)
		buf_printf(out, " | %u", row->counts->n[like]);
	buf_printf(out, " | %u", row->n_texts);
	put_share(out, row->counts->coverage);
	buf_printf(out, " | %u of %u", row->n_sourced, row->n_stated);
	put_share(out, stats_share(row->n_verified, row->n_stated));
	buf_put_text(out, " | ");
	put_date(out, row->oldest);
	if (row->median_age >= 0)
		buf_printf(out, " | %lld days |\n", (long long)row->median_age);
	else
		buf_put_text(out, " | – |\n");
}

static void put_rows(struct buf *out, const char *what, const struct stats_row *rows, uint32_t n,
		     const struct stats_row *all)
{
	buf_printf(out,
		   "\n| %s | yes | partial | no | unknown | n/a | texts | coverage | with source | "
		   "verified | oldest | median age |\n"
		   "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
		   what);
	for (uint32_t i = 0; i < n; i++)
		put_row(out, &rows[i], rows[i].name);
	if (all && n > 1)
		put_row(out, all, "all");
}

void stats_markdown_put(struct buf *out, const struct stats *stats)
{
	const struct mr_matrix *m = stats->m;

	buf_put_text(out, "**");
	put_letters(out, m->title);
	buf_put_text(out, "**");
	if (m->as_of.year > 0) {
		buf_put_text(out, ", as of ");
		put_date(out, m->as_of);
	}
	if (*m->selection.words) {
		buf_put_text(out, "; ");
		put_letters(out, m->selection.words);
	}
	buf_put_byte(out, '\n');
	put_rows(out, "Product", stats->products, m->products.n, &stats->all);
	put_rows(out, "Category", stats->categories, m->categories.n, NULL);
	buf_put_text(out, "\nAges are days before ");
	put_date(out, stats->today);
	buf_put_text(out, "; verified is the share of the cells that state something.\n");
}
