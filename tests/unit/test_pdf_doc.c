/* SPDX-License-Identifier: MIT */
/* pdf_doc, pdf_tags, pdf_file and pdf_slim by the bytes of a small file, object streams unpacked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <zlib.h>

#include "pdf/file/pdf_doc.h"
#include "pdf/file/pdf_slim.h"

struct kept {
	struct mr_sink sink;
	char *at;
	size_t n;
};

static void keep(struct mr_sink *sink, const void *bytes, size_t n)
{
	struct kept *kept = (struct kept *)(void *)sink;

	kept->at = realloc(kept->at, kept->n + n + 1);
	assert_non_null(kept->at);
	memcpy(kept->at + kept->n, bytes, n);
	kept->n += n;
	kept->at[kept->n] = '\0';
}

/* Words in bytes that may have NUL among them; null beyond the last. */
static char *find(char *at, const char *end, const char *words)
{
	size_t n = strlen(words);

	for (; at && at + n <= end; at++)
		if (memcmp(at, words, n) == 0)
			return at;
	return NULL;
}

static unsigned long number_behind(const char *at, const char *key)
{
	const char *found = strstr(at, key);

	assert_non_null(found);
	return strtoul(found + strlen(key), NULL, 10);
}

/* Puts the objects of a stream behind the file as they would stand in it. */
static unsigned unpack_one(struct kept *kept, char *dict, const char *end)
{
	static char room[65536];
	uLongf n = sizeof(room) - 1;
	unsigned long first = number_behind(dict, "/First "), count = number_behind(dict, "/N ");
	char *stream = find(dict, end, "stream\n"), *pair = room;

	assert_non_null(stream);
	assert_int_equal(uncompress((Bytef *)room, &n, (const Bytef *)stream + strlen("stream\n"),
				    number_behind(dict, "/Length ")),
			 Z_OK);
	room[n] = '\0';
	for (unsigned long i = 0; i < count; i++) {
		unsigned long number = strtoul(pair, &pair, 10), at = strtoul(pair, &pair, 10);
		const char *object = room + first + at, *next;
		char *more = pair, head[32];

		(void)strtoul(more, &more, 10);
		next = i + 1 < count ? room + first + strtoul(more, NULL, 10) : room + n;
		snprintf(head, sizeof(head), "\n%lu 0 obj\n", number);
		keep(&kept->sink, head, strlen(head));
		keep(&kept->sink, object, (size_t)(next - object));
		keep(&kept->sink, "endobj\n", 7);
	}
	return (unsigned)count;
}

static unsigned unpack(struct kept *kept)
{
	size_t n = kept->n;
	char *file = malloc(n + 1), *at = file;
	unsigned count = 0;

	assert_non_null(file);
	memcpy(file, kept->at, n + 1);
	for (; (at = find(at, file + n, "<</Type/ObjStm")); at++)
		count += unpack_one(kept, at, file + n);
	free(file);
	for (size_t i = 0; i < kept->n; i++)
		if (kept->at[i] == '\0')
			kept->at[i] = ' '; /* of other streams, in which nothing is looked for */
	return count;
}

struct made {
	struct pdf_doc *doc;
	struct kept kept;
	const char *problem;
	unsigned n_packed; /* objects in object streams */
};

static struct made begin(void)
{
	struct made made = {.doc = pdf_doc_new(), .kept = {.sink = {.write = keep}}};

	HPDF_Doc haru;
	HPDF_Dict fonts;

	assert_non_null(made.doc);
	haru = pdf_doc_haru(made.doc);
	fonts = HPDF_Dict_New(haru->mmgr);
	assert_int_equal(HPDF_Xref_Add(haru->xref, fonts), HPDF_OK);
	assert_int_equal(pdf_doc_add_sheets(made.doc, 2, 300, 200, fonts), 0);
	pdf_doc_set_content(made.doc, 0, "", 0);
	pdf_doc_set_content(made.doc, 1, "", 0);
	return made;
}

static int save(struct made *made)
{
	struct pdf_about about = {.title = "T",
				  .author = "A",
				  .subject = "S",
				  .producer = "P",
				  .language = "en",
				  .clock = MR_NO_CLOCK};

	int status = pdf_doc_save(made->doc, &about, &made->kept.sink, &made->problem);

	if (status == 0)
		made->n_packed = unpack(&made->kept);
	return status;
}

static void end(struct made *made)
{
	pdf_doc_free(made->doc);
	free(made->kept.at);
}

static void assert_has(const struct made *made, const char *words)
{
	if (!strstr(made->kept.at, words))
		fail_msg("%s is not in the file", words);
}

/* That the object with these contents has a place, or whatever else, in it. */
static void assert_leads(const struct made *made, const char *contents, const char *place)
{
	const char *at = strstr(made->kept.at, contents), *end, *found;

	assert_non_null(at);
	end = strstr(at, "endobj");
	while (at > made->kept.at && strncmp(at, " obj", 4) != 0)
		at--;
	found = strstr(at, place);
	assert_true(found && found < end);
}

static void a_link_leads_to_the_place_of_its_key_which_may_come_later(void **state)
{
	struct made made = begin();
	struct pdf_area box = {.box = {10, 20, 30, 40}};

	(void)state;
	pdf_doc_link_to(made.doc, 0, &box, 7, "seven", PDF_TAGS_ROOT);
	pdf_doc_link_to(made.doc, 0, &box, 8, "eight", PDF_TAGS_ROOT);
	pdf_doc_place(made.doc, 8, 1, 81, 82);
	pdf_doc_place(made.doc, 7, 1, 71, 72);
	pdf_doc_place(made.doc, 7, 0, 1, 2); /* the first place counts */
	assert_int_equal(save(&made), 0);
	assert_leads(&made, "(seven)", "/XYZ 71 72 ");
	assert_leads(&made, "(seven)", "/Rect[10 20 30 40]");
	assert_leads(&made, "(eight)", "/XYZ 81 82 ");
	end(&made);
}

