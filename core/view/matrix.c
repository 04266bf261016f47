/* SPDX-License-Identifier: MIT */
#include "view/matrix.h"

#include "base/mem.h"
#include "data/status.h"
#include "view/fill.h"
#include "view/profiles.h"
#include "view/words.h"

#include <string.h>

struct matrix {
	struct arena arena;
	struct texts texts; /* labels and joined lists, over the dataset's own */
	const struct dataset *set;
	struct selection selection;
	struct mr_word *words; /* of the view */
	struct mr_note *notes; /* by number - 1, as their places */
	struct place *note_places;
	uint32_t *categories; /* by index in the matrix: index in the dataset */
	struct mr_matrix view;
};

static void fill_statuses(struct fill *fill)
{
	const struct dataset *set = fill->set;

	for (uint32_t i = 0; i < set->n_statuses; i++) {
		const struct dataset_status *from = &set->statuses[i];

		fill->statuses[i] = (struct mr_status){.id = from->id,
						       .label = fill->reading.labels[i]->plain,
						       .symbol = status_symbol(set, i),
						       .like = from->like,
						       .is_builtin = from->is_builtin};
	}
}

static struct mr_array strings(const struct dataset_ids *ids)
{
	return (struct mr_array){ids->at, ids->n, sizeof(*ids->at)};
}

static const char *lifecycle_word(const struct dataset *set, enum mr_lifecycle lifecycle)
{
	if (lifecycle == MR_ACTIVE)
		return "";
	return words_find(set->language, lifecycle == MR_ARCHIVED ? "archived" : "discontinued");
}

static void fill_products(struct fill *fill)
{
	for (uint32_t col = 0; col < fill->selection->n_cols; col++) {
		const struct dataset_product *from =
			&fill->set->products[fill->selection->cols[col]];

		fill->products[col] = (struct mr_product){
			.id = from->id,
			.name = from->name,
			.url = from->url,
			.lifecycle = from->lifecycle,
			.lifecycle_word = lifecycle_word(fill->set, from->lifecycle),
			.formerly = strings(&from->formerly),
			.logo = from->logo,
			.logo_media_type = from->logo_media_type,
			.logo_name = from->logo_name};
	}
}

/* Rows keep the order of the dataset, so a category begins where the row before has another. */
static void fill_features(struct fill *fill, uint32_t *dataset_category)
{
	const struct dataset *set = fill->set;

	for (uint32_t row = 0; row < fill->selection->n_rows; row++) {
		const struct dataset_feature *from = &set->features[fill->selection->rows[row]];
		const struct dataset_category *category = &set->categories[from->category];

		if (!row || dataset_category[fill->n_categories - 1] != from->category) {
			dataset_category[fill->n_categories] = from->category;
			fill->categories[fill->n_categories++] =
				(struct mr_category){.id = category->id,
						     .name = category->name,
						     .description = category->description,
						     .url = category->url,
						     .first_feature = row};
		}
		fill->categories[fill->n_categories - 1].n_features++;
		fill->features[row] = (struct mr_feature){.id = from->id,
							  .name = from->name,
							  .description = from->description,
							  .url = from->url,
							  .category = fill->n_categories - 1,
							  .kind = from->kind,
							  .weight = from->weight,
							  .formerly = strings(&from->formerly)};
	}
}

/* Array `member` of the fill, allocated; the arena's `failed` tells. */
#define TAKE(fill, member, n) \
	((fill)->member = arena_array((fill)->arena, (n), sizeof(*(fill)->member)))

static int allocate(struct fill *fill, struct matrix *matrix)
{
	const struct dataset *set = fill->set;
	uint32_t n_cols = fill->selection->n_cols, n_rows = fill->selection->n_rows;
	uint32_t n_categories = set->n_categories < n_rows ? set->n_categories : n_rows;
	uint64_t n_cells = (uint64_t)n_rows * n_cols;

	if (n_cells > UINT32_MAX)
		return -1; /* more than struct mr_array counts; the limits forbid it unless raised */
	TAKE(fill, statuses, set->n_statuses);
	TAKE(fill, products, n_cols);
	TAKE(fill, categories, n_categories);
	TAKE(fill, features, n_rows);
	TAKE(fill, cells, (size_t)n_cells);
	TAKE(fill, category_counts, (size_t)n_categories * n_cols);
	TAKE(fill, number_of_shared, set->n_notes);
	matrix->categories = arena_array(fill->arena, n_categories, sizeof(*matrix->categories));
	return fill->arena->failed ? -1 : 0;
}

#define ARRAY(at, n) ((struct mr_array){(at), (n), sizeof(*(at))})

