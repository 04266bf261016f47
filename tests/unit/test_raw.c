/* SPDX-License-Identifier: MIT */
/* raw: a source that is no YAML fills the records, and the checks make a dataset of them. */
#include "base/buf.h"
#include "check/check.h"
#include "data/raw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct table {
	struct dataset set;
	struct limits limits;
	struct diag diag;
	struct load load;
	struct raw raw;
	struct buf messages;
};

static struct raw_scalar scalar(struct table *table, const char *text, const char *place)
{
	return (struct raw_scalar){strset_put(&table->load.strings, text, strlen(text)), false,
				   load_named_place(&table->load, place)};
}

static void begin(struct table *table)
{
	memset(table, 0, sizeof(*table));
	limits_init(&table->limits);
	texts_init(&table->set.texts, NULL);
	assert_int_equal(load_init(&table->load, "mesh.ods", &table->limits, &table->set.texts,
				   &table->diag),
			 0);
	raw_init(&table->raw);
	table->raw.version = scalar(table, "1", "Sheet1");
	table->raw.title = scalar(table, "Meshes", "Sheet1!A1");
}

static void add_product(struct table *table, const char *id, const char *place)
{
	struct raw_product *product =
		load_add(&table->load, &table->raw.products, sizeof(*product));

	*product = (struct raw_product){.id = scalar(table, id, place),
					.name = scalar(table, id, place),
					.url = RAW_NONE,
					.logo = RAW_NONE,
					.lifecycle = RAW_NONE};
	product->place = product->id.place;
}

/* One category with one feature. */
static struct raw_feature *add_feature(struct table *table, const char *id, const char *place)
{
	struct raw_category *category =
		load_add(&table->load, &table->raw.categories, sizeof(*category));
	struct raw_feature *feature =
		load_add(&table->load, &table->raw.features, sizeof(*feature));

	*category = (struct raw_category){.id = scalar(table, "c", place),
					  .name = RAW_NONE,
					  .url = RAW_NONE,
					  .description = RAW_NONE,
					  .features = {0, 1}};
	*feature = (struct raw_feature){.id = scalar(table, id, place),
					.name = scalar(table, "**Bold** name", place),
					.place = load_named_place(&table->load, place)};
	return feature;
}

static void add_cell(struct table *table, struct raw_feature *feature, const char *product,
		     const char *value, const char *place)
{
	struct raw_cell cell = {.scalar = scalar(table, value, place), .detail = RAW_NO_DETAIL};

	cell.key = strset_put(&table->load.strings, product, strlen(product));
	cell.key_place = cell.scalar.place;
	assert_int_equal(raw_add_cell(&table->raw, &table->load, &cell), 0);
	feature->cells.n++;
}

static void end(struct table *table)
{
	raw_release(&table->raw);
	load_release(&table->load);
	dataset_release(&table->set);
	diag_release(&table->diag);
	buf_release(&table->messages);
}

static void a_table_without_lines_becomes_a_dataset(void **state)
{
	struct table table;
	struct raw_feature *feature;

	(void)state;
	begin(&table);
	add_product(&table, "istio", "Sheet1!B1");
	add_product(&table, "linkerd", "Sheet1!C1");
	feature = add_feature(&table, "f", "Sheet1!A2");
	add_cell(&table, feature, "istio", "yes", "Sheet1!B2");
	add_cell(&table, feature, "linkerd", "only *some*", "Sheet1!C2");

	assert_int_equal(check_dataset(&table.set, &table.load, &table.raw), 0);

	assert_int_equal(table.set.n_products, 2);
	assert_int_equal(table.set.cells.n, 2);
	assert_int_equal(cells_at(&table.set.cells, 0).status, DATASET_YES);
	assert_string_equal(cells_at(&table.set.cells, 1).text->plain, "only some");
	assert_string_equal(table.set.features[0].name->plain, "Bold name");
	end(&table);
}

static void a_mistake_in_a_table_is_told_with_the_name_of_its_place(void **state)
{
	struct table table;
	struct raw_feature *feature;

	(void)state;
	begin(&table);
	add_product(&table, "istio", "Sheet1!B1");
	feature = add_feature(&table, "f", "Sheet1!A2");
	add_cell(&table, feature, "istoi", "yes", "Sheet1!C7");
	add_cell(&table, feature, "istoi", "yes", "Sheet1!D7");

	assert_int_equal(check_dataset(&table.set, &table.load, &table.raw), -1);

	diag_print(&table.diag, &table.messages, false, false);
	assert_string_equal(buf_text(&table.messages),
			    "mesh.ods:Sheet1!C7: error: unknown product 'istoi' "
			    "(categories[0].features[0].values.istoi); did you mean 'istio'?\n");
	end(&table);
}

