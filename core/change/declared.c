/* SPDX-License-Identifier: MIT */
#include "change/declared.h"

#include <string.h>

#include "base/strset.h"

/* ---- statuses */

static void add_if(const struct compare *compare, struct mr_was *was, bool differs, unsigned what)
{
	if (differs)
		compare_add(compare, was, what, MR_TONE_QUIET);
}

/* The label of a built-in one follows from the language where no edition says another. */
static void compare_status(const struct compare *compare, struct mr_was *was,
			   const struct mr_status *now, const struct mr_status *then)
{
	bool is_translated =
		now->is_builtin && strcmp(compare->now->language, compare->then->language) != 0;

	add_if(compare, was, !is_translated && strcmp(now->label, then->label) != 0,
	       MR_CHANGED_NAME);
	add_if(compare, was, strcmp(now->symbol, then->symbol) != 0, MR_CHANGED_SYMBOL);
	add_if(compare, was, now->like != then->like, MR_CHANGED_STATUS);
}

static const char *status_id(const struct mr_matrix *m, uint32_t index)
{
	return mr_status_at(m, index)->id;
}

/* ---- profiles */

static bool is_same_weight(double a, double b)
{
	return !(a < b) && !(a > b);
}

static bool has_same_requirements(const struct mr_profile *a, const struct mr_profile *b)
{
	bool is_same = a->requirements.n == b->requirements.n;

	for (uint32_t i = 0; is_same && i < a->requirements.n; i++) {
		const struct mr_requirement *one = mr_at(&a->requirements, i);
		const struct mr_requirement *other = mr_at(&b->requirements, i);

		is_same = strcmp(one->id, other->id) == 0 &&
			  one->is_partial_enough == other->is_partial_enough;
	}
	return is_same;
}

static bool has_same_weights(const struct mr_profile *a, const struct mr_profile *b)
{
	bool is_same = a->weights.n == b->weights.n;

	for (uint32_t i = 0; is_same && i < a->weights.n; i++) {
		const struct mr_weight *one = mr_at(&a->weights, i);
		const struct mr_weight *other = mr_at(&b->weights, i);

		is_same = strcmp(one->id, other->id) == 0 &&
			  one->is_category == other->is_category &&
			  is_same_weight(one->weight, other->weight);
	}
	return is_same;
}

static bool leaves_out_same(const struct compare *compare, const struct mr_profile *now,
			    const struct mr_profile *then)
{
	bool is_same = now->without.n == then->without.n;

	for (uint32_t i = 0; is_same && i < now->without.n; i++)
		is_same =
			strcmp(mr_product_at(compare->now, mr_index_at(&now->without, i))->id,
			       mr_product_at(compare->then, mr_index_at(&then->without, i))->id) ==
			0;
	return is_same;
}

static void compare_profile(const struct compare *compare, struct mr_was *was,
			    const struct mr_profile *now, const struct mr_profile *then)
{
	add_if(compare, was, strcmp(now->name, then->name) != 0, MR_CHANGED_NAME);
	add_if(compare, was, strcmp(now->description->plain, then->description->plain) != 0,
	       MR_CHANGED_DESCRIPTION);
	add_if(compare, was, !has_same_requirements(now, then), MR_CHANGED_REQUIREMENTS);
	add_if(compare, was, !has_same_weights(now, then), MR_CHANGED_WEIGHT);
	add_if(compare, was, !leaves_out_same(compare, now, then), MR_CHANGED_WITHOUT);
	add_if(compare, was, !is_same_weight(now->partial, then->partial), MR_CHANGED_PARTIAL);
}

static const char *profile_id(const struct mr_matrix *m, uint32_t index)
{
	return mr_profile_at(m, index)->id;
}

/* ---- both, by their ids */

/* Statuses, or profiles. */
struct kind {
	const char *(*id)(const struct mr_matrix *m, uint32_t index);
	uint32_t n_now, n_then;
};

/*
 * Those of `now` with what each was, those of `then` that are gone; both in the arena.  Null and no gone ones without
 * memory.
 */
static struct mr_was *match(const struct compare *compare, const struct kind *kind,
			    struct arena *arena, struct mr_array *gone)
{
	struct mr_was *was = arena_array(arena, kind->n_now + 1u, sizeof(*was));
	uint32_t *at = arena_array(arena, kind->n_then + 1u, sizeof(*at)), n = 0;
	struct strset ids;
	bool has_failed = !was || !at;

	strset_init(&ids);
	for (uint32_t i = 0; i < kind->n_now && !has_failed; i++) {
		const char *id = kind->id(compare->now, i);

		was[i] = (struct mr_was){
			.kind = MR_CHANGE_ADDED, .tone = MR_TONE_QUIET, .then = MR_NO_INDEX};
		has_failed = strset_put_borrowed(&ids, id, strlen(id)) == STRSET_NONE;
	}
	for (uint32_t i = 0; i < kind->n_then && !has_failed; i++) {
		const char *id = kind->id(compare->then, i);
		uint32_t found = strset_find(&ids, id, strlen(id));

		if (found == STRSET_NONE)
			at[n++] = i;
		else
			was[found] = (struct mr_was){.then = i};
	}
	strset_release(&ids);
	arena->failed |= has_failed;
	*gone = (struct mr_array){at, has_failed ? 0 : n, sizeof(*at)};
	return has_failed ? NULL : was;
}

static uint32_t count(const struct mr_was *was, uint32_t n, const struct mr_array *gone)
{
	uint32_t n_changes = gone->n;

	for (uint32_t i = 0; i < n; i++)
		n_changes += mr_was_other(&was[i]);
	return n_changes;
}

static struct mr_array unchanged(uint32_t n, struct arena *arena)
{
	return (struct mr_array){arena_array(arena, n + 1u, sizeof(struct mr_was)), n,
				 sizeof(struct mr_was)};
}

uint32_t declared_compare(const struct compare *compare, bool is_silent, struct arena *arena,
			  struct mr_since *since)
{
	const struct mr_matrix *now = compare->now, *then = compare->then;
	const struct kind statuses = {status_id, now->statuses.n, then->statuses.n};
	const struct kind profiles = {profile_id, now->profiles.n, then->profiles.n};
	struct mr_was *status, *profile;

	since->statuses = unchanged(statuses.n_now, arena);
	since->profiles = unchanged(profiles.n_now, arena);
	if (is_silent)
		return 0;
	status = match(compare, &statuses, arena, &since->gone_statuses);
	profile = match(compare, &profiles, arena, &since->gone_profiles);
	if (!status || !profile)
		return 0;
	for (uint32_t i = 0; i < statuses.n_now; i++)
		if (status[i].kind != MR_CHANGE_ADDED)
			compare_status(compare, &status[i], mr_status_at(now, i),
				       mr_status_at(then, status[i].then));
	for (uint32_t i = 0; i < profiles.n_now; i++)
		if (profile[i].kind != MR_CHANGE_ADDED)
			compare_profile(compare, &profile[i], mr_profile_at(now, i),
					mr_profile_at(then, profile[i].then));
	since->statuses.at = status;
	since->profiles.at = profile;
	return count(status, statuses.n_now, &since->gone_statuses) +
	       count(profile, profiles.n_now, &since->gone_profiles);
}
