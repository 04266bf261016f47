/* SPDX-License-Identifier: MIT */
/* What is said of a dataset, word by word: for the tests of the loader and its checks. */
#ifndef REFUSED_HELP_H
#define REFUSED_HELP_H

#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>

#define IN_FEATURE "categories[0].features[0]"

struct refused {
	const char *yaml;
	const char *says; /* the lines without the file's name */
};

/* At most `max` messages of a severity. */
static inline void load_briefly(struct loaded *l, const char *yaml, size_t max)
{
	struct limits limits;

	limits_init(&limits);
	diag_init(&l->diag, max);
	l->messages = (struct buf)BUF_INIT;
	l->status = dataset_load_bytes(&l->set, yaml, strlen(yaml), "d.yaml", &limits, &l->diag);
	diag_print(&l->diag, &l->messages, false, false);
}

static inline void assert_says(struct loaded *l, const char *says)
{
	struct buf expected = BUF_INIT;
	const char *line, *end;

	for (line = says; *line; line = *end ? end + 1 : end) {
		end = line + strcspn(line, "\n");
		buf_printf(&expected, "%s%.*s\n", line[0] >= '0' && line[0] <= '9' ? "d.yaml:" : "",
			   (int)(end - line), line);
	}
	assert_string_equal(buf_text(&l->messages), buf_text(&expected));
	buf_release(&expected);
}

static inline void refuses(const struct refused *refused)
{
	struct loaded l;

	load(&l, refused->yaml, strlen(refused->yaml));
	assert_says(&l, refused->says);
	assert_int_equal(l.status, -1);
	unload(&l);
}

static inline void refuse_all(const struct refused *refused, size_t n)
{
	for (size_t i = 0; i < n; i++)
		refuses(&refused[i]);
}

#define REFUSE_ALL(cases) refuse_all(cases, sizeof(cases) / sizeof((cases)[0]))

#endif
