/* SPDX-License-Identifier: MIT */
#include "base/bidi.h"

#include "base/utf8.h"

#include <string.h>

enum { EMBEDDING = 'e', ISOLATE = 'i' };

enum role {
	ROLE_NONE,
	ROLE_MARK,
	ROLE_EMBEDS,
	ROLE_ISOLATES,
	ROLE_POPS_EMBEDDING,
	ROLE_POPS_ISOLATE
};

#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"
#define PDF "\xe2\x80\xac"

static enum role role_of(uint32_t code)
{
	switch (code) {
	case 0x061c:
	case 0x200e:
	case 0x200f: return ROLE_MARK;
	case 0x202a:
	case 0x202b:
	case 0x202d:
	case 0x202e: return ROLE_EMBEDS;
	case 0x202c: return ROLE_POPS_EMBEDDING;
	case 0x2066:
	case 0x2067:
	case 0x2068: return ROLE_ISOLATES;
	case 0x2069: return ROLE_POPS_ISOLATE;
	default: return ROLE_NONE;
	}
}

/* The next control at or behind `at`, or `end`; those it passes over are read at a glance. */
static const char *next_control(const char *at, const char *end, enum role *role, size_t *length)
{
	*role = ROLE_NONE;
	*length = 0;
	for (; at < end; at++) {
		unsigned char byte = (unsigned char)*at;

		if (byte != 0xe2 && byte != 0xd8)
			continue;
		*role = role_of(utf8_decode(at, (size_t)(end - at), length));
		if (*role != ROLE_NONE)
			return at;
	}
	*length = 0;
	return end;
}

/* A U+2069 closes what was embedded in its isolate, too. */
static bool pop_isolate(struct bidi *bidi)
{
	struct buf *open = &bidi->open;

	if (bidi->n_isolates == 0)
		return false;
	while (open->at[--open->n] != ISOLATE)
		;
	bidi->n_isolates--;
	return true;
}

/* A U+202C does not reach out of the isolate in which it stands. */
static bool pop_embedding(struct bidi *bidi)
{
	struct buf *open = &bidi->open;

	if (open->n == 0 || open->at[open->n - 1] != EMBEDDING)
		return false;
	open->n--;
	return true;
}

/* Whether a control has an effect where it stands; one that closes nothing has not. */
static bool follow(struct bidi *bidi, enum role role)
{
	switch (role) {
	case ROLE_EMBEDS: buf_put_byte(&bidi->open, EMBEDDING); return true;
	case ROLE_ISOLATES:
		buf_put_byte(&bidi->open, ISOLATE);
		bidi->n_isolates += !bidi->open.failed;
		return true;
	case ROLE_POPS_EMBEDDING: return pop_embedding(bidi);
	case ROLE_POPS_ISOLATE: return pop_isolate(bidi);
	default: return true;
	}
}

bool bidi_is_fit(const char *text, size_t n)
{
	const char *end = text + n;
	size_t length;
	enum role role;
	const char *at = next_control(text, end, &role, &length);
	struct bidi bidi = {BUF_INIT, 0};
	bool is_fit = true;

	while (is_fit && at < end) {
		is_fit = (bidi.n_isolates > 0 || role == ROLE_ISOLATES) && follow(&bidi, role) &&
			 !bidi.open.failed;
		at = next_control(at + length, end, &role, &length);
	}
	is_fit = is_fit && bidi.open.n == 0;
	buf_release(&bidi.open);
	return is_fit;
}

void bidi_begin(struct bidi *bidi, struct buf *out)
{
	*bidi = (struct bidi){BUF_INIT, 0};
	buf_put_text(out, FSI);
}

void bidi_put(struct bidi *bidi, struct buf *out, const char *piece, size_t n)
{
	const char *at = piece, *end = piece + n;
	size_t length;
	enum role role;

	while (at < end) {
		const char *control = next_control(at, end, &role, &length);
		bool is_kept = control == end || follow(bidi, role);

		buf_put(out, at, (size_t)(control - at) + (is_kept ? length : 0));
		at = control + length;
	}
}

void bidi_end(struct bidi *bidi, struct buf *out)
{
	for (size_t i = bidi->open.n; i > 0; i--)
		buf_put_text(out, bidi->open.at[i - 1] == ISOLATE ? PDI : PDF);
	buf_put_text(out, PDI);
	out->failed |= bidi->open.failed;
	buf_release(&bidi->open);
}
