/* SPDX-License-Identifier: MIT */
/* vec, ascii, number, path, file, what a buf keeps: the small helpers that every room uses. */
#include "base/ascii.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/path.h"
#include "base/vec.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static bool refuses;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refuses;
}

/* ---- vec */

static void a_vec_grows_and_zeroes_what_it_adds(void **state)
{
	struct vec vec = VEC_INIT;

	(void)state;

	for (uint32_t i = 0; i < 1000; i++) {
		uint32_t *added = vec_add(&vec, sizeof(*added));

		assert_non_null(added);
		assert_int_equal(*added, 0);
		*added = i;
	}

	assert_int_equal(vec.n, 1000);
	assert_int_equal(*VEC_AT(uint32_t, vec, 999), 999);
	vec_clear(&vec);
	assert_int_equal(*(uint32_t *)vec_add(&vec, sizeof(uint32_t)), 0);
	vec_release(&vec);
	assert_null(vec.at);
}

static void a_vec_that_was_refused_memory_stays_failed_and_keeps_what_it_has(void **state)
{
	struct vec vec = VEC_INIT;

	(void)state;
	for (size_t i = 0; i < 16; i++)
		assert_non_null(vec_add(&vec, 1));

	refuses = true;
	assert_null(vec_add(&vec, 1));
	refuses = false;

	assert_null(vec_add(&vec, 1));
	assert_null(vec_touch(&vec, 0, 1));
	assert_int_equal(vec_reserve(&vec, 1, 1), -1);
	assert_true(vec.failed);
	assert_int_equal(vec.n, 16);
	vec_release(&vec);
}

static void a_touched_element_ends_the_vec_and_what_is_between_is_zero(void **state)
{
	struct vec vec = VEC_INIT;

	(void)state;

	*(uint16_t *)vec_touch(&vec, 300, sizeof(uint16_t)) = 7;
	*(uint16_t *)vec_touch(&vec, 2, sizeof(uint16_t)) = 3;

	assert_int_equal(vec.n, 301);
	assert_int_equal(*VEC_AT(uint16_t, vec, 300), 7);
	assert_int_equal(*VEC_AT(uint16_t, vec, 299), 0);
	assert_int_equal(*VEC_AT(uint16_t, vec, 2), 3);
	vec_release(&vec);
}

static void a_vec_of_a_size_that_wraps_is_refused(void **state)
{
	struct vec vec = VEC_INIT;

	(void)state;

	assert_null(vec_touch(&vec, SIZE_MAX - 1, 16));
	assert_true(vec.failed);
	vec_clear(&vec);
	assert_non_null(vec_add(&vec, 16));
	assert_int_equal(vec_reserve(&vec, SIZE_MAX, 1), -1);
	vec_release(&vec);
}

static void what_a_vec_holds_can_be_taken(void **state)
{
	struct vec vec = VEC_INIT;
	char *taken;
	size_t n = 7;

	(void)state;

	assert_null(vec_take(&vec, &n));
	assert_int_equal(n, 0);
	*(char *)vec_add(&vec, 1) = 'x';
	taken = vec_take(&vec, &n);
	assert_int_equal(n, 1);
	assert_int_equal(taken[0], 'x');
	assert_int_equal(vec.n, 0);
	mem_free(taken);
}

/* ---- ascii */

static void letters_are_those_of_ascii_alone(void **state)
{
	(void)state;

	assert_true(ascii_is_letter('z') && ascii_is_letter('A') && ascii_is_digit('9'));
	assert_false(ascii_is_alnum('_') || ascii_is_alnum('@') || ascii_is_alnum('['));
	assert_false(ascii_is_alnum('\xe4'));
	assert_int_equal(ascii_lower('Q'), 'q');
	assert_int_equal(ascii_lower('['), '[');
	assert_int_equal(ascii_lower('\xc4'), '\xc4');
	assert_true(ascii_begins("HTTPS://x", "https://"));
	assert_false(ascii_begins("http", "http:"));
	assert_int_equal(ascii_number("2019x", 4), 2019);
	assert_int_equal(ascii_number("20x9", 4), -1);
}

