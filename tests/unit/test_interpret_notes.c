/* SPDX-License-Identifier: MIT */
/* The interpreter: notes, encodings, words kept. */
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

static void marks_are_notes_and_shared(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | no* | yes† |\n"
				   "| g | no* | yes<sup>2</sup> |\n"
				   "| h | DBHASH ¹ | R/W ¹⁰ |\n"
				   "\n"
				   "\\*= by hand\n"
				   "† only here\n"
				   "<sup>2</sup> with care\n"
				   "¹ one<br>¹⁰ ten\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no {by hand} | yes {only here}\n"
						  "g: no {by hand} | yes {with care}\n"
						  "h: \"DBHASH\" {one} | \"R/W\" {ten}\n");
	interpret_help_release(&made);
}

static void an_item_alone_is_the_note_of_its_marker(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | no* | yes |\n"
				   "\n"
				   "* by hand\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no {by hand} | yes\n");
	interpret_help_release(&made);
}

static void several_items_are_a_list_of_anything(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | no* | yes |\n"
				   "\n"
				   "* by hand\n"
				   "* by foot\n");
	assert_said(&made, "the mark '*' has no note");
	assert_null(strstr(buf_text(&made.said), "refers to"));
	interpret_help_release(&made);
}

static void an_item_below_a_heading_is_no_note(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | no* | yes |\n"
				   "\n"
				   "# Links\n"
				   "* by hand\n");
	assert_said(&made, "the mark '*' has no note");
	interpret_help_release(&made);
}

static void nobody_misses_the_mark_of_an_item(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | no | yes |\n"
				   "\n"
				   "* see also elsewhere\n");
	assert_null(strstr(buf_text(&made.said), "refers to"));
	interpret_help_release(&made);
}

static void references_and_brackets_are_notes(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | ❌[^1] | Yes [a] |\n"
				   "\n"
				   "[a] letter\n"
				   "[^1]: numbered\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no {numbered} | yes {letter}\n");
	interpret_help_release(&made);
}

static void the_nearest_definition_counts(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "# One\n"
				   "| | A | B |\n"
				   "| f | no* | yes |\n"
				   "\n"
				   "\\* first\n"
				   "# Two\n"
				   "| | A | B |\n"
				   "| g | no* | yes |\n"
				   "\n"
				   "\\* second\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "[One]\n"
						  "f: no {first} | yes\n"
						  "[Two]\n"
						  "g: no {second} | yes\n");
	interpret_help_release(&made);
}

static void a_mark_without_a_note_stays_in_the_words(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | N§ | no‡ |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no \"N§\" | no \"no‡\"\n");
	assert_said(&made, "note! the mark '§' has no note");
	interpret_help_release(&made);
}

static void links_on_a_status_are_kept(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | [yes](https://a.example) | [✅](https://b.example) |\n"
				   "| g | yes | ✅ |\n");
	assert_string_equal(buf_text(&made.text),
			    "A | B\n"
			    "f: yes \"yes\" <https://a.example> | yes source https://b.example\n"
			    "g: yes | yes\n");
	interpret_help_release(&made);
}

static void notes_in_the_last_row_are_no_feature(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | no* | yes |\n"
				   "| \\* by hand | < | < |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: no {by hand} | yes\n");
	interpret_help_release(&made);
}

static void two_stars_are_not_one_star(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | yes\\*\\* | yes\\* |\n"
				   "\n"
				   "\\* one<br>\\*\\* two\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes {two} | yes {one}\n");
	interpret_help_release(&made);
}

static void marks_on_names_are_notes_there(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "# One[^1]\n"
				   "| | A* | B |\n"
				   "| f† | yes | no |\n"
				   "\n"
				   "# Two\n"
				   "| | A* | B |\n"
				   "| g | yes | no |\n"
				   "\n"
				   "\\* of A<br>† of f\n"
				   "[^1]: of One\n");
	assert_string_equal(buf_text(&made.text), "A {of A} | B\n"
						  "[One] {of One}\n"
						  "f {of f}: yes | no\n"
						  "[Two]\n"
						  "g: yes | no\n");
	interpret_help_release(&made);
}

static void powers_are_no_marks(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | 10<sup>6</sup> | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: \"10⁶\" | yes\n");
	assert_null(strstr(buf_text(&made.said), "note!"));
	interpret_help_release(&made);
}

