/* SPDX-License-Identifier: MIT */
#include "html/html_compact.h"
#include "html/html_escape.h"
#include "html/html_long.h"
#include "html/html_raise.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
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

struct compact_case {
	const char *text, *left;
};

static void assert_compact(void (*compact)(struct out *, const char *, size_t),
			   const struct compact_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct out out = new_out();

		compact(&out, cases[i].text, strlen(cases[i].text));
		assert_string_equal(out_at(&out), cases[i].left);
		out_release(&out);
	}
}

static void a_sheet_loses_its_comments_and_no_rule(void **state)
{
	static const struct compact_case cases[] = {
		{"a {}\n\n  b {}\n", "a{}b{}"},
		{"/* one */\na {}\n", "a{}"},
		{"/* one\n * two */ a {}\nb {} /* behind */\n", "a{}b{}"},
		{"/*/ not yet */ a {}\n", "a{}"},
		{"a { /* in\nbetween */ }\n", "a{}"},
		{"a :hover, b:hover > c\nd {\n  color: red;\n}\n",
		 "a :hover,b:hover>c d{color:red}"},
		{"a > b ~ c + d { width: calc(1px + 2px) }", "a>b~c + d{width:calc(1px + 2px)}"},
		{"a { width: calc(1px + 2px); font: 1em/2 \"A  ; B\", '/* c */'; }",
		 "a{width:calc(1px + 2px);font:1em/2 \"A  ; B\",'/* c */'}"},
		{"@media screen and (min-width: 1px) { a { content: \"\\\" } \"; } }",
		 "@media screen and (min-width:1px){a{content:\"\\\" } \"}}"},
		{"}", "}"},
		{"/* never ends", ""},
		{"a \"never ends", "a \"never ends"},
	};

	(void)state;
	assert_compact(html_compact_style, cases, sizeof cases / sizeof *cases);
}

static void put_long(struct out *out, const char *text, size_t n)
{
	html_long_put(out, text, n, html_text);
}

static void a_long_word_is_a_box_and_keeps_the_signs_that_stand_at_it(void **state)
{
	static const struct compact_case cases[] = {
		{"", ""},
		{" two short words ", " two short words "},
		{"abcdefghijkl mno", "abcdefghijkl mno"},
		{"abcdefghijklm", "<span class=\"mr-word\">abcdefghijklm</span>"},
		{"a (abcdefghijklm), b", "a <span class=\"mr-word\">(abcdefghijklm),</span> b"},
		{"  abcdefghijklm\nabcdefghijklmn ",
		 "  <span class=\"mr-word\">abcdefghijklm</span>\n"
		 "<span class=\"mr-word\">abcdefghijklmn</span> "},
		{"pre-configured-services 1234567890123", "pre-configured-services 1234567890123"},
		{"\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc",
		 "\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc"},
		{"abcdefghijkl\xc3\xbc&",
		 "<span class=\"mr-word\">abcdefghijkl\xc3\xbc&amp;</span>"},
		{"\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9",
		 "\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9\xd7\xa9"},
		{"abcdefghijklm\xc3", "<span class=\"mr-word\">abcdefghijklm\xc3</span>"},
	};

	(void)state;
	assert_compact(put_long, cases, sizeof cases / sizeof *cases);
}

/* With two names that have short ones. */
static void compact_script(struct out *out, const char *text, size_t n)
{
	static const char list[] = "report\ntable\n";
	struct html_names names;

	assert_int_equal(html_names_read(&names, list, sizeof(list) - 1), 0);
	html_compact_script(out, text, n, &names);
}

static void a_sheet_is_raised_above_that_of_its_host(void **state)
{
	static const struct compact_case cases[] = {
		{".mr-a{b:c}", ":not(#_).mr-a{b:c}"},
		{"td.mr-a::before,.mr a:hover{b:c}",
		 "td:not(#_).mr-a::before,:not(#_).mr a:hover{b:c}"},
		/* a house style sets what they hold, by the same selector */
		{".mr{--a:b}", ".mr{--a:b}"},
		{".mr[data-x=\"a b\"],.mr>a{b:c}", ".mr[data-x=\"a b\"],:not(#_).mr>a{b:c}"},
		{".mr,.mr *,*{a:b}", ".mr,:not(#_).mr *,*:not(#_){a:b}"},
		{":is(.a,.b) .c[d=\",{\"]{a:\"}\"}.d{e:f}",
		 ":not(#_):is(.a,.b) .c[d=\",{\"]{a:\"}\"}:not(#_).d{e:f}"},
		{"@media print{.a{b:c}.mr{--d:e}}.f{g:h}",
		 "@media print{:not(#_).a{b:c}.mr{--d:e}}:not(#_).f{g:h}"},
		{"@page mr-few{size:a4}@keyframes k{from{a:b}to{a:c}}.a{b:c}",
		 "@page mr-few{size:a4}@keyframes k{from{a:b}to{a:c}}:not(#_).a{b:c}"},
		/* what has no end is no reason to read on */
		{".a{b:c", ":not(#_).a{b:c"},
		{"@media print{.a", "@media print{.a"},
		{"\\,.a", "\\,.a"},
	};

	(void)state;
	assert_compact(html_raise, cases, sizeof cases / sizeof *cases);
}