static void show_arrays(struct matrix *matrix, struct fill *fill)
{
	struct mr_matrix *view = &matrix->view;
	uint32_t n_cols = fill->selection->n_cols, n_rows = fill->selection->n_rows;
	size_t n_notes;

	matrix->notes = vec_take(&fill->notes, &n_notes);
	matrix->note_places = vec_take(&fill->note_places, &n_notes);
	view->n_texts = fill->texts->n;
	view->statuses = ARRAY(fill->statuses, fill->set->n_statuses);
	view->notes = ARRAY(matrix->notes, (uint32_t)n_notes);
	view->products = ARRAY(fill->products, n_cols);
	view->categories = ARRAY(fill->categories, fill->n_categories);
	view->features = ARRAY(fill->features, n_rows);
	view->cells = ARRAY(fill->cells, n_rows * n_cols);
	view->category_counts = ARRAY(fill->category_counts, fill->n_categories * n_cols);
	view->profiles = profiles_show(fill->set, &ARRAY(fill->selection->cols, n_cols),
				       &ARRAY(fill->selection->rows, n_rows), fill->arena);
}

/* The name without its last suffix; a name that is nothing but a suffix stays whole. */
static const char *base_name(const char *name, struct arena *arena)
{
	const char *dot = strrchr(name, '.');
	size_t n = dot && dot != name ? (size_t)(dot - name) : strlen(name);

	return arena_copy(arena, name, n);
}

static void show_head(struct matrix *matrix)
{
	const struct dataset *set = matrix->set;
	struct mr_matrix *view = &matrix->view;
	struct mr_word *words = arena_array(&matrix->arena, words_count(), sizeof(*words));

	view->struct_size = sizeof(*view);
	view->title = set->title;
	view->subtitle = set->subtitle;
	view->language = set->language;
	view->is_rtl = words_is_rtl(set->language);
	view->as_of = set->as_of;
	view->credit = (struct mr_credit){
		.text = set->credit.text, .url = set->credit.url, .license = set->credit.license};
	view->selection = (struct mr_selection){.is_whole = matrix->selection.is_whole,
						.words = matrix->selection.words,
						.command = matrix->selection.command,
						.n_products_all = set->n_products,
						.n_features_all = set->n_features};
	matrix->words = words;
	if (words) {
		words_fill(set->language, words);
		view->words = ARRAY(words, words_count());
	}
	view->dataset_name = set->name;
	view->base_name = base_name(set->name, &matrix->arena);
	view->dataset = set->bytes;
}

struct matrix *matrix_new(const struct dataset *set, const struct select_request *request,
			  struct diag *diag)
{
	static const struct select_request everything;
	struct matrix *matrix = mem_array(1, sizeof(*matrix));
	struct fill fill = {.set = set};

	if (!matrix)
		goto no_memory;
	matrix->set = set;
	texts_init(&matrix->texts, &set->texts);
	fill.texts = &matrix->texts;
	fill.arena = &matrix->arena;
	fill.selection = &matrix->selection;
	fill.counts = &matrix->view.counts;
	if (cell_reading_init(&fill.reading, set, &matrix->texts, &matrix->arena))
		goto no_memory;
	if (select_make(&fill.reading, request ? request : &everything, &matrix->arena, diag,
			&matrix->selection)) {
		matrix_free(matrix);
		return NULL;
	}
	if (allocate(&fill, matrix))
		goto no_memory;
	fill_statuses(&fill);
	fill_products(&fill);
	fill_features(&fill, matrix->categories);
	fill_rows(&fill);
	show_arrays(matrix, &fill);
	show_head(matrix);
	if (!matrix->arena.failed)
		return matrix;
no_memory:
	diag_no_memory(diag);
	matrix_free(matrix);
	return NULL;
}

void matrix_free(struct matrix *matrix)
{
	if (!matrix)
		return;
	texts_release(&matrix->texts);
	arena_release(&matrix->arena);
	mem_free(matrix->notes);
	mem_free(matrix->note_places);
	mem_free(matrix);
}

void matrix_follow(struct matrix *matrix, struct matrix *old, struct dataset *old_set,
		   const struct mr_since *since)
{
	uint32_t n_now = matrix->view.n_texts, n_then = old->view.n_texts;
	uint32_t by = n_now > n_then ? n_now : n_then;

	texts_shift(&old_set->texts, by);
	texts_shift(&old->texts, by);
	old->view.n_texts = matrix->view.n_texts = by + n_then;
	matrix->view.since = since;
}

void matrix_reword(struct matrix *matrix, const char *key, const char *text)
{
	for (uint32_t i = 0; i < words_count(); i++)
		if (strcmp(matrix->words[i].key, key) == 0)
			matrix->words[i].text = text;
}

void matrix_rank(struct matrix *matrix, const struct mr_ranking *ranking)
{
	matrix->view.ranking = ranking;
}

const struct mr_matrix *matrix_view(const struct matrix *matrix)
{
	return &matrix->view;
}

const struct dataset *matrix_dataset(const struct matrix *matrix)
{
	return matrix->set;
}

