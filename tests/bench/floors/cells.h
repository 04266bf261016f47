/* SPDX-License-Identifier: MIT */
/* Reader for the pre-tokenized .cells file that gen.py writes (see class Cells there). */
#ifndef CELLS_H
#define CELLS_H
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct str {
	const char *p;
	unsigned n;
};
struct rd {
	const uint8_t *p, *end;
	unsigned nprod, nfeat;
};

static inline const uint8_t *map_file(const char *path, size_t *len)
{
	struct stat st;
	int fd = open(path, O_RDONLY);
	if (fd < 0 || fstat(fd, &st)) {
		perror(path);
		exit(2);
	}
	void *m = mmap(NULL, st.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
	if (m == MAP_FAILED) {
		perror("mmap");
		exit(2);
	}
	close(fd);
	*len = st.st_size;
	return m;
}

static inline unsigned g32(const uint8_t *p)
{
	return p[0] | p[1] << 8 | p[2] << 16 | (unsigned)p[3] << 24;
}

static inline void rd_open(struct rd *r, const char *path)
{
	size_t n;
	r->p = map_file(path, &n);
	r->end = r->p + n;
	if (n < 12 || memcmp(r->p, "MRC1", 4)) {
		fprintf(stderr, "%s: not a .cells file\n", path);
		exit(2);
	}
	r->nprod = g32(r->p + 4);
	r->nfeat = g32(r->p + 8);
	r->p += 12;
}

static inline struct str rd_str(struct rd *r)
{
	struct str s = {(const char *)r->p + 2, r->p[0] | r->p[1] << 8};
	r->p += 2 + s.n;
	return s;
}

static const char status_name[4][8] = {"yes", "no", "partial", "unknown"};
static const unsigned char status_len[4] = {3, 2, 7, 7};
#endif
