/* SPDX-License-Identifier: MIT */
#include "latex/latex_text.h"

#include "common/write/fill.h"

/* A symbol and the blank behind it, in thousandths of an em. */
#define SYMBOL_WIDTH 1250u
#define MARK_WIDTH 400u
#define REFERENCE_WIDTH 900u

/*
 * "\mrIs{yes}{", or null for a status that is not used, or whose id as TeX reads it could be that of
 * another.
 */
static char *make_opening(struct mr_job *job, const struct mr_status *status)
{
	struct out out;
	char *opening = NULL;

	out_to_memory(&out, 0);
	latex_escape_label(&out, status->id);
	if (status->is_used && strcmp(out_at(&out), status->id) == 0) {
		out_clear(&out);
		out_string(&out, "\\mrIs{");
		out_string(&out, status->id);
		out_string(&out, "}{");
		opening = job->alloc(job, out.n + 1);
		memcpy(opening, out_at(&out), out.failed ? 0 : out.n);
	}
	out_release(&out);
	return opening;
}

void latex_texts_init(struct latex_texts *texts, struct mr_job *job, bool has_font)
{
	*texts = (struct latex_texts){.job = job, .matrix = job->matrix};
	texts->by_id = job->alloc(job, (job->matrix->n_texts + 1u) * sizeof *texts->by_id);
	texts->symbols = job->alloc(job, (job->matrix->statuses.n + 1u) * sizeof *texts->symbols);
	texts->openings = job->alloc(job, (job->matrix->statuses.n + 1u) * sizeof *texts->openings);
	texts->ink.has_font = has_font;
	texts->ink.is_from_right = has_font && job->matrix->is_rtl;
	out_to_memory(&texts->cache, 0);
	for (uint32_t i = 0; i < job->matrix->statuses.n; i++)
		texts->openings[i] = make_opening(job, mr_status_at(job->matrix, i));
}

void latex_texts_release(struct latex_texts *texts)
{
	out_release(&texts->cache);
	links_release(&texts->links);
}

const struct latex_extent *latex_text_extent(struct latex_texts *texts, const struct mr_text *text)
{
	struct latex_text *known = &texts->by_id[text->id];

	if (!known->is_measured) {
		latex_measure(text->plain, texts->ink.has_font, &known->extent);
		known->is_measured = true;
	}
	return &known->extent;
}

/* ------------------------------------------------------------------ messages */

static void report(struct latex_texts *texts, const struct latex_missing *missing,
		   const struct mr_where *where)
{
	struct mr_job *job = texts->job;

	texts->n_texts_missing++;
	if (texts->n_reports == LATEX_MAX_REPORTS)
		return;
	texts->n_reports++;
	job->diag(
		job, MR_WARNING, where,
		"%u character%s that the fonts of lmodern do not have, the first U+%04X, printed as "
		"[U+%04X]%s",
		(unsigned)missing->n, missing->n == 1 ? "" : "s", (unsigned)missing->first,
		(unsigned)missing->first,
		texts->ink.has_font ? ""
				    : "; -O font=NAME prints such text with xelatex or lualatex");
}

void latex_texts_report(struct latex_texts *texts)
{
	uint32_t more = texts->n_texts_missing - texts->n_reports;

	if (more > 0)
		texts->job->diag(
			texts->job, MR_WARNING, NULL,
			"%u more text%s with characters that the fonts of lmodern do not have",
			(unsigned)more, more == 1 ? "" : "s");
}

static void escape(struct latex_texts *texts, struct out *out, const char *text, size_t n,
		   struct latex_missing *missing)
{
	latex_escape(out, text, n, &texts->ink, missing);
}

/*
 * Whether the words were reported before; they are from now on.  By their hash (FNV-1a), since some
 * are put together for the occasion.
 */
static bool is_reported(struct latex_texts *texts, const char *words)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *words; words++)
		hash = (hash ^ (unsigned char)*words) * UINT64_C(0x100000001b3);
	for (uint32_t i = 0; i < texts->n_reported; i++)
		if (texts->reported[i] == hash)
			return true;
	if (texts->n_reported < LATEX_MAX_REPORTS)
		texts->reported[texts->n_reported++] = hash;
	return false;
}

void latex_words_write(struct latex_texts *texts, struct out *out, const char *words,
		       const struct mr_where *where)
{
	struct latex_missing missing = {0};

	escape(texts, out, words, strlen(words), &missing);
	if (missing.n > 0 && !is_reported(texts, words))
		report(texts, &missing, where);
}

/* ------------------------------------------------------------------ rich text */

void latex_link_open(struct latex_texts *texts, struct out *out, const char *url)
{
	if (!*url)
		return;
	out_string(out, "\\mrLink{");
	latex_escape_url(out, url);
	out_string(out, "}{");
	if (texts->numbers_links)
		out_unsigned(out, links_add(&texts->links, url, 0));
	out_string(out, "}{");
}

void latex_link_close(struct latex_texts *texts, struct out *out, const char *url)
{
	(void)texts;
	if (*url)
		out_char(out, '}');
}

static void write_span(struct latex_texts *texts, struct out *out, const struct mr_span *span,
		       struct latex_missing *missing)
{
	static const struct {
		const char *open, *close;
	} marks[] = {[MR_SPAN_TEXT] = {"", ""},
		     [MR_SPAN_CODE] = {"\\mrCode{", "}"},
		     [MR_SPAN_EMPHASIS] = {"\\emph{", "}"},
		     [MR_SPAN_STRONG] = {"\\textbf{", "}"},
		     [MR_SPAN_STRONG_EMPHASIS] = {"\\textbf{\\emph{", "}}"}};
	uint32_t kind = span->kind < sizeof marks / sizeof *marks ? span->kind : MR_SPAN_TEXT;

