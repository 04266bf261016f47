/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_changes.h"

#include "common/change/changes.h"
#include "common/change/changes_details.h"
#include "common/write/fill.h"
#include "common/write/utf8.h"
#include "xlsx/write/xlsx_page.h"

#include <stdio.h>

/* Of the details of one change: what is more is cut, since a cell holds no more. */
enum { DETAIL_BYTES = 30000 };
enum { SIGN, PRODUCT, FEATURE, THEN, NOW, DETAILS, PLACE };

static const char *say(const struct xlsx_writer *writer, const char *key, const char *english)
{
	return mr_word(writer->m, key, english);
}

const char *xlsx_changes_name(const struct xlsx_writer *writer, char name[XLSX_CHANGES_NAME])
{
	struct fill_place place = {"edition", ""};
	char day[16];
	struct out out;

	name[0] = '\0';
	if (!writer->m->since)
		return name;
	place.value = changes_edition(writer->m, day);
	out_to_memory(&out, 0);
	fill_write(&out, say(writer, "changes_since", "Changes since {edition}"), &place, 1, NULL);
	snprintf(name, XLSX_CHANGES_NAME, "%.*s",
		 (int)utf8_fitting(out_at(&out), XLSX_CHANGES_NAME - 1), out_at(&out));
	out_release(&out);
	return name;
}

/* ------------------------------------------------------------------ words */

/* "✗ no", "HTTP ✓ yes, TCP ✗ no", words; in the signs and labels of the cell's edition. */
static void put_value(struct out *out, const struct mr_matrix *m, const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;
	const struct mr_status *status =
		cell->kind == MR_CELL_STATUS ? mr_status_at(m, cell->status) : NULL;

	if (detail && cell->kind == MR_CELL_PARTS && detail->parts.n > 0) {
		for (uint32_t i = 0; i < detail->parts.n; i++) {
			const struct mr_part *part = mr_part_at(detail, i);
			const struct mr_status *of = mr_status_at(m, part->status);

			out_string(out, i ? ", " : "");
			out_string(out, part->name);
			out_char(out, ' ');
			out_string(out, of ? of->symbol : "");
			out_string(out, of ? " " : "");
			out_string(out, part->text->plain);
		}
	} else {
		out_string(out, status ? status->symbol : "");
		out_string(out, status ? " " : "");
		out_string(out, cell->text->plain);
	}
	if (detail && *detail->since) {
		struct fill_place place = {"version", detail->since};

		out_string(out, ", ");
		fill_write(out, mr_word(m, "since", "since {version}"), &place, 1, NULL);
	}
}

struct lines {
	const struct xlsx_writer *writer;
	struct out *out;
	const char *before; /* each line, and with one each entry is a line */
};

static void begin_line(const struct lines *to)
{
	out_string(to->out, to->out->n > 0 ? "\n" : "");
	out_string(to->out, to->before);
}

/* In a comment our reader takes a line without a sign for the reader's own. */
static void end_line(const struct lines *to, size_t begin)
{
	if (!*to->before)
		return;
	for (size_t i = begin; i < to->out->n; i++)
		if (to->out->at[i] == '\n')
			to->out->at[i] = ' ';
}

static void put_detail(void *context, const struct changes_detail *detail)
{
	const struct lines *to = context;
	struct fill_place place = {detail->place, detail->text};
	const char *word = !detail->key ? "" : say(to->writer, detail->key, detail->english);
	size_t begin;

	begin_line(to);
	begin = to->out->n;
	out_string(to->out, changes_sign(detail->kind, MR_TONE_PLAIN));
	out_char(to->out, ' ');
	if (detail->key && detail->place) {
		fill_write(to->out, word, &place, 1, NULL);
		return;
	}
	out_string(to->out, word);
	if (*word && (detail->rich || *detail->text))
		out_string(to->out, ": ");
	out_string(to->out, detail->rich ? detail->rich->plain : detail->text);
	end_line(to, begin);
}

/* What it is that is new or gone, what is lost, then the details. */
static void put_lines(const struct lines *to, const struct changes_entry *entry)
{
	if (entry->kind == MR_CHANGE_ADDED || entry->kind == MR_CHANGE_REMOVED) {
		begin_line(to);
		out_string(to->out, entry->kind == MR_CHANGE_ADDED
					    ? say(to->writer, "change_added", "added")
					    : say(to->writer, "change_removed", "removed"));
	}
	if (entry->tone == MR_TONE_LOUD) {
		begin_line(to);
		out_string(to->out, say(to->writer, "change_lost", "no longer known"));
	}
	changes_details(to->writer->m, entry, put_detail, (void *)(uintptr_t)to);
}

