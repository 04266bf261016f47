/* SPDX-License-Identifier: MIT */
#include "common/bytes/packer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define PIECE_MAX (1u << 30) /* zlib counts in 32 bits, what it gives included */
#define QUEUE 4u /* pieces on their way, packed ones included; their room is used again and again */

struct piece {
	unsigned char *room; /* for raw bytes, of `size` */
	size_t size;
	uint32_t id;
	size_t n_raw;
	bool is_last; /* of its stream */
	unsigned char *packed; /* null when it failed */
	size_t n_packed;
};

/* A ring: taken <= packed <= added, all counted from the beginning; slot of piece i is i % QUEUE. */
struct packer {
	enum packer_kind kind;
	struct piece pieces[QUEUE];
	uint64_t added, packed, taken;
	z_stream z;
	unsigned char *out; /* what zlib writes, of the piece at hand */
	size_t out_size;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool has_thread, is_over, failed;
};

/* More room for what zlib gives: at the end of a stream it may be more than the bound of a piece. */
static bool make_room(struct packer *p, size_t least)
{
	size_t done = p->out_size - p->z.avail_out, wanted = p->out_size * 2;
	unsigned char *grown;

	wanted = wanted < least ? least : wanted;
	grown = realloc(p->out, wanted);
	if (!grown)
		return false;
	p->out = grown;
	p->out_size = wanted;
	p->z.next_out = grown + done;
	p->z.avail_out = (uInt)(wanted - done);
	return true;
}

static bool deflate_piece(struct packer *p, const struct piece *piece)
{
	z_stream *z = &p->z;
	int flush = piece->is_last ? Z_FINISH : Z_NO_FLUSH, status;
	size_t bound = deflateBound(z, (uLong)piece->n_raw);

	z->next_in = piece->room;
	z->avail_in = (uInt)piece->n_raw;
	z->next_out = p->out;
	z->avail_out = (uInt)p->out_size;
	if (p->out_size < bound && !make_room(p, bound))
		return false;
	for (;;) {
		status = deflate(z, flush);
		if (status == Z_STREAM_ERROR)
			return false;
		if (piece->is_last ? status == Z_STREAM_END : z->avail_out > 0)
			return true;
		if (!make_room(p, 0))
			return false;
	}
}

static bool pack(struct packer *p, struct piece *piece)
{
	if (p->kind == PACKER_EACH)
		deflateReset(&p->z);
	piece->packed = NULL;
	piece->n_packed = 0;
	if (!deflate_piece(p, piece))
		return false;
	piece->n_packed = p->out_size - p->z.avail_out;
	piece->packed = malloc(piece->n_packed + 1);
	if (!piece->packed)
		return false;
	memcpy(piece->packed, p->out, piece->n_packed);
	return true;
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
		is_done = pack(p, piece);
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
		free(p->pieces[p->taken % QUEUE].packed);
	for (unsigned i = 0; i < QUEUE; i++)
		free(p->pieces[i].room);
	free(p->out);
	pthread_cond_destroy(&p->changed);
	pthread_mutex_destroy(&p->lock);
	deflateEnd(&p->z);
	free(p);
}

bool packer_failed(struct packer *p)
{
	bool failed;

	pthread_mutex_lock(&p->lock);
	failed = p->failed;
	pthread_mutex_unlock(&p->lock);
	return failed;
}

/* Only the thread of the caller touches the piece that comes next. */
static struct piece *next_piece(struct packer *p)
{
	return &p->pieces[p->added % QUEUE];
}

void *packer_room(struct packer *p, size_t n)
{
	struct piece *piece = next_piece(p);
	unsigned char *room;

	if (n <= piece->size && piece->room)
		return piece->room;
	room = n <= PIECE_MAX ? malloc(n + 1) : NULL;
	if (room) {
		free(piece->room);
		piece->room = room;
		piece->size = n;
		return room;
	}
	pthread_mutex_lock(&p->lock);
	p->failed = true;
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

static void add(struct packer *p, uint32_t id, size_t n, bool is_last)
{
	struct piece *piece = next_piece(p);
	bool has_room = n <= piece->size;

	piece->id = id;
	piece->n_raw = has_room ? n : 0;
	piece->is_last = is_last;
	pthread_mutex_lock(&p->lock);
	p->added++;
	p->failed = p->failed || !has_room;
	if (!p->has_thread) {
		p->failed = !pack(p, piece) || p->failed;
		p->packed++;
	}
	pthread_cond_broadcast(&p->changed);
	pthread_mutex_unlock(&p->lock);
}

void packer_add(struct packer *p, uint32_t id, size_t n)
{
	add(p, id, n, p->kind == PACKER_EACH);
}

void packer_end(struct packer *p)
{
	add(p, 0, 0, true);
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
		*bytes = piece->packed;
		*n = piece->n_packed;
		p->taken++;
	}
	pthread_mutex_unlock(&p->lock);
	return has_one;
}
