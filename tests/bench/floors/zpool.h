/* SPDX-License-Identifier: MIT */
/* Page compression on worker threads, results taken in order. level: 1..9 zlib; with
 * HAVE_LIBDEFLATE, 101..112 = libdeflate 1..12; 0 = stored as is. */
#ifndef ZPOOL_H
#define ZPOOL_H
#include <pthread.h>
#include <stdlib.h>
#include <zlib.h>
#ifdef HAVE_LIBDEFLATE
#include <libdeflate.h>
#endif

struct zjob {
	char *in, *out;
	size_t n, outn;
	void *tag;
	int state;
}; /* 0 free 1 queued 2 busy 3 done */
#define ZRING 64
struct zpool {
	struct zjob j[ZRING];
	unsigned head, tail, next; /* tail..head-1 live; next: first not taken */
	int level, nthr, stop;
	pthread_mutex_t m;
	pthread_cond_t work, done;
	pthread_t t[16];
	void (*emit)(void *u, struct zjob *j);
	void *u;
};

struct zctx {
	z_stream z;
	int init;
	void *ld;
};

static inline void zrun(struct zpool *p, struct zctx *c, struct zjob *j)
{
	if (p->level == 0) {
		j->out = j->in;
		j->outn = j->n;
		j->in = NULL;
		return;
	}
#ifdef HAVE_LIBDEFLATE
	if (p->level > 100) {
		if (!c->ld)
			c->ld = libdeflate_alloc_compressor(p->level - 100);
		size_t b = libdeflate_zlib_compress_bound(c->ld, j->n);
		j->out = malloc(b);
		j->outn = libdeflate_zlib_compress(c->ld, j->in, j->n, j->out, b);
		free(j->in);
		return;
	}
#endif
	if (!c->init) {
		deflateInit(&c->z, p->level);
		c->init = 1;
	} else
		deflateReset(&c->z);
	size_t b = deflateBound(&c->z, j->n);
	j->out = malloc(b);
	c->z.next_in = (Bytef *)j->in;
	c->z.avail_in = j->n;
	c->z.next_out = (Bytef *)j->out;
	c->z.avail_out = b;
	deflate(&c->z, Z_FINISH);
	j->outn = b - c->z.avail_out;
	free(j->in);
}

static inline void *zworker(void *a)
{
	struct zpool *p = a;
	struct zctx c = {0};
	pthread_mutex_lock(&p->m);
	for (;;) {
		while (p->next == p->head && !p->stop)
			pthread_cond_wait(&p->work, &p->m);
		if (p->next == p->head)
			break;
		struct zjob *j = &p->j[p->next++ % ZRING];
		j->state = 2;
		pthread_mutex_unlock(&p->m);
		zrun(p, &c, j);
		pthread_mutex_lock(&p->m);
		j->state = 3;
		pthread_cond_signal(&p->done);
	}
	pthread_mutex_unlock(&p->m);
	if (c.init)
		deflateEnd(&c.z);
	return NULL;
}

static inline void zpool_init(struct zpool *p, int level, int nthr,
			      void (*emit)(void *, struct zjob *), void *u)
{
	memset(p, 0, sizeof *p);
	p->level = level;
	p->nthr = nthr;
	p->emit = emit;
	p->u = u;
	pthread_mutex_init(&p->m, NULL);
	pthread_cond_init(&p->work, NULL);
	pthread_cond_init(&p->done, NULL);
	for (int i = 0; i < nthr; i++)
		pthread_create(&p->t[i], NULL, zworker, p);
}

static inline void zpool_drain(struct zpool *p, unsigned keep)
{
	while (p->head - p->tail > keep) {
		struct zjob *j = &p->j[p->tail % ZRING];
		pthread_mutex_lock(&p->m);
		while (j->state != 3)
			pthread_cond_wait(&p->done, &p->m);
		pthread_mutex_unlock(&p->m);
		p->emit(p->u, j);
		p->tail++;
	}
}

/* takes ownership of in */
static inline void zpool_put(struct zpool *p, char *in, size_t n, void *tag)
{
	static struct zctx c;
	struct zjob *j;
	if (p->head - p->tail == ZRING)
		zpool_drain(p, ZRING - 1);
	j = &p->j[p->head % ZRING];
	j->in = in;
	j->n = n;
	j->tag = tag;
	if (!p->nthr) {
		zrun(p, &c, j);
		j->state = 3;
		p->head++;
		p->next++;
		zpool_drain(p, 0);
		return;
	}
	pthread_mutex_lock(&p->m);
	j->state = 1;
	p->head++;
	pthread_cond_signal(&p->work);
	pthread_mutex_unlock(&p->m);
}

static inline void zpool_end(struct zpool *p)
{
	zpool_drain(p, 0);
	pthread_mutex_lock(&p->m);
	p->stop = 1;
	pthread_cond_broadcast(&p->work);
	pthread_mutex_unlock(&p->m);
	for (int i = 0; i < p->nthr; i++)
		pthread_join(p->t[i], NULL);
}
#endif
