/* SPDX-License-Identifier: MIT */
#include "common/change/changes_declared.h"

#include "common/write/number.h"
#include "common/write/out.h"

/* ---- a status */

/* What differs of it, and its label in any case. */
static void put_status(struct out *out, const struct mr_status *status, uint32_t what)
{
	static const char *const likes[] = {[MR_LIKE_YES] = "yes",
					    [MR_LIKE_PARTIAL] = "partial",
					    [MR_LIKE_NO] = "no",
					    [MR_LIKE_UNKNOWN] = "unknown",
					    [MR_LIKE_NA] = "na"};

	out_string(out, "statuses.");
	out_string(out, status->id);
	out_string(out, ": ");
	if (what & MR_CHANGED_SYMBOL) {
		out_string(out, status->symbol);
		out_char(out, ' ');
	}
	out_string(out, status->label);
	if ((what & MR_CHANGED_STATUS) && status->like < sizeof(likes) / sizeof(*likes) &&
	    likes[status->like]) {
		out_string(out, ", like: ");
		out_string(out, likes[status->like]);
	}
}

/* ---- a profile */

static void put_requirements(struct out *out, const struct mr_profile *profile)
{
	out_string(out, "require: [");
	for (uint32_t i = 0; i < profile->requirements.n; i++) {
		const struct mr_requirement *is = mr_at(&profile->requirements, i);

		out_string(out, i > 0 ? ", " : "");
		out_string(out, is->is_partial_enough ? "{feature: " : "");
		out_string(out, is->id);
		out_string(out, is->is_partial_enough ? ", at-least: partial}" : "");
	}
	out_char(out, ']');
}

static void put_weights(struct out *out, const struct mr_profile *profile)
{
	out_string(out, "weights: {");
	for (uint32_t i = 0; i < profile->weights.n; i++) {
		const struct mr_weight *is = mr_at(&profile->weights, i);

		out_string(out, i > 0 ? ", " : "");
		out_string(out, is->id);
		out_string(out, ": ");
		out_decimal(out, is->weight, 6);
	}
	out_char(out, '}');
}

static void put_without(struct out *out, const struct mr_matrix *m,
			const struct mr_profile *profile)
{
	out_string(out, "without: [");
	for (uint32_t i = 0; i < profile->without.n; i++) {
		out_string(out, i > 0 ? ", " : "");
		out_string(out, mr_product_at(m, mr_index_at(&profile->without, i))->id);
	}
	out_char(out, ']');
}

/* Before each field but the first. */
static const char *next(uint32_t *n_fields)
{
	return (*n_fields)++ > 0 ? ", " : "";
}

/* The fields of `what`; its name where there are none of them. */
static void put_profile(struct out *out, const struct mr_matrix *m,
			const struct mr_profile *profile, uint32_t what)
{
	uint32_t n = 0;

	out_string(out, "profiles.");
	out_string(out, profile->id);
	out_string(out, ": ");
	if (what & MR_CHANGED_NAME || what == 0) {
		out_string(out, next(&n));
		out_string(out, profile->name);
	}
	if (what & MR_CHANGED_DESCRIPTION) {
		out_string(out, next(&n));
		out_string(out, mr_text_is_empty(profile->description)
					? "–"
					: profile->description->plain);
	}
	if (what & MR_CHANGED_REQUIREMENTS) {
		out_string(out, next(&n));
		put_requirements(out, profile);
	}
	if (what & MR_CHANGED_WEIGHT) {
		out_string(out, next(&n));
		put_weights(out, profile);
	}
	if (what & MR_CHANGED_WITHOUT) {
		out_string(out, next(&n));
		put_without(out, m, profile);
	}
	if (what & MR_CHANGED_PARTIAL) {
		out_string(out, next(&n));
		out_string(out, "partial: ");
		out_decimal(out, profile->partial, 6);
	}
}

/* ---- both */

/* The two sides of one line. */
struct line {
	struct out then, now;
	changes_put_own *put;
	void *context;
};

static void give(struct line *line)
{
	line->put(line->context, out_at(&line->then), out_at(&line->now));
	out_clear(&line->then);
	out_clear(&line->now);
}

static void give_statuses(struct line *line, const struct mr_matrix *m)
{
	const struct mr_since *since = m->since;

	for (uint32_t i = 0; i < since->gone_statuses.n; i++) {
		put_status(&line->then,
			   mr_status_at(since->old, mr_index_at(&since->gone_statuses, i)), 0);
		give(line);
	}
	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_was *was = mr_was_status(m, i);

		if (!mr_was_other(was))
			continue;
		if (was->kind != MR_CHANGE_ADDED)
			put_status(&line->then, mr_status_at(since->old, was->then), was->what);
		put_status(&line->now, mr_status_at(m, i), was->what);
		give(line);
	}
}

static void give_profiles(struct line *line, const struct mr_matrix *m)
{
	const struct mr_since *since = m->since;

	for (uint32_t i = 0; i < since->gone_profiles.n; i++) {
		put_profile(&line->then, since->old,
			    mr_profile_at(since->old, mr_index_at(&since->gone_profiles, i)), 0);
		give(line);
	}
	for (uint32_t i = 0; i < m->profiles.n; i++) {
		const struct mr_was *was = mr_was_profile(m, i);

		if (!mr_was_other(was))
			continue;
		if (was->kind != MR_CHANGE_ADDED)
			put_profile(&line->then, since->old, mr_profile_at(since->old, was->then),
				    was->what);
		put_profile(&line->now, m, mr_profile_at(m, i), was->what);
		give(line);
	}
}

void changes_declared(const struct mr_matrix *m, changes_put_own *put, void *context)
{
	struct line line = {.put = put, .context = context};

	out_to_memory(&line.then, 0);
	out_to_memory(&line.now, 0);
	give_statuses(&line, m);
	give_profiles(&line, m);
	out_release(&line.then);
	out_release(&line.now);
}
