/* SPDX-License-Identifier: MIT */
#include "lint/idname.h"

#include "base/ascii.h"
#include "base/strset.h"
#include "lint/likeness.h"

#include <string.h>

/* Products, categories or features as what they are called by. */
struct called {
	enum finding_kind kind;
	const char *what;
	uint32_t n;
};

static const char *id_of(const struct dataset *set, const struct called *all, uint32_t index)
{
	switch (all->kind) {
	case FINDING_PRODUCT: return set->products[index].id;
	case FINDING_CATEGORY: return set->categories[index].id;
	default: return set->features[index].id;
	}
}

static const char *name_of(const struct dataset *set, const struct called *all, uint32_t index)
{
	switch (all->kind) {
	case FINDING_PRODUCT: return set->products[index].name;
	case FINDING_CATEGORY: return set->categories[index].name->plain;
	default: return set->features[index].name->plain;
	}
}

/* ---- does an id say what its name says? */

static size_t word_length(const char *at)
{
	size_t n = 0;

	while (ascii_is_alnum(at[n]))
		n++;
	return n;
}

static const char *next_word(const char *at)
{
	while (*at && !ascii_is_alnum(*at))
		at++;
	return at;
}

/* A word of the id that the name's letters hold: whole, or its first three letters. */
static bool shares_word(const char *id, const char *letters)
{
	char head[4];

	for (id = next_word(id); *id; id = next_word(id + word_length(id))) {
		size_t n = word_length(id) < 3 ? word_length(id) : 3;

		for (size_t i = 0; i < n; i++)
			head[i] = ascii_lower(id[i]);
		head[n] = '\0';
		if (n > 1 && strstr(letters, head))
			return true;
	}
	return false;
}

/*
 * "lb" of "Load Balancing", "k8s" of "Kubernetes", "c-plus-plus" of "C++": the letters of the shorter stand in
 * the longer, in order, from the first.
 */
static bool is_abbreviation(const char *shorter, const char *longer)
{
	bool is_first = true;

	for (; *shorter; shorter++) {
		if (!ascii_is_letter(*shorter))
			continue;
		while (*longer && *longer != ascii_lower(*shorter) && !is_first)
			longer++;
		if (*longer != ascii_lower(*shorter))
			return false;
		is_first = false;
		longer++;
	}
	return true;
}

/* Letters, all of them of ASCII: how others are spelt in an id is a matter of taste. */
static bool is_comparable(const char *word)
{
	bool has_letter = false;

	for (; *word; word++) {
		if ((unsigned char)*word >= 0x80)
			return false;
		has_letter = has_letter || ascii_is_letter(*word);
	}
	return has_letter;
}

/* Scratch for the letters of an id and a name. */
struct letters {
	struct buf id, name;
};

static bool is_far(const char *id, const char *name, struct letters *letters)
{
	if (!is_comparable(id) || !is_comparable(name))
		return false;
	buf_clear(&letters->id);
	buf_clear(&letters->name);
	likeness_put_letters(&letters->id, id);
	likeness_put_letters(&letters->name, name);
	return !letters->id.failed && !letters->name.failed &&
	       !shares_word(id, buf_text(&letters->name)) &&
	       !is_abbreviation(buf_text(&letters->id), buf_text(&letters->name)) &&
	       !is_abbreviation(buf_text(&letters->name), buf_text(&letters->id));
}

static void letters_release(struct letters *letters)
{
	buf_release(&letters->id);
	buf_release(&letters->name);
}

/* ---- all of them */

static void report_far(const struct lint *lint, const struct called *all, uint32_t index)
{
	struct finding at = finding_key(finding_at(lint, all->kind, index), "id");
	char word[DIAG_WORD];

	finding_say(lint, &at,
		    "an id that nothing refers to yet may still change; else 'formerly' keeps it",
		    "the %s '%s' has the id '%s', which shares nothing with its name", all->what,
		    diag_word(word, name_of(lint->set, all, index)), id_of(lint->set, all, index));
}

static void look_far(const struct lint *lint, const struct called *all)
{
	struct letters letters = {BUF_INIT, BUF_INIT};

	for (uint32_t i = 0; i < all->n; i++)
		if (is_far(id_of(lint->set, all, i), name_of(lint->set, all, i), &letters))
			report_far(lint, all, i);
	letters_release(&letters);
}

static void report_swapped(const struct lint *lint, const struct called *all, uint32_t index)
{
	struct finding at = finding_key(finding_at(lint, all->kind, index), "id");
	char word[DIAG_WORD];

	finding_say(lint, &at, "see whether the ids or the names are mixed up",
		    "the %s '%s' has the id '%s', which is what another is called", all->what,
		    diag_word(word, name_of(lint->set, all, index)), id_of(lint->set, all, index));
}

/* The letters of all names. */
static void put_names(const struct lint *lint, const struct called *all, struct strset *names)
{
	struct buf name = BUF_INIT;

	for (uint32_t i = 0; i < all->n; i++) {
		buf_clear(&name);
		likeness_put_letters(&name, name_of(lint->set, all, i));
		if (name.n > 0 && strset_put(names, buf_text(&name), name.n) == STRSET_NONE)
			finding_no_memory(lint);
	}
	buf_release(&name);
}

static void look_swapped(const struct lint *lint, const struct called *all)
{
	struct letters letters = {BUF_INIT, BUF_INIT};
	struct strset names;
	bool is_filled = false;

	strset_init(&names);
	for (uint32_t i = 0; i < all->n; i++) {
		if (!is_far(id_of(lint->set, all, i), name_of(lint->set, all, i), &letters))
			continue;
		if (!is_filled) /* for the first of those that few files have */
			put_names(lint, all, &names);
		is_filled = true;
		if (strset_find(&names, buf_text(&letters.id), letters.id.n) != STRSET_NONE)
			report_swapped(lint, all, i);
	}
	strset_release(&names);
	letters_release(&letters);
}

static void each(const struct lint *lint,
		 void (*look)(const struct lint *lint, const struct called *all))
{
	const struct dataset *set = lint->set;

	look(lint, &(struct called){FINDING_PRODUCT, "product", set->n_products});
	look(lint, &(struct called){FINDING_CATEGORY, "category", set->n_categories});
	look(lint, &(struct called){FINDING_FEATURE, "feature", set->n_features});
}

void idname_far(const struct lint *lint)
{
	each(lint, look_far);
}

void idname_swapped(const struct lint *lint)
{
	each(lint, look_swapped);
}
