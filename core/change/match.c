/* SPDX-License-Identifier: MIT */
#include "change/match.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/strset.h"
#include "data/folded.h"

/* ---- what is matched, seen alike */

enum what { PRODUCTS, CATEGORIES, FEATURES };

struct named {
	const char *id;
	const char *name;
	struct dataset_ids formerly;
	const struct dataset_category *category; /* of a feature, else null */
	struct place place;
};

static struct named named_at(const struct dataset *set, enum what what, uint32_t index)
{
	const struct dataset_feature *feature;
	const struct dataset_category *category;
	const struct dataset_product *product;

	switch (what) {
	case PRODUCTS:
		product = &set->products[index];
		return (struct named){product->id, product->name, product->formerly, NULL,
				      product->place};
	case CATEGORIES:
		category = &set->categories[index];
		return (struct named){
			category->id, category->name->plain, {NULL, 0}, NULL, category->place};
	default:
		feature = &set->features[index];
		return (struct named){feature->id, feature->name->plain, feature->formerly,
				      &set->categories[feature->category], feature->place};
	}
}

static uint32_t count(const struct dataset *set, enum what what)
{
	return what == PRODUCTS     ? set->n_products
	       : what == CATEGORIES ? set->n_categories
				    : set->n_features;
}

static void pair(struct match *match, uint32_t now, uint32_t then)
{
	match->then[now] = then;
	match->now[then] = now;
}

/* ---- by id */

/* Ids are unique and put in their order, so that the number of a string is the index. */
static int put_ids(struct strset *ids, const struct dataset *set, enum what what)
{
	for (uint32_t i = 0; i < count(set, what); i++) {
		const char *id = named_at(set, what, i).id;

		if (strset_put_borrowed(ids, id, strlen(id)) == STRSET_NONE)
			return -1;
	}
	return 0;
}

static uint32_t find(const struct strset *ids, const char *id)
{
	return strset_find(ids, id, strlen(id));
}

static int match_ids(struct match *match, const struct dataset *set, const struct dataset *old,
		     enum what what)
{
	struct strset ids;
	int status;

	strset_init(&ids);
	status = put_ids(&ids, old, what);
	for (uint32_t i = 0; i < match->n_new && status == 0; i++) {
		uint32_t then = find(&ids, named_at(set, what, i).id);

		if (then != STRSET_NONE)
			pair(match, i, then);
	}
	for (uint32_t i = 0; i < match->n_new && status == 0; i++) {
		struct dataset_ids formerly = named_at(set, what, i).formerly;

		for (uint32_t j = 0; j < formerly.n && match->then[i] == MR_NO_INDEX; j++) {
			uint32_t then = find(&ids, formerly.at[j]);

			/* nobody else has it: no id that was is another's, now or before (check_rows.c) */
			if (then != STRSET_NONE)
				pair(match, i, then);
		}
	}
	strset_release(&ids);
	return status;
}

/* ---- by name */

/* Names in the order of the edition, each with the index it belongs to, or none where it is not the only one. */
struct by_name {
	struct strset names;
	struct vec index; /* uint32_t, by number in names */
};

static const char *key_of(struct buf *out, const struct named *named, bool with_category)
{
	buf_clear(out);
	if (with_category && named->category)
		folded_put(out, named->category->name->plain, named->category->name->n_bytes);
	buf_put_byte(out, '\n');
	folded_put(out, named->name, strlen(named->name));
	return buf_text(out);
}

static int by_name_put(struct by_name *by, const char *key, uint32_t index)
{
	uint32_t n_before = by->names.n, number = strset_put(&by->names, key, strlen(key));
	uint32_t *slot =
		number == STRSET_NONE ? NULL : vec_touch(&by->index, number, sizeof(*slot));

	if (!slot)
		return -1;
	*slot = number == n_before ? index : MR_NO_INDEX;
	return 0;
}

/* Of one edition, those for which `partners` has none, or all. */
static int by_name_fill(struct by_name *by, const struct dataset *set, enum what what,
			const uint32_t *partners, bool with_category)
{
	struct buf key = BUF_INIT;
	int status = 0;

	strset_init(&by->names);
	by->index = (struct vec)VEC_INIT;
	for (uint32_t i = 0; i < count(set, what) && status == 0; i++) {
		struct named named = named_at(set, what, i);

		if ((!partners || partners[i] == MR_NO_INDEX) && *named.name)
			status = by_name_put(by, key_of(&key, &named, with_category), i);
	}
	if (key.failed)
		status = -1;
	buf_release(&key);
	return status;
}

