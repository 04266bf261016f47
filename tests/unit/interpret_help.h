/* SPDX-License-Identifier: MIT */
/*
 * A literal of read_help.h through the interpreter and the checks, as text to compare:
 *
 *     A | B <https://b.example>          the products
 *     [Category <https://c.example>]     one with a name
 *     Feature x2: yes | "words" | no "via X" {note} | (Timeout yes, Retry no {note}) | yes since 1.0 | -
 *
 * "x2" is a weight, "~archived" behind a product what has become of it.
 * "-" is a cell of which nothing is stated.  A status is its id, and its label where the file gave one: yes=支持.
 */
#ifndef INTERPRET_HELP_H
#define INTERPRET_HELP_H

#include "data/dataset.h"
#include "check/dataset_fill.h"
#include "data/raw.h"
#include "read/interpret.h"
#include "read_help.h"

struct interpreted {
	struct grid_file file;
	struct interpret_options options;
	struct doubts doubts;
	struct dataset set;
	struct diag diag;
	struct buf text; /* see above */
	struct buf said; /* a doubt a line: "place kind words; option" */
	int status;
};

static inline int interpret_help_fill(void *data, struct raw *raw, struct load *load)
{
	struct interpreted *made = data;

	return interpret(raw, load, &made->file, &made->options, &made->doubts);
}

static inline void interpret_help_notes(struct buf *out, const struct dataset_note_uses *notes)
{
	for (uint32_t i = 0; i < notes->n; i++)
		buf_printf(out, " {%s}", notes->at[i].text->plain);
}

static inline void interpret_help_status(struct buf *out, const struct dataset *set,
					 uint32_t status)
{
	buf_put_text(out, set->statuses[status].id);
	if (set->statuses[status].label[0])
		buf_printf(out, "=%s", set->statuses[status].label);
}

static inline void interpret_help_cell(struct buf *out, const struct dataset *set,
				       const struct dataset_cell *cell)
{
	const struct dataset_detail *detail = cell->detail;

	if (cell->kind == MR_CELL_PARTS) {
		for (uint32_t i = 0; i < detail->n_parts; i++) {
			buf_printf(out, "%s%s ", i ? ", " : "(", detail->parts[i].name);
			interpret_help_status(out, set, detail->parts[i].status);
			interpret_help_notes(out, &detail->parts[i].notes);
		}
		buf_put_byte(out, ')');
		interpret_help_notes(out, &detail->notes);
		return;
	}
	if (cell->status != DATASET_NO_STATUS)
		interpret_help_status(out, set, cell->status);
	if (cell->text)
		buf_printf(out, "%s\"%s\"", cell->status != DATASET_NO_STATUS ? " " : "",
			   cell->text->plain);
	for (uint32_t i = 0; cell->text && i < cell->text->spans.n; i++) {
		if (mr_span_at(cell->text, i)->url[0])
			buf_printf(out, " <%s>", mr_span_at(cell->text, i)->url);
	}
	for (uint32_t i = 0; detail && i < detail->sources.n; i++)
		buf_printf(out, " source %s", detail->sources.at[i]);
	if (!detail)
		return;
	if (detail->since[0])
		buf_printf(out, " since %s", detail->since);
	if (detail->verified.year)
		buf_printf(out, " verified %04d-%02d-%02d", detail->verified.year,
			   detail->verified.month, detail->verified.day);
	interpret_help_notes(out, &detail->notes);
}

static inline void interpret_help_row(struct buf *out, const struct dataset *set,
				      const struct dataset_feature *feature)
{
	uint32_t next = 0;

	buf_printf(out, "%s", feature->name->plain);
	if (feature->url[0])
		buf_printf(out, " <%s>", feature->url);
	interpret_help_notes(out, &feature->notes);
	if (feature->description->plain[0])
		buf_printf(out, " -- %s", feature->description->plain);
	if (feature->weight != 1)
		buf_printf(out, " x%g", feature->weight);
	for (uint32_t product = 0; product < set->n_products; product++) {
		struct dataset_cell cell = {0};

		if (next < feature->n_cells)
			cell = cells_at(&set->cells, feature->first_cell + next);

		buf_put_text(out, product ? " | " : ": ");
		if (next < feature->n_cells && cell.product == product) {
			interpret_help_cell(out, set, &cell);
			next++;
		} else {
			buf_put_byte(out, '-');
		}
	}
	buf_put_byte(out, '\n');
}

static inline void interpret_help_say(struct interpreted *made)
{
	for (size_t i = 0; i < made->doubts.at.n; i++) {
		const struct doubt *doubt = VEC_AT(struct doubt, made->doubts.at, i);

		grid_put_place(&made->said, &made->file, doubt->place);
		buf_printf(&made->said, " %s%s %s%s%s\n", doubts_kind_name(doubt->kind),
			   doubt->is_note ? "" : "!", doubt->words, doubt->option[0] ? "; " : "",
			   doubt->option);
	}
	diag_print(&made->diag, &made->said, false, false);
}

/* Reads the literal by `made->options`; release it with interpret_help_release(). */
static inline void interpret_help_read(struct interpreted *made, const char *literal)
{
	struct limits limits;

	limits_init(&limits);
	diag_init(&made->diag, 0);
	made->doubts = (struct doubts){0};
	made->text = made->said = (struct buf)BUF_INIT;
	if (!made->options.file_name)
		made->options.file_name = "table.md";
	read_help_file(&made->file, literal);
	made->status = dataset_fill(&made->set, literal, strlen(literal), "table.md", &limits,
				    &made->diag, interpret_help_fill, made);
	for (uint32_t i = 0; made->status == 0 && i < made->set.n_products; i++) {
		buf_printf(&made->text, "%s%s", i ? " | " : "", made->set.products[i].name);
		if (made->set.products[i].url[0])
			buf_printf(&made->text, " <%s>", made->set.products[i].url);
		if (made->set.products[i].lifecycle != MR_ACTIVE)
			buf_put_text(&made->text, made->set.products[i].lifecycle == MR_ARCHIVED
							  ? " ~archived"
							  : " ~discontinued");
		interpret_help_notes(&made->text, &made->set.products[i].notes);
	}
	buf_put_byte(&made->text, '\n');
	for (uint32_t i = 0; made->status == 0 && i < made->set.n_categories; i++) {
		const struct dataset_category *category = &made->set.categories[i];

		if (category->name->plain[0])
			buf_printf(&made->text, "[%s%s%s%s]", category->name->plain,
				   category->url[0] ? " <" : "", category->url,
				   category->url[0] ? ">" : "");
		if (category->description->plain[0])
			buf_printf(&made->text, " -- %s", category->description->plain);
		interpret_help_notes(&made->text, &category->notes);
		if (category->name->plain[0] || category->notes.n)
			buf_put_byte(&made->text, '\n');
		for (uint32_t j = 0; j < category->n_features; j++)
			interpret_help_row(&made->text, &made->set,
					   &made->set.features[category->first_feature + j]);
	}
	interpret_help_say(made);
}

static inline void interpret_help_release(struct interpreted *made)
{
	dataset_release(&made->set);
	doubts_release(&made->doubts);
	diag_release(&made->diag);
	grid_release(&made->file);
	buf_release(&made->text);
	buf_release(&made->said);
}

#endif
