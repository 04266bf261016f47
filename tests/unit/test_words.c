/* SPDX-License-Identifier: MIT */
#include "data/schema.h"
#include "view/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"

#define MAX_WORDS 256

static const char *const languages[] = {"en", "de", "fr", "es", "it", "nl", "pt",
					"pl", "ru", "ja", "zh", "ko", "ar", "he"};
#define N_LANGUAGES (sizeof(languages) / sizeof(languages[0]))

static void the_keys_are_sorted_for_a_binary_search(void **state)
{
	struct mr_word words[MAX_WORDS];

	(void)state;
	assert_in_range(words_count(), 1, MAX_WORDS);
	words_fill("en", words);

	for (uint32_t i = 1; i < words_count(); i++)
		assert_true(strcmp(words[i - 1].key, words[i].key) < 0);
}

static void a_language_is_matched_by_its_primary_subtag_in_any_case(void **state)
{
	(void)state;
	assert_string_equal(words_find("d1", "yes"), "yes");
	assert_string_equal(words_find("de", "legend"), "Legende");
	assert_string_equal(words_find("de-AT", "legend"), "Legende");
	assert_string_equal(words_find("DE-at-1996", "legend"), "Legende");
	assert_string_equal(words_find("zh-Hans-CN", "legend"), "图例");
	/* as it was called before 1989 */
	assert_string_equal(words_find("iw", "legend"), words_find("he", "legend"));
	assert_true(words_speaks("iw-IL"));
}

static void a_language_without_a_table_speaks_english(void **state)
{
	(void)state;
	assert_string_equal(words_find("tlh", "legend"), "Legend");
	assert_string_equal(words_find("", "legend"), "Legend");
	assert_string_equal(words_find("d", "legend"), "Legend");
	assert_string_equal(words_find("den", "legend"), "Legend");
}

static void an_unknown_key_has_no_word(void **state)
{
	(void)state;
	assert_null(words_find("en", "legends"));
	assert_null(words_find("en", ""));
}

static void each_built_in_status_has_a_word(void **state)
{
	(void)state;
	for (int i = 0; i < DATASET_N_BUILTINS; i++)
		assert_non_null(words_find("en", schema_builtin((enum dataset_builtin)i)->id));
}

static void every_language_has_every_word_of_its_own(void **state)
{
	struct mr_word words[MAX_WORDS];

	(void)state;
	for (size_t l = 0; l < N_LANGUAGES; l++) {
		words_fill(languages[l], words);
		for (uint32_t i = 0; i < words_count(); i++) {
			assert_non_null(words[i].text);
			assert_true(words[i].text[0] != '\0');
		}
	}
}

/* How often each letter stands within braces, so that an order of the values is free. */
static void count_values(const char *text, int count[256])
{
	int is_inside = 0;

	memset(count, 0, 256 * sizeof(*count));
	for (; *text; text++) {
		if (*text == '{' || *text == '}')
			is_inside = *text == '{';
		if (is_inside || *text == '}')
			count[(unsigned char)*text]++;
	}
}

static void every_translation_takes_the_values_of_the_english(void **state)
{
	struct mr_word english[MAX_WORDS], words[MAX_WORDS];

	(void)state;
	words_fill("en", english);
	for (size_t l = 0; l < N_LANGUAGES; l++) {
		words_fill(languages[l], words);
		for (uint32_t i = 0; i < words_count(); i++) {
			int expected[256], found[256];

			count_values(english[i].text, expected);
			count_values(words[i].text, found);
			assert_memory_equal(expected, found, sizeof(expected));
		}
	}
}

static void the_accessor_of_the_contract_finds_each_word(void **state)
{
	struct mr_word words[MAX_WORDS];
	struct mr_matrix m = {.words = {words, words_count(), sizeof(words[0])}};

	(void)state;
	words_fill("fr", words);

	for (uint32_t i = 0; i < words_count(); i++)
		assert_ptr_equal(mr_word(&m, words[i].key, "?"), words[i].text);
	assert_string_equal(mr_word(&m, "no-such-key", "fallback"), "fallback");
}

static void the_script_decides_the_direction_before_the_language(void **state)
{
	(void)state;
	assert_true(words_is_rtl("ar"));
	assert_true(words_is_rtl("HE-il"));
	assert_true(words_is_rtl("az-Arab"));
	assert_true(words_is_rtl("zh-yue-Hebr"));
	assert_true(words_is_rtl("ar-aao-abh-abv-aww-Latn")); /* no tag has so many */
	assert_false(words_is_rtl("ar-aao-abh-abv-Latn"));
	assert_false(words_is_rtl("ar-Latn"));
	assert_false(words_is_rtl("en"));
	assert_false(words_is_rtl("de-1901"));
	assert_false(words_is_rtl(""));
	assert_false(words_is_rtl("-"));
}

/* An author's page is of use only as long as it is whole; a row of no key would promise a word that is not there. */
static void the_page_for_authors_has_every_key_with_its_english_and_no_other(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf path = BUF_INIT;
	struct mr_word words[MAX_WORDS];
	struct mr_bytes page;
	uint32_t n_rows = 0;
	(void)state;

	buf_printf(&path, "%s/plugins/words.md", getenv("ROOT"));
	assert_int_equal(file_read(buf_text(&path), &arena, &page), 0);
	const char *text = (const char *)page.at;

	words_fill("en", words);
	for (uint32_t i = 0; i < words_count(); i++) {
		struct buf row = BUF_INIT;

		buf_printf(&row, "\n| `%s` | %s |", words[i].key, words[i].text);
		if (!strstr(text, buf_text(&row)))
			fail_msg("plugins/words.md lacks the row%s", buf_text(&row));
		buf_release(&row);
	}
	for (const char *at = text; (at = strstr(at, "\n| `")) != NULL; at++)
		n_rows++;
	assert_int_equal(n_rows, words_count());
	buf_release(&path);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_keys_are_sorted_for_a_binary_search),
		cmocka_unit_test(a_language_is_matched_by_its_primary_subtag_in_any_case),
		cmocka_unit_test(a_language_without_a_table_speaks_english),
		cmocka_unit_test(an_unknown_key_has_no_word),
		cmocka_unit_test(each_built_in_status_has_a_word),
		cmocka_unit_test(every_language_has_every_word_of_its_own),
		cmocka_unit_test(every_translation_takes_the_values_of_the_english),
		cmocka_unit_test(the_page_for_authors_has_every_key_with_its_english_and_no_other),
		cmocka_unit_test(the_accessor_of_the_contract_finds_each_word),
		cmocka_unit_test(the_script_decides_the_direction_before_the_language),
	};

	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
