/* SPDX-License-Identifier: MIT */
/* The interpreter with the n-th request for memory refused, for every n. */
#include "base/mem.h"
#include "check/dataset_fill.h"
#include "interpret_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the C headers it needs */
#include <cmocka.h>

static bool is_counting;
static unsigned long n_requests, n_refused_at;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return is_counting && ++n_requests == n_refused_at;
}

static const char table[] = "== A title\n"
			    "# Heading\n"
			    "✅ = full · 🔶 = partly, but only by hand\n"
			    "| Feature | ![A](a.png) | [B*](https://b.example) | Notes |\n"
			    "| **One** | --- | --- | --- |\n"
			    "| [f](https://f.example) | ✅[^1] | Timeout yes, Retry no* | m√¶sh |\n"
			    "| g | yes, via `x` | 🔶 [Docs](https://d.example) | |\n"
			    "| h | | [yes](https://y.example) | |\n"
			    "\n"
			    "\\* by hand\n"
			    "[^1]: with care\n";

/* What is read, or -1 when it said that memory ran out. */
static int read_table(struct buf *out)
{
	struct interpreted made = {.options = {.repair = true}};
	struct limits limits;
	int status;

	limits_init(&limits);
	diag_init(&made.diag, 0);
	read_help_file(&made.file, table);
	n_requests = 0;
	is_counting = true;
	status = dataset_fill(&made.set, table, strlen(table), "table.md", &limits, &made.diag,
			      interpret_help_fill, &made);
	is_counting = false;
	if (status == 0) {
		for (uint32_t i = 0; i < made.set.n_features; i++)
			interpret_help_row(out, &made.set, &made.set.features[i]);
	} else {
		assert_true(made.diag.out_of_memory);
	}
	interpret_help_release(&made);
	return status;
}

static void a_refused_request_is_said_and_nothing_else_comes_of_it(void **state)
{
	struct buf whole = BUF_INIT, some = BUF_INIT;
	unsigned long n_all, n_failed = 0;

	(void)state;
	n_refused_at = 0;
	assert_int_equal(read_table(&whole), 0);
	n_all = n_requests;

	for (unsigned long n = 1; n <= n_all; n++) {
		n_refused_at = n;
		buf_clear(&some);
		if (read_table(&some) == 0)
			assert_string_equal(buf_text(&some), buf_text(&whole));
		else
			n_failed++;
	}

	assert_true(n_failed > n_all / 2);
	buf_release(&whole);
	buf_release(&some);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_refused_request_is_said_and_nothing_else_comes_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