	if (span->kind == MR_SPAN_BREAK) {
		out_string(out, "\\mrBreak{}");
		return;
	}
	texts->ink.is_literal = kind == MR_SPAN_CODE;
	out_string(out, marks[kind].open);
	escape(texts, out, span->text, span->n_bytes, missing);
	texts->ink.is_literal = false;
	out_string(out, marks[kind].close);
}

static void write_spans(struct latex_texts *texts, struct out *out, const struct mr_text *text,
			struct latex_missing *missing)
{
	const char *url = "";

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);

		if (span->url != url && (*span->url || *url)) {
			latex_link_close(texts, out, url);
			url = span->url;
			latex_link_open(texts, out, url);
		}
		write_span(texts, out, span, missing);
	}
	latex_link_close(texts, out, url);
}

void latex_text_write(struct latex_texts *texts, struct out *out, const struct mr_text *text,
		      const struct mr_where *where)
{
	struct latex_text *known = &texts->by_id[text->id];

	if (!known->is_written) {
		struct latex_missing missing = {0};

		known->at = texts->cache.n;
		write_spans(texts, &texts->cache, text, &missing);
		if (texts->cache.failed) {
			out->failed = true;
			return;
		}
		known->n_bytes = (uint32_t)(texts->cache.n - known->at);
		known->is_written = true;
		if (missing.n > 0)
			report(texts, &missing, where);
	}
	out_bytes(out, texts->cache.at + known->at, known->n_bytes);
}

/* ------------------------------------------------------------------ cells */

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
	for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++)
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

void latex_symbol_write(struct latex_texts *texts, struct out *out, uint32_t index)
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

static void write_marks(struct out *out, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		out_string(out, i ? "\\mrNoteComma\\mrNoteMark{" : "\\mrNoteMark{");
		out_unsigned(out, mr_index_at(notes, i) + 1u);
		out_char(out, '}');
	}
}

static void write_status(struct latex_texts *texts, struct out *out, uint32_t status,
			 const struct mr_text *text, const struct mr_where *where)
{
	out_string(out, "\\mrStatus{");
	latex_symbol_write(texts, out, status);
	out_string(out, "}{");
	latex_text_write(texts, out, text, where);
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
		write_marks(out, &part->notes);
		out_char(out, '}');
	}
}

void latex_pattern_write(struct latex_texts *texts, struct out *out, const char *pattern,
			 const char *key, const char *value)
{
	struct out words;

	out_to_memory(&words, 0);
	fill_write(&words, pattern, &(struct fill_place){key, value}, 1, NULL);
	latex_words_write(texts, out, out_at(&words), NULL);
	out_release(&words);
}

static void write_verified(struct latex_texts *texts, struct out *out, struct mr_date date)
{
	struct out day;

	out_to_memory(&day, 0);
	out_date(&day, date);
	out_string(out, "\\mrVerified{");
	latex_pattern_write(texts, out, mr_word(texts->matrix, "verified", "verified {date}"),
			    "date", out_at(&day));
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
		latex_pattern_write(texts, out, mr_word(texts->matrix, "since", "since {version}"),
				    "version", detail->since);
		out_char(out, '}');
	}
	if (detail->notes.n > 0 && ends_with_marks(detail))
		out_string(out, "\\mrNoteComma{}");
	write_marks(out, &detail->notes);
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

static const char *like_word(uint32_t like)
{
	static const char *const words[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

	return like < MR_N_LIKES ? words[like] : "text";
}

void latex_statuses_define(struct latex_texts *texts, struct out *out)
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
		latex_symbol_write(texts, out, i);
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
	latex_text_write(texts, out, cell->text, where);
	out_char(out, '}');
	return true;
}

void latex_cell_write(struct latex_texts *texts, struct out *out, uint32_t row, uint32_t col)
{
	const struct mr_cell *cell = mr_cell_at(texts->matrix, row, col);
	const struct mr_where where = {.kind = MR_AT_CELL, .index = row, .second = col};

	if (write_plain_cell(texts, out, cell, &where))
		return;
	out_string(out, "\\mrCell{");
	out_string(out, like_word(cell->like));
	out_string(out, "}{");
	if (cell->kind == MR_CELL_PARTS && cell->detail && cell->detail->parts.n > 0)
		write_parts(texts, out, cell, &where);
	else if (cell->kind == MR_CELL_STATUS && cell->status != MR_NO_STATUS)
		write_status(texts, out, cell->status, cell->text, &where);
	else
		latex_text_write(texts, out, cell->text, &where);
	if (cell->detail)
		write_detail(texts, out, cell->detail);
	out_char(out, '}');
}

/* ------------------------------------------------------------------ widths */

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

	*out = *latex_text_extent(texts, cell->text);
	if (cell->kind == MR_CELL_STATUS)
		widen(out, out->first + SYMBOL_WIDTH);
	if (cell->detail) {
		out->longest += cell->detail->notes.n * MARK_WIDTH;
		for (uint32_t i = 0; i < cell->detail->parts.n; i++) {
			const struct mr_part *part = mr_part_at(cell->detail, i);

			widen(out, latex_text_extent(texts, part->text)->first + SYMBOL_WIDTH +
					   (part->notes.n + 1) * MARK_WIDTH);
		}
	}
	out->natural += latex_cell_indent(texts, cell);
}
