/* SPDX-License-Identifier: MIT */
/* What the command line refuses, with the very words it says, and what becomes of wishes about a table. */
#include "args/args.h"

#include <getopt.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

enum { MOST_WORDS = 20 };

/* A command line, in one text with a bar between words. */
struct line {
	char text[400];
	char *argv[MOST_WORDS + 1];
	int argc, status;
	struct args args;
	struct arena arena;
	struct diag diag;
	struct buf said;
};

static void parse(struct line *line, const char *text)
{
	*line = (struct line){.arena = ARENA_INIT, .said = BUF_INIT};
	diag_write(line->text, sizeof(line->text), "meshreport|%s", text);
	for (char *at = line->text; at; at = strchr(at, '|'), at = at ? at + 1 : NULL)
		line->argv[line->argc++] = at;
	for (int i = 1; i < line->argc; i++)
		line->argv[i][-1] = '\0';
	diag_init(&line->diag, 0);
	optind = 0;
	line->status = args_parse(&line->args, line->argc, line->argv, &line->arena, &line->diag);
	diag_print(&line->diag, &line->said, false, false);
}

static void release(struct line *line)
{
	buf_release(&line->said);
	diag_release(&line->diag);
	arena_release(&line->arena);
}

static void what_is_wrong_is_said_with_what_was_meant(void **state)
{
#define LONG \
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	static const struct {
		const char *line, *says;
	} cases[] = {
		{"--=x", "unknown option '--'"},
		{"--" LONG "=x",
		 "unknown option '--aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'"},
		{"--sandbox|of", "--sandbox takes auto, require or off; did you mean 'off'?"},
		{"--timeout|2000000", "--timeout takes a number of seconds"},
		{"--timeout|-1", "--timeout takes a number of seconds"},
		{"--report|jsn", "--report takes text or json; did you mean 'json'?"},
		{"--products-in|row", "--products-in takes columns or rows; did you mean 'rows'?"},
		{"--ignore|links,note",
		 "--ignore takes links, notes, words or evidence, joined by commas; did you mean 'notes'?"},
		{"--ignore|" LONG,
		 "--ignore takes links, notes, words or evidence, joined by commas"},
		{"--print-template|page|mesh.yaml",
		 "--print-template reads no file; leave out 'mesh.yaml'"},
		{"--print-style|mesh.yaml", "--print-style reads no file; leave out 'mesh.yaml'"},
		{"plugin",
		 "plugin needs to know what to do; there are 'plugin new NAME' and 'plugin test FILE'"},
		{"plugin|new", "plugin new needs a name"},
		{"plugin|test", "plugin test needs a file"},
		{"plugin|tset", "plugin does not know 'tset'; did you mean 'test'?"},
		{"plugin|list|x",
		 "plugin does not know 'list'; there are 'plugin new NAME' and 'plugin test FILE'"},
		{"plugin|new|a|b", "one plugin at a time: 'b' is one too many"},
		{"diff", "diff compares two files: meshreport diff OLD NEW"},
		{"diff|a.yaml", "diff compares two files: meshreport diff OLD NEW"},
		{"diff|a.yaml|b.yaml|c.yaml", "diff compares two files: 'c.yaml' is one too many"},
		{"diff|-|-", "only one of the two editions can be standard input"},
		{"verify", "verify needs the file to look at: meshreport verify FILE [DATASET]"},
	};
	size_t n_wrong = 0;
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct line line;
		struct buf expected = BUF_INIT;

		parse(&line, cases[i].line);
		assert_int_equal(line.status, -1);
		buf_printf(&expected, "meshreport: error: %s\n", cases[i].says);
		if (strcmp(buf_text(&line.said), buf_text(&expected)) != 0) {
			print_error("'%s' reads %s and not %s\n", cases[i].line,
				    buf_text(&line.said), cases[i].says);
			n_wrong++;
		}
		buf_release(&expected);
		release(&line);
	}
	assert_int_equal(n_wrong, 0);
}

static void tables_are_told_by_numbers_with_commas_or_by_a_heading(void **state)
{
	static const struct {
		const char *line, *tables;
	} cases[] = {
		{"--table|1,3|--table|Feature matrix, short|a.md", "1;3;Feature matrix, short;"},
		{"--table|2,,4-6,|a.md", "2;4-6;"},
		{"--table||a.md", ";"},
		{"a.md", ""},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct line line;
		struct interpret_options options;
		struct buf tables = BUF_INIT;

		parse(&line, cases[i].line);
		assert_int_equal(line.status, 0);
		options = wishes_interpret(&line.args.wishes, "a.md", &line.arena);
		for (size_t k = 0; k < options.n_tables; k++)
			buf_printf(&tables, "%s;", options.tables[k]);
		assert_string_equal(buf_text(&tables), cases[i].tables);
		buf_release(&tables);
		release(&line);
	}
}

/* What a report suggests to type is read back as the same wishes. */
static void wishes_are_written_as_they_are_typed(void **state)
{
	static const struct {
		const char *line, *command;
	} cases[] = {
		{"--products-in|rows|a.md", " --products-in rows"},
		{"--products-in|columns|--transpose|a.md", " --products-in columns --transpose"},
		{"--from|csv|--encoding|latin1|--table|2|--drop|x y|--map|a=b=no|--repair|-R|k=v|a.md",
		 " --from csv --encoding latin1 --table 2 --drop 'x y' --map a=b=no --repair -R k=v"},
		{"--description|Notes|a.md", " --description Notes"},
		{"a.md", ""},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct line line;
		struct buf command = BUF_INIT;

		parse(&line, cases[i].line);
		assert_int_equal(line.status, 0);
		wishes_put_command(&command, &line.args.wishes);
		assert_string_equal(buf_text(&command), cases[i].command);
		buf_release(&command);
		release(&line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_said_with_what_was_meant),
		cmocka_unit_test(tables_are_told_by_numbers_with_commas_or_by_a_heading),
		cmocka_unit_test(wishes_are_written_as_they_are_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
