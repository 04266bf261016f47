/* SPDX-License-Identifier: MIT */
#include "json/json_declared.h"

static void put_string(yajl_gen gen, const char *text)
{
	yajl_gen_string(gen, (const unsigned char *)text, strlen(text));
}

static void put_member(yajl_gen gen, const char *key, const char *text)
{
	if (!*text)
		return;
	put_string(gen, key);
	put_string(gen, text);
}

void json_declared_status(yajl_gen gen, const struct mr_matrix *m, uint32_t index)
{
	static const char *const likes[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};
	const struct mr_status *status = mr_status_at(m, index);

	put_member(gen, "id", status->id);
	put_member(gen, "name", status->label);
	put_member(gen, "symbol", status->symbol);
	put_member(gen, "like", status->like < MR_N_LIKES ? likes[status->like] : "");
}

/* As a dataset has them: an id alone must be a yes. */
static void put_requirements(yajl_gen gen, const struct mr_profile *profile)
{
	put_string(gen, "require");
	yajl_gen_array_open(gen);
	for (uint32_t i = 0; i < profile->requirements.n; i++) {
		const struct mr_requirement *is = mr_at(&profile->requirements, i);

		if (!is->is_partial_enough) {
			put_string(gen, is->id);
			continue;
		}
		yajl_gen_map_open(gen);
		put_member(gen, "feature", is->id);
		put_member(gen, "at-least", "partial");
		yajl_gen_map_close(gen);
	}
	yajl_gen_array_close(gen);
}

static void put_weights(yajl_gen gen, const struct mr_profile *profile)
{
	put_string(gen, "weights");
	yajl_gen_map_open(gen);
	for (uint32_t i = 0; i < profile->weights.n; i++) {
		const struct mr_weight *is = mr_at(&profile->weights, i);

		put_string(gen, is->id);
		yajl_gen_double(gen, is->weight);
	}
	yajl_gen_map_close(gen);
}

void json_declared_profile(yajl_gen gen, const struct mr_matrix *m, uint32_t index)
{
	const struct mr_profile *profile = mr_profile_at(m, index);

	put_member(gen, "id", profile->id);
	put_member(gen, "name", profile->name);
	put_member(gen, "description", profile->description->plain);
	put_requirements(gen, profile);
	put_weights(gen, profile);
	put_string(gen, "without");
	yajl_gen_array_open(gen);
	for (uint32_t i = 0; i < profile->without.n; i++)
		put_string(gen, mr_product_at(m, mr_index_at(&profile->without, i))->id);
	yajl_gen_array_close(gen);
	put_string(gen, "partial");
	yajl_gen_double(gen, profile->partial);
}
