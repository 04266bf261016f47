/* SPDX-License-Identifier: MIT */
#include "fmt/layout.h"

#include "fmt/flow.h"
#include "fmt/write.h"

enum { STEP = 2 };

/* A block collection that is open. */
struct level {
	enum lex_level kind;
	int column; /* in the file as it was */
	int indent; /* as it will be */
};

struct layout {
	const struct items *items;
	struct lines *lines;
	struct vec levels; /* struct level */
	size_t depth; /* how many are open; what was closed last stands behind */
	struct flow flow;
	bool is_failed;
};

/* A level by depth; below all there is one at -1, so that the outermost collection stands at 0. */
static struct level level_at(const struct layout *layout, size_t depth)
{
	if (depth == 0)
		return (struct level){LEX_NO_LEVEL, -1, -STEP};
	return *VEC_AT(struct level, layout->levels, depth - 1);
}

static bool is_node(const struct item *item)
{
	return item->kind >= LEX_OPEN;
}

/* The member of a list or mapping, or a ':' in a line of its own. */
static bool is_member(const struct item *item)
{
	return item->is_key || item->kind == LEX_ENTRY || item->kind == LEX_KEY ||
	       (item->kind == LEX_VALUE && item->is_explicit);
}

/* "- - a", "- id: a", "? - a": what may begin in the line of its dash. */
static bool is_compact(const struct item *item, const struct item *before)
{
	return item->open != LEX_NO_LEVEL &&
	       (before->kind == LEX_ENTRY || before->kind == LEX_KEY ||
		(before->kind == LEX_VALUE && before->is_explicit));
}

/* What a key or dash says, as far as it begins with no collection of its own. */
static bool is_value(const struct item *item)
{
	return is_node(item) && !item->is_key;
}

/* Whether what stands before is a key, a dash or the like that has nothing behind it. */
static bool is_valueless(const struct item *item, const struct item *before)
{
	return (before->kind == LEX_ENTRY || before->kind == LEX_KEY ||
		before->kind == LEX_VALUE) &&
	       !is_value(item) && item->open == LEX_NO_LEVEL;
}

/* ---- sections */

static bool is_word(const struct item *item, const char *word)
{
	return item->n_text == strlen(word) && memcmp(item->text, word, item->n_text) == 0;
}

/* The lists and mappings of a dataset that have lines of their own begin behind an empty line. */
static bool is_section(const struct layout *layout, size_t index)
{
	static const char *const words[] = {"statuses", "notes", "profiles", "products",
					    "categories"};
	const struct item *item = items_at(layout->items, index);
	size_t next = index + 2;

	if (!item->is_key || layout->depth - item->n_close != 1 || item[1].kind != LEX_VALUE)
		return false;
	while (items_at(layout->items, next)->kind == LEX_PROPERTY &&
	       items_at(layout->items, next)->open == LEX_NO_LEVEL)
		next++;
	if (items_at(layout->items, next)->open == LEX_NO_LEVEL)
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (is_word(item, words[i]))
			return true;
	return false;
}

/* ---- comments */

/*
 * A comment between the end of collections and what follows them belongs to the innermost that it does not
 * stand left of.
 */
static int indent_of(const struct layout *layout, const struct remark *remark, size_t index,
		     struct level target)
{
	const struct item *item = items_at(layout->items, index);
	struct level innermost = level_at(layout, layout->depth);

	if (remark->is_behind)
		return 0;
	if (index > 0 && is_valueless(item, &item[-1]) && remark->column > innermost.column)
		return innermost.indent + STEP;
	for (size_t depth = layout->depth; depth + item->n_close > layout->depth; depth--) {
		struct level level = level_at(layout, depth);

		if (remark->column < level.column || remark->column <= target.column)
			continue;
		/* Dashes may stand below their key: what stands there, too, belongs to the key's mapping. */
		if (remark->column > level.column ||
		    level_at(layout, depth - 1).column != level.column)
			return level.indent;
	}
	return target.indent;
}

/* The first of the comments right before a section, which may begin with it. */
static size_t first_of_section(const struct layout *layout, size_t index, struct level target)
{
	const struct item *item = items_at(layout->items, index);
	size_t first = item->n_remarks;

	if (item->has_blank || !is_section(layout, index) ||
	    items_at(layout->items, index - 1)->keeps_breaks)
		return SIZE_MAX;
	for (; first > 0; first--) {
		const struct remark *remark =
			VEC_AT(struct remark, layout->items->remarks, item->remark + first - 1);

		if (remark->has_blank)
			return SIZE_MAX;
		if (remark->is_behind || indent_of(layout, remark, index, target) != target.indent)
			break;
	}
	return first;
}

