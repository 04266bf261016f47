/* SPDX-License-Identifier: MIT */
#include "check/check_statuses.h"

#include "base/ascii.h"
#include "data/shape.h"
#include "data/status.h"

#include <string.h>

enum { MOST_STATUSES = 60000 };

static size_t fold(const char *word, char *out, size_t size)
{
	size_t n;

	for (n = 0; word[n]; n++) {
		if (n == size)
			return 0;
		out[n] = ascii_lower(word[n]);
	}
	return n;
}

uint32_t check_statuses_find(struct check *check, uint32_t string)
{
	uint16_t *known = &check->known.status[string];
	const struct string *text = &check->load->strings.at[string];
	char folded[128];
	uint32_t status;
	size_t n;

	if (*known == 0) {
		n = fold(text->at, folded, sizeof(folded));
		status = n ? strset_find(&check->status_words, folded, n) : STRSET_NONE;
		*known = status == STRSET_NONE ? 1 : (uint16_t)(status + 2);
	}
	return *known == 1 ? DATASET_NO_STATUS : *known - 2u;
}

void check_statuses_unknown(struct check *check, const struct spot *spot, const char *key,
			    const struct raw_scalar *scalar)
{
	const char *text = load_text(check->load, scalar->string);
	struct about about = check_value_at(check, spot, scalar->place, key, -1);
	char word[DIAG_WORD];

	if (load_has_room(check->load))
		about.suggestion = guess_status(&check->guess, check->out, text).status;
	if (check->guess.failed) {
		load_no_memory(check->load);
		return;
	}
	about.hint = about.suggestion || check->out->n_statuses > DATASET_N_BUILTINS
			     ? NULL
			     : "one of yes, no, partial, preview, deprecated, planned, na, unknown";
	load_error(check->load, &about, "'%s' is no status", diag_word(word, text));
}

static void set_like(struct check *check, const struct spot *spot, const struct raw_status *raw,
		     struct dataset_status *status, uint32_t index)
{
	const char *text = load_text(check->load, raw->like.string);
	enum mr_like like = status->like;
	char word[DIAG_WORD];
	struct about about;

	if (!check_value_is_given(check, &raw->like)) {
		if (!status->is_builtin)
			check_value_missing(check, spot, raw->id.place, "like");
		return;
	}
	if (!schema_like(text, &like)) {
		about = check_value_at(check, spot, raw->like.place, "like", -1);
		about.suggestion = schema_nearest_like(text);
		about.hint = "one of yes, no, partial, na, unknown";
		load_error(check->load, &about, "'%s' is nothing a status can count as",
			   diag_word(word, text));
	} else if (status->is_builtin && schema_builtin((enum dataset_builtin)index)->is_like &&
		   like != status->like) {
		about = check_value_at(check, spot, raw->like.place, "like", -1);
		load_error(check->load, &about, "'%s' counts as itself and as nothing else",
			   status->id);
	}
	status->like = like;
}

static void set_symbol(struct check *check, const struct spot *spot, const struct raw_status *raw,
		       struct dataset_status *status)
{
	const char *symbol = load_text(check->load, raw->symbol.string);
	char word[DIAG_WORD];
	struct about about;

	if (!check_value_is_given(check, &raw->symbol))
		return;
	status->symbol = symbol;
	if (shape_is_symbol(symbol))
		return;
	about = check_value_at(check, spot, raw->symbol.place, "symbol", -1);
	load_error(check->load, &about, "a symbol is one character, not '%s'",
		   diag_word(word, symbol));
}