static void by_name_release(struct by_name *by)
{
	strset_release(&by->names);
	vec_release(&by->index);
}

static uint32_t by_name_find(const struct by_name *by, const char *key)
{
	uint32_t number = strset_find(&by->names, key, strlen(key));

	return number == STRSET_NONE ? MR_NO_INDEX : *VEC_AT(uint32_t, by->index, number);
}

static int match_names(struct match *match, const struct dataset *set, const struct dataset *old,
		       enum what what, bool with_category)
{
	struct by_name before, now;
	int status = by_name_fill(&before, old, what, match->now, with_category);

	status |= by_name_fill(&now, set, what, match->then, with_category);
	for (uint32_t i = 0; i < now.names.n && status == 0; i++) {
		uint32_t index = *VEC_AT(uint32_t, now.index, i);
		uint32_t then = by_name_find(&before, now.names.at[i].at);

		if (index != MR_NO_INDEX && then != MR_NO_INDEX)
			pair(match, index, then);
	}
	by_name_release(&before);
	by_name_release(&now);
	return status;
}

/* ---- order */

/* The members of a sequence, in their order: where each stood, and whose it is. */
struct sequence {
	uint32_t *then, *index;
	uint32_t n;
};

/*
 * Marks what is not in a longest increasing subsequence: as few as can be moved to make the new order of the old
 * one.  `ends[k]` is the member with which the best sequence of k + 1 ends.
 */
static void mark_moved(const struct sequence *of, uint32_t *ends, uint32_t *before, bool *is_moved)
{
	uint32_t n = 0, at;

	for (uint32_t i = 0; i < of->n; i++) {
		uint32_t low = 0, high = n;

		while (low < high) {
			uint32_t mid = low + (high - low) / 2;

			if (of->then[ends[mid]] < of->then[i])
				low = mid + 1;
			else
				high = mid;
		}
		before[i] = low > 0 ? ends[low - 1] : MR_NO_INDEX;
		ends[low] = i;
		n += low == n;
		is_moved[of->index[i]] = true;
	}
	for (at = n > 0 ? ends[n - 1] : MR_NO_INDEX; at != MR_NO_INDEX; at = before[at])
		is_moved[of->index[at]] = false;
}

/* Members `first` to `end` of the new edition; features only among those that stayed in their category. */
static void order_range(const struct match *match, uint32_t first, uint32_t end,
			struct sequence *room, uint32_t *scratch)
{
	room->n = 0;
	for (uint32_t i = first; i < end; i++) {
		if (match->then[i] == MR_NO_INDEX || match->is_moved[i])
			continue;
		room->then[room->n] = match->then[i];
		room->index[room->n++] = i;
	}
	mark_moved(room, scratch, scratch + match->n_new, match->is_moved);
}

static int match_order(struct match_all *all, const struct dataset *set, const struct dataset *old)
{
	uint32_t most = set->n_products > set->n_features ? set->n_products : set->n_features;
	uint32_t *room = mem_array((size_t)most + 1, 4 * sizeof(*room));
	struct match *features = &all->features;
	struct sequence sequence;

	if (!room)
		return -1;
	sequence = (struct sequence){room, room + most, 0};
	order_range(&all->products, 0, set->n_products, &sequence, room + 2 * (size_t)most);
	order_range(&all->categories, 0, set->n_categories, &sequence, room + 2 * (size_t)most);
	for (uint32_t i = 0; i < set->n_features; i++)
		features->is_moved[i] = features->then[i] != MR_NO_INDEX &&
					all->categories.then[set->features[i].category] !=
						old->features[features->then[i]].category;
	for (uint32_t i = 0; i < set->n_categories; i++) {
		const struct dataset_category *category = &set->categories[i];

		order_range(features, category->first_feature,
			    category->first_feature + category->n_features, &sequence,
			    room + 2 * (size_t)most);
	}
	mem_free(room);
	return 0;
}

/* ---- the whole */

