/* SPDX-License-Identifier: MIT */
#include "check/check.h"

#include "base/mem.h"
#include "check/check_cells.h"
#include "check/check_profiles.h"
#include "check/check_rows.h"
#include "check/check_statuses.h"
#include "check/check_value.h"
#include "check/check_weight.h"
#include "data/shape.h"

#include <string.h>

/* ---- notes and the top */

static int add_notes(struct check *check)
{
	const struct vec *raw = &check->raw->notes;
	struct dataset_note *notes = check_value_array(check, raw->n, sizeof(*notes));
	const struct raw_note *from;
	struct spot spot = {.kind = SPOT_NOTE};

	if (!notes)
		return -1;
	for (uint32_t i = 0; i < raw->n; i++) {
		from = RAW_AT(raw_note, *raw, i);
		spot.name = load_text(check->load, from->id.string);
		notes[i].id = check_value_id(check, &spot, NULL, -1, &from->id);
		notes[i].place = from->id.place;
		notes[i].text = check_value_text(check, &spot, NULL, -1, &from->text);
		check->known.note[from->id.string] = i + 1;
		if (notes[i].text && mr_text_is_empty(notes[i].text)) {
			struct about about = check_value_at(check, &spot, from->id.place, NULL, -1);

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

	if (!check_value_is_given(check, version)) {
		about = check_value_at(check, top, start, NULL, -1);
		load_error(check->load, &about,
			   "the key 'meshreport' is missing; a dataset says 'meshreport: 1'");
	} else if (strcmp(load_text(check->load, version->string), "1") != 0) {
		about = check_value_at(check, top, version->place, "meshreport", -1);
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

	check->out->language = check_value_is_given(check, language) ? tag : "en";
	check->out->language_place = language->place;
	if (shape_is_language(check->out->language))
		return;
	about = check_value_at(check, top, language->place, "language", -1);
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

	credit->text = check_value_plain(check, &spot, "text", &raw->credit_text);
	credit->url_place = raw->credit_url.place;
	credit->url = check_value_url(check, &spot, "url", -1, &raw->credit_url);
	credit->license = check_value_plain(check, &spot, "license", &raw->credit_license);
	if (!credit->license[0] || shape_is_spdx(credit->license))
		return;
	about = check_value_at(check, &spot, raw->credit_license.place, "license", -1);
	load_error(check->load, &about, "'%s' is no SPDX licence expression such as CC-BY-4.0",
		   diag_word(word, credit->license));
}

static void check_top(struct check *check)
{
	const struct spot top = {.kind = SPOT_TOP};
	const struct raw *raw = check->raw;
	struct dataset *out = check->out;

	check_version(check, &top);
	out->title = check_value_plain(check, &top, "title", &raw->title);
	if (!out->title[0])
		check_value_missing(check, &top, (struct place){1, 1}, "title");
	out->subtitle = check_value_plain(check, &top, "subtitle", &raw->subtitle);
	check_language(check, &top);
	out->as_of = check_value_date(check, &top, "as_of", &raw->as_of);
	out->as_of_place = raw->as_of.place;
	check_credit(check);
}

static int init_known(struct known *known, size_t n)
{
	enum {
		EACH = 3 * sizeof(*known->product) + sizeof(*known->status) +
		       2 * sizeof(*known->category)
	};

	known->product = mem_array(n, EACH);
	if (!known->product)
		return -1;
	known->note = known->product + n;
	known->note_stamp = known->note + n;
	known->status = (uint16_t *)(known->note_stamp + n);
	known->category = (bool *)(known->status + n);
	known->feature = known->category + n;
	return 0;
}

int check_dataset(struct dataset *out, struct load *load, struct raw *raw)
{
	struct check check = {
		.load = load, .raw = raw, .out = out, .was_misread = load->has_errors};

	buf_init(&check.path, 8192);
	guess_init(&check.guess);
	strset_init(&check.status_words);
	if (init_known(&check.known, load->strings.n) != 0)
		load_no_memory(load);
	if (!load->failed && check_statuses(&check) == 0 && add_notes(&check) == 0) {
		check_top(&check);
		check_rows_products(&check);
		check_rows_categories(&check);
		if (!load->failed)
			check_profiles(&check);
		if (!load->failed)
			check_cells(&check, raw);
		if (!load->failed && !load->is_interpreted)
			check_statuses_looks(&check);
		if (!load->failed && !load->has_errors)
			check_weight(&check);
	}
	mem_free(check.known.product);
	strset_release(&check.status_words);
	buf_release(&check.path);
	guess_release(&check.guess);
	return load->failed || load->has_errors ? -1 : 0;
}
