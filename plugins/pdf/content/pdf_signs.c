/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_signs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/write/number.h"
#include "pdf/content/pdf_cell.h"
#include "pdf/content/pdf_changes.h"
#include "pdf/content/pdf_evidence.h"
#include "pdf/content/pdf_notes.h"

#define SHORT_BYTES 3u /* words as short as a sign and its letter stand in the table */
#define MORE "\342\200\246" /* the sign of words without a status */
#define LETTERS_SIZE 8u /* of a 32-bit number */
#define FIRST_SLOTS 64u
#define MARKS_MOST 12u /* letters: more go on in further lines */

/* ---- what a sign does not say */

static const struct mr_status *status_of(const struct mr_matrix *m, const struct mr_cell *cell)
{
	return cell->kind == MR_CELL_STATUS ? mr_status_at(m, cell->status) : NULL;
}

/* Parts of different statuses count as something: a built-in status says what. */
static const struct mr_status *sign_of(const struct mr_matrix *m, const struct mr_cell *cell)
{
	const struct mr_status *status = mr_status_at(m, cell->status);

	for (uint32_t i = 0; !status && cell->kind == MR_CELL_PARTS && i < m->statuses.n; i++)
		if (mr_status_at(m, i)->like == cell->like && mr_status_at(m, i)->is_builtin)
			return mr_status_at(m, i);
	return cell->kind == MR_CELL_STATUS || cell->kind == MR_CELL_PARTS ? status : NULL;
}

static bool is_short(const struct mr_cell *cell)
{
	const struct mr_text *text = cell->text;

	return cell->kind == MR_CELL_TEXT && text->n_bytes <= SHORT_BYTES && text->spans.n <= 1 &&
	       (text->spans.n == 0 || !*mr_span_at(text, 0)->url);
}

static bool has_detail(const struct pdf_words *words, const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (detail && (*detail->since || detail->sources.n > 0 ||
		       (words->has_verified && detail->verified.year)))
		return true;
	return cell->kind == MR_CELL_STATUS ? cell->has_own_words : !is_short(cell);
}

/* ---- cells that have the same details */

static uint32_t mix(uint32_t hash, uint32_t value)
{
	return (hash ^ value) * 16777619u;
}

static uint32_t mix_text(uint32_t hash, const char *text)
{
	for (; *text; text++)
		hash = mix(hash, (unsigned char)*text);
	return hash;
}

static uint32_t hash_of(const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;
	uint32_t hash = mix(mix(mix(2166136261u, cell->text->id), cell->status), cell->kind);

	for (uint32_t i = 0; detail && i < detail->sources.n; i++)
		hash = mix_text(hash, mr_string_at(&detail->sources, i));
	return detail ? mix_text(hash, detail->since) : hash;
}

