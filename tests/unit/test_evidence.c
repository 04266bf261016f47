/* SPDX-License-Identifier: MIT */
/* What a product, category or feature says of how its cells are known. */
#include "loaded.h"

#include "canon/canon.h"
#include "view/evidence.h"

static const char *const yaml =
	"meshreport: 1\n"
	"title: T\n"
	"products:\n"
	"  - {id: a, name: A, source: https://a.example, verified: 2001-01-01, since: '1'}\n"
	"  - {id: b, name: B}\n"
	"categories:\n"
	"  - id: c\n"
	"    verified: 2002-02-02\n"
	"    features:\n"
	"      - {id: f, name: F, values: {a: yes, b: yes}}\n"
	"      - {id: g, name: G, source: [https://g.example], verified: 2003-03-03,\n"
	"         values: {a: {status: no, verified: 2004-04-04}, b: unknown}}\n"
	"      - {id: h, name: H, kind: text, values: {a: words, b: [x, y]}}\n"
	"      - {id: i, name: I, values: {b: {status: yes, source: https://own.example}}}\n";

static void assert_known(const struct mr_matrix *m, uint32_t row, uint32_t col, const char *source,
			 const char *since, int year)
{
	const struct mr_cell_detail *detail = mr_cell_at(m, row, col)->detail;

	assert_non_null(detail);
	assert_int_equal(detail->sources.n, *source ? 1 : 0);
	assert_string_equal(mr_string_at(&detail->sources, 0), source);
	assert_string_equal(detail->since, since);
	assert_int_equal(detail->verified.year, year);
}

static void a_cell_asks_itself_then_its_feature_category_and_product(void **state)
{
	struct loaded l;

	(void)state;

	loaded_init(&l, yaml, NULL);

	assert_known(l.m, 0, 0, "https://a.example", "1", 2002);
	assert_known(l.m, 0, 1, "", "", 2002);
	assert_known(l.m, 1, 0, "https://g.example", "", 2004);
	assert_known(l.m, 2, 0, "https://a.example", "", 2002);
	assert_known(l.m, 2, 1, "", "", 2002);
	assert_known(l.m, 3, 1, "https://own.example", "", 2002);
	loaded_release(&l);
}

static void who_says_it_is_said(void **state)
{
	struct loaded l;
	const struct mr_cell_detail *detail;

	(void)state;

	loaded_init(&l, yaml, NULL);

	detail = mr_cell_at(l.m, 0, 0)->detail;
	assert_int_equal(detail->sources_from, MR_FROM_PRODUCT);
	assert_int_equal(detail->verified_from, MR_FROM_CATEGORY);
	assert_int_equal(detail->since_from, MR_FROM_PRODUCT);
	detail = mr_cell_at(l.m, 1, 0)->detail;
	assert_int_equal(detail->sources_from, MR_FROM_FEATURE);
	assert_int_equal(detail->verified_from, MR_FROM_CELL);
	detail = mr_cell_at(l.m, 3, 1)->detail;
	assert_int_equal(detail->sources_from, MR_FROM_CELL);
	assert_int_equal(detail->verified_from, MR_FROM_CATEGORY);
	loaded_release(&l);
}

static void what_is_unknown_has_no_evidence_of_others(void **state)
{
	struct loaded l;

	(void)state;

	loaded_init(&l, yaml, NULL);

	assert_null(mr_cell_at(l.m, 1, 1)->detail);
	assert_null(mr_cell_at(l.m, 3, 0)->detail);
	loaded_release(&l);
}

static void canonical_yaml_says_it_where_it_stood_and_reads_back(void **state)
{
	struct loaded l, again;
	struct buf first = BUF_INIT, second = BUF_INIT;

	(void)state;

	loaded_init(&l, yaml, NULL);
	canon_put(&first, &(struct canon){.matrix = l.matrix});

	assert_null(strstr(strstr(buf_text(&first), "values:"), "a.example"));
	assert_non_null(strstr(buf_text(&first), "verified: 2002-02-02"));
	loaded_init(&again, buf_text(&first), NULL);
	assert_known(again.m, 0, 0, "https://a.example", "1", 2002);
	assert_known(again.m, 1, 0, "https://g.example", "", 2004);
	assert_known(again.m, 2, 1, "", "", 2002);
	assert_null(mr_cell_at(again.m, 1, 1)->detail);
	canon_put(&second, &(struct canon){.matrix = again.matrix});
	assert_string_equal(buf_text(&first), buf_text(&second));
	buf_release(&first);
	buf_release(&second);
	loaded_release(&again);
	loaded_release(&l);
}

static void refused(const char *product, const char *words)
{
	struct limits limits;
	struct dataset set;
	struct diag diag;
	struct buf text = BUF_INIT, said = BUF_INIT;

	buf_printf(&text,
		   "meshreport: 1\ntitle: T\nproducts: [{id: a, name: A, %s}]\n"
		   "categories: [{id: c, features: [{id: f, name: F}]}]\n",
		   product);
	limits_init(&limits);
	diag_init(&diag, 0);
	assert_int_equal(dataset_load_bytes(&set, text.at, text.n, "d.yaml", &limits, &diag), -1);
	diag_print(&diag, &said, false, false);
	if (!strstr(buf_text(&said), words))
		fail_msg("%s", buf_text(&said));
	dataset_release(&set);
	diag_release(&diag);
	buf_release(&text);
	buf_release(&said);
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
	(void)state;

	refused("verified: soon", "d.yaml:3:39: error: 'soon' is no day of the calendar");
	refused("source: 'javascript:x'", "products[0].source[0]");
	refused("source: ['']", "this source is empty (products[0].source[0])");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_asks_itself_then_its_feature_category_and_product),
		cmocka_unit_test(who_says_it_is_said),
		cmocka_unit_test(what_is_unknown_has_no_evidence_of_others),
		cmocka_unit_test(canonical_yaml_says_it_where_it_stood_and_reads_back),
		cmocka_unit_test(what_is_wrong_is_told_with_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
