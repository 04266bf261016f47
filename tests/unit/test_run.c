/* SPDX-License-Identifier: MIT */
/* What a run says when there is no memory to say it with. */
#include "base/mem.h"
#include "run/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static bool refuses;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refuses;
}

/* What run_say() writes to standard error. */
static void say(struct run *run, char *out, size_t size)
{
	FILE *file = tmpfile();
	int kept = dup(STDERR_FILENO);
	size_t n;

	assert_non_null(file);
	dup2(fileno(file), STDERR_FILENO);
	run_say(run);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(file);
	n = fread(out, 1, size - 1, file);
	out[n] = '\0';
	fclose(file);
}

static void memory_that_is_refused_for_ever_is_said_all_the_same(void **state)
{
	struct run run = {.has_color = false};
	char said[200];

	(void)state;
	diag_init(&run.diag, DIAG_MAX);
	refuses = true;
	diag_no_memory(&run.diag);
	say(&run, said, sizeof(said));
	refuses = false;

	assert_string_equal(said, "meshreport: error: out of memory\n");
	diag_release(&run.diag);
}

static void messages_are_said_once_and_forgotten(void **state)
{
	struct run run = {.has_color = false};
	char said[200];

	(void)state;
	diag_init(&run.diag, DIAG_MAX);
	diag_say(&run.diag, MR_ERROR, "d.yaml", "this is wrong");

	say(&run, said, sizeof(said));
	assert_string_equal(said, "d.yaml: error: this is wrong\n");
	say(&run, said, sizeof(said));
	assert_string_equal(said, "");
	diag_release(&run.diag);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_that_is_refused_for_ever_is_said_all_the_same),
		cmocka_unit_test(messages_are_said_once_and_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
