/* SPDX-License-Identifier: MIT */
#include "base/strset.h"

#include "base/mem.h"

#include <string.h>
#include <time.h>

enum { FIRST_SLOTS = 256, MOST_STRINGS = 1 << 30 };

/*
 * The seed differs from run to run by the clock and by where the loader put the stack.  It decides
 * only which slot a string falls into, never an order that anyone sees.
 */
void strset_init(struct strset *set)
{
	struct timespec now = {0};

	*set = (struct strset){0};
	clock_gettime(CLOCK_MONOTONIC, &now);
	set->seed = (uint64_t)now.tv_nsec * UINT64_C(0x9e3779b97f4a7c15) ^ (uint64_t)now.tv_sec ^
		    (uint64_t)(uintptr_t)&now;
}

void strset_release(struct strset *set)
{
	arena_release(&set->arena);
	mem_free(set->at);
	mem_free(set->slots);
	*set = (struct strset){0};
}

static uint64_t mix(uint64_t a, uint64_t b)
{
	a = (a ^ b) * UINT64_C(0xff51afd7ed558ccd);
	a ^= a >> 32;
	a *= UINT64_C(0xc4ceb9fe1a85ec53);
	return a ^ a >> 29;
}

/* Eight bytes at a time, each mixed with what came before. */
static uint32_t hash_of(uint64_t seed, const char *bytes, size_t n)
{
	uint64_t hash = seed ^ n, word;

	for (; n >= sizeof(word); n -= sizeof(word), bytes += sizeof(word)) {
		memcpy(&word, bytes, sizeof(word));
		hash = mix(hash, word);
	}
	word = 0;
	if (n)
		memcpy(&word, bytes, n);
	return (uint32_t)mix(hash, word);
}

/* The slot that holds the string, or the empty one where it belongs. */
static uint32_t *slot_of(const struct strset *set, const char *bytes, size_t n, uint32_t hash)
{
	uint32_t mask = set->n_slots - 1, at = hash & mask;

	for (; set->slots[at]; at = (at + 1) & mask) {
		const struct string *string = &set->at[set->slots[at] - 1];

		if (string->hash == hash && string->n == n && memcmp(string->at, bytes, n) == 0)
			break;
	}
	return &set->slots[at];
}

/* In place, so that the pages of the smaller table serve the larger one. */
static int grow_slots(struct strset *set)
{
	uint32_t n_slots = set->n_slots ? set->n_slots * 2 : FIRST_SLOTS;
	uint32_t *slots;

	if (set->n_slots && set->n < set->n_slots / 2)
		return 0;
	slots = mem_resize(set->slots, n_slots, sizeof(*slots));
	if (!slots)
		return -1;
	memset(slots, 0, n_slots * sizeof(*slots));
	for (uint32_t i = 0; i < set->n; i++) {
		uint32_t at = set->at[i].hash & (n_slots - 1);

		while (slots[at])
			at = (at + 1) & (n_slots - 1);
		slots[at] = i + 1;
	}
	set->slots = slots;
	set->n_slots = n_slots;
	return 0;
}

static int grow_strings(struct strset *set)
{
	uint32_t capacity = set->capacity ? set->capacity * 2 : FIRST_SLOTS / 2;
	struct string *at;

	if (set->n < set->capacity)
		return 0;
	at = mem_resize(set->at, capacity, sizeof(*at));
	if (!at)
		return -1;
	set->at = at;
	set->capacity = capacity;
	return 0;
}

static uint32_t put(struct strset *set, const char *bytes, size_t n, bool is_borrowed)
{
	uint32_t hash = hash_of(set->seed, bytes, n);
	uint32_t *slot;

	/* before any doubling: the slots stay below 2^32 */
	if (n >= UINT32_MAX || set->n >= MOST_STRINGS || grow_slots(set) != 0)
		return STRSET_NONE;
	slot = slot_of(set, bytes, n, hash);
	if (*slot)
		return *slot - 1;
	if (grow_strings(set) != 0)
		return STRSET_NONE;
	if (!is_borrowed)
		bytes = arena_copy(&set->arena, bytes, n);
	if (!bytes)
		return STRSET_NONE;
	set->at[set->n] = (struct string){bytes, (uint32_t)n, hash};
	*slot = set->n + 1;
	return set->n++;
}

uint32_t strset_put(struct strset *set, const char *bytes, size_t n)
{
	return put(set, bytes, n, false);
}

uint32_t strset_put_borrowed(struct strset *set, const char *bytes, size_t n)
{
	return put(set, bytes, n, true);
}

void strset_close(struct strset *set)
{
	mem_free(set->slots);
	set->slots = NULL;
	set->n_slots = 0;
}

uint32_t strset_find(const struct strset *set, const char *bytes, size_t n)
{
	uint32_t number;

	if (!set->n_slots)
		return STRSET_NONE;
	number = *slot_of(set, bytes, n, hash_of(set->seed, bytes, n));
	return number ? number - 1 : STRSET_NONE;
}
