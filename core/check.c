/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "check_words.h"
#include "mem.h"
#include "nearest.h"

#include <string.h>

const char *const WORDS[N_WORDS] = {
	[WORD_MESHREPORT] = "meshreport",
	[WORD_TITLE] = "title",
	[WORD_SUBTITLE] = "subtitle",
	[WORD_LANGUAGE] = "language",
	[WORD_AS_OF] = "as_of",
	[WORD_CREDIT] = "credit",
	[WORD_STATUSES] = "statuses",
	[WORD_NOTES] = "notes",
	[WORD_PRODUCTS] = "products",
	[WORD_CATEGORIES] = "categories",
	[WORD_TEXT] = "text",
	[WORD_URL] = "url",
	[WORD_LICENSE] = "license",
	[WORD_LABEL] = "label",
	[WORD_LIKE] = "like",
	[WORD_SYMBOL] = "symbol",
	[WORD_ID] = "id",
	[WORD_NAME] = "name",
	[WORD_LOGO] = "logo",
	[WORD_LIFECYCLE] = "lifecycle",
	[WORD_FORMERLY] = "formerly",
	[WORD_DESCRIPTION] = "description",
	[WORD_FEATURES] = "features",
	[WORD_KIND] = "kind",
	[WORD_WEIGHT] = "weight",
	[WORD_VALUES] = "values",
	[WORD_STATUS] = "status",
	[WORD_PARTS] = "parts",
	[WORD_SOURCE] = "source",
	[WORD_VERIFIED] = "verified",
	[WORD_SINCE] = "since",
	[WORD_YES] = "yes",
	[WORD_NO] = "no",
	[WORD_PARTIAL] = "partial",
	[WORD_PREVIEW] = "preview",
	[WORD_DEPRECATED] = "deprecated",
	[WORD_PLANNED] = "planned",
	[WORD_NA] = "na",
	[WORD_UNKNOWN] = "unknown",
};

/* What the built-in statuses count as; `is_like` are those that name themselves. */
static const struct {
	enum mr_like like;
	bool is_like;
} BUILTINS[DATASET_N_BUILTINS] = {
	[DATASET_YES] = {MR_LIKE_YES, true},
	[DATASET_NO] = {MR_LIKE_NO, true},
	[DATASET_PARTIAL] = {MR_LIKE_PARTIAL, true},
	[DATASET_PREVIEW] = {MR_LIKE_PARTIAL, false},
	[DATASET_DEPRECATED] = {MR_LIKE_PARTIAL, false},
	[DATASET_PLANNED] = {MR_LIKE_NO, false},
	[DATASET_NA] = {MR_LIKE_NA, true},
	[DATASET_UNKNOWN] = {MR_LIKE_UNKNOWN, true},
};

enum { MOST_STATUSES = 60000 };

/* ---- what all checks share */

static void put_spot(struct buf *out, const struct spot *spot)
{
	unsigned long first = spot->first, second = spot->second;

	switch (spot->kind) {
	case SPOT_TOP: break;
	case SPOT_CREDIT: buf_put_text(out, "credit"); break;
	case SPOT_STATUS: buf_printf(out, "statuses.%s", spot->name); break;
	case SPOT_NOTE: buf_printf(out, "notes.%s", spot->name); break;
	case SPOT_PRODUCT: buf_printf(out, "products[%lu]", first); break;
	case SPOT_CATEGORY: buf_printf(out, "categories[%lu]", first); break;
	case SPOT_FEATURE:
	case SPOT_CELL:
	case SPOT_PART: buf_printf(out, "categories[%lu].features[%lu]", first, second); break;
	}
	if (spot->kind != SPOT_CELL && spot->kind != SPOT_PART)
		return;
	if (spot->name)
		buf_printf(out, ".values.%s", spot->name);
	else
		buf_printf(out, ".values[%lu]", (unsigned long)spot->third);
	if (spot->kind == SPOT_PART)
		buf_printf(out, ".parts[%lu]", (unsigned long)spot->part);
}

struct about check_at(struct check *check, const struct spot *spot, struct place place,
		      const char *key, long index)
{
	struct about about = {.place = place};

	buf_clear(&check->path);
	put_spot(&check->path, spot);
	if (key)
		buf_printf(&check->path, "%s%s", check->path.n ? "." : "", key);
	if (index >= 0)
		buf_printf(&check->path, "[%ld]", index);
	about.path = buf_text(&check->path);
	return about;
}

bool check_has(const struct check *check, const struct raw_scalar *scalar)
{
	const char *text = load_text(check->load, scalar->string);

	if (!text[0])
		return false;
	return scalar->is_quoted || (strcmp(text, "~") && strcmp(text, "null") &&
				     strcmp(text, "Null") && strcmp(text, "NULL"));
}

