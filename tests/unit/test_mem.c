/* SPDX-License-Identifier: MIT */
/* mem, arena and buf: sizes that wrap, memory that is refused, what is released. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static bool refuses;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refuses;
}

static void a_product_that_wraps_is_a_failed_allocation(void **state)
{
	struct arena arena = ARENA_INIT;
	size_t out = 7;

	(void)state;

	assert_false(mem_multiply(SIZE_MAX / 2, 3, &out));
	assert_false(mem_add(SIZE_MAX, 1, &out));
	assert_int_equal(out, 7);
	assert_null(mem_array(SIZE_MAX / 2, 3));
	assert_null(mem_resize(NULL, SIZE_MAX / 2, 3));
	assert_null(mem_copy("x", SIZE_MAX));
	assert_true(mem_multiply(6, 7, &out));
	assert_int_equal(out, 42);
	assert_true(mem_multiply(SIZE_MAX, 0, &out));
	assert_int_equal(out, 0);
	assert_null(arena_copy(&arena, "", SIZE_MAX));
	arena_release(&arena);
}

static void nothing_asked_for_is_still_no_null_pointer(void **state)
{
	void *a = mem_alloc(0), *b = mem_array(0, 8);

	(void)state;

	assert_non_null(a);
	assert_non_null(b);
	mem_free(a);
	mem_free(b);
}

static void an_arena_aligns_zeroes_and_keeps_what_it_gave(void **state)
{
	struct arena arena = ARENA_INIT;
	uint64_t *numbers[200];
	char *large, *small;
	size_t i;

	(void)state;

	for (i = 0; i < 200; i++) {
		assert_non_null(arena_copy(&arena, "abc", i % 4));
		numbers[i] = arena_array(&arena, i + 1, sizeof(uint64_t));
		assert_int_equal((uintptr_t)numbers[i] % sizeof(uint64_t), 0);
		assert_int_equal(numbers[i][i], 0);
		numbers[i][i] = i;
	}
	large = arena_array(&arena, 3000000, 1);
	small = arena_copy(&arena, "after the large one", 19);

	for (i = 0; i < 200; i++)
		assert_int_equal(numbers[i][i], i);
	assert_int_equal(large[2999999], 0);
	assert_string_equal(small, "after the large one");
	assert_false(arena.failed);
	arena_release(&arena);
}

static void what_no_longer_fits_when_aligned_begins_another_piece_of_memory(void **state)
{
	enum { LARGE = 3000000 };
	struct arena arena = ARENA_INIT;
	char *large = mem_array(LARGE, 1);
	void *piece;
	(void)state;

	/* the first, of an odd size, with memory of its own up to its last byte */
	assert_non_null(arena_copy(&arena, large, LARGE));
	piece = arena_array(&arena, 1, 8);
	assert_non_null(piece);
	assert_int_equal((uintptr_t)piece % 8, 0);
	arena_release(&arena);
	mem_free(large);
}

static void an_arena_remembers_that_memory_was_refused(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;

	refuses = true;
	assert_null(arena_object(&arena, 8));
	refuses = false;
	assert_non_null(arena_object(&arena, 8));

	assert_true(arena.failed);
	assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
	arena_release(&arena);
}

static void an_arena_rewound_gives_zeroed_pieces_of_what_it_kept(void **state)
{
	struct arena arena = ARENA_INIT;
	char *piece;
	size_t n_kept;

	(void)state;
	for (int round = 0; round < 3; round++) {
		if (round == 1)
			assert_non_null(arena_array(&arena, 3000000, 1)); /* a chunk of its own */
		for (int i = 0; i < 2000; i++) {
			piece = arena_array(&arena, 100, 1);
			assert_non_null(piece);
			assert_int_equal(piece[0] | piece[99], 0);
			memset(piece, 'x', 100);
		}
		n_kept = arena.n_bytes;
		arena_rewind(&arena);

		assert_true(arena.n_bytes <= n_kept);
		assert_null(arena.chunks ? *(void **)(void *)arena.chunks : NULL);
	}
	arena_release(&arena);
	refuses = true;
	assert_null(arena_object(&arena, 8));
	refuses = false;

	arena_rewind(&arena);

	assert_false(arena.failed);
	arena_release(&arena);
}

static void an_arena_adopts_what_another_holds(void **state)
{
	struct arena from = ARENA_INIT, to = ARENA_INIT;
	const char *word = arena_copy(&from, "moved", 5), *own = arena_copy(&to, "own", 3);

	(void)state;

	arena_adopt(&to, &from);
	arena_adopt(&to, &from);

	assert_null(from.chunks);
	assert_string_equal(word, "moved");
	assert_string_equal(own, "own");
	arena_release(&to);
	arena_release(&from);
}

static void a_buffer_ignores_everything_after_its_maximum(void **state)
{
	struct buf buf;

	(void)state;

	buf_init(&buf, 5);
	buf_put_text(&buf, "abc");
	buf_put_text(&buf, "de");
	assert_false(buf.failed);
	buf_put_byte(&buf, 'f');
	buf_put_text(&buf, "");

	assert_true(buf.failed);
	assert_string_equal(buf_text(&buf), "abcde");
	buf_clear(&buf);
	buf_printf(&buf, "%d%s", 12, "ab");
	assert_string_equal(buf_text(&buf), "12ab");
	assert_false(buf.failed);
	buf_printf(&buf, "%s", "too long");
	assert_true(buf.failed);
	buf_release(&buf);
}

static void a_buffer_moves_its_bytes_to_who_takes_them(void **state)
{
	struct buf buf = BUF_INIT;
	size_t n = 0;
	char *taken;

	(void)state;

	buf_put(&buf, "a\0b", 3);
	taken = buf_take(&buf, &n);

	assert_int_equal(n, 3);
	assert_memory_equal(taken, "a\0b", 4);
	assert_int_equal(buf.n, 0);
	assert_null(buf.at);
	mem_free(taken);
	taken = buf_take(&buf, NULL);
	assert_string_equal(taken, "");
	mem_free(taken);
}

static void a_buffer_without_memory_has_failed_and_is_empty_text(void **state)
{
	struct buf buf = BUF_INIT;

	(void)state;

	refuses = true;
	buf_put_text(&buf, "abc");
	refuses = false;

	assert_true(buf.failed);
	assert_string_equal(buf_text(&buf), "");
	assert_null(buf_take(&buf, NULL));
	buf_release(&buf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_product_that_wraps_is_a_failed_allocation),
		cmocka_unit_test(nothing_asked_for_is_still_no_null_pointer),
		cmocka_unit_test(an_arena_aligns_zeroes_and_keeps_what_it_gave),
		cmocka_unit_test(what_no_longer_fits_when_aligned_begins_another_piece_of_memory),
		cmocka_unit_test(an_arena_remembers_that_memory_was_refused),
		cmocka_unit_test(an_arena_rewound_gives_zeroed_pieces_of_what_it_kept),
		cmocka_unit_test(an_arena_adopts_what_another_holds),
		cmocka_unit_test(a_buffer_ignores_everything_after_its_maximum),
		cmocka_unit_test(a_buffer_moves_its_bytes_to_who_takes_them),
		cmocka_unit_test(a_buffer_without_memory_has_failed_and_is_empty_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