static void a_list_of_names_is_sorted_and_short(void **state)
{
	static const char *const refused[] = {"b\na\n", "a\na\n", "a\n\n"};
	char many[5 * (HTML_MAX_NAMES + 1) + 1], made[HTML_SHORT];
	struct html_names names;

	(void)state;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		assert_int_equal(html_names_read(&names, refused[i], strlen(refused[i])), -1);
	for (int i = 0; i <= HTML_MAX_NAMES; i++)
		snprintf(many + 5 * i, 6, "n%03d\n", i);
	assert_int_equal(html_names_read(&names, many, strlen(many)), -1);
	assert_int_equal(html_names_read(&names, many, strlen(many) - 5), 0);
	assert_true(html_names_find(&names, "n000", 4, made));
	assert_memory_equal(made, "$a", 2);
	assert_true(html_names_find(&names, "n062", 4, made));
	assert_memory_equal(made, "_a", 2);
	assert_true(html_names_find(&names, "n123", 4, made));
	assert_memory_equal(made, "_9", 2);
	assert_true(html_names_find(&names, "n124", 4, made));
	assert_memory_equal(made, "A0", 2);
	assert_true(html_names_find(&names, "n255", 4, made));
	assert_memory_equal(made, "N1", 2);
	assert_false(html_names_find(&names, "n12", 3, made));
	assert_false(html_names_find(&names, "n1234", 5, made));
	assert_false(html_names_find(NULL, "n000", 4, made));
}

static void a_sheet_may_do_without_the_rem_of_its_page(void **state)
{
	static const struct compact_case cases[] = {
		{"a{width:1.5rem;margin:-.4rem 0 2rem}",
		 "a{width:calc(1.5*var(--mr-rem,16px));margin:calc(-.4*var(--mr-rem,16px)) 0 "
		 "calc(2*var(--mr-rem,16px))}"},
		{"a{width:calc(2px - 1rem)}", "a{width:calc(2px - calc(1*var(--mr-rem,16px)))}"},
		{"@media (max-width:40rem){.b-2rem{--c1:#01e2ee;width:1em}}",
		 "@media (max-width:40rem){.b-2rem{--c1:#01e2ee;width:1em}}"},
		{"a::before{content:\"2rem \\\"3rem\"}1", "a::before{content:\"2rem \\\"3rem\"}1"},
		{"a{width:-", "a{width:-"},
	};

	(void)state;
	assert_compact(html_compact_unrooted, cases, sizeof cases / sizeof *cases);
}

static void a_sheet_may_ask_the_window_instead_of_a_place(void **state)
{
	static const struct compact_case cases[] = {
		{"@media screen{@container (max-width:60px){a{b:c}}}",
		 "@media screen{@media (max-width:60px){a{b:c}}}"},
		{"a::before{content:\"@container\"}@conta",
		 "a::before{content:\"@container\"}@conta"},
	};

	(void)state;
	assert_compact(html_compact_windowed, cases, sizeof cases / sizeof *cases);
}

