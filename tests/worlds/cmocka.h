/* SPDX-License-Identifier: MIT */
/*
 * cmocka - as much of the library of this name as the unit tests use, for a C library that Debian has none for (musl.py).
 *
 * A failed assertion says its place and jumps out of its test; what a test took is not given back then.  The including
 * program has setjmp.h, stdarg.h, stddef.h, as the library itself wants it.
 */
#ifndef MESHREPORT_TESTS_CMOCKA_H
#define MESHREPORT_TESTS_CMOCKA_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct CMUnitTest {
	const char *name;
	void (*test)(void **state);
	int (*set_up)(void **state);
	int (*tear_down)(void **state);
	void *initial;
};

static jmp_buf cm_out;

/* Under `name` another program may have had a place, and a line. */
__attribute__((noreturn, unused)) static void cm_fail(const char *file, int line, const char *words)
{
	fprintf(stderr, "%s:%d: %s\n", file, line, words);
	longjmp(cm_out, 1);
}

#define cm_check(is, words)                                 \
	do {                                                \
		if (!(is))                                  \
			cm_fail(__FILE__, __LINE__, words); \
	} while (0)

__attribute__((unused)) static void _assert_true(uint64_t is, const char *words, const char *file,
						 int line)
{
	if (!is)
		cm_fail(file, line, words);
}

__attribute__((unused)) static void _assert_int_equal(uint64_t a, uint64_t b, const char *file,
						      int line)
{
	char words[100];

	snprintf(words, sizeof(words), "%#llx is not %#llx", (unsigned long long)a,
		 (unsigned long long)b);
	if (a != b)
		cm_fail(file, line, words);
}

__attribute__((unused)) static void _assert_string_equal(const void *a, const void *b,
							 const char *file, int line)
{
	if (strcmp(a, b) == 0)
		return;
	fprintf(stderr, "\"%s\" is not \"%s\"\n", (const char *)a, (const char *)b);
	cm_fail(file, line, "other words");
}

__attribute__((unused)) static void _assert_in_range(uint64_t a, uint64_t least, uint64_t most,
						     const char *file, int line)
{
	if (a < least || a > most)
		cm_fail(file, line, "beyond");
}

#define assert_true(is) cm_check((is), #is " is false")
#define assert_false(is) cm_check(!(is), #is " is true")
#define assert_int_equal(a, b) _assert_int_equal((uint64_t)(a), (uint64_t)(b), __FILE__, __LINE__)
#define assert_int_not_equal(a, b) cm_check((uint64_t)(a) != (uint64_t)(b), #a " is " #b)
#define assert_ptr_equal(a, b) cm_check((const void *)(a) == (const void *)(b), #a " is not " #b)
#define assert_ptr_not_equal(a, b) cm_check((const void *)(a) != (const void *)(b), #a " is " #b)
#define assert_null(a) cm_check(!(a), #a " is not null")
#define assert_non_null(a) cm_check((a), #a " is null")
#define assert_string_equal(a, b) _assert_string_equal((a), (b), __FILE__, __LINE__)
#define assert_string_not_equal(a, b) cm_check(strcmp((a), (b)) != 0, "the same words")
#define assert_memory_equal(a, b, n) cm_check(memcmp((a), (b), (n)) == 0, "other bytes")
#define assert_in_range(a, least, most) \
	_assert_in_range((uint64_t)(a), (uint64_t)(least), (uint64_t)(most), __FILE__, __LINE__)
#define assert_float_equal(a, b, most) \
	cm_check((a) - (b) <= (most) && (b) - (a) <= (most), #a " is not " #b)
#define fail_msg(...)                            \
	do {                                     \
		fprintf(stderr, __VA_ARGS__);    \
		cm_fail(__FILE__, __LINE__, ""); \
	} while (0)
#define fail() cm_fail(__FILE__, __LINE__, "failed")
#define print_error(...) fprintf(stderr, __VA_ARGS__)
#define print_message(...) printf(__VA_ARGS__)

#define cmocka_unit_test(name)                \
	{                                     \
#name, name, NULL, NULL, NULL \
	}
#define cmocka_unit_test_setup(name, before)    \
	{                                       \
#name, name, before, NULL, NULL \
	}
#define cmocka_unit_test_teardown(name, after) \
	{                                      \
#name, name, NULL, after, NULL \
	}
#define cmocka_unit_test_setup_teardown(name, before, after) \
	{                                                    \
#name, name, before, after, NULL             \
	}
#define cmocka_unit_test_prestate(name, state) \
	{                                      \
#name, name, NULL, NULL, state \
	}

/* How many fail. */
__attribute__((unused)) static int cm_run(const struct CMUnitTest *tests, size_t n,
					  int (*before)(void **state), int (*after)(void **state))
{
	void *group = NULL;
	volatile int n_failed = before ? before(&group) != 0 : 0;

	for (volatile size_t i = 0; i < n; i++) {
		void *state = tests[i].initial ? tests[i].initial : group;
		int has_failed = tests[i].set_up ? tests[i].set_up(&state) != 0 : 0;

		if (has_failed || setjmp(cm_out)) {
			fprintf(stderr, "failed: %s\n", tests[i].name);
			n_failed++;
		} else {
			tests[i].test(&state);
		}
		if (tests[i].tear_down && tests[i].tear_down(&state) != 0) {
			fprintf(stderr, "not left as it was: %s\n", tests[i].name);
			n_failed++;
		}
	}
	if (after && after(&group) != 0)
		n_failed++;
	printf("%zu tests\n", n);
	return n_failed;
}

#define cmocka_run_group_tests(tests, before, after) \
	cm_run(tests, sizeof(tests) / sizeof(*(tests)), before, after)
#define cmocka_run_group_tests_name(name, tests, before, after) \
	cmocka_run_group_tests(tests, before, after)

#endif
