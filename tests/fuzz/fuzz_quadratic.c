/* SPDX-License-Identifier: MIT */
/*
 * Four times as much of the same costs about four times as much.  An input is "KIND\tHEAD\tPIECE\tTAIL"; PIECE is
 * repeated until the whole has some size, and four times that, and the time of the processor is compared.
 * KIND is one letter: y the bytes are a dataset, f they are laid out, t they are the text of a cell, c of many
 * cells (as many bytes each as are let through to the Markdown parser), j they are JSON.
 *
 * A ratio is a doubt only where it takes long enough to be measured, and is measured again before it is an error.
 *
 * count: 8
 * seeds: tests/fuzz/seeds/quadratic
 * sources: core/yaml/ core/fmt/ core/data/
 */
#include "base/buf.h"
#include "fmt/fmt.h"
#include "yaml/dataset_load.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

enum {
	SMALL = 48 * 1024, /* bytes; the other has four times as many */
	TIMES = 4,
	BEND = 7, /* a square is 16 */
	LEAST_MS = 40, /* of the larger: less is noise */
	AGAIN = 3,
	CELL = 4000 /* bytes of one of many */
};

struct part {
	const char *at;
	size_t n;
};

struct pattern {
	char kind;
	struct part head, piece, tail;
};

static struct part cut(const char **at, const char *end)
{
	const char *tab = memchr(*at, '\t', (size_t)(end - *at));
	struct part part = {*at, (size_t)((tab ? tab : end) - *at)};

	*at = tab ? tab + 1 : end;
	return part;
}

static bool take(struct pattern *out, const char *at, const char *end)
{
	struct part kind = cut(&at, end);

	out->kind = kind.n > 0 ? kind.at[0] : '\0';
	out->head = cut(&at, end);
	out->piece = cut(&at, end);
	out->tail = (struct part){at, (size_t)(end - at)};
	return out->piece.n > 0 && out->head.n + out->piece.n + out->tail.n < CELL / 4;
}

static void put_part(struct buf *out, struct part part)
{
	buf_put(out, part.at, part.n);
}

static void put_repeated(struct buf *out, const struct pattern *pattern, size_t n)
{
	put_part(out, pattern->head);
	for (size_t made = 0; made < n; made += pattern->piece.n)
		put_part(out, pattern->piece);
	put_part(out, pattern->tail);
}

/* A scalar in double quotes, which holds any bytes that YAML takes. */
static void put_quoted(struct buf *out, const struct buf *text)
{
	buf_put_byte(out, '"');
	for (size_t i = 0; i < text->n; i++) {
		char c = text->at[i];

		if (c == '"' || c == '\\')
			buf_put_byte(out, '\\');
		if (c == '\n')
			buf_put_text(out, "\\n");
		else
			buf_put_byte(out, c);
	}
	buf_put_byte(out, '"');
}

static void put_cells(struct buf *out, const struct pattern *pattern, size_t n, size_t size)
{
	struct buf text = BUF_INIT;

	put_repeated(&text, pattern, size);
	buf_put_text(out, "meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}]\n"
			  "categories:\n- id: c\n  name: C\n  features:\n");
	for (size_t made = 0, i = 0; made < n; made += size, i++) {
		buf_printf(out, "  - {id: f%zu, name: F%zu, values: {a: ", i, i);
		put_quoted(out, &text);
		buf_put_text(out, "}}\n");
	}
	buf_release(&text);
}

static void load(const struct buf *file)
{
	struct limits limits;
	struct dataset set;
	struct diag diag;

	limits_init(&limits);
	diag_init(&diag, 20);
	dataset_load_bytes(&set, file->at, file->n, "fuzz.yaml", &limits, &diag);
	dataset_release(&set);
	diag_release(&diag);
}

static void work(char kind, const struct buf *file)
{
	struct buf out = BUF_INIT;
	struct fmt_problem problem;

	if (kind == 'f')
		fmt_bytes(file->at, file->n, &out, &problem);
	else
		load(file);
	buf_release(&out);
}

static double milliseconds(const struct pattern *pattern, size_t n)
{
	struct timespec begin, end;
	struct buf file = BUF_INIT;

	if (pattern->kind == 't')
		put_cells(&file, pattern, n, n);
	else if (pattern->kind == 'c')
		put_cells(&file, pattern, n, CELL);
	else
		put_repeated(&file, pattern, n);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
	work(pattern->kind, &file);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
	buf_release(&file);
	return (double)(end.tv_sec - begin.tv_sec) * 1e3 +
	       (double)(end.tv_nsec - begin.tv_nsec) / 1e6;
}

/* The least of some times is that with the least of other work in it. */
static double least(const struct pattern *pattern, size_t n)
{
	double best = milliseconds(pattern, n);

	for (int i = 1; i < AGAIN; i++) {
		double again = milliseconds(pattern, n);

		best = again < best ? again : best;
	}
	return best;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct pattern pattern;
	double small, large;

	if (!take(&pattern, (const char *)bytes, (const char *)bytes + n))
		return 0;
	large = milliseconds(&pattern, TIMES * SMALL);
	if (large < LEAST_MS || large < BEND * milliseconds(&pattern, SMALL))
		return 0;
	large = least(&pattern, TIMES * SMALL);
	small = least(&pattern, SMALL);
	if (large < LEAST_MS || large < BEND * small)
		return 0;
	fprintf(stderr, "\nquadratic: %.1f ms for %d bytes, %.1f ms for %d times as many\n", small,
		SMALL, large, TIMES);
	abort();
}
