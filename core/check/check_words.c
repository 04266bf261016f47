/* SPDX-License-Identifier: MIT */
#include "check/check_words.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

/* A bare text, and where. */
struct bare {
	const struct raw_feature *feature;
	struct place place;
	uint32_t string, key;
};

/* The names of both rules. */
static const char status_text[] = "status-text", boolean[] = "boolean";

static const char meant[] =
	"{text: ...}, or 'kind: text' at the feature, says that a text is meant";

void check_words_init(struct check_words *words, struct check *check)
{
	*words = (struct check_words){.check = check};
}

void check_words_release(struct check_words *words)
{
	vec_release(&words->row);
	vec_release(&words->booleans);
}

void check_words_begin(struct check_words *words, const struct raw_feature *feature)
{
	words->feature = feature;
	words->row.n = 0;
}

/* As YAML 1.1 and JSON write booleans. */
static bool is_boolean(const char *text)
{
	static const char *const all[] = {"true", "True", "TRUE", "false", "False", "FALSE"};

	if (!strchr("tTfF", text[0]))
		return false;
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (strcmp(text, all[i]) == 0)
			return true;
	return false;
}

void check_words_text(struct check_words *words, const struct raw_cell *cell)
{
	struct load *load = words->check->load;
	bool is_true = !cell->scalar.is_quoted && is_boolean(load_text(load, cell->scalar.string));
	struct bare *bare;

	bare = load_add(load, is_true ? &words->booleans : &words->row, sizeof(*bare));
	if (bare)
		*bare = (struct bare){words->feature, cell->scalar.place, cell->scalar.string,
				      cell->key};
}

static struct about about_of(struct check_words *words, const struct bare *bare)
{
	struct spot spot = check_value_spot(words->check, bare->feature, SPOT_CELL);

	spot.third = bare->key;
	spot.name = bare->feature->is_list ? NULL : load_text(words->check->load, bare->key);
	return check_value_at(words->check, &spot, bare->place, NULL, -1);
}

static struct guess_hit guess(struct check_words *words, const struct bare *bare)
{
	struct check *check = words->check;
	struct guess_hit hit =
		guess_status(&check->guess, check->out, load_text(check->load, bare->string));

	if (check->guess.failed)
		load_no_memory(check->load);
	return hit;
}

/* ---- a text among statuses */

static void warn(struct check_words *words, const struct bare *bare, const struct guess_hit *hit)
{
	struct load *load = words->check->load;
	const char *text = load_text(load, bare->string);
	struct about about = about_of(words, bare);
	char word[DIAG_WORD], hint[DIAG_TEXT_MAX], shown[5];

	diag_word(word, text);
	about.hint = meant;
	about.suggestion = hit->status;
	if (hit->kind == GUESS_BEGIN) {
		diag_write(hint, sizeof(hint), "{status: %s, text: \"%s\"} counts; %s", hit->status,
			   word, meant);
		about.hint = hint;
		about.suggestion = NULL;
	}
	if (hit->odd) {
		shown[utf8_encode(hit->odd, shown)] = '\0';
		load_warning(load, &about, status_text,
			     "the text '%s' among statuses is not counted: its '%s' is the letter "
			     "U+%04X, which only looks like one of '%s'",
			     word, shown, (unsigned)hit->odd, hit->status);
		return;
	}
	load_warning(load, &about, status_text, "the text '%s' among statuses is not counted",
		     word);
}

/* Whether a text is worth a warning, in a row of so many statuses and texts. */
static bool is_doubtful(const struct check_words *words, enum guess_kind kind)
{
	size_t n = words->row.n;

	switch (kind) {
	case GUESS_WORD: return words->n_statuses > 0;
	case GUESS_LOOSE:
	case GUESS_BEGIN:
	case GUESS_NEAR: return words->n_statuses >= n;
	default: return words->n_statuses > n;
	}
}

/* ---- a row of texts that all read like statuses */

static bool is_one_character(const char *text)
{
	size_t length;

	utf8_decode(text, strlen(text), &length);
	return text[length] == '\0';
}

static void check_all(struct check_words *words)
{
	struct load *load = words->check->load;
	const struct bare *first = words->row.at;
	struct spot spot = check_value_spot(words->check, words->feature, SPOT_FEATURE);
	const char *status = NULL;
	struct about about;
	size_t n_sure = 0;
	char word[DIAG_WORD];

	for (size_t i = 0; i < words->row.n; i++) {
		const struct bare *bare = VEC_AT(struct bare, words->row, i);
		struct guess_hit hit = guess(words, bare);

		if (hit.kind < GUESS_LOOSE && !is_one_character(load_text(load, bare->string)))
			return;
		n_sure += hit.kind == GUESS_WORD;
		if (hit.kind != GUESS_WORD || status)
			continue;
		status = hit.status;
		first = bare;
	}
	if (n_sure < 2)
		return;
	about = check_value_at(words->check, &spot, first->place, "values", -1);
	about.suggestion = status;
	about.hint = "'kind: text' at the feature says that texts are meant";
	load_warning(
		load, &about, status_text,
		"this row has texts such as '%s' where statuses are meant, and none is counted",
		diag_word(word, load_text(load, first->string)));
}

/* The cells that count as yes, no or partly. */
static uint32_t count_statuses(const struct check *check, const struct dataset_feature *made)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < made->n_cells; i++) {
		struct dataset_cell cell = cells_at(&check->out->cells, made->first_cell + i);
		enum mr_like like = cell.kind == MR_CELL_STATUS ? check->statuses[cell.status].like
								: MR_LIKE_UNKNOWN;

		n += like != MR_LIKE_NA && like != MR_LIKE_UNKNOWN;
	}
	return n;
}

void check_words_end(struct check_words *words, const struct dataset_feature *made)
{
	if (words->row.n == 0 || words->check->load->failed)
		return;
	words->n_statuses = count_statuses(words->check, made);
	if (words->n_statuses == 0) {
		check_all(words);
		return;
	}
	for (size_t i = 0; i < words->row.n; i++) {
		const struct bare *bare = VEC_AT(struct bare, words->row, i);
		struct guess_hit hit = guess(words, bare);

		if (is_doubtful(words, hit.kind))
			warn(words, bare, &hit);
	}
}

/* ---- true and false */

static void warn_boolean(struct check_words *words, const struct bare *bare)
{
	struct load *load = words->check->load;
	const char *text = load_text(load, bare->string);
	struct about about = about_of(words, bare);

	about.suggestion = ascii_lower(text[0]) == 't' ? "yes" : "no";
	about.hint = "YAML and JSON tools make true and false of yes and no; in quotes they are "
		     "meant as words";
	load_warning(load, &about, boolean, "'%s' is a text and not counted", text);
}

void check_words_booleans(struct check_words *words)
{
	struct load *load = words->check->load;
	struct about about;

	if (words->booleans.n == 0 || load->failed)
		return;
	if (words->check->used[DATASET_YES] || words->check->used[DATASET_NO] ||
	    words->booleans.n == 1) {
		for (size_t i = 0; i < words->booleans.n; i++)
			warn_boolean(words, VEC_AT(struct bare, words->booleans, i));
		return;
	}
	about = about_of(words, words->booleans.at);
	about.hint = "YAML and JSON tools make true and false of yes and no: write yes and no; in "
		     "quotes, true and false are meant as words";
	load_warning(load, &about, boolean,
		     "%zu cells say true or false and none says yes or no; all of them are texts "
		     "and not counted",
		     words->booleans.n);
}
