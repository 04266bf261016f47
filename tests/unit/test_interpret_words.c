/* SPDX-License-Identifier: MIT */
/* The interpreter: what a word means, the legend. */
#include "interpret_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the C headers it needs */
#include <cmocka.h>

static void assert_said(struct interpreted *made, const char *words)
{
	if (!strstr(buf_text(&made->said), words))
		fail_msg("not said: %s\n%s", words, buf_text(&made->said));
}

static void words_and_signs_that_everybody_knows(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B | C | D | E |\n"
				   "| f | Yes | ✔️ | :white_check_mark: | [x] | ✓ |\n"
				   "| g | NO | ✗ | :x: | [ ] | ❌ |\n"
				   "| h | partial | 🟡 | planned | n/a | ? |\n"
				   "| i | beta | deprecated | Not supported | Supported | |\n");
	assert_string_equal(
		buf_text(&made.text),
		"A | B | C | D | E\n"
		"f: yes | yes | yes | yes | yes\n"
		"g: no | no | no | no | no\n"
		"h: partial | partial | planned | na | -\n"
		"i: preview=beta | deprecated | no \"Not supported\" | yes \"Supported\" | -\n");
	interpret_help_release(&made);
}

static void a_status_may_have_words_of_its_own(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(
		&made,
		"| | A | B | C |\n"
		"| f | yes, via [Vault](https://v.example) | yes (per Node) | no ( tap-Feature instead) |\n"
		"| g | 🔶 [Docs](docs) | ✅ yes | yes<br>since 1.0 |\n"
		"| h | Yes. With care | no.1 | yes - but |\n");
	assert_string_equal(
		buf_text(&made.text),
		"A | B | C\n"
		"f: yes \"yes, via Vault\" <https://v.example> | yes \"yes (per Node)\" | no \"no (tap-Feature instead)\"\n"
		"g: partial \"Docs\" <docs> | yes | yes \"yes\n"
		"since 1.0\"\n"
		"h: yes \"Yes. With care\" | \"no.1\" | yes \"yes - but\"\n");
	interpret_help_release(&made);
}

static void a_sentence_that_begins_with_a_status_is_a_text(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | No support planned |\n"
				   "| g | not required |\n"
				   "| h | yes |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: \"No support planned\"\n"
						  "g: \"not required\"\n"
						  "h: yes\n");
	assert_said(&made, "word! 'No support planned' begins with a word for 'no'");
	assert_said(&made, "--map 'No support planned=no'");
	interpret_help_release(&made);
}

static void words_within_words_are_no_status(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | 不支持 |\n"
				   "| g | 无锁化设计 |\n"
				   "| h | 支持 |\n"
				   "| i | JDBC支持的数据库 |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: no=不支持\n"
						  "g: \"无锁化设计\"\n"
						  "h: yes=支持\n"
						  "i: \"JDBC支持的数据库\"\n");
	interpret_help_release(&made);
}

static void two_answers_with_names_are_parts(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | Timeout yes, Retry no* |\n"
				   "\n"
				   "\\* by hand\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: (Timeout yes, Retry no {by hand})\n");
	assert_said(&made, "parts! 'Timeout yes, Retry no");
	interpret_help_release(&made);
}

static void two_answers_without_names_are_a_text(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | ✅ / 🛑 (half) |\n"
				   "| g | yes/no |\n"
				   "| h | yes / yes |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: \"✅ / 🛑 (half)\"\n"
						  "g: \"yes/no\"\n"
						  "h: yes \"yes / yes\"\n");
	assert_said(&made, "parts!");
	interpret_help_release(&made);
}

static void a_blank_is_unknown_until_it_is_mapped(void **state)
{
	struct interpreted made = {
		.options = {.maps = (const struct interpret_map[]){{"", "no"}, {"X", "partial"}},
			    .n_maps = 2}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | | yes |\n"
				   "| g | x | |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no | yes\n"
						  "g: partial | no\n");
	interpret_help_release(&made);
}

static void a_sign_that_means_either_is_a_text_and_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | x | |\n"
				   "| g | + | |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: \"x\" | -\n"
						  "g: \"+\" | -\n");
	assert_said(
		&made,
		"word! 'x' means something else from table to table and is left a text; --map 'x=yes'");
	interpret_help_release(&made);
}