static void a_link_to_a_place_that_is_nowhere_fails_the_document(void **state)
{
	struct made made = begin();
	struct pdf_area box = {.box = {10, 20, 30, 40}};

	(void)state;
	pdf_doc_link_to(made.doc, 0, &box, 7, "seven", PDF_TAGS_ROOT);
	assert_int_equal(save(&made), -1);
	assert_non_null(made.problem);
	end(&made);
}

static void an_address_and_words_are_strings_whatever_is_in_them(void **state)
{
	struct made made = begin();
	struct pdf_area box = {.box = {0, 0, 1, 1}};
	struct pdf_target out = {.uri = "https://example.org/a(b)\\c"};

	(void)state;
	pdf_doc_link(made.doc, 0, &box, &out, "to (a) \\ b\\", PDF_TAGS_ROOT);
	pdf_doc_link(made.doc, 0, &box, &out, "\303\244\360\237\232\200", PDF_TAGS_ROOT);
	assert_int_equal(save(&made), 0);
	assert_has(&made, "(https://example.org/a\\(b\\)%5Cc)");
	assert_has(&made, "(to \\(a\\) \\\\ b\\\\)");
	assert_has(&made, "<FEFF00E4D83DDE80>");
	end(&made);
}

static void a_table_has_its_scopes_and_spans_and_a_figure_its_words(void **state)
{
	struct made made = begin();
	struct pdf_tags *tags = pdf_doc_tags(made.doc);
	uint32_t table = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_TABLE);
	uint32_t row = pdf_tags_add(tags, table, PDF_TAG_TR);
	uint32_t wide = pdf_tags_add(tags, row, PDF_TAG_TH),
		 head = pdf_tags_add(tags, row, PDF_TAG_TH);
	uint32_t plain = pdf_tags_add(tags, row, PDF_TAG_TD);
	uint32_t figure = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_FIGURE);
	uint32_t note = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_NOTE);

	(void)state;
	pdf_tags_set_cell(tags, wide, PDF_SCOPE_COLUMN, 3);
	pdf_tags_set_cell(tags, head, PDF_SCOPE_ROW, 1);
	pdf_tags_set_figure(tags, figure, "A (x\\", (const float[4]){1, 2, 30, 40});
	pdf_tags_set_id(tags, note, "note-", 5);
	assert_int_equal(pdf_tags_mark(tags, plain, 0), 0);
	assert_int_equal(pdf_tags_mark(tags, head, 0), 1);
	assert_int_equal(pdf_tags_mark(tags, figure, 1), 0);
	assert_int_equal(save(&made), 0);
	assert_has(&made, "/Scope/Column/ColSpan 3");
	assert_has(&made, "/Scope/Row");
	assert_has(&made, "/Alt(A \\(x\\\\)");
	assert_has(&made, "/BBox[1 2 30 40]");
	assert_has(&made, "(note-5)");
	assert_null(strstr(strstr(made.kept.at, "/Scope/Row") + 1, "/Scope/Row"));
	end(&made);
}

/* So that who looks into its first bytes sees whose file it is. */
static void objects_are_packed_but_for_streams_and_the_plain_info_in_front(void **state)
{
	struct made made = begin();
	const char *info, *table;

	(void)state;
	assert_int_equal(save(&made), 0);
	info = strstr(made.kept.at, "/Producer");
	table = strstr(made.kept.at, "/Type/XRef");
	assert_true(info && info < made.kept.at + 300);
	assert_non_null(table);
	assert_true(made.n_packed > 10);
	assert_true(number_behind(table, "/Size ") > made.n_packed);
	/* the table's own object begins where the end of the file says */
	info = made.kept.at + number_behind(table, "startxref\n");
	assert_true(info < table && table - info < 30 && strstr(info, " 0 obj") < table);
	assert_null(strstr(made.kept.at, "\ntrailer\n"));
	end(&made);
}

static void numbers_are_printed_whole_and_decimals_to_two_places(void **state)
{
	struct out out;
	struct pdf_slim slim = {&out};

	(void)state;
	out_to_memory(&out, 0);
	for (const uint32_t *n = (const uint32_t[]){0, 9, 10, 4294967295u, 1}; *n != 1; n++) {
		pdf_slim_number(&slim, *n);
		pdf_slim_string(&slim, " ");
	}
	pdf_slim_decimal(&slim, 1.236);
	pdf_slim_string(&slim, " ");
	pdf_slim_decimal(&slim, -0.5);
	pdf_slim_string(&slim, " ");
	pdf_slim_decimal(&slim, 12);
	assert_string_equal(out_at(&out), "0 9 10 4294967295 1.24 -0.5 12");
	out_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_link_leads_to_the_place_of_its_key_which_may_come_later),
		cmocka_unit_test(a_link_to_a_place_that_is_nowhere_fails_the_document),
		cmocka_unit_test(an_address_and_words_are_strings_whatever_is_in_them),
		cmocka_unit_test(a_table_has_its_scopes_and_spans_and_a_figure_its_words),
		cmocka_unit_test(objects_are_packed_but_for_streams_and_the_plain_info_in_front),
		cmocka_unit_test(numbers_are_printed_whole_and_decimals_to_two_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
