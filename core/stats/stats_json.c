/* SPDX-License-Identifier: MIT */
#include "stats/stats_json.h"

#include "base/json.h"

enum { SCALE = 10000 };

static const char *const likes[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

static void put_date(struct buf *out, const char *key, struct mr_date date)
{
	if (date.year > 0)
		buf_printf(out, "\"%s\": \"%04d-%02u-%02u\"", key, date.year, (unsigned)date.month,
			   (unsigned)date.day);
	else
		buf_printf(out, "\"%s\": null", key);
}

/* With four decimals, which no locale changes; null for a negative one. */
static void put_share(struct buf *out, const char *key, double share)
{
	unsigned parts = share >= 0 ? (unsigned)(share * SCALE + 0.5) : 0;

	if (share >= 0)
		buf_printf(out, "\"%s\": %u.%04u, ", key, parts / SCALE, parts % SCALE);
	else
		buf_printf(out, "\"%s\": null, ", key);
}

static void put_median(struct buf *out, const struct stats_row *row)
{
	if (row->median_age >= 0)
		buf_printf(out, "\"median_age\": %lld", (long long)row->median_age);
	else
		buf_put_text(out, "\"median_age\": null");
}

static void put_counts(struct buf *out, const struct stats_row *row)
{
	for (int like = 0; like < MR_N_LIKES; like++)
		buf_printf(out, "\"%s\": %u, ", likes[like], row->counts->n[like]);
	buf_printf(out, "\"texts\": %u, \"unknown_facts\": %u, ", row->n_texts,
		   row->n_unknown_facts);
	put_share(out, "coverage", row->counts->coverage);
	buf_printf(out,
		   "\"stated\": %u, \"sourced\": %u, \"without_source\": %u, \"verified\": %u, ",
		   row->n_stated, row->n_sourced, row->n_stated - row->n_sourced, row->n_verified);
	put_share(out, "verified_share", stats_share(row->n_verified, row->n_stated));
	put_date(out, "oldest", row->oldest);
	buf_put_text(out, ", ");
	put_median(out, row);
}

static void put_rows(struct buf *out, const char *key, const struct stats_row *rows, uint32_t n)
{
	buf_printf(out, "  \"%s\": [", key);
	for (uint32_t i = 0; i < n; i++) {
		buf_put_text(out, i > 0 ? ",\n    {" : "\n    {");
		json_put_member(out, "id", rows[i].id);
		buf_put_text(out, ", ");
		json_put_member(out, "name", rows[i].name);
		buf_put_text(out, ", ");
		put_counts(out, &rows[i]);
		buf_put_byte(out, '}');
	}
	buf_put_text(out, n > 0 ? "\n  ],\n" : "],\n");
}

static void put_statuses(struct buf *out, const struct mr_matrix *m)
{
	bool is_first = true;

	buf_put_text(out, "  \"statuses\": [");
	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);

		if (!status->is_used)
			continue;
		buf_put_text(out, is_first ? "\n    {" : ",\n    {");
		is_first = false;
		json_put_member(out, "id", status->id);
		buf_put_text(out, ", ");
		json_put_member(out, "label", status->label);
		buf_put_text(out, ", ");
		json_put_member(out, "like", likes[status->like < MR_N_LIKES ? status->like : 0]);
		buf_printf(out, ", \"cells\": %u}", status->n_cells);
	}
	buf_put_text(out, is_first ? "],\n" : "\n  ],\n");
}

static void put_ages(struct buf *out, const struct stats *stats)
{
	static const int ends[STATS_N_AGES - 1] = STATS_AGES;

	buf_put_text(out, "  \"verified\": {");
	put_date(out, "oldest", stats->all.oldest);
	buf_put_text(out, ", ");
	put_date(out, "newest", stats->newest);
	buf_put_text(out, ", ");
	put_median(out, &stats->all);
	buf_put_text(out, ", \"ages\": [");
	for (int i = 0; i < STATS_N_AGES - 1; i++)
		buf_printf(out, "{\"up_to\": %d, \"cells\": %u}, ", ends[i], stats->n_by_age[i]);
	buf_printf(out, "{\"up_to\": null, \"cells\": %u}], \"after_today\": %u}\n",
		   stats->n_by_age[STATS_N_AGES - 1], stats->n_later);
}

void stats_json_put(struct buf *out, const struct stats *stats)
{
	const struct mr_matrix *m = stats->m;

	buf_put_text(out, "{\n  ");
	json_put_member(out, "dataset", m->dataset_name);
	buf_put_text(out, ", ");
	json_put_member(out, "title", m->title);
	buf_put_text(out, ",\n  ");
	json_put_member(out, "selection", m->selection.words);
	buf_put_text(out, ",\n  ");
	put_date(out, "as_of", m->as_of);
	buf_put_text(out, ", ");
	put_date(out, "today", stats->today);
	if (m->as_of.year > 0)
		buf_printf(out, ", \"age\": %lld,\n", (long long)stats->as_of_age);
	else
		buf_put_text(out, ", \"age\": null,\n");
	buf_printf(out, "  \"n_products\": %u, \"n_categories\": %u, \"n_features\": %u, ",
		   m->products.n, m->categories.n, m->features.n);
	buf_printf(out, "\"n_facts\": %u, \"n_cells\": %u, \"n_notes\": %u,\n", stats->n_facts,
		   m->products.n * m->features.n, m->notes.n);
	buf_put_text(out, "  \"all\": {");
	put_counts(out, &stats->all);
	buf_put_text(out, "},\n");
	put_rows(out, "products", stats->products, m->products.n);
	put_rows(out, "categories", stats->categories, m->categories.n);
	put_statuses(out, m);
	put_ages(out, stats);
	buf_put_text(out, "}\n");
}