static void a_cross_of_letters_is_no_where_ticks_say_yes(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | x | ✓ |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no | yes\n");
	interpret_help_release(&made);
}

static void an_empty_circle_keeps_company(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | ○ | △ |\n"
				   "| g | × | ○ |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | partial\n"
						  "g: no | yes\n");
	interpret_help_release(&made);
}

static void an_empty_circle_beside_a_full_one_is_no(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | ○ | ● |\n"
				   "| g | ◐ | ○ |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no | yes\n"
						  "g: partial | no\n");
	interpret_help_release(&made);
}

static void words_of_a_cell_may_be_text_by_a_map(void **state)
{
	struct interpreted made = {
		.options = {.maps = (const struct interpret_map[]){{"yes", "text"}}, .n_maps = 1}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | yes |\n"
				   "| g | None |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: \"yes\"\n"
						  "g: \"None\"\n");
	interpret_help_release(&made);
}

static void a_status_in_brackets_is_partial_and_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | (Y) |\n"
				   "| g | Y |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: partial \"(Y)\"\n"
						  "g: yes\n");
	assert_said(&made, "word! '(Y)', a status in brackets");
	interpret_help_release(&made);
}

static void a_legend_outranks_the_habit(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "x means supported, blank cell means not supported\n"
				   "| | A | B |\n"
				   "| f | x | |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes=supported | no\n");
	interpret_help_release(&made);
}

static void a_label_is_what_a_sentence_of_the_legend_says_it_is(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "Key:\n"
				   "- ✅ it is supported\n"
				   "- 🟡 means partly supported\n"
				   "- 🛑 the feature is not supported\n"
				   "| | A | B |\n"
				   "| f | ✅ | 🟡 |\n"
				   "| g | ✅ | 🛑 |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes=supported | partial=partly supported\n"
						  "g: yes=supported | no=not supported\n");
	interpret_help_release(&made);
}

static void a_legend_of_signs_becomes_statuses(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "Key:\n"
				   "- ✅ Built in\n"
				   "- 🟡 Supported, but unofficial\n"
				   "- 🔶 Supported, but needs code\n"
				   "- 🛑 Not officially supported\n"
				   "| | A | B |\n"
				   "| f | ✅ | 🟡 |\n"
				   "| g | 🔶 | 🛑 |\n");
	assert_string_equal(
		buf_text(&made.text),
		"A | B\n"
		"f: yes=Built in | partial=Supported, but unofficial\n"
		"g: supported-but-needs-code=Supported, but needs code | no=Not officially supported\n");
	assert_said(&made, "legend");
	interpret_help_release(&made);
}

static void a_legend_in_a_line_or_a_table(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "✅ = full · 🔶 = partly · - = not planned\n"
				   "| | A | B |\n"
				   "| f | ✅ | - |\n"
				   "\n"
				   "| Sign | Meaning |\n"
				   "| 🚧 | work in progress |\n"
				   "| 🔶 | half |\n"
				   "\n"
				   "| | A | B |\n"
				   "| g | 🚧 | 🔶 |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes=full | no=not planned\n"
						  "g: preview=work in progress | partial=half\n");
	interpret_help_release(&made);
}

static void a_line_of_signs_alone_decides_what_begins_with_one(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(
		&made,
		"| | A | B |\n"
		"| f | ✓ by adding no pod | – does not apply |\n"
		"| g | ? unknown | β in beta |\n"
		"| h | ◐ depending on the proxy | ✗ yes, but not here |\n"
		"\n"
		"✓ yes · ✗ no · ◐ partial · – does not apply · ? unknown · β in beta (partial)\n");
	assert_string_equal(
		buf_text(&made.text),
		"A | B\n"
		"f: yes=yes \"by adding no pod\" | na=does not apply\n"
		"g: - | preview=in beta\n"
		"h: partial=partial \"depending on the proxy\" | no=no \"yes, but not here\"\n");
	interpret_help_release(&made);
}