void *check_array(struct check *check, size_t n, size_t size)
{
	void *array = arena_array(&check->out->arena, n, size);

	if (!array)
		load_no_memory(check->load);
	return array;
}

void check_required(struct check *check, const struct spot *spot, struct place place,
		    const char *key)
{
	struct about about = check_at(check, spot, place, NULL, -1);

	load_error(check->load, &about, "the key '%s' is missing or empty here", key);
}

const char *check_plain(struct check *check, const struct raw_scalar *scalar)
{
	const struct mr_text *text;
	const struct string *string;

	if (!check_has(check, scalar))
		return "";
	string = &check->load->strings.at[scalar->string];
	text = texts_plain(&check->out->texts, string->at, string->n);
	if (!text)
		load_no_memory(check->load);
	return text ? text->plain : "";
}

const char *check_id(struct check *check, const struct spot *spot, const struct raw_scalar *scalar)
{
	const char *id = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];

	if (word_is_id(id))
		return id;
	about = check_at(check, spot, scalar->place, NULL, -1);
	about.hint = "an id is a letter or digit, then letters, digits, '.', '_' and '-'";
	load_error(check->load, &about, "'%s' is no id", diag_word(word, id));
	return "";
}

const char *check_url(struct check *check, const struct spot *spot, const char *key, long index,
		      const struct raw_scalar *scalar)
{
	const char *url = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];

	if (!check_has(check, scalar))
		return "";
	if (text_url_is_allowed(url))
		return url;
	about = check_at(check, spot, scalar->place, key, index);
	about.hint = "an address is http, https, mailto or relative, without spaces";
	load_error(check->load, &about, "a link to '%s' is refused", diag_word(word, url));
	return "";
}

static void report_finding(struct check *check, const struct text_finding *finding,
			   struct about about)
{
	char word[DIAG_WORD];

	diag_word(word, finding->word);
	switch (finding->problem) {
	case TEXT_LINK_REFUSED:
		about.hint = "an address is http, https, mailto or relative, without spaces";
		load_error(check->load, &about, "a link to '%s' is refused", word);
		break;
	case TEXT_CONTROL:
		load_error(check->load, &about, "the entity '%s' is a control character", word);
		break;
	case TEXT_IMAGE:
		load_warning(check->load, &about, "the image '%s' is shown by its words only",
			     word);
		break;
	case TEXT_TITLE:
		load_warning(check->load, &about, "the title '%s' of a link is not shown", word);
		break;
	case TEXT_TOO_LONG:
		load_warning(check->load, &about,
			     "this text is longer than %d bytes and is shown without its markup",
			     TEXT_MAX_MARKUP);
		break;
	}
}

const struct mr_text *check_text(struct check *check, const struct spot *spot, const char *key,
				 long index, const struct raw_scalar *scalar)
{
	const struct text_finding *finding;
	const struct string *string;
	struct known *known;

	if (!check_has(check, scalar))
		return texts_plain(&check->out->texts, "", 0);
	known = &check->known[scalar->string];
	string = &check->load->strings.at[scalar->string];
	if (!known->text)
		known->text =
			texts_rich(&check->out->texts, string->at, string->n, &known->findings);
	if (!known->text)
		load_no_memory(check->load);
	for (finding = known->findings; finding; finding = finding->next)
		report_finding(check, finding, check_at(check, spot, scalar->place, key, index));
	return known->text;
}

struct mr_date check_date(struct check *check, const struct spot *spot, const char *key,
			  const struct raw_scalar *scalar)
{
	const char *text = load_text(check->load, scalar->string);
	struct mr_date date = {0, 0, 0};
	struct about about;
	char word[DIAG_WORD];

	if (!check_has(check, scalar) || word_to_date(text, &date))
		return date;
	about = check_at(check, spot, scalar->place, key, -1);
	load_error(check->load, &about, "'%s' is no day of the calendar; write it as 2019-11-06",
		   diag_word(word, text));
	return date;
}

/* ---- statuses */

static size_t fold(const char *word, char *out, size_t size)
{
	size_t n;

	for (n = 0; word[n]; n++) {
		if (n == size)
			return 0;
		out[n] = (char)(word[n] >= 'A' && word[n] <= 'Z' ? word[n] | 32 : word[n]);
	}
	return n;
}

