/* SPDX-License-Identifier: MIT */
/* Which bytes of a process that decodes are passed on as a picture. */
#include "run/logos.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "child/unpack.h"

struct limits_of {
	uint32_t width, height;
};

/* A head that says width and height, and `n_rows` bytes behind it. */
static bool is_picture(uint32_t width, uint32_t height, size_t n_rows, struct limits_of most)
{
	const struct unpack_head head = {width, height};
	char *bytes = calloc(1, sizeof(head) + n_rows);
	bool is_it;

	assert_non_null(bytes);
	memcpy(bytes, &head, sizeof(head));
	is_it = logos_is_picture(bytes, sizeof(head) + n_rows, most.width, most.height);
	free(bytes);
	return is_it;
}

static void a_picture_has_as_many_bytes_as_its_head_says(void **state)
{
	const struct limits_of any = {0, 0};

	(void)state;
	assert_true(is_picture(2, 3, 24, any));
	assert_true(is_picture(UNPACK_SIDE_MAX, 1, UNPACK_SIDE_MAX * 4, any));
	assert_true(is_picture(1, UNPACK_SIDE_MAX, UNPACK_SIDE_MAX * 4, any));
	assert_false(is_picture(2, 3, 23, any));
	assert_false(is_picture(2, 3, 25, any));
	assert_false(is_picture(0, 3, 0, any));
	assert_false(is_picture(2, 0, 0, any));
	assert_false(is_picture(UNPACK_SIDE_MAX + 1, 1, (UNPACK_SIDE_MAX + 1) * 4, any));
	assert_false(is_picture(1, UNPACK_SIDE_MAX + 1, (UNPACK_SIDE_MAX + 1) * 4, any));
	assert_false(is_picture(0x80000000u, 0x80000000u, 0, any));
}

static void a_picture_is_no_larger_than_was_wanted(void **state)
{
	(void)state;
	assert_true(is_picture(2, 3, 24, (struct limits_of){2, 3}));
	assert_false(is_picture(2, 3, 24, (struct limits_of){1, 3}));
	assert_false(is_picture(2, 3, 24, (struct limits_of){2, 2}));
}

static void what_is_shorter_than_a_head_is_none(void **state)
{
	(void)state;
	assert_false(logos_is_picture("\1\0\0\0\1\0\0", 7, 0, 0));
	assert_false(logos_is_picture(NULL, 0, 0, 0));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_picture_has_as_many_bytes_as_its_head_says),
		cmocka_unit_test(a_picture_is_no_larger_than_was_wanted),
		cmocka_unit_test(what_is_shorter_than_a_head_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
