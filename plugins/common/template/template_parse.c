/* SPDX-License-Identifier: MIT */
#include "common/template/template_parse.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_TEXT ((size_t)64 << 20)
#define SHOWN_NAME 60

struct delimiter {
	const char *at;
	size_t n;
};

struct parser {
	const struct template_source *source;
	struct template_program *program;
	struct delimiter open, close;
	size_t at; /* the next byte to read */
	size_t sections[TEMPLATE_MAX_DEPTH]; /* tokens of the open ones */
	size_t n_sections;
};

/* What stands between the delimiters. */
struct tag {
	size_t start, end; /* of the whole tag, delimiters included */
	char sigil; /* one of {&#^/!>= or 0 */
	const char *name;
	size_t n_name;
};

int template_shown(const char *name, size_t n)
{
	size_t shown = n > SHOWN_NAME ? SHOWN_NAME : n;

	while (shown < n && shown > 0 && ((unsigned char)name[shown] & 0xc0) == 0x80)
		shown--;
	return (int)shown;
}

/* Line and column of an offset, both from 1; a column is a character. */
static void locate(const struct template_source *source, size_t offset, struct mr_where *where)
{
	uint32_t line = 1, column = 1;
	size_t line_start = 0;

	for (size_t i = 0; i < offset; i++) {
		if (source->text[i] == '\n') {
			line++;
			line_start = i + 1;
		}
	}
	line_start += source->n_indent;
	for (size_t i = line_start; i < offset; i++)
		column += ((unsigned char)source->text[i] & 0xc0) != 0x80;
	where->index = line;
	where->second = column;
}

