/* SPDX-License-Identifier: MIT */
/* Tables of files and the one message that is said of each. */
#ifndef TOLD_H
#define TOLD_H

#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>

struct told {
	const char *yaml;
	const char *says; /* a part of the messages, which are one line */
};

static inline void tell(const struct told *told, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct loaded l;
		const char *messages;

		load(&l, told[i].yaml, strlen(told[i].yaml));
		messages = buf_text(&l.messages);
		assert_int_equal(l.status, -1);
		if (!strstr(messages, told[i].says))
			fail_msg("'%.200s': '%s' instead of '%s'", told[i].yaml, messages,
				 told[i].says);
		assert_string_equal(strchr(messages, '\n'), "\n");
		unload(&l);
	}
}

#define TELL(cases) tell(cases, sizeof(cases) / sizeof((cases)[0]))

#endif