/* Comments before an item; its own line begins behind an empty one where this returns true. */
static bool put_remarks(struct layout *layout, size_t index, struct level target)
{
	const struct item *item = items_at(layout->items, index);
	bool is_first = index == 0 || item->open != LEX_NO_LEVEL || is_value(item);
	size_t section = is_first ? SIZE_MAX : first_of_section(layout, index, target);

	for (size_t i = 0; i < item->n_remarks; i++) {
		const struct remark *remark =
			VEC_AT(struct remark, layout->items->remarks, item->remark + i);

		write_remark(layout->lines, layout->items, remark,
			     (size_t)indent_of(layout, remark, index, target),
			     (remark->has_blank && !(is_first && i == 0)) || section == i);
	}
	return (item->has_blank && !(is_first && item->n_remarks == 0)) ||
	       section == item->n_remarks;
}

/* ---- items */

static void push(struct layout *layout, const struct item *item, int indent)
{
	struct level *level = vec_touch(&layout->levels, layout->depth, sizeof(*level));

	if (!level) {
		layout->is_failed = true;
		return;
	}
	*level = (struct level){item->open, item->open_column, indent};
	layout->depth++;
}

/* Where an item stands if it begins a line. */
static struct level target_of(const struct layout *layout, const struct item *item)
{
	struct level target = level_at(layout, layout->depth - item->n_close);

	if (item->open != LEX_NO_LEVEL) {
		target.indent += STEP;
		target.column = item->open_column;
	} else if (is_value(item)) {
		target.indent += STEP; /* a value below its key */
	} else if (target.indent < 0) {
		target.indent = 0;
	}
	return target;
}

static bool begins_line(const struct layout *layout, size_t index)
{
	const struct item *item = items_at(layout->items, index), *before = &item[-1];
	size_t indent;

	if (index == 0 || item->n_remarks > 0 || item->kind <= LEX_DOCUMENT_END)
		return true;
	if (is_member(item))
		return !is_compact(item, before);
	if (item->kind == LEX_VALUE || before->kind == LEX_PROPERTY)
		return false;
	if (before->kind <= LEX_DOCUMENT_END)
		return before->kind != LEX_DOCUMENT || item->kind == LEX_OPEN;
	if (item->kind != LEX_SCALAR || item->style == LEX_BLOCK || !item->was_next_line)
		return false;
	/* A text that its writer gave a line of its own keeps it where it would not fit behind its key. */
	indent = layout->lines->column + 1;
	return item->is_multi || indent + item->width > LINES_WIDTH;
}

static bool needs_space(const struct item *item, const struct item *before)
{
	if (item->kind != LEX_VALUE)
		return true;
	return before->kind == LEX_ALIAS || before->kind == LEX_PROPERTY;
}

/* An empty line means something only where what follows is told apart by it. */
static bool may_have_blank(const struct item *item)
{
	return item->kind != LEX_VALUE && !is_value(item);
}

static void put(struct layout *layout, size_t index)
{
	const struct item *item = items_at(layout->items, index);
	struct level target = target_of(layout, item);
	bool has_blank = put_remarks(layout, index, target);
	size_t indent = target.indent > 0 ? (size_t)target.indent : 0;

	layout->depth -= item->n_close;
	if (item->kind == LEX_END) {
		if (layout->lines->n > 0 && !(index > 0 && item[-1].has_no_break))
			lines_begin(layout->lines, 0, false);
		return;
	}
	if (begins_line(layout, index))
		lines_begin(layout->lines, indent,
			    has_blank && (index == 0 || may_have_blank(item)));
	else if (needs_space(item, &item[-1]))
		lines_space(layout->lines);
	if (item->open != LEX_NO_LEVEL)
		push(layout, item, target.indent);
	indent = layout->depth > 0 ? (size_t)level_at(layout, layout->depth).indent + STEP : 0;
	if (item->kind == LEX_OPEN)
		flow_open(&layout->flow, index, indent);
	else
		write_item(layout->lines, item, indent > 0 ? indent : STEP,
			   level_at(layout, layout->depth).indent);
}

int layout_put(struct lines *lines, const struct items *items)
{
	struct layout layout = {.items = items, .lines = lines, .flow = {items, lines, VEC_INIT}};

	for (size_t i = 0; i < items->at.n && !layout.is_failed; i++) {
		if (items_at(items, i)->is_flow)
			flow_put(&layout.flow, i);
		else
			put(&layout, i);
	}
	layout.is_failed |= layout.flow.open.failed;
	vec_release(&layout.levels);
	vec_release(&layout.flow.open);
	return layout.is_failed ? -1 : 0;
}
