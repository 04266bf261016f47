/* SPDX-License-Identifier: MIT */
#include "html/html_compact.h"
#include "html/html_escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* Texts that have become markup, attributes, scripts or comments somewhere. */
static const char *const attacks[] = {
	"<script>alert(1)</script>",
	"</script><script>alert(1)//",
	"</style><img src=x onerror=alert(1)>",
	"\" onmouseover=\"alert(1)",
	"' onmouseover='alert(1)",
	"`onmouseover=alert(1)",
	"<!--",
	"-->",
	"]]>",
	"<![CDATA[",
	"<?xml",
	"<svg/onload=alert(1)>",
	"&lt;script&gt;",
	"&#60;script&#62;",
	"&#x3c;script",
	"&quot;",
	"&amp;lt;",
	"javascript:alert(1)",
	"\xe2\x80\xa8\xe2\x80\xa9",
	"{{title}} ${alert(1)} <%= 1 %>",
	"\\u003c/script\\u003e",
	"\xf0\x9f\x98\x80 \xd7\xa9\xd7\x9c",
	"",
};

static struct out new_out(void)
{
	struct out out;

	out_to_memory(&out, 0);
	return out;
}

static void text_keeps_nothing_that_html_could_read(void **state)
{
	(void)state;

	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		struct out out = new_out();

		html_string(&out, attacks[i]);
		assert_null(strpbrk(out_at(&out), "<>\"'"));
		for (const char *c = strchr(out_at(&out), '&'); c; c = strchr(c + 1, '&'))
			assert_true(strncmp(c, "&amp;", 5) == 0 || strncmp(c, "&lt;", 4) == 0 ||
				    strncmp(c, "&gt;", 4) == 0 || strncmp(c, "&quot;", 6) == 0 ||
				    strncmp(c, "&#39;", 5) == 0);
		out_release(&out);
	}
}

static void text_is_only_changed_where_it_must_be(void **state)
{
	struct out out = new_out();
	(void)state;

	html_string(&out, "a & b < c > d \"e\" 'f' \xc3\xa6 \xf0\x9f\x98\x80");

	assert_string_equal(out_at(&out), "a &amp; b &lt; c &gt; d &quot;e&quot; &#39;f&#39; "
					  "\xc3\xa6 \xf0\x9f\x98\x80");
	out_release(&out);
}

static void json_cannot_end_its_script_element(void **state)
{
	(void)state;

	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		struct out out = new_out();
		const char *made;

		html_json_string(&out, attacks[i]);
		made = out_at(&out);
		assert_null(strpbrk(made, "<>&'"));
		assert_null(strstr(made, "\xe2\x80\xa8"));
		assert_null(strstr(made, "\xe2\x80\xa9"));
		assert_true(made[0] == '"' && made[out.n - 1] == '"');
		out_release(&out);
	}
}

static void json_escapes_as_the_standard_says(void **state)
{
	struct out out = new_out();
	(void)state;

	html_json_string(&out, "q\" b\\ n\n </ \xe2\x80\xa8 \xe2\x80\xa6");

	assert_string_equal(out_at(&out), "\"q\\\" b\\\\ n\\u000a \\u003c/ \\u2028 \xe2\x80\xa6\"");
	out_release(&out);
}

static void only_addresses_without_a_program_are_safe(void **state)
{
	static const char *const safe[] = {
		"https://example.org/",
		"HTTP://example.org",
		"mailto:a@example.org",
		"#tcp",
		"",
		"a/b.html",
		"./x:y",
		"?q=a:b",
		"/docs/",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/x:y",
		"#javascript:alert(1)",
	};
	static const char *const unsafe[] = {
		"javascript:alert(1)",
		"JaVaScRiPt:alert(1)",
		" javascript:alert(1)",
		"java\tscript:alert(1)",
		"java\nscript:alert(1)",
		"\x01javascript:alert(1)",
		"data:text/html,x",
		"vbscript:x",
		"file:///etc/passwd",
		"blob:x",
		"//evil.example",
		"\\\\evil.example",
		"/\\evil.example",
		"\t//evil.example",
		"/\t/evil.example",
		"ftp://x",
		"x:y",
		"view-source:x",
		"http\x7f:x",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:x",
	};
	(void)state;

	for (size_t i = 0; i < sizeof safe / sizeof *safe; i++)
		assert_true(html_is_safe_url(safe[i]));
	for (size_t i = 0; i < sizeof unsafe / sizeof *unsafe; i++) {
		struct out out = new_out();

		assert_false(html_is_safe_url(unsafe[i]));
		html_url(&out, unsafe[i]);
		assert_int_equal(out.n, 0);
		out_release(&out);
	}
}

