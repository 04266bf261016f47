/* SPDX-License-Identifier: MIT */
/* One page: what has to be known before it is written, its style and script, and the template. */
#include "html/html_page.h"

static void count_list(struct html_page *page, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		uint32_t index = mr_index_at(notes, i);

		if (index < page->m->notes.n)
			page->n_marks[index]++;
	}
}

static void count_sources(struct html_page *page, const struct mr_array *sources)
{
	for (uint32_t i = 0; i < sources->n; i++)
		links_add(&page->sources, mr_string_at(sources, i), 0);
}

/* Counts each note's marks: the list of notes may stand before the table. */
static void count_marks(struct html_page *page)
{
	const struct mr_matrix *m = page->m;

	memset(page->n_marks, 0, (m->notes.n + (size_t)1) * sizeof(*page->n_marks));
	page->has_evidence = false;
	for (uint32_t col = 0; col < m->products.n; col++)
		count_list(page, &mr_product_at(m, col)->notes);
	for (uint32_t i = 0; i < m->categories.n; i++)
		count_list(page, &mr_category_at(m, i)->notes);
	for (uint32_t row = 0; row < m->features.n; row++) {
		count_list(page, &mr_feature_at(m, row)->notes);
		for (uint32_t col = 0; col < m->products.n; col++) {
			const struct mr_cell_detail *detail = mr_cell_at(m, row, col)->detail;

			if (!detail)
				continue;
			page->has_evidence |= detail->sources.n > 0 || detail->verified.year != 0;
			count_sources(page, &detail->sources);
			count_list(page, &detail->notes);
			for (uint32_t i = 0; i < detail->parts.n; i++)
				count_list(page, &mr_part_at(detail, i)->notes);
		}
	}
}

static int fill(struct html_page *page, struct mr_sink *sink)
{
	bool has_own = page->job->has_template || !page->is_fragment;
	struct out out;
	int status;

	out_to_sink(&out, sink);
	status = html_file_fill(page, has_own ? "page.html" : "fragment.html", &out);
	if (status == 0 && (out_finish(&out) || page->texts.failed || page->sources.failed)) {
		page->job->diag(page->job, MR_ERROR, NULL, "out of memory");
		status = -1;
	}
	out_release(&out);
	return status;
}

void html_page_forget(struct html_page *page)
{
	if (!page->places)
		return;
	memset(page->kept, 0, (page->m->n_texts + (size_t)1) * sizeof(*page->kept));
	out_clear(&page->texts);
}

int html_page_write(struct html_page *page, struct mr_sink *sink)
{
	int status;

	page->is_large = (uint64_t)page->m->features.n * page->m->products.n >= HTML_LARGE;
	count_marks(page);
	html_page_forget(page);
	status = html_csp_load(page);
	if (status == 0)
		status = fill(page, sink);
	out_release(&page->style);
	out_release(&page->script);
	links_release(&page->sources);
	page->sources = (struct links){.n = 0};
	return status;
}