const struct dataset_product *matrix_product(const struct matrix *matrix, uint32_t col)
{
	return &matrix->set->products[matrix->selection.cols[col]];
}

const struct dataset_category *matrix_category(const struct matrix *matrix, uint32_t index)
{
	return &matrix->set->categories[matrix->categories[index]];
}

const struct dataset_feature *matrix_feature(const struct matrix *matrix, uint32_t row)
{
	return &matrix->set->features[matrix->selection.rows[row]];
}

/* Where a cell stands; one that the file does not state, at its feature. */
static struct place place_of_cell(const struct matrix *matrix, uint32_t row, uint32_t col)
{
	const struct dataset_feature *feature = &matrix->set->features[matrix->selection.rows[row]];

	for (uint32_t i = 0; i < feature->n_cells; i++) {
		struct dataset_cell cell = cells_at(&matrix->set->cells, feature->first_cell + i);

		if (cell.product == matrix->selection.cols[col])
			return cell.place;
	}
	return feature->place;
}

void matrix_places(const struct matrix *matrix, uint32_t row, struct place *out)
{
	const struct dataset_feature *feature = matrix_feature(matrix, row);

	for (uint32_t i = 0; i < matrix->set->n_products; i++)
		out[i] = feature->place;
	for (uint32_t i = 0; i < feature->n_cells; i++) {
		struct dataset_cell cell = cells_at(&matrix->set->cells, feature->first_cell + i);

		out[cell.product] = cell.place;
	}
}

uint32_t matrix_product_index(const struct matrix *matrix, uint32_t col)
{
	return matrix->selection.cols[col];
}

/* `where` with what does not exist turned into the document: a plugin may pass anything. */
static struct mr_where vet(const struct matrix *matrix, const struct mr_where *where)
{
	static const struct mr_where document;
	const struct mr_matrix *view = &matrix->view;
	bool is_known = false;

	if (!where)
		return document;
	switch (where->kind) {
	case MR_AT_PRODUCT: is_known = where->index < view->products.n; break;
	case MR_AT_CATEGORY: is_known = where->index < view->categories.n; break;
	case MR_AT_FEATURE: is_known = where->index < view->features.n; break;
	case MR_AT_NOTE: is_known = where->index < view->notes.n; break;
	case MR_AT_CELL:
		is_known = where->index < view->features.n && where->second < view->products.n;
		break;
	default: break;
	}
	return is_known ? *where : document;
}

struct place matrix_place(const struct matrix *matrix, const struct mr_where *where)
{
	static const struct place nowhere;
	const struct dataset *set = matrix->set;
	struct mr_where at = vet(matrix, where);

	switch (at.kind) {
	case MR_AT_PRODUCT: return set->products[matrix->selection.cols[at.index]].place;
	case MR_AT_CATEGORY: return set->categories[matrix->categories[at.index]].place;
	case MR_AT_FEATURE: return set->features[matrix->selection.rows[at.index]].place;
	case MR_AT_NOTE: return matrix->note_places[at.index];
	case MR_AT_CELL: return place_of_cell(matrix, at.index, at.second);
	default: return nowhere;
	}
}

static void put_name(struct buf *out, const struct mr_matrix *view, const struct mr_where *at)
{
	const struct mr_category *category;

	switch (at->kind) {
	case MR_AT_PRODUCT:
		buf_printf(out, "product %s", mr_product_at(view, at->index)->name);
		break;
	case MR_AT_CATEGORY:
		category = mr_category_at(view, at->index);
		buf_printf(out, "category %s",
			   category->name->n_bytes ? category->name->plain : category->id);
		break;
	case MR_AT_FEATURE: buf_put_text(out, mr_feature_at(view, at->index)->name->plain); break;
	case MR_AT_NOTE:
		buf_printf(out, "note %s", mr_note_at(view, at->index)->id);
		if (!*mr_note_at(view, at->index)->id)
			buf_printf(out, "%u", (unsigned)mr_note_at(view, at->index)->number);
		break;
	case MR_AT_CELL:
		buf_printf(out, "%s, %s", mr_feature_at(view, at->index)->name->plain,
			   mr_product_at(view, at->second)->name);
		break;
	default: break;
	}
}

void matrix_describe(const struct matrix *matrix, const struct mr_where *where, char *out,
		     size_t size)
{
	struct mr_where at = vet(matrix, where);
	struct buf name = BUF_INIT;
	size_t n;

	put_name(&name, &matrix->view, &at);
	n = name.n;
	if (n >= size) /* cut before the character that does not fit whole */
		for (n = size - 1; n && ((unsigned char)buf_text(&name)[n] & 0xC0) == 0x80;)
			n--;
	memcpy(out, buf_text(&name), n);
	out[n] = '\0';
	for (size_t i = 0; i < n; i++)
		if (out[i] == '\n')
			out[i] = ' ';
	buf_release(&name);
}
