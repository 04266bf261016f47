/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_places.h"

#include <stdlib.h>
#include <string.h>

/* The slot of a key, or the free one where it would stand.  The table is never full. */
static struct pdf_place_entry *slot_of(const struct pdf_places *places, uint64_t key)
{
	uint32_t i = (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32) & (places->size - 1);

	while (places->at[i].key != 0 && places->at[i].key != key)
		i = (i + 1) & (places->size - 1);
	return &places->at[i];
}

static int grow(struct pdf_places *places)
{
	struct pdf_places larger = {.size = places->size ? places->size * 2 : 64};

	larger.at = larger.size > places->size ? calloc(larger.size, sizeof(*larger.at)) : NULL;
	if (!larger.at)
		return -1;
	for (uint32_t i = 0; i < places->size; i++)
		if (places->at[i].key != 0) {
			*slot_of(&larger, places->at[i].key) = places->at[i];
			larger.n++;
		}
	free(places->at);
	*places = larger;
	return 0;
}

int pdf_places_add(struct pdf_places *places, uint64_t key, uint32_t sheet, float x, float y)
{
	struct pdf_place_entry *slot;

	if (places->n * 4 >= places->size * 3 && grow(places) != 0)
		return -1;
	slot = slot_of(places, key);
	if (slot->key == 0) {
		*slot = (struct pdf_place_entry){key, sheet, x, y};
		places->n++;
	}
	return 0;
}

bool pdf_places_find(const struct pdf_places *places, uint64_t key, uint32_t *sheet, float *x,
		     float *y)
{
	const struct pdf_place_entry *slot = places->size ? slot_of(places, key) : NULL;

	if (!slot || slot->key == 0)
		return false;
	*sheet = slot->sheet;
	*x = slot->x;
	*y = slot->y;
	return true;
}

void pdf_places_release(struct pdf_places *places)
{
	free(places->at);
	memset(places, 0, sizeof(*places));
}