static bool is_day(struct mr_date a, struct mr_date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* Joined items may differ in their links. */
static bool has_items(const struct mr_cell_detail *a, const struct mr_cell_detail *b)
{
	bool is_same = a->items.n == b->items.n;

	for (uint32_t i = 0; i < a->items.n && is_same; i++)
		is_same = mr_item_at(a, i)->id == mr_item_at(b, i)->id;
	return is_same;
}

/* Those of parts stay apart: each part may have notes. */
static bool is_alike(const struct pdf_words *words, const struct mr_cell *a,
		     const struct mr_cell *b)
{
	static const struct mr_cell_detail none = {.since = ""};
	const struct mr_cell_detail *one = a->detail ? a->detail : &none;
	const struct mr_cell_detail *two = b->detail ? b->detail : &none;

	return a->kind != MR_CELL_PARTS && a->kind == b->kind && a->status == b->status &&
	       a->text->id == b->text->id && strcmp(one->since, two->since) == 0 &&
	       (!words->has_verified || is_day(one->verified, two->verified)) &&
	       has_items(one, two) && pdf_notes_is_same(one, two);
}

/* a, b, ... z, aa, ab, ... */
static const char *letters_of(uint32_t number, char letters[LETTERS_SIZE])
{
	char *at = letters + LETTERS_SIZE - 1;

	*at = '\0';
	for (; number > 0; number = (number - 1) / 26)
		*--at = (char)('a' + (number - 1) % 26);
	return at;
}

/* Details by what they tell: entry + 1 where one stands; half of the slots are free. */
struct table {
	const struct pdf_words *words;
	struct pdf_signs *signs;
	uint32_t *slots;
	uint32_t n;
};

static const struct mr_cell *cell_of(const struct table *table, uint32_t index)
{
	return mr_cell_at(table->words->matrix, table->signs->at[index].row,
			  table->signs->at[index].col);
}

static uint32_t *slot_of(const struct table *table, const struct mr_cell *cell)
{
	uint32_t i = hash_of(cell) & (table->n - 1);

	while (table->slots[i] &&
	       !is_alike(table->words, cell, cell_of(table, table->slots[i] - 1)))
		i = (i + 1) & (table->n - 1);
	return &table->slots[i];
}

static int grow(struct table *table)
{
	struct pdf_signs *signs = table->signs;
	uint32_t n = table->n ? table->n * 2 : FIRST_SLOTS;
	struct pdf_sign *at = n > table->n ? realloc(signs->at, n / 2 * sizeof(*at)) : NULL;

	if (!at)
		return -1;
	signs->at = at;
	signs->size = n / 2;
	free(table->slots);
	table->n = n;
	table->slots = calloc(n, sizeof(*table->slots));
	if (!table->slots)
		return -1;
	for (uint32_t i = 0; i < signs->n; i++)
		*slot_of(table, cell_of(table, i)) = i + 1;
	return 0;
}

static const char *name_of(const struct pdf_words *words, uint32_t number)
{
	const char *word = mr_word(words->matrix, "details", "Details");
	char letters[LETTERS_SIZE];
	const char *from = letters_of(number, letters);
	size_t n = strlen(word);
	char *name = words->job->alloc(words->job, n + LETTERS_SIZE + 1);

	memcpy(name, word, n);
	name[n] = ' ';
	memcpy(name + n + 1, from, strlen(from) + 1);
	return name;
}

/* The number of a cell's details, 0 without memory. */
static uint32_t add(struct table *table, uint32_t row, uint32_t col)
{
	struct pdf_signs *signs = table->signs;
	uint32_t *slot;

	if (signs->n == signs->size && grow(table) != 0)
		return 0;
	slot = slot_of(table, mr_cell_at(table->words->matrix, row, col));
	if (*slot == 0) {
		signs->at[signs->n] =
			(struct pdf_sign){row, col, name_of(table->words, signs->n + 1)};
		*slot = ++signs->n;
	}
	return *slot;
}

static size_t digits_of(uint32_t number)
{
	char digits[NUMBER_SIZE];

	return number_unsigned(digits, number);
}

/* How wide a few letters may be, in em: more than in most fonts. */
static float width_of(const char *text)
{
	float sum = 0;

	for (; *text; text++) {
		if (((unsigned char)*text & 0xc0) == 0x80)
			continue;
		sum += strchr(".,:;|!' ", *text)                   ? 0.37f
		       : *text >= '0' && *text <= '9'              ? 0.65f
		       : strchr("MWmw%@", *text) || *text & '\x80' ? 1.1f
								   : 0.75f;
	}
	return sum;
}

/* Letters and digits that may stand behind the sign of a cell. */
static size_t marks_of(const struct pdf_words *words, const struct mr_cell *cell, uint32_t number)
{
	const struct mr_cell_detail *detail = cell->detail;
	char letters[LETTERS_SIZE];
	size_t n = number ? strlen(letters_of(number, letters)) : 0;

	for (uint32_t i = 0; detail && cell->kind != MR_CELL_PARTS && i < detail->notes.n; i++)
		n += (n > 0) +
		     digits_of(mr_note_at(words->matrix, mr_index_at(&detail->notes, i))->number);
	return n + (words->has_evidence && detail);
}

int pdf_signs_find(struct pdf_signs *signs, const struct pdf_words *words, bool is_turned)
{
	const struct mr_matrix *m = words->matrix;
	struct table table = {.words = words, .signs = signs};
	bool failed = false;

	signs->numbers = calloc((size_t)m->features.n * m->products.n + 1, sizeof(*signs->numbers));
	signs->needs = calloc((size_t)(is_turned ? m->features.n : m->products.n) + 1,
			      sizeof(*signs->needs));
	failed = !signs->numbers || !signs->needs;
	for (uint32_t row = 0; row < m->features.n && !failed; row++)
		for (uint32_t col = 0; col < m->products.n && !failed; col++) {
			const struct mr_cell *cell = mr_cell_at(m, row, col);
			uint32_t number = has_detail(words, cell) ? add(&table, row, col) : 0;
			struct pdf_sign_needs *needs = &signs->needs[is_turned ? row : col];
			uint32_t marks = (uint32_t)marks_of(words, cell, number);

			signs->numbers[(size_t)row * m->products.n + col] = number;
			marks = marks < MARKS_MOST ? marks : MARKS_MOST;
			needs->marks = marks > needs->marks ? marks : needs->marks;
			if (is_short(cell))
				needs->words = fmaxf(needs->words, width_of(cell->text->plain));
			failed = number == 0 && has_detail(words, cell);
		}
	free(table.slots);
	return failed ? -1 : 0;
}

bool pdf_signs_shows(const struct mr_matrix *m, uint32_t status)
{
	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n; col++) {
			const struct mr_cell *cell = mr_cell_at(m, row, col);

			if (cell->kind == MR_CELL_PARTS &&
			    sign_of(m, cell) == mr_status_at(m, status))
				return true;
		}
	return false;
}

