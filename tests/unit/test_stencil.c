/* SPDX-License-Identifier: MIT */
/* The template of a new dataset, filled in. */
#include "cli/stencil.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const struct stencil_product products[] = {{"a", "A b"}, {"b", "yes"}};
static const struct stencil two = {"T: t", "f.yaml", "/s, x", products, 2};
static const struct stencil one = {"T", "f.yaml", "s", products, 1};

static void expect(const struct stencil *stencil, const char *text, const char *filled)
{
	struct buf out = BUF_INIT;
	struct stencil_problem problem;

	if (stencil_put(&out, text, strlen(text), stencil, &problem) != 0)
		fail_msg("%u: %s in %s", problem.line, problem.text, text);
	assert_string_equal(buf_text(&out), filled);
	buf_release(&out);
}

static void expect_refused(const char *text, unsigned line, const char *words, const char *name)
{
	struct buf out = BUF_INIT;
	struct stencil_problem problem;

	assert_int_equal(stencil_put(&out, text, strlen(text), &two, &problem), -1);
	assert_int_equal(problem.line, line);
	assert_string_equal(problem.text, words);
	assert_int_equal(problem.n_name, strlen(name));
	assert_memory_equal(problem.name, name, strlen(name));
	buf_release(&out);
}

static void values_are_quoted_as_yaml_needs_it_or_as_they_are(void **state)
{
	(void)state;
	expect(&two, "a: {{title}} # {{{title}}}", "a: \"T: t\" # T: t");
	expect(&two, "{{ file }}{{{ schema }}}", "f.yaml/s, x");
	expect(&two, "", "");
	expect(&two, "no tag } {", "no tag } {");
	expect(&two, "{{\ttitle\t}}", "\"T: t\"");
}

static void a_section_stands_once_for_each_product(void **state)
{
	(void)state;
	expect(&two, "x\n{{#products}}\n- {{id}}: {{name}}\n{{/products}}\ny\n",
	       "x\n- a: A b\n- b: \"yes\"\ny\n");
	expect(&two,
	       "{{#products}}{{id}}{{^is_first}}!{{/is_first}}{{#is_first}}, {{/is_first}}{{/products}}",
	       "a, b!");
	expect(&two, "{{#products}}{{#first}}{{id}}{{/first}}{{/products}}", "aa");
}

static void sections_of_products_that_are_not_there_are_left_out(void **state)
{
	(void)state;
	expect(&two,
	       "{{#first}}{{id}}{{/first}}{{#second}}{{id}}{{/second}}{{#third}}{{id}}{{/third}}",
	       "ab");
	expect(&one, "{{#second}}x{{/second}}{{^second}}none{{/second}}", "none");
}

static void a_tag_alone_in_its_line_takes_the_line_with_it(void **state)
{
	(void)state;
	expect(&two, "a\n  {{! words }}  \r\nb\n", "a\nb\n");
	expect(&two, "{{#first}}\na\n{{/first}}", "a\n");
	expect(&two, "{{#first}} a\n{{/first}}b", " a\nb");
	expect(&two, "  {{title}}\n", "  \"T: t\"\n");
}

static void what_is_wrong_has_its_line(void **state)
{
	(void)state;
	expect_refused("a\n{{titel}}\n", 2, "there is no such value here", "titel");
	expect_refused("{{id}}", 1, "there is no such value here", "id");
	expect_refused("\n\n{{#product}}{{/product}}", 3, "there is no such section here",
		       "product");
	expect_refused("a\n{{#first}}\n", 2, "this section is not closed", "first");
	expect_refused("{{/first}}", 1, "this closes a section that is not open", "first");
	expect_refused("{{#first}}\n{{/second}}", 2, "this closes another section than is open",
		       "second");
	expect_refused("{{#first}}\n{{/fjrst}}", 2, "this closes another section than is open",
		       "fjrst");
	expect_refused("a {{title", 1, "this tag is not closed", "");
	expect_refused("a\n{{", 2, "this tag is not closed", "");
	expect_refused("{{#first}}\n{{id", 2, "this tag is not closed", "");
	expect_refused("{{}}", 1, "there is no such value here", "");
	expect_refused("{{ \t }}", 1, "there is no such value here", "");
	/* once, and not again for the second product */
	expect_refused("{{#products}}{{id}}\n{{nmae}}{{/products}}", 2,
		       "there is no such value here", "nmae");
	expect_refused(
		"{{#first}}{{#first}}{{#first}}{{#first}}{{#first}}{{#first}}{{#first}}{{#first}}{{#first}}"
		"{{/first}}{{/first}}{{/first}}{{/first}}{{/first}}{{/first}}{{/first}}{{/first}}{{/first}}",
		1, "sections lie too deep in each other", "first");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_quoted_as_yaml_needs_it_or_as_they_are),
		cmocka_unit_test(a_section_stands_once_for_each_product),
		cmocka_unit_test(sections_of_products_that_are_not_there_are_left_out),
		cmocka_unit_test(a_tag_alone_in_its_line_takes_the_line_with_it),
		cmocka_unit_test(what_is_wrong_has_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