static void a_cell_is_the_same_after_packing(void **state)
{
	static const struct raw_cell cells[] = {
		{7, {3, 5}, {9, false, {3, 12}}, RAW_NO_DETAIL},
		{7, {3, 5}, {9, true, {3, 65534}}, RAW_NO_DETAIL},
		{7, {3, 5}, {9, true, {3, 65535}}, RAW_NO_DETAIL},
		{7, {3, 65535}, {9, false, {3, 65536}}, RAW_NO_DETAIL},
		{7,
		 {3, 70000},
		 {9, false, {3, 5}},
		 RAW_NO_DETAIL}, /* an alias of what stands before */
		{7, {3, 5}, {9, false, {4, 1}}, RAW_NO_DETAIL},
		{7, {17, PLACE_NAMED}, {9, false, {17, PLACE_NAMED}}, RAW_NO_DETAIL},
		{7, {17, PLACE_NAMED}, {9, false, {18, PLACE_NAMED}}, RAW_NO_DETAIL},
		{7, {UINT32_MAX, 1}, {9, false, {UINT32_MAX, 1}}, RAW_NO_DETAIL},
		{7, {3, 5}, {STRSET_NONE, false, {3, 12}}, 4},
		{7, {3, 5}, {STRSET_NONE, false, {4, 1}}, 4},
		{7, {3, 5}, {STRSET_NONE, true, {3, 12}}, RAW_NO_DETAIL},
	};
	struct table table;

	(void)state;
	begin(&table);

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		assert_int_equal(raw_add_cell(&table.raw, &table.load, &cells[i]), 0);

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		struct raw_cell cell = raw_cell_at(&table.raw, &table.raw.cells, i);

		assert_int_equal(cell.key, cells[i].key);
		assert_int_equal(cell.key_place.line, cells[i].key_place.line);
		assert_int_equal(cell.key_place.column, cells[i].key_place.column);
		assert_int_equal(cell.scalar.string, cells[i].scalar.string);
		assert_int_equal(cell.scalar.is_quoted, cells[i].scalar.is_quoted);
		assert_int_equal(cell.scalar.place.line, cells[i].scalar.place.line);
		assert_int_equal(cell.scalar.place.column, cells[i].scalar.place.column);
		assert_int_equal(cell.detail, cells[i].detail);
	}
	assert_int_equal(table.raw.wide.n, 7);
	end(&table);
}

static void a_cell_of_a_dataset_is_the_same_after_packing(void **state)
{
	static const struct mr_text text;
	static const struct dataset_detail detail;
	static const struct dataset_cell made[] = {
		{3, 7, MR_CELL_STATUS, NULL, NULL, {9, 4}},
		{CELLS_MOST_PRODUCTS - 1,
		 DATASET_NO_STATUS,
		 MR_CELL_TEXT,
		 &text,
		 NULL,
		 {UINT32_MAX, 9}},
		{1, 2, MR_CELL_STATUS, &text, &detail, {9, 70000}},
		{1, 2, MR_CELL_STATUS, NULL, NULL, {9, 65534}},
		{1, 2, MR_CELL_STATUS, NULL, NULL, {9, 65535}},
		{1, 2, MR_CELL_PARTS, NULL, &detail, {9, PLACE_NAMED}},
		{1, 2, MR_CELL_STATUS, NULL, NULL, {9, PLACE_NAMED}},
	};
	enum { N = sizeof(made) / sizeof(made[0]) };
	struct vec raw = VEC_INIT;
	struct cells cells;

	(void)state;
	assert_int_equal(vec_reserve(&raw, N, sizeof(struct raw_packed)), 0);

	cells_begin(&cells, &raw);
	for (size_t i = 0; i < N; i++)
		assert_int_equal(cells_put(&cells, &made[i]), 0);
	cells_end(&cells);

	for (size_t i = 0; i < N; i++) {
		struct dataset_cell cell = cells_at(&cells, i);

		assert_int_equal(cell.product, made[i].product);
		assert_int_equal(cell.status, made[i].status);
		assert_int_equal(cell.kind, made[i].kind);
		assert_ptr_equal(cell.text, made[i].text);
		assert_ptr_equal(cell.detail, made[i].detail);
		assert_int_equal(cell.place.line, made[i].place.line);
		assert_int_equal(cell.place.column, made[i].place.column);
	}
	cells_release(&cells);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_without_lines_becomes_a_dataset),
		cmocka_unit_test(a_mistake_in_a_table_is_told_with_the_name_of_its_place),
		cmocka_unit_test(a_cell_is_the_same_after_packing),
		cmocka_unit_test(a_cell_of_a_dataset_is_the_same_after_packing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
