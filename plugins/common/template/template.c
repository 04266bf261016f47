/* SPDX-License-Identifier: MIT */
#include "common/template/template.h"

#include "common/template/template_parse.h"
#include "common/template/template_value.h"

#include <stdlib.h>

#define MAX_TAGS 4000000u
#define MAX_COMPARED 48 /* bytes of a name that are compared for the nearest one */

/* One open section: names are looked up from the innermost outwards. */
struct frame {
	const struct template_value *value;
	const struct frame *outer;
};

struct renderer {
	const struct template_call *call;
	struct out *out;
	unsigned n_tags;
	unsigned n_partials; /* open ones */
	bool has_essential; /* the block of the call was written */
};

/* One template or partial being written. */
struct page {
	const struct template_source *source;
	const struct template_program *program;
};

static int render_tokens(struct renderer *renderer, const struct page *page, size_t from, size_t to,
			 const struct frame *frame);

/* ---- names */

static size_t length_to_dot(const char *name, size_t n)
{
	const char *dot = memchr(name, '.', n);

	return dot ? (size_t)(dot - name) : n;
}

/* The part of a dotted name that nothing knows; `map` is null when it is the first part. */
struct missing {
	const struct template_value *map;
	const char *part;
	size_t n;
};

/* Null for an unknown name; then `*missing` says what of it is. */
static const struct template_value *look_up(const struct frame *frame, const char *name, size_t n,
					    struct missing *missing)
{
	const struct template_value *value = NULL;
	size_t part = length_to_dot(name, n);

	*missing = (struct missing){.part = name, .n = part};
	if (n == 1 && name[0] == '.')
		return frame->value;
	for (; frame && !value; frame = frame->outer)
		value = template_member(frame->value, name, part);
	while (value && part < n) {
		const struct template_value *map = value;

		name += part + 1;
		n -= part + 1;
		part = length_to_dot(name, n);
		value = template_member(map, name, part);
		*missing = (struct missing){.map = map, .part = name, .n = part};
	}
	return value;
}

