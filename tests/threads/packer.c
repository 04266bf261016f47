/* SPDX-License-Identifier: MIT */
/* Pages through the packer with a thread and without: the same bytes in the same order, also when it is left early. */
#include <common/packer.h>

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

static void pack(bool has_thread, bool to_the_end)
{
	struct packer *packer = packer_new(PACKER_EACH, 6, has_thread);

	sum = 0;
	for (uint32_t i = 0; i < PAGES; i++) {
		char *page = packer_room(packer, PAGE_BYTES);

		for (size_t at = 0; page && at < PAGE_BYTES; at++)
			page[at] = (char)(at * i >> 7);
		packer_add(packer, i, PAGE_BYTES);
		take(packer, false);
	}
	if (to_the_end)
		take(packer, true);
	if (packer_failed(packer))
		exit(2);
	packer_free(packer);
}

int main(void)
{
	uint32_t alone;

	pack(false, true);
	alone = sum;
	pack(true, false);
	pack(true, true);
	if (sum != alone)
		puts("the thread packs other bytes");
	return sum != alone;
}
