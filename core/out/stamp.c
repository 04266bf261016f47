/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem() */
#include "out/stamp.h"

#include <string.h>

#include "base/digest.h"

static const char head[] = "meshreport-stamp:", version[] = "1;", sum_key[] = ";sum=";

enum { HEAD = sizeof(head) - 1, SUM_KEY = sizeof(sum_key) - 1, SUM_DIGITS = 8 };

static const char hex[] = "0123456789ABCDEF";

/* The fields in their order, each at its place in struct stamp. */
static const struct {
	const char *name;
	size_t offset;
} fields[] = {
	{"program", offsetof(struct stamp, program)}, {"format", offsetof(struct stamp, format)},
	{"plugin", offsetof(struct stamp, plugin)},   {"sha256", offsetof(struct stamp, sha256)},
	{"since", offsetof(struct stamp, since)},     {"template", offsetof(struct stamp, form)},
	{"epoch", offsetof(struct stamp, epoch)},     {"command", offsetof(struct stamp, command)},
};

enum { N_FIELDS = sizeof(fields) / sizeof(*fields) };

static const char **field_of(struct stamp *stamp, size_t field)
{
	return (const char **)(void *)((char *)stamp + fields[field].offset);
}

/* ---- writing */

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9');
}

static void put_value(struct buf *out, const char *value)
{
	for (; *value; value++) {
		unsigned char byte = (unsigned char)*value;

		if (is_letter(*value) || strchr(",./=@", *value) ||
		    (*value == '-' && out->n > 0 && out->at[out->n - 1] != '-')) {
			buf_put_byte(out, *value);
			continue;
		}
		buf_put_byte(out, '+');
		buf_put_byte(out, hex[byte >> 4]);
		buf_put_byte(out, hex[byte & 15]);
	}
}

void stamp_put(struct buf *out, const struct stamp *stamp)
{
	struct stamp copy = *stamp;
	size_t start = out->n;
	char sum[DIGEST_DIGITS + 1];

	buf_printf(out, "%s1", head);
	for (size_t i = 0; i < N_FIELDS; i++) {
		const char *value = *field_of(&copy, i);

		if (!*value)
			continue;
		buf_printf(out, ";%s=", fields[i].name);
		put_value(out, value);
	}
	digest_of(buf_text(out) + start, out->n - start, sum);
	buf_printf(out, "%s%.*s", sum_key, SUM_DIGITS, sum);
}

/* ---- finding */

static bool is_of_stamp(char byte)
{
	return is_letter(byte) || (byte && strchr("+,-./;=@", byte));
}

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/*
 * The stamp at `at` up to the digits of its sum, without white space, into `word`.  Where it ends, or null when it does
 * not end as it should.  A colon stands in its head alone, so that none is read into the next, and a file of nothing but heads
 * is looked at once.
 */
static const char *take_word(const char *at, const char *end, struct buf *word)
{
	for (; at < end && word->n < STAMP_MAX && !word->failed; at++) {
		if (is_space(*at))
			continue;
		if (!is_of_stamp(*at) && !(*at == ':' && word->n == HEAD - 1))
			return NULL;
		buf_put_byte(word, *at);
		if (word->n > SUM_KEY + SUM_DIGITS &&
		    memcmp(word->at + word->n - SUM_KEY - SUM_DIGITS, sum_key, SUM_KEY) == 0)
			return at + 1;
	}
	return NULL;
}

static int digit_of(char byte)
{
	const char *found = memchr(hex, byte, sizeof(hex) - 1);

	return found ? (int)(found - hex) : -1;
}

/* The value of `n` bytes, null for one that put_value() does not write. */
static const char *value_of(const char *at, size_t n, struct arena *arena)
{
	char *value = arena_array(arena, n + 1, 1), *to = value;

	for (size_t i = 0; value && i < n; i++) {
		int high, low;

		if (at[i] != '+') {
			*to++ = at[i];
			continue;
		}
		high = n - i > 2 ? digit_of(at[i + 1]) : -1;
		low = n - i > 2 ? digit_of(at[i + 2]) : -1;
		if (high < 0 || low < 0 || (high == 0 && low == 0))
			return NULL;
		*to++ = (char)(high << 4 | low);
		i += 2;
	}
	return value;
}

static bool is_hash(const char *text)
{
	return !*text || digest_is(text);
}

/* "key=value;key=value" into the stamp; false for what is none. */
static bool take_fields(char *text, struct arena *arena, struct stamp *out)
{
	for (char *next = text; next;) {
		char *key = next, *value = strchr(key, '=');

		next = strchr(key, ';');
		if (next)
			*next++ = '\0';
		if (!value || (next && value >= next))
			return false;
		*value++ = '\0';
		for (size_t i = 0; i < N_FIELDS; i++) {
			const char **field = field_of(out, i);

			if (strcmp(key, fields[i].name) != 0)
				continue;
			if (**field)
				return false; /* a second time */
			*field = value_of(value, strlen(value), arena);
			if (!*field)
				return false;
		}
	}
	return digest_is(out->sha256) && is_hash(out->since) && is_hash(out->form) &&
	       *out->program && *out->format && *out->command;
}

static enum stamp_state judge(struct buf *word, struct arena *arena, struct stamp *out)
{
	char sum[DIGEST_DIGITS + 1];
	size_t n = word->n - SUM_KEY - SUM_DIGITS;

	digest_of(word->at, n, sum);
	if (memcmp(word->at + n + SUM_KEY, sum, SUM_DIGITS) != 0)
		return STAMP_DAMAGED;
	if (strncmp(word->at + HEAD, version, sizeof(version) - 1) != 0)
		return STAMP_NEWER;
	word->at[n] = '\0';
	*out = (struct stamp){"", "", "", "", "", "", "", ""};
	return take_fields(word->at + HEAD + sizeof(version) - 1, arena, out) ? STAMP_GOOD
									      : STAMP_DAMAGED;
}

bool stamp_find(const char *bytes, size_t n, size_t *at, struct arena *arena,
		struct stamp_found *out)
{
	const char *found = *at < n ? memmem(bytes + *at, n - *at, head, HEAD) : NULL;
	struct buf word;
	const char *end;

	if (!found)
		return false;
	buf_init(&word, STAMP_MAX + 1);
	*out = (struct stamp_found){.state = STAMP_DAMAGED, .offset = (size_t)(found - bytes)};
	end = take_word(found, bytes + n, &word);
	if (end)
		out->state = judge(&word, arena, &out->is);
	arena->failed |= word.is_refused;
	*at = end ? (size_t)(end - bytes) : out->offset + HEAD;
	buf_release(&word);
	return true;
}
