/* SPDX-License-Identifier: MIT */
#include "lint/twins.h"

#include "base/ascii.h"
#include "base/strset.h"
#include "base/vec.h"
#include "lint/likeness.h"

#include <inttypes.h>
#include <string.h>

/* ---- alike */

/* Who had a key first, by its number. */
struct firsts {
	const struct lint *lint;
	struct strset keys;
	struct vec at; /* uint32_t */
	struct buf key;
};

static void firsts_release(struct firsts *firsts)
{
	strset_release(&firsts->keys);
	vec_release(&firsts->at);
	buf_release(&firsts->key);
}

/* The one that had the key in `firsts->key` before, or `index` itself. */
static uint32_t first_of(struct firsts *firsts, uint32_t index)
{
	uint32_t number = strset_put(&firsts->keys, buf_text(&firsts->key), firsts->key.n), *first;

	if (firsts->key.failed || number == STRSET_NONE) {
		finding_no_memory(firsts->lint);
		return index;
	}
	if (number < firsts->at.n)
		return *VEC_AT(uint32_t, firsts->at, number);
	first = vec_add(&firsts->at, sizeof(*first));
	if (first)
		*first = index;
	else
		finding_no_memory(firsts->lint);
	return index;
}

static void report_feature(const struct lint *lint, uint32_t row, uint32_t first)
{
	const struct dataset_feature *is = &lint->set->features[row];
	const struct dataset_feature *was = &lint->set->features[first];
	struct finding at = finding_key(finding_at(lint, FINDING_FEATURE, row), "name");
	char word[DIAG_WORD], other[DIAG_WORD];

	finding_say(lint, &at, "keep one of them, or say in the names what tells them apart",
		    "the feature '%s' stands here twice, first as '%s' ('%s')",
		    diag_word(word, is->name->plain), diag_word(other, was->name->plain), was->id);
}

void twins_features(const struct lint *lint)
{
	const struct dataset *set = lint->set;
	struct firsts firsts = {.lint = lint};

	strset_init(&firsts.keys);
	for (uint32_t row = 0; row < set->n_features; row++) {
		uint32_t first;

		buf_clear(&firsts.key);
		buf_printf(&firsts.key, "%" PRIu32 " ", set->features[row].category);
		likeness_put(&firsts.key, set->features[row].name->plain);
		first = first_of(&firsts, row);
		if (first != row)
			report_feature(lint, row, first);
	}
	firsts_release(&firsts);
}

void twins_products(const struct lint *lint)
{
	const struct dataset *set = lint->set;
	struct firsts firsts = {.lint = lint};

	strset_init(&firsts.keys);
	for (uint32_t col = 0; col < set->n_products; col++) {
		struct finding at = finding_key_at(finding_at(lint, FINDING_PRODUCT, col), "name",
						   set->products[col].name_place);
		char word[DIAG_WORD], other[DIAG_WORD];
		uint32_t first;

		buf_clear(&firsts.key);
		likeness_put(&firsts.key, set->products[col].name);
		first = first_of(&firsts, col);
		if (first != col)
			finding_say(lint, &at,
				    "keep one of them, or say in the names what tells them apart",
				    "the product '%s' stands here twice, first as '%s' ('%s')",
				    diag_word(word, set->products[col].name),
				    diag_word(other, set->products[first].name),
				    set->products[first].id);
	}
	firsts_release(&firsts);
}

/* ---- a letter apart */

enum { SHORTEST = 8, LONGEST = 64 };

/*
 * Names are a letter apart when they are the same with one letter left out of one or of both (the
 * deletion neighbourhood of W. Garbe's SymSpell), so each name is looked up as often as it has letters
 * and never compared with all others.
 */
struct near {
	struct firsts firsts;
	struct buf name;
	char variant[LONGEST + 16];
};

/*
 * The letter may be a slip: it begins no word, since "sync" and "async", "in" and "out" are different
 * things, and stands in a word of five letters or more, since "v1" and "v2", "Tier A" and "Tier B" are.
 */
static bool may_be_slip(const char *name, size_t n, size_t at)
{
	size_t first = at, last = at;

	while (first > 0 && name[first - 1] != ' ')
		first--;
	while (last < n && name[last] != ' ')
		last++;
	return ascii_is_letter(name[at]) && at > first && last - first >= 5;
}

/* Of two names that are the same without one letter of the one, of the other, or of both. */
static bool is_a_letter_apart(const char *a, const char *b)
{
	size_t n_a = strlen(a), n_b = strlen(b), head = 0, tail = 0;

	while (a[head] && a[head] == b[head])
		head++;
	while (tail < n_a - head && tail < n_b - head && a[n_a - 1 - tail] == b[n_b - 1 - tail])
		tail++;
	return n_a - head - tail <= 1;
}

/* In lower case, one space between words. */
static const char *plain_name(struct buf *out, const char *name)
{
	buf_clear(out);
	for (; *name; name++) {
		bool is_space = *name == ' ' || *name == '-' || *name == '_';

		if (!is_space)
			buf_put_byte(out, ascii_lower(*name));
		else if (out->n > 0 && out->at[out->n - 1] != ' ')
			buf_put_byte(out, ' ');
	}
	return buf_text(out);
}

static void report_near(const struct near *near, uint32_t row, uint32_t other)
{
	const struct lint *lint = near->firsts.lint;
	const struct dataset_feature *features = lint->set->features;
	struct finding at = finding_key(finding_at(lint, FINDING_FEATURE, row), "name");
	char word[DIAG_WORD], near_word[DIAG_WORD];

	finding_say(lint, &at, "if they are one, keep one",
		    "the feature '%s' is a letter away from '%s' ('%s')",
		    diag_word(word, features[row].name->plain),
		    diag_word(near_word, features[other].name->plain), features[other].id);
}

/* Looks up, and puts, the name of `row` without each of its letters, and whole. */
static void look_near(struct near *near, uint32_t row)
{
	const struct dataset_feature *features = near->firsts.lint->set->features;
	const char *name = plain_name(&near->name, features[row].name->plain);
	size_t n = near->name.n;
	struct buf other = BUF_INIT;

	for (size_t at = 0; n >= SHORTEST && n <= LONGEST && at <= n; at++) {
		uint32_t first;

		if (at < n && !may_be_slip(name, n, at))
			continue;
		buf_clear(&near->firsts.key);
		buf_printf(&near->firsts.key, "%" PRIu32 " ", features[row].category);
		buf_put(&near->firsts.key, name, at);
		buf_put_text(&near->firsts.key, at < n ? name + at + 1 : "");
		first = first_of(&near->firsts, row);
		plain_name(&other, features[first].name->plain);
		if (first == row || strcmp(buf_text(&other), name) == 0 ||
		    !is_a_letter_apart(buf_text(&other), name))
			continue;
		report_near(near, row, first);
		break;
	}
	buf_release(&other);
}

void twins_near(const struct lint *lint)
{
	struct near near = {.firsts = {.lint = lint}};

	strset_init(&near.firsts.keys);
	for (uint32_t row = 0; row < lint->set->n_features; row++)
		look_near(&near, row);
	firsts_release(&near.firsts);
	buf_release(&near.name);
}
