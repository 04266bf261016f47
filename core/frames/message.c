/* SPDX-License-Identifier: MIT */
#include "frames/message.h"

#include <string.h>

#include "base/diag.h"
#include "plugin/vet.h"

enum { LINE_MAX_BYTES = 1000, SUMMARY_MAX = 200, VERSION_MAX = 40, MEDIA_TYPE_MAX = 100 };

/* One printable line of at most `max` bytes, whatever `text` is; "" for none. */
static void put_line(struct buf *out, const char *text, size_t max)
{
	char line[LINE_MAX_BYTES + 1];

	text = text ? text : "";
	diag_fit(line, max + 1, text, strlen(text));
	wire_put_text(out, line);
}

/* Lines that were vetted; of others nothing. */
static void put_lines(struct buf *out, const char *text, size_t max)
{
	wire_put_text(out, vet_lines(text, max) ? text : "");
}

static const char *keep(struct arena *arena, const char *text)
{
	const char *copy = arena_copy(arena, text, strlen(text));

	return copy ? copy : "";
}

static const char *keep_line(struct wire_reader *in, struct arena *arena, size_t max)
{
	return keep(arena, wire_text(in, max));
}

static int end_of(const struct wire_reader *in)
{
	return wire_is_done(in) ? 0 : -1;
}

/* ---- HELLO */

static void put_option(struct buf *out, const struct mr_option *option)
{
	put_line(out, option->name, VET_NAME_MAX);
	put_line(out, option->help, LINE_MAX_BYTES);
	wire_put_number(out, option->initial != NULL);
	put_line(out, option->initial ? option->initial : "", LINE_MAX_BYTES);
	wire_put_number(out, option->choices != NULL);
	put_line(out, option->choices ? option->choices : "", LINE_MAX_BYTES);
	wire_put_number(out, option->type);
	wire_put_real(out, option->min);
	wire_put_real(out, option->max);
}

static const char *take_optional(struct wire_reader *in, struct arena *arena)
{
	bool is_there = wire_number(in) != 0;
	const char *text = keep_line(in, arena, LINE_MAX_BYTES);

	return is_there ? text : NULL;
}

static void take_option(struct wire_reader *in, struct arena *arena, struct mr_option *option)
{
	option->name = keep_line(in, arena, VET_NAME_MAX);
	option->help = keep_line(in, arena, LINE_MAX_BYTES);
	option->initial = take_optional(in, arena);
	option->choices = take_optional(in, arena);
	option->type = (uint32_t)wire_number(in);
	option->min = wire_real(in);
	option->max = wire_real(in);
}

static void put_table(struct buf *out, const struct option_table *table)
{
	wire_put_number(out, table->n);
	for (uint32_t i = 0; i < table->n; i++)
		put_option(out, &table->options[i]);
}

void message_put_hello(struct buf *out, const struct message_hello *hello)
{
	put_line(out, hello->summary, SUMMARY_MAX);
	put_line(out, hello->version, VERSION_MAX);
	put_line(out, hello->extension, VET_NAME_MAX);
	put_line(out, hello->media_type, MEDIA_TYPE_MAX);
	put_line(out, hello->template_name, VET_PART_MAX);
	wire_put_number(out, hello->capabilities);
	wire_put_number(out, hello->abi_minor);
	wire_put_number(out, (hello->can_write ? 1u : 0u) | (hello->can_read ? 2u : 0u) |
				     (hello->can_decode ? 4u : 0u));
	put_line(out, hello->suffixes, VET_SUFFIXES_MAX);
	put_line(out, hello->license, MESSAGE_ABOUT_MAX);
	put_line(out, hello->author, MESSAGE_ABOUT_MAX);
	put_line(out, hello->homepage, MESSAGE_ABOUT_MAX);
	wire_put_number(out, (uint64_t)(int64_t)hello->priority);
	put_line(out, hello->aliases, VET_SUFFIXES_MAX);
	put_lines(out, hello->examples, MESSAGE_EXAMPLES_MAX);
	put_table(out, &hello->table);
	put_table(out, &hello->read_table);
}

static int take_table(struct wire_reader *in, struct arena *arena, struct option_table *table)
{
	uint64_t n = wire_number(in);
	struct mr_option *options;
	char why[OPTIONS_WHY];

	if (n > OPTIONS_MAX)
		return -1;
	options = arena_array(arena, (size_t)n + 1, sizeof(*options));
	for (uint64_t i = 0; options && i < n; i++)
		take_option(in, arena, &options[i]);
	if (arena->failed)
		return 0;
	*table = (struct option_table){options, (uint32_t)n};
	return !in->failed && options_vet(table, why) == 0 ? 0 : -1;
}

