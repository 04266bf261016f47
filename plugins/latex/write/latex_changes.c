/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_changes.h"

#include "common/change/changes_details.h"
#include "latex/text/latex_cell.h"

enum { VALUE = MR_CHANGED_STATUS | MR_CHANGED_WORDS };

struct writing {
	struct latex_texts *texts;
	struct out *out;
};

static void put_string(const struct writing *to, const char *words)
{
	latex_words_write(to->texts, to->out, words, NULL);
}

static void put_word(const struct writing *to, const char *key, const char *english)
{
	put_string(to, mr_word(to->texts->matrix, key, english));
}

/* \mrChange{added}{+}{ */
static void open_line(const struct writing *to, const char *command, uint32_t kind, uint32_t tone)
{
	out_string(to->out, command);
	out_char(to->out, '{');
	out_string(to->out, latex_cell_change_word(kind, tone));
	out_string(to->out, "}{");
	put_string(to, changes_sign(kind, tone));
	out_string(to->out, "}{");
}

static void put_detail(void *context, const struct changes_detail *detail)
{
	const struct writing *to = context;

	open_line(to, "\\mrChangeDetail", detail->kind, MR_TONE_PLAIN);
	if (detail->key && detail->place) {
		latex_words_fill(to->texts, to->out,
				 mr_word(to->texts->matrix, detail->key, detail->english),
				 detail->place, detail->text);
	} else {
		if (detail->key)
			put_word(to, detail->key, detail->english);
		if (detail->key && (detail->rich || *detail->text))
			put_string(to, ": ");
		if (detail->rich)
			latex_words_rich(to->texts, to->out, detail->rich, NULL);
		else
			put_string(to, detail->text);
	}
	out_string(to->out, "}\n");
}

static void put_name(const struct writing *to, const struct changes_entry *entry)
{
	const struct mr_matrix *m = changes_matrix(to->texts->matrix, entry);
	const struct mr_category *category;

	switch (entry->at) {
	case CHANGES_PRODUCT: put_string(to, mr_product_at(m, entry->index)->name); break;
	case CHANGES_CATEGORY:
		category = mr_category_at(m, entry->index);
		if (mr_text_is_empty(category->name))
			put_string(to, category->id);
		else
			latex_words_rich(to->texts, to->out, category->name, NULL);
		break;
	default: latex_words_rich(to->texts, to->out, mr_feature_at(m, entry->index)->name, NULL);
	}
}

static void put_values(const struct writing *to, const struct changes_entry *entry)
{
	const struct mr_matrix *m = to->texts->matrix;

	put_string(to, ": ");
	if (entry->what & VALUE) {
		out_string(to->out, "\\mrThen{");
		latex_cell_value(to->texts, to->out, m->since->old,
				 mr_then_cell(m, entry->index, entry->col));
		out_char(to->out, '}');
	}
	latex_cell_value(to->texts, to->out, m, mr_cell_at(m, entry->index, entry->col));
	if (entry->tone != MR_TONE_LOUD)
		return;
	out_string(to->out, " \\mrLost{");
	put_word(to, "change_lost", "no longer known");
	out_char(to->out, '}');
}

static void put_entry(struct writing *to, const struct changes_entry *entry)
{
	open_line(to, "\\mrChange", entry->kind, entry->tone);
	put_name(to, entry);
	if (entry->at == CHANGES_CELL) {
		put_values(to, entry);
	} else if (entry->kind != MR_CHANGE_CHANGED) {
		out_string(to->out, " \\mrBracketed{");
		if (entry->kind == MR_CHANGE_ADDED)
			put_word(to, "change_added", "added");
		else
			put_word(to, "change_removed", "removed");
		out_char(to->out, '}');
	}
	out_string(to->out, "}\n");
	changes_details(to->texts->matrix, entry, put_detail, to);
}

static void put_group(const struct writing *to, const struct changes_entry *entry)
{
	static const char *const keys[] = {"products", "categories", "features"};
	static const char *const english[] = {"Products", "Categories", "Features"};

	out_string(to->out, "\\mrChangesGroup{");
	if (entry->at == CHANGES_CELL)
		put_string(to, mr_product_at(to->texts->matrix, entry->col)->name);
	else
		put_word(to, keys[entry->at], english[entry->at]);
	out_string(to->out, "}\n");
}

static void put_own(void *context, const char *then, const char *now)
{
	const struct writing *to = context;

	open_line(to, "\\mrChange", MR_CHANGE_CHANGED, MR_TONE_PLAIN);
	out_string(to->out, "\\mrThen{");
	put_string(to, then);
	out_char(to->out, '}');
	put_string(to, now);
	out_string(to->out, "}\n");
}

static void put_document(struct writing *to)
{
	const struct mr_matrix *m = to->texts->matrix;

	changes_details_document(m, put_own, to);
	if (m->since->n_changes > 0)
		return;
	put_word(to, "changes_none", "Nothing changed.");
	out_char(to->out, '\n');
}

static void put_list(struct writing *to)
{
	const struct changes_entry *before = NULL;
	struct changes changes;

	changes_list(&changes, to->texts->matrix);
	for (size_t i = 0; i < changes.n; i++) {
		const struct changes_entry *entry = &changes.at[i];

		if (!before || before->at != entry->at ||
		    (entry->at == CHANGES_CELL && entry->col != before->col))
			put_group(to, entry);
		put_entry(to, entry);
		before = entry;
	}
	to->out->failed |= changes.failed;
	changes_release(&changes);
}

static void put_title(const struct writing *to)
{
	const struct latex_texts *texts = to->texts;
	char day[16];

	out_string(to->out, "\\mrChangesTitle{");
	latex_words_fill(to->texts, to->out,
			 mr_word(texts->matrix, "changes_since", "Changes since {edition}"),
			 "edition", changes_edition(texts->matrix, day));
	out_string(to->out, "}\n");
}

/* In an argument that may become a definition, so that it defines nothing with #1 itself. */
static void write_wrapped(struct writing *to, const char *command, bool is_frame)
{
	out_string(to->out, command);
	out_string(to->out,
		   is_frame ? "{%\n\\begin{frame}[allowframebreaks]\n" : "{%\n\\begingroup\n");
	out_string(to->out, to->texts->ink.is_from_right
				    ? "\\expandafter\\let\\expandafter\\mrDirected"
				      "\\csname @secondoftwo\\endcsname\\mrFromRight\n"
				    : "\\raggedright\n");
	put_title(to);
	put_document(to);
	put_list(to);
	out_string(to->out, is_frame ? "\\end{frame}}\n" : "\\par\\endgroup}\n");
}

void latex_changes_write(struct latex_texts *texts, struct out *out,
			 enum latex_environment environment)
{
	struct writing to = {texts, out};

	if (!texts->matrix->since)
		return;
	if (environment == LATEX_TABULAR)
		texts->job->diag(
			texts->job, MR_NOTE, NULL,
			"a tabular stands in a float of yours: the list of changes is kept as "
			"\\mrChangesKept, to be written behind it");
	write_wrapped(&to, environment == LATEX_TABULAR ? "\\mrChangesKeep" : "\\mrChangesList",
		      environment == LATEX_FRAMES);
}
