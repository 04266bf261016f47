/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as what a script answers, of itself or as a line of its files: taken whole, or refused with words.
 *
 * seeds: tests/fuzz/seeds/script
 * sources: core/script/d core/script/files core/base/
 */
#include "base/base64.h"
#include "script/describe.h"
#include "script/files.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static void describe(struct arena *arena, const char *text, size_t n)
{
	char why[DESCRIBE_WHY] = "";
	struct describe said;

	if (describe_read(arena, text, n, "x", &said, why) != 0) {
		prove(why[0] != '\0');
		return;
	}
	prove(said.is.name && said.is.summary && said.n_needs <= DESCRIBE_NEEDS_MAX);
	for (uint32_t i = 0; i < said.n_needs; i++)
		prove(said.needs[i][0] != '\0');
	for (uint32_t i = 0; i < said.is.n_options; i++)
		prove(said.is.options[i].name && said.is.options[i].help);
}

/* What was read is read again from what it is written as. */
static void take_file(struct arena *arena, const char *line, size_t n)
{
	char why[FILES_WHY] = "";
	struct buf letters = BUF_INIT, back = BUF_INIT;
	struct files_one file;

	if (files_read(arena, line, n, &file, why) != 0) {
		prove(why[0] != '\0');
		return;
	}
	prove(file.part && file.suffix);
	base64_put(&letters, file.bytes.at, file.bytes.n);
	prove(base64_read(&back, buf_text(&letters)) == 0 && back.n == file.bytes.n);
	prove(back.n == 0 || memcmp(back.at, file.bytes.at, back.n) == 0);
	buf_release(&letters);
	buf_release(&back);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena arena = ARENA_INIT;

	describe(&arena, (const char *)bytes, n);
	take_file(&arena, (const char *)bytes, n);
	arena_release(&arena);
	return 0;
}
