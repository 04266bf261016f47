/* SPDX-License-Identifier: MIT */
/* Text of any encoding as UTF-8: said, marked, guessed, refused. */
#include "child/decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static int decode(const char *bytes, size_t n, const char *encoding, struct buf *out,
		  struct decoded *result)
{
	*out = (struct buf)BUF_INIT;
	return decode_text((struct mr_bytes){bytes, n}, encoding, out, result);
}

#define DECODE(literal, encoding) decode((literal), sizeof(literal) - 1, (encoding), &out, &result)

static void valid_utf8_stays_and_nothing_is_said(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("caf\xC3\xA9\r\n", ""), 0);

	assert_string_equal(buf_text(&out), "caf\xC3\xA9\r\n");
	assert_string_equal(result.said, "");
	buf_release(&out);
}

static void a_byte_order_mark_goes(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("\xEF\xBB\xBFx", ""), 0);
	assert_string_equal(buf_text(&out), "x");
	buf_release(&out);
	assert_int_equal(DECODE("\xFF\xFEx\0\xE9\0", ""), 0);
	assert_string_equal(buf_text(&out), "x\xC3\xA9");
	assert_non_null(strstr(result.said, "UTF-16LE"));
	assert_false(result.is_guess);
	buf_release(&out);
}

static void an_empty_file_and_one_of_nothing_but_a_mark_are_empty(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("", ""), 0);
	assert_int_equal(out.n, 0);
	assert_int_equal(DECODE("\xEF\xBB\xBF", ""), 0);
	assert_int_equal(out.n, 0);
	buf_release(&out);
}

static void what_is_not_utf8_is_a_guess_of_windows_1252(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("one\ncaf\xE9 \x80 \x93x\x94", ""), 0);

	assert_string_equal(buf_text(&out),
			    "one\ncaf\xC3\xA9 \xE2\x82\xAC \xE2\x80\x9Cx\xE2\x80\x9D");
	assert_true(result.is_guess);
	assert_int_equal(result.line, 2);
	assert_non_null(strstr(result.said, "0xE9"));
	buf_release(&out);
}

static void one_wrong_byte_does_not_spoil_the_rest(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("\xE2\x9C\x93 \xE2\x9C\x97 caf\xE9", ""), 0);

	assert_string_equal(buf_text(&out), "\xE2\x9C\x93 \xE2\x9C\x97 caf\xC3\xA9");
	assert_true(result.is_guess);
	buf_release(&out);
}

static void utf16_without_a_mark_is_seen_by_its_zeros(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("\0a\0;\0b\0\n", ""), 0);

	assert_string_equal(buf_text(&out), "a;b\n");
	assert_true(result.is_guess);
	buf_release(&out);
}

static void binary_bytes_are_refused_with_their_line(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("a\nb\0c", ""), -1);
	assert_int_equal(result.line, 2);
	buf_release(&out);
	assert_int_equal(DECODE("a\n\x81", ""), -1);
	assert_non_null(strstr(result.said, "0x81"));
	buf_release(&out);
}

static void the_users_word_decides_and_may_be_wrong(void **state)
{
	struct decoded result;
	struct buf out;
	(void)state;

	assert_int_equal(DECODE("\x83\x81", "Shift_JIS"), 0);
	assert_string_equal(buf_text(&out), "\xE3\x83\xA1");
	buf_release(&out);
	assert_int_equal(DECODE("x\n\xFF", "UTF-8"), -1);
	assert_int_equal(result.line, 2);
	buf_release(&out);
	/* U+19DE0F: iconv() of glibc takes it */
	assert_int_equal(DECODE("x\n\n\xF6\x9D\xB8\x8F", "UTF-8"), -1);
	assert_int_equal(result.line, 3);
	buf_release(&out);
	assert_int_equal(DECODE("x", "no-such-thing"), -1);
	assert_non_null(strstr(result.said, "no-such-thing"));
	buf_release(&out);
	assert_int_equal(DECODE("a\0b", "ISO-8859-1"), -1);
	buf_release(&out);
}

static void a_long_text_comes_out_whole(void **state)
{
	struct decoded result;
	struct buf in = BUF_INIT, out;
	(void)state;
	for (int i = 0; i < 50000; i++)
		buf_put(&in, "\xE9\n", 2);

	assert_int_equal(decode(buf_text(&in), in.n, "ISO-8859-1", &out, &result), 0);

	assert_int_equal(out.n, 150000);
	buf_release(&in);
	buf_release(&out);
}

