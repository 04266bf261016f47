/* SPDX-License-Identifier: MIT */
/*
 * The template engine.  Called with --driver it renders what tests/template/run sends it on
 * standard input: the cases of the Mustache specification.
 */
#include "common/template/template.h"
#include "html/html_escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* ---- a job that keeps its last message and serves partials from a map */

struct fake {
	struct mr_job job;
	unsigned n_errors, n_warnings;
	char message[600];
	struct mr_where where;
	char where_name[64]; /* copied: a partial's name lives only during the call */
	const char *names[16];
	struct mr_bytes texts[16];
	size_t n_partials;
};

static void keep_message(struct mr_job *job, enum mr_severity severity,
			 const struct mr_where *where, const char *format, ...) MR_PRINTF(4, 5);
static void keep_message(struct mr_job *job, enum mr_severity severity,
			 const struct mr_where *where, const char *format, ...)
{
	struct fake *fake = (struct fake *)job;
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(fake->message, sizeof fake->message, format, arguments);
	va_end(arguments);
	fake->where = *where;
	snprintf(fake->where_name, sizeof fake->where_name, "%s", where->name);
	if (severity == MR_ERROR)
		fake->n_errors++;
	else
		fake->n_warnings++;
}

static int serve(struct mr_job *job, const char *name, struct mr_bytes *bytes)
{
	struct fake *fake = (struct fake *)job;

	for (size_t i = 0; i < fake->n_partials; i++) {
		if (strcmp(fake->names[i], name) == 0) {
			*bytes = fake->texts[i];
			return 0;
		}
	}
	return -1;
}

static struct fake new_fake(void)
{
	return (struct fake){.job = {.diag = keep_message, .resource = serve}};
}

static void add_partial(struct fake *fake, const char *name, const char *text)
{
	fake->names[fake->n_partials] = name;
	fake->texts[fake->n_partials++] = (struct mr_bytes){text, strlen(text)};
}

static void write_table(const void *context, struct out *out)
{
	out_string(out, "<table>");
	out_string(out, context);
	out_string(out, "</table>");
}

/* Renders with a fixed tree: title, empty, shown, items [{name: a}, {name: b}], maker {name}, table. */
static int render(struct fake *fake, const char *text, char *result, size_t size)
{
	struct template_data data = {0};
	struct template_value *root = template_map(&data), *items = template_list(&data);
	struct template_value *maker = template_map(&data);
	struct template_call call = {.job = &fake->job,
				     .name = "page.html",
				     .text = {text, strlen(text)},
				     .data = &data,
				     .root = root,
				     .escape = html_text};
	struct out out;
	int status;

	template_set_text(&data, root, "title", "Q & A");
	template_set_text(&data, root, "empty", "");
	template_set(&data, root, "shown", template_flag(&data, true));
	template_set(&data, root, "n_rows", template_number(&data, 30));
	for (const char *const *name = (const char *const[]){"a", "b", NULL}; *name; name++) {
		struct template_value *item = template_map(&data);

		template_set_text(&data, item, "name", *name);
		template_push(&data, items, item);
	}
	template_set(&data, root, "items", items);
	template_set_text(&data, maker, "name", "INNOQ");
	template_set(&data, root, "maker", maker);
	template_set(&data, root, "table", template_block(&data, write_table, "cells"));
	out_to_memory(&out, 0);
	status = template_render(&call, &out);
	snprintf(result, size, "%s", out_at(&out));
	out_release(&out);
	template_data_release(&data);
	return status;
}

static void check_renders(const char *text, const char *expected)
{
	struct fake fake = new_fake();
	char result[2000];

	assert_int_equal(render(&fake, text, result, sizeof result), 0);
	assert_string_equal(result, expected);
	assert_int_equal(fake.n_errors + fake.n_warnings, 0);
}

static void check_fails(const char *text, unsigned line, unsigned column, const char *message)
{
	struct fake fake = new_fake();
	char result[2000];

	assert_int_equal(render(&fake, text, result, sizeof result), -1);
	assert_int_equal(fake.n_errors, 1);
	assert_string_equal(fake.message, message);
	assert_int_equal(fake.where.kind, MR_AT_RESOURCE);
	assert_string_equal(fake.where_name, "page.html");
	assert_int_equal(fake.where.index, line);
	assert_int_equal(fake.where.second, column);
}