/* ---- number */

static void numbers_are_decimal_and_nothing_else(void **state)
{
	static const char *const none[] = {"",    ".",  "-",  "1e5", "0x10", "inf",
					   "nan", " 1", "1 ", "1,5", "--1",  "1.2.3"};
	double number;

	(void)state;

	assert_true(number_read("-1.5", &number) && number == -1.5);
	assert_true(number_read("+.5", &number) && number == 0.5);
	assert_true(number_read("7.", &number) && number == 7);
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_false(number_read(none[i], &number));
}

static void a_number_may_end_where_a_unit_begins(void **state)
{
	const char *text = "12.5e3mm", *end;
	double number;

	(void)state;

	assert_true(number_read_part(text, &number, &end));
	assert_true(number == 12.5);
	assert_string_equal(end, "e3mm");
	assert_false(number_read_part("mm", &number, &end));
}

static void a_number_of_more_digits_than_anybody_needs_is_none(void **state)
{
	char digits[120], last[] = "9";
	const char *end = last;
	double number = 0;

	(void)state;
	memset(digits, '9', sizeof(digits));
	digits[103] = '\0';
	assert_true(number_read_part(digits, &number, &end));
	assert_true(number > 9e102);
	assert_ptr_equal(end, digits + 103);
	digits[103] = '9';
	digits[104] = '\0';
	assert_false(number_read_part(digits, &number, &end));
}

static void a_size_has_a_unit_of_two_to_the_tenth(void **state)
{
	uint64_t size;

	(void)state;

	assert_true(number_read_size("64k", &size) && size == 65536);
	assert_true(number_read_size("3M", &size) && size == 3145728);
	assert_true(number_read_size("18446744073709551615", &size) && size == UINT64_MAX);
	assert_false(number_read_size("18446744073709551616", &size));
	assert_false(number_read_size("18446744073709551615k", &size));
	assert_false(number_read_size("", &size));
	assert_false(number_read_size("k", &size));
	assert_false(number_read_size("1kk", &size));
	assert_false(number_read_size("-1", &size));
}

/* ---- path */

static void a_path_has_a_folder_a_name_and_a_suffix(void **state)
{
	(void)state;

	assert_string_equal(path_name("a/b.c"), "b.c");
	assert_string_equal(path_name("b"), "b");
	assert_string_equal(path_name("a/"), "");
	assert_int_equal(path_folder("a/b.c"), 2);
	assert_int_equal(path_folder("b.c"), 0);
	assert_string_equal(path_suffix("a.d/b.c"), ".c");
	assert_string_equal(path_suffix("a.d/b"), "");
	assert_string_equal(path_suffix("a/.profile"), "");
}

static void paths_are_joined_with_one_slash(void **state)
{
	struct arena arena = ARENA_INIT;
	char *beside;

	(void)state;

	assert_string_equal(path_join(&arena, "a", "b"), "a/b");
	assert_string_equal(path_join(&arena, "a/", "b"), "a/b");
	assert_string_equal(path_join(&arena, "/", "b"), "/b");
	assert_string_equal(path_join(&arena, "", "b"), "b");
	beside = path_beside("a/b", "c");
	assert_string_equal(beside, "a/c");
	mem_free(beside);
	beside = path_beside("b", "c");
	assert_string_equal(beside, "c");
	mem_free(beside);
	arena_release(&arena);
}

static void a_path_that_leads_up_or_away_is_not_below(void **state)
{
	(void)state;

	assert_true(path_is_below("a"));
	assert_true(path_is_below("a/..b/c"));
	assert_true(path_is_below("ab/.c/d."));
	assert_false(path_is_below(""));
	assert_false(path_is_below("/a"));
	assert_false(path_is_below("a/../b"));
	assert_false(path_is_below(".."));
	assert_false(path_is_below("a//b"));
	assert_false(path_is_below("a/"));
}

