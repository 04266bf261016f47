/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const char ELLIPSIS[] = "\xe2\x80\xa6";

void diag_init(struct diag *diag, size_t max)
{
	*diag = (struct diag){.max = max};
}

void diag_release(struct diag *diag)
{
	arena_release(&diag->arena);
	mem_free(diag->messages);
	*diag = (struct diag){0};
}

/* The longest part of `text` that fits `max` bytes and does not cut a character. */
static size_t fitting(const char *text, size_t n, size_t max)
{
	if (n <= max)
		return n;
	for (n = max; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80; n--)
		;
	return n;
}

const char *diag_word(char out[DIAG_WORD], const char *word)
{
	size_t n = strlen(word), kept = n;

	if (n >= DIAG_WORD)
		kept = fitting(word, n, DIAG_WORD - sizeof(ELLIPSIS));
	memcpy(out, word, kept);
	if (kept == n)
		out[kept] = '\0';
	else
		memcpy(out + kept, ELLIPSIS, sizeof(ELLIPSIS));
	return out;
}

static const char *keep(struct diag *diag, const char *text)
{
	size_t n = text ? strlen(text) : 0, kept;
	char *copy;

	if (n == 0)
		return "";
	if (n <= DIAG_TEXT_MAX)
		return arena_copy(&diag->arena, text, n);
	kept = fitting(text, n, DIAG_TEXT_MAX);
	copy = arena_array(&diag->arena, kept + sizeof(ELLIPSIS), 1);
	if (copy) {
		memcpy(copy, text, kept);
		memcpy(copy + kept, ELLIPSIS, sizeof(ELLIPSIS));
	}
	return copy;
}

static bool is_known(const struct diag *diag, const struct diag_message *message)
{
	const struct diag_message *old;
	size_t i;

	for (i = 0; i < diag->n; i++) {
		old = &diag->messages[i];
		if (old->place.line == message->place.line &&
		    old->place.column == message->place.column &&
		    old->severity == message->severity && message->place.line != 0 &&
		    !strcmp(old->file, message->file) && !strcmp(old->text, message->text) &&
		    !strcmp(old->path, message->path))
			return true;
	}
	return false;
}

static int grow(struct diag *diag)
{
	size_t capacity = diag->capacity ? diag->capacity * 2 : 16;
	struct diag_message *messages;

	if (diag->n < diag->capacity)
		return 0;
	messages = mem_resize(diag->messages, capacity, sizeof(*messages));
	if (!messages)
		return -1;
	diag->messages = messages;
	diag->capacity = capacity;
	return 0;
}

void diag_add(struct diag *diag, const struct diag_message *message)
{
	struct diag_message copy = *message;
	bool full = diag->n >= (diag->max ? diag->max : DIAG_MAX);

	if (!full) {
		copy.file = keep(diag, message->file);
		copy.text = keep(diag, message->text);
		copy.path = keep(diag, message->path);
		copy.suggestion = keep(diag, message->suggestion);
		copy.hint = keep(diag, message->hint);
		if (diag->arena.failed || grow(diag) != 0)
			diag->out_of_memory = true;
		else if (is_known(diag, &copy))
			return;
		else
			diag->messages[diag->n++] = copy;
	} else {
		diag->n_left_out++;
	}
	diag->n_errors += message->severity == MR_ERROR;
	diag->n_warnings += message->severity == MR_WARNING;
}

void diag_say(struct diag *diag, enum mr_severity severity, const char *file, const char *format,
	      ...)
{
	struct diag_message message = {.severity = severity, .file = file};
	struct buf text;
	va_list arguments;

	buf_init(&text, 64 * 1024);
	va_start(arguments, format);
	buf_vprintf(&text, format, arguments);
	va_end(arguments);
	message.text = buf_text(&text);
	diag_add(diag, &message);
	buf_release(&text);
}

void diag_no_memory(struct diag *diag)
{
	if (!diag->out_of_memory)
		diag->n_errors++;
	diag->out_of_memory = true;
}

bool diag_has_errors(const struct diag *diag)
{
	return diag->n_errors != 0;
}

