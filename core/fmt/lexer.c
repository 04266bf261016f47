/* SPDX-License-Identifier: MIT */
#include "fmt/lexer.h"

#include <yaml.h>

#include "base/breaks.h"
#include "base/mem.h"
#include "base/vec.h"
#include "fmt/block.h"

/* LOOSE: a list whose dashes stand below the key itself, which libyaml does not tell. */
enum nest { NEST_LIST, NEST_LOOSE, NEST_MAP, NEST_FLOW };

struct nesting {
	enum nest kind;
	int column;
	bool has_key; /* a key without '?' waits for its ':' */
};

struct lexer {
	yaml_parser_t parser;
	yaml_token_t token;
	bool has_token;
	const char *bytes;
	size_t n;
	size_t at, at_index; /* bytes and characters of one place, which only goes forward */
	size_t end; /* of the last lexeme */
	struct vec nestings; /* struct nesting */
	size_t depth; /* how many of them there are */
	unsigned n_flows;
	bool flow_had_key; /* outside of all block collections */
	const char *problem;
	struct place place;
};

struct lexer *lexer_new(const char *bytes, size_t n)
{
	struct lexer *lexer = mem_array(1, sizeof(*lexer));

	if (!lexer || !yaml_parser_initialize(&lexer->parser)) {
		mem_free(lexer);
		return NULL;
	}
	lexer->bytes = bytes;
	lexer->n = n;
	yaml_parser_set_encoding(&lexer->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&lexer->parser, (const unsigned char *)bytes, n);
	return lexer;
}

void lexer_free(struct lexer *lexer)
{
	if (!lexer)
		return;
	if (lexer->has_token)
		yaml_token_delete(&lexer->token);
	yaml_parser_delete(&lexer->parser);
	vec_release(&lexer->nestings);
	mem_free(lexer);
}

