/* SPDX-License-Identifier: MIT */
/* Which words of a dictionary are near enough to be what was meant, and what is asked of hunspell and made of its answer. */
#include "run/spelling.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "loaded.h"

/* A program called hunspell, the first on the path, that keeps what it is asked and says what stands in a file. */
static char folder[] = "/tmp/meshreport-test-XXXXXX";

static const char *in_folder(const char *name)
{
	static char path[200];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(in_folder(name), "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static int make_program(void **state)
{
	char path[300];

	(void)state;
	if (!mkdtemp(folder))
		return -1;
	write_file("hunspell", "#!/bin/sh\ncat >\"$0.asked\"\ncat \"$0.answer\"\n");
	snprintf(path, sizeof(path), "%s:/usr/bin:/bin", folder);
	setenv("PATH", path, 1);
	return chmod(in_folder("hunspell"), 0700);
}

static int remove_program(void **state)
{
	static const char *const names[] = {"hunspell", "hunspell.asked", "hunspell.answer"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		unlink(in_folder(names[i]));
	return rmdir(folder);
}

#define DATASET                                                                               \
	"meshreport: 1\ntitle: T\nlanguage: %s\nproducts: [{id: a, name: Amalgamated}]\n"     \
	"categories: [{id: c, features: [{id: f, name: '%s', values: {a: {text: Amalgamated " \
	"Aggregates, status: yes}}}]}]\n"

/* What is noted of a dataset whose feature is called `name`. */
static void note(const char *language, const char *name, struct doubts *out)
{
	static char text[20000];
	struct loaded loaded;

	snprintf(text, sizeof(text), DATASET, language, name);
	loaded_init(&loaded, text, NULL);
	*out = (struct doubts){.max = 0};
	spelling_note(&loaded.set, out);
	assert_false(out->out_of_memory);
	loaded_release(&loaded);
}

/* How many lines it was asked; -1 where it was not started. */
static int n_asked(void)
{
	FILE *file = fopen(in_folder("hunspell.asked"), "r");
	int n = 0;

	if (!file)
		return -1;
	for (int c; (c = getc(file)) != EOF;)
		n += c == '\n';
	fclose(file);
	unlink(in_folder("hunspell.asked"));
	return n;
}

#define LONG_WORD "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"

static void an_answer_that_has_a_near_word_is_a_note(void **state)
{
	static const char *const answers[] = {
		"& connction 3 1: Connection, other\n", "& connction 3 1: Connection",
		"* \n\n+ root\n& connction 3 1: far away,Connection\n",
		"& nobodys 1 1: nobody\n& connction 1 1: con-nection, Connection\n"};
	struct doubts doubts;

	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		write_file("hunspell.answer", answers[i]);
		note("en", "A Connction, which gRPCfully-speaking " LONG_WORD, &doubts);
		assert_int_equal(doubts.at.n, 1);
		assert_string_equal(
			VEC_AT(struct doubt, doubts.at, 0)->words,
			"'Connction' is in no dictionary, and stands once: 'Connection' is a letter away");
		assert_true(VEC_AT(struct doubt, doubts.at, 0)->is_note);
		doubts_release(&doubts);
		/* the word, and one of the cell; no product's, no code and none that is too long */
		assert_int_equal(n_asked(), 2);
	}
}

static void any_other_answer_is_none(void **state)
{
	static const char *const answers[] = {
		"",
		"\n",
		"&",
		"& ",
		"& connction",
		"& connction 3 1 Connection\n",
		"& connction:Connection\n",
		"& " LONG_WORD " 1 1: Connection\n",
		"& connctoin 1 1: Connection\n",
		"& connction 0 1:\n",
		"& connction 4 1: Conn ection, con-nection, connect'ion, Direction\n",
		"# connction 1\n"};
	struct doubts doubts;

	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(*answers); i++) {
		write_file("hunspell.answer", answers[i]);
		note("en-GB", "A Connction", &doubts);
		assert_int_equal(doubts.at.n, 0);
		doubts_release(&doubts);
		assert_int_equal(n_asked(), 2);
	}
}

static void a_language_without_a_dictionary_is_not_asked_about(void **state)
{
	struct doubts doubts;

	(void)state;
	write_file("hunspell.answer", "& connction 3 1: Connection\n");
	note("ja", "A Connction", &doubts);
	assert_int_equal(doubts.at.n, 0);
	doubts_release(&doubts);
	assert_int_equal(n_asked(), -1);
}

static void no_more_words_are_asked_about_than_fit_into_a_pipe(void **state)
{
	static char name[8000];
	struct doubts doubts;
	size_t n = 0;

	(void)state;
	write_file("hunspell.answer", "");
	for (int i = 0; i < 500; i++)
		n += (size_t)snprintf(name + n, sizeof(name) - n, "abcdefg%c%c%c ", 'a' + i % 26,
				      'a' + i / 26, 'x');
	note("en", name, &doubts);
	doubts_release(&doubts);
	assert_int_equal(n_asked(), 400);
}

static void a_letter_that_lacks_or_two_changed_round_within_a_word_are_near(void **state)
{
	static const char *const near[][2] = {{"Connction", "Connection"},
					      {"connction", "Connection"},
					      {"recieve", "receive"},
					      {"conection", "connection"}};
	static const char *const far[][2] = {{"connection", "connection"},
					     {"natively", "naively"},
					     {"licences", "licenses"},
					     {"navigation", "navigations"},
					     {"ackend", "backend"},
					     {"Preact", "Preach"},
					     {"connectino", "connection"},
					     {"recieved", "receives"},
					     {"", "a"},
					     {"a", ""},
					     {"nushell", "seashell"}};
	(void)state;

	for (size_t i = 0; i < sizeof(near) / sizeof(*near); i++)
		assert_true(spelling_is_near(near[i][0], near[i][1]));
	for (size_t i = 0; i < sizeof(far) / sizeof(*far); i++)
		assert_false(spelling_is_near(far[i][0], far[i][1]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_that_lacks_or_two_changed_round_within_a_word_are_near),
		cmocka_unit_test(an_answer_that_has_a_near_word_is_a_note),
		cmocka_unit_test(any_other_answer_is_none),
		cmocka_unit_test(a_language_without_a_dictionary_is_not_asked_about),
		cmocka_unit_test(no_more_words_are_asked_about_than_fit_into_a_pipe),
	};

	return cmocka_run_group_tests(tests, make_program, remove_program);
}
