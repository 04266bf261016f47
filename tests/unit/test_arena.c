/* SPDX-License-Identifier: MIT */
/*
 * arena under AddressSanitizer: who leaves a piece is stopped, as if each had been allocated alone.
 *
 * Each trespass happens in a child, which must die with a report of its own.  A plain build has no red zones; it is asked that they cost nothing there.
 */
#include "base/arena.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a child that runs `trespass` prints before it dies; its exit status. */
static int run_in_child(void (*trespass)(struct arena *), char *said, size_t size)
{
	size_t n = 0;
	int ends[2], status;
	ssize_t got;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct arena arena = ARENA_INIT;

		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		trespass(&arena);
		arena_release(&arena);
		_exit(0);
	}
	close(ends[1]);
	while (n < size - 1 && (got = read(ends[0], said + n, size - 1 - n)) > 0)
		n += (size_t)got;
	said[n] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

/* A write that no compiler leaves out and no warning sees. */
static void write_at(char *piece, ptrdiff_t at)
{
	volatile char *place = piece + at;

	*place = 'x';
}

static void stays_inside(struct arena *arena)
{
	for (size_t n = 1; n < 70; n++) {
		write_at(arena_array(arena, n, 1), (ptrdiff_t)n - 1);
		write_at(
			arena_copy(
				arena,
				"some words of a text that is longer than all of these are, by far",
				n > 60 ? 60 : n),
			0);
	}
	write_at(arena_array(arena, 3000000, 1), 2999999);
}

static void writes_behind_a_piece(struct arena *arena)
{
	char *piece = arena_array(arena, 5, sizeof(uint32_t));

	arena_array(arena, 5, sizeof(uint32_t));
	write_at(piece, 5 * sizeof(uint32_t));
}

static void writes_before_a_piece(struct arena *arena)
{
	arena_array(arena, 5, sizeof(uint32_t));
	write_at(arena_array(arena, 5, sizeof(uint32_t)), -1);
}

static void writes_before_the_first_piece(struct arena *arena)
{
	write_at(arena_array(arena, 5, sizeof(uint32_t)), -1);
}

static void writes_behind_a_copy(struct arena *arena)
{
	char *copy = arena_copy(arena, "abc", 3);

	arena_copy(arena, "def", 3);
	write_at(copy, 4);
}

static void writes_behind_the_last_piece(struct arena *arena)
{
	write_at(arena_array(arena, 24, 1), 24);
}

static void writes_far_behind_the_last_piece(struct arena *arena)
{
	write_at(arena_array(arena, 24, 1), 4000);
}

static void writes_before_a_large_piece(struct arena *arena)
{
	arena_array(arena, 24, 1);
	write_at(arena_array(arena, 3000000, 1), -1);
}

static void writes_into_what_was_taken_back(struct arena *arena)
{
	char *piece = arena_array(arena, 24, 1);

	arena_rewind(arena);
	write_at(piece, 0);
}

static const struct {
	const char *name;
	void (*trespass)(struct arena *);
} trespasses[] = {
	{"behind a piece", writes_behind_a_piece},
	{"before a piece", writes_before_a_piece},
	{"before the first piece", writes_before_the_first_piece},
	{"behind a copy", writes_behind_a_copy},
	{"behind the last piece", writes_behind_the_last_piece},
	{"far behind the last piece", writes_far_behind_the_last_piece},
	{"before a large piece", writes_before_a_large_piece},
	{"into what was taken back", writes_into_what_was_taken_back},
};

static void a_write_outside_of_a_piece_ends_a_sanitized_program(void **state)
{
	char said[4096];

	(void)state;
	for (size_t i = 0; MEM_RED_ZONE > 0 && i < sizeof(trespasses) / sizeof(*trespasses); i++) {
		int status = run_in_child(trespasses[i].trespass, said, sizeof(said));

		if ((WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
		    !strstr(said, "use-after-poison"))
			fail_msg("a write %s was not seen: status %d, %s", trespasses[i].name,
				 status, said);
	}
}

static void a_write_inside_of_a_piece_disturbs_no_one(void **state)
{
	char said[4096];

	(void)state;

	assert_int_equal(run_in_child(stays_inside, said, sizeof(said)), 0);
	assert_string_equal(said, "");
}

static void copies_stand_side_by_side_where_there_are_no_red_zones(void **state)
{
	struct arena arena = ARENA_INIT;
	const char *first = arena_copy(&arena, "abc", 3), *second = arena_copy(&arena, "d", 1);

	(void)state;

	assert_true(second - first >= 4);
	if (MEM_RED_ZONE == 0)
		assert_int_equal(second - first, 4);
	else
		assert_true(second - first >= 4 + MEM_RED_ZONE);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_write_outside_of_a_piece_ends_a_sanitized_program),
		cmocka_unit_test(a_write_inside_of_a_piece_disturbs_no_one),
		cmocka_unit_test(copies_stand_side_by_side_where_there_are_no_red_zones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
