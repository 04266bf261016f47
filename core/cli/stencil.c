/* SPDX-License-Identifier: MIT */
#include "cli/stencil.h"

#include <stdbool.h>

#include "canon/scalar.h"

enum { DEPTH_MAX = 8 };

struct filling {
	const struct stencil *stencil;
	const char *start, *end; /* of the whole template */
	struct buf *out;
	struct stencil_problem *problem;
	const struct stencil_product *product; /* of the section around, or null */
	unsigned depth;
};

/* One tag with where the text before it ends and the text behind it begins. */
struct tag {
	char sign; /* '#', '^', '/', '!', '{' or 0 for a value */
	const char *name;
	size_t n_name;
	const char *at; /* its first brace */
	const char *before, *behind; /* of its line as well where it stands alone in it */
};

static int fail(struct filling *filling, const struct tag *tag, const char *text)
{
	uint32_t line = 1;

	for (const char *at = filling->start; at < tag->at; at++)
		line += *at == '\n';
	*filling->problem = (struct stencil_problem){line, text, tag->name, tag->n_name};
	return -1;
}

/* ---- tags */

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* A section's tag that is alone in its line takes the line with it. */
static void take_line(const struct filling *filling, struct tag *tag)
{
	const char *before = tag->at, *behind = tag->behind;

	while (before > filling->start && is_blank(before[-1]))
		before--;
	while (behind < filling->end && (is_blank(*behind) || *behind == '\r'))
		behind++;
	if ((before > filling->start && before[-1] != '\n') ||
	    (behind < filling->end && *behind != '\n'))
		return;
	tag->before = before;
	tag->behind = behind + (behind < filling->end);
}

static const char *find(const char *at, const char *end, const char *what)
{
	size_t n = strlen(what);

	for (; (size_t)(end - at) >= n; at++)
		if (memcmp(at, what, n) == 0)
			return at;
	return NULL;
}

/* The next tag from `at` on: 1, 0 where there is none, -1 after a failure. */
static int next_tag(struct filling *filling, const char *at, const char *end, struct tag *out)
{
	const char *close;

	*out = (struct tag){.at = find(at, end, "{{")};
	if (!out->at)
		return 0;
	out->name = out->at + 2;
	if (out->name < end && strchr("#^/!{", *out->name))
		out->sign = *out->name++;
	close = find(out->name, end, out->sign == '{' ? "}}}" : "}}");
	if (!close)
		return fail(filling, out, "this tag is not closed");
	out->n_name = (size_t)(close - out->name);
	out->before = out->at;
	out->behind = close + (out->sign == '{' ? 3 : 2);
	while (out->n_name > 0 && is_blank(*out->name)) {
		out->name++;
		out->n_name--;
	}
	while (out->n_name > 0 && is_blank(out->name[out->n_name - 1]))
		out->n_name--;
	if (out->sign != '\0' && out->sign != '{')
		take_line(filling, out);
	return 1;
}

static bool is_named(const struct tag *tag, const char *name)
{
	return tag->n_name == strlen(name) && memcmp(tag->name, name, tag->n_name) == 0;
}

/* The tag that closes a section whose inside begins at `at`. */
static int find_end(struct filling *filling, const struct tag *open, const char *end,
		    struct tag *out)
{
	unsigned depth = 1;
	const char *at = open->behind;
	int status;

	while ((status = next_tag(filling, at, end, out)) > 0) {
		at = out->behind;
		if (out->sign == '#' || out->sign == '^')
			depth++;
		if (out->sign == '/' && --depth == 0)
			break;
	}
	if (status == 0)
		return fail(filling, open, "this section is not closed");
	if (status > 0 &&
	    (out->n_name != open->n_name || memcmp(out->name, open->name, open->n_name) != 0))
		return fail(filling, out, "this closes another section than is open");
	return status < 0 ? -1 : 0;
}

/* ---- values */

static int put_value(struct filling *filling, const struct tag *tag)
{
	const struct stencil *from = filling->stencil;
	const char *value = NULL;

	if (is_named(tag, "title"))
		value = from->title;
	else if (is_named(tag, "file"))
		value = from->file;
	else if (is_named(tag, "schema"))
		value = from->schema;
	else if (filling->product && is_named(tag, "id"))
		value = filling->product->id;
	else if (filling->product && is_named(tag, "name"))
		value = filling->product->name;
	if (!value)
		return fail(filling, tag, "there is no such value here");
	if (tag->sign == '{')
		buf_put_text(filling->out, value);
	else
		scalar_put(filling->out, value, true);
	return 0;
}

/* The products that a section stands for: those from `first`, `n` of them; false for an unknown name. */
static bool find_products(const struct filling *filling, const struct tag *tag, size_t *first,
			  size_t *n)
{
	static const char *const ordinals[] = {"first", "second", "third"};
	const struct stencil *from = filling->stencil;

	*first = 0;
	*n = from->n_products;
	if (is_named(tag, "products"))
		return true;
	if (filling->product && is_named(tag, "is_first")) {
		*first = (size_t)(filling->product - from->products);
		*n = *first == 0;
		return true;
	}
	for (size_t i = 0; i < sizeof(ordinals) / sizeof(*ordinals); i++) {
		if (!is_named(tag, ordinals[i]))
			continue;
		*first = i;
		*n = i < from->n_products;
		return true;
	}
	return false;
}

static int fill(struct filling *filling, const char *at, const char *end);

static int put_section(struct filling *filling, const struct tag *open, const struct tag *close)
{
	const struct stencil_product *around = filling->product;
	size_t first, n;
	int status = 0;

	if (!find_products(filling, open, &first, &n))
		return fail(filling, open, "there is no such section here");
	if (++filling->depth > DEPTH_MAX)
		return fail(filling, open, "sections lie too deep in each other");
	if (open->sign == '^')
		status = n == 0 ? fill(filling, open->behind, close->before) : 0;
	for (size_t i = first; open->sign == '#' && i < first + n && status == 0; i++) {
		filling->product = &filling->stencil->products[i];
		status = fill(filling, open->behind, close->before);
	}
	filling->product = around;
	filling->depth--;
	return status;
}

static int fill(struct filling *filling, const char *at, const char *end)
{
	struct tag tag, close;
	int status;

	while ((status = next_tag(filling, at, end, &tag)) > 0) {
		buf_put(filling->out, at, (size_t)(tag.before - at));
		at = tag.behind;
		if (tag.sign == '/')
			return fail(filling, &tag, "this closes a section that is not open");
		if (tag.sign == '#' || tag.sign == '^') {
			if (find_end(filling, &tag, end, &close) != 0 ||
			    put_section(filling, &tag, &close) != 0)
				return -1;
			at = close.behind;
		} else if (tag.sign != '!' && put_value(filling, &tag) != 0) {
			return -1;
		}
	}
	if (status == 0)
		buf_put(filling->out, at, (size_t)(end - at));
	return status;
}

int stencil_put(struct buf *out, const char *text, size_t n, const struct stencil *stencil,
		struct stencil_problem *problem)
{
	struct filling filling = {
		.stencil = stencil, .start = text, .end = text + n, .out = out, .problem = problem};

	*problem = (struct stencil_problem){.text = ""};
	if (fill(&filling, text, text + n) != 0)
		return -1;
	return out->failed ? -1 : 0;
}
