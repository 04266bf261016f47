/* SPDX-License-Identifier: MIT */
#include "check/check_evidence.h"

void check_evidence_sources(struct check *check, const struct spot *spot,
			    const struct raw_list *list, struct dataset_ids *out)
{
	const struct raw_scalar *scalar;
	struct about about;

	out->at = list->n ? check_value_array(check, list->n, sizeof(*out->at)) : NULL;
	if (!out->at)
		return;
	out->n = list->n;
	for (uint32_t i = 0; i < list->n; i++) {
		scalar = RAW_AT(raw_scalar, check->raw->scalars, list->first + i);
		out->at[i] = check_value_url(check, spot, "source", (long)i, scalar);
		if (!check_value_is_given(check, scalar)) {
			about = check_value_at(check, spot, scalar->place, "source", (long)i);
			load_error(check->load, &about, "this source is empty");
		}
	}
}

const struct dataset_evidence *check_evidence(struct check *check, const struct spot *spot,
					      uint32_t number)
{
	const struct raw_evidence *raw;
	struct dataset_evidence *made;

	if (!number)
		return NULL;
	raw = RAW_AT(raw_evidence, check->raw->evidences, number - 1);
	made = check_value_array(check, 1, sizeof(*made));
	if (!made)
		return NULL;
	check_evidence_sources(check, spot, &raw->sources, &made->sources);
	made->since = check_value_plain(check, spot, "since", &raw->since);
	made->verified = check_value_date(check, spot, "verified", &raw->verified);
	return made;
}