/* ---- tests */

static void names_sections_and_blocks_are_written(void **state)
{
	(void)state;

	check_renders("<h1>{{title}}</h1>", "<h1>Q &amp; A</h1>");
	check_renders("{{#items}}[{{name}} of {{title}}]{{/items}}",
		      "[a of Q &amp; A][b of Q &amp; A]");
	check_renders("{{maker.name}} {{#maker}}{{name}}{{/maker}} {{n_rows}}", "INNOQ INNOQ 30");
	check_renders("{{{table}}}{{&table}}", "<table>cells</table><table>cells</table>");
	check_renders("a\n  {{#shown}}\n  b\n  {{/shown}}\nc\n", "a\n  b\nc\n");
}

static void an_empty_text_is_false_and_a_block_is_true(void **state)
{
	(void)state;

	check_renders("{{#empty}}x{{/empty}}{{^empty}}none{{/empty}}", "none");
	check_renders("{{#title}}has one{{/title}}{{^title}}x{{/title}}", "has one");
	check_renders("{{#table}}yes{{/table}}", "yes");
}

static void tex_templates_change_the_delimiters(void **state)
{
	(void)state;

	check_renders("{{=<% %>=}}\n\\title{{<% title %>}}\n<%& table %>",
		      "\\title{{Q &amp; A}}\n<table>cells</table>");
}

static void a_tag_that_stands_alone_takes_its_line_with_it(void **state)
{
	(void)state;

	check_renders("a\n{{#shown}}\nb\n{{/shown}}\nc\n", "a\nb\nc\n");
	check_renders("a\r\n{{#shown}}\r\nb\r\n{{/shown}}\r\nc\r\n", "a\r\nb\r\nc\r\n");
	check_renders("  {{#shown}}  \n  b\n\t{{/shown}}\t\nc", "  b\nc");
	check_renders("a\n{{! a remark }}\nb", "a\nb");
	check_renders("a\r\n  {{! a remark\r\n  of two lines }}\r\nb", "a\r\nb");
	check_renders("{{^empty}}\nb\n{{/empty}}", "b\n");
	check_renders("{{=<% %>=}}\r\n<% title %>", "Q &amp; A");
	check_renders("{{#shown}}\n{{/shown}}", "");
	/* not alone: a word, a name, another tag beside it */
	check_renders("a {{#shown}}\nb{{/shown}} c\n", "a \nb c\n");
	check_renders("  {{n_rows}}\n", "  30\n");
	check_renders("{{#shown}} {{/shown}}\nx", " \nx");
	check_renders("x{{! r }}\ny", "x\ny");
	/* a carriage return alone ends no line */
	check_renders("{{#shown}}\rb{{/shown}}", "\rb");
}

static void a_partial_is_indented_as_its_tag_is(void **state)
{
	struct fake fake = new_fake();
	char result[2000];

	(void)state;
	add_partial(&fake, "part", "x\n{{title}}\ny\n");
	assert_int_equal(render(&fake, "<\n  {{> part}}\n>", result, sizeof result), 0);
	assert_string_equal(result, "<\n  x\n  Q &amp; A\n  y\n>");
	assert_int_equal(render(&fake, "<\r\n\t{{> part}}\r\n>", result, sizeof result), 0);
	assert_string_equal(result, "<\r\n\tx\n\tQ &amp; A\n\ty\n>");
	assert_int_equal(render(&fake, "< {{> part}} >", result, sizeof result), 0);
	assert_string_equal(result, "< x\nQ &amp; A\ny\n >");
}

static void what_is_false_is_empty_off_or_a_list_of_nothing(void **state)
{
	(void)state;

	check_renders("{{#empty}}x{{/empty}}{{^empty}}none{{/empty}}", "none");
	check_renders("{{#shown}}x{{/shown}}{{^shown}}none{{/shown}}", "x");
	check_renders("{{#items}}{{^name}}none{{/name}}{{/items}}{{^items}}none{{/items}}", "");
	check_renders("{{#n_rows}}x{{/n_rows}}", "x");
	check_renders("{{#maker}}{{title}} by {{name}}{{/maker}}", "Q &amp; A by INNOQ");
	check_renders("{{#items}}{{#maker}}{{name}}{{/maker}}{{/items}}", "INNOQINNOQ");
	check_renders("{{{ table }}} {{& table }}", "<table>cells</table> <table>cells</table>");
}

