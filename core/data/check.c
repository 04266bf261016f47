/* SPDX-License-Identifier: MIT */
#include "data/check.h"

#include "data/check_words.h"
#include "base/mem.h"

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

struct spot check_spot_of(const struct check *check, const struct raw_feature *feature,
			  enum spot_kind kind)
{
	const struct raw_category *category =
		RAW_AT(raw_category, check->raw->categories, feature->category);

	return (struct spot){.kind = kind, .first = category->index, .second = feature->index};
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

	return text[0] && (scalar->is_quoted || !load_is_null_word(text));
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

const char *check_id(struct check *check, const struct spot *spot, const char *key, long index,
		     const struct raw_scalar *scalar)
{
	const char *id = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];

	if (word_is_id(id))
		return id;
	about = check_at(check, spot, scalar->place, key, index);
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
	const struct rich *rich;

	if (!check_has(check, scalar))
		return texts_plain(&check->out->texts, "", 0);
	rich = load_rich(check->load, scalar->string);
	if (!rich)
		return NULL;
	for (finding = rich->findings; finding; finding = finding->next)
		report_finding(check, finding, check_at(check, spot, scalar->place, key, index));
	return rich->text;
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
		notes[i].id = check_id(check, &spot, NULL, -1, &from->id);
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
	if (!load->failed && check_statuses(&check) == 0 && add_notes(&check) == 0) {
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
