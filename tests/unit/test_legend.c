/* SPDX-License-Identifier: MIT */
/* A legend's text as keys and what stands behind each, and what its words count as. */
#include "words/legend_entries.h"
#include "words/legend_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

/* What stands in the cells of the table whose legend it is. */
static const char *const used[] = {"✅",
				   "❌",
				   "🔶",
				   "x",
				   "-",
				   "y",
				   "✓",
				   "✗",
				   "β",
				   "–",
				   "on/off",
				   "full support of it all",
				   "✓ yes, always"};

/* "key: words; key: words", "(blank)" for the cell without any, and whether every one is a sign. */
static void put_entries(struct buf *out, const struct inline_text *text,
			const struct legend_entry *entries, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		buf_printf(out, "%s%.*s: %.*s", i ? "; " : "",
			   entries[i].n_key ? (int)entries[i].n_key : 7,
			   entries[i].n_key ? text->words + entries[i].key : "(blank)",
			   (int)entries[i].n_words, text->words + entries[i].words);
	if (n > 0 && entries[0].is_strict)
		buf_put_text(out, " !");
	if (legend_entries_repeat(text, entries, n))
		buf_put_text(out, " (twice)");
}

struct legend_case {
	const char *text; /* Markdown */
	const char *wanted;
};

static void expect_entries(const struct legend_case *cases, size_t n)
{
	struct legend_entries cells;
	struct inline_pool pool;
	size_t n_wrong = 0;

	legend_entries_init(&cells);
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(used) / sizeof(*used); i++)
		legend_entries_use(&cells, used[i], strlen(used[i]));
	for (size_t i = 0; i < n; i++) {
		const struct inline_text *text = inline_read(&pool, cases[i].text, false);
		struct legend_entry entries[LEGEND_ENTRIES];
		struct buf read = BUF_INIT;

		assert_non_null(text);
		put_entries(&read, text, entries, legend_entries_find(&cells, text, entries));
		if (strcmp(buf_text(&read), cases[i].wanted) != 0) {
			print_error("'%s' reads %s and not %s\n", cases[i].text, buf_text(&read),
				    cases[i].wanted);
			n_wrong++;
		}
		buf_release(&read);
	}
	assert_int_equal(n_wrong, 0);
	assert_false(cells.failed || pool.failed);
	legend_entries_release(&cells);
	inline_release(&pool);
}

static void a_key_is_what_a_cell_uses_and_something_parts_it(void **state)
{
	static const struct legend_case cases[] = {
		{"✅ supported · 🔶 partly", "✅: supported; 🔶: partly !"},
		{"✅ supported • ❌ not", "✅:  supported; ❌:  not"},
		{"✅ = supported, ❌ = not", "✅: supported; ❌: not"},
		{"✅: supported; ❌: not; 🔶: partly", "✅: supported; ❌: not; 🔶: partly"},
		{"✅ => supported<br>❌ -> not", "✅: supported; ❌: not"},
		{"✅ → supported \\| ❌ – not", "✅: supported; ❌: not"},
		{"✅ - supported, ❌ - not", "✅: supported; ❌: not"},
		{"x means supported, - indicates not supported", "x: supported; -: not supported"},
		{"Legend: ✅ supported (❌ not)", "✅:  supported; ❌:  not"},
		{"Legend: x = supported", "x: supported"},
		{"A legend of it. `x` = supported. `y` = partly", "x: supported; y: partly"},
		{"A legend with `x` = supported", ""},
		{"✅️ supported, ❌️ not", "✅️:  supported; ❌️:  not"},
		{" x = supported", "x: supported"},
		{"blank = not known, x = supported", "(blank): not known; x: supported"},
		{"x = supported, empty cell: not known", "x: supported; (blank): not known"},
		{"(empty) not known", ""},
		{"blank", ""},
		{"blanket = warm", ""},
		{"on/off = both", "on/off: both"},
		{"✅ = supported ·, ·", "✅: supported"},
		{"x =", "x: "},
		{"x -y", ""},
		{"x , y = partly", "y: partly"},
		{"Our legend ✅ supported", "✅:  supported"},
		{"x -", ""},
		{"x -> ·", "x: "},
		{"(✅ supported, ❌ not)", "✅:  supported; ❌:  not"},
		{"Legend [✅ supported, ❌ not]", "✅:  supported; ❌:  not"},
		{"✅ supported (by all), ❌ not [yet]", "✅:  supported (by all); ❌:  not [yet]"},
		{"🚧 = under way", ""},
		{"✅", ""},
		{"✅️", ""},
		{"✅supported", ""},
		{"meaning = x", ""},
		{"x meaningless", ""},
		{"full support of it all = yes", "full support of it all: yes"},
		{"✅ Fast, ✅ Small", "✅:  Fast; ✅:  Small (twice)"},
		{"", ""},
	};
	(void)state;

	expect_entries(cases, sizeof(cases) / sizeof(*cases));
}