static void a_blank_that_no_reader_handed_over_is_mapped_too(void **state)
{
	struct interpreted made = {
		.options = {.maps = (const struct interpret_map[]){{"", "no"}}, .n_maps = 1}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n");
	interpret_help_release(&made);
}

static void a_dash_among_statuses_is_na_and_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | yes | - |\n"
				   "| g | no | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | na\n"
						  "g: no | yes\n");
	assert_said(&made, "word! '-' among statuses is read as 'na'; --map '-=no'");
	interpret_help_release(&made);
}

static void mojibake_is_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | m√¶sh | Ã©lan |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "m√¶sh | Ã©lan\n"
						  "f: yes | no\n");
	assert_said(
		&made,
		"encoding! 'm√¶sh' looks like UTF-8 read as Mac Roman; 'mæsh' is meant; --repair");
	assert_said(&made,
		    "'Ã©lan' looks like UTF-8 read as Windows-1252 or Latin-1; 'élan' is meant");
	interpret_help_release(&made);
}

static void mojibake_is_put_right(void **state)
{
	struct interpreted made = {.options = {.repair = true}};
	(void)state;

	interpret_help_read(&made, "| | m√¶sh | Ã©lan |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "mæsh | élan\n"
						  "f: yes | no\n");
	interpret_help_release(&made);
}

static void sound_words_are_no_mojibake(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | Łódź | Ελλάδα |\n"
				   "| é | µm | 中文 |\n");
	assert_string_equal(buf_text(&made.text), "Łódź | Ελλάδα\n"
						  "é: \"µm\" | \"中文\"\n");
	assert_null(strstr(buf_text(&made.said), "encoding"));
	interpret_help_release(&made);
}

static void a_link_that_swallows_a_bracket_is_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | [yes (EWMA](https://l.example) average) |\n");
	assert_string_equal(buf_text(&made.text),
			    "A\n"
			    "f: yes \"yes (EWMA average)\" <https://l.example>\n");
	assert_said(&made, "link! in");
	interpret_help_release(&made);
}

static void a_badge_without_words_is_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | [![](b.svg)](https://ci.example) | yes |\n"
				   "| g | ![](c.svg) | no |\n");
	assert_string_equal(buf_text(&made.text),
			    "A | B\n"
			    "f: \"https://ci.example\" <https://ci.example> | yes\n"
			    "g: - | no\n");
	assert_said(&made, "image! a cell is only an image");
	interpret_help_release(&made);
}

static void texts_come_back_word_for_word(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | \\*bold\\* and `code_x` and \\_\\_dir |\n"
				   "| g | \\<2s \\| ~60 MB |\n"
				   "| h | a\\<b\\>c \\[x\\](y) |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: \"*bold* and code_x and __dir\"\n"
						  "g: \"<2s | ~60 MB\"\n"
						  "h: \"a<b>c [x](y)\"\n");
	interpret_help_release(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_notes_and_shared),
		cmocka_unit_test(an_item_alone_is_the_note_of_its_marker),
		cmocka_unit_test(several_items_are_a_list_of_anything),
		cmocka_unit_test(an_item_below_a_heading_is_no_note),
		cmocka_unit_test(nobody_misses_the_mark_of_an_item),
		cmocka_unit_test(references_and_brackets_are_notes),
		cmocka_unit_test(the_nearest_definition_counts),
		cmocka_unit_test(a_mark_without_a_note_stays_in_the_words),
		cmocka_unit_test(links_on_a_status_are_kept),
		cmocka_unit_test(notes_in_the_last_row_are_no_feature),
		cmocka_unit_test(two_stars_are_not_one_star),
		cmocka_unit_test(marks_on_names_are_notes_there),
		cmocka_unit_test(powers_are_no_marks),
		cmocka_unit_test(a_blank_that_no_reader_handed_over_is_mapped_too),
		cmocka_unit_test(a_dash_among_statuses_is_na_and_said),
		cmocka_unit_test(mojibake_is_said),
		cmocka_unit_test(mojibake_is_put_right),
		cmocka_unit_test(sound_words_are_no_mojibake),
		cmocka_unit_test(a_link_that_swallows_a_bracket_is_said),
		cmocka_unit_test(a_badge_without_words_is_said),
		cmocka_unit_test(texts_come_back_word_for_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
