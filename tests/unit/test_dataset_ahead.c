/* SPDX-License-Identifier: MIT */
/* The events of a large file are those of libyaml, whether a thread runs ahead or not. */
#include "base/buf.h"
#include "data/dataset_ahead.h"
#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <yaml.h>

#define SEED UINT64_C(12345)

/* Several portions, every kind of event, texts of one byte and of many. */
static void put_large(struct buf *out, unsigned n_rows)
{
	unsigned i;

	buf_put_text(out, "# a comment\nrows:\n");
	for (i = 0; i < n_rows; i++)
		buf_printf(out, "- &r%u {id: 'f%u', list: [a, !!str b, \"%*s\"], alias: *r%u}\n", i,
			   i, (int)(i % 300), "x", i);
}

static void assert_text(const char *have, const unsigned char *want)
{
	if (want)
		assert_string_equal(have, (const char *)want);
	else
		assert_null(have);
}

static void assert_same(const struct ahead_event *a, const yaml_event_t *b)
{
	assert_int_equal(a->place.line, b->start_mark.line + 1);
	assert_int_equal(a->place.column, b->start_mark.column + 1);
	switch (b->type) {
	case YAML_SCALAR_EVENT:
		assert_int_equal(a->kind, AHEAD_SCALAR);
		assert_int_equal(a->n_text, b->data.scalar.length);
		assert_memory_equal(ahead_text(a), b->data.scalar.value, a->n_text + 1);
		assert_int_equal(a->hash, strset_hash(SEED, ahead_text(a), a->n_text));
		assert_int_equal(a->is_plain, b->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
		assert_text(ahead_anchor(a), b->data.scalar.anchor);
		assert_text(ahead_tag(a), b->data.scalar.tag);
		break;
	case YAML_ALIAS_EVENT:
		assert_int_equal(a->kind, AHEAD_ALIAS);
		assert_text(ahead_text(a), b->data.alias.anchor);
		break;
	case YAML_MAPPING_START_EVENT:
		assert_int_equal(a->kind, AHEAD_MAPPING);
		assert_text(ahead_anchor(a), b->data.mapping_start.anchor);
		break;
	case YAML_SEQUENCE_START_EVENT:
		assert_int_equal(a->kind, AHEAD_SEQUENCE);
		assert_text(ahead_tag(a), b->data.sequence_start.tag);
		break;
	case YAML_MAPPING_END_EVENT: assert_int_equal(a->kind, AHEAD_MAPPING_END); break;
	case YAML_SEQUENCE_END_EVENT: assert_int_equal(a->kind, AHEAD_SEQUENCE_END); break;
	case YAML_DOCUMENT_START_EVENT: assert_int_equal(a->kind, AHEAD_DOCUMENT); break;
	case YAML_DOCUMENT_END_EVENT: assert_int_equal(a->kind, AHEAD_DOCUMENT_END); break;
	default: assert_int_equal(a->kind, AHEAD_STREAM_END); break;
	}
}

static void assert_same_failure(const struct ahead_failure *a, const yaml_parser_t *b)
{
	assert_string_equal(a->problem, b->problem);
	if (b->error == YAML_READER_ERROR) {
		assert_int_equal(a->cause, AHEAD_READER);
		assert_int_equal(a->offset, b->problem_offset);
	} else {
		assert_int_equal(a->cause, AHEAD_SYNTAX);
		assert_int_equal(a->place.line, b->problem_mark.line + 1);
	}
}

/* All events, each beside what libyaml says when asked directly. */
static void compare_with_libyaml(const char *bytes, size_t n, bool wants_thread)
{
	struct ahead *ahead = ahead_new(bytes, n, SEED, wants_thread);
	yaml_parser_t parser;
	yaml_event_t event;
	bool is_last = false;

	assert_non_null(ahead);
	yaml_parser_initialize(&parser);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, n);
	while (!is_last) {
		const struct ahead_event *next;

		if (!yaml_parser_parse(&parser, &event)) {
			assert_null(ahead_next(ahead));
			assert_same_failure(ahead_failure(ahead), &parser);
			break;
		}
		if (event.type != YAML_STREAM_START_EVENT) {
			next = ahead_next(ahead);
			assert_non_null(next);
			assert_same(next, &event);
		}
		is_last = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	assert_null(ahead_next(ahead));
	assert_null(ahead_next(ahead));
	yaml_parser_delete(&parser);
	ahead_free(ahead);
}

static void a_thread_ahead_hands_out_the_events_of_libyaml(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	put_large(&text, 5000);

	compare_with_libyaml(text.at, text.n, false);
	compare_with_libyaml(text.at, text.n, true);
	buf_release(&text);
}

static void an_empty_text_has_the_events_of_an_empty_stream(void **state)
{
	(void)state;

	compare_with_libyaml("", 0, false);
	compare_with_libyaml("", 0, true);
}

static void a_mistake_comes_after_all_that_stands_before_it(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	put_large(&text, 3000);
	buf_put_text(&text, "- {a: b]\n");
	put_large(&text, 3000);

	compare_with_libyaml(text.at, text.n, false);
	compare_with_libyaml(text.at, text.n, true);
	buf_release(&text);
}

static void a_byte_that_is_not_utf8_comes_after_all_that_stands_before_it(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	put_large(&text, 3000);
	buf_put_text(&text, "- \xff\n");

	compare_with_libyaml(text.at, text.n, false);
	compare_with_libyaml(text.at, text.n, true);
	buf_release(&text);
}

static void a_text_longer_than_a_portion_comes_whole(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	buf_printf(&text, "- %300000s", "x\n- \"a\\0b\"\n");

	compare_with_libyaml(text.at, text.n, false);
	compare_with_libyaml(text.at, text.n, true);
	buf_release(&text);
}

/* The thread then waits for room, fills a portion, or is not even under way. */
static void a_reader_may_leave_at_any_event(void **state)
{
	static const unsigned steps[] = {0, 1, 1000, 5000, 30000};
	struct buf text = BUF_INIT;
	struct ahead *ahead;

	(void)state;
	put_large(&text, 4000);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		ahead = ahead_new(text.at, text.n, SEED, true);

		assert_non_null(ahead);
		for (unsigned step = 0; step < steps[i]; step++)
			assert_non_null(ahead_next(ahead));
		ahead_free(ahead);
	}
	buf_release(&text);
}

