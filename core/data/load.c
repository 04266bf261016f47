/* SPDX-License-Identifier: MIT */
#include "data/load.h"

#include "base/mem.h"

#include <string.h>

int load_init(struct load *load, const char *file, const struct limits *limits, struct texts *texts,
	      struct diag *diag)
{
	*load = (struct load){
		.file = file, .kind = "dataset", .limits = limits, .texts = texts, .diag = diag};
	strset_init(&load->strings);
	for (uint32_t i = 0; i < N_WORDS; i++) {
		if (strset_put(&load->strings, schema_word((enum word)i),
			       strlen(schema_word((enum word)i))) != i) {
			load_no_memory(load);
			return -1;
		}
	}
	return 0;
}

void load_release(struct load *load)
{
	strset_release(&load->strings);
	vec_release(&load->places);
}

/* "Sheet1!C7" for a place with a name. */
static const char *name_of(const struct load *load, struct place place)
{
	return place.column == PLACE_NAMED ? *VEC_AT(const char *, load->places, place.line - 1)
					   : "";
}

static void report(struct load *load, const struct about *about, const char *rule,
		   const char *format, va_list arguments)
{
	struct diag_message message = {.severity = rule ? MR_WARNING : MR_ERROR,
				       .place = about->place,
				       .file = load->file,
				       .place_name = name_of(load, about->place),
				       .rule = rule,
				       .path = about->path,
				       .suggestion = about->suggestion,
				       .hint = about->hint};
	struct buf text;

	buf_init(&text, 4096);
	buf_vprintf(&text, format, arguments);
	message.text = buf_text(&text);
	if (text.is_refused)
		diag_no_memory(load->diag);
	else
		diag_add(load->diag, &message);
	buf_release(&text);
}

void load_error(struct load *load, const struct about *about, const char *format, ...)
{
	va_list arguments;

	load->has_errors = true;
	/* What looks wrong after memory was refused ("is missing") may be right in the file. */
	if (load->failed)
		return;
	va_start(arguments, format);
	report(load, about, NULL, format, arguments);
	va_end(arguments);
}

void load_warning(struct load *load, const struct about *about, const char *rule,
		  const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(load, about, rule, format, arguments);
	va_end(arguments);
}

bool load_has_room(const struct load *load)
{
	return load->diag->n_kept[MR_ERROR] < diag_budget(load->diag);
}

void load_no_memory(struct load *load)
{
	diag_no_memory(load->diag);
	load->has_errors = true;
	load->failed = true;
}

void *load_add(struct load *load, struct vec *vec, size_t size)
{
	void *added = vec_add(vec, size);

	if (!added)
		load_no_memory(load);
	return added;
}

uint32_t *load_number(struct load *load, struct vec *vec, uint32_t index)
{
	uint32_t *number = vec_touch(vec, index, sizeof(*number));

	if (!number)
		load_no_memory(load);
	return number;
}

struct place load_named_place(struct load *load, const char *name)
{
	const char **kept = load_add(load, &load->places, sizeof(*kept));

	if (!kept)
		return (struct place){0, 0};
	*kept = arena_copy(&load->strings.arena, name, strlen(name));
	if (!*kept) {
		*kept = "";
		load_no_memory(load);
	}
	return (struct place){(uint32_t)load->places.n, PLACE_NAMED};
}

const struct mr_text *load_rich(struct load *load, uint32_t string,
				const struct markdown_finding **out_findings)
{
	const struct string *source = &load->strings.at[string];
	const struct mr_text *text = texts_rich(load->texts, source->at, source->n, out_findings);

	if (!text)
		load_no_memory(load);
	return text;
}