static int match_begin(struct match *match, uint32_t n_new, uint32_t n_old, struct arena *arena)
{
	*match = (struct match){
		.n_new = n_new,
		.n_old = n_old,
		.then = arena_array(arena, (size_t)n_new + 1, sizeof(*match->then)),
		.now = arena_array(arena, (size_t)n_old + 1, sizeof(*match->now)),
		.is_moved = arena_array(arena, (size_t)n_new + 1, sizeof(*match->is_moved))};
	if (arena->failed)
		return -1;
	memset(match->then, 0xff, ((size_t)n_new + 1) * sizeof(*match->then));
	memset(match->now, 0xff, ((size_t)n_old + 1) * sizeof(*match->now));
	return 0;
}

int match_editions(const struct dataset *set, const struct dataset *old, bool by_name,
		   struct arena *arena, struct match_all *out)
{
	struct match *const matches[] = {&out->products, &out->categories, &out->features};

	for (int what = PRODUCTS; what <= FEATURES; what++) {
		enum what kind = (enum what)what;
		struct match *match = matches[what];

		if (match_begin(match, count(set, kind), count(old, kind), arena) != 0 ||
		    match_ids(match, set, old, kind) != 0)
			return -1;
		if (by_name && (match_names(match, set, old, kind, true) != 0 ||
				match_names(match, set, old, kind, false) != 0))
			return -1;
	}
	return match_order(out, set, old);
}

/* ---- doubts */

/* An id that stayed, and whose name is now what another one's was: `other`. */
static void doubt_id(const struct named *now, const struct named *then, const struct named *other,
		     const char *const files[2], struct diag *diag)
{
	const struct diag_message message = {
		.severity = MR_WARNING,
		.file = files[0],
		.place = now->place,
		.hint = "an id must keep its meaning; `formerly` says how a thing was called before"};
	char id[DIAG_WORD], name[DIAG_WORD], before[DIAG_WORD], other_id[DIAG_WORD];

	diag_report(diag, &message,
		    "'%s' is %s here; in %s (line %u) it was %s, and %s was '%s' (line %u)",
		    diag_word(id, now->id), diag_word(name, now->name), files[1],
		    (unsigned)then->place.line, diag_word(before, then->name), name,
		    diag_word(other_id, other->id), (unsigned)other->place.line);
}

static void doubt_ids(const struct match *match, const struct dataset *set,
		      const struct dataset *old, enum what what, struct diag *diag)
{
	const char *const files[2] = {dataset_file(set->path), dataset_file(old->path)};
	struct buf now = BUF_INIT, then = BUF_INIT;
	struct by_name before;

	if (by_name_fill(&before, old, what, NULL, true) != 0)
		diag_no_memory(diag);
	for (uint32_t i = 0; i < match->n_new && before.names.n > 0; i++) {
		struct named named = named_at(set, what, i), was, other;
		uint32_t index;

		if (match->then[i] == MR_NO_INDEX)
			continue;
		was = named_at(old, what, match->then[i]);
		if (strcmp(was.id, named.id) != 0 ||
		    strcmp(key_of(&now, &named, true), key_of(&then, &was, true)) == 0)
			continue;
		/* half a name is no other one */
		if (now.failed || then.failed) {
			diag_no_memory(diag);
			break;
		}
		index = by_name_find(&before, buf_text(&now));
		if (index == MR_NO_INDEX)
			continue;
		other = named_at(old, what, index);
		doubt_id(&named, &was, &other, files, diag);
	}
	by_name_release(&before);
	buf_release(&now);
	buf_release(&then);
}

static bool has_pair(const struct match *match)
{
	for (uint32_t i = 0; i < match->n_new; i++)
		if (match->then[i] != MR_NO_INDEX)
			return true;
	return false;
}

void match_doubt(const struct match_all *match, const struct dataset *set,
		 const struct dataset *old, struct diag *diag)
{
	const struct diag_message message = {
		.severity = MR_WARNING,
		.file = dataset_file(set->path),
		.hint = "are these editions of one comparison? `formerly` tells of new ids"};

	if (!has_pair(&match->products))
		diag_report(diag, &message, "no product of %s is in it", dataset_file(old->path));
	if (!has_pair(&match->features))
		diag_report(diag, &message, "no feature of %s is in it", dataset_file(old->path));
	doubt_ids(&match->products, set, old, PRODUCTS, diag);
	doubt_ids(&match->features, set, old, FEATURES, diag);
}