static void small_words_behind_an_answer_are_asides(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(
		&made,
		"| | A | B<br><small>archived</small> |\n"
		"| f<br><small>How · ×2.5</small> | yes <small>since 1.0 · [Source](https://e.org) · verified 2023-12-31</small> | no |\n"
		"| g | yes <small>since 1.0 · in most regions</small> | no |\n");
	assert_string_equal(buf_text(&made.text),
			    "A | B ~archived\n"
			    "f -- How x2.5: yes source https://e.org since 1.0 "
			    "verified 2023-12-31 | no\n"
			    "g: \"yes since 1.0 · in most regions\" | no\n");
	interpret_help_release(&made);
}

static void a_list_of_features_with_ticks_is_no_legend(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "- ✅ Fast\n"
				   "- ✅ Small\n"
				   "| | A | B |\n"
				   "| f | ✅ | ❌ |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n");
	assert_null(strstr(buf_text(&made.said), "legend"));
	interpret_help_release(&made);
}

static void a_condition_among_statuses_is_partial_and_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B | C |\n"
				   "| f | no | depending on the proxy | yes |\n"
				   "| g | none | Depends on the proxy | round robin |\n"
				   "| h | ja | je nach Proxy | nein |\n");
	assert_string_equal(buf_text(&made.text),
			    "A | B | C\n"
			    "f: no | partial \"depending on the proxy\" | yes\n"
			    "g: \"none\" | \"Depends on the proxy\" | \"round robin\"\n"
			    "h: yes \"ja\" | partial \"je nach Proxy\" | no \"nein\"\n");
	assert_said(&made, "word! 'depending on the proxy', a condition among statuses, is read as "
			   "'partial'; --map 'depending on the proxy=text'");
	interpret_help_release(&made);
}

static void a_condition_that_is_mapped_to_text_is_one(void **state)
{
	static const struct interpret_map map = {"depends on A", "text"};
	struct interpreted made = {.options = {.maps = &map, .n_maps = 1}};
	(void)state;

	interpret_help_read(&made, "| | A | B | C |\n| f | no | depends on A | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B | C\n"
						  "f: no | \"depends on A\" | yes\n");
	interpret_help_release(&made);
}

static void a_blank_behind_a_bracket_is_none_of_the_words(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | no ( [tap](https://t.example) instead) | yes |\n"
				   "| g | so `( x )` and ( ) | so (  y) |\n");
	assert_string_equal(buf_text(&made.text),
			    "A | B\n"
			    "f: no \"no (tap instead)\" <https://t.example> | yes\n"
			    "g: \"so ( x ) and ( )\" | \"so (y)\"\n");
	interpret_help_release(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_signs_that_everybody_knows),
		cmocka_unit_test(a_status_may_have_words_of_its_own),
		cmocka_unit_test(a_sentence_that_begins_with_a_status_is_a_text),
		cmocka_unit_test(words_within_words_are_no_status),
		cmocka_unit_test(two_answers_with_names_are_parts),
		cmocka_unit_test(two_answers_without_names_are_a_text),
		cmocka_unit_test(a_blank_is_unknown_until_it_is_mapped),
		cmocka_unit_test(a_sign_that_means_either_is_a_text_and_said),
		cmocka_unit_test(a_cross_of_letters_is_no_where_ticks_say_yes),
		cmocka_unit_test(an_empty_circle_keeps_company),
		cmocka_unit_test(an_empty_circle_beside_a_full_one_is_no),
		cmocka_unit_test(words_of_a_cell_may_be_text_by_a_map),
		cmocka_unit_test(a_status_in_brackets_is_partial_and_said),
		cmocka_unit_test(a_legend_outranks_the_habit),
		cmocka_unit_test(a_label_is_what_a_sentence_of_the_legend_says_it_is),
		cmocka_unit_test(a_legend_of_signs_becomes_statuses),
		cmocka_unit_test(a_legend_in_a_line_or_a_table),
		cmocka_unit_test(a_line_of_signs_alone_decides_what_begins_with_one),
		cmocka_unit_test(small_words_behind_an_answer_are_asides),
		cmocka_unit_test(a_list_of_features_with_ticks_is_no_legend),
		cmocka_unit_test(a_condition_among_statuses_is_partial_and_said),
		cmocka_unit_test(a_condition_that_is_mapped_to_text_is_one),
		cmocka_unit_test(a_blank_behind_a_bracket_is_none_of_the_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
