/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include "base/mem.h"
#include "base/merge.h"
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
	strset_release(&diag->known);
	buf_release(&diag->key);
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

/* As much of a word as is kept whole however long it is. */
static void put_key(struct buf *key, const char *word)
{
	size_t n = word ? strlen(word) : 0;

	buf_put(key, word ? word : "", fitting(word ? word : "", n, DIAG_TEXT_MAX));
	buf_put_byte(key, '\0');
}

/* Of messages without a place each is said; of those that are not kept nobody remembers any. */
static bool is_known(struct diag *diag, const struct diag_message *message, bool is_kept)
{
	struct buf *key = &diag->key;
	uint32_t n_before = diag->known.n, number;

	if (message->place.line == 0 || (!is_kept && n_before == 0))
		return false;
	buf_clear(key);
	buf_printf(key, "%lu:%lu:%d ", (unsigned long)message->place.line,
		   (unsigned long)message->place.column, (int)message->severity);
	put_key(key, message->text);
	put_key(key, message->file);
	put_key(key, message->path);
	if (n_before == 0 && !diag->known.slots)
		strset_init(&diag->known);
	number = is_kept ? strset_put(&diag->known, buf_text(key), key->n)
			 : strset_find(&diag->known, buf_text(key), key->n);
	if (is_kept && (key->failed || number == STRSET_NONE))
		diag->out_of_memory = true;
	return number < n_before;
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

static enum mr_severity severity_of(const struct diag_message *message)
{
	return message->severity > MR_ERROR ? MR_ERROR : message->severity;
}

size_t diag_budget(const struct diag *diag)
{
	return diag->max ? diag->max : DIAG_MAX;
}

static void keep_message(struct diag *diag, const struct diag_message *message)
{
	struct diag_message copy = *message;

	copy.file = keep(diag, message->file);
	copy.text = keep(diag, message->text);
	copy.path = keep(diag, message->path);
	copy.place_name = keep(diag, message->place_name);
	copy.rule = keep(diag, message->rule);
	copy.suggestion = keep(diag, message->suggestion);
	copy.hint = keep(diag, message->hint);
	if (diag->arena.failed || grow(diag) != 0) {
		diag->out_of_memory = true;
		return;
	}
	diag->n_kept[severity_of(message)]++;
	diag->messages[diag->n++] = copy;
}

void diag_add(struct diag *diag, const struct diag_message *message)
{
	struct diag_message judged = *message;
	enum mr_severity severity;
	bool is_kept;

	if (diag->judge && !diag->judge(diag->judging, &judged))
		return;
	severity = judged.severity = severity_of(&judged);
	is_kept = judged.is_verdict || diag->n_kept[severity] < diag_budget(diag);
	if (is_known(diag, &judged, is_kept))
		return;
	if (is_kept)
		keep_message(diag, &judged);
	else
		diag->n_left_out[severity]++;
	diag->n_errors += severity == MR_ERROR;
}

void diag_move(struct diag *to, struct diag *from, enum mr_severity gravest)
{
	const struct diag empty = {
		.max = from->max, .judge = from->judge, .judging = from->judging};

	for (size_t i = 0; i < from->n; i++) {
		struct diag_message message = from->messages[i];

		if (message.severity > gravest)
			message.severity = gravest;
		diag_add(to, &message);
	}
	for (enum mr_severity i = MR_NOTE; i <= MR_ERROR; i++) {
		enum mr_severity severity = i < gravest ? i : gravest;

		to->n_left_out[severity] += from->n_left_out[i];
		to->n_errors += severity == MR_ERROR ? from->n_left_out[i] : 0;
	}
	if (from->out_of_memory)
		diag_no_memory(to);
	diag_release(from);
	*from = empty;
}

void diag_drop_notes(struct diag *diag)
{
	size_t n = 0;

	for (size_t i = 0; i < diag->n; i++)
		if (diag->messages[i].severity != MR_NOTE)
			diag->messages[n++] = diag->messages[i];
	diag->n = n;
	diag->n_kept[MR_NOTE] = diag->n_left_out[MR_NOTE] = 0;
}

static bool is_behind(struct place a, struct place b)
{
	return a.line > b.line || (a.line == b.line && a.column >= b.column);
}

void diag_drop_behind(struct diag *diag, const char *file, struct place place)
{
	size_t n = 0;

	for (size_t i = 0; i < diag->n; i++) {
		const struct diag_message *message = &diag->messages[i];

		if (message->severity == MR_ERROR && strcmp(message->file, file) == 0 &&
		    is_behind(message->place, place)) {
			diag->n_kept[MR_ERROR]--;
			diag->n_errors--;
		} else {
			diag->messages[n++] = *message;
		}
	}
	diag->n = n;
}

/* Half a sentence would be worse than none: a text that had no memory is lost as a whole. */
void diag_vreport(struct diag *diag, const struct diag_message *message, const char *format,
		  va_list arguments)
{
	struct diag_message copy = *message;
	struct buf text;

	buf_init(&text, 64 * 1024);
	buf_vprintf(&text, format, arguments);
	copy.text = buf_text(&text);
	if (text.failed)
		diag_no_memory(diag);
	else
		diag_add(diag, &copy);
	buf_release(&text);
}

void diag_report(struct diag *diag, const struct diag_message *message, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	diag_vreport(diag, message, format, arguments);
	va_end(arguments);
}

void diag_say(struct diag *diag, enum mr_severity severity, const char *file, const char *format,
	      ...)
{
	const struct diag_message message = {.severity = severity, .file = file};
	va_list arguments;

	va_start(arguments, format);
	diag_vreport(diag, &message, format, arguments);
	va_end(arguments);
}

void diag_say_buf(struct diag *diag, enum mr_severity severity, const char *file,
		  const char *before, struct buf *text)
{
	if (text->failed)
		diag_no_memory(diag);
	else
		diag_say(diag, severity, file, "%s%s", before, buf_text(text));
	buf_release(text);
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

static bool is_before(const void *left, const void *right)
{
	const struct place a = ((const struct diag_message *)left)->place;
	const struct place b = ((const struct diag_message *)right)->place;

	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void diag_sort(struct diag *diag, size_t first)
{
	if (diag->n > first)
		merge_sort(diag->messages + first, diag->n - first, sizeof(*diag->messages),
			   is_before);
}

/* ---- what others said */

enum { VISIBLE_MAX = 16 };

/* The first character of `n` > 0 bytes as it may be shown, in `out`; the number of bytes it took. */
static size_t show(const char *bytes, size_t n, char out[VISIBLE_MAX])
{
	size_t length;
	uint32_t code_point = utf8_decode(bytes, n, &length);

	if (code_point == UTF8_INVALID) {
		snprintf(out, VISIBLE_MAX, "\\x%02x", (unsigned)(unsigned char)bytes[0]);
		return 1;
	}
	if (code_point == '\n')
		memcpy(out, "\\n", 3);
	else if (code_point == '\t')
		memcpy(out, "\\t", 3);
	else if (code_point < 0x80 && utf8_is_control(code_point))
		snprintf(out, VISIBLE_MAX, "\\x%02x", (unsigned)code_point);
	else if (utf8_is_control(code_point) || utf8_is_invisible(code_point))
		snprintf(out, VISIBLE_MAX, "<U+%04X>", (unsigned)code_point);
	else {
		memcpy(out, bytes, length);
		out[length] = '\0';
	}
	return length;
}

void diag_neutralise(struct buf *out, const char *bytes, size_t n)
{
	char shown[VISIBLE_MAX];

	for (size_t at = 0; at < n;) {
		at += show(bytes + at, n - at, shown);
		buf_put_text(out, shown);
	}
}

size_t diag_fit(char *out, size_t size, const char *bytes, size_t n)
{
	char shown[VISIBLE_MAX];
	size_t used = 0, kept = 0; /* up to where an ellipsis still fits */

	for (size_t at = 0; at < n;) {
		at += show(bytes + at, n - at, shown);
		size_t n_shown = strlen(shown);

		if (used + n_shown >= size) {
			memcpy(out + kept, ELLIPSIS, sizeof(ELLIPSIS));
			return kept + sizeof(ELLIPSIS) - 1;
		}
		memcpy(out + used, shown, n_shown);
		used += n_shown;
		if (used + sizeof(ELLIPSIS) <= size)
			kept = used;
	}
	out[used] = '\0';
	return used;
}

const char *diag_word_of(char out[DIAG_WORD], const char *bytes, size_t n)
{
	diag_fit(out, DIAG_WORD, bytes, n);
	return out;
}

const char *diag_word(char out[DIAG_WORD], const char *word)
{
	return diag_word_of(out, word, strlen(word));
}

void diag_vwrite(char *out, size_t size, const char *format, va_list arguments)
{
	int n = vsnprintf(out, size, format, arguments);
	size_t end = size - 1;

	if (n < 0 || (size_t)n < size)
		return;
	for (; end > 0 && ((unsigned char)out[end - 1] & 0xc0) == 0x80; end--)
		;
	/* `end` is behind the first byte of the last character: that character is whole or cut. */
	if (end > 0 && (unsigned char)out[end - 1] >= 0xc0)
		end--;
	else
		end = size - 1;
	out[end] = '\0';
}

void diag_write(char *out, size_t size, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	diag_vwrite(out, size, format, arguments);
	va_end(arguments);
}

static void put_visible(struct buf *out, const char *text)
{
	diag_neutralise(out, text, strlen(text));
}

const char *diag_severity_word(enum mr_severity severity)
{
	static const char *const words[DIAG_SEVERITIES] = {"note", "warning", "error"};

	return words[severity < MR_ERROR ? severity : MR_ERROR];
}

static void put_head(struct buf *out, const struct diag_message *message, bool colour)
{
	static const char *const COLOURS[] = {"\033[1;36m", "\033[1;35m", "\033[1;31m"};
	enum mr_severity severity = severity_of(message);

	buf_put_text(out, colour ? "\033[1m" : "");
	put_visible(out, message->file && message->file[0] ? message->file : "meshreport");
	if (message->place_name && message->place_name[0]) {
		buf_put_byte(out, ':');
		put_visible(out, message->place_name);
	}
	if (message->place.line && message->place.column != PLACE_NAMED)
		buf_printf(out, ":%lu", (unsigned long)message->place.line);
	if (message->place.line && message->place.column && message->place.column != PLACE_NAMED)
		buf_printf(out, ":%lu", (unsigned long)message->place.column);
	buf_put_text(out, colour ? ":\033[0m " : ": ");
	buf_put_text(out, colour ? COLOURS[severity] : "");
	buf_printf(out, "%s:", diag_severity_word(severity));
	buf_put_text(out, colour ? "\033[0m " : " ");
}

void diag_put_words(struct buf *out, const struct diag_message *message)
{
	put_visible(out, message->text);
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
}

void diag_format(struct buf *out, const struct diag_message *message, bool colour)
{
	put_head(out, message, colour);
	diag_put_words(out, message);
	if (message->rule && message->rule[0]) {
		buf_put_text(out, " [");
		put_visible(out, message->rule);
		buf_put_byte(out, ']');
	}
	buf_put_byte(out, '\n');
}

static void put_left_out(const struct diag *diag, enum mr_severity severity, struct buf *out,
			 bool colour)
{
	size_t n = diag->n_left_out[severity];
	char text[96];

	if (n == 0)
		return;
	snprintf(text, sizeof(text), "%zu more %s%s not shown (the limit is %zu)", n,
		 diag_severity_word(severity), n == 1 ? " is" : "s are", diag_budget(diag));
	diag_format(out, &(struct diag_message){.severity = MR_NOTE, .text = text}, colour);
}

void diag_print(const struct diag *diag, struct buf *out, bool colour, bool quiet)
{
	static const struct diag_message no_memory = {.severity = MR_ERROR,
						      .text = "out of memory"};

	for (size_t i = 0; i < diag->n; i++)
		if (!quiet || diag->messages[i].severity != MR_NOTE)
			diag_format(out, &diag->messages[i], colour);
	if (diag->out_of_memory)
		diag_format(out, &no_memory, colour);
	for (int severity = MR_ERROR; severity >= (quiet ? MR_WARNING : MR_NOTE); severity--)
		put_left_out(diag, (enum mr_severity)severity, out, colour);
}
