/* SPDX-License-Identifier: MIT */
/*
 * sha256.h - the hash of FIPS 180-4, 6.2, for the hashes of a Content-Security-Policy and for
 * identifiers that follow from content.  Not for secrets: it does not try to be of constant time.
 *
 *     struct sha256 hash;
 *     sha256_init(&hash);
 *     sha256_update(&hash, bytes, n);      // as often as needed
 *     sha256_final(&hash, digest);         // then only init again
 */
#ifndef MESHREPORT_COMMON_SHA256_H
#define MESHREPORT_COMMON_SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SHA256_SIZE 32

struct sha256 {
	uint32_t state[8];
	uint64_t n_bytes;
	uint8_t block[64];
};

void sha256_init(struct sha256 *hash);
void sha256_update(struct sha256 *hash, const void *bytes, size_t n);
void sha256_final(struct sha256 *hash, uint8_t digest[SHA256_SIZE]);

#endif