uint32_t check_status_of(struct check *check, uint32_t string)
{
	struct known *known = &check->known[string];
	const struct string *text = &check->load->strings.at[string];
	char folded[128];
	uint32_t status;
	size_t n;

	if (known->status == 0) {
		n = fold(text->at, folded, sizeof(folded));
		status = n ? strset_find(&check->status_words, folded, n) : STRSET_NONE;
		known->status = status == STRSET_NONE ? 1 : status + 2;
	}
	return known->status == 1 ? DATASET_NO_STATUS : known->status - 2;
}

void check_no_status(struct check *check, const struct spot *spot, const char *key,
		     const struct raw_scalar *scalar)
{
	const char *text = load_text(check->load, scalar->string);
	struct about about = check_at(check, spot, scalar->place, key, -1);
	struct nearest nearest;
	char word[DIAG_WORD];
	uint32_t i;

	nearest_init(&nearest, text);
	for (i = 0; i < check->out->n_statuses; i++)
		nearest_offer(&nearest, check->statuses[i].id);
	about.suggestion = nearest.best;
	load_error(check->load, &about, "'%s' is no status", diag_word(word, text));
}

static bool like_of(const char *word, enum mr_like *out)
{
	static const char *const LIKES[MR_N_LIKES] = {
		[MR_LIKE_YES] = "yes", [MR_LIKE_PARTIAL] = "partial", [MR_LIKE_NO] = "no",
		[MR_LIKE_NA] = "na",   [MR_LIKE_UNKNOWN] = "unknown",
	};
	int like;

	for (like = 0; like < MR_N_LIKES; like++) {
		if (!strcmp(word, LIKES[like])) {
			*out = (enum mr_like)like;
			return true;
		}
	}
	return false;
}

static void set_like(struct check *check, const struct spot *spot, const struct raw_status *raw,
		     struct dataset_status *status, uint32_t index)
{
	static const char *const LIKES[] = {"yes", "no", "partial", "na", "unknown"};
	const char *text = load_text(check->load, raw->like.string);
	enum mr_like like = status->like;
	char word[DIAG_WORD];
	struct about about;

