/* SPDX-License-Identifier: MIT */
/* What a child sends is read to its end or not at all: texts, numbers, and the words that become names of files. */
#define _DEFAULT_SOURCE /* writev() */
#include "frames/message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>
#include <cmocka.h>

#include "frames/found.h"
#include "plugin/vet.h"

/* Stands before the library's: a pipe that takes no more than this many bytes of the head and what follows. */
static size_t taken_at_once;

ssize_t writev(int fd, const struct iovec *parts, int n)
{
	char bytes[100];
	size_t n_bytes = 0;

	for (int i = 0; i < n; i++) {
		memcpy(bytes + n_bytes, parts[i].iov_base, parts[i].iov_len);
		n_bytes += parts[i].iov_len;
	}
	return write(fd, bytes, n_bytes < taken_at_once ? n_bytes : taken_at_once);
}

static struct wire_reader reader_of(const struct buf *buf)
{
	return (struct wire_reader){.at = buf->at, .end = buf->at + buf->n};
}

/* A text that says it has `said` bytes and has those of `bytes`. */
static void put_said(struct buf *buf, uint64_t said, const char *bytes, size_t n)
{
	buf->n = 0;
	wire_put_number(buf, said);
	buf_put(buf, bytes, n);
}

static void what_was_put_is_read(void **state)
{
	struct buf buf = BUF_INIT;
	struct wire_reader in;

	(void)state;
	wire_put_number(&buf, UINT64_MAX);
	wire_put_real(&buf, -0.5);
	wire_put_text(&buf, "");
	wire_put_text(&buf, "Zürich");
	in = reader_of(&buf);

	assert_true(wire_number(&in) == UINT64_MAX);
	assert_true(wire_real(&in) == -0.5);
	assert_string_equal(wire_text(&in, 0), "");
	assert_false(wire_is_done(&in));
	assert_string_equal(wire_text(&in, 7), "Zürich");
	assert_true(wire_is_done(&in));
	buf_release(&buf);
}

static void nothing_is_read_behind_the_end_and_nothing_once_that_failed(void **state)
{
	struct buf buf = BUF_INIT;

	(void)state;
	wire_put_text(&buf, "word");
	wire_put_number(&buf, 7);
	for (size_t n = 0; n < buf.n; n++) {
		struct wire_reader in = {buf.at, buf.at + n, false};
		const char *text = wire_text(&in, 10);

		assert_string_equal(text, n < 13 ? "" : "word");
		assert_true(wire_number(&in) == 0);
		assert_true(wire_real(&in) == 0);
		assert_false(wire_is_done(&in));
	}
	buf_release(&buf);
}

static void a_length_that_is_not_that_of_its_text_is_refused(void **state)
{
	static const struct {
		uint64_t said;
		const char *bytes;
		size_t n;
	} wrong[] = {
		{4, "word", 4}, /* no NUL */
		{3, "word", 5}, /* it ends early */
		{4, "wo\0d", 5}, /* and late */
		{11, "more than 10", 12}, /* of too many */
		{UINT64_MAX, "word", 5}, /* with its NUL it would be 0 */
		{UINT64_MAX - 8, "word", 5},
	};
	struct buf buf = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct wire_reader in;

		put_said(&buf, wrong[i].said, wrong[i].bytes, wrong[i].n);
		in = reader_of(&buf);
		assert_string_equal(wire_words(&in, 10), "");
		assert_true(in.failed);
	}
	buf_release(&buf);
}

static void a_line_holds_nothing_that_steers(void **state)
{
	static const char *const wrong[] = {"a\nb", "a\tb",         "a\033[m", "\x7f",
					    "\xff", "\xe2\x80\xae", "\xc2\x85"};
	struct buf buf = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct wire_reader in;

		buf.n = 0;
		wire_put_text(&buf, wrong[i]);
		in = reader_of(&buf);
		assert_string_equal(wire_words(&in, 10), wrong[i]);
		in = reader_of(&buf);
		assert_string_equal(wire_text(&in, 10), "");
		assert_true(in.failed);
	}
	buf_release(&buf);
}

