/* SPDX-License-Identifier: MIT */
#include "args/args.h"

#include <getopt.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "args/verbs.h"
#include "base/mem.h"
#include "base/shell.h"

/* Which allocation fails, counted down; 0: none. */
static int refused_in;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refused_in > 0 && --refused_in == 0;
}

/* A command line that is parsed anew; getopt keeps its place in a global of its own. */
struct line {
	char words[12][40];
	char *argv[13];
	int argc;
	struct args args;
	struct arena arena;
	struct diag diag;
};

static int parse(struct line *line, const char *const *words, int n)
{
	*line = (struct line){.argc = n + 1, .arena = ARENA_INIT};
	memcpy(line->words[0], "meshreport", 11);
	line->argv[0] = line->words[0];
	for (int i = 0; i < n; i++) {
		memcpy(line->words[i + 1], words[i], strlen(words[i]) + 1);
		line->argv[i + 1] = line->words[i + 1];
	}
	diag_init(&line->diag, 0);
	optind = 0;
	return args_parse(&line->args, line->argc, line->argv, &line->arena, &line->diag);
}

static void release(struct line *line)
{
	diag_release(&line->diag);
	arena_release(&line->arena);
}

static void options_may_stand_before_and_behind_the_dataset(void **state)
{
	static const char *const words[] = {"-f", "a,b", "mesh.yaml", "--format=c", "-q"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 5), 0);

	assert_string_equal(line.args.dataset, "mesh.yaml");
	assert_int_equal(line.args.formats.n, 2);
	assert_string_equal(line.args.formats.at[0], "a,b");
	assert_string_equal(line.args.formats.at[1], "c");
	assert_true(line.args.quiet);
	release(&line);
}

static void a_dataset_may_be_called_like_a_command(void **state)
{
	static const char *const words[] = {"check", "check"};
	static const char *const other[] = {"./check"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 2), 0);
	assert_int_equal(line.args.verb, ARGS_CHECK);
	assert_int_equal(line.args.datasets.n, 1);
	assert_string_equal(line.args.datasets.at[0], "check");
	release(&line);
	assert_int_equal(parse(&line, other, 1), 0);
	assert_int_equal(line.args.verb, ARGS_RENDER);
	release(&line);
}

/* What a stamp says is read back by args_parse(). */
static void a_file_called_like_any_command_is_written_so_that_it_is_none(void **state)
{
	const char *about, *word;
	(void)state;

	for (size_t i = 0; (word = verbs_command(i, &about)); i++) {
		const char *words[] = {NULL};
		struct buf written = BUF_INIT;
		struct line line;

		shell_put_file(&written, word);
		words[0] = buf_text(&written);
		assert_int_equal(parse(&line, words, 1), 0);

		assert_int_equal(line.args.verb, ARGS_RENDER);
		assert_string_equal(line.args.dataset, words[0]);
		assert_string_equal(words[0] + 2, word);
		release(&line);
		buf_release(&written);
	}
}

static void check_takes_several_files(void **state)
{
	static const char *const words[] = {"check", "a.yaml", "-q", "b.md", "-"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 5), 0);

	assert_int_equal(line.args.datasets.n, 3);
	assert_string_equal(line.args.datasets.at[0], "a.yaml");
	assert_string_equal(line.args.datasets.at[2], "-");
	assert_true(line.args.quiet);
	release(&line);
}

static void help_takes_its_format_either_way(void **state)
{
	static const char *const ways[][2] = {
		{"--help", "pdf"}, {"--help=pdf", ""}, {"-hpdf", ""}, {"help", "pdf"}};
	struct line line;
	(void)state;

	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(parse(&line, ways[i], *ways[i][1] ? 2 : 1), 0);
		assert_int_equal(line.args.verb, ARGS_HELP);
		assert_string_equal(line.args.about, "pdf");
		release(&line);
	}
}

static void a_wrong_limit_is_told_which_there_are(void **state)
{
	static const char *const wrong[] = {"nope=1", "nope", "depth", ""};
	(void)state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		const char *const pair[] = {"--limit", wrong[i]};
		struct line line;

		assert_int_equal(parse(&line, pair, 2), -1);
		assert_string_equal(
			line.diag.messages[0].hint,
			"its keys are input, depth, nodes, expansion, scalar, products, "
			"statuses, cells, blank, logo, logos, memory, artifact");
		release(&line);
	}
}

static void check_has_the_common_help(void **state)
{
	static const char *const words[] = {"check", "--help"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 2), 0);

	assert_int_equal(line.args.verb, ARGS_HELP);
	assert_null(line.args.about);
	release(&line);
}

static void a_limit_may_end_in_a_unit(void **state)
{
	static const char *const words[] = {"--limit", "depth=2k"};
	static const char *const wrong[] = {"depth=2K",  "depth=", "depth=k",
					    "depth=2kk", "=2",     "depth=17179869184G"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 2), 0);
	assert_true(line.args.limits.depth == 2048);
	release(&line);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		const char *const pair[] = {"--limit", wrong[i]};

		assert_int_equal(parse(&line, pair, 2), -1);
		release(&line);
	}
}