void pdf_signs_release(struct pdf_signs *signs)
{
	free(signs->numbers);
	free(signs->at);
	free(signs->needs);
	memset(signs, 0, sizeof(*signs));
}

/* ---- in the table */

static void put_letter(struct pdf_store *store, const struct pdf_signs *signs, uint32_t number)
{
	char room[LETTERS_SIZE];
	const char *letters = letters_of(number, room);
	struct pdf_link link = {.key = PDF_KEY(PDF_PLACE_DETAIL, number),
				.place = PDF_KEY(PDF_PLACE_SIGN, number),
				.contents = signs->at[number - 1].name,
				.is_reference = true};

	pdf_store_mark(store, pdf_store_copy(store, letters, strlen(letters)),
		       pdf_store_link(store, &link));
}

/* What a sign is read as: "yes, with Envoy, since 1.2". */
static const char *said(const struct pdf_words *words, struct pdf_store *store,
			const struct mr_cell *cell)
{
	struct out text;

	out_to_memory(&text, 0);
	out_bytes(&text, cell->text->plain, cell->text->n_bytes);
	if (cell->detail && *cell->detail->since) {
		out_string(&text, ", ");
		out_string(&text, pdf_words_filled(words, store, "since", "since {version}",
						   "version", cell->detail->since));
	}
	out_char(&text, ' ');
	return pdf_store_take(store, &text);
}