	if (!check_has(check, &raw->like)) {
		if (!status->is_builtin)
			check_required(check, spot, raw->id.place, "like");
		return;
	}
	if (!like_of(text, &like)) {
		about = check_at(check, spot, raw->like.place, "like", -1);
		about.suggestion = nearest_of(text, LIKES, 5);
		about.hint = "one of yes, no, partial, na, unknown";
		load_error(check->load, &about, "'%s' is nothing a status can count as",
			   diag_word(word, text));
	} else if (status->is_builtin && BUILTINS[index].is_like && like != status->like) {
		about = check_at(check, spot, raw->like.place, "like", -1);
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

	if (!check_has(check, &raw->symbol))
		return;
	status->symbol = symbol;
	if (word_is_symbol(symbol))
		return;
	about = check_at(check, spot, raw->symbol.place, "symbol", -1);
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

	if (!check_id(check, &spot, &raw->id)[0])
		return;
	index = n ? strset_put(&check->status_words, folded, n) : STRSET_NONE;
	if (index == STRSET_NONE) {
		about = check_at(check, &spot, raw->id.place, NULL, -1);
		load_error(check->load, &about, "the id of a status is at most 128 bytes long");
		return;
	}
	status = &check->statuses[index];
	if (index == before) {
		*status = (struct dataset_status){.id = id, .label = id, .symbol = ""};
		check->out->n_statuses++;
	} else if (status->place.line) {
		about = check_at(check, &spot, raw->id.place, NULL, -1);
		load_error(check->load, &about, "the status '%s' is there already, in line %lu",
			   status->id, (unsigned long)status->place.line);
	}
	status->place = raw->id.place;
	if (check_has(check, &raw->label))
		status->label = check_plain(check, &raw->label);
	set_like(check, &spot, raw, status, index);
	set_symbol(check, &spot, raw, status);
}

static int add_statuses(struct check *check)
{
	const struct vec *raw = &check->raw->statuses;
	struct dataset_status *statuses;
	struct spot spot = {.kind = SPOT_TOP};
	struct about about;
	uint32_t i;

	if (raw->n > MOST_STATUSES) {
		about = check_at(check, &spot, RAW_AT(raw_status, *raw, 0)->id.place, "statuses",
				 -1);
		load_error(check->load, &about, "more than %d statuses", MOST_STATUSES);
		return -1;
	}
	statuses = check_array(check, raw->n + DATASET_N_BUILTINS, sizeof(*statuses));
	if (!statuses)
		return -1;
	check->out->statuses = check->statuses = statuses;
	for (i = 0; i < DATASET_N_BUILTINS; i++) {
		statuses[i] = (struct dataset_status){WORDS[WORD_YES + i], "",   "",
						      BUILTINS[i].like,    true, {0, 0}};
		if (strset_put(&check->status_words, statuses[i].id, strlen(statuses[i].id)) != i) {
			load_no_memory(check->load);
			return -1;
		}
	}
	check->out->n_statuses = DATASET_N_BUILTINS;
	for (i = 0; i < raw->n; i++)
		add_status(check, RAW_AT(raw_status, *raw, i));
	return 0;
}

/* ---- notes and the top */

static int add_notes(struct check *check)
{
	const struct vec *raw = &check->raw->notes;
	struct dataset_note *notes = check_array(check, raw->n, sizeof(*notes));
	const struct raw_note *from;
	struct spot spot = {.kind = SPOT_NOTE};
	uint32_t i;

	if (!notes)
		return -1;
	for (i = 0; i < raw->n; i++) {
		from = RAW_AT(raw_note, *raw, i);
		spot.name = load_text(check->load, from->id.string);
		notes[i].id = check_id(check, &spot, &from->id);
		notes[i].place = from->id.place;
		notes[i].text = check_text(check, &spot, NULL, -1, &from->text);
		check->known[from->id.string].note = i + 1;
		if (notes[i].text && mr_text_is_empty(notes[i].text)) {
			struct about about = check_at(check, &spot, from->id.place, NULL, -1);

			load_error(check->load, &about, "this note has no words");
		}
	}
	check->out->notes = notes;
	check->out->n_notes = (uint32_t)raw->n;
	return 0;
}

static void check_version(struct check *check, const struct spot *top)
{
	const struct raw_scalar *version = &check->raw->version;
	struct place start = {1, 1};
	struct about about;
	char word[DIAG_WORD];

	if (!check_has(check, version)) {
		about = check_at(check, top, start, NULL, -1);
		load_error(check->load, &about,
			   "the key 'meshreport' is missing; a dataset says 'meshreport: 1'");
	} else if (strcmp(load_text(check->load, version->string), "1") != 0) {
		about = check_at(check, top, version->place, "meshreport", -1);
		load_error(check->load, &about,
			   "format version '%s' is not known; this program reads version 1",
			   diag_word(word, load_text(check->load, version->string)));
	}
}

static void check_language(struct check *check, const struct spot *top)
{
	const struct raw_scalar *language = &check->raw->language;
	const char *tag = load_text(check->load, language->string);
	struct about about;
	char word[DIAG_WORD];

	check->out->language = check_has(check, language) ? tag : "en";
	if (word_is_language(check->out->language))
		return;
	about = check_at(check, top, language->place, "language", -1);
	load_error(check->load, &about, "'%s' is no language tag such as en, pt-BR or zh-Hant",
		   diag_word(word, tag));
}

static void check_credit(struct check *check)
{
	const struct raw *raw = check->raw;
	const struct spot spot = {.kind = SPOT_CREDIT};
	struct dataset_credit *credit = &check->out->credit;
	struct about about;
	char word[DIAG_WORD];

	credit->text = check_plain(check, &raw->credit_text);
	credit->url = check_url(check, &spot, "url", -1, &raw->credit_url);
	credit->license = check_plain(check, &raw->credit_license);
	if (!credit->license[0] || word_is_spdx(credit->license))
		return;
	about = check_at(check, &spot, raw->credit_license.place, "license", -1);
	load_error(check->load, &about, "'%s' is no SPDX licence expression such as CC-BY-4.0",
		   diag_word(word, credit->license));
}

static void check_top(struct check *check)
{
	const struct spot top = {.kind = SPOT_TOP};
	const struct raw *raw = check->raw;
	struct dataset *out = check->out;

	check_version(check, &top);
	out->title = check_plain(check, &raw->title);
	if (!out->title[0])
		check_required(check, &top, (struct place){1, 1}, "title");
	out->subtitle = check_plain(check, &raw->subtitle);
	check_language(check, &top);
	out->as_of = check_date(check, &top, "as_of", &raw->as_of);
	check_credit(check);
}

int check_dataset(struct dataset *out, struct load *load, const struct raw *raw)
{
	struct check check = {.load = load, .raw = raw, .out = out};

	buf_init(&check.path, 8192);
	strset_init(&check.status_words);
	check.known = mem_array(load->strings.n, sizeof(*check.known));
	if (!check.known)
		load_no_memory(load);
	if (!load->failed && add_statuses(&check) == 0 && add_notes(&check) == 0) {
		check_top(&check);
		check_products(&check);
		check_categories(&check);
		if (!load->failed)
			check_cells(&check);
	}
	mem_free(check.known);
	strset_release(&check.status_words);
	buf_release(&check.path);
	return load->failed || load->has_errors ? -1 : 0;
}