static void a_misspelt_name_is_an_error_with_the_nearest_one(void **state)
{
	(void)state;

	check_fails("<p>\næ {{titel}}", 2, 3, "unknown name 'titel'; did you mean 'title'?");
	check_fails("{{#itmes}}{{/itmes}}", 1, 1, "unknown name 'itmes'; did you mean 'items'?");
	check_fails("{{^empti}}{{/empti}}", 1, 1, "unknown name 'empti'; did you mean 'empty'?");
	check_fails("{{maker.nmae}}", 1, 1, "unknown name 'maker.nmae'; did you mean 'name'?");
	check_fails("{{wholly_unlike}}", 1, 1, "unknown name 'wholly_unlike'");
	check_fails("{{#items}}{{nam}}{{/items}}", 1, 11,
		    "unknown name 'nam'; did you mean 'name'?");
}

static void mistakes_of_form_have_their_place(void **state)
{
	(void)state;

	check_fails("a\n\n  {{#items}}\n x", 3, 3, "the section 'items' is never closed");
	check_fails("{{/items}}", 1, 1, "'items' is closed but was never opened");
	check_fails("{{#items}}{{/shown}}", 1, 11, "'shown' is closed where 'items' is open");
	check_fails("x {{title", 1, 3, "this tag is never closed; expected '}}'");
	check_fails("x {{{title}}", 1, 3, "this tag is never closed; expected '}}}'");
	check_fails("{{}}", 1, 1, "a tag without a name: ''");
	check_fails("{{a b}}", 1, 1, "a name cannot hold a blank: 'a b'");
	check_fails("{{a..b}}", 1, 1, "a dotted name with nothing between two dots: 'a..b'");
	check_fails("{{=<%=}}", 1, 1, "delimiters are set like this: {{=<% %>=}}");
	check_fails("{{> nowhere}}", 1, 1, "no partial named 'nowhere'");
}

static void markup_and_words_are_not_mistaken_for_each_other(void **state)
{
	struct fake fake = new_fake();
	char result[100];
	(void)state;

	check_fails("{{table}}", 1, 1,
		    "'table' is finished markup: it needs an unescaped tag, {{{table}}}");
	check_fails("{{items}}", 1, 1,
		    "'items' is not a text: it can only open a section, {{#items}}");
	assert_int_equal(render(&fake, "{{{title}}}", result, sizeof result), 0);
	assert_string_equal(result, "Q & A");
	assert_int_equal(fake.n_warnings, 1);
	assert_string_equal(fake.message,
			    "'title' is written unescaped, so data can become markup");
}

static void a_partial_reports_its_own_line_and_column(void **state)
{
	struct fake fake = new_fake();
	char result[100];
	(void)state;
	add_partial(&fake, "head.html", "one\ntwo {{titel}}");

	assert_int_equal(render(&fake, "x\n    {{> head.html}}\n", result, sizeof result), -1);
	assert_string_equal(fake.where_name, "head.html");
	assert_int_equal(fake.where.index, 2);
	assert_int_equal(fake.where.second, 5);
}

static void endless_recursion_ends_in_an_error(void **state)
{
	struct fake fake = new_fake();
	char result[100];
	(void)state;
	add_partial(&fake, "loop", "{{> loop}}");

	assert_int_equal(render(&fake, "{{> loop}}", result, sizeof result), -1);
	assert_string_equal(fake.message, "partials nest deeper than 64");
}