#define BYTES(literal) (literal), sizeof(literal) - 1

static void each_encoding_is_read_or_refused_with_its_words(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *encoding;
		int status;
		uint32_t line;
		const char *text, *said;
	} cases[] = {
		/* what a mark says */
		{BYTES("\xFF\xFE\0\0x\0\0\0"), "", 0, 0, "x", "read as UTF-32LE, as"},
		{BYTES("\0\0\xFE\xFF\0\0\0x"), "", 0, 0, "x", "read as UTF-32BE, as"},
		{BYTES("\xFE\xFF\0x\0\xE9"), "", 0, 0, "x\xC3\xA9", "read as UTF-16BE, as"},
		{BYTES("\xFF\xFE"), "", 0, 0, "", "read as UTF-16LE, as"},
		{BYTES("\xEF\xBB\xBFx\n\x81"), "", -1, 2, "", "the byte 0x81 is neither UTF-8"},
		{BYTES("\xEF\xBB\xBFx"), "UTF-8", 0, 0, "x", ""},
		{BYTES("\xEF\xBB"), "ISO-8859-1", 0, 0, "\xC3\xAF\xC2\xBB", ""},
		/* what zeros say */
		{BYTES("a\0;\0b\0\n\0"), "", 0, 0, "a;b\n", "read as UTF-16LE, since"},
		{BYTES("a\0"), "", -1, 1, "", "a zero byte"},
		{BYTES("a\0b\0c"), "", -1, 1, "", "a zero byte"},
		{BYTES("a\0b\0\0c"), "", -1, 1, "", "a zero byte"},
		{BYTES("\0a\0b\nc\0d\0\0"), "", -1, 1, "", "a zero byte"},
		{BYTES("abcdefghijk\0"), "", -1, 1, "", "a zero byte"},
		/* what is no character of it */
		{BYTES("x\0\n\0\xE9"), "UTF-16LE", -1, 2, "x\n",
		 "the file ends in the middle of a character of UTF-16LE"},
		{BYTES("\n\n\xE9"), "ASCII", -1, 3, "\n\n", "this is not ASCII; --encoding"},
		{BYTES("\0\0\0\0"), "UTF-16BE", -1, 0, "", "holds the character U+0000"},
		/* both kinds of bytes: those that stand in most characters decide */
		{BYTES("\xC3\xA9\n\xE9"), "", 0, 2, "\xC3\x83\xC2\xA9\n\xC3\xA9",
		 "read as Windows-1252, since the byte 0xE9"},
		{BYTES("\xC3\xA9\xC3\xA9\n\xE9\x81"), "", -1, 2, "",
		 "the byte 0x81 is neither UTF-8"},
		{BYTES("\x9F\xA0"), "", 0, 1, "\xC5\xB8\xC2\xA0", "read as Windows-1252"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct decoded result;
		struct buf out;

		assert_int_equal(
			decode(cases[i].bytes, cases[i].n, cases[i].encoding, &out, &result),
			cases[i].status);
		assert_int_equal(result.line, cases[i].line);
		assert_non_null(strstr(result.said, cases[i].said));
		assert_int_equal(*result.said == '\0', *cases[i].said == '\0');
		if (cases[i].status == 0)
			assert_string_equal(buf_text(&out), cases[i].text);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(valid_utf8_stays_and_nothing_is_said),
		cmocka_unit_test(a_byte_order_mark_goes),
		cmocka_unit_test(an_empty_file_and_one_of_nothing_but_a_mark_are_empty),
		cmocka_unit_test(what_is_not_utf8_is_a_guess_of_windows_1252),
		cmocka_unit_test(one_wrong_byte_does_not_spoil_the_rest),
		cmocka_unit_test(utf16_without_a_mark_is_seen_by_its_zeros),
		cmocka_unit_test(binary_bytes_are_refused_with_their_line),
		cmocka_unit_test(the_users_word_decides_and_may_be_wrong),
		cmocka_unit_test(a_long_text_comes_out_whole),
		cmocka_unit_test(each_encoding_is_read_or_refused_with_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