static int take_about(struct wire_reader *in, struct arena *arena, struct message_hello *hello)
{
	hello->license = keep_line(in, arena, MESSAGE_ABOUT_MAX);
	hello->author = keep_line(in, arena, MESSAGE_ABOUT_MAX);
	hello->homepage = keep_line(in, arena, MESSAGE_ABOUT_MAX);
	hello->priority = (int32_t)(int64_t)wire_number(in);
	hello->aliases = keep_line(in, arena, VET_SUFFIXES_MAX);
	hello->examples = keep(arena, wire_words(in, MESSAGE_EXAMPLES_MAX));
	if (arena->failed)
		return 0;
	return vet_suffixes(hello->aliases) && vet_lines(hello->examples, MESSAGE_EXAMPLES_MAX)
		       ? 0
		       : -1;
}

int message_take_hello(struct wire_reader *in, struct arena *arena, struct message_hello *hello)
{
	hello->summary = keep_line(in, arena, SUMMARY_MAX);
	hello->version = keep_line(in, arena, VERSION_MAX);
	hello->extension = keep_line(in, arena, VET_NAME_MAX);
	hello->media_type = keep_line(in, arena, MEDIA_TYPE_MAX);
	hello->template_name = keep_line(in, arena, VET_PART_MAX);
	hello->capabilities = (uint32_t)wire_number(in);
	hello->abi_minor = (uint32_t)wire_number(in);
	uint64_t can = wire_number(in);

	hello->suffixes = keep_line(in, arena, VET_SUFFIXES_MAX);
	hello->can_write = (can & 1) != 0;
	hello->can_read = (can & 2) != 0;
	hello->can_decode = (can & 4) != 0;
	if (arena->failed)
		return 0;
	if (can == 0 || can > 7 || !vet_suffixes(hello->suffixes) ||
	    (hello->can_write && !vet_extension(hello->extension)))
		return -1;
	if (take_about(in, arena, hello) != 0 || take_table(in, arena, &hello->table) != 0 ||
	    take_table(in, arena, &hello->read_table) != 0)
		return -1;
	return arena->failed ? 0 : end_of(in);
}

/* ---- OPEN */

void message_put_open(struct buf *out, const struct message_open *open)
{
	put_line(out, open->part, VET_PART_MAX);
	put_line(out, open->suffix, VET_NAME_MAX);
}

int message_take_open(struct wire_reader *in, struct message_open *open)
{
	open->part = wire_text(in, VET_PART_MAX);
	open->suffix = wire_text(in, VET_NAME_MAX);
	if (*open->part ? !vet_part(open->part) : *open->suffix != '\0')
		return -1;
	return *open->suffix && !vet_extension(open->suffix) ? -1 : end_of(in);
}

/* ---- DESCRIBE */

void message_put_describe(struct buf *out, const struct message_describe *describe)
{
	wire_put_number(out, describe->n);
	put_line(out, describe->what, MESSAGE_WHAT_MAX);
}

int message_take_describe(struct wire_reader *in, struct message_describe *describe)
{
	describe->n = wire_number(in);
	describe->what = wire_text(in, MESSAGE_WHAT_MAX);
	return end_of(in);
}

/* ---- DIAG */

void message_put_diag(struct buf *out, const struct message_diag *diag)
{
	const char *name = diag->where.name;

	wire_put_number(out, diag->severity > MR_WARNING ? MR_ERROR : diag->severity);
	wire_put_number(out, diag->where.kind);
	wire_put_number(out, diag->where.index);
	wire_put_number(out, diag->where.second);
	put_line(out, name && vet_part(name) ? name : "", VET_PART_MAX);
	put_line(out, diag->text, MESSAGE_TEXT_MAX);
}

int message_take_diag(struct wire_reader *in, struct message_diag *diag)
{
	uint64_t severity = wire_number(in);

	diag->severity = (enum mr_severity)severity;
	diag->where.kind = (uint32_t)wire_number(in);
	diag->where.index = (uint32_t)wire_number(in);
	diag->where.second = (uint32_t)wire_number(in);
	diag->where.name = wire_text(in, VET_PART_MAX);
	diag->text = wire_text(in, MESSAGE_TEXT_MAX);
	return severity > MR_ERROR ? -1 : end_of(in);
}

/* ---- PROGRESS */

void message_put_progress(struct buf *out, uint32_t part)
{
	wire_put_number(out, part);
}

int message_take_progress(struct wire_reader *in, uint32_t *part)
{
	uint64_t said = wire_number(in);

	if (said > 100)
		return -1;
	*part = (uint32_t)said;
	return end_of(in);
}

/* ---- DONE */

uint64_t message_done(enum message_end end)
{
	return end;
}

int message_take_done(struct wire_reader *in, enum message_end *end)
{
	uint64_t said = wire_number(in);

	*end = (enum message_end)said;
	return said > MESSAGE_END_NO_MEMORY ? -1 : end_of(in);
}
