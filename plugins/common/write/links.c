/* SPDX-License-Identifier: MIT */
#include "common/write/links.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_SLOTS 64u

/* FNV-1a. */
static uint32_t hash(const char *text)
{
	uint32_t h = 2166136261u;

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 16777619u;
	return h;
}

/* Where a URL stands or would stand: half of the slots are free. */
static uint32_t *find_slot(const struct links *links, const char *url)
{
	uint32_t i = hash(url) & (links->n_slots - 1);

	while (links->slots[i] && strcmp(links->at[links->slots[i] - 1].url, url) != 0)
		i = (i + 1) & (links->n_slots - 1);
	return &links->slots[i];
}

static bool grow(struct links *links)
{
	uint32_t n_slots = links->n_slots ? links->n_slots * 2 : FIRST_SLOTS;
	uint32_t *slots = n_slots > links->n_slots ? calloc(n_slots, sizeof(*slots)) : NULL;
	struct links_entry *at = slots ? realloc(links->at, n_slots / 2 * sizeof(*at)) : NULL;

	if (at)
		links->at = at;
	if (!slots || !at) {
		free(slots);
		links->failed = true;
		return false;
	}
	free(links->slots);
	links->slots = slots;
	links->n_slots = n_slots;
	links->size = n_slots / 2;
	for (uint32_t i = 0; i < links->n; i++)
		*find_slot(links, links->at[i].url) = i + 1;
	return true;
}

uint32_t links_add(struct links *links, const char *url, uint32_t flags)
{
	uint32_t *slot;

	if (!*url || links->failed || (links->n == links->size && !grow(links)))
		return 0;
	slot = find_slot(links, url);
	if (*slot == 0) {
		links->at[links->n] = (struct links_entry){url, 0};
		*slot = ++links->n;
	}
	links->at[*slot - 1].flags |= flags;
	return *slot;
}

uint32_t links_number(const struct links *links, const char *url)
{
	return links->n > 0 && *url ? *find_slot(links, url) : 0;
}

void links_release(struct links *links)
{
	free(links->at);
	free(links->slots);
	*links = (struct links){0};
}
