/* SPDX-License-Identifier: MIT */
/* The words of the page: how their files are read, and that those of the templates are whole. */
#include "html/html_page.h"
#include "view/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define MAX_BYTES 16384
#define MAX_GIVEN 16

/* ---- a job that serves files, of memory or of the templates, and keeps its last message */

struct fake {
	struct mr_job job;
	bool is_template; /* what is served are the files of templates/html */
	const char *english, *german;
	char message[200];
	uint32_t line;
	void *given[MAX_GIVEN];
	size_t sizes[MAX_GIVEN];
	size_t n_given;
};

static void keep_message(struct mr_job *job, enum mr_severity severity,
			 const struct mr_where *where, const char *format, ...) MR_PRINTF(4, 5);
static void keep_message(struct mr_job *job, enum mr_severity severity,
			 const struct mr_where *where, const char *format, ...)
{
	struct fake *fake = (struct fake *)job;
	va_list arguments;

	(void)severity;
	va_start(arguments, format);
	vsnprintf(fake->message, sizeof(fake->message), format, arguments);
	va_end(arguments);
	fake->line = where ? where->index : 0;
}

static int serve_template(const char *name, struct mr_bytes *bytes)
{
	static char text[MAX_BYTES];
	char path[4096];
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), "%s/templates/html/%s", getenv("ROOT"), name);
	file = fopen(path, "r");
	if (!file)
		return -1;
	n = fread(text, 1, MAX_BYTES - 1, file);
	fclose(file);
	assert_in_range(n, 1, MAX_BYTES - 2);
	text[n] = '\0';
	*bytes = (struct mr_bytes){text, n};
	return 0;
}

static int serve(struct mr_job *job, const char *name, struct mr_bytes *bytes)
{
	struct fake *fake = (struct fake *)job;
	const char *text = strcmp(name, "words_de.txt") == 0   ? fake->german
			   : strcmp(name, "words_en.txt") == 0 ? fake->english
							       : NULL;

	if (fake->is_template)
		return serve_template(name, bytes);
	if (!text)
		return -1;
	*bytes = (struct mr_bytes){text, strlen(text)};
	return 0;
}

static void *give(struct mr_job *job, size_t n_bytes)
{
	struct fake *fake = (struct fake *)job;

	assert_in_range(fake->n_given, 0, MAX_GIVEN - 1);
	fake->sizes[fake->n_given] = n_bytes;
	return fake->given[fake->n_given++] = calloc(1, n_bytes);
}

static struct fake new_fake(const char *english, const char *german)
{
	return (struct fake){.job = {.diag = keep_message, .resource = serve, .alloc = give},
			     .english = english,
			     .german = german};
}

static struct fake new_templates(void)
{
	struct fake fake = new_fake(NULL, NULL);

	fake.is_template = true;
	return fake;
}

/* Whether `text` stands in the second file that was read: the language's own. */
static bool is_own(const struct fake *fake, const char *text)
{
	const char *file = fake->given[2];

	return text >= file && text < file + fake->sizes[2];
}

static void release(struct fake *fake)
{
	for (size_t i = 0; i < fake->n_given; i++)
		free(fake->given[i]);
}

static int load(struct fake *fake, const struct mr_matrix *m, struct html_page *page)
{
	*page = (struct html_page){.job = &fake->job, .m = m};
	return html_phrases_load(page);
}

/* ---- the tests */

static void the_words_of_both_are_one_sorted_list(void **state)
{
	const struct mr_word theirs[] = {{"coverage", "Abdeckung"}, {"legend", "Legende"}};
	const struct mr_matrix m = {.language = "de-AT", .words = {theirs, 2, sizeof(*theirs)}};
	struct fake fake = new_fake("# a remark\ncopy Copy\n\nname\t Name of it\nsort Sort",
				    "copy Kopieren\nsort Sortierung\n");
	struct html_page page;

	(void)state;
	assert_int_equal(load(&fake, &m, &page), 0);

	assert_int_equal(page.n_words, 5);
	for (uint32_t i = 1; i < page.n_words; i++)
		assert_true(strcmp(page.words[i - 1].key, page.words[i].key) < 0);
	assert_string_equal(html_phrases_find(&page, "copy", "?"), "Kopieren");
	assert_string_equal(html_phrases_find(&page, "legend", "?"), "Legende");
	assert_string_equal(html_phrases_find(&page, "name", "?"), "Name of it");
	assert_string_equal(html_phrases_find(&page, "no_such", "?"), "?");
	release(&fake);
}