static void add_status(struct check *check, const struct raw_status *raw)
{
	const char *id = load_text(check->load, raw->id.string);
	struct spot spot = {.kind = SPOT_STATUS, .name = id};
	struct dataset_status *status;
	struct about about;
	char folded[128];
	size_t n = fold(id, folded, sizeof(folded));
	uint32_t index, before = check->status_words.n;

	if (!check_value_id(check, &spot, NULL, -1, &raw->id)[0])
		return;
	index = n ? strset_put(&check->status_words, folded, n) : STRSET_NONE;
	if (index == STRSET_NONE) {
		about = check_value_at(check, &spot, raw->id.place, NULL, -1);
		load_error(check->load, &about, "the id of a status is at most 128 bytes long");
		return;
	}
	status = &check->statuses[index];
	if (index == before) {
		*status = (struct dataset_status){.id = id, .label = id, .symbol = ""};
		check->out->n_statuses++;
	} else if (status->place.line) {
		about = check_value_at(check, &spot, raw->id.place, NULL, -1);
		load_error(check->load, &about, "the status '%s' is there already, in line %lu",
			   status->id, (unsigned long)status->place.line);
	}
	status->place = raw->id.place;
	if (check_value_is_given(check, &raw->label))
		status->label = check_value_plain(check, &spot, "label", &raw->label);
	set_like(check, &spot, raw, status, index);
	set_symbol(check, &spot, raw, status);
}

int check_statuses(struct check *check)
{
	const struct vec *raw = &check->raw->statuses;
	uint64_t limit = check->load->limits->statuses;
	uint64_t most = limit < MOST_STATUSES ? limit : MOST_STATUSES;
	struct dataset_status *statuses;
	struct spot spot = {.kind = SPOT_TOP};
	struct about about;

	if (raw->n > most) {
		about = check_value_at(check, &spot, RAW_AT(raw_status, *raw, 0)->id.place,
				       "statuses", -1);
		load_error(check->load, &about,
			   "%llu statuses; the limit is %llu (--limit statuses=N)",
			   (unsigned long long)raw->n, (unsigned long long)most);
		return -1;
	}
	statuses = check_value_array(check, raw->n + DATASET_N_BUILTINS, sizeof(*statuses));
	if (!statuses)
		return -1;
	check->used = check_value_array(check, raw->n + DATASET_N_BUILTINS, sizeof(*check->used));
	if (!check->used)
		return -1;
	check->out->statuses = check->statuses = statuses;
	for (uint32_t i = 0; i < DATASET_N_BUILTINS; i++) {
		const struct schema_builtin *builtin = schema_builtin((enum dataset_builtin)i);

		statuses[i] = (struct dataset_status){.id = builtin->id,
						      .label = "",
						      .symbol = "",
						      .like = builtin->like,
						      .is_builtin = true};
		if (strset_put(&check->status_words, statuses[i].id, strlen(statuses[i].id)) != i) {
			load_no_memory(check->load);
			return -1;
		}
	}
	check->out->n_statuses = DATASET_N_BUILTINS;
	for (uint32_t i = 0; i < raw->n; i++)
		add_status(check, RAW_AT(raw_status, *raw, i));
	return 0;
}

/* Two of them are a warning, at the one that the file names: of a symbol alone nobody tells which it is. */
void check_statuses_looks(struct check *check)
{
	const struct dataset *set = check->out;

	for (uint32_t i = 0; i < set->n_statuses && !check->load->failed; i++) {
		struct spot spot = {.kind = SPOT_STATUS, .name = set->statuses[i].id};
		const char *symbol = status_symbol(set, i);
		struct about about;

		for (uint32_t j = 0; check->used[i] && j < set->n_statuses; j++) {
			bool is_named = i > j || !set->statuses[j].place.line;

			if (i == j || !check->used[j] || !set->statuses[i].place.line ||
			    !is_named || strcmp(symbol, status_symbol(set, j)) != 0)
				continue;
			about = check_value_at(check, &spot, set->statuses[i].place, NULL, -1);
			about.hint = "give one of them a symbol of its own";
			load_warning(check->load, &about, "twin-symbols",
				     "the statuses '%s' and '%s' are both shown as '%s'",
				     set->statuses[i].id, set->statuses[j].id, symbol);
			break;
		}
	}
}
