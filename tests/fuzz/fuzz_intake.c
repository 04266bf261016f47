/* SPDX-License-Identifier: MIT */
/*
 * Any calls of a reader, through the child's side of the wire and its parent's: whatever a plugin hands over is a
 * message that the parent takes, and what is refused was refused with words.  The first byte chooses (bit 0: the
 * file is text and decoded first, bits 1 and 2: the encoding).  A line of what follows is a call, texts behind tabs:
 *
 *     B01 label text place     G12 name place     C00110 text hint note place     D2 words place
 *
 * Numbers are one character each from '0', 'z' the largest there is; an empty text is none.
 *
 * seeds: tests/fuzz/seeds/intake
 * count: 40
 * check: 10000
 * sources: core/host/ core/child/ core/frames/ core/plugin/ core/read/grid core/out/ core/base/
 */
#include "frames.h"

#include "child/intake.h"

#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

enum { TEXT_MAX = 3000 };

static uint32_t number(const char **at, const char *end)
{
	char c = *at < end && **at != '\t' ? *(*at)++ : '0';

	return c == 'z' ? UINT32_MAX : (uint32_t)(c - '0');
}

/* The text behind the next tab, or null; ended in place. */
static const char *text(char **at, char *end)
{
	char *begin = memchr(*at, '\t', (size_t)(end - *at));
	char *next;

	if (!begin) {
		*at = end;
		return NULL;
	}
	begin++;
	next = memchr(begin, '\t', (size_t)(end - begin));
	*at = next ? next : end;
	return begin;
}

/* Texts are told apart by their tabs first, and ended afterwards. */
static void split(char *line, char *end, const char *texts[4])
{
	char *at = line;

	for (int i = 0; i < 4; i++)
		texts[i] = text(&at, end);
	for (at = line; at < end; at++)
		if (*at == '\t')
			*at = '\0';
	for (int i = 0; i < 4; i++)
		if (texts[i] && !*texts[i])
			texts[i] = NULL;
}

static void call(struct mr_source *source, uint32_t line_number, char *line, char *end)
{
	const char *numbers = line + 1, *texts[4];
	uint32_t n[5];

	for (int i = 0; i < 5; i++)
		n[i] = number(&numbers, end);
	split(line, end, texts);
	const struct mr_place place = {line_number, n[0], texts[3]};

	switch (*line) {
	case 'B':
		source->block(source, &(struct mr_block){n[0], n[1], texts[0], texts[1], place});
		break;
	case 'G': source->grid(source, &(struct mr_grid){texts[0], n[0], n[1], place}); break;
	case 'C':
		source->cell(source, &(struct mr_grid_cell){n[0], n[1], n[2], n[3], n[4], texts[0],
							    texts[1], texts[2], place});
		break;
	case 'D':
		source->diag(source, (enum mr_severity)n[0], n[1] ? &place : NULL, "%s",
			     texts[0] ? texts[0] : "");
		break;
	default: memset(source->alloc(source, n[0] % 1000), 'x', n[0] % 1000); break;
	}
}

static int read_calls(struct mr_source *source)
{
	char *copy = source->alloc(source, source->bytes.n + 1), *end = copy + source->bytes.n,
	     *feed;
	uint32_t n = 0;

	memcpy(copy, source->bytes.at, source->bytes.n);
	for (char *line = copy; line < end; line = feed + 1) {
		feed = memchr(line, '\n', (size_t)(end - line));
		feed = feed ? feed : end;
		*feed = '\0';
		if (feed > line)
			call(source, ++n, line, feed);
	}
	return 0;
}

static int sniff(const struct mr_bytes *head)
{
	return head->n > 0 ? *(const char *)head->at : -1;
}

/* What lies in the file is heard by a parent that waits for it. */
static void hear(struct frames *frames, FILE *file)
{
	char bytes[4096];
	ssize_t n;

	prove(lseek(fileno(file), 0, SEEK_SET) == 0);
	while ((n = read(fileno(file), bytes, sizeof(bytes))) > 0)
		prove(job_feed(&frames->job, &frames->host, bytes, (size_t)n) == 0);
	prove(lseek(fileno(file), 0, SEEK_SET) == 0 && ftruncate(fileno(file), 0) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const char *const encodings[] = {"", "utf-8", "utf-16", "latin1"};
	static FILE *file;
	struct plugin plugin = {.is = {.name = "fuzzed", .read = read_calls, .sniff = sniff}};
	struct frames frames;
	struct port port;
	int status;

	file = file ? file : tmpfile();
	if (!file || n == 0)
		return 0;
	frames_init(&frames, CHILD_READ, true);
	frames.job.has_info = true;
	struct child_order order = frames.job.order;

	order.source = (struct mr_bytes){bytes + 1, n - 1};
	order.source_name = "fuzz.txt";
	order.encoding = encodings[bytes[0] >> 1 & 3];
	order.text_max = TEXT_MAX;
	plugin.is.capabilities = bytes[0] & 1 ? MR_CAN_READ_TEXT : 0;
	port_init(&port, &order, fileno(file));
	intake_sniff(&port, &plugin);
	hear(&frames, file);
	frames.job.state = JOB_RENDERING;
	status = intake_read(&port, &plugin, NULL);
	hear(&frames, file);
	prove(frames.job.is_stopped || (status != 0) == diag_has_errors(&frames.job.diag));
	frames_prove(&frames);
	arena_release(&port.arena);
	frames_release(&frames);
	return 0;
}
