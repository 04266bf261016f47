/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as an artifact: every stamp that is found lies behind the one before, and one that is good says the same when
 * it is written again; its command is taken apart or refused.
 *
 * seeds: tests/fuzz/seeds/stamp
 * sources: core/out/stamp core/base/
 */
#include "base/shell.h"
#include "out/stamp.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static void write_again(const struct stamp *stamp, struct arena *arena)
{
	struct buf text = BUF_INIT;
	struct stamp_found found;
	char **words;
	size_t at = 0;

	stamp_put(&text, stamp);
	prove(stamp_find(text.at, text.n, &at, arena, &found));
	prove(text.n > STAMP_MAX || (found.state == STAMP_GOOD && at == text.n));
	prove(found.state != STAMP_GOOD || strcmp(found.is.command, stamp->command) == 0);
	shell_split(stamp->command, arena, &words);
	buf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena arena = ARENA_INIT;
	struct stamp_found found;
	size_t at = 0, before = 0;

	while (stamp_find((const char *)bytes, n, &at, &arena, &found)) {
		prove(found.offset >= before && at > found.offset && at <= n);
		before = at;
		if (found.state == STAMP_GOOD)
			write_again(&found.is, &arena);
	}
	arena_release(&arena);
	return 0;
}
