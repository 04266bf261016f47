/* SPDX-License-Identifier: MIT */
#include "common/bytes/sha256.h"

#include <string.h>

/* FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2,
};

/* FIPS 180-4, 5.3.3 */
static const uint32_t first_state[8] = {
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static uint32_t rotate(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

static uint32_t load(const uint8_t *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/*
 * FIPS 180-4, 6.2.2, step 3: one round.  The eight working variables change their roles instead of
 * their values: moving them from one to the next each round took three times as long.
 */
#define ROUND(a, b, c, d, e, f, g, h, t)                                             \
	do {                                                                         \
		uint32_t t1 = (h) + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + \
			      (((e) & (f)) ^ (~(e) & (g))) + constants[t] + w[t];    \
                                                                                     \
		(d) += t1;                                                           \
		(h) = t1 + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +          \
		      (((a) & (b)) ^ ((a) & (c)) ^ ((b) & (c)));                     \
	} while (0)

/* FIPS 180-4, 6.2.2, steps 1 to 4 for one block. */
static void take_block(struct sha256 *hash, const uint8_t *block)
{
	uint32_t w[64], s[8];

	for (unsigned t = 0; t < 16; t++)
		w[t] = load(block + 4 * t);
	for (unsigned t = 16; t < 64; t++) {
		uint32_t near = w[t - 2], far = w[t - 15];

		w[t] = (rotate(near, 17) ^ rotate(near, 19) ^ near >> 10) + w[t - 7] +
		       (rotate(far, 7) ^ rotate(far, 18) ^ far >> 3) + w[t - 16];
	}
	memcpy(s, hash->state, sizeof(s));
	for (unsigned t = 0; t < 64; t += 8) {
		ROUND(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], t);
		ROUND(s[7], s[0], s[1], s[2], s[3], s[4], s[5], s[6], t + 1);
		ROUND(s[6], s[7], s[0], s[1], s[2], s[3], s[4], s[5], t + 2);
		ROUND(s[5], s[6], s[7], s[0], s[1], s[2], s[3], s[4], t + 3);
		ROUND(s[4], s[5], s[6], s[7], s[0], s[1], s[2], s[3], t + 4);
		ROUND(s[3], s[4], s[5], s[6], s[7], s[0], s[1], s[2], t + 5);
		ROUND(s[2], s[3], s[4], s[5], s[6], s[7], s[0], s[1], t + 6);
		ROUND(s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[0], t + 7);
	}
	for (unsigned i = 0; i < 8; i++)
		hash->state[i] += s[i];
}

void sha256_init(struct sha256 *hash)
{
	*hash = (struct sha256){0};
	memcpy(hash->state, first_state, sizeof(first_state));
}

void sha256_update(struct sha256 *hash, const void *bytes, size_t n)
{
	const uint8_t *at = bytes;
	size_t n_kept = hash->n_bytes % 64;

	hash->n_bytes += n;
	if (n_kept > 0) {
		size_t n_more = n < 64 - n_kept ? n : 64 - n_kept;

		if (n_more > 0)
			memcpy(hash->block + n_kept, at, n_more);
		if (n_kept + n_more < 64)
			return;
		take_block(hash, hash->block);
		at += n_more;
		n -= n_more;
	}
	for (; n >= 64; at += 64, n -= 64)
		take_block(hash, at);
	if (n > 0)
		memcpy(hash->block, at, n);
}

/* FIPS 180-4, 5.1.1: a one bit, zeros, and the length in bits as 64 bits. */
void sha256_final(struct sha256 *hash, uint8_t digest[SHA256_SIZE])
{
	static const uint8_t padding[64] = {0x80};
	uint64_t n_bits = hash->n_bytes * 8;
	size_t n_kept = hash->n_bytes % 64;
	uint8_t length[8];

	for (unsigned i = 0; i < 8; i++)
		length[i] = (uint8_t)(n_bits >> (56 - 8 * i));
	sha256_update(hash, padding, n_kept < 56 ? 56 - n_kept : 120 - n_kept);
	sha256_update(hash, length, sizeof(length));
	for (unsigned i = 0; i < 32; i++)
		digest[i] = (uint8_t)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
}