void template_report(const struct template_source *source, size_t offset, enum mr_severity severity,
		     const char *format, ...)
{
	struct mr_where where = {.kind = MR_AT_RESOURCE, .name = source->name};
	char message[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	locate(source, offset, &where);
	source->job->diag(source->job, severity, &where, "%s", message);
}

void template_program_release(struct template_program *program)
{
	free(program->tokens);
	*program = (struct template_program){0};
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_space(char c)
{
	return is_blank(c) || c == '\n' || c == '\r';
}

/* The offset of `what` at or behind `from`, SIZE_MAX when there is none. */
static size_t find(const struct template_source *source, size_t from, const char *what, size_t n)
{
	while (n <= source->n && from <= source->n - n) {
		const char *at = memchr(source->text + from, what[0], source->n - n - from + 1);

		if (!at)
			break;
		if (memcmp(at, what, n) == 0)
			return (size_t)(at - source->text);
		from = (size_t)(at - source->text) + 1;
	}
	return SIZE_MAX;
}

static struct token *push(struct parser *parser, struct token token)
{
	struct template_program *program = parser->program;

	if (program->n_tokens == program->size) {
		size_t size = program->size ? program->size * 2 : 64;
		struct token *larger = realloc(program->tokens, size * sizeof(*larger));

		if (!larger) {
			template_report(parser->source, token.offset, MR_ERROR, "out of memory");
			return NULL;
		}
		program->tokens = larger;
		program->size = size;
	}
	program->tokens[program->n_tokens] = token;
	return &program->tokens[program->n_tokens++];
}

static int push_text(struct parser *parser, size_t from, size_t to)
{
	struct token token = {.kind = TOKEN_TEXT,
			      .at = parser->source->text + from,
			      .n = to - from,
			      .offset = from};

	return from >= to || push(parser, token) ? 0 : -1;
}

static void trim(struct tag *tag)
{
	while (tag->n_name > 0 && is_space(tag->name[0])) {
		tag->name++;
		tag->n_name--;
	}
	while (tag->n_name > 0 && is_space(tag->name[tag->n_name - 1]))
		tag->n_name--;
}

static int unclosed(struct parser *parser, const struct tag *tag, const char *closing, size_t n)
{
	template_report(parser->source, tag->start, MR_ERROR,
			"this tag is never closed; expected '%.*s'", template_shown(closing, n),
			closing);
	return -1;
}

static bool is_default(const struct delimiter *delimiter, const char *text)
{
	return delimiter->n == 2 && memcmp(delimiter->at, text, 2) == 0;
}

/* Reads the tag at tag->start up to its end. */
static int read_tag(struct parser *parser, struct tag *tag)
{
	const struct template_source *source = parser->source;
	size_t inside = tag->start + parser->open.n;
	const char *closing = parser->close.at;
	size_t n_closing = parser->close.n, end;
	char sigil = inside < source->n ? source->text[inside] : '\0';

	if (sigil == '{' && !(is_default(&parser->open, "{{") && is_default(&parser->close, "}}")))
		sigil = '\0';
	if (sigil == '\0' || !strchr("{&#^/!>=", sigil))
		sigil = '\0';
	else
		inside++;
	if (sigil == '{') {
		closing = "}}}";
		n_closing = 3;
	}
	end = find(source, inside, closing, n_closing);
	if (end == SIZE_MAX)
		return unclosed(parser, tag, closing, n_closing);
	tag->sigil = sigil;
	tag->end = end + n_closing;
	tag->name = source->text + inside;
	tag->n_name = end - inside;
	if (sigil != '!')
		trim(tag);
	return 0;
}

static int check_name(struct parser *parser, const struct tag *tag)
{
	const char *wrong = NULL;

	if (tag->n_name == 0)
		wrong = "a tag without a name";
	for (size_t i = 0; i < tag->n_name && !wrong; i++)
		if (is_space(tag->name[i]))
			wrong = "a name cannot hold a blank";
		else if ((unsigned char)tag->name[i] < ' ' || tag->name[i] == 0x7f)
			wrong = "a name cannot hold a control character";
	if (tag->n_name > 1 && tag->sigil != '>' && !wrong)
		for (size_t i = 0; i < tag->n_name && !wrong; i++)
			if (tag->name[i] == '.' &&
			    (i == 0 || i + 1 == tag->n_name || tag->name[i + 1] == '.'))
				wrong = "a dotted name with nothing between two dots";
	if (!wrong)
		return 0;
	template_report(parser->source, tag->start, MR_ERROR, "%s: '%.*s'", wrong,
			template_shown(tag->name, tag->n_name), tag->name);
	return -1;
}

/* {{=<% %>=}}: the name read so far is "<% %>=". */
static int set_delimiters(struct parser *parser, struct tag *tag)
{
	struct delimiter open = {.at = tag->name}, close;

	if (tag->n_name < 4 || tag->name[tag->n_name - 1] != '=')
		goto wrong;
	tag->n_name--;
	trim(tag);
	open.at = tag->name;
	while (open.n < tag->n_name && !is_space(open.at[open.n]))
		open.n++;
	close.at = open.at + open.n;
	while (close.at < tag->name + tag->n_name && is_space(*close.at))
		close.at++;
	close.n = (size_t)(tag->name + tag->n_name - close.at);
	for (size_t i = 0; i < close.n; i++)
		if (is_space(close.at[i]))
			goto wrong;
	if (open.n == 0 || close.n == 0 || memchr(tag->name, '=', tag->n_name))
		goto wrong;
	parser->open = open;
	parser->close = close;
	return 0;
wrong:
	template_report(parser->source, tag->start, MR_ERROR,
			"delimiters are set like this: {{=<%% %%>=}}");
	return -1;
}

static int open_section(struct parser *parser, const struct tag *tag, struct token token)
{
	if (parser->n_sections == TEMPLATE_MAX_DEPTH) {
		template_report(parser->source, tag->start, MR_ERROR,
				"sections nest deeper than %d", TEMPLATE_MAX_DEPTH);
		return -1;
	}
	if (!push(parser, token))
		return -1;
	parser->sections[parser->n_sections++] = parser->program->n_tokens - 1;
	return 0;
}

static int close_section(struct parser *parser, const struct tag *tag, struct token token)
{
	struct token *opened;

	if (parser->n_sections == 0) {
		template_report(parser->source, tag->start, MR_ERROR,
				"'%.*s' is closed but was never opened",
				template_shown(tag->name, tag->n_name), tag->name);
		return -1;
	}
	if (!push(parser, token))
		return -1;
	opened = &parser->program->tokens[parser->sections[--parser->n_sections]];
	if (opened->n != tag->n_name || memcmp(opened->at, tag->name, tag->n_name) != 0) {
		template_report(parser->source, tag->start, MR_ERROR,
				"'%.*s' is closed where '%.*s' is open",
				template_shown(tag->name, tag->n_name), tag->name,
				template_shown(opened->at, opened->n), opened->at);
		return -1;
	}
	opened->end = parser->program->n_tokens - 1;
	return 0;
}

/* Adds the tag's token; `indent` is what stands before a standalone one. */
static int add_tag(struct parser *parser, struct tag *tag, const char *indent, size_t n_indent)
{
	struct token token = {.at = tag->name, .n = tag->n_name, .offset = tag->start};

	if (tag->sigil == '!')
		return 0;
	if (tag->sigil == '=')
		return set_delimiters(parser, tag);
	if (check_name(parser, tag))
		return -1;
	switch (tag->sigil) {
	case '#': token.kind = TOKEN_SECTION; return open_section(parser, tag, token);
	case '^': token.kind = TOKEN_INVERTED; return open_section(parser, tag, token);
	case '/': token.kind = TOKEN_CLOSE; return close_section(parser, tag, token);
	case '>':
		token.kind = TOKEN_PARTIAL;
		token.indent = indent;
		token.n_indent = n_indent;
		break;
	case '{':
	case '&': token.kind = TOKEN_RAW; break;
	default: token.kind = TOKEN_ESCAPED;
	}
	return push(parser, token) ? 0 : -1;
}

/*
 * Whether the tag stands alone on its line; then `*from` is where the line begins and `*to` where
 * the next one does.
 */
static bool is_standalone(const struct template_source *source, const struct tag *tag, size_t *from,
			  size_t *to)
{
	size_t start = tag->start, end = tag->end;

	if (!tag->sigil || !strchr("#^/!>=", tag->sigil))
		return false;
	while (start > 0 && is_blank(source->text[start - 1]))
		start--;
	if (start > 0 && source->text[start - 1] != '\n')
		return false;
	while (end < source->n && is_blank(source->text[end]))
		end++;
	if (end < source->n && source->text[end] == '\r' && end + 1 < source->n &&
	    source->text[end + 1] == '\n')
		end++;
	if (end < source->n && source->text[end] != '\n')
		return false;
	*from = start;
	*to = end < source->n ? end + 1 : end;
	return true;
}

/* Reads up to and with the next tag. */
static int step(struct parser *parser)
{
	const struct template_source *source = parser->source;
	struct tag tag = {0};
	size_t from, to, text_start = parser->at;

	tag.start = find(source, parser->at, parser->open.at, parser->open.n);
	if (tag.start == SIZE_MAX) {
		parser->at = source->n;
		return push_text(parser, text_start, source->n);
	}
	if (read_tag(parser, &tag))
		return -1;
	if (!is_standalone(source, &tag, &from, &to)) {
		from = tag.start;
		to = tag.end;
	}
	parser->at = to;
	if (push_text(parser, text_start, from))
		return -1;
	return add_tag(parser, &tag, source->text + from, tag.start - from);
}

int template_parse(const struct template_source *source, struct template_program *out)
{
	struct parser parser = {
		.source = source, .program = out, .open = {"{{", 2}, .close = {"}}", 2}};
	const struct token *opened;

	*out = (struct template_program){0};
	if (source->n > MAX_TEXT) {
		template_report(source, 0, MR_ERROR, "a template of more than 64 MB");
		return -1;
	}
	while (parser.at < source->n)
		if (step(&parser))
			return -1;
	if (parser.n_sections == 0)
		return 0;
	opened = &out->tokens[parser.sections[parser.n_sections - 1]];
	template_report(source, opened->offset, MR_ERROR, "the section '%.*s' is never closed",
			template_shown(opened->at, opened->n), opened->at);
	return -1;
}
