/* SPDX-License-Identifier: MIT */
/* The stamp of an artifact: hashes, how it is written, and what is found among hostile bytes. */
#include "out/stamp.h"

#include "base/digest.h"
#include "base/shell.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static const struct stamp example = {
	"0.1.0", "html", "1.0", HASH, "", "", "", "meshreport -f html --products 'a--b' mesh.yaml"};

static void assert_hash(const void *bytes, size_t n, const char *wanted)
{
	char found[DIGEST_DIGITS + 1];

	digest_of(bytes, n, found);
	assert_string_equal(found, wanted);
}

/* FIPS 180-4 and its examples (csrc.nist.gov, "SHA256.pdf"). */
static void hashes_are_those_of_the_standard(void **state)
{
	static const char two_blocks[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
	char *million = malloc(1000000);

	(void)state;
	assert_non_null(million);
	memset(million, 'a', 1000000);
	assert_hash("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	assert_hash("abc", 3, HASH);
	assert_hash(two_blocks, sizeof(two_blocks) - 1,
		    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
	assert_hash(million, 1000000,
		    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	free(million);
}

static void a_hash_is_64_digits_in_lower_case(void **state)
{
	(void)state;
	assert_true(digest_is(HASH));
	assert_false(digest_is(""));
	assert_false(digest_is(HASH "0"));
	assert_false(digest_is(HASH "z"));
	assert_false(digest_is("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
}

/* The only stamp of the text, which must be there. */
static struct stamp_found find(const char *bytes, size_t n, struct arena *arena)
{
	struct stamp_found found = {STAMP_NEWER, 0, {0}};
	size_t at = 0;

	assert_true(stamp_find(bytes, n, &at, arena, &found));
	return found;
}

static void what_was_written_is_found_again(void **state)
{
	const struct stamp full = {
		"1.2.3-rc;4", "x-1", "2.0 \"{beta}\"", HASH,
		HASH,         HASH,  "1572998400",     "meshreport -O 'note=ä; <&>\\' -- '--'"};
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT;
	struct stamp_found found;

	(void)state;
	buf_put_text(&text, "before meshreport 0.1.0, ");
	stamp_put(&text, &full);
	buf_put_text(&text, "ff behind");
	found = find(text.at, text.n, &arena);

	assert_int_equal(found.state, STAMP_GOOD);
	assert_int_equal(found.offset, 25);
	assert_string_equal(found.is.program, full.program);
	assert_string_equal(found.is.format, full.format);
	assert_string_equal(found.is.plugin, full.plugin);
	assert_string_equal(found.is.sha256, HASH);
	assert_string_equal(found.is.since, HASH);
	assert_string_equal(found.is.form, HASH);
	assert_string_equal(found.is.epoch, full.epoch);
	assert_string_equal(found.is.command, full.command);
	buf_release(&text);
	arena_release(&arena);
}

static void it_means_nothing_to_any_format(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	stamp_put(&text, &example);

	assert_int_equal(strspn(buf_text(&text),
				"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				"0123456789+,-./:;=@"),
			 text.n);
	assert_null(strstr(text.at, "--"));
	buf_release(&text);
}

static void white_space_within_it_is_passed_over(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT, broken = BUF_INIT;
	struct stamp_found found;

	(void)state;
	stamp_put(&text, &example);
	/* the head alone stays whole */
	for (size_t i = 0; i < text.n; i++) {
		buf_put_byte(&broken, text.at[i]);
		buf_put_text(&broken, i > 20 && i % 7 == 0 ? "\r\n\t " : "");
	}
	found = find(broken.at, broken.n, &arena);

	assert_int_equal(found.state, STAMP_GOOD);
	assert_string_equal(found.is.command, example.command);
	buf_release(&broken);
	buf_release(&text);
	arena_release(&arena);
}

static void one_byte_that_changes_is_seen(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	stamp_put(&text, &example);
	for (size_t i = sizeof("meshreport-stamp:") - 1; i < text.n; i++) {
		struct arena arena = ARENA_INIT;
		char was = text.at[i];

		text.at[i] = was == 'a' ? 'b' : 'a';
		assert_int_equal(find(text.at, text.n, &arena).state, STAMP_DAMAGED);
		text.at[i] = was;
		arena_release(&arena);
	}
	buf_release(&text);
}

static void one_that_is_cut_is_damaged(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	stamp_put(&text, &example);
	for (size_t n = sizeof("meshreport-stamp:") - 1; n < text.n; n++) {
		struct arena arena = ARENA_INIT;

		assert_int_equal(find(text.at, n, &arena).state, STAMP_DAMAGED);
		arena_release(&arena);
	}
	buf_release(&text);
}

/* `words` with their right sum. */
static enum stamp_state judged(const char *words)
{
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT;
	char sum[DIGEST_DIGITS + 1];
	enum stamp_state state;

	buf_put_text(&text, words);
	digest_of(text.at, text.n, sum);
	buf_printf(&text, ";sum=%.8s", sum);
	state = find(text.at, text.n, &arena).state;
	buf_release(&text);
	arena_release(&arena);
	return state;
}

static void fields_are_judged_although_the_sum_is_right(void **state)
{
#define GOOD "program=1;format=x;sha256=" HASH ";command=c"
	(void)state;
	assert_int_equal(judged("meshreport-stamp:1;" GOOD), STAMP_GOOD);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";colour=blue"), STAMP_GOOD);
	assert_int_equal(judged("meshreport-stamp:2;" GOOD), STAMP_NEWER);
	assert_int_equal(judged("meshreport-stamp:11;" GOOD), STAMP_NEWER);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";command=d"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";since=12"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";epoch=+0"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";epoch=+00"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";epoch=+1g"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";epoch"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";epoch=+01"), STAMP_GOOD);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";epoch=+g1"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";template=12"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";x;y=1"), STAMP_DAMAGED);
	/* a colon stands in its head alone */
	assert_int_equal(judged("meshreport-stamp:1;" GOOD ";epoch=:"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;format=x;sha256=" HASH ";command=c"),
			 STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;program=1;format=x;sha256=" HASH),
			 STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;program=1;format=x;command=c"), STAMP_DAMAGED);
	assert_int_equal(judged("meshreport-stamp:1;program=1;sha256=" HASH ";command=c"),
			 STAMP_DAMAGED);
}

static void one_with_a_nul_in_it_is_damaged(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT;

	(void)state;
	stamp_put(&text, &example);
	text.at[30] = '\0';
	assert_int_equal(find(text.at, text.n, &arena).state, STAMP_DAMAGED);
	buf_release(&text);
	arena_release(&arena);
}

static void each_of_several_is_found(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT;
	struct stamp_found found;
	size_t at = 0, n = 0;

	(void)state;
	for (int i = 0; i < 3; i++) {
		buf_put_text(&text, "<!-- ");
		stamp_put(&text, &example);
		buf_put_text(&text, " -->meshreport-stamp:");
	}
	while (stamp_find(text.at, text.n, &at, &arena, &found))
		assert_int_equal(found.state, n++ % 2 ? STAMP_DAMAGED : STAMP_GOOD);

	assert_int_equal(n, 6);
	buf_release(&text);
	arena_release(&arena);
}

static void words_of_a_shell_come_back(void **state)
{
	static const char *const words[] = {"meshreport", "-O",    "a b", "it's",
					    "",           "ä$(x)", "''",  "\\"};
	const size_t n_words = sizeof(words) / sizeof(*words);
	struct arena arena = ARENA_INIT;
	struct buf line = BUF_INIT;
	char **found;

	(void)state;
	for (size_t i = 0; i < n_words; i++) {
		buf_put_text(&line, i ? " " : "");
		shell_put_word(&line, words[i]);
	}

	assert_int_equal(shell_split(buf_text(&line), &arena, &found), n_words);
	for (size_t i = 0; i < n_words; i++)
		assert_string_equal(found[i], words[i]);
	assert_null(found[n_words]);
	buf_release(&line);
	arena_release(&arena);
}

static void a_file_is_written_as_one_of_the_working_directory_where_a_word_means_more(void **state)
{
	static const char *const names[][2] = {
		{"-f", "./-f"},         {"stats", "./stats"}, {"help", "./help"},
		{"a.yaml", "a.yaml"},   {"mesh-2", "mesh-2"}, {"Stats", "Stats"},
		{"it's", "'it'\\''s'"}, {"- a", "./'- a'"},   {"a{b", "'a{b'"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct buf written = BUF_INIT;

		shell_put_file(&written, names[i][0]);
		assert_string_equal(buf_text(&written), names[i][1]);
		buf_release(&written);
	}
}

static void what_a_shell_would_do_is_no_word(void **state)
{
	static const char *const lines[] = {"a $(b)", "a 'b", "a;b", "a \"b\"",
					    "a\\b",   "a>b",  "a\tb"};
	char **found;

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct arena arena = ARENA_INIT;

		assert_int_equal(shell_split(lines[i], &arena, &found), 0);
		arena_release(&arena);
	}
}

static void one_without_an_end_is_read_no_further_than_the_longest(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf text = BUF_INIT;
	struct stamp_found found;
	size_t at = 0;

	(void)state;
	buf_put_text(&text, "meshreport-stamp:1;");
	while (text.n < 2 * STAMP_MAX)
		buf_put_byte(&text, 'a');
	buf_put_text(&text, ";sum=00000000");
	assert_true(stamp_find(text.at, text.n, &at, &arena, &found));
	assert_int_equal(found.state, STAMP_DAMAGED);
	assert_int_equal(at, sizeof("meshreport-stamp:") - 1);
	assert_false(stamp_find(text.at, text.n, &at, &arena, &found));
	at = text.n;
	assert_false(stamp_find(text.at, text.n, &at, &arena, &found));
	buf_release(&text);
	arena_release(&arena);
}

static void words_that_no_shell_of_ours_wrote_are_none(void **state)
{
	static const char *const wrong[] = {"'a", "a\\b", "a\\", "$a", "a;b", "a'b'\"c\"", "a\tb"};
	struct arena arena = ARENA_INIT;
	char **found;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(shell_split(wrong[i], &arena, &found), 0);
	assert_int_equal(shell_split("", &arena, &found), 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hashes_are_those_of_the_standard),
		cmocka_unit_test(a_hash_is_64_digits_in_lower_case),
		cmocka_unit_test(what_was_written_is_found_again),
		cmocka_unit_test(it_means_nothing_to_any_format),
		cmocka_unit_test(white_space_within_it_is_passed_over),
		cmocka_unit_test(one_byte_that_changes_is_seen),
		cmocka_unit_test(one_that_is_cut_is_damaged),
		cmocka_unit_test(fields_are_judged_although_the_sum_is_right),
		cmocka_unit_test(one_with_a_nul_in_it_is_damaged),
		cmocka_unit_test(each_of_several_is_found),
		cmocka_unit_test(words_of_a_shell_come_back),
		cmocka_unit_test(
			a_file_is_written_as_one_of_the_working_directory_where_a_word_means_more),
		cmocka_unit_test(what_a_shell_would_do_is_no_word),
		cmocka_unit_test(one_without_an_end_is_read_no_further_than_the_longest),
		cmocka_unit_test(words_that_no_shell_of_ours_wrote_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
