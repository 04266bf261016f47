/* SPDX-License-Identifier: MIT */
/*
 * Any text into lines of a terminal: no byte of it steers one, no line is too long, nothing but blanks is lost,
 * isolates are balanced.
 *
 * seeds: tests/fuzz/seeds/text tests/fuzz/seeds/latex
 * sources: plugins/text/text_flow plugins/text/text_pen plugins/text/text_escape plugins/text/text_width plugins/common/write/
 */
#include <stdlib.h>
#include <string.h>

#include "common/write/utf8.h"
#include "text/text_escape.h"
#include "text/text_flow.h"
#include "text/text_pen.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void prove(bool holds)
{
	if (!holds)
		abort();
}

/* The bytes as the host hands text out: valid, what is not becomes a letter.  Controls stay, for the test's sake. */
static size_t make_valid(char *text, size_t n)
{
	size_t kept = 0, length;

	for (size_t at = 0; at < n; at += length) {
		bool is_wrong =
			utf8_checked(text + at, n - at, &length) == UTF8_REPLACEMENT && length == 1;

		if (is_wrong || text[at] == '\0') {
			text[kept++] = 'x';
			continue;
		}
		memmove(text + kept, text + at, length);
		kept += length;
	}
	return kept;
}

/* Isolates open and close within a line, and no byte is a control. */
static void prove_line(const char *at, const char *end)
{
	int depth = 0;

	while (at < end) {
		uint32_t code = utf8_next(&at);

		prove(code >= 0x20 && (code < 0x7f || code >= 0xa0));
		prove(code != 0x2028 && code != 0x2029);
		depth += code >= 0x2066 && code <= 0x2068;
		depth -= code == 0x2069;
		prove(depth >= 0);
	}
	prove(depth == 0);
}

static void prove_lines(const struct text_flow *flow, uint32_t width)
{
	struct text_pen pen;
	struct text_line line;
	struct out out;
	size_t next = 0;

	out_to_memory(&out, 0);
	text_pen_init(&pen, &out, NULL, false);
	for (size_t at = 0; text_flow_next(flow, &at, width, &line);) {
		uint32_t sum = line.has_hyphen;

		for (; next < line.from; next++)
			prove(flow->units[next].flags & (TEXT_BLANK | TEXT_NEWLINE));
		for (; next < line.to; next++)
			sum += flow->units[next].width;
		prove(sum == line.width && (sum <= width || line.to == line.from + 1));
		out_clear(&out);
		text_pen_line(&pen, flow, &line);
		prove_line(out_at(&out), out_at(&out) + out.n);
	}
	for (; next < flow->n_units; next++)
		prove(flow->units[next].flags & (TEXT_BLANK | TEXT_NEWLINE));
	out_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char *text = malloc(n + 1);
	struct text_flow flow;

	prove(text != NULL);
	memcpy(text, bytes, n);
	n = make_valid(text, n);
	text[n] = '\0';
	text_flow_init(&flow);
	for (size_t at = 0, piece = 0; at < n; piece++) {
		size_t length = utf8_fitting(text + at, 1 + piece * 5 % 40);

		if (length == 0)
			length = strlen(text + at);
		text_flow_add(&flow, text + at, length, TEXT_PLAIN, 0, (enum text_hold)(piece % 3));
		at += length;
	}
	text_flow_close(&flow);
	prove(!flow.failed);
	for (uint32_t width = 1; width < 100; width = 2 * width + 1)
		prove_lines(&flow, width);
	text_flow_release(&flow);
	free(text);
	return 0;
}
