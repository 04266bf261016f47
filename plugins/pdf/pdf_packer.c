/* SPDX-License-Identifier: MIT */
#include "pdf_packer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define QUEUE 16u /* pages between painter and packer, packed ones included */

struct page {
	uint32_t sheet;
	unsigned char *bytes; /* raw, then packed; null when it failed */
	size_t n;
};

/* A ring: taken <= packed <= added, all counted from the beginning; slot of page i is i % QUEUE. */
struct pdf_packer {
	struct page pages[QUEUE];
	uint64_t added, packed, taken;
	z_stream z;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool has_thread, is_over, failed;
};

/* Replaces the raw bytes by the packed ones. */
static bool pack(z_stream *z, struct page *page)
{
	size_t bound;
	unsigned char *packed;
	bool is_done;

	deflateReset(z);
	bound = deflateBound(z, (uLong)page->n);
	packed = malloc(bound);
	z->next_in = page->bytes;
	z->avail_in = (uInt)page->n;
	z->next_out = packed;
	z->avail_out = (uInt)bound;
	is_done = packed && deflate(z, Z_FINISH) == Z_STREAM_END;
	free(page->bytes);
	if (!is_done) {
		free(packed);
		packed = NULL;
	}
	page->bytes = packed;
	page->n = is_done ? bound - z->avail_out : 0;
	return is_done;
}

static void *work(void *data)
{
	struct pdf_packer *p = data;

	pthread_mutex_lock(&p->lock);
	for (;;) {
		struct page *page;
		bool is_done;

		while (p->packed == p->added && !p->is_over)
			pthread_cond_wait(&p->changed, &p->lock);
		if (p->packed == p->added)
			break;
		page = &p->pages[p->packed % QUEUE];
		pthread_mutex_unlock(&p->lock);
		is_done = pack(&p->z, page);
		pthread_mutex_lock(&p->lock);
		p->failed = p->failed || !is_done;
		p->packed++;
		pthread_cond_broadcast(&p->changed);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct pdf_packer *pdf_packer_new(int level, bool has_thread)
{
	struct pdf_packer *p = calloc(1, sizeof(*p));

	if (!p)
		return NULL;
	if (deflateInit(&p->z, level) != Z_OK) {
		free(p);
		return NULL;
	}
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->changed, NULL);
	p->has_thread = has_thread && pthread_create(&p->thread, NULL, work, p) == 0;
	return p;
}

void pdf_packer_free(struct pdf_packer *p)
{
	if (!p)
		return;
	if (p->has_thread) {
		pthread_mutex_lock(&p->lock);
		p->is_over = true;
		pthread_cond_broadcast(&p->changed);
		pthread_mutex_unlock(&p->lock);
		pthread_join(p->thread, NULL);
	}
	for (; p->taken < p->added; p->taken++)
		free(p->pages[p->taken % QUEUE].bytes);
	pthread_cond_destroy(&p->changed);
	pthread_mutex_destroy(&p->lock);
	deflateEnd(&p->z);
	free(p);
}

bool pdf_packer_failed(const struct pdf_packer *p)
{
	return p->failed;
}

void pdf_packer_add(struct pdf_packer *p, uint32_t sheet, const void *bytes, size_t n)
{
	struct page page = {.sheet = sheet, .bytes = malloc(n + 1), .n = n};

	if (!page.bytes) {
		p->failed = true;
		return;
	}
	memcpy(page.bytes, bytes, n);
	pthread_mutex_lock(&p->lock);
	p->pages[p->added % QUEUE] = page;
	p->added++;
	if (!p->has_thread) {
		p->failed = !pack(&p->z, &p->pages[p->packed % QUEUE]) || p->failed;
		p->packed++;
	}
	pthread_cond_broadcast(&p->changed);
	pthread_mutex_unlock(&p->lock);
}

bool pdf_packer_take(struct pdf_packer *p, bool waits, uint32_t *sheet, unsigned char **bytes,
		     size_t *n)
{
	bool has_one;

	pthread_mutex_lock(&p->lock);
	/* a full queue is emptied before anything is added to it */
	while (p->taken < p->added && p->packed == p->taken &&
	       (waits || p->added - p->taken == QUEUE))
		pthread_cond_wait(&p->changed, &p->lock);
	has_one = p->taken < p->packed;
	if (has_one) {
		const struct page *page = &p->pages[p->taken % QUEUE];

		*sheet = page->sheet;
		*bytes = page->bytes;
		*n = page->n;
		p->taken++;
	}
	pthread_mutex_unlock(&p->lock);
	return has_one;
}
