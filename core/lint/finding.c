/* SPDX-License-Identifier: MIT */
#include "lint/finding.h"

#include "lint/rules.h"

#include <inttypes.h>

struct finding finding_at(const struct lint *lint, enum finding_kind kind, uint32_t index)
{
	const struct dataset *set = lint->set;
	struct finding at = {.kind = kind, .index = index, .item = -1};

	switch (kind) {
	case FINDING_NOTE: at.place = set->notes[index].place; break;
	case FINDING_PRODUCT: at.place = set->products[index].place; break;
	case FINDING_CATEGORY: at.place = set->categories[index].place; break;
	case FINDING_FEATURE: at.place = set->features[index].place; break;
	default: break;
	}
	return at;
}

struct finding finding_at_cell(uint32_t feature, const struct dataset_cell *cell)
{
	return (struct finding){.kind = FINDING_CELL,
				.index = feature,
				.product = cell->product,
				.item = -1,
				.place = cell->place};
}

struct finding finding_key(struct finding at, const char *key)
{
	at.key = key;
	at.item = -1;
	return at;
}

struct finding finding_key_at(struct finding at, const char *key, struct place place)
{
	at = finding_key(at, key);
	if (place.line > 0)
		at.place = place;
	return at;
}

struct finding finding_item(struct finding at, const char *key, uint32_t item)
{
	at.key = key;
	at.item = item;
	return at;
}

static void put_path(struct buf *out, const struct dataset *set, const struct finding *at)
{
	uint32_t category;

	switch (at->kind) {
	case FINDING_TOP: break;
	case FINDING_CREDIT: buf_put_text(out, "credit"); break;
	case FINDING_NOTE: buf_printf(out, "notes.%s", set->notes[at->index].id); break;
	case FINDING_PRODUCT: buf_printf(out, "products[%" PRIu32 "]", at->index); break;
	case FINDING_CATEGORY: buf_printf(out, "categories[%" PRIu32 "]", at->index); break;
	default:
		category = set->features[at->index].category;
		buf_printf(out, "categories[%" PRIu32 "].features[%" PRIu32 "]", category,
			   at->index - set->categories[category].first_feature);
	}
	if (at->kind == FINDING_CELL || at->kind == FINDING_PART)
		buf_printf(out, ".values.%s", set->products[at->product].id);
	if (at->kind == FINDING_PART)
		buf_printf(out, ".parts[%" PRIu32 "]", at->part);
	if (at->key)
		buf_printf(out, "%s%s", out->n > 0 ? "." : "", at->key);
	if (at->item >= 0)
		buf_printf(out, "[%" PRId64 "]", at->item);
}

void finding_say(const struct lint *lint, const struct finding *at, const char *hint,
		 const char *format, ...)
{
	struct diag_message message = {.severity = lint->rule->severity,
				       .rule = lint->rule->name,
				       .place = at->place,
				       .place_name = dataset_place_name(lint->set, at->place),
				       .file = lint->file,
				       .hint = hint};
	struct buf path = BUF_INIT;
	va_list arguments;

	put_path(&path, lint->set, at);
	message.path = buf_text(&path);
	va_start(arguments, format);
	if (path.failed)
		finding_no_memory(lint);
	else
		diag_vreport(lint->diag, &message, format, arguments);
	va_end(arguments);
	buf_release(&path);
}

void finding_no_memory(const struct lint *lint)
{
	diag_no_memory(lint->diag);
}
