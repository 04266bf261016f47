/* SPDX-License-Identifier: MIT */
/* A profile and the command line over a matrix: what is ranked, what is shown of it, what is refused. */
#include "rank/ranking.h"

#include "canon/canon_json.h"
#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#define PRODUCTS \
	"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: b, name: B}, {id: x, name: X}]\n"
#define ROWS                                                                         \
	"categories: [{id: c, features: [{id: f, name: F, values: [yes, no, na]},\n" \
	"{id: g, name: G, values: [partial, unknown, na]}, {id: h, name: H, values: [yes, yes, na]}]}]\n"
#define PROFILE "profiles: [{id: p, name: P, require: [f], weights: {g: 3}, without: [x]}]\n"

struct ranked {
	struct loaded loaded;
	struct matrix *matrix;
	struct ranking *ranking;
	struct buf messages, json;
};

/* `products` may be null for all of them. */
static void rank(struct ranked *out, const char *yaml, const char *products,
		 const struct ranking_wish *wish)
{
	const struct select_request request = {.products = {&products, products != NULL}};

	*out = (struct ranked){.messages = BUF_INIT, .json = BUF_INIT};
	load(&out->loaded, yaml, strlen(yaml));
	assert_int_equal(out->loaded.status, 0);
	out->matrix = matrix_new(&out->loaded.set, &request, &out->loaded.diag);
	assert_non_null(out->matrix);
	out->ranking = ranking_new(out->matrix, wish, &out->loaded.diag);
	if (out->ranking)
		canon_json_put(&out->json, &(struct canon){.matrix = out->matrix}, "", false);
	diag_print(&out->loaded.diag, &out->messages, false, false);
}

static void release(struct ranked *ranked)
{
	matrix_free(ranked->matrix);
	ranking_free(ranked->ranking);
	unload(&ranked->loaded);
	buf_release(&ranked->messages);
	buf_release(&ranked->json);
}

static void what_the_command_line_gets_wrong_is_told_with_its_remedy(void **state)
{
	static const struct {
		const char *yaml, *profile, *weight, *says;
	} cases[] = {
		{PRODUCTS ROWS, "p", NULL,
		 "meshreport: error: unknown profile 'p' (--profile); the dataset has no profiles; --weight and "
		 "--require do without\n"},
		{PRODUCTS ROWS PROFILE, "pp", NULL,
		 "meshreport: error: unknown profile 'pp' (--profile); did you mean 'p'?\n"},
		{PRODUCTS ROWS, NULL, "=2",
		 "meshreport: error: --weight takes FEATURE=N, not '=2'; N is a number from 0 on such as 2 or 0.5\n"},
		{PRODUCTS ROWS, NULL, "f=",
		 "meshreport: error: --weight takes FEATURE=N, not 'f='; N is a number "
		 "from 0 on such as 2 or 0.5\n"},
		{PRODUCTS ROWS, NULL, "f",
		 "meshreport: error: --weight takes FEATURE=N, not 'f'; N is a number from 0 on such as 2 or 0.5\n"},
		{PRODUCTS ROWS, NULL, "c=0",
		 "meshreport: error: every feature that is shown has the weight 0, so nothing is left to count\n"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct ranking_wish wish = {
			.profile = cases[i].profile,
			.weights = {&cases[i].weight, cases[i].weight != NULL}};
		struct ranked ranked;

		rank(&ranked, cases[i].yaml, NULL, &wish);
		assert_null(ranked.ranking);
		assert_string_equal(buf_text(&ranked.messages), cases[i].says);
		release(&ranked);
	}
}

static void requirements_of_the_command_line_join_those_of_the_profile(void **state)
{
	static const char *required[] = {"h", "f=partial"};
	const struct ranking_wish wish = {.profile = "p", .require = {required, 2}};
	struct ranked ranked;
	(void)state;

	rank(&ranked, PRODUCTS ROWS PROFILE, NULL, &wish);

	assert_non_null(strstr(buf_text(&ranked.json),
			       "\"require\": [{\"feature\": \"f\", \"at-least\": \"partial\"}, "
			       "{\"feature\": \"h\", \"at-least\": \"yes\"}]"));
	assert_non_null(
		strstr(buf_text(&ranked.json), "{\"product\": \"b\", \"standing\": \"failed\", "));
	release(&ranked);
}

/* X says to nothing that counts whether it has it. */
static void a_product_of_which_nothing_counts_has_no_score_and_no_place(void **state)
{
	static const char *weights[] = {"f=1"};
	const struct ranking_wish wish = {.weights = {weights, 1}};
	const struct mr_ranked *last;
	struct ranked ranked;
	(void)state;

	rank(&ranked, PRODUCTS ROWS, NULL, &wish);
	last = mr_ranked_at(matrix_view(ranked.matrix)->ranking, 2);

	assert_int_equal(last->product, 2);
	assert_int_equal(last->first_place, 0);
	assert_true(last->low < 0 && last->high < 0);
	assert_non_null(
		strstr(buf_text(&ranked.json), "{\"product\": \"x\", \"standing\": \"in\"}"));
	release(&ranked);
}

static void a_product_that_the_profile_leaves_out_need_not_be_shown(void **state)
{
	const struct ranking_wish wish = {.profile = "p"};
	struct ranked all, some;
	(void)state;

	rank(&all, PRODUCTS ROWS PROFILE, NULL, &wish);
	rank(&some, PRODUCTS ROWS PROFILE, "b,a", &wish);

	assert_non_null(strstr(buf_text(&all.json), "{\"product\": \"x\", \"standing\": \"out\"}"));
	assert_non_null(strstr(buf_text(&some.json), "{\"product\": \"a\", \"standing\": \"in\""));
	assert_null(strstr(buf_text(&some.json), "\"standing\": \"out\""));
	assert_int_equal(mr_profile_at(matrix_view(all.matrix), 0)->without.n, 1);
	assert_int_equal(mr_profile_at(matrix_view(some.matrix), 0)->without.n, 0);
	release(&all);
	release(&some);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_the_command_line_gets_wrong_is_told_with_its_remedy),
		cmocka_unit_test(requirements_of_the_command_line_join_those_of_the_profile),
		cmocka_unit_test(a_product_of_which_nothing_counts_has_no_score_and_no_place),
		cmocka_unit_test(a_product_that_the_profile_leaves_out_need_not_be_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
