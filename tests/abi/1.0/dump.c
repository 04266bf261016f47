/* SPDX-License-Identifier: MIT */
/* A plugin that writes out all it is handed, through the accessors alone. */
#include <meshreport/plugin.h>

#include <stdarg.h>
#include <stdio.h>

static void say(struct mr_sink *sink, const char *format, ...) MR_PRINTF(2, 3);

static void say(struct mr_sink *sink, const char *format, ...)
{
	char line[4000];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	sink->write(sink, line, strlen(line));
}

static void say_text(struct mr_sink *sink, const char *what, const struct mr_text *text)
{
	say(sink, "%s #%u [%u] %s\n", what, text->id, text->n_bytes, text->plain);
	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);

		say(sink, "  span %u '%s' <%s>\n", span->kind, span->text, span->url);
	}
}

static void say_counts(struct mr_sink *sink, const struct mr_counts *counts)
{
	say(sink, " counts %u/%u/%u/%u/%u of %u, %ld\n", counts->n[0], counts->n[1], counts->n[2],
	    counts->n[3], counts->n[4], counts->total, (long)(counts->coverage * 1000));
}

static void say_notes(struct mr_sink *sink, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++)
		say(sink, "  note %u\n", mr_index_at(notes, i));
}

static void say_detail(struct mr_sink *sink, const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->items.n; i++)
		say_text(sink, " item", mr_item_at(detail, i));
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);

		say(sink, " part %s %u\n", part->name, part->status);
		say_text(sink, " words", part->text);
		say_notes(sink, &part->notes);
	}
	for (uint32_t i = 0; i < detail->sources.n; i++)
		say(sink, " source %s\n", mr_string_at(&detail->sources, i));
	say_notes(sink, &detail->notes);
	say(sink, " since %s verified %d\n", detail->since, detail->verified.year);
}

static void say_rows(struct mr_sink *sink, const struct mr_matrix *m)
{
	for (uint32_t row = 0; row < m->features.n; row++) {
		const struct mr_feature *feature = mr_feature_at(m, row);

		say(sink, "feature %s in %u, %d %d\n", feature->id, feature->category,
		    feature->is_fact, feature->differs);
		say_text(sink, "name", feature->name);
		say_counts(sink, &feature->counts);
		for (uint32_t col = 0; col < m->products.n; col++) {
			const struct mr_cell *cell = mr_cell_at(m, row, col);

			say(sink, "cell %u %u: %u %u %u\n", row, col, cell->status, cell->like,
			    cell->kind);
			say_text(sink, "text", cell->text);
			if (cell->detail)
				say_detail(sink, cell->detail);
		}
	}
}

static int render(struct mr_job *job)
{
	const struct mr_matrix *m = job->matrix;
	struct mr_sink *sink = job->open(job, "");

	say(sink, "%s|%s|%s|%d|%s|%s\n", m->title, m->subtitle, m->language, m->as_of.year,
	    m->credit.text, m->base_name);
	say(sink, "selection %d '%s' '%s'\n", m->selection.is_whole, m->selection.words,
	    m->selection.command);
	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);

		say(sink, "status %s %s %s %u %d\n", status->id, status->label, status->symbol,
		    status->like, status->is_used);
	}
	for (uint32_t i = 0; i < m->notes.n; i++)
		say_text(sink, mr_note_at(m, i)->id, mr_note_at(m, i)->text);
	for (uint32_t i = 0; i < m->products.n; i++) {
		const struct mr_product *product = mr_product_at(m, i);

		say(sink, "product %s %s <%s> %zu\n", product->id, product->name, product->url,
		    product->logo.n);
		say_counts(sink, &product->counts);
	}
	for (uint32_t i = 0; i < m->categories.n; i++) {
		say_text(sink, mr_category_at(m, i)->id, mr_category_at(m, i)->name);
		for (uint32_t col = 0; col < m->products.n; col++)
			say_counts(sink, mr_category_counts(m, i, col));
	}
	say_rows(sink, m);
	say(sink, "%s %s, option %ld\n", mr_word(m, "legend", "?"), mr_word(m, "no such word", "!"),
	    (long)mr_option_value(job, 1)->integer);
	return 0;
}

static const struct mr_option options[] = {
	{"first", MR_OPTION_STRING, "one", NULL, 0, 0, "the first"},
	{"second", MR_OPTION_INTEGER, "2", NULL, 0, 9, "the second"},
};

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,   .name = "dump",     .summary = "all there is",
	.version = "1",     .extension = "txt", .media_type = "text/plain",
	.options = options, .n_options = 2,     .render = render,
};