/* ---- file */

static void a_pipe_is_read_to_its_end(void **state)
{
	struct buf out = BUF_INIT;
	int fds[2];

	(void)state;
	assert_int_equal(pipe(fds), 0);
	assert_int_equal(write(fds[1], "12345", 5), 5);
	close(fds[1]);

	assert_int_equal(file_read_all(fds[0], 5, &out), 0);
	assert_string_equal(buf_text(&out), "12345");

	close(fds[0]);
	buf_release(&out);
}

static void what_is_longer_than_the_limit_is_refused(void **state)
{
	char path[] = "/tmp/meshreport-base-XXXXXX";
	struct buf out = BUF_INIT;
	int fd = mkstemp(path), fds[2];

	(void)state;
	unlink(path);
	assert_int_equal(file_write_all(fd, "123456", 6), 0);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);

	assert_int_equal(file_read_all(fd, 5, &out), -1);
	assert_int_equal(errno, EFBIG);
	assert_int_equal(file_read_all(fd, 6, &out), 0);
	assert_int_equal(out.n, 6);

	assert_int_equal(pipe(fds), 0);
	assert_int_equal(write(fds[1], "123456", 6), 6);
	close(fds[1]);
	assert_int_equal(file_read_all(fds[0], 5, &out), -1);
	assert_int_equal(errno, EFBIG);
	close(fds[0]);
	close(fd);
	buf_release(&out);
}

static void a_full_pipe_that_does_not_block_is_waited_for(void **state)
{
	enum { MANY = 1 << 20 };
	char *bytes = calloc(1, MANY);
	struct buf out = BUF_INIT;
	int fds[2], status;
	pid_t reader;

	(void)state;
	assert_int_equal(pipe(fds), 0);
	reader = fork();
	if (reader == 0) {
		close(fds[1]);
		status = file_read_all(fds[0], MANY, &out);
		_exit(status == 0 && out.n == MANY ? 0 : 1);
	}
	close(fds[0]);
	assert_int_equal(fcntl(fds[1], F_SETFL, O_NONBLOCK), 0);

	assert_int_equal(file_write_all(fds[1], bytes, MANY), 0);

	close(fds[1]);
	assert_int_equal(waitpid(reader, &status, 0), reader);
	assert_int_equal(status, 0);
	free(bytes);
}

static void a_text_file_is_utf8_and_no_directory(void **state)
{
	char path[] = "/tmp/meshreport-base-XXXXXX";
	struct arena arena = ARENA_INIT;
	struct mr_bytes bytes;
	int fd = mkstemp(path);

	(void)state;

	assert_int_equal(file_write_all(fd, "h\xc3\xa4", 3), 0);
	assert_int_equal(file_read(path, &arena, &bytes), 0);
	assert_int_equal(bytes.n, 3);
	assert_string_equal(bytes.at, "h\xc3\xa4");
	assert_int_equal(file_write_all(fd, "\xc3", 1), 0);
	assert_int_equal(file_read(path, &arena, &bytes), -1);
	assert_int_equal(errno, EILSEQ);
	assert_int_equal(file_read("/", &arena, &bytes), -1);
	assert_int_equal(errno, EISDIR);

	close(fd);
	unlink(path);
	arena_release(&arena);
}

