/* SPDX-License-Identifier: MIT */
/* Lines of a script that writes several files; base64 read back. */
#include "script/files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/base64.h"

static int read_line(struct arena *arena, const char *line, struct files_one *out,
		     char why[FILES_WHY])
{
	why[0] = '\0';
	return files_read(arena, line, strlen(line), out, why);
}

static void a_line_is_a_file_as_text_or_as_bytes(void **state)
{
	struct arena arena = ARENA_INIT;
	struct files_one file;
	char why[FILES_WHY];

	(void)state;
	assert_int_equal(
		read_line(&arena, "{\"file\": \"\", \"text\": \"a\\n\u00e4\"}", &file, why), 0);
	assert_string_equal(file.part, "");
	assert_string_equal(file.suffix, "");
	assert_int_equal(file.bytes.n, 4);
	assert_memory_equal(file.bytes.at, "a\n\xc3\xa4", 4);

	assert_int_equal(
		read_line(
			&arena,
			" {\"x-own\": [1], \"base64\": \"AAH/\\nAA==\", \"suffix\": \"png\", \"file\": \"logo\"} ",
			&file, why),
		0);
	assert_string_equal(file.part, "logo");
	assert_string_equal(file.suffix, "png");
	assert_int_equal(file.bytes.n, 4);
	assert_memory_equal(file.bytes.at, "\0\1\xff\0", 4);

	assert_int_equal(read_line(&arena, "{\"file\": \"x\", \"base64\": \"\"}", &file, why), 0);
	assert_int_equal(file.bytes.n, 0);
	arena_release(&arena);
}

static void what_is_no_file_is_refused_with_its_place(void **state)
{
	static const char *const wrong[][2] = {
		{"# words", "it is no JSON: "},
		{"{\"file\": \"\"", "it is no JSON: "},
		{"[]", "it is no object, which a line of several files is"},
		{"{}", "the key 'file' is missing"},
		{"{\"file\": \"x\"}",
		 "one of the keys 'text' and 'base64' has what is in the file"},
		{"{\"file\": \"x\", \"text\": \"\", \"base64\": \"\"}",
		 "one of the keys 'text' and 'base64'"},
		{"{\"file\": 1, \"text\": \"\"}", "file: it is a number, not a text"},
		{"{\"file\": \"\", \"text\": null}", "text: it is null, not a text"},
		{"{\"file\": \"\", \"txt\": \"\"}", "txt: unknown key; did you mean 'text'?"},
		{"{\"file\": \"\", \"zzzzzzzzzz\": \"\"}", "zzzzzzzzzz: unknown key"},
		{"{\"file\": \"\", \"base64\": \"A\"}", "base64: it is not of the letters"},
		{"{\"file\": \"\", \"base64\": \"AAA\"}", "base64: it is not of the letters"},
		{"{\"file\": \"\", \"base64\": \"A*==\"}", "base64: it is not of the letters"},
		{"{\"file\": \"\", \"text\": \"\\u0000\"}", "a text holds the character U+0000"},
	};
	struct arena arena = ARENA_INIT;
	struct files_one file;
	char why[FILES_WHY];

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		assert_int_equal(read_line(&arena, wrong[i][0], &file, why), -1);
		if (strncmp(why, wrong[i][1], strlen(wrong[i][1])) != 0)
			fail_msg("%s: %s", wrong[i][0], why);
	}
	arena_release(&arena);
}

/* Lengths around a piece of both directions, and every byte. */
static void base64_reads_back_what_was_put(void **state)
{
	static const size_t lengths[] = {0,    1,    2,    3,    255,  2303,
					 2304, 2305, 3071, 3072, 3073, 10000};

	(void)state;
	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++) {
		struct buf bytes = BUF_INIT, letters = BUF_INIT, back = BUF_INIT;

		for (size_t k = 0; k < lengths[i]; k++)
			buf_put_byte(&bytes, (char)(k * 7 + k / 256));
		base64_put(&letters, buf_text(&bytes), bytes.n);
		assert_int_equal(base64_read(&back, buf_text(&letters)), 0);
		assert_int_equal(back.n, bytes.n);
		assert_memory_equal(buf_text(&back), buf_text(&bytes), bytes.n);
		buf_release(&bytes);
		buf_release(&letters);
		buf_release(&back);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_a_file_as_text_or_as_bytes),
		cmocka_unit_test(what_is_no_file_is_refused_with_its_place),
		cmocka_unit_test(base64_reads_back_what_was_put),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
