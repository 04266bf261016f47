/* SPDX-License-Identifier: MIT */
#include "common/write/weights.h"

#include "common/write/fill.h"

bool weights_has_mark(const struct mr_feature *feature)
{
	return !feature->is_fact && (feature->weight < 1 || feature->weight > 1);
}

bool weights_matter(const struct mr_matrix *matrix)
{
	for (uint32_t row = 0; row < matrix->features.n; row++)
		if (weights_has_mark(mr_feature_at(matrix, row)))
			return true;
	return false;
}

void weights_put(struct out *out, double weight)
{
	out_string(out, "\302\240\303\227");
	out_exact(out, weight);
}

void weights_put_mark(struct out *out, const struct mr_feature *feature)
{
	if (weights_has_mark(feature))
		weights_put(out, feature->weight);
}

static void put_list(struct out *out, const struct mr_matrix *matrix)
{
	uint32_t n = 0;

	for (uint32_t row = 0; row < matrix->features.n; row++) {
		const struct mr_feature *feature = mr_feature_at(matrix, row);

		if (!weights_has_mark(feature))
			continue;
		if (n > 0)
			out_string(out, ", ");
		if (n++ == WEIGHTS_MOST_NAMED) {
			out_string(out, "\342\200\246");
			return;
		}
		out_string(out, feature->name->plain);
		weights_put_mark(out, feature);
	}
}

void weights_put_line(struct out *out, const struct mr_matrix *matrix)
{
	struct out list;

	if (!weights_matter(matrix))
		return;
	out_to_memory(&list, 0);
	put_list(&list, matrix);
	fill_write(out,
		   mr_word(matrix, "coverage_weighted",
			   "Coverage is weighted, the counts are not: {weights}"),
		   (struct fill_place[]){{"weights", out_at(&list)}}, 1, NULL);
	/* a list that did not come into being is missed in its line: both fail */
	out->failed = out->failed || list.failed;
	out_release(&list);
}
