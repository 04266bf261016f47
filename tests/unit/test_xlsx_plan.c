/* SPDX-License-Identifier: MIT */
/* What a workbook may hold and how its pieces are spelt; letters and packages of office documents. */
#include "xlsx/xlsx_plan.h"

#include "common/office/office_plain.h"
#include "common/write/moment.h"
#include "xlsx/write/xlsx_condition.h"
#include "xlsx/xlsx_marks.h"
#include "xlsx/write/xlsx_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "fake_since.h"

static void a_sheet_has_a_name_that_excel_takes(void **state)
{
	static const char others[][XLSX_PLAN_NAME] = {"Service mesh", "history 2", "-"};
	static const char *const cases[][2] = {
		{"a/b\\c:d*e?f[g]h", "a b c d e f g h"},
		{"'quoted'", "quoted"},
		{"SERVICE MESH", "SERVICE MESH 2"},
		{"History", "History 3"},
		{"", "- 2"},
		{"[]", "- 2"},
		{"a\xef\xbf\xbe"
		 "b",
		 "a\xef\xbf\xbd"
		 "b"},
		{"1234567890123456789012345678901234", "1234567890123456789012345678901"},
		/* 16 characters beyond the first plane are 32 units */
		{"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char name[XLSX_PLAN_NAME];

		xlsx_plan_name(name, cases[i][0], others[0], 3);

		assert_string_equal(name, cases[i][1]);
	}
}

static void pieces_are_spelt_so_that_no_letter_ends_them(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	xlsx_plan_put_sheet(&out, "it's");
	out_char(&out, ' ');
	xlsx_plan_put_string(&out, "a \"b\"");
	out_char(&out, ' ');
	xlsx_plan_put_format(&out, "✓ ", " \"1\"");
	out_char(&out, ' ');
	xlsx_plan_put_place(&out, 0, 0);
	xlsx_plan_put_place(&out, 9, 25);
	xlsx_plan_put_place(&out, 99, 26);
	xlsx_plan_put_place(&out, 1048575, 16383);
	out_char(&out, ' ');
	xlsx_plan_put_raised(&out, 1203);

	assert_string_equal(
		out_at(&out),
		"'it''s' \"a \"\"b\"\"\" \"✓ \"@\" \"\\\"\"1\"\\\"\"\" A1Z10AA100XFD1048576 ¹²⁰³");
	out_release(&out);
}

static void letters_that_look_escaped_are_escaped(void **state)
{
	static const char text[] = "_x0041_ _x00zz_ _x12_ \xef\xbf\xbf _x000a_";
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	xlsx_plan_put_letters(&out, text, strlen(text));

	assert_string_equal(out_at(&out), "_x005F_x0041_ _x00zz_ _x12_ \xef\xbf\xbd _x005F_x000a_");
	out_release(&out);
}

static void a_header_doubles_its_signs_and_is_cut(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	xlsx_plan_put_header(&out, "R&D\nx", 20);
	out_char(&out, '|');
	xlsx_plan_put_header(&out, "abcdefghij", 5);

	assert_string_equal(out_at(&out), "R&&D x|abcd…");
	out_release(&out);
}

static void words_are_broken_where_a_program_breaks_them(void **state)
{
	static const struct {
		const char *text;
		uint32_t columns, lines;
	} cases[] = {
		{"", 10, 1},
		{"one", 10, 1},
		{"one two three", 7, 2},
		{"one two three", 13, 1},
		{"one\ntwo", 10, 2},
		{"a very-long-word-that-is-longer", 10, 4},
		{"日本語中文", 4, 3},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(
			xlsx_plan_lines(cases[i].text, strlen(cases[i].text), cases[i].columns),
			cases[i].lines);
}

static void words_are_taken_for_the_longest_label_that_begins_them(void **state)
{
	struct fake_matrix fake;

	(void)state;
	fake_matrix_init(&fake, 1, 1, 1);

	assert_int_equal(xlsx_condition_guess(&fake.matrix, "yes"), 0);
	assert_int_equal(xlsx_condition_guess(&fake.matrix, "Yes, via Vault"), 0);
	assert_int_equal(xlsx_condition_guess(&fake.matrix, "yes(1)"), 0);
	assert_int_equal(xlsx_condition_guess(&fake.matrix, "yesterday"), MR_NO_STATUS);
	assert_int_equal(xlsx_condition_guess(&fake.matrix, ""), MR_NO_STATUS);
	fake_matrix_release(&fake);
}

/* ------------------------------------------------------------------ the sheet's limits */

static char said[400];

static void keep_message(struct mr_job *job, enum mr_severity severity,
			 const struct mr_where *where, const char *format, ...)
{
	va_list list;

	(void)job;
	va_start(list, format);
	vsnprintf(said, sizeof(said), format, list);
	va_end(list);
	assert_int_equal(severity, MR_ERROR);
	assert_non_null(where);
}

/* One feature that stands for all: a stride of 0 makes them one. */
static int place(struct fake_matrix *fake, uint32_t n_features, struct xlsx_writer *writer)
{
	static struct mr_job job = {.diag = keep_message};

	fake->matrix.features.n = n_features;
	fake->matrix.features.stride = 0;
	fake->categories[0].it.n_features = n_features;
	said[0] = '\0';
	*writer = (struct xlsx_writer){.job = &job, .m = &fake->matrix};
	return xlsx_table_place(writer);
}

static void rows_beyond_those_of_a_sheet_are_an_error_with_their_place(void **state)
{
	struct fake_matrix fake;
	struct xlsx_writer writer;

	(void)state;
	fake_matrix_init(&fake, 1, 1, 0);

	assert_int_equal(place(&fake, XLSX_PLAN_ROWS - 1, &writer), 0);
	assert_int_equal(writer.last_row, XLSX_PLAN_ROWS - 1);
	free(writer.rows);
	free(writer.category_rows);
	assert_int_equal(place(&fake, XLSX_PLAN_ROWS, &writer), -1);
	assert_non_null(strstr(said, "1048576 features"));
	free(writer.rows);
	free(writer.category_rows);
	fake_matrix_release(&fake);
}

enum { N_NOTED = 400 };

/* A matrix of one product whose features have no note, two notes, then one each; the last ones changed. */
struct noted {
	struct fake_matrix fake, old;
	struct fake_since since;
	uint32_t notes[N_NOTED];
	FAKE_STRUCT(mr_note) texts[N_NOTED];
	struct mr_cell_detail details[N_NOTED];
};

static struct noted *noted_new(uint32_t n_rows)
{
	struct noted *noted = calloc(1, sizeof *noted);

	assert_non_null(noted);
	fake_matrix_init(&noted->fake, 1, n_rows, 1);
	fake_matrix_init(&noted->old, 1, n_rows, 1);
	fake_since_init(&noted->since, &noted->fake, &noted->old);
	noted->fake.matrix.notes = (struct mr_array){noted->texts, N_NOTED, sizeof *noted->texts};
	for (uint32_t i = 0; i < N_NOTED; i++) {
		noted->notes[i] = i;
		noted->texts[i].it.number = i + 1;
		noted->details[i].since = "";
	}
	for (uint32_t row = 1; row < n_rows; row++) {
		noted->details[row].notes =
			(struct mr_array){&noted->notes[row - 1], row == 1 ? 2 : 1, 4};
		noted->fake.cells[row].it.detail = &noted->details[row];
	}
	return noted;
}

static void noted_free(struct noted *noted)
{
	fake_since_release(&noted->since);
	fake_matrix_release(&noted->fake);
	fake_matrix_release(&noted->old);
	free(noted);
}

static void a_cell_shows_its_notes_and_the_sign_of_its_change(void **state)
{
	static const char *const shown[] = {"", XLSX_MARKS_SPACE "¹" XLSX_MARKS_SPACE "²",
					    XLSX_MARKS_SPACE "²" XLSX_MARKS_SPACE "~",
					    XLSX_MARKS_SPACE "³" XLSX_MARKS_SPACE "!"};
	struct noted *noted = noted_new(4);
	struct xlsx_marks *marks;

	(void)state;
	noted->since.cells[2].it.kind = noted->since.cells[3].it.kind = MR_CHANGE_CHANGED;
	noted->since.cells[3].it.tone = MR_TONE_LOUD;

	marks = xlsx_marks_new(&noted->fake.matrix);

	for (uint32_t row = 0; row < 4; row++)
		assert_string_equal(xlsx_marks_of(marks, xlsx_marks_group(marks, row, 0)),
				    shown[row]);
	assert_int_equal(xlsx_marks_count(marks), 4);
	xlsx_marks_free(marks);
	noted_free(noted);
}

static void more_sets_of_notes_than_number_formats_share_one_mark_and_keep_their_signs(void **state)
{
	struct noted *noted = noted_new(N_NOTED);
	struct xlsx_marks *marks;

	(void)state;
	noted->since.cells[0].it.kind = noted->since.cells[5].it.kind = MR_CHANGE_CHANGED;

	marks = xlsx_marks_new(&noted->fake.matrix);

	assert_string_equal(xlsx_marks_of(marks, xlsx_marks_group(marks, 0, 0)),
			    XLSX_MARKS_SPACE "~");
	assert_string_equal(xlsx_marks_of(marks, xlsx_marks_group(marks, 1, 0)),
			    XLSX_MARKS_SPACE "*");
	assert_string_equal(xlsx_marks_of(marks, xlsx_marks_group(marks, 5, 0)),
			    XLSX_MARKS_SPACE "*" XLSX_MARKS_SPACE "~");
	assert_int_equal(xlsx_marks_count(marks), 6);
	xlsx_marks_free(marks);
	noted_free(noted);
}

static void letters_are_measured_as_they_are_seen(void **state)
{
	static const struct {
		const char *text;
		size_t units;
		uint32_t width, word;
	} cases[] = {
		{"", 0, 0, 0},
		{"ab cd", 5, 5, 2},
		{"日本", 2, 4, 2},
		{"e\xcc\x81 😀", 5, 4, 2},
		{"long\nlonger", 11, 6, 6},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *text = cases[i].text;

		assert_int_equal(office_plain_units(text), cases[i].units);
		assert_int_equal(office_plain_width(text, strlen(text)), cases[i].width);
		assert_int_equal(office_plain_word(text, strlen(text)), cases[i].word);
	}
}

static void directions_are_those_of_the_letters(void **state)
{
	(void)state;
	assert_true(office_plain_begins_from_right("12 שלום", 11));
	assert_false(office_plain_begins_from_right("abc שלום", 12));
	assert_true(office_plain_has_from_right("abc שלום", 12));
	assert_false(office_plain_has_from_right("abc ✓ 日本", 14));
}

static void what_xml_cannot_say_is_replaced(void **state)
{
	char *clean = office_plain_clean("a\xef\xbf\xbe\xef\xbf\xbf", 7);

	(void)state;
	assert_string_equal(clean, "a\xef\xbf\xbd\xef\xbf\xbd");
	assert_null(office_plain_clean("plain \xef\xbf\xbd", 9));
	free(clean);
}

static void a_clock_is_a_date_of_the_calendar(void **state)
{
	static const struct {
		int64_t clock;
		const char *date;
	} cases[] = {
		{0, "1970-01-01T00:00:00Z"},
		{-1, "1969-12-31T23:59:59Z"},
		{951827696, "2000-02-29T12:34:56Z"},
		{253402300799, "9999-12-31T23:59:59Z"},
	};
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		out_clear(&out);
		moment_put(&out, cases[i].clock);
		assert_string_equal(out_at(&out), cases[i].date);
	}
	out_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sheet_has_a_name_that_excel_takes),
		cmocka_unit_test(pieces_are_spelt_so_that_no_letter_ends_them),
		cmocka_unit_test(letters_that_look_escaped_are_escaped),
		cmocka_unit_test(a_header_doubles_its_signs_and_is_cut),
		cmocka_unit_test(words_are_broken_where_a_program_breaks_them),
		cmocka_unit_test(words_are_taken_for_the_longest_label_that_begins_them),
		cmocka_unit_test(rows_beyond_those_of_a_sheet_are_an_error_with_their_place),
		cmocka_unit_test(a_cell_shows_its_notes_and_the_sign_of_its_change),
		cmocka_unit_test(
			more_sets_of_notes_than_number_formats_share_one_mark_and_keep_their_signs),
		cmocka_unit_test(letters_are_measured_as_they_are_seen),
		cmocka_unit_test(directions_are_those_of_the_letters),
		cmocka_unit_test(what_xml_cannot_say_is_replaced),
		cmocka_unit_test(a_clock_is_a_date_of_the_calendar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