static void deep_and_exploding_templates_end_in_an_error(void **state)
{
	struct fake fake = new_fake();
	char result[100], deep[65 * 10 + 1] = "", *wide;
	(void)state;

	for (int i = 0; i < 65; i++)
		memcpy(deep + i * 10, "{{#items}}", 11);
	check_fails(deep, 1, 641, "sections nest deeper than 64");
	/* 2^30 passes through 30 nested lists of two */
	wide = calloc(1, 30 * 20 + 1);
	assert_non_null(wide);
	for (int i = 0; i < 30; i++) {
		memcpy(wide + i * 10, "{{#items}}", 10);
		memcpy(wide + (30 + i) * 10, "{{/items}}", 10);
	}
	assert_int_equal(render(&fake, wide, result, sizeof result), -1);
	assert_string_equal(fake.message, "the template executes more than 4000000 tags");
	free(wide);
}

/* ---- the driver */

static char *read_all(FILE *file, size_t *n)
{
	struct out out;
	char piece[4096];
	size_t n_read;

	out_to_memory(&out, 0);
	while ((n_read = fread(piece, 1, sizeof piece, file)) > 0)
		out_bytes(&out, piece, n_read);
	return out_take(&out, n);
}

/* "12:" and leaves the cursor behind the colon. */
static size_t read_length(char **at)
{
	size_t n = strtoul(*at, at, 10);

	(*at)++;
	return n;
}

/* Texts end in a newline in the protocol, which becomes their NUL. */
static char *read_text(char **at)
{
	size_t n;
	char *text;

	(*at)++; /* T */
	n = read_length(at);
	text = *at;
	text[n] = '\0';
	*at += n + 1;
	return text;
}

static struct template_value *read_value(struct template_data *data, char **at)
{
	char kind = **at;
	struct template_value *value;
	size_t n;

	if (kind == 'T')
		return template_text(data, read_text(at));
	(*at)++;
	if (kind == 'Y' || kind == 'N') {
		(*at)++; /* newline */
		return template_flag(data, kind == 'Y');
	}
	n = read_length(at);
	value = kind == 'M' ? template_map(data) : template_list(data);
	for (size_t i = 0; i < n; i++) {
		const char *name = kind == 'M' ? read_text(at) : NULL;

		if (name)
			template_set(data, value, name, read_value(data, at));
		else
			template_push(data, value, read_value(data, at));
	}
	return value;
}

static void drive_one(char **at)
{
	struct fake fake = new_fake();
	struct template_data data = {0};
	struct template_call call = {.job = &fake.job,
				     .name = "case",
				     .data = &data,
				     .escape = html_text,
				     .is_lenient = true};
	struct out out;
	size_t n_partials;

	(*at)++; /* M */
	n_partials = read_length(at);
	for (size_t i = 0; i < n_partials; i++) {
		const char *name = read_text(at);

		add_partial(&fake, name, read_text(at));
	}
	call.text.at = read_text(at);
	call.text.n = strlen(call.text.at);
	call.root = read_value(&data, at);
	out_to_memory(&out, 0);
	template_render(&call, &out);
	out_at(&out);
	printf("%zu:", out.n);
	fwrite(out_at(&out), 1, out.n, stdout);
	out_release(&out);
	template_data_release(&data);
}

static int drive(void)
{
	size_t n;
	char *input = read_all(stdin, &n), *at = input;

	if (!input)
		return 1;
	while (at < input + n)
		drive_one(&at);
	free(input);
	return 0;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_sections_and_blocks_are_written),
		cmocka_unit_test(an_empty_text_is_false_and_a_block_is_true),
		cmocka_unit_test(tex_templates_change_the_delimiters),
		cmocka_unit_test(a_tag_that_stands_alone_takes_its_line_with_it),
		cmocka_unit_test(a_partial_is_indented_as_its_tag_is),
		cmocka_unit_test(what_is_false_is_empty_off_or_a_list_of_nothing),
		cmocka_unit_test(a_misspelt_name_is_an_error_with_the_nearest_one),
		cmocka_unit_test(mistakes_of_form_have_their_place),
		cmocka_unit_test(markup_and_words_are_not_mistaken_for_each_other),
		cmocka_unit_test(a_partial_reports_its_own_line_and_column),
		cmocka_unit_test(endless_recursion_ends_in_an_error),
		cmocka_unit_test(deep_and_exploding_templates_end_in_an_error),
	};

	if (argc > 1 && strcmp(argv[1], "--driver") == 0)
		return drive();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