static void a_language_without_a_file_speaks_english(void **state)
{
	static const char *const tags[] = {"tlh", "", "d", "den-DE", "english"};

	(void)state;
	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		const struct mr_matrix m = {.language = tags[i]};
		struct fake fake = new_fake("copy Copy\n", NULL);
		struct html_page page;

		assert_int_equal(load(&fake, &m, &page), 0);
		assert_string_equal(html_phrases_find(&page, "copy", "?"), "Copy");
		release(&fake);
	}
}

static void what_cannot_be_read_is_told_with_its_line(void **state)
{
	static const struct {
		const char *english, *german;
		uint32_t line;
		const char *message;
	} cases[] = {
		{"copy Copy\nsort\n", NULL, 2, "no key and text in this line: 'sort'"},
		{"Copy it\n", NULL, 1, "no key and text in this line: 'Copy it'"},
		{"copy Copy\ncopy Again\n", NULL, 2, "a key out of order: 'copy'"},
		{"sort Sort\n\n# why\ncopy Copy\n", NULL, 4, "a key out of order: 'copy'"},
		{"copy Copy\n", "copi Kopie\n", 0, "words_en.txt has no such key: 'copi'"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct mr_matrix m = {.language = "de"};
		struct fake fake = new_fake(cases[i].english, cases[i].german);
		struct html_page page;

		assert_int_equal(load(&fake, &m, &page), -1);

		assert_string_equal(fake.message, cases[i].message);
		assert_int_equal(fake.line, cases[i].line);
		release(&fake);
	}
}

static void without_the_english_file_there_is_no_page(void **state)
{
	const struct mr_matrix m = {.language = "de"};
	struct fake fake = new_fake(NULL, "copy Kopieren\n");
	struct html_page page;

	(void)state;
	assert_int_equal(load(&fake, &m, &page), -1);

	assert_string_equal(fake.message,
			    "words_en.txt is missing from the templates of this format");
	release(&fake);
}

/* The values of a text: the letters within its braces, in any order. */
static void count_values(const char *text, uint32_t count[256])
{
	bool is_inside = false;

	memset(count, 0, 256 * sizeof(*count));
	for (; *text; text++) {
		is_inside = *text == '{' || (is_inside && *text != '}');
		count[(unsigned char)*text] += is_inside || *text == '}';
	}
}

static void every_language_of_the_templates_has_every_word_with_its_values(void **state)
{
	static const char *const languages[] = {"de", "fr", "es", "it", "nl", "pt", "pl",
						"ru", "ja", "zh", "ko", "ar", "he"};
	const struct mr_matrix in_english = {.language = "en"};
	struct fake english = new_templates();
	struct html_page expected, found;

	(void)state;
	assert_int_equal(load(&english, &in_english, &expected), 0);
	assert_in_range(expected.n_words, 40, 200);

	for (size_t l = 0; l < sizeof(languages) / sizeof(*languages); l++) {
		const struct mr_matrix m = {.language = languages[l]};
		struct fake fake = new_templates();

		assert_int_equal(load(&fake, &m, &found), 0);
		assert_int_equal(found.n_words, expected.n_words);
		for (uint32_t i = 0; i < found.n_words; i++) {
			uint32_t wanted[256], given[256];

			assert_true(is_own(&fake, found.words[i].text));
			count_values(expected.words[i].text, wanted);
			count_values(found.words[i].text, given);
			assert_memory_equal(wanted, given, sizeof(wanted));
		}
		release(&fake);
	}
	release(&english);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_words_of_both_are_one_sorted_list),
		cmocka_unit_test(a_language_without_a_file_speaks_english),
		cmocka_unit_test(what_cannot_be_read_is_told_with_its_line),
		cmocka_unit_test(without_the_english_file_there_is_no_page),
		cmocka_unit_test(every_language_of_the_templates_has_every_word_with_its_values),
	};

	return cmocka_run_group_tests_name("html_phrases", tests, NULL, NULL);
}
