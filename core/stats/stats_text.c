/* SPDX-License-Identifier: MIT */
#include "stats/stats_text.h"

#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"

/* A longer name moves the numbers of its line, instead of those of all. */
enum { LONGEST_NAME = 40 };

static const char *const heads[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "n/a"};

/* ---- words in columns */

static int width_of(const char *text)
{
	return (int)utf8_length(text, strlen(text));
}

/* A category's name may have breaks, which are spaces here. */
static void put_name(struct buf *out, const char *name, int width)
{
	int n = width_of(name);

	for (size_t line; *name; name += line + (name[line] != '\0')) {
		line = strcspn(name, "\n");
		diag_neutralise(out, name, line);
		buf_put_text(out, name[line] ? " " : "");
	}
	buf_printf(out, "%*s", n < width ? width - n : 0, "");
}

static int widest(const struct stats_row *rows, uint32_t n, const char *head)
{
	int width = width_of(head);

	for (uint32_t i = 0; i < n; i++) {
		int own = width_of(rows[i].name);

		if (own > width)
			width = own;
	}
	return width < LONGEST_NAME ? width : LONGEST_NAME;
}

static void put_plural(struct buf *out, uint32_t n, const char *one, const char *many)
{
	buf_printf(out, "%u %s", n, n == 1 ? one : many);
}

static void put_date(struct buf *out, struct mr_date date)
{
	buf_printf(out, "%04d-%02u-%02u", date.year, (unsigned)date.month, (unsigned)date.day);
}

/* ---- tables of counts */

static void put_head(struct buf *out, const char *what, int width)
{
	put_name(out, what, width);
	for (int like = 0; like < MR_N_LIKES; like++)
		buf_printf(out, "  %7s", heads[like]);
	buf_put_text(out, "    texts  coverage  no source\n");
}

static void put_row(struct buf *out, const struct stats_row *row, const char *name, int width)
{
	put_name(out, name, width);
	for (int like = 0; like < MR_N_LIKES; like++)
		buf_printf(out, "  %7u", row->counts->n[like]);
	buf_printf(out, "  %7u", row->n_texts);
	if (row->counts->coverage >= 0)
		buf_printf(out, "  %6u %%", stats_percent(row->counts->coverage));
	else
		buf_printf(out, "  %8s", "-");
	buf_printf(out, "  %9u\n", row->n_stated - row->n_sourced);
}

static void put_rows(struct buf *out, const char *what, const struct stats_row *rows, uint32_t n,
		     const struct stats_row *all)
{
	int width = widest(rows, n, what);

	buf_put_byte(out, '\n');
	put_head(out, what, width);
	for (uint32_t i = 0; i < n; i++)
		put_row(out, &rows[i], rows[i].name, width);
	if (all && n > 1)
		put_row(out, all, "all", width);
}

static void put_statuses(struct buf *out, const struct mr_matrix *m)
{
	int width = width_of("status");

	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);
		int own = width_of(status->symbol) + 1 + width_of(status->label);

		if (status->is_used && own > width)
			width = own < LONGEST_NAME ? own : LONGEST_NAME;
	}
	buf_put_byte(out, '\n');
	put_name(out, "status", width);
	buf_put_text(out, "    cells\n");
	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);
		int rest = width - width_of(status->symbol) - 1;

		if (!status->is_used)
			continue;
		put_name(out, status->symbol, 0);
		buf_put_byte(out, ' ');
		put_name(out, status->label, rest);
		buf_printf(out, "  %7u\n", status->n_cells);
	}
}

/* ---- sources and ages */

static void put_evidence_row(struct buf *out, const struct stats_row *row, const char *name,
			     int width)
{
	put_name(out, name, width);
	buf_printf(out, "  %7u  %11u  %8u", row->n_stated, row->n_sourced, row->n_verified);
	if (row->n_stated > 0)
		buf_printf(out, "  %3u %%  ",
			   stats_percent(stats_share(row->n_verified, row->n_stated)));
	else
		buf_put_text(out, "      -  ");
	if (row->oldest.year > 0)
		put_date(out, row->oldest);
	else
		buf_put_text(out, "         -");
	if (row->median_age >= 0)
		buf_printf(out, "  %6lld days\n", (long long)row->median_age);
	else
		buf_put_text(out, "            -\n");
}

