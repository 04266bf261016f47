/* SPDX-License-Identifier: MIT */
/* Pages through the packer with a thread and without: the same bytes in the same order, also when it is left early. */
#include <common/bytes/packer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES = 300, PAGE_BYTES = 20000 };

static uint32_t sum; /* of all that came out, in its order */

static void take(struct packer *packer, bool waits)
{
	unsigned char *bytes;
	uint32_t sheet;
	size_t n;

	while (packer_take(packer, waits, &sheet, &bytes, &n)) {
		sum = sum * 31 + sheet;
		for (size_t i = 0; i < n; i++)
			sum = sum * 31 + bytes[i];
		free(bytes);
	}
}

static void pack(enum packer_kind kind, bool has_thread, bool to_the_end)
{
	struct packer *packer = packer_new(kind, 6, has_thread);

	sum = 0;
	for (uint32_t i = 0; i < PAGES; i++) {
		char *page = packer_room(packer, PAGE_BYTES);

		for (size_t at = 0; page && at < PAGE_BYTES; at++)
			page[at] = (char)(at * i >> 7);
		packer_add(packer, i, PAGE_BYTES);
		take(packer, false);
	}
	if (to_the_end && kind == PACKER_ONE)
		packer_end(packer);
	if (to_the_end)
		take(packer, true);
	if (packer_failed(packer))
		exit(2);
	packer_free(packer);
}

static bool is_same(enum packer_kind kind)
{
	uint32_t alone;

	pack(kind, false, true);
	alone = sum;
	pack(kind, true, false);
	pack(kind, true, true);
	return sum == alone;
}

int main(void)
{
	if (is_same(PACKER_EACH) && is_same(PACKER_ONE))
		return 0;
	puts("the thread packs other bytes");
	return 1;
}
