/* SPDX-License-Identifier: MIT */
/*
 * replay - a fuzz target without a fuzzer: replay COUNT FILE... runs LLVMFuzzerTestOneInput on each
 * file and on COUNT mutations of it.  The mutations depend on COUNT's index and the file alone, so
 * what fails today fails tomorrow; what fails is named on standard error before it runs.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A single input that takes more of the processor's time than this hangs; a busy machine does not count. */
#define SECONDS 20

static uint64_t next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static size_t place(uint64_t *state, size_t n)
{
	/* headers and directories lie at the beginning: every second change goes there */
	size_t within = next(state) % 2 && n > 512 ? 512 : n;

	return within ? next(state) % within : 0;
}

static size_t mutate(uint8_t *data, size_t n, uint64_t *state)
{
	static const uint8_t edges[] = {0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff};
	unsigned changes = 1 + next(state) % 8;

	for (unsigned i = 0; i < changes && n > 8; i++) {
		size_t at = place(state, n), from = place(state, n), length;

		switch (next(state) % 5) {
		case 0: data[at] ^= (uint8_t)(1u << next(state) % 8); break;
		case 1: data[at] = edges[next(state) % sizeof(edges)]; break;
		case 2:
			memset(data + at, edges[next(state) % sizeof(edges)],
			       n - at < 4 ? n - at : 4);
			break;
		case 3:
			length = next(state) % 64;
			if (at + length < n && from + length < n)
				memmove(data + at, data + from, length);
			break;
		default:
			if (next(state) % 4 == 0)
				n = at + 1;
			break;
		}
	}
	return n;
}

static uint8_t *read_all(const char *path, size_t *n)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = NULL;
	long size;

	*n = 0;
	if (!file)
		return NULL;
	if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) > 0 &&
	    fseek(file, 0, SEEK_SET) == 0) {
		data = malloc((size_t)size);
		if (data && fread(data, 1, (size_t)size, file) == (size_t)size)
			*n = (size_t)size;
	}
	fclose(file);
	return data;
}

static void run(const char *path, unsigned long index, const uint8_t *data, size_t n)
{
	uint8_t *exact = malloc(n ? n : 1); /* so that reading one byte too many is seen */

	fprintf(stderr, "\r%s %lu ", path, index);
	if (!exact)
		exit(2);
	memcpy(exact, data, n);
	setitimer(ITIMER_PROF, &(struct itimerval){.it_value.tv_sec = SECONDS}, NULL);
	LLVMFuzzerTestOneInput(exact, n);
	setitimer(ITIMER_PROF, &(struct itimerval){.it_value.tv_sec = 0}, NULL);
	free(exact);
}

int main(int argc, char **argv)
{
	unsigned long count = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;

	if (argc < 3) {
		fprintf(stderr, "usage: %s COUNT FILE...\n", argv[0]);
		return 2;
	}
	for (int i = 2; i < argc; i++) {
		size_t n;
		uint8_t *data = read_all(argv[i], &n);
		uint8_t *changed = malloc(n ? n : 1);

		if (!data || !changed || n == 0) {
			fprintf(stderr, "%s cannot be read\n", argv[i]);
			return 2;
		}
		run(argv[i], 0, data, n);
		for (unsigned long k = 1; k <= count; k++) {
			uint64_t state = 0x9e3779b97f4a7c15u * k + n;
			size_t length;

			memcpy(changed, data, n);
			length = mutate(changed, n, &state);
			run(argv[i], k, changed, length);
		}
		free(changed);
		free(data);
	}
	fprintf(stderr, "\n");
	return 0;
}
