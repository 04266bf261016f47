/* SPDX-License-Identifier: MIT */
#include "latex/text/latex_words.h"

#include "common/write/fill.h"

/*
 * "\mrIs{yes}{", or null for a status that is not used, or whose id as TeX reads it could be that of
 * another.
 */
static char *make_opening(struct mr_job *job, const struct mr_status *status)
{
	struct out out;

	out_to_memory(&out, 0);
	latex_escape_label(&out, status->id);
	if (!status->is_used || strcmp(out_at(&out), status->id) != 0) {
		out_release(&out);
		return NULL;
	}
	out_clear(&out);
	out_string(&out, "\\mrIs{");
	out_string(&out, status->id);
	out_string(&out, "}{");
	return out_keep(&out, job);
}

/* Each character once, by its bit. */
static void tell(void *data, uint32_t code_point)
{
	struct latex_texts *texts = data;
	uint8_t bit = (uint8_t)(1u << code_point % 8);

	if (!texts->is_told)
		texts->is_told = texts->job->alloc(texts->job, 0x110000 / 8);
	if (texts->is_told[code_point / 8] & bit)
		return;
	texts->is_told[code_point / 8] |= bit;
	missing_add(&texts->told, code_point, texts->where);
}

void latex_words_init(struct latex_texts *texts, struct mr_job *job, bool has_font)
{
	*texts = (struct latex_texts){.job = job, .matrix = job->matrix};
	texts->by_id = job->alloc(job, (job->matrix->n_texts + 1u) * sizeof(*texts->by_id));
	texts->symbols = job->alloc(job, (job->matrix->statuses.n + 1u) * sizeof(*texts->symbols));
	texts->openings =
		job->alloc(job, (job->matrix->statuses.n + 1u) * sizeof(*texts->openings));
	texts->ink.has_font = has_font;
	texts->missing = (struct latex_missing){tell, texts};
	texts->told = (struct missing){
		.job = job,
		.fonts = "no font of lmodern has",
		.shown = has_font ? "its number is shown"
				  : "its number is shown; -O font=NAME prints it with xelatex or "
				    "lualatex"};
	texts->ink.is_from_right = has_font && job->matrix->is_rtl;
	out_to_memory(&texts->cache, 0);
	for (uint32_t i = 0; i < job->matrix->statuses.n; i++)
		texts->openings[i] = make_opening(job, mr_status_at(job->matrix, i));
}

void latex_words_release(struct latex_texts *texts)
{
	out_release(&texts->cache);
	links_release(&texts->links);
}

const struct latex_extent *latex_words_extent(struct latex_texts *texts, const struct mr_text *text)
{
	struct latex_text *known = &texts->by_id[text->id];

	if (!known->is_measured) {
		latex_measure(text->plain, texts->ink.has_font, &known->extent);
		known->is_measured = true;
	}
	return &known->extent;
}

void latex_words_report(struct latex_texts *texts)
{
	missing_end(&texts->told);
}

static void escape(struct latex_texts *texts, struct out *out, const char *text, size_t n)
{
	latex_escape(out, text, n, &texts->ink, &texts->missing);
}

void latex_words_write(struct latex_texts *texts, struct out *out, const char *words,
		       const struct mr_where *where)
{
	texts->where = where;
	escape(texts, out, words, strlen(words));
	texts->where = NULL;
}

/* ---- rich text */

void latex_words_link_open(struct latex_texts *texts, struct out *out, const char *url)
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

void latex_words_link_close(struct latex_texts *texts, struct out *out, const char *url)
{
	(void)texts;
	if (*url)
		out_char(out, '}');
}

static void write_span(struct latex_texts *texts, struct out *out, const struct mr_span *span)
{
	static const struct {
		const char *open, *close;
	} marks[] = {[MR_SPAN_TEXT] = {"", ""},
		     [MR_SPAN_CODE] = {"\\mrCode{", "}"},
		     [MR_SPAN_EMPHASIS] = {"\\emph{", "}"},
		     [MR_SPAN_STRONG] = {"\\textbf{", "}"},
		     [MR_SPAN_STRONG_EMPHASIS] = {"\\textbf{\\emph{", "}}"}};
	uint32_t kind = span->kind < sizeof(marks) / sizeof(*marks) ? span->kind : MR_SPAN_TEXT;

	if (span->kind == MR_SPAN_BREAK) {
		out_string(out, "\\mrBreak{}");
		return;
	}
	texts->ink.is_literal = kind == MR_SPAN_CODE;
	out_string(out, marks[kind].open);
	escape(texts, out, span->text, span->n_bytes);
	texts->ink.is_literal = false;
	out_string(out, marks[kind].close);
}

static void write_spans(struct latex_texts *texts, struct out *out, const struct mr_text *text)
{
	const char *url = "";

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);

		if (span->url != url && (*span->url || *url)) {
			latex_words_link_close(texts, out, url);
			url = span->url;
			latex_words_link_open(texts, out, url);
		}
		write_span(texts, out, span);
	}
	latex_words_link_close(texts, out, url);
}

void latex_words_rich(struct latex_texts *texts, struct out *out, const struct mr_text *text,
		      const struct mr_where *where)
{
	struct latex_text *known = &texts->by_id[text->id];

	if (!known->is_written) {
		known->at = texts->cache.n;
		texts->where = where;
		write_spans(texts, &texts->cache, text);
		texts->where = NULL;
		if (texts->cache.failed) {
			out->failed = true;
			return;
		}
		known->n_bytes = (uint32_t)(texts->cache.n - known->at);
		known->is_written = true;
	}
	out_bytes(out, texts->cache.at + known->at, known->n_bytes);
}

void latex_words_fill(struct latex_texts *texts, struct out *out, const char *pattern,
		      const char *key, const char *value)
{
	struct out words;

	out_to_memory(&words, 0);
	fill_write(&words, pattern, &(struct fill_place){key, value}, 1, NULL);
	latex_words_write(texts, out, out_at(&words), NULL);
	out_release(&words);
}