static struct place place_of(yaml_mark_t mark)
{
	return (struct place){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

static int fail(struct lexer *lexer, const char *problem, yaml_mark_t mark)
{
	lexer->problem = problem;
	lexer->place = place_of(mark);
	return -1;
}

const char *lexer_problem(const struct lexer *lexer, struct place *out)
{
	*out = lexer->place;
	return lexer->problem;
}

/* ---- where we are */

/* libyaml counts characters. */
static size_t byte_of(struct lexer *lexer, size_t index)
{
	while (lexer->at_index < index && lexer->at < lexer->n) {
		lexer->at++;
		while (lexer->at < lexer->n &&
		       ((unsigned char)lexer->bytes[lexer->at] & 0xC0) == 0x80)
			lexer->at++;
		lexer->at_index++;
	}
	return lexer->at;
}

static struct nesting *top(struct lexer *lexer)
{
	return lexer->depth > 0 ? VEC_AT(struct nesting, lexer->nestings, lexer->depth - 1) : NULL;
}

static int push(struct lexer *lexer, enum nest kind, yaml_mark_t mark)
{
	struct nesting *nesting;

	if (lexer->depth >= LEXER_DEPTH_MAX)
		return fail(lexer, "nested too deep to be laid out", mark);
	nesting = vec_touch(&lexer->nestings, lexer->depth, sizeof(*nesting));
	if (!nesting)
		return -1;
	*nesting = (struct nesting){.kind = kind, .column = (int)mark.column};
	lexer->depth++;
	return 0;
}

static void end_loose_list(struct lexer *lexer, struct lexeme *out)
{
	struct nesting *nesting = top(lexer);

	if (!nesting || nesting->kind != NEST_LOOSE)
		return;
	lexer->depth--;
	out->n_close++;
}

static int open_block(struct lexer *lexer, struct lexeme *out, enum nest kind, yaml_mark_t mark)
{
	out->open = kind == NEST_MAP ? LEX_MAP : LEX_LIST;
	out->open_column = (int)mark.column;
	return push(lexer, kind, mark);
}

static int close_block(struct lexer *lexer, struct lexeme *out)
{
	struct nesting *nesting;

	end_loose_list(lexer, out);
	nesting = top(lexer);
	if (!nesting || nesting->kind == NEST_FLOW)
		return fail(lexer, "a list or mapping ends here that never began",
			    lexer->token.start_mark);
	lexer->depth--;
	out->n_close++;
	return 0;
}

/* ---- one lexeme */

static void set_key(struct lexer *lexer, bool has_key)
{
	struct nesting *nesting = top(lexer);

	if (nesting)
		nesting->has_key = has_key;
	else
		lexer->flow_had_key = has_key;
}

static bool had_key(struct lexer *lexer)
{
	struct nesting *nesting = top(lexer);
	bool had = nesting ? nesting->has_key : lexer->flow_had_key;

	set_key(lexer, false);
	return had;
}

static void take_scalar(struct lexer *lexer, struct lexeme *out)
{
	static const enum lex_style styles[] = {
		[YAML_PLAIN_SCALAR_STYLE] = LEX_PLAIN,
		[YAML_SINGLE_QUOTED_SCALAR_STYLE] = LEX_SINGLE,
		[YAML_DOUBLE_QUOTED_SCALAR_STYLE] = LEX_DOUBLE,
		[YAML_LITERAL_SCALAR_STYLE] = LEX_BLOCK,
		[YAML_FOLDED_SCALAR_STYLE] = LEX_BLOCK,
	};
	const char *from = lexer->bytes + out->start;
	size_t n = out->end - out->start;
	struct block block;

	out->kind = LEX_SCALAR;
	out->style = styles[lexer->token.data.scalar.style];
	out->value = (const char *)lexer->token.data.scalar.value;
	out->n_value = lexer->token.data.scalar.length;
	if (out->style != LEX_BLOCK)
		return;
	block_measure(&block, from, n, out->base);
	out->keeps_breaks = block.keeps;
	out->has_no_break = !block.strips && block.has_lines && out->end == lexer->n &&
			    breaks_line(from + block.end, n - block.end) == n - block.end;
	out->end = out->start + block.end;
}

static int take_entry(struct lexer *lexer, struct lexeme *out)
{
	struct nesting *nesting = top(lexer);

	out->kind = LEX_ENTRY;
	if (nesting && nesting->kind == NEST_MAP)
		return open_block(lexer, out, NEST_LOOSE, lexer->token.start_mark);
	return 0;
}

static int take_close(struct lexer *lexer, struct lexeme *out)
{
	struct nesting *nesting = top(lexer);

	out->kind = LEX_CLOSE;
	if (!nesting || nesting->kind != NEST_FLOW)
		return fail(lexer, "a bracket or brace closes nothing", lexer->token.start_mark);
	lexer->depth--;
	lexer->n_flows--;
	return 0;
}

static int take_open(struct lexer *lexer, struct lexeme *out)
{
	out->kind = LEX_OPEN;
	if (push(lexer, NEST_FLOW, lexer->token.start_mark) != 0)
		return -1;
	lexer->n_flows++;
	return 0;
}

static int take_end(struct lexer *lexer, struct lexeme *out)
{
	out->kind = LEX_END;
	if (lexer->depth > 0)
		return fail(lexer, "a bracket or brace is not closed", lexer->token.start_mark);
	return 0;
}

/* A token with bytes. */
static int take(struct lexer *lexer, struct lexeme *out)
{
	const struct nesting *nesting = top(lexer);

	out->gap = lexer->end;
	out->start = byte_of(lexer, lexer->token.start_mark.index);
	out->end = byte_of(lexer, lexer->token.end_mark.index);
	out->line = (uint32_t)lexer->token.start_mark.line;
	out->end_line = (uint32_t)lexer->token.end_mark.line;
	out->is_flow = lexer->n_flows > 0;
	out->base = nesting ? nesting->column : -1;
	switch (lexer->token.type) {
	case YAML_VERSION_DIRECTIVE_TOKEN:
	case YAML_TAG_DIRECTIVE_TOKEN: out->kind = LEX_DIRECTIVE; return 0;
	case YAML_DOCUMENT_START_TOKEN: out->kind = LEX_DOCUMENT; return 0;
	case YAML_DOCUMENT_END_TOKEN: out->kind = LEX_DOCUMENT_END; return 0;
	case YAML_BLOCK_ENTRY_TOKEN: return take_entry(lexer, out);
	case YAML_KEY_TOKEN:
		end_loose_list(lexer, out);
		out->kind = LEX_KEY;
		return 0;
	case YAML_VALUE_TOKEN:
		end_loose_list(lexer, out);
		out->kind = LEX_VALUE;
		out->is_explicit = !had_key(lexer);
		return 0;
	case YAML_FLOW_ENTRY_TOKEN: out->kind = LEX_COMMA; return 0;
	case YAML_FLOW_SEQUENCE_START_TOKEN:
	case YAML_FLOW_MAPPING_START_TOKEN: return take_open(lexer, out);
	case YAML_FLOW_SEQUENCE_END_TOKEN:
	case YAML_FLOW_MAPPING_END_TOKEN: return take_close(lexer, out);
	case YAML_ANCHOR_TOKEN:
	case YAML_TAG_TOKEN: out->kind = LEX_PROPERTY; return 0;
	case YAML_ALIAS_TOKEN: out->kind = LEX_ALIAS; return 0;
	case YAML_SCALAR_TOKEN: take_scalar(lexer, out); return 0;
	default: return take_end(lexer, out);
	}
}

static bool is_sign_of_key(const yaml_token_t *token)
{
	return token->type == YAML_KEY_TOKEN && token->start_mark.index == token->end_mark.index;
}

/* A token without bytes: 1 where it was one, 0 for any other, -1 after a failure. */
static int take_sign(struct lexer *lexer, struct lexeme *out)
{
	const yaml_token_t *token = &lexer->token;

	if (token->type == YAML_STREAM_START_TOKEN)
		return 1;
	if (token->type == YAML_BLOCK_END_TOKEN)
		return close_block(lexer, out) == 0 ? 1 : -1;
	if (token->type == YAML_BLOCK_SEQUENCE_START_TOKEN)
		return open_block(lexer, out, NEST_LIST, token->start_mark) == 0 ? 1 : -1;
	if (token->type == YAML_BLOCK_MAPPING_START_TOKEN)
		return open_block(lexer, out, NEST_MAP, token->start_mark) == 0 ? 1 : -1;
	if (!is_sign_of_key(token))
		return 0;
	if (lexer->n_flows == 0)
		end_loose_list(lexer, out);
	set_key(lexer, true);
	out->is_key = true;
	return 1;
}

static int scan(struct lexer *lexer)
{
	if (lexer->has_token)
		yaml_token_delete(&lexer->token);
	lexer->has_token = yaml_parser_scan(&lexer->parser, &lexer->token) != 0;
	if (lexer->has_token)
		return 0;
	lexer->place = place_of(lexer->parser.problem_mark);
	if (lexer->parser.error != YAML_MEMORY_ERROR)
		lexer->problem = lexer->parser.problem;
	return -1;
}

int lexer_next(struct lexer *lexer, struct lexeme *out)
{
	int status;

	*out = (struct lexeme){0};
	do {
		if (scan(lexer) != 0)
			return -1;
		status = take_sign(lexer, out);
	} while (status > 0);
	if (status < 0 || take(lexer, out) != 0)
		return -1;
	lexer->end = out->end;
	return 0;
}
