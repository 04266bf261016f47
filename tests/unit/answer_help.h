/* SPDX-License-Identifier: MIT */
/*
 * What one cell says, as a line to compare:
 *
 *     yes           the status          yes=supported   with the word that stood for it
 *     yes "via X"   with words          "words"         a text
 *     (Timeout yes, Retry no "not yet")  parts
 *
 * and the doubt behind it: ?begins:no, ?two, ?sign, ?brackets, ?true.
 */
#ifndef ANSWER_HELP_H
#define ANSWER_HELP_H

#include "words/answer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

struct answer_case {
	const char *cell; /* Markdown */
	const char *wanted;
};

struct answer_help {
	struct inline_pool pool;
	struct vocabulary vocabulary;
};

static inline void answer_help_init(struct answer_help *help)
{
	inline_init(&help->pool);
	assert_int_equal(vocabulary_init(&help->vocabulary), 0);
}

static inline void answer_help_release(struct answer_help *help)
{
	assert_false(help->pool.failed || help->vocabulary.failed);
	vocabulary_release(&help->vocabulary);
	inline_release(&help->pool);
}

static inline void answer_help_words(struct buf *out, const struct inline_text *words)
{
	if (words)
		buf_printf(out, " \"%s\"", words->words);
}

static inline void answer_help_put(struct buf *out, const struct vocabulary *vocabulary,
				   const struct answer *answer)
{
	static const char *const doubts[] = {"",       " ?begins:",  " ?two",
					     " ?sign", " ?brackets", " ?true"};

	switch (answer->kind) {
	case ANSWER_TEXT: buf_printf(out, "\"%s\"", answer->words->words); break;
	case ANSWER_STATUS:
		buf_put_text(out, vocabulary_at(vocabulary, answer->status)->id);
		if (answer->label)
			buf_printf(out, "=%s", answer->label->words);
		answer_help_words(out, answer->words);
		break;
	case ANSWER_PARTS:
		for (uint32_t i = 0; i < answer->n_parts; i++) {
			const struct answer_part *part = &answer->parts[i];

			buf_printf(out, "%s%s %s", i ? ", " : "(", part->name->words,
				   vocabulary_at(vocabulary, part->status)->id);
			answer_help_words(out, part->words);
		}
		buf_put_byte(out, ')');
		break;
	}
	buf_put_text(out, doubts[answer->doubt]);
	if (answer->doubt == ANSWER_BEGINS)
		buf_put_text(out, vocabulary_at(vocabulary, answer->begins_with)->id);
}

/* Reads each cell as the interpreter does, and tells of all that are read otherwise. */
static inline void answer_help_expect(struct answer_help *help, const struct answer_case *cases,
				      size_t n)
{
	const struct answering with = {&help->pool, &help->vocabulary, NULL, NULL};
	size_t n_wrong = 0;

	for (size_t i = 0; i < n; i++) {
		const struct inline_text *text = inline_read(&help->pool, cases[i].cell, false);
		struct answer answer, parts;
		struct buf read = BUF_INIT;

		assert_non_null(text);
		answer_read(&answer, &with, text);
		if (help->vocabulary.has_strict && answer.kind != ANSWER_STATUS &&
		    answer_signed_parts(&parts, &with, text))
			answer = parts;
		answer_help_put(&read, &help->vocabulary, &answer);
		if (strcmp(buf_text(&read), cases[i].wanted) != 0) {
			print_error("'%s' reads %s and not %s\n", cases[i].cell, buf_text(&read),
				    cases[i].wanted);
			n_wrong++;
		}
		buf_release(&read);
	}
	assert_int_equal(n_wrong, 0);
}

#endif