static unsigned smaller(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Levenshtein's distance, over at most MAX_COMPARED bytes of each. */
static unsigned distance(const char *a, size_t n_a, const char *b, size_t n_b)
{
	unsigned row[MAX_COMPARED + 1];

	if (n_a > MAX_COMPARED)
		n_a = MAX_COMPARED;
	if (n_b > MAX_COMPARED)
		n_b = MAX_COMPARED;
	for (size_t i = 0; i <= n_b; i++)
		row[i] = (unsigned)i;
	for (size_t i = 0; i < n_a; i++) {
		unsigned diagonal = row[0];

		row[0] = (unsigned)i + 1;
		for (size_t j = 0; j < n_b; j++) {
			unsigned swapped = diagonal + (a[i] != b[j]);

			diagonal = row[j + 1];
			row[j + 1] = smaller(swapped, smaller(row[j], diagonal) + 1);
		}
	}
	return row[n_b];
}

static void nearest_member(const struct template_value *map, const char *name, size_t n,
			   const char **nearest, unsigned *least)
{
	if (map->kind != TEMPLATE_MAP)
		return;
	for (const struct template_value *member = map->first; member; member = member->next) {
		unsigned far = distance(name, n, member->name, strlen(member->name));

		if (far < *least) {
			*least = far;
			*nearest = member->name;
		}
	}
}

static void report_unknown(const struct page *page, const struct token *token,
			   const struct frame *frame, const struct missing *missing)
{
	const char *nearest = NULL;
	unsigned least = (unsigned)(missing->n / 3 + 2);

	if (missing->map)
		nearest_member(missing->map, missing->part, missing->n, &nearest, &least);
	else
		for (; frame; frame = frame->outer)
			nearest_member(frame->value, missing->part, missing->n, &nearest, &least);
	template_report(page->source, token->offset, MR_ERROR, "unknown name '%.*s'%s%s%s",
			template_shown(token->at, token->n), token->at,
			nearest ? "; did you mean '" : "", nearest ? nearest : "",
			nearest ? "'?" : "");
}

/* The value a token names; null when it is unknown, which is reported unless lenient. */
static const struct template_value *resolve(struct renderer *renderer, const struct page *page,
					    const struct token *token, const struct frame *frame)
{
	struct missing missing;
	const struct template_value *value = look_up(frame, token->at, token->n, &missing);

	if (!value && !renderer->call->is_lenient)
		report_unknown(page, token, frame, &missing);
	return value;
}

/* ---- tags */

static int write_text(struct renderer *renderer, const struct page *page, const struct token *token,
		      const struct template_value *value)
{
	if (token->kind == TOKEN_ESCAPED) {
		renderer->call->escape(renderer->out, value->text, value->n);
		return 0;
	}
	if (!renderer->call->is_lenient)
		template_report(page->source, token->offset, MR_WARNING,
				"'%.*s' is written unescaped, so data can become markup",
				template_shown(token->at, token->n), token->at);
	out_bytes(renderer->out, value->text, value->n);
	return 0;
}

static int write_block(struct renderer *renderer, const struct page *page,
		       const struct token *token, const struct template_value *value)
{
	if (token->kind == TOKEN_ESCAPED) {
		template_report(page->source, token->offset, MR_ERROR,
				"'%.*s' is finished markup: it needs an unescaped tag, {{{%.*s}}}",
				template_shown(token->at, token->n), token->at,
				template_shown(token->at, token->n), token->at);
		return -1;
	}
	if (renderer->call->essential && strlen(renderer->call->essential) == token->n &&
	    memcmp(token->at, renderer->call->essential, token->n) == 0)
		renderer->has_essential = true;
	value->write(value->context, renderer->out);
	return 0;
}

static int render_value(struct renderer *renderer, const struct page *page,
			const struct token *token, const struct frame *frame)
{
	const struct template_value *value = resolve(renderer, page, token, frame);

	if (!value)
		return renderer->call->is_lenient ? 0 : -1;
	switch (value->kind) {
	case TEMPLATE_TEXT: return write_text(renderer, page, token, value);
	case TEMPLATE_BLOCK: return write_block(renderer, page, token, value);
	case TEMPLATE_FLAG:
	case TEMPLATE_LIST:
	case TEMPLATE_MAP: break;
	}
	if (renderer->call->is_lenient)
		return 0;
	template_report(page->source, token->offset, MR_ERROR,
			"'%.*s' is not a text: it can only open a section, {{#%.*s}}",
			template_shown(token->at, token->n), token->at,
			template_shown(token->at, token->n), token->at);
	return -1;
}

static int render_section(struct renderer *renderer, const struct page *page, size_t index,
			  const struct frame *frame)
{
	const struct token *token = &page->program->tokens[index];
	const struct template_value *value = resolve(renderer, page, token, frame);
	bool is_false = !value || template_is_false(value);
	struct frame inner = {.value = value, .outer = frame};

	if (!value && !renderer->call->is_lenient)
		return -1;
	if (token->kind == TOKEN_INVERTED)
		return is_false ? render_tokens(renderer, page, index + 1, token->end, frame) : 0;
	if (is_false)
		return 0;
	if (value->kind != TEMPLATE_LIST)
		return render_tokens(renderer, page, index + 1, token->end, &inner);
	for (const struct template_value *item = value->first; item; item = item->next) {
		inner.value = item;
		if (render_tokens(renderer, page, index + 1, token->end, &inner))
			return -1;
	}
	return 0;
}

/* ---- partials */

static void indent_lines(struct out *lines, struct mr_bytes text, const struct token *token)
{
	const char *at = text.at, *end = at + text.n;

	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		size_t n = newline ? (size_t)(newline - at) + 1 : (size_t)(end - at);

		out_bytes(lines, token->indent, token->n_indent);
		out_bytes(lines, at, n);
		at += n;
	}
}

static int render_source(struct renderer *renderer, const struct template_source *source,
			 const struct frame *frame)
{
	struct template_program program = {0};
	struct page page = {.source = source, .program = &program};
	int status = template_parse(source, &program);

	if (status == 0)
		status = render_tokens(renderer, &page, 0, program.n_tokens, frame);
	template_program_release(&program);
	return status;
}