static void put_evidence(struct buf *out, const char *what, const struct stats_row *rows,
			 uint32_t n, const struct stats_row *all)
{
	int width = widest(rows, n, what);

	buf_put_byte(out, '\n');
	put_name(out, what, width);
	buf_put_text(out, "   stated  with source  verified             oldest   median age\n");
	for (uint32_t i = 0; i < n; i++)
		put_evidence_row(out, &rows[i], rows[i].name, width);
	if (all && n > 1)
		put_evidence_row(out, all, "all", width);
}

static void put_ages(struct buf *out, const struct stats *stats)
{
	static const int ends[STATS_N_AGES - 1] = STATS_AGES;
	uint32_t n = stats->all.n_verified;

	put_plural(out, n, "cell is", "cells are");
	buf_printf(out, " verified");
	if (n == 0) {
		buf_put_text(out, ".\n");
		return;
	}
	buf_put_text(out, ", from ");
	put_date(out, stats->all.oldest);
	buf_put_text(out, " to ");
	put_date(out, stats->newest);
	if (stats->all.median_age >= 0)
		buf_printf(out, ", half of them %lld days ago or later",
			   (long long)stats->all.median_age);
	buf_put_text(out, ".\n");
	for (int i = 0; i < STATS_N_AGES; i++) {
		if (stats->n_by_age[i] == 0)
			continue;
		if (i < STATS_N_AGES - 1)
			buf_printf(out, "  up to %4d days  %7u\n", ends[i], stats->n_by_age[i]);
		else
			buf_printf(out, "  older           %7u\n", stats->n_by_age[i]);
	}
	if (stats->n_later > 0)
		buf_printf(out, "  after today     %7u\n", stats->n_later);
}

static void put_title(struct buf *out, const struct stats *stats)
{
	const struct mr_matrix *m = stats->m;

	put_name(out, m->dataset_name, 0);
	buf_put_text(out, ": ");
	put_name(out, m->title, 0);
	if (m->as_of.year > 0) {
		buf_put_text(out, ", as of ");
		put_date(out, m->as_of);
		if (stats->as_of_age >= 0)
			buf_printf(out, " (%lld day%s ago)", (long long)stats->as_of_age,
				   stats->as_of_age == 1 ? "" : "s");
		else
			buf_put_text(out, " (a day to come)");
	}
	buf_put_byte(out, '\n');
	if (*m->selection.words) {
		put_name(out, m->selection.words, 0);
		buf_put_byte(out, '\n');
	}
	put_plural(out, m->products.n, "product", "products");
	buf_put_text(out, ", ");
	put_plural(out, m->features.n, "feature", "features");
	if (stats->n_facts > 0)
		buf_printf(out, " (%u without a status)", stats->n_facts);
	buf_put_text(out, " in ");
	put_plural(out, m->categories.n, "category", "categories");
	buf_put_text(out, ", ");
	put_plural(out, m->products.n * m->features.n, "cell", "cells");
	buf_put_text(out, ", ");
	put_plural(out, m->notes.n, "note", "notes");
	buf_put_byte(out, '\n');
}

void stats_text_put(struct buf *out, const struct stats *stats)
{
	const struct mr_matrix *m = stats->m;
	const struct stats_row *all = &stats->all;

	put_title(out, stats);
	put_rows(out, "product", stats->products, m->products.n, all);
	put_rows(out, "category", stats->categories, m->categories.n, NULL);
	put_statuses(out, m);
	if (all->n_sourced > 0 || all->n_verified > 0) {
		put_evidence(out, "product", stats->products, m->products.n, all);
		put_evidence(out, "category", stats->categories, m->categories.n, NULL);
	}
	buf_printf(out, "\n%u of %u cells that state something have no source.\n",
		   all->n_stated - all->n_sourced, all->n_stated);
	put_ages(out, stats);
}
