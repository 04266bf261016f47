/* SPDX-License-Identifier: MIT */
/* Below the table: what the signs mean, the notes, whose data it is. */
#include "markdown/write/gfm.h"

#include "common/write/ids.h"
#include "common/write/weights.h"

static void put_letters(struct gfm *gfm, const char *text)
{
	spans_letters(gfm->out, text, SPANS_BLOCK);
}

/* ------------------------------------------------------------------ the legend */

static const char *word_of_like(const struct gfm *gfm, uint32_t like)
{
	static const char *const keys[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};
	static const char *const english[MR_N_LIKES] = {"yes", "partial", "no", "unknown",
							"does not apply"};

	return mr_word(gfm->m, keys[like], english[like]);
}

/* "◔ in preview (partial)": of a word whose own label does not say it, also what it counts as. */
static void put_status(struct gfm *gfm, const struct mr_status *status)
{
	const char *like = status->like < MR_N_LIKES ? word_of_like(gfm, status->like) : "";

	if (gfm->has_symbols) {
		put_letters(gfm, status->symbol);
		out_char(gfm->out, ' ');
	}
	put_letters(gfm, status->label);
	if (*like && strcmp(like, status->label) != 0) {
		out_string(gfm->out, " (");
		put_letters(gfm, like);
		out_char(gfm->out, ')');
	}
}

static void put_weights(struct gfm *gfm)
{
	struct out line;

	out_to_memory(&line, 0);
	weights_put_line(&line, gfm->m);
	if (line.n > 0) {
		out_char(gfm->out, '\n');
		put_letters(gfm, out_at(&line));
		out_char(gfm->out, '\n');
	}
	gfm->out->failed |= line.failed;
	out_release(&line);
}

void gfm_notes_legend(struct gfm *gfm)
{
	bool is_first = true;

	for (uint32_t i = 0; i < gfm->m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(gfm->m, i);

		if (!status->is_used)
			continue;
		out_string(gfm->out, is_first ? "\n" : " · ");
		put_status(gfm, status);
		is_first = false;
	}
	out_string(gfm->out, is_first ? "" : "\n");
	put_weights(gfm);
}

/* ------------------------------------------------------------------ notes */

static void put_note(struct gfm *gfm, const struct mr_note *note)
{
	struct out *out = gfm->out;
	bool is_last = note->number == gfm->m->notes.n;

	switch (gfm->notes) {
	case GFM_NOTES_FOOTNOTES:
		out_string(out, "[^");
		if (gfm->is_fragment) {
			ids_put_name(out, gfm->m->base_name);
			out_char(out, '-');
		}
		out_unsigned(out, note->number);
		out_string(out, "]: ");
		spans_put(out, note->text, SPANS_BLOCK);
		break;
	case GFM_NOTES_SUP:
		out_string(out, "<sup>");
		out_unsigned(out, note->number);
		out_string(out, "</sup> ");
		spans_put(out, note->text, SPANS_BLOCK);
		out_string(out, is_last ? "" : "<br>");
		break;
	case GFM_NOTES_LIST:
		out_unsigned(out, note->number);
		out_string(out, ". ");
		spans_put(out, note->text, SPANS_BLOCK);
		break;
	}
	out_char(out, '\n');
}

void gfm_notes_put(struct gfm *gfm)
{
	if (gfm->m->notes.n == 0)
		return;
	out_char(gfm->out, '\n');
	for (uint32_t i = 0; i < gfm->m->notes.n; i++)
		put_note(gfm, mr_note_at(gfm->m, i));
}

/* ------------------------------------------------------------------ credit */

void gfm_notes_credit(struct gfm *gfm)
{
	const struct mr_credit *credit = &gfm->m->credit;
	struct out *out = gfm->out;

	if (!*credit->text && !*credit->url && !*credit->license)
		return;
	out_char(out, '\n');
	put_letters(gfm, mr_word(gfm->m, "credit", "Credit"));
	out_string(out, ": ");
	if (*credit->text || *credit->url) {
		spans_link_open(out, credit->url);
		put_letters(gfm, *credit->text ? credit->text : credit->url);
		spans_link_close(out, credit->url, SPANS_BLOCK);
		out_string(out, *credit->license ? ", " : "");
	}
	put_letters(gfm, credit->license);
	out_char(out, '\n');
}