static void an_address_is_percent_encoded_once(void **state)
{
	struct out out = new_out();
	(void)state;

	html_url(&out, "https://example.org/a b?c=\"<%20>&d=|\xc3\xa6'(x)");

	assert_string_equal(out_at(&out), "https://example.org/a%20b?c=%22%3C%20%3E&amp;d=%7C"
					  "\xc3\xa6&#39;(x)");
	out_release(&out);
}

static void css_cannot_end_its_string_or_its_style_element(void **state)
{
	(void)state;

	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		struct out out = new_out();
		size_t n;

		html_css_string(&out, attacks[i]);
		n = out.n;
		assert_int_equal(out_at(&out)[0], '"');
		assert_int_equal(strcspn(out_at(&out) + 1, "\"<>&'\n"), n - 2);
		out_release(&out);
	}
}

static void css_escapes_as_the_standard_says(void **state)
{
	struct out out = new_out();
	(void)state;

	html_css_string(&out, "aZ9\\\"?\n\xe2\x9c\x93");

	assert_string_equal(out_at(&out), "\"aZ9\\5c \\22 \\3f \\0a \xe2\x9c\x93\"");
	out_release(&out);
}

static void base64_pads_as_the_examples_of_rfc_4648(void **state)
{
	static const char *const cases[][2] = {
		{"", ""},
		{"f", "Zg=="},
		{"fo", "Zm8="},
		{"foo", "Zm9v"},
		{"foob", "Zm9vYg=="},
		{"fooba", "Zm9vYmE="},
		{"foobar", "Zm9vYmFy"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct out out = new_out();

		html_base64(&out, cases[i][0], strlen(cases[i][0]));
		assert_string_equal(out_at(&out), cases[i][1]);
		out_release(&out);
	}
}

static void a_sheet_loses_its_comments_and_no_rule(void **state)
{
	static const char *const cases[][2] = {
		{"a {}\n\n  b {}\n", "a {}\nb {}\n"},
		{"/* one */\na {}\n", "a {}\n"},
		{"/* one\n * two */\na {}\n", "a {}\n"},
		{"/* one */ a {}\nb {}\n", "a {}\nb {}\n"},
		{"/* one\n two */ a {} /* behind */\nb {}\n", "a {} /* behind */\nb {}\n"},
		{"/* one */ /* two */\na {}\n", "a {}\n"},
		{"/*/ not yet */ a {}\n", "a {}\n"},
		{"a { /* in\nbetween */ }\n", "a { /* in\nbetween */ }\n"},
		{"}", "}"},
		{"/* never ends", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct out out = new_out();

		html_compact(&out, cases[i][0], strlen(cases[i][0]));
		assert_string_equal(out_at(&out), cases[i][1]);
		out_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_keeps_nothing_that_html_could_read),
		cmocka_unit_test(text_is_only_changed_where_it_must_be),
		cmocka_unit_test(json_cannot_end_its_script_element),
		cmocka_unit_test(json_escapes_as_the_standard_says),
		cmocka_unit_test(only_addresses_without_a_program_are_safe),
		cmocka_unit_test(an_address_is_percent_encoded_once),
		cmocka_unit_test(a_sheet_loses_its_comments_and_no_rule),
		cmocka_unit_test(css_cannot_end_its_string_or_its_style_element),
		cmocka_unit_test(css_escapes_as_the_standard_says),
		cmocka_unit_test(base64_pads_as_the_examples_of_rfc_4648),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