static bool is_before(const struct diag_message *a, const struct diag_message *b)
{
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line;
	return a->place.column < b->place.column;
}

/* By insertion: there are at most `max` messages, and they come almost in order. */
void diag_sort(struct diag *diag, size_t first)
{
	struct diag_message moved;
	size_t i, j;

	for (i = first + 1; i < diag->n; i++) {
		moved = diag->messages[i];
		for (j = i; j > first && is_before(&moved, &diag->messages[j - 1]); j--)
			diag->messages[j] = diag->messages[j - 1];
		diag->messages[j] = moved;
	}
}

void diag_neutralise(struct buf *out, const char *bytes, size_t n)
{
	size_t at = 0, length;
	uint32_t code_point;

	while (at < n) {
		code_point = utf8_decode(bytes + at, n - at, &length);
		if (code_point == UTF8_INVALID)
			buf_printf(out, "\\x%02x", (unsigned)(unsigned char)bytes[at]);
		else if (code_point == '\n')
			buf_put_text(out, "\\n");
		else if (code_point == '\t')
			buf_put_text(out, "\\t");
		else if (code_point < 0x80 && utf8_is_control(code_point))
			buf_printf(out, "\\x%02x", (unsigned)code_point);
		else if (utf8_is_control(code_point) || utf8_is_bidi_control(code_point))
			buf_printf(out, "\\u{%x}", (unsigned)code_point);
		else
			buf_put(out, bytes + at, length);
		at += code_point == UTF8_INVALID ? 1 : length;
	}
}

static void put_visible(struct buf *out, const char *text)
{
	diag_neutralise(out, text, strlen(text));
}

static void put_head(struct buf *out, const struct diag_message *message, bool colour)
{
	static const char *const WORDS[] = {"note", "warning", "error"};
	static const char *const COLOURS[] = {"\033[1;36m", "\033[1;35m", "\033[1;31m"};
	unsigned severity = message->severity > MR_ERROR ? MR_ERROR : message->severity;

	buf_put_text(out, colour ? "\033[1m" : "");
	put_visible(out, message->file && message->file[0] ? message->file : "meshreport");
	if (message->place.line)
		buf_printf(out, ":%lu:%lu", (unsigned long)message->place.line,
			   (unsigned long)message->place.column);
	buf_put_text(out, colour ? ":\033[0m " : ": ");
	buf_put_text(out, colour ? COLOURS[severity] : "");
	buf_printf(out, "%s:", WORDS[severity]);
	buf_put_text(out, colour ? "\033[0m " : " ");
}

void diag_format(struct buf *out, const struct diag_message *message, bool colour)
{
	put_head(out, message, colour);
	put_visible(out, message->text ? message->text : "");
	if (message->path && message->path[0]) {
		buf_put_text(out, " (");
		put_visible(out, message->path);
		buf_put_byte(out, ')');
	}
	if (message->hint && message->hint[0]) {
		buf_put_text(out, "; ");
		put_visible(out, message->hint);
	}
	if (message->suggestion && message->suggestion[0]) {
		buf_put_text(out, "; did you mean '");
		put_visible(out, message->suggestion);
		buf_put_text(out, "'?");
	}
	buf_put_byte(out, '\n');
}

void diag_print(const struct diag *diag, struct buf *out, bool colour, bool quiet)
{
	struct diag_message last = {.severity = MR_ERROR};
	char text[96];
	size_t i;

	for (i = 0; i < diag->n; i++) {
		if (!quiet || diag->messages[i].severity != MR_NOTE)
			diag_format(out, &diag->messages[i], colour);
	}
	if (diag->out_of_memory) {
		last.text = "out of memory";
		diag_format(out, &last, colour);
	}
	if (diag->n_left_out) {
		snprintf(text, sizeof(text), "%lu more messages are not shown (the limit is %lu)",
			 (unsigned long)diag->n_left_out,
			 (unsigned long)(diag->max ? diag->max : DIAG_MAX));
		last.text = text;
		last.severity = MR_NOTE;
		diag_format(out, &last, colour);
	}
}
