/* SPDX-License-Identifier: MIT */
#include "packer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define QUEUE 16u /* pieces on their way, packed ones included */

struct piece {
	uint32_t id;
	unsigned char *bytes; /* raw, then packed; null when it failed */
	size_t n;
	bool is_last; /* of its stream */
};

/* A ring: taken <= packed <= added, all counted from the beginning; slot of piece i is i % QUEUE. */
struct packer {
	enum packer_kind kind;
	struct piece pieces[QUEUE];
	uint64_t added, packed, taken;
	z_stream z;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool has_thread, is_over, failed;
};

/* Room for what zlib may give at once, which may be more than the bound while a stream goes on. */
static bool make_room(z_stream *z, unsigned char **packed, size_t *size)
{
	size_t done = *size - z->avail_out, wanted = *size * 2;
	unsigned char *grown = realloc(*packed, wanted);

	if (!grown)
		return false;
	*packed = grown;
	*size = wanted;
	z->next_out = grown + done;
	z->avail_out = (uInt)(wanted - done);
	return true;
}

/* Replaces the raw bytes by the packed ones. */
static bool pack(z_stream *z, struct piece *piece)
{
	size_t size = deflateBound(z, (uLong)piece->n);
	unsigned char *packed = malloc(size);
	int flush = piece->is_last ? Z_FINISH : Z_NO_FLUSH, status = Z_OK;
	bool is_done = false, failed = !packed;

	z->next_in = piece->bytes;
	z->avail_in = (uInt)piece->n;
	z->next_out = packed;
	z->avail_out = (uInt)size;
	while (!failed && !is_done) {
		status = deflate(z, flush);
		is_done = piece->is_last ? status == Z_STREAM_END : z->avail_out > 0;
		failed = status == Z_STREAM_ERROR || (!is_done && !make_room(z, &packed, &size));
	}
	free(piece->bytes);
	piece->n = failed ? 0 : size - z->avail_out;
	if (failed) {
		free(packed);
		packed = NULL;
	}
	piece->bytes = packed;
	return !failed;
}

static bool pack_next(struct packer *p, struct piece *piece)
{
	if (p->kind == PACKER_EACH)
		deflateReset(&p->z);
	return pack(&p->z, piece);
}

static void *work(void *data)
{
	struct packer *p = data;

	pthread_mutex_lock(&p->lock);
	for (;;) {
		struct piece *piece;
		bool is_done;

		while (p->packed == p->added && !p->is_over)
			pthread_cond_wait(&p->changed, &p->lock);
		if (p->packed == p->added)
			break;
		piece = &p->pieces[p->packed % QUEUE];
		pthread_mutex_unlock(&p->lock);
		is_done = pack_next(p, piece);
		pthread_mutex_lock(&p->lock);
		p->failed = p->failed || !is_done;
		p->packed++;
		pthread_cond_broadcast(&p->changed);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct packer *packer_new(enum packer_kind kind, int level, bool has_thread)
{
	struct packer *p = calloc(1, sizeof(*p));

	if (!p)
		return NULL;
	p->kind = kind;
	if (deflateInit(&p->z, level) != Z_OK) {
		free(p);
		return NULL;
	}
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->changed, NULL);
	p->has_thread = has_thread && pthread_create(&p->thread, NULL, work, p) == 0;
	return p;
}

void packer_free(struct packer *p)
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
		free(p->pieces[p->taken % QUEUE].bytes);
	pthread_cond_destroy(&p->changed);
	pthread_mutex_destroy(&p->lock);
	deflateEnd(&p->z);
	free(p);
}

bool packer_failed(const struct packer *p)
{
	return p->failed;
}

static void add(struct packer *p, struct piece piece)
{
	pthread_mutex_lock(&p->lock);
	p->pieces[p->added % QUEUE] = piece;
	p->added++;
	if (!p->has_thread) {
		p->failed = !pack_next(p, &p->pieces[p->packed % QUEUE]) || p->failed;
		p->packed++;
	}
	pthread_cond_broadcast(&p->changed);
	pthread_mutex_unlock(&p->lock);
}

void packer_add(struct packer *p, uint32_t id, const void *bytes, size_t n)
{
	struct piece piece = {.id = id, .bytes = malloc(n + 1), .n = n};

	if (piece.bytes) {
		memcpy(piece.bytes, bytes, n);
		piece.is_last = p->kind == PACKER_EACH;
		add(p, piece);
		return;
	}
	pthread_mutex_lock(&p->lock);
	p->failed = true;
	pthread_mutex_unlock(&p->lock);
}

void packer_end(struct packer *p)
{
	add(p, (struct piece){.is_last = true});
}

bool packer_take(struct packer *p, bool waits, uint32_t *id, unsigned char **bytes, size_t *n)
{
	bool has_one;

	pthread_mutex_lock(&p->lock);
	/* a full queue is emptied before anything is added to it */
	while (p->taken < p->added && p->packed == p->taken &&
	       (waits || p->added - p->taken == QUEUE))
		pthread_cond_wait(&p->changed, &p->lock);
	has_one = p->taken < p->packed;
	if (has_one) {
		const struct piece *piece = &p->pieces[p->taken % QUEUE];

		*id = piece->id;
		*bytes = piece->bytes;
		*n = piece->n;
		p->taken++;
	}
	pthread_mutex_unlock(&p->lock);
	return has_one;
}