static int render_found(struct renderer *renderer, const struct token *token, const char *name,
			struct mr_bytes text, const struct frame *frame)
{
	struct template_source source = {.job = renderer->call->job,
					 .name = name,
					 .text = text.at,
					 .n = text.n,
					 .n_indent = token->n_indent};
	struct out lines;
	int status;

	if (token->n_indent == 0)
		return render_source(renderer, &source, frame);
	out_to_memory(&lines, 0);
	indent_lines(&lines, text, token);
	source.text = out_at(&lines);
	source.n = lines.n;
	if (lines.failed) {
		template_report(&source, 0, MR_ERROR, "out of memory");
		status = -1;
	} else {
		status = render_source(renderer, &source, frame);
	}
	out_release(&lines);
	return status;
}

static int render_partial(struct renderer *renderer, const struct page *page,
			  const struct token *token, const struct frame *frame)
{
	struct mr_job *job = renderer->call->job;
	struct mr_bytes text = {0};
	char name[128];
	int status;

	if (renderer->n_partials == TEMPLATE_MAX_DEPTH) {
		template_report(page->source, token->offset, MR_ERROR,
				"partials nest deeper than %d", TEMPLATE_MAX_DEPTH);
		return -1;
	}
	status = token->n < sizeof(name) ? 0 : -1;
	if (status == 0) {
		memcpy(name, token->at, token->n);
		name[token->n] = '\0';
		status = job->resource(job, name, &text);
	}
	if (status != 0) {
		if (renderer->call->is_lenient)
			return 0;
		template_report(page->source, token->offset, MR_ERROR, "no partial named '%.*s'",
				template_shown(token->at, token->n), token->at);
		return -1;
	}
	renderer->n_partials++;
	status = render_found(renderer, token, name, text, frame);
	renderer->n_partials--;
	return status;
}

/* ---- all of it */

static int render_tag(struct renderer *renderer, const struct page *page, size_t index,
		      const struct frame *frame)
{
	const struct token *token = &page->program->tokens[index];

	if (++renderer->n_tags > MAX_TAGS) {
		template_report(page->source, token->offset, MR_ERROR,
				"the template executes more than %u tags", MAX_TAGS);
		return -1;
	}
	switch (token->kind) {
	case TOKEN_ESCAPED:
	case TOKEN_RAW: return render_value(renderer, page, token, frame);
	case TOKEN_SECTION:
	case TOKEN_INVERTED: return render_section(renderer, page, index, frame);
	case TOKEN_PARTIAL: return render_partial(renderer, page, token, frame);
	case TOKEN_TEXT:
	case TOKEN_CLOSE: break;
	}
	return 0;
}

static int render_tokens(struct renderer *renderer, const struct page *page, size_t from, size_t to,
			 const struct frame *frame)
{
	for (size_t i = from; i < to; i++) {
		const struct token *token = &page->program->tokens[i];

		if (token->kind == TOKEN_TEXT)
			out_bytes(renderer->out, token->at, token->n);
		else if (render_tag(renderer, page, i, frame))
			return -1;
		if (token->kind == TOKEN_SECTION || token->kind == TOKEN_INVERTED)
			i = token->end;
	}
	return 0;
}

int template_render(const struct template_call *call, struct out *out)
{
	struct renderer renderer = {.call = call, .out = out};
	struct template_source source = {
		.job = call->job, .name = call->name, .text = call->text.at, .n = call->text.n};
	struct frame frame = {.value = call->root};

	if (call->data->failed) {
		template_report(&source, 0, MR_ERROR, "out of memory");
		return -1;
	}
	if (render_source(&renderer, &source, &frame) != 0)
		return -1;
	if (call->essential && !renderer.has_essential)
		template_report(&source, 0, MR_WARNING,
				"nothing of the data is shown: the template has no {{{%s}}}; "
				"--print-template prints one that has it",
				call->essential);
	return 0;
}