static bool is_value_changed(const struct changes_entry *entry)
{
	return entry->at == CHANGES_CELL &&
	       (entry->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)) != 0;
}

/* ------------------------------------------------------------------ comments */

/* The entry of what stands at a place; false where it is as it was. */
static bool find(const struct mr_matrix *m, const struct mr_where *where,
		 struct changes_entry *entry)
{
	switch (where->kind) {
	case MR_AT_PRODUCT: return changes_find(m, CHANGES_PRODUCT, where->index, 0, entry);
	case MR_AT_CATEGORY: return changes_find(m, CHANGES_CATEGORY, where->index, 0, entry);
	case MR_AT_FEATURE: return changes_find(m, CHANGES_FEATURE, where->index, 0, entry);
	case MR_AT_CELL: return changes_find(m, CHANGES_CELL, where->index, where->second, entry);
	default: return false;
	}
}

void xlsx_changes_comment(struct out *out, const struct xlsx_writer *writer,
			  const struct mr_where *where)
{
	const struct mr_matrix *m = writer->m;
	struct changes_entry entry;
	struct lines to = {writer, out, NULL};
	char before[8];

	if (!find(m, where, &entry))
		return;
	snprintf(before, sizeof(before), "%s ", changes_ascii_sign(entry.kind, entry.tone));
	to.before = before;
	if (is_value_changed(&entry)) {
		size_t begin;

		begin_line(&to);
		begin = out->n;
		out_string(out, say(writer, "change_was", "was"));
		out_string(out, ": ");
		put_value(out, m->since->old, mr_then_cell(m, entry.index, entry.col));
		end_line(&to, begin);
	}
	put_lines(&to, &entry);
}

/* ------------------------------------------------------------------ the sheet */

static void put(struct xlsx_writer *writer, uint32_t row, uint32_t col, const char *words,
		const struct xlsx_rich_how *how)
{
	xlsx_page_put(writer, XLSX_CHANGES, row, col, words, "", how);
}

static void put_head(struct xlsx_writer *writer)
{
	static const struct xlsx_rich_how head = {.look = XLSX_LOOK_HEAD};
	char then[16], now[16];
	const char *const words[] = {
		"",
		say(writer, "product", "Product"),
		say(writer, "feature", "Feature"),
		changes_edition(writer->m, then),
		changes_this_edition(writer->m, now),
		say(writer, "details", "Details"),
		"#",
	};

	for (uint32_t col = 0; col < sizeof(words) / sizeof(*words); col++)
		put(writer, 0, col, words[col], &head);
	xlsx_page_end_row(writer, XLSX_CHANGES, 0);
}

/* Product, feature or category, in the columns for them. */
static void put_names(struct xlsx_writer *writer, const struct changes_entry *entry, uint32_t row,
		      const struct xlsx_rich_how *how)
{
	const struct mr_matrix *m = changes_matrix(writer->m, entry);
	const char *product = "", *feature = "";

	switch (entry->at) {
	case CHANGES_PRODUCT: product = mr_product_at(m, entry->index)->name; break;
	case CHANGES_CATEGORY:
		feature = mr_category_at(m, entry->index)->name->plain;
		feature = *feature ? feature : mr_category_at(m, entry->index)->id;
		break;
	case CHANGES_FEATURE: feature = mr_feature_at(m, entry->index)->name->plain; break;
	case CHANGES_CELL:
		product = mr_product_at(m, entry->col)->name;
		feature = mr_feature_at(m, entry->index)->name->plain;
		break;
	}
	put(writer, row, PRODUCT, product, how);
	put(writer, row, FEATURE, feature, how);
}

static struct mr_where where_of(const struct changes_entry *entry)
{
	static const uint32_t kinds[] = {
		[CHANGES_PRODUCT] = MR_AT_PRODUCT,
		[CHANGES_CATEGORY] = MR_AT_CATEGORY,
		[CHANGES_FEATURE] = MR_AT_FEATURE,
		[CHANGES_CELL] = MR_AT_CELL,
	};
	struct mr_where where = {kinds[entry->at], entry->index, entry->col, NULL};

	if (entry->kind == MR_CHANGE_REMOVED)
		where = (struct mr_where){.kind = MR_AT_DOCUMENT};
	return where;
}

