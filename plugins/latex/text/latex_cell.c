/* SPDX-License-Identifier: MIT */
#include "latex/text/latex_cell.h"

#include <string.h>

#include "common/change/changes.h"
#include "latex/letters/latex_escape.h"
#include "latex/letters/latex_measure.h"

/* A symbol and the blank behind it, in thousandths of an em. */
#define SYMBOL_WIDTH 1250u
#define MARK_WIDTH 400u
#define REFERENCE_WIDTH 900u

struct builtin {
	const char *id, *symbol, *command;
};

/* The signs of the built-in statuses as the host gives them; another sign is the dataset's. */
static const struct builtin builtins[] = {
	{"yes", "✓", "\\mrYes{}"},         {"no", "✗", "\\mrNo{}"},
	{"partial", "◐", "\\mrPartial{}"}, {"unknown", "?", "\\mrUnknown{}"},
	{"na", "–", "\\mrNa{}"},
};

static const char *builtin_command(const struct mr_status *status)
{
	for (size_t i = 0; i < sizeof(builtins) / sizeof(*builtins); i++)
		if (strcmp(status->id, builtins[i].id) == 0 &&
		    strcmp(status->symbol, builtins[i].symbol) == 0)
			return builtins[i].command;
	return NULL;
}

static void make_symbol(struct latex_texts *texts, struct out *out, const struct mr_status *status)
{
	const char *command = builtin_command(status);

	if (command) {
		out_string(out, command);
		return;
	}
	out_string(out, "\\mrSymbol{");
	latex_escape_label(out, status->id);
	out_string(out, "}{");
	latex_words_write(texts, out, status->symbol, NULL);
	out_char(out, '}');
}

void latex_cell_symbol(struct latex_texts *texts, struct out *out, uint32_t index)
{
	const struct mr_status *status = mr_status_at(texts->matrix, index);
	struct latex_text *known;

	if (!status)
		return;
	known = &texts->symbols[index];
	if (!known->is_written) {
		known->at = texts->cache.n;
		make_symbol(texts, &texts->cache, status);
		known->n_bytes = (uint32_t)(texts->cache.n - known->at);
		known->is_written = !texts->cache.failed;
	}
	if (known->is_written)
		out_bytes(out, texts->cache.at + known->at, known->n_bytes);
	else
		out->failed = true;
}

/* a, b, ... z, aa, ab, ... */
static void write_letters(struct out *out, uint32_t index)
{
	char letters[8];
	size_t at = sizeof(letters);

	for (uint64_t rest = index + 1u; rest > 0; rest = (rest - 1) / 26)
		letters[--at] = "abcdefghijklmnopqrstuvwxyz"[(rest - 1) % 26];
	out_bytes(out, letters + at, sizeof(letters) - at);
}

void latex_cell_note(const struct latex_texts *texts, struct out *out, uint32_t index)
{
	if (texts->has_letters)
		write_letters(out, index);
	else
		out_unsigned(out, index + 1u);
}

void latex_cell_marks(const struct latex_texts *texts, struct out *out,
		      const struct mr_array *notes, const char *command)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		out_string(out, i ? "\\mrNoteComma" : "");
		out_string(out, command);
		out_char(out, '{');
		latex_cell_note(texts, out, mr_index_at(notes, i));
		out_char(out, '}');
	}
}

static void write_marks(const struct latex_texts *texts, struct out *out,
			const struct mr_array *notes)
{
	latex_cell_marks(texts, out, notes, "\\mrNoteMark");
}

static void write_status(struct latex_texts *texts, struct out *out, uint32_t status,
			 const struct mr_text *text, const struct mr_where *where)
{
	out_string(out, "\\mrStatus{");
	latex_cell_symbol(texts, out, status);
	out_string(out, "}{");
	latex_words_rich(texts, out, text, where);
	out_char(out, '}');
}

static void write_parts(struct latex_texts *texts, struct out *out, const struct mr_cell *cell,
			const struct mr_where *where)
{
	for (uint32_t i = 0; i < cell->detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(cell->detail, i);

		out_string(out, i ? ", \\mrPart{" : "\\mrPart{");
		latex_words_write(texts, out, part->name, where);
		out_string(out, "}{");
		write_status(texts, out, part->status, part->text, where);
		write_marks(texts, out, &part->notes);
		out_char(out, '}');
	}
}

