/* SPDX-License-Identifier: MIT */
#include "view/ids.h"

#include "base/nearest.h"
#include "base/strset.h"

#include <string.h>

/* The ids of one name space; `index` and `is_former` go by the number of the string. */
struct table {
	struct strset names;
	uint32_t *index;
	bool *is_former;
	bool *is_taken; /* by index: already named by this query */
};

static const char *const nouns[] = {"product", "category", "feature"};

static uint32_t count(const struct dataset *set, enum ids_space space)
{
	if (space == IDS_PRODUCT)
		return set->n_products;
	return space == IDS_CATEGORY ? set->n_categories : set->n_features;
}

static const char *id_of(const struct dataset *set, enum ids_space space, uint32_t index)
{
	if (space == IDS_PRODUCT)
		return set->products[index].id;
	return space == IDS_CATEGORY ? set->categories[index].id : set->features[index].id;
}

static struct dataset_ids formerly_of(const struct dataset *set, enum ids_space space,
				      uint32_t index)
{
	static const struct dataset_ids none;

	if (space == IDS_PRODUCT)
		return set->products[index].formerly;
	return space == IDS_FEATURE ? set->features[index].formerly : none;
}

static int table_add(struct table *table, const char *name, uint32_t index, bool is_former)
{
	uint32_t number = strset_put(&table->names, name, strlen(name));

	if (number == STRSET_NONE)
		return -1;
	table->index[number] = index;
	table->is_former[number] = is_former;
	return 0;
}

static int table_init(struct table *table, const struct dataset *set, enum ids_space space,
		      struct arena *arena)
{
	uint32_t n = count(set, space);
	size_t n_names = n;

	for (uint32_t i = 0; i < n; i++)
		n_names += formerly_of(set, space, i).n;
	table->index = arena_array(arena, n_names, sizeof(*table->index));
	table->is_former = arena_array(arena, n_names, sizeof(*table->is_former));
	table->is_taken = arena_array(arena, n, sizeof(*table->is_taken));
	if (arena->failed)
		return -1;
	for (uint32_t i = 0; i < n; i++)
		if (table_add(table, id_of(set, space, i), i, false) != 0)
			return -1;
	for (uint32_t i = 0; i < n; i++) {
		struct dataset_ids formerly = formerly_of(set, space, i);

		for (uint32_t j = 0; j < formerly.n; j++)
			if (table_add(table, formerly.at[j], i, true) != 0)
				return -1;
	}
	return 0;
}

static void say(struct diag *diag, const struct ids_query *query, enum mr_severity severity,
		const char *text, const char *suggestion)
{
	const struct diag_message message = {.severity = severity,
					     .text = text,
					     .path = query->option,
					     .suggestion = suggestion};

	/* words are never empty: these found no memory */
	if (*text)
		diag_add(diag, &message);
	else
		diag_no_memory(diag);
}

static void say_unknown(const struct table *table, const struct ids_query *query, const char *id,
			struct diag *diag)
{
	struct buf text = BUF_INIT;
	struct nearest nearest;

	nearest_init(&nearest, id);
	for (uint32_t i = 0; i < table->names.n; i++)
		nearest_offer(&nearest, table->names.at[i].at);
	buf_printf(&text, "unknown %s '%s'", nouns[query->space], id);
	say(diag, query, MR_ERROR, buf_text(&text), nearest.best);
	buf_release(&text);
}

/* The index of `id`, or UINT32_MAX after an error. */
static uint32_t find_one(struct table *table, const struct dataset *set,
			 const struct ids_query *query, const char *id, struct diag *diag)
{
	uint32_t number = strset_find(&table->names, id, strlen(id));
	struct buf text = BUF_INIT;
	uint32_t found = UINT32_MAX;

	if (number == STRSET_NONE) {
		if (*id)
			say_unknown(table, query, id, diag);
		else
			say(diag, query, MR_ERROR, "an id is missing", NULL);
		return UINT32_MAX;
	}
	if (table->is_taken[table->index[number]]) {
		buf_printf(&text, "%s '%s' is given twice", nouns[query->space], id);
		say(diag, query, MR_ERROR, buf_text(&text), NULL);
	} else {
		found = table->index[number];
		table->is_taken[found] = true;
		if (table->is_former[number]) {
			buf_printf(&text, "%s '%s' is called '%s' now", nouns[query->space], id,
				   id_of(set, query->space, found));
			say(diag, query, MR_NOTE, buf_text(&text), NULL);
		}
	}
	buf_release(&text);
	return found;
}

static const char *const levels[] = {"yes", "partial", "unknown"};

const char *ids_level_word(uint8_t level)
{
	return levels[level];
}

/* Cuts the level off the id and notes it; false after an error. */
static bool take_level(const struct ids_query *query, char *id, uint8_t *level, struct diag *diag)
{
	char *word = query->has_levels ? strchr(id, '=') : NULL;
	struct buf text = BUF_INIT;
	struct nearest nearest;

	*level = IDS_YES;
	if (!word)
		return true;
	*word++ = '\0';
	nearest_init(&nearest, word);
	for (uint8_t i = 0; i < sizeof(levels) / sizeof(*levels); i++) {
		nearest_offer(&nearest, levels[i]);
		if (strcmp(word, levels[i]) == 0) {
			*level = i;
			return true;
		}
	}
	buf_printf(&text, "'%s' is none of yes, partial and unknown, behind '%s='", word, id);
	say(diag, query, MR_ERROR, buf_text(&text), nearest.best);
	buf_release(&text);
	return false;
}

static uint32_t count_ids(const struct ids_query *query)
{
	uint32_t n = query->n;

	for (uint32_t i = 0; i < query->n; i++)
		for (const char *c = query->given[i]; *c; c++)
			n += *c == ',';
	return n;
}

/* The id at `*at` without the spaces around it; `*at` moves behind its comma, or becomes null. */
static char *next_id(const char **at, struct arena *arena)
{
	size_t n = strcspn(*at, ",");
	const char *id = *at;

	*at = id[n] ? id + n + 1 : NULL;
	for (; n && *id == ' '; n--)
		id++;
	while (n && id[n - 1] == ' ')
		n--;
	return arena_copy(arena, id, n);
}

int ids_find(const struct dataset *set, const struct ids_query *query, struct arena *arena,
	     struct diag *diag, struct ids_found *out)
{
	struct table table = {0};
	int status = -1;
	bool is_good = true;

	strset_init(&table.names);
	out->n = 0;
	out->at = arena_array(arena, count_ids(query), sizeof(*out->at));
	out->level = arena_array(arena, count_ids(query), sizeof(*out->level));
	if (!out->at || !out->level || table_init(&table, set, query->space, arena)) {
		diag_no_memory(diag);
		goto out;
	}
	for (uint32_t i = 0; i < query->n; i++) {
		for (const char *at = query->given[i]; at;) {
			char *id = next_id(&at, arena);
			uint32_t found = UINT32_MAX;
			uint8_t level;

			if (id && take_level(query, id, &level, diag))
				found = find_one(&table, set, query, id, diag);
			if (found == UINT32_MAX) {
				is_good = false;
				continue;
			}
			out->level[out->n] = level;
			out->at[out->n++] = found;
		}
	}
	status = is_good && !arena->failed ? 0 : -1;
out:
	if (arena->failed)
		diag_no_memory(diag);
	strset_release(&table.names);
	return status;
}