static void a_frame_is_sent_whole_however_little_is_taken_at_once(void **state)
{
	const struct wire_head head = {5, MESSAGE_DATA, 7}, empty = {0, MESSAGE_READY, 0};
	char expected[2 * sizeof(head) + 5], bytes[100];
	int ends[2];
	(void)state;

	memcpy(expected, &head, sizeof(head));
	memcpy(expected + sizeof(head), "words", 5);
	memcpy(expected + sizeof(head) + 5, &empty, sizeof(empty));
	assert_int_equal(pipe(ends), 0);
	for (taken_at_once = 1; taken_at_once < sizeof(expected); taken_at_once++) {
		assert_int_equal(wire_send(ends[1], head, "words"), 0);
		assert_int_equal(wire_send(ends[1], empty, NULL), 0);
		assert_int_equal(read(ends[0], bytes, sizeof(bytes)), sizeof(expected));
		assert_memory_equal(bytes, expected, sizeof(expected));
	}
	close(ends[0]);
	close(ends[1]);
}

/* ---- messages */

static void put_diag(struct buf *buf, uint64_t severity, const char *name)
{
	buf->n = 0;
	wire_put_number(buf, severity);
	for (int i = 0; i < 3; i++)
		wire_put_number(buf, UINT64_MAX);
	wire_put_text(buf, name);
	wire_put_text(buf, "words");
}

static void a_number_without_a_meaning_is_a_breach(void **state)
{
	struct buf buf = BUF_INIT;
	struct message_diag diag;
	enum message_end end;
	struct wire_reader in;
	unsigned certainty = 0;
	uint32_t part = 0;

	(void)state;
	for (uint64_t i = 0; i < 300; i++) {
		put_diag(&buf, i, "x");
		in = reader_of(&buf);
		assert_int_equal(message_take_diag(&in, &diag), i <= MR_ERROR ? 0 : -1);
		buf.n = 0;
		wire_put_number(&buf, i);
		in = reader_of(&buf);
		assert_int_equal(message_take_progress(&in, &part), i <= 100 ? 0 : -1);
		in = reader_of(&buf);
		assert_int_equal(message_take_done(&in, &end), i <= MESSAGE_END_NO_MEMORY ? 0 : -1);
		in = reader_of(&buf);
		assert_int_equal(found_take_sniff(&in, &certainty), i <= FOUND_SNIFF_MAX ? 0 : -1);
	}
	/* beyond 32 bits they do not become small ones */
	buf.n = 0;
	wire_put_number(&buf, UINT64_C(1) << 32);
	in = reader_of(&buf);
	assert_int_equal(message_take_progress(&in, &part), -1);
	in = reader_of(&buf);
	assert_int_equal(message_take_done(&in, &end), -1);
	assert_int_equal(part, 100);
	buf_release(&buf);
}

static void a_name_that_could_be_a_path_is_left_out_by_who_writes(void **state)
{
	struct message_diag diag = {
		.severity = (enum mr_severity)7, .where.name = "../secret", .text = "two\nlines"};
	struct buf buf = BUF_INIT;
	struct wire_reader in;

	(void)state;
	message_put_diag(&buf, &diag);
	in = reader_of(&buf);
	assert_int_equal(message_take_diag(&in, &diag), 0);
	assert_int_equal(diag.severity, MR_ERROR);
	assert_string_equal(diag.where.name, "");
	assert_null(strchr(diag.text, '\n'));
	buf_release(&buf);
}

/* 0, or the breach that a HELLO is with one member that is another. */
static int greet(const char *extension, const char *suffixes, const char *aliases,
		 const char *examples, unsigned n_options)
{
	static const struct mr_option option = {"a", MR_OPTION_FLAG, "no", NULL, 0, 0, "h"};
	struct mr_option options[2] = {option, option};
	struct message_hello hello = {.summary = "s",
				      .version = "1",
				      .extension = extension,
				      .media_type = "a/b",
				      .template_name = "",
				      .can_write = true,
				      .suffixes = suffixes,
				      .license = "",
				      .author = "",
				      .homepage = "",
				      .aliases = aliases,
				      .examples = examples,
				      .table = {options, n_options}};
	struct arena arena = ARENA_INIT;
	struct message_hello taken;
	struct buf buf = BUF_INIT;
	struct wire_reader in;
	int status;

	message_put_hello(&buf, &hello);
	/* no child of ours would write it so */
	for (size_t i = 0; i < buf.n; i++)
		buf.at[i] = buf.at[i] == '@' ? '\033' : buf.at[i];
	in = reader_of(&buf);
	status = message_take_hello(&in, &arena, &taken);
	buf_release(&buf);
	arena_release(&arena);
	return status;
}