static void write_verified(struct latex_texts *texts, struct out *out, struct mr_date date)
{
	struct out day;

	out_to_memory(&day, 0);
	out_date(&day, date);
	out_string(out, "\\mrVerified{");
	latex_words_fill(texts, out, mr_word(texts->matrix, "verified", "verified {date}"), "date",
			 out_at(&day));
	out_char(out, '}');
	out_release(&day);
}

/* The last part has marks of its own, and nothing stands between. */
static bool ends_with_marks(const struct mr_cell_detail *detail)
{
	uint32_t n = detail->parts.n;

	return n > 0 && !*detail->since && mr_part_at(detail, n - 1)->notes.n > 0;
}

/* What stands behind the words of few cells: "since 1.0", marks of notes, numbers of sources. */
static void write_detail(struct latex_texts *texts, struct out *out,
			 const struct mr_cell_detail *detail)
{
	if (*detail->since) {
		out_string(out, "\\mrSince{");
		latex_words_fill(texts, out, mr_word(texts->matrix, "since", "since {version}"),
				 "version", detail->since);
		out_char(out, '}');
	}
	if (detail->notes.n > 0 && ends_with_marks(detail))
		out_string(out, "\\mrNoteComma{}");
	write_marks(texts, out, &detail->notes);
	for (uint32_t i = 0; i < detail->sources.n; i++) {
		const char *url = mr_string_at(&detail->sources, i);

		out_string(out, "\\mrSource{");
		latex_escape_url(out, url);
		out_string(out, "}{");
		out_unsigned(out, links_add(&texts->links, url, LATEX_LINK_SOURCE));
		out_char(out, '}');
	}
	if (texts->shows_verified && detail->verified.year > 0)
		write_verified(texts, out, detail->verified);
}

const char *latex_cell_change_word(uint32_t kind, uint32_t tone)
{
	switch (kind) {
	case MR_CHANGE_ADDED: return "added";
	case MR_CHANGE_REMOVED: return "removed";
	default: return tone == MR_TONE_LOUD ? "lost" : tone == MR_TONE_QUIET ? "quiet" : "changed";
	}
}

static void write_value(struct latex_texts *texts, struct out *out, const struct mr_status *status,
			const struct mr_text *text)
{
	if (status) {
		out_string(out, "\\mrStatus{");
		make_symbol(texts, out, status);
		out_string(out, "}{");
	}
	latex_words_rich(texts, out, text, NULL);
	out_string(out, status ? "}" : "");
}

void latex_cell_value(struct latex_texts *texts, struct out *out, const struct mr_matrix *m,
		      const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (cell->kind == MR_CELL_PARTS && detail) {
		for (uint32_t i = 0; i < detail->parts.n; i++) {
			const struct mr_part *part = mr_part_at(detail, i);

			out_string(out, i ? ", \\mrPart{" : "\\mrPart{");
			latex_words_write(texts, out, part->name, NULL);
			out_string(out, "}{");
			write_value(texts, out, mr_status_at(m, part->status), part->text);
			out_char(out, '}');
		}
	} else {
		write_value(texts, out, mr_status_at(m, cell->status), cell->text);
	}
	if (detail && *detail->since) {
		out_string(out, "\\mrSince{");
		latex_words_fill(texts, out, mr_word(texts->matrix, "since", "since {version}"),
				 "version", detail->since);
		out_char(out, '}');
	}
}

/* \mrChanged{lost}{!}{\mrWas{was}{...}}: the last is empty where only what stands beside the words changed. */
static void write_was(struct latex_texts *texts, struct out *out, uint32_t row, uint32_t col)
{
	const struct mr_matrix *m = texts->matrix;
	const struct mr_was *was = mr_was_cell(m, row, col);

	if (!mr_was_other(was))
		return;
	out_string(out, "\\mrChanged{");
	out_string(out, latex_cell_change_word(was->kind, was->tone));
	out_string(out, "}{");
	latex_words_write(texts, out, changes_sign(was->kind, was->tone), NULL);
	out_string(out, "}{");
	if (was->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)) {
		out_string(out, "\\mrWas{");
		latex_words_write(texts, out, mr_word(m, "change_was", "was"), NULL);
		out_string(out, "}{");
		latex_cell_value(texts, out, m->since->old, mr_then_cell(m, row, col));
		out_char(out, '}');
	}
	out_char(out, '}');
}