static void put_values(struct xlsx_writer *writer, const struct changes_entry *entry, uint32_t row,
		       const struct xlsx_rich_how *how)
{
	const struct mr_matrix *m = writer->m;
	struct out words;

	out_to_memory(&words, 0);
	if (is_value_changed(entry))
		put_value(&words, m->since->old, mr_then_cell(m, entry->index, entry->col));
	put(writer, row, THEN, out_at(&words), how);
	out_clear(&words);
	if (entry->at == CHANGES_CELL)
		put_value(&words, m, mr_cell_at(m, entry->index, entry->col));
	put(writer, row, NOW, out_at(&words), how);
	out_release(&words);
}

static void put_entry(struct xlsx_writer *writer, const struct changes_entry *entry, uint32_t row)
{
	const struct xlsx_rich_how how = {.look = XLSX_LOOK_TEXT, .where = where_of(entry)};
	struct out details;
	struct lines to = {writer, &details, ""};

	out_to_memory(&details, 0);
	put_lines(&to, entry);
	if (details.n > DETAIL_BYTES) {
		details.n = utf8_fitting(out_at(&details), DETAIL_BYTES);
		out_string(&details, "…");
	}
	put(writer, row, SIGN, changes_sign(entry->kind, entry->tone), &how);
	put_names(writer, entry, row, &how);
	put_values(writer, entry, row, &how);
	put(writer, row, DETAILS, out_at(&details), &how);
	xlsx_page_jump(writer, XLSX_CHANGES, row, PLACE, &how);
	xlsx_page_end_row(writer, XLSX_CHANGES, row);
	out_release(&details);
}

void xlsx_changes_legend(struct xlsx_writer *writer, uint32_t row)
{
	static const struct xlsx_rich_how plain = {.look = XLSX_LOOK_PLAIN};
	char name[XLSX_CHANGES_NAME];
	struct out signs;

	out_to_memory(&signs, 0);
	out_string(&signs, "+ ");
	out_string(&signs, say(writer, "change_added", "added"));
	out_string(&signs, ", ~ ");
	out_string(&signs, say(writer, "change_was", "was"));
	out_string(&signs, ", ! ");
	out_string(&signs, say(writer, "change_lost", "no longer known"));
	xlsx_page_put(writer, XLSX_LEGEND, row, 0, xlsx_changes_name(writer, name), "", &plain);
	xlsx_page_put(writer, XLSX_LEGEND, row, 1, out_at(&signs), "", &plain);
	xlsx_page_end_row(writer, XLSX_LEGEND, row);
	out_release(&signs);
}

struct own {
	struct xlsx_writer *writer;
	uint32_t row;
};

/* Title, day, credit: of no product and no feature. */
static void put_own(void *context, const char *then, const char *now)
{
	static const struct xlsx_rich_how how = {.look = XLSX_LOOK_TEXT};
	struct own *own = context;

	put(own->writer, own->row, SIGN, changes_sign(MR_CHANGE_CHANGED, MR_TONE_PLAIN), &how);
	put(own->writer, own->row, THEN, then, &how);
	put(own->writer, own->row, NOW, now, &how);
	xlsx_page_end_row(own->writer, XLSX_CHANGES, own->row++);
}

static bool has_room(struct xlsx_writer *writer, size_t n)
{
	if (n < XLSX_PLAN_ROWS - 16)
		return true;
	writer->job->diag(
		writer->job, MR_ERROR, NULL,
		"there are more changes than the %d rows of a sheet; choose fewer products or categories",
		XLSX_PLAN_ROWS);
	writer->has_failed = true;
	return false;
}

void xlsx_changes_write(struct xlsx_writer *writer)
{
	static const struct xlsx_rich_how plain = {.look = XLSX_LOOK_PLAIN};
	struct own own = {writer, 1};
	struct changes changes;

	xlsx_page_set_up(writer, XLSX_CHANGES);
	writer->library->worksheet_set_landscape(writer->sheets[XLSX_CHANGES]);
	writer->library->worksheet_freeze_panes(writer->sheets[XLSX_CHANGES], 1, 0);
	writer->library->worksheet_repeat_rows(writer->sheets[XLSX_CHANGES], 0, 0);
	put_head(writer);
	changes_details_document(writer->m, put_own, &own);
	changes_list(&changes, writer->m);
	for (size_t i = 0; has_room(writer, changes.n) && i < changes.n; i++)
		put_entry(writer, &changes.at[i], own.row++);
	changes_release(&changes);
	if (own.row == 1)
		put(writer, own.row++, FEATURE, say(writer, "changes_none", "Nothing changed."),
		    &plain);
	writer->library->worksheet_autofilter(writer->sheets[XLSX_CHANGES], 0, 0, own.row - 1,
					      DETAILS);
	xlsx_page_define(writer, XLSX_WRITER_CHANGES, XLSX_CHANGES, 0, own.row - 1, "AG");
}
