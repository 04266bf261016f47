/* SPDX-License-Identifier: MIT */
#include "view/blank.h"

/* What the selection has, and where it first says nothing. */
struct extent {
	uint64_t n_cells, n_stated;
	struct place empty;
};

static bool is_within(const struct select_request *request, uint64_t n_blank, uint64_t n_stated)
{
	return !request->blank || n_blank <= limits_most(request->blank, n_stated);
}

/* The whole dataset, which costs nothing to know; a selection of what fits fits. */
static bool is_whole_within(const struct dataset *set, const struct select_request *request)
{
	uint64_t n_cells = (uint64_t)set->n_products * set->n_features;

	return is_within(request, n_cells - set->cells.n, set->cells.n);
}

static struct extent count(const struct dataset *set, const struct selection *selection,
			   const bool *is_shown)
{
	struct extent extent = {.n_cells = (uint64_t)selection->n_cols * selection->n_rows};

	for (uint32_t row = 0; row < selection->n_rows; row++) {
		const struct dataset_feature *feature = &set->features[selection->rows[row]];
		uint64_t before = extent.n_stated;

		for (uint32_t i = 0; i < feature->n_cells; i++)
			extent.n_stated +=
				is_shown[cells_at(&set->cells, feature->first_cell + i).product];
		if (!extent.empty.line &&
		    (extent.n_stated == before || row + 1 == selection->n_rows))
			extent.empty = feature->place;
	}
	return extent;
}

static void report(const struct dataset *set, const struct select_request *request,
		   const struct selection *selection, const struct extent *extent,
		   struct diag *diag)
{
	uint64_t n_blank = extent->n_cells - extent->n_stated;
	struct diag_message message = {
		.severity = MR_ERROR,
		.place = extent->empty,
		.file = dataset_file(set->path),
		.place_name = dataset_place_name(set, extent->empty),
		.hint = "a document has each of them; choose with --products, --features or --categories"};
	struct buf most = BUF_INIT;

	limits_put_most(&most, "blank", request->blank, set->cells.n, "that are");
	diag_report(
		diag, &message,
		"%llu of %llu cells (%lu features by %lu products) are stated by nobody, and may take %llu MB; the limit is %s",
		(unsigned long long)n_blank, (unsigned long long)extent->n_cells,
		(unsigned long)selection->n_rows, (unsigned long)selection->n_cols,
		(unsigned long long)(n_blank * BLANK_CELL_BYTES / 1000000), buf_text(&most));
	if (most.failed)
		diag_no_memory(diag);
	buf_release(&most);
}

static enum blank judge(const struct reading *reading, const struct select_request *request,
			struct arena *arena, struct diag *diag)
{
	const struct dataset *set = reading->set;
	struct selection selection;
	struct extent extent;
	bool *is_shown;

	if (select_make(reading, request, arena, diag, &selection))
		return BLANK_UNASKED;
	is_shown = arena_array(arena, set->n_products, sizeof(*is_shown));
	if (!is_shown) {
		diag_no_memory(diag);
		return BLANK_UNASKED;
	}
	for (uint32_t col = 0; col < selection.n_cols; col++)
		is_shown[selection.cols[col]] = true;
	extent = count(set, &selection, is_shown);
	if (is_within(request, extent.n_cells - extent.n_stated, set->cells.n))
		return BLANK_FITS;
	report(set, request, &selection, &extent, diag);
	return BLANK_TOO_MANY;
}

enum blank blank_judge(const struct dataset *set, const struct select_request *request,
		       struct diag *diag)
{
	struct arena arena = ARENA_INIT;
	enum blank found = BLANK_UNASKED;
	struct reading reading;
	struct texts texts;

	if (is_whole_within(set, request))
		return BLANK_FITS;
	texts_init(&texts, &set->texts);
	if (cell_reading_init(&reading, set, &texts, &arena) != 0)
		diag_no_memory(diag);
	else
		found = judge(&reading, request, &arena, diag);
	texts_release(&texts);
	arena_release(&arena);
	return found;
}