/* Through the loader, in a file that is worth a thread where there are two processors. */
static void a_large_dataset_is_loaded_and_its_last_mistake_has_its_line(void **state)
{
	struct buf text = BUF_INIT;
	struct loaded l;

	(void)state;
	buf_put_text(&text, HEAD);
	for (unsigned i = 0; i < 9000; i++)
		buf_printf(&text, "{id: f%u, name: 'F *%u*', values: {istio: yes}},\n", i, i % 700);
	buf_put_text(&text, FEATURE "\n" TAIL);
	load(&l, text.at, text.n);
	assert_int_equal(l.status, 0);
	assert_int_equal(l.set.n_features, 9001);
	assert_string_equal(l.set.features[8999].name->plain, "F 599");
	assert_ptr_equal(l.set.features[8999].name, l.set.features[599].name);
	unload(&l);

	buf_put_text(&text, "typo: 1\n");
	load(&l, text.at, text.n);

	assert_int_equal(l.status, -1);
	assert_non_null(strstr(buf_text(&l.messages), "d.yaml:9008:1: error: unknown key 'typo'"));
	unload(&l);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_thread_ahead_hands_out_the_events_of_libyaml),
		cmocka_unit_test(an_empty_text_has_the_events_of_an_empty_stream),
		cmocka_unit_test(a_mistake_comes_after_all_that_stands_before_it),
		cmocka_unit_test(a_byte_that_is_not_utf8_comes_after_all_that_stands_before_it),
		cmocka_unit_test(a_text_longer_than_a_portion_comes_whole),
		cmocka_unit_test(a_reader_may_leave_at_any_event),
		cmocka_unit_test(a_large_dataset_is_loaded_and_its_last_mistake_has_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