static void any_bytes_of_a_regular_file_are_read_up_to_a_limit(void **state)
{
	char path[] = "/tmp/meshreport-base-XXXXXX";
	struct arena arena = ARENA_INIT;
	struct mr_bytes bytes = {NULL, 0};
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(file_write_all(fd, "\0\xff\0", 3), 0);
	close(fd);

	assert_int_equal(file_read_bytes(path, 3, &arena, &bytes), 0);
	assert_int_equal(bytes.n, 3);
	assert_memory_equal(bytes.at, "\0\xff\0\0", 4);
	assert_int_equal(file_read(path, &arena, &bytes), -1);
	assert_int_equal(errno, EILSEQ);
	assert_int_equal(file_read_bytes(path, 2, &arena, &bytes), -1);
	assert_int_equal(errno, EFBIG);
	assert_int_equal(file_read_bytes("/tmp", 3, &arena, &bytes), -1);
	assert_int_equal(errno, EISDIR);
	assert_int_equal(file_read_bytes("/dev/null", 3, &arena, &bytes), -1);
	assert_int_equal(errno, EINVAL);
	unlink(path);
	arena_release(&arena);
}

static void what_a_buf_keeps_lives_in_the_arena_or_makes_it_fail(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf buf = BUF_INIT;
	const char *kept;

	(void)state;
	buf_put_text(&buf, "kept");
	kept = buf_keep(&buf, &arena);
	assert_string_equal(kept, "kept");
	assert_null(buf.at);
	assert_string_equal(buf_keep(&buf, &arena), "");
	assert_false(arena.failed);

	buf_init(&buf, 2);
	buf_put_text(&buf, "too long");
	assert_null(buf_keep(&buf, &arena));
	assert_true(arena.failed);
	arena_release(&arena);
}

static void what_is_not_there_or_cannot_be_looked_at_is_absent(void **state)
{
	static const int reasons[] = {ENOENT, ENOTDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG};
	(void)state;

	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		assert_true(path_is_absence(reasons[i]));
	assert_false(path_is_absence(EIO));
	assert_false(path_is_absence(ENOMEM));
	assert_false(path_is_absence(EMFILE));
}

static void json_escapes_what_nobody_sees_but_for_what_would_be_two_escapes(void **state)
{
	struct buf out = BUF_INIT;
	(void)state;

	json_put_text(&out, "a\n\"\\\x7f\xe2\x80\xae\xff\xf3\xa0\x81\x81");
	assert_string_equal(buf_text(&out),
			    "\"a\\u000a\\\"\\\\\\u007f\\u202e\xef\xbf\xbd\xf3\xa0\x81\x81\"");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_vec_grows_and_zeroes_what_it_adds),
		cmocka_unit_test(a_vec_that_was_refused_memory_stays_failed_and_keeps_what_it_has),
		cmocka_unit_test(a_touched_element_ends_the_vec_and_what_is_between_is_zero),
		cmocka_unit_test(a_vec_of_a_size_that_wraps_is_refused),
		cmocka_unit_test(what_a_vec_holds_can_be_taken),
		cmocka_unit_test(letters_are_those_of_ascii_alone),
		cmocka_unit_test(numbers_are_decimal_and_nothing_else),
		cmocka_unit_test(a_number_may_end_where_a_unit_begins),
		cmocka_unit_test(a_number_of_more_digits_than_anybody_needs_is_none),
		cmocka_unit_test(a_size_has_a_unit_of_two_to_the_tenth),
		cmocka_unit_test(a_path_has_a_folder_a_name_and_a_suffix),
		cmocka_unit_test(paths_are_joined_with_one_slash),
		cmocka_unit_test(a_path_that_leads_up_or_away_is_not_below),
		cmocka_unit_test(a_pipe_is_read_to_its_end),
		cmocka_unit_test(what_is_longer_than_the_limit_is_refused),
		cmocka_unit_test(a_full_pipe_that_does_not_block_is_waited_for),
		cmocka_unit_test(a_text_file_is_utf8_and_no_directory),
		cmocka_unit_test(any_bytes_of_a_regular_file_are_read_up_to_a_limit),
		cmocka_unit_test(what_a_buf_keeps_lives_in_the_arena_or_makes_it_fail),
		cmocka_unit_test(what_is_not_there_or_cannot_be_looked_at_is_absent),
		cmocka_unit_test(json_escapes_what_nobody_sees_but_for_what_would_be_two_escapes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