static void an_option_that_a_verb_does_not_look_at_is_a_mistake(void **state)
{
	static const char *const check[] = {"check", "-f", "pdf", "--sort=name", "-fhtml"};
	static const char *const list[] = {"--list-formats", "-q", "--plugin-dir=x", "--force"};
	static const char *const table[] = {"--list-tables", "--map", "x=yes", "--repair", "x.md"};
	static const char *const help[] = {"check", "--help", "--force", "-o", "x"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, check, 5), -1);
	assert_int_equal(line.diag.n_errors, 2);
	assert_string_equal(line.diag.messages[0].text,
			    "--format changes nothing for check; leave it out");
	assert_string_equal(line.diag.messages[1].text,
			    "--sort changes nothing for check; leave it out");
	release(&line);
	assert_int_equal(parse(&line, list, 4), -1);
	assert_int_equal(line.diag.n_errors, 1);
	assert_string_equal(line.diag.messages[0].text,
			    "--force changes nothing for --list-formats; leave it out");
	release(&line);
	assert_int_equal(parse(&line, table, 5), -1);
	assert_int_equal(line.diag.n_errors, 1);
	assert_string_equal(line.diag.messages[0].text,
			    "--repair changes nothing for --list-tables; leave it out");
	release(&line);
	assert_int_equal(parse(&line, help, 5), 0);
	release(&line);
}

static void a_list_of_formats_reads_no_file(void **state)
{
	static const char *const words[] = {"--list-formats", "mesh.yaml"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 2), -1);

	assert_string_equal(line.diag.messages[0].text,
			    "--list-formats reads no file; leave out 'mesh.yaml'");
	release(&line);
}

static void every_wrong_option_is_reported(void **state)
{
	static const char *const words[] = {"--fromat=x", "--sort", "nmae", "-Z", "--timeout=x"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 5), -1);

	assert_int_equal(line.diag.n_errors, 4);
	assert_string_equal(line.diag.messages[0].suggestion, "--format");
	assert_string_equal(line.diag.messages[1].suggestion, "name");
	release(&line);
}

static void an_unknown_letter_is_named_and_not_the_word_before(void **state)
{
	static const char *const words[] = {"--force", "-Zq"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 2), -1);

	assert_string_equal(line.diag.messages[0].text, "unknown option '-Z'");
	release(&line);
}

static void a_name_cut_too_short_is_answered_with_all_it_may_be(void **state)
{
	static const char *const words[] = {"--f=x"};
	struct line line;
	(void)state;

	assert_int_equal(parse(&line, words, 1), -1);

	assert_string_equal(line.diag.messages[0].text,
			    "option '--f' may be any of --format, --features, --from, --force");
	release(&line);
}

static void a_refused_allocation_is_an_error_and_no_crash(void **state)
{
	static const char *const words[] = {"-f", "a", "-O", "x=1", "--limit", "depth=3", "--bad"};
	(void)state;

	for (int nth = 1; nth < 12; nth++) {
		struct line line;
		int status;

		refused_in = nth;
		status = parse(&line, words, 7);
		refused_in = 0;
		assert_int_equal(status, -1);
		assert_true(diag_has_errors(&line.diag));
		release(&line);
	}
}

static void the_help_has_no_line_beyond_a_terminal(void **state)
{
	struct buf text = BUF_INIT;
	(void)state;

	args_help(&text);

	for (const char *at = buf_text(&text); *at;) {
		size_t n = strcspn(at, "\n");

		assert_true(n <= 80);
		at += n + (at[n] == '\n');
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_may_stand_before_and_behind_the_dataset),
		cmocka_unit_test(a_dataset_may_be_called_like_a_command),
		cmocka_unit_test(a_file_called_like_any_command_is_written_so_that_it_is_none),
		cmocka_unit_test(check_takes_several_files),
		cmocka_unit_test(help_takes_its_format_either_way),
		cmocka_unit_test(a_wrong_limit_is_told_which_there_are),
		cmocka_unit_test(check_has_the_common_help),
		cmocka_unit_test(a_limit_may_end_in_a_unit),
		cmocka_unit_test(an_option_that_a_verb_does_not_look_at_is_a_mistake),
		cmocka_unit_test(a_list_of_formats_reads_no_file),
		cmocka_unit_test(every_wrong_option_is_reported),
		cmocka_unit_test(an_unknown_letter_is_named_and_not_the_word_before),
		cmocka_unit_test(a_name_cut_too_short_is_answered_with_all_it_may_be),
		cmocka_unit_test(a_refused_allocation_is_an_error_and_no_crash),
		cmocka_unit_test(the_help_has_no_line_beyond_a_terminal),
	};

	return cmocka_run_group_tests_name("cli", tests, NULL, NULL);
}
