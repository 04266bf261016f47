/* SPDX-License-Identifier: MIT */
/* The difference of two texts, as diff -u writes it. */
#include "fmt/unified.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static struct buf text_of(const char *text)
{
	struct buf buf = BUF_INIT;

	buf_put_text(&buf, text);
	return buf;
}

static void expect(const char *before, const char *after, const char *difference)
{
	struct buf a = text_of(before), b = text_of(after), out = BUF_INIT;

	unified_put(&out, "f", &a, &b);
	assert_string_equal(buf_text(&out), difference);
	buf_release(&a);
	buf_release(&b);
	buf_release(&out);
}

static void what_is_the_same_has_no_difference(void **state)
{
	(void)state;
	expect("", "", "");
	expect("a\nb\n", "a\nb\n", "");
}

static void a_changed_line_stands_between_three_of_either_side(void **state)
{
	(void)state;
	expect("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
	       "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
	expect("1\n", "one\n", "--- f\n+++ f\n@@ -1 +1 @@\n-1\n+one\n");
}

static void near_changes_share_a_hunk_and_far_ones_do_not(void **state)
{
	(void)state;
	expect("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
	       "--- f\n+++ f\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
	expect("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
	       "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}

static void added_and_removed_lines_have_their_ranges(void **state)
{
	(void)state;
	expect("", "a\nb\n", "--- f\n+++ f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
	expect("a\nb\n", "", "--- f\n+++ f\n@@ -1,2 +0,0 @@\n-a\n-b\n");
	expect("a\nc\n", "a\nb\nc\n", "--- f\n+++ f\n@@ -1,2 +1,3 @@\n a\n+b\n c\n");
}

static void lines_that_stand_often_are_held_by_their_neighbours(void **state)
{
	(void)state;
	expect("x\nx\na\nx\nb\nx\n", "x\na\nx\nb\nx\nx\n",
	       "--- f\n+++ f\n@@ -1,6 +1,6 @@\n x\n-x\n a\n x\n b\n x\n+x\n");
	expect("a\nb\nc\n", "c\na\nb\n", "--- f\n+++ f\n@@ -1,3 +1,3 @@\n+c\n a\n b\n-c\n");
	expect("x\n1\nx\na\n", "x\n2\nx\na\n",
	       "--- f\n+++ f\n@@ -1,4 +1,4 @@\n x\n-1\n+2\n x\n a\n");
}

static void a_last_line_without_an_end_is_told(void **state)
{
	(void)state;
	expect("a", "a\n", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_the_same_has_no_difference),
		cmocka_unit_test(a_changed_line_stands_between_three_of_either_side),
		cmocka_unit_test(near_changes_share_a_hunk_and_far_ones_do_not),
		cmocka_unit_test(added_and_removed_lines_have_their_ranges),
		cmocka_unit_test(lines_that_stand_often_are_held_by_their_neighbours),
		cmocka_unit_test(a_last_line_without_an_end_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
