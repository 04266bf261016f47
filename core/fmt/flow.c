/* SPDX-License-Identifier: MIT */
#include "fmt/flow.h"

#include "fmt/write.h"

enum { STEP = 2 };

struct flow_level {
	bool is_broken;
	size_t indent; /* of its members */
};

static const struct flow_level *top(const struct flow *flow)
{
	return flow->open.n > 0 ? VEC_AT(struct flow_level, flow->open, flow->open.n - 1) : NULL;
}

static bool fits(const struct flow *flow, size_t index)
{
	const struct item *item = items_at(flow->items, index);
	const struct item *end = items_at(flow->items, item->partner);
	size_t width = end->flat + end->width - item->flat;
	bool has_comma = end[1].kind == LEX_COMMA;

	return flow->lines->column + width + has_comma <= LINES_WIDTH;
}

static bool breaks(const struct flow *flow, size_t index)
{
	const struct item *item = items_at(flow->items, index);
	const struct item *before = item;
	const struct flow_level *around = top(flow);

	/* A key without '?' is one line; it may begin with an anchor. */
	while (index > 0 && before[-1].kind == LEX_PROPERTY) {
		before--;
		index--;
	}
	if (before->is_key || (around && !around->is_broken))
		return false;
	if (item->is_broken || item[1].kind == LEX_CLOSE)
		return item->is_broken;
	/* A long line is its writer's own, but for JSON, which programs write as one. */
	return (item->is_split || flow->items->is_json) && !fits(flow, index);
}

void flow_open(struct flow *flow, size_t index, size_t indent)
{
	const struct item *item = items_at(flow->items, index);
	struct flow_level *level;
	bool is_broken = breaks(flow, index);

	write_item(flow->lines, item, 0, 0);
	level = vec_add(&flow->open, sizeof(*level));
	if (level)
		*level = (struct flow_level){is_broken, indent + STEP};
}

static bool begins_line(const struct flow *flow, size_t index)
{
	const struct item *item = items_at(flow->items, index);

	if (item->n_remarks > 0)
		return true;
	if (!top(flow)->is_broken || item->kind == LEX_COMMA)
		return false;
	/* Behind a comma that had to follow a comment the line goes on. */
	return item->kind == LEX_CLOSE || item[-1].kind == LEX_OPEN ||
	       (item[-1].kind == LEX_COMMA && item[-1].n_remarks == 0);
}

/* What goes on behind a comment is no member of its own. */
static size_t indent_of(const struct flow *flow, const struct item *item)
{
	size_t indent = top(flow)->indent;

	if (item->kind == LEX_CLOSE)
		return indent - STEP;
	if (item->kind == LEX_COMMA || item[-1].kind == LEX_COMMA || item[-1].kind == LEX_OPEN)
		return indent;
	return indent + STEP;
}

static void place(struct flow *flow, size_t index)
{
	const struct item *item = items_at(flow->items, index);
	bool is_first = item[-1].kind == LEX_OPEN;

	for (size_t i = 0; i < item->n_remarks; i++) {
		const struct remark *remark =
			VEC_AT(struct remark, flow->items->remarks, item->remark + i);

		write_remark(flow->lines, flow->items, remark, top(flow)->indent,
			     remark->has_blank && !(is_first && i == 0));
	}
	if (begins_line(flow, index)) {
		lines_begin(flow->lines, indent_of(flow, item),
			    item->has_blank && item->kind != LEX_CLOSE && item->kind != LEX_COMMA &&
				    (item->n_remarks > 0 || !is_first));
		flow->lines->is_moved = !item->was_next_line;
	} else if (items_space(&item[-1], item) > 0) {
		lines_space(flow->lines);
	}
}

void flow_put(struct flow *flow, size_t index)
{
	const struct item *item = items_at(flow->items, index);

	if (!top(flow)) /* memory was refused */
		return;
	place(flow, index);
	if (item->kind == LEX_OPEN) {
		flow_open(flow, index, top(flow)->indent);
		return;
	}
	write_item(flow->lines, item, top(flow)->indent + STEP, -1);
	if (item->kind == LEX_CLOSE)
		flow->open.n--;
}
