/* SPDX-License-Identifier: MIT */
/* What the packer packs, zlib unpacks to what it was, with a thread and without. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "common/bytes/packer.h"

enum { PIECES = 50, PIECE = 30000, WHOLE = PIECES * PIECE };

/* Compresses a little: neither a run nor noise. */
static void make_piece(uint32_t id, unsigned char *piece)
{
	for (uint32_t i = 0; i < PIECE; i++)
		piece[i] = (unsigned char)((i * (id + 7) >> 5) ^ (i * i >> 11));
}

struct packed {
	unsigned char *bytes;
	size_t n;
	uint32_t n_pieces;
};

static void take(struct packer *packer, bool waits, struct packed *out)
{
	unsigned char *bytes;
	uint32_t id;
	size_t n;

	while (packer_take(packer, waits, &id, &bytes, &n)) {
		out->bytes = realloc(out->bytes, out->n + n + 1);
		assert_non_null(out->bytes);
		memcpy(out->bytes + out->n, bytes, n);
		out->n += n;
		out->n_pieces++;
		free(bytes);
	}
}

static struct packed pack_stream(int level, bool has_thread)
{
	struct packer *packer = packer_new(PACKER_ONE, level, has_thread);
	struct packed packed = {NULL, 0, 0};

	assert_non_null(packer);
	for (uint32_t i = 0; i < PIECES; i++) {
		make_piece(i, packer_room(packer, PIECE));
		packer_add(packer, i, PIECE);
		take(packer, false, &packed);
	}
	packer_end(packer);
	take(packer, true, &packed);
	assert_false(packer_failed(packer));
	packer_free(packer);
	return packed;
}

static void pieces_of_one_stream_are_one_stream_whatever_the_level(void **state)
{
	static unsigned char whole[WHOLE], piece[PIECE];

	(void)state;
	for (int level = 0; level <= 9; level += 3) {
		struct packed alone = pack_stream(level, false);
		struct packed beside = pack_stream(level, true);
		uLongf n = WHOLE;

		assert_int_equal(alone.n_pieces, PIECES + 1);
		assert_int_equal(alone.n, beside.n);
		assert_memory_equal(alone.bytes, beside.bytes, alone.n);
		assert_int_equal(uncompress(whole, &n, alone.bytes, (uLong)alone.n), Z_OK);
		assert_int_equal(n, WHOLE);
		for (uint32_t i = 0; i < PIECES; i++) {
			make_piece(i, piece);
			assert_memory_equal(whole + (size_t)i * PIECE, piece, PIECE);
		}
		free(alone.bytes);
		free(beside.bytes);
	}
}

static void each_piece_is_a_stream_of_its_own_and_comes_in_order(void **state)
{
	static unsigned char unpacked[PIECE], piece[PIECE];

	(void)state;
	for (int has_thread = 0; has_thread < 2; has_thread++) {
		struct packer *packer = packer_new(PACKER_EACH, 6, has_thread);
		uint32_t id, next = 0;
		unsigned char *bytes;
		size_t n;

		assert_non_null(packer);
		for (uint32_t i = 0; i < PIECES; i++) {
			make_piece(i, packer_room(packer, PIECE));
			packer_add(packer, i, PIECE);
			while (packer_take(packer, i + 1 == PIECES, &id, &bytes, &n)) {
				uLongf size = PIECE;

				assert_int_equal(id, next);
				make_piece(next++, piece);
				assert_int_equal(uncompress(unpacked, &size, bytes, (uLong)n),
						 Z_OK);
				assert_int_equal(size, PIECE);
				assert_memory_equal(unpacked, piece, PIECE);
				free(bytes);
			}
		}
		assert_int_equal(next, PIECES);
		assert_false(packer_failed(packer));
		packer_free(packer);
	}
}

static void more_bytes_than_the_room_has_fail_and_are_not_read(void **state)
{
	struct packed packed = {NULL, 0, 0};
	struct packer *packer = packer_new(PACKER_ONE, 6, false);

	(void)state;
	memset(packer_room(packer, 10), 'x', 10);
	packer_add(packer, 0, 10);
	take(packer, false, &packed);
	assert_false(packer_failed(packer));
	assert_non_null(packer_room(packer, 10));
	packer_add(packer, 1, 11);
	take(packer, false, &packed);
	assert_true(packer_failed(packer));
	assert_null(packer_room(packer, SIZE_MAX));
	packer_free(packer);
	free(packed.bytes);
}

static void a_stream_without_pieces_is_empty(void **state)
{
	struct packer *packer = packer_new(PACKER_ONE, 6, false);
	struct packed packed = {NULL, 0, 0};
	unsigned char none;
	uLongf n = 1;

	(void)state;
	assert_non_null(packer);
	packer_end(packer);
	take(packer, true, &packed);
	assert_int_equal(uncompress(&none, &n, packed.bytes, (uLong)packed.n), Z_OK);
	assert_int_equal(n, 0);
	free(packed.bytes);
	packer_free(packer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_of_one_stream_are_one_stream_whatever_the_level),
		cmocka_unit_test(each_piece_is_a_stream_of_its_own_and_comes_in_order),
		cmocka_unit_test(more_bytes_than_the_room_has_fail_and_are_not_read),
		cmocka_unit_test(a_stream_without_pieces_is_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
