/* SPDX-License-Identifier: MIT */
/*
 * The shipped comparisons that were taken from a page, cell by cell, against the *.expected.tsv of tests/data
 * (tests/data/README.md says how a cell is written there).
 */
#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

static const char *path_of(const char *name, struct buf *path)
{
	const char *root = getenv("ROOT");

	buf_printf(path, "%s/%s", root ? root : ".", name);
	return buf_text(path);
}

static void put_text(struct buf *out, const struct mr_text *text)
{
	const struct mr_span *span;
	uint32_t i;

	for (i = 0; i < text->spans.n; i++) {
		span = mr_span_at(text, i);
		if (span->url[0])
			buf_printf(out, "[%s](%s)", span->text, span->url);
		else
			buf_put_text(out, span->text);
	}
}

static void put_notes(struct buf *out, const struct dataset *set,
		      const struct dataset_note_uses *notes)
{
	uint32_t i;

	for (i = 0; i < notes->n; i++) {
		assert_int_not_equal(notes->at[i].note, DATASET_OWN_NOTE);
		buf_printf(out, " {%s}", set->notes[notes->at[i].note].id);
	}
}

static void put_parts(struct buf *out, const struct dataset *set,
		      const struct dataset_detail *detail)
{
	const struct dataset_part *part;
	uint32_t i;

	for (i = 0; i < detail->n_parts; i++) {
		part = &detail->parts[i];
		assert_null(part->text);
		buf_printf(out, "%s%s %s", i ? " + " : "", part->name,
			   set->statuses[part->status].id);
		put_notes(out, set, &part->notes);
	}
}

static void put_cell(struct buf *out, const struct dataset *set, const struct dataset_cell *cell)
{
	uint32_t i;

	if (!cell) {
		buf_put_byte(out, '?');
		return;
	}
	if (cell->kind == MR_CELL_STATUS) {
		buf_put_text(out, set->statuses[cell->status].id);
		buf_put_text(out, cell->text ? ": " : "");
	} else if (cell->kind != MR_CELL_PARTS) {
		buf_put_byte(out, '=');
	}
	if (cell->kind == MR_CELL_PARTS)
		put_parts(out, set, cell->detail);
	for (i = 0; cell->kind == MR_CELL_LIST && i < cell->detail->n_items; i++) {
		buf_put_text(out, i ? ", " : "");
		put_text(out, cell->detail->items[i]);
	}
	if (cell->text)
		put_text(out, cell->text);
	if (!cell->detail)
		return;
	put_notes(out, set, &cell->detail->notes);
	for (i = 0; i < cell->detail->sources.n; i++)
		buf_printf(out, " <%s>", cell->detail->sources.at[i]);
}

static void put_head(struct buf *out, const struct dataset *set)
{
	uint32_t col;

	buf_clear(out);
	buf_put_text(out, "category\tfeature\turl");
	for (col = 0; col < set->n_products; col++)
		buf_printf(out, "\t%s", set->products[col].name);
	buf_put_byte(out, '\n');
}

static void put_row(struct buf *out, const struct dataset *set, uint32_t row)
{
	const struct dataset_feature *feature = &set->features[row];
	uint32_t col;

	buf_clear(out);
	put_text(out, set->categories[feature->category].name);
	buf_put_byte(out, '\t');
	put_text(out, feature->name);
	if (!mr_text_is_empty(feature->description)) {
		buf_put_text(out, " | ");
		put_text(out, feature->description);
	}
	buf_printf(out, "\t%s", feature->url);
	for (col = 0; col < set->n_products; col++) {
		buf_put_byte(out, '\t');
		put_cell(out, set, cell_of(set, row, set->products[col].id));
	}
	buf_put_byte(out, '\n');
}

static void load_shipped(struct dataset *set, const char *name)
{
	struct limits limits;
	struct buf path = BUF_INIT;
	struct diag diag;

	limits_init(&limits);
	diag_init(&diag, 0);
	assert_int_equal(dataset_load(set, path_of(name, &path), &limits, &diag), 0);
	assert_int_equal(diag.n, 0);
	buf_release(&path);
	diag_release(&diag);
}

/* One line of the file, which must be there. */
static void assert_next_line(FILE *file, char **line, size_t *room, struct buf *said)
{
	assert_true(getline(line, room, file) > 0);
	assert_string_equal(buf_text(said), *line);
}

static void assert_says(const char *yaml, const char *tsv, uint32_t n_cells)
{
	struct buf path = BUF_INIT, line = BUF_INIT;
	char *expected = NULL;
	struct dataset set;
	size_t room = 0;
	uint32_t row;
	FILE *file;

	load_shipped(&set, yaml);
	file = fopen(path_of(tsv, &path), "r");
	assert_non_null(file);

	put_head(&line, &set);
	assert_next_line(file, &expected, &room, &line);
	for (row = 0; row < set.n_features; row++) {
		put_row(&line, &set, row);
		assert_next_line(file, &expected, &room, &line);
	}
	assert_int_equal(getline(&expected, &room, file), -1);
	assert_int_equal(set.n_features * set.n_products, n_cells);
	fclose(file);
	free(expected);
	buf_release(&line);
	buf_release(&path);
	dataset_release(&set);
}

static void every_cell_says_what_the_page_said(void **state)
{
	(void)state;
	assert_says("data/servicemesh.yaml", "tests/data/servicemesh.expected.tsv", 180);
}

static void every_cell_of_2024_says_what_the_page_said(void **state)
{
	(void)state;
	assert_says("data/servicemesh-2024.yaml", "tests/data/servicemesh-2024.expected.tsv", 280);
}

static void the_frame_is_that_of_the_page(void **state)
{
	struct dataset set;

	(void)state;
	load_shipped(&set, "data/servicemesh.yaml");

	assert_string_equal(set.title, "Service mesh comparison");
	assert_string_equal(set.credit.text, "servicemesh.es by INNOQ");
	assert_string_equal(set.credit.url, "https://servicemesh.es");
	assert_string_equal(set.credit.license, "CC-BY-4.0");
	assert_int_equal(set.as_of.year, 2019);
	assert_int_equal(set.n_categories, 7);
	assert_int_equal(set.n_notes, 1);
	assert_true(mr_text_is_empty(set.categories[0].name));
	assert_int_equal(set.categories[0].n_features, 6);
	assert_string_equal(set.products[4].name, "m\xc3\xa6sh");
	assert_string_equal(set.statuses[DATASET_PREVIEW].label, "in preview");
	dataset_release(&set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cell_says_what_the_page_said),
		cmocka_unit_test(every_cell_of_2024_says_what_the_page_said),
		cmocka_unit_test(the_frame_is_that_of_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
