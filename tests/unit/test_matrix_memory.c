/* SPDX-License-Identifier: MIT */
#include "loaded.h"

#include "base/mem.h"
#include "yaml/dataset_load.h"

/* Allocations still served; negative: all of them. */
static long n_served = -1;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	if (n_served < 0)
		return false;
	if (n_served == 0)
		return true;
	n_served--;
	return false;
}

static const char mesh[] =
	"meshreport: 1\n"
	"title: Meshes\n"
	"products: [{id: b, name: Bb, formerly: [bb]}, {id: a, name: Aa}, {id: c, name: Cc}]\n"
	"notes: {n: a note}\n"
	"categories:\n"
	"  - id: general\n"
	"    features:\n"
	"      - {id: list, name: List, values: {a: [x, y], b: [x, z]}}\n"
	"      - {id: has, name: Has, values: {a: yes, b: yes, c: no}}\n"
	"      - id: parts\n"
	"        name: Parts\n"
	"        values:\n"
	"          a: {parts: [{name: P, status: yes, notes: [n, its own]}, {name: Q, status: no}]}\n"
	"          b: {status: no, text: not yet, notes: [another one], since: '1'}\n";

/* Refuses the n-th allocation and all behind it, for each n, until the work succeeds. */
static void refuse_each(const struct select_request *request, long at_least)
{
	long n = 0;
	bool is_done = false;

	for (; !is_done && n < 10000; n++) {
		struct loaded loaded = {.matrix = NULL};
		struct limits limits;

		n_served = -1;
		limits_init(&limits);
		diag_init(&loaded.diag, DIAG_MAX);
		assert_int_equal(dataset_load_bytes(&loaded.set, mesh, strlen(mesh), "mesh.yaml",
						    &limits, &loaded.diag),
				 0);

		n_served = n;
		loaded.matrix = matrix_new(&loaded.set, request, &loaded.diag);
		n_served = -1;

		is_done = loaded.matrix != NULL;
		if (!is_done)
			assert_true(loaded.diag.out_of_memory || diag_has_errors(&loaded.diag));
		loaded_release(&loaded);
	}
	assert_true(is_done);
	assert_true(n > at_least);
}

static void a_refused_allocation_fails_the_whole_matrix_cleanly(void **state)
{
	(void)state;
	refuse_each(NULL, 5);
}

static void a_refused_allocation_fails_each_step_of_a_selection_cleanly(void **state)
{
	static const char *const products[] = {"a,bb,c"};
	static const char *const require[] = {"has"};
	static const char *const features[] = {"list,has,parts"};
	const struct select_request request = {.products = {products, 1},
					       .require = {require, 1},
					       .features = {features, 1},
					       .only_differences = true,
					       .sort = SORT_COVERAGE};

	(void)state;
	refuse_each(&request, 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refused_allocation_fails_the_whole_matrix_cleanly),
		cmocka_unit_test(a_refused_allocation_fails_each_step_of_a_selection_cleanly),
	};

	return cmocka_run_group_tests_name("matrix_memory", tests, NULL, NULL);
}
