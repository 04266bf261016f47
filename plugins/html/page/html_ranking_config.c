/* SPDX-License-Identifier: MIT */
#include "html/page/html_ranking_config.h"

#include "html/html_escape.h"

static void put_key(struct out *out, const char *key, bool is_first)
{
	out_string(out, is_first ? "" : ", ");
	html_json_string(out, key);
	out_string(out, ": ");
}

static void put_number(struct out *out, double number)
{
	out_char(out, '"'); /* as it is written: the script counts with its digits */
	out_exact(out, number);
	out_char(out, '"');
}

/* Features that are not shown bring along what the columns say to them. */
static void put_requirements(struct html_page *page, struct out *out, const struct mr_array *list)
{
	out_char(out, '[');
	for (uint32_t i = 0; i < list->n; i++) {
		const struct mr_requirement *is = mr_at(list, i);

		out_string(out, i ? ", {" : "{");
		put_key(out, "id", true);
		html_json_string(out, is->id);
		if (is->is_partial_enough)
			out_string(out, ", \"partial\": true");
		if (is->row == MR_NO_INDEX) {
			put_key(out, "name", false);
			html_json_string(out, is->name->plain);
			put_key(out, "likes", false);
			out_char(out, '"');
			for (uint32_t col = 0; col < page->m->products.n; col++) {
				uint32_t like = mr_requirement_like(is, col);

				out_char(out, like < MR_N_LIKES ? html_status_letter(like) : '-');
			}
			out_char(out, '"');
		}
		out_char(out, '}');
	}
	out_char(out, ']');
}

static void put_weights(struct out *out, const struct mr_array *list)
{
	out_char(out, '[');
	for (uint32_t i = 0; i < list->n; i++) {
		const struct mr_weight *is = mr_at(list, i);

		out_string(out, i ? ", [" : "[");
		html_json_string(out, is->id);
		out_string(out, is->is_category ? ", true, " : ", false, ");
		put_number(out, is->weight);
		out_char(out, ']');
	}
	out_char(out, ']');
}

static void put_profile(struct html_page *page, struct out *out, const struct mr_profile *is)
{
	out_char(out, '{');
	put_key(out, "id", true);
	html_json_string(out, is->id);
	put_key(out, "name", false);
	html_json_string(out, is->name);
	put_key(out, "description", false);
	html_json_string(out, is->description->plain);
	put_key(out, "partial", false);
	put_number(out, is->partial);
	put_key(out, "require", false);
	put_requirements(page, out, &is->requirements);
	put_key(out, "weights", false);
	put_weights(out, &is->weights);
	out_string(out, ", \"without\": [");
	for (uint32_t i = 0; i < is->without.n; i++) {
		out_string(out, i ? ", " : "");
		out_unsigned(out, mr_index_at(&is->without, i));
	}
	out_string(out, "]}");
}

/* What each row counts, and what is required: the command line's word is in both. */
static void put_asked(struct html_page *page, struct out *out)
{
	const struct mr_ranking *ranking = page->m->ranking;

	out_string(out, ",\n\"ranking\": {");
	put_key(out, "profile", true);
	html_json_string(out, ranking->id);
	put_key(out, "require", false);
	put_requirements(page, out, &ranking->requirements);
	out_string(out, ", \"weights\": [");
	for (uint32_t row = 0; row < ranking->weights.n; row++) {
		out_string(out, row ? "," : "");
		put_number(out, *(const double *)mr_at(&ranking->weights, row));
	}
	out_string(out, "]}");
}

void html_ranking_config(struct html_page *page, struct out *out)
{
	if (page->m->ranking)
		put_asked(page, out);
	if (page->m->profiles.n == 0)
		return;
	out_string(out, ",\n\"profiles\": [");
	for (uint32_t i = 0; i < page->m->profiles.n; i++) {
		out_string(out, i ? ",\n" : "");
		put_profile(page, out, mr_profile_at(page->m, i));
	}
	out_char(out, ']');
}