static void a_script_loses_its_blanks_and_no_line_that_ends_a_statement(void **state)
{
	static const struct compact_case cases[] = {
		{"const a = b / c; /* d */\nlet e = [f, g];\n", "let a=b/c,e=[f,g];"},
		{"let a = () => { b(); const c = 1; }; const { d } = e; let f;",
		 "let a=()=>{b();let c=1},{d}=e,f;"},
		{"let a = 1; b(); let c; if (a) { d(); let e; } let f;",
		 "let a=1;b();let c;if(a){d();let e}let f;"},
		{"let a = 1\nb(); let c", "let a=1\nb();let c"},
		{"for (let a = 0; a; a++) let_b; let c; (d)(); let e",
		 "for(let a=0;a;a++)let_b;let c;(d)();let e"},
		{"a = b\nc = d\n", "a=b\nc=d\n"},
		{"return /* one\n */ a", "return\na"},
		{"if (a) {\n  b();\n}\nc();", "if(a){b()}\nc();"},
		{"a\n  .b()\n  ? c\n  : d;", "a.b()?c:d;"},
		{"a + +b - -c + d++ + e", "a+ +b- -c+d++ +e"},
		{"a.replace(/[/ '\"]  \\/ /g, ' /* b */ ')",
		 "a.replace(/[/ '\"]  \\/ /g,' /* b */ ')"},
		{"return /  '/.test(a) && b / c / d", "return/  '/.test(a)&&b/c/d"},
		{"f((a) / b, `  ${ c }  `, (d) => /  x/)", "f((a)/b,`  ${ c }  `,d=>/  x/)"},
		{"'it\\'s  /* a */'  +  b", "'it\\'s  /* a */'+b"},
		{"typeof a === 'b' ? in_c : d in e", "typeof a==='b'?in_c:d in e"},
		{"for (;;) { a = ';}'; ; }\n", "for(;;){a=';}';}\n"},
		{"a.const = constant; for (const b of c) d", "a.const=constant;for(let b of c)d"},
		{"'never ends", "'never ends"},
		{"a = /never ends", "a=/never ends"},
		{"f(true, { true: false })", "f(!0,{true:!1})"},
		{"a.true = 0.5 + 10.5", "a.true=.5+10.5"},
		{"f((x) => x, (x, y) => y); g(x)", "f(x=>x,(x,y)=>y);g(x)"},
		{"return (x) => 1", "return x=>1"},
		{"'use strict'; return undefined", "return void 0"},
		{"report.table = (table) => 'table' + reports / table",
		 "$a.$b=$b=>'table'+reports/$b"},
	};

	(void)state;
	assert_compact(compact_script, cases, sizeof cases / sizeof *cases);
}

static void what_no_page_may_hold_is_written_another_way(void **state)
{
	struct out out = new_out();

	(void)state;
	html_text(&out, "a\0b", 3);
	assert_string_equal(out_at(&out), "a\xef\xbf\xbd"
					  "b");
	out_release(&out);

	out = new_out();
	html_json_string(&out, "\x7f\x01");
	assert_string_equal(out_at(&out), "\"\\u007f\\u0001\"");
	out_release(&out);

	/* a browser leaves these out before it reads */
	assert_false(html_is_safe_url("java\rscript:a"));
	assert_false(html_is_safe_url("\r\n\tjava\tscr\nipt\r:a"));
	out = new_out();
	html_url(&out, "https://a.example/\tb\rc\nd\x7f");
	assert_string_equal(out_at(&out), "https://a.example/bcd%7F");
	out_release(&out);
}

static void base64_of_much_has_its_padding_at_the_end(void **state)
{
	enum { N = 3 * 3072 + 1 };
	struct out out = new_out();
	char *bytes = calloc(N, 1);

	(void)state;
	assert_non_null(bytes);
	html_base64(&out, bytes, N);
	assert_int_equal(out.n, 4 * (N / 3 + 1));
	assert_string_equal(out_at(&out) + out.n - 6, "AAAA==");
	assert_int_equal(strspn(out_at(&out), "A"), out.n - 2);
	free(bytes);
	out_release(&out);
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
		cmocka_unit_test(a_long_word_is_a_box_and_keeps_the_signs_that_stand_at_it),
		cmocka_unit_test(a_sheet_may_do_without_the_rem_of_its_page),
		cmocka_unit_test(a_sheet_may_ask_the_window_instead_of_a_place),
		cmocka_unit_test(a_sheet_is_raised_above_that_of_its_host),
		cmocka_unit_test(a_list_of_names_is_sorted_and_short),
		cmocka_unit_test(a_script_loses_its_blanks_and_no_line_that_ends_a_statement),
		cmocka_unit_test(css_cannot_end_its_string_or_its_style_element),
		cmocka_unit_test(css_escapes_as_the_standard_says),
		cmocka_unit_test(what_no_page_may_hold_is_written_another_way),
		cmocka_unit_test(base64_of_much_has_its_padding_at_the_end),
		cmocka_unit_test(base64_pads_as_the_examples_of_rfc_4648),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
