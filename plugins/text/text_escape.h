/* SPDX-License-Identifier: MIT */
/*
 * text_escape - the only way in which data and escape sequences reach the artifact.
 *
 * No byte of the data may steer a terminal: C0, DEL and C1 become visible pictures, whatever the host has
 * promised.  Controls of direction that the data hold are kept, but can do nothing beyond their line: what
 * they open is closed at its end, and what they close without having opened it is left out.
 */
#ifndef MESHREPORT_TEXT_ESCAPE_H
#define MESHREPORT_TEXT_ESCAPE_H

#include <stdbool.h>

#include "common/write/out.h"

/* How words look on a terminal with colour: bits, and above them 1 + enum mr_like where a status is told. */
enum text_ink {
	TEXT_PLAIN = 0,
	TEXT_STRONG = 1,
	TEXT_EMPHASIS = 2,
	TEXT_FAINT = 4,
	TEXT_LIKE_SHIFT = 4
};

/* `n` bytes of valid UTF-8; '\n', U+2028 and U+2029 become '\n', a tab a blank. */
void text_escape_data(struct out *out, const char *text, size_t n);

/* ECMA-48 (1991), 8.3.117 SGR, for an enum text_ink; plain turns all off. */
void text_escape_ink(struct out *out, uint8_t ink);

/* Whether OSC 8 can lead there: it needs a scheme. */
bool text_escape_can_link(const char *url);

/* Begins a link to `url`, or ends it with ""; lines of one link have the same `id` (OSC 8, gist of E. Koblinger). */
void text_escape_link(struct out *out, const char *url, uint32_t id);

/* Isolates what stands between (UAX 9, 2.4), and in between writes characters so that they cannot leave. */
struct text_isolate {
	struct out *out;
	uint32_t depth;
};

void text_escape_isolate(struct text_isolate *isolate, struct out *out);
void text_escape_isolated(struct text_isolate *isolate, const char *cluster, size_t n);
void text_escape_isolate_end(struct text_isolate *isolate);

/* Whether a character has or changes a direction from right to left, or may isolate. */
bool text_escape_needs_isolate(uint32_t code);

#endif