static void the_parent_vets_anew_what_a_child_says_it_has_vetted(void **state)
{
	(void)state;
	assert_int_equal(greet("txt", "a|b", "c", "line\nline", 1), 0);
	assert_int_equal(greet("../txt", "a|b", "c", "", 1), -1);
	assert_int_equal(greet("txt", "a|", "c", "", 1), -1);
	assert_int_equal(greet("txt", "A", "c", "", 1), -1);
	assert_int_equal(greet("txt", "a|b", "c/d", "", 1), -1);
	assert_int_equal(greet("txt", "a|b", "c", "", 2), -1); /* one name twice */
	assert_int_equal(greet("txt", "a|b", "c", "line\n@[m", 1), -1);
}

/* ---- words */

#define N20 "abcdefghijklmnopqrst"
#define N40 N20 N20

static void names_and_suffixes_have_their_letters_and_their_length(void **state)
{
	(void)state;
	assert_true(vet_name("a-1", 3) && vet_name(N40, 40));
	assert_false(vet_name("", 0) || vet_name("-a", 2) || vet_name("A", 1));
	assert_false(vet_name("a\0b", 3));
	assert_false(vet_name(N40 "a", 41));

	assert_true(vet_extension("tar.gz") && vet_extension(N40) && vet_extension("X"));
	assert_false(vet_extension(NULL) || vet_extension("") || vet_extension(N40 "a"));
	assert_false(vet_extension(".a") || vet_extension("a.") || vet_extension("a/b"));
	assert_false(vet_extension("+") || vet_extension("a-") || vet_extension("a b"));

	assert_true(vet_suffixes("") && vet_suffixes("md|tar.gz") && vet_suffixes(N40));
	assert_false(vet_suffixes("|") || vet_suffixes("a||b") || vet_suffixes("a|.b"));
	assert_false(vet_suffixes(N40 "a") || vet_suffixes("a|" N40 "a"));
	assert_true(
		vet_suffixes(N40 "|" N40 "|" N40 "|" N40 "|abcdefghijklmnopqrstabcdefghijklmnop"));
	assert_false(
		vet_suffixes(N40 "|" N40 "|" N40 "|" N40 "|abcdefghijklmnopqrstabcdefghijklmnopq"));
}

static void a_part_of_a_files_name_leads_nowhere(void **state)
{
	(void)state;
	assert_true(vet_part("Chart_1.2-b") && vet_part(N40 N40 N20));
	assert_false(vet_part(NULL) || vet_part("") || vet_part(N40 N40 N20 "a"));
	assert_false(vet_part("..") || vet_part(".a") || vet_part("-a") || vet_part("a/b"));
	assert_false(vet_part("a\\b") || vet_part("a:b") || vet_part("ä"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_put_is_read),
		cmocka_unit_test(nothing_is_read_behind_the_end_and_nothing_once_that_failed),
		cmocka_unit_test(a_length_that_is_not_that_of_its_text_is_refused),
		cmocka_unit_test(a_line_holds_nothing_that_steers),
		cmocka_unit_test(a_frame_is_sent_whole_however_little_is_taken_at_once),
		cmocka_unit_test(a_number_without_a_meaning_is_a_breach),
		cmocka_unit_test(a_name_that_could_be_a_path_is_left_out_by_who_writes),
		cmocka_unit_test(the_parent_vets_anew_what_a_child_says_it_has_vetted),
		cmocka_unit_test(names_and_suffixes_have_their_letters_and_their_length),
		cmocka_unit_test(a_part_of_a_files_name_leads_nowhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