struct pdf_block pdf_signs_cell(const struct pdf_words *words, struct pdf_store *store,
				const struct pdf_signs *signs, uint32_t row, uint32_t col)
{
	const struct mr_matrix *m = words->matrix;
	const struct mr_cell *cell = mr_cell_at(m, row, col);
	uint32_t number = signs->numbers[(size_t)row * m->products.n + col];
	const struct mr_status *sign = sign_of(m, cell);
	struct pdf_block block = {.first = store->n_pars};
	const char *symbol = sign ? sign->symbol : is_short(cell) ? NULL : MORE;

	pdf_words_stand_at(store, MR_AT_CELL, row, col);
	if (!symbol)
		pdf_words_text(words, store, cell->text, SHAPE_REGULAR, PDF_INK_TEXT, "");
	if (number)
		put_letter(store, signs, number);
	if (number && cell->detail && cell->detail->notes.n && cell->kind != MR_CELL_PARTS)
		pdf_store_mark(store, ",", PDF_NO_LINK);
	if (cell->detail && cell->kind != MR_CELL_PARTS)
		pdf_notes_marks(words, store, &cell->detail->notes);
	if (cell->detail)
		pdf_evidence_mark(words, store, row, cell->detail);
	pdf_store_close(store,
			&(struct pdf_par){.size = 1,
					  .slot = PDF_SIGN_SLOT,
					  .said = symbol ? said(words, store, cell) : NULL},
			symbol, sign ? pdf_words_ink(sign->like) : PDF_INK_MUTED);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_signs_product(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t col)
{
	const struct mr_product *product = mr_product_at(words->matrix, col);
	struct pdf_block block = {.first = store->n_pars};
	uint32_t link = *product->url ? pdf_words_link(store, product->url) : PDF_NO_LINK;

	pdf_words_stand_at(store, MR_AT_PRODUCT, col, 0);
	pdf_store_span(store, product->name, strlen(product->name), SHAPE_BOLD, PDF_INK_TEXT, link);
	if (link != PDF_NO_LINK)
		pdf_words_reference(words, store, product->url);
	pdf_notes_marks(words, store, &product->notes);
	if (*product->lifecycle_word) {
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, product->lifecycle_word, SHAPE_REGULAR, PDF_INK_MUTED);
	}
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_signs_feature(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(words->matrix, row);
	struct pdf_block block = {.first = store->n_pars};
	bool has_category =
		!mr_text_is_empty(mr_category_at(words->matrix, feature->category)->name);

	pdf_words_stand_at(store, MR_AT_FEATURE, row, 0);
	pdf_words_text(words, store, feature->name, SHAPE_BOLD, PDF_INK_TEXT, feature->url);
	pdf_notes_marks(words, store, &feature->notes);
	pdf_cell_put_weight(store, feature);
	if (!mr_text_is_empty(feature->description)) {
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_text(words, store, feature->description, SHAPE_REGULAR, PDF_INK_MUTED,
			       "");
	}
	if (has_category)
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_cell_put_category(words, store, row);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

/* ---- in the list */

float pdf_signs_label_width(uint32_t n)
{
	char letters[LETTERS_SIZE];

	return (float)strlen(letters_of(n, letters)) * 0.75f + 0.55f;
}

struct pdf_block pdf_signs_label(const struct pdf_words *words, struct pdf_store *store,
				 const struct pdf_signs *signs, uint32_t index)
{
	struct pdf_block block = {.first = store->n_pars};
	struct pdf_link back = {.key = PDF_KEY(PDF_PLACE_SIGN, index + 1),
				.place = PDF_KEY(PDF_PLACE_DETAIL, index + 1),
				.contents = signs->at[index].name};
	char room[LETTERS_SIZE];
	const char *letters = letters_of(index + 1, room);

	/* letters go from left to right, and the words on either side */
	if (words->matrix->is_rtl)
		pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_span(store, pdf_store_copy(store, letters, strlen(letters)), strlen(letters),
		       SHAPE_REGULAR, PDF_INK_LINK, pdf_store_link(store, &back));
	if (!words->matrix->is_rtl)
		pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

static void put_sign(struct pdf_store *store, const struct mr_status *status)
{
	if (!status)
		return;
	pdf_words_plain(store, status->symbol, SHAPE_REGULAR, pdf_words_ink(status->like));
	pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_TEXT);
}

static void put_parts(const struct pdf_words *words, struct pdf_store *store,
		      const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);

		if (i > 0)
			pdf_words_plain(store, ", ", SHAPE_REGULAR, PDF_INK_TEXT);
		put_sign(store, mr_status_at(words->matrix, part->status));
		if (*part->name) {
			pdf_words_plain(store, part->name, SHAPE_REGULAR, PDF_INK_TEXT);
			pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
		}
		pdf_words_text(words, store, part->text, SHAPE_REGULAR, PDF_INK_TEXT, "");
		pdf_notes_marks(words, store, &part->notes);
	}
}

static void put_items(const struct pdf_words *words, struct pdf_store *store,
		      const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->items.n; i++) {
		if (i > 0)
			pdf_words_plain(store, ", ", SHAPE_REGULAR, PDF_INK_TEXT);
		pdf_words_text(words, store, mr_item_at(detail, i), SHAPE_REGULAR, PDF_INK_TEXT,
			       "");
	}
}

/* " · since 1.0 · verified 2019-10-20" and the sources. */
static void put_history(const struct pdf_words *words, struct pdf_store *store,
			const struct mr_cell_detail *detail)
{
	if (*detail->since) {
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store,
				pdf_words_filled(words, store, "since", "since {version}",
						 "version", detail->since),
				SHAPE_REGULAR, PDF_INK_MUTED);
	}
	if (words->has_verified && detail->verified.year) {
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, pdf_words_verified(words, store, detail->verified),
				SHAPE_REGULAR, PDF_INK_MUTED);
	}
	pdf_notes_sources(words, store, &detail->sources);
}

struct pdf_block pdf_signs_detail(const struct pdf_words *words, struct pdf_store *store,
				  const struct pdf_signs *signs, uint32_t index)
{
	const struct pdf_sign *entry = &signs->at[index];
	const struct mr_cell *cell = mr_cell_at(words->matrix, entry->row, entry->col);
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_stand_at(store, MR_AT_CELL, entry->row, entry->col);
	put_sign(store, status_of(words->matrix, cell));
	if (cell->kind == MR_CELL_PARTS && cell->detail)
		put_parts(words, store, cell->detail);
	else if (cell->kind == MR_CELL_LIST && cell->detail && cell->detail->items.n)
		put_items(words, store, cell->detail);
	else
		pdf_words_text(words, store, cell->text, SHAPE_REGULAR, PDF_INK_TEXT, "");
	if (cell->detail)
		put_history(words, store, cell->detail);
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}