static void a_line_of_nothing_but_signs_is_strict(void **state)
{
	static const struct legend_case cases[] = {
		{"✓ yes · ✗ no", "✓: yes; ✗: no !"},
		{"✓ yes · β in beta · – does not apply", "✓: yes; β: in beta; –: does not apply !"},
		{"✓ yes · ☂ rain", "✓: yes; ☂: rain !"},
		{"✓ yes · ☂ rain · ☃ snow", "✓:  yes · ☂ rain · ☃ snow"},
		{"✓ yes, always", "✓: yes, always !"},
		{"✓ yes", "✓:  yes"},
		{"✓ yes · no", "✓:  yes · no"},
		{"✓ yes · ✗", "✓:  yes · ✗"},
		{"✓ yes · ✗️ no", "✓: yes; ✗️: no !"},
		{"✓ = yes · ✗ no", "✓: yes; ✗:  no"},
		{"✓ yes · `✗  ·` β", "✓:  yes; ✗:   · β"},
		{"✓ yes<br>or so · ✗ no", "✓:  yes\nor so; ✗:  no"},
		{"✓ 1 · ✓ 2 · ✓ 3 · ✓ 4 · ✓ 5 · ✓ 6 · ✓ 7 · ✓ 8 · ✓ 9 · ✓ 10 · ✓ 11 · ✓ 12 · ✓ 13 · ✓ 14 · ✓ 15 · ✓ 16 · ✓ 17 · ✓ 18 · ✓ 19 · ✓ 20 · ✓ 21 · ✓ 22 · ✓ 23 · ✓ 24 · ✓ 25",
		 "✓:  1; ✓:  2; ✓:  3; ✓:  4; ✓:  5; ✓:  6; ✓:  7; ✓:  8; ✓:  9; ✓:  10; ✓:  11; ✓:  12; ✓:  13; ✓:  14; ✓:  15; ✓:  16; ✓:  17; ✓:  18; ✓:  19; ✓:  20; ✓:  21; ✓:  22; ✓:  23; ✓:  24 · ✓ 25 (twice)"},
		{"x=1,x=2,x=3,x=4,x=5,x=6,x=7,x=8,x=9,x=10,x=11,x=12,x=13,x=14,x=15,x=16,x=17,x=18,x=19,x=20,x=21,x=22,x=23,x=24,x=25",
		 "x: 1; x: 2; x: 3; x: 4; x: 5; x: 6; x: 7; x: 8; x: 9; x: 10; x: 11; x: 12; x: 13; x: 14; x: 15; x: 16; x: 17; x: 18; x: 19; x: 20; x: 21; x: 22; x: 23; x: 24,x=25 (twice)"},
	};
	(void)state;

	expect_entries(cases, sizeof(cases) / sizeof(*cases));
}

static void the_head_of_a_cell_is_its_first_character_before_a_space(void **state)
{
	static const struct {
		const char *words;
		size_t n;
	} cases[] = {{"✓ yes", 3}, {"✓️ yes", 6}, {"– na", 3}, {"? x", 1}, {"✓yes", 0},
		     {"✓", 0},     {"✓️", 0},     {"y es", 0}, {"1 x", 0}, {" x", 0},
		     {"\tx", 0},   {"é x", 2},        {"", 0}};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(legend_entries_head(cases[i].words, strlen(cases[i].words)),
				 cases[i].n);
}

static void the_words_of_a_legend_count_as_what_they_say(void **state)
{
	static const struct {
		const char *words;
		enum meaning meaning;
	} cases[] = {
		{"supported", MEANING_YES},
		{"fully supported by all of them", MEANING_YES},
		{"Supported, but needs code", MEANING_PARTIAL},
		{"works only with a plan", MEANING_PARTIAL},
		{"not supported yet", MEANING_NO},
		{"Not officially supported or documented", MEANING_NO},
		{"not in any way possible", MEANING_NO},
		{"No way at all", MEANING_NO},
		{"it is not there", MEANING_NO},
		{"not known to anybody", MEANING_UNKNOWN},
		{"no information about it", MEANING_UNKNOWN},
		{"not applicable here", MEANING_NA},
		{"on the roadmap of 2025", MEANING_PLANNED},
		{"it is deprecated", MEANING_DEPRECATED},
		{"in (beta)", MEANING_PREVIEW},
		{"yes: of course", MEANING_YES},
		{"partly, as it comes", MEANING_PARTIAL},
		{"teilweise, je nach Proxy", MEANING_PARTIAL},
		{"maybe this, maybe that", MEANING_NONE},
		{"a fast one", MEANING_NONE},
		{"", MEANING_NONE},
	};
	struct vocabulary vocabulary;
	(void)state;

	assert_int_equal(vocabulary_init(&vocabulary), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		enum meaning meaning =
			legend_words_meaning(&vocabulary, cases[i].words, strlen(cases[i].words));

		if (meaning != cases[i].meaning)
			fail_msg("'%s' counts as %d", cases[i].words, meaning);
	}
	assert_false(vocabulary.failed);
	vocabulary_release(&vocabulary);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_is_what_a_cell_uses_and_something_parts_it),
		cmocka_unit_test(a_line_of_nothing_but_signs_is_strict),
		cmocka_unit_test(the_head_of_a_cell_is_its_first_character_before_a_space),
		cmocka_unit_test(the_words_of_a_legend_count_as_what_they_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