static const char *like_word(uint32_t like)
{
	static const char *const words[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

	return like < MR_N_LIKES ? words[like] : "text";
}

void latex_cell_define(struct latex_texts *texts, struct out *out)
{
	for (uint32_t i = 0; i < texts->matrix->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(texts->matrix, i);

		if (!texts->openings[i])
			continue;
		out_string(out, "\\mrMeans{");
		out_string(out, status->id);
		out_string(out, "}{");
		out_string(out, like_word(status->like));
		out_string(out, "}{");
		latex_cell_symbol(texts, out, i);
		out_string(out, "}%\n");
	}
}

/* A status and words, and nothing behind them: nearly every cell of a large table. */
static bool write_plain_cell(struct latex_texts *texts, struct out *out, const struct mr_cell *cell,
			     const struct mr_where *where)
{
	const char *opening;

	if (cell->kind != MR_CELL_STATUS || cell->detail ||
	    cell->status >= texts->matrix->statuses.n)
		return false;
	opening = texts->openings[cell->status];
	if (!opening)
		return false;
	out_string(out, opening);
	latex_words_rich(texts, out, cell->text, where);
	out_char(out, '}');
	return true;
}

void latex_cell_write(struct latex_texts *texts, struct out *out, uint32_t row, uint32_t col)
{
	const struct mr_cell *cell = mr_cell_at(texts->matrix, row, col);
	const struct mr_where where = {.kind = MR_AT_CELL, .index = row, .second = col};

	if (!mr_was_other(mr_was_cell(texts->matrix, row, col)) &&
	    write_plain_cell(texts, out, cell, &where))
		return;
	out_string(out, "\\mrCell{");
	out_string(out, like_word(cell->like));
	out_string(out, "}{");
	if (cell->kind == MR_CELL_PARTS && cell->detail && cell->detail->parts.n > 0)
		write_parts(texts, out, cell, &where);
	else if (cell->kind == MR_CELL_STATUS && cell->status != MR_NO_STATUS)
		write_status(texts, out, cell->status, cell->text, &where);
	else
		latex_words_rich(texts, out, cell->text, &where);
	if (cell->detail)
		write_detail(texts, out, cell->detail);
	write_was(texts, out, row, col);
	out_char(out, '}');
}

/* ---- widths */

/* A sign, and the word and the value of the old edition behind it. */
static uint32_t was_width(struct latex_texts *texts, uint32_t row, uint32_t col)
{
	const struct mr_was *was = mr_was_cell(texts->matrix, row, col);

	if (!mr_was_other(was))
		return 0;
	if (!(was->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)))
		return SYMBOL_WIDTH;
	return 4 * SYMBOL_WIDTH +
	       latex_words_extent(texts, mr_then_cell(texts->matrix, row, col)->text)->natural;
}

static uint32_t detail_width(const struct latex_texts *texts, const struct mr_cell_detail *detail)
{
	struct latex_extent since;
	uint32_t width = detail->notes.n * MARK_WIDTH + detail->sources.n * REFERENCE_WIDTH;

	for (uint32_t i = 0; i < detail->parts.n; i++)
		width += SYMBOL_WIDTH + mr_part_at(detail, i)->notes.n * MARK_WIDTH;
	if (*detail->since) {
		latex_measure(detail->since, texts->ink.has_font, &since);
		width += since.natural + 3000;
	}
	if (texts->shows_verified && detail->verified.year > 0)
		width += 9000;
	return width;
}

uint32_t latex_cell_indent(const struct latex_texts *texts, const struct mr_cell *cell)
{
	uint32_t width = cell->kind == MR_CELL_STATUS ? SYMBOL_WIDTH : 0;

	return width + (cell->detail ? detail_width(texts, cell->detail) : 0);
}

static void widen(struct latex_extent *extent, uint32_t piece)
{
	if (extent->longest < piece)
		extent->longest = piece;
}

void latex_cell_extent(struct latex_texts *texts, uint32_t row, uint32_t col,
		       struct latex_extent *out)
{
	const struct mr_cell *cell = mr_cell_at(texts->matrix, row, col);

	*out = *latex_words_extent(texts, cell->text);
	if (cell->kind == MR_CELL_STATUS)
		widen(out, out->first + SYMBOL_WIDTH);
	if (cell->detail) {
		out->longest += cell->detail->notes.n * MARK_WIDTH;
		for (uint32_t i = 0; i < cell->detail->parts.n; i++) {
			const struct mr_part *part = mr_part_at(cell->detail, i);

			widen(out, latex_words_extent(texts, part->text)->first + SYMBOL_WIDTH +
					   (part->notes.n + 1) * MARK_WIDTH);
		}
	}
	out->natural += latex_cell_indent(texts, cell) + was_width(texts, row, col);
}
