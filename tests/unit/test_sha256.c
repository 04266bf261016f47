/* SPDX-License-Identifier: MIT */
#include "common/bytes/sha256.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void check(const struct sha256 *fed, const char *expected)
{
	struct sha256 hash = *fed;
	uint8_t digest[SHA256_SIZE];
	char text[2 * SHA256_SIZE + 1];

	sha256_final(&hash, digest);
	for (size_t i = 0; i < SHA256_SIZE; i++)
		snprintf(text + 2 * i, 3, "%02x", digest[i]);
	assert_string_equal(text, expected);
}

static void the_examples_of_the_standard_come_out_right(void **state)
{
	/* NIST's example values for SHA-256 (one and two blocks), and the empty message */
	static const struct {
		const char *message, *digest;
	} cases[] = {
		{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sha256 hash;

		sha256_init(&hash);
		sha256_update(&hash, cases[i].message, strlen(cases[i].message));
		check(&hash, cases[i].digest);
	}
}

static void a_million_letters_in_uneven_pieces_hash_as_one(void **state)
{
	static char letters[997];
	struct sha256 hash;
	size_t n = 0;
	(void)state;

	memset(letters, 'a', sizeof letters);
	sha256_init(&hash);
	for (size_t piece = 0; n < 1000000; n += piece) {
		piece = (n * 7 + 1) % sizeof letters;
		if (piece > 1000000 - n)
			piece = 1000000 - n;
		sha256_update(&hash, letters, piece);
	}

	check(&hash, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void every_length_around_a_block_pads_alike_however_it_is_fed(void **state)
{
	char bytes[200];
	(void)state;

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)i;
	for (size_t n = 0; n <= sizeof bytes; n++) {
		struct sha256 whole, single;
		uint8_t a[SHA256_SIZE], b[SHA256_SIZE];

		sha256_init(&whole);
		sha256_update(&whole, bytes, n);
		sha256_init(&single);
		for (size_t i = 0; i < n; i++)
			sha256_update(&single, bytes + i, 1);
		sha256_final(&whole, a);
		sha256_final(&single, b);
		assert_memory_equal(a, b, SHA256_SIZE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_examples_of_the_standard_come_out_right),
		cmocka_unit_test(a_million_letters_in_uneven_pieces_hash_as_one),
		cmocka_unit_test(every_length_around_a_block_pads_alike_however_it_is_fed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
