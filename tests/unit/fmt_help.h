/* SPDX-License-Identifier: MIT */
/* Texts laid out, with the laws that need no dataset. */
#ifndef FMT_HELP_H
#define FMT_HELP_H

#include "fmt/fmt.h"
#include "fmt/quote.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* Lays `n` bytes out, and sees to the laws. */
static inline void lay_out(struct buf *out, const char *bytes, size_t n)
{
	struct buf again = BUF_INIT;
	struct fmt_problem problem;

	if (fmt_bytes(bytes, n, out, &problem) != 0)
		fail_msg("%u:%u: %s in\n%.*s", problem.place.line, problem.place.column,
			 problem.text ? problem.text : "no memory", (int)n, bytes);
	assert_true(quote_is_same(bytes, n, buf_text(out), out->n));
	assert_int_equal(fmt_bytes(out->at, out->n, &again, &problem), 0);
	assert_string_equal(buf_text(&again), buf_text(out));
	buf_release(&again);
}

static inline void expect(const char *from, const char *to)
{
	struct buf out = BUF_INIT;

	lay_out(&out, from, strlen(from));
	assert_string_equal(buf_text(&out), to);
	buf_release(&out);
}

static inline void expect_kept(const char *text)
{
	expect(text, text);
}

static inline void expect_refused(const char *text, unsigned line, const char *words)
{
	struct buf out = BUF_INIT;
	struct fmt_problem problem;

	assert_int_equal(fmt_bytes(text, strlen(text), &out, &problem), -1);
	assert_int_equal(problem.place.line, line);
	assert_non_null(problem.text);
	assert_non_null(strstr(problem.text, words));
	buf_release(&out);
}

#endif
