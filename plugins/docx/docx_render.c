/* SPDX-License-Identifier: MIT */
#include "docx/docx_render.h"

#include "common/office/office_package.h"
#include "common/office/office_properties.h"
#include "docx/docx_book.h"
#include "docx/docx_frame.h"
#include "docx/docx_logo.h"
#include "docx/docx_notes.h"
#include "docx/docx_parts.h"
#include "docx/docx_styles.h"

#include <stdlib.h>

/* The parts besides the body and the notes. */
enum { TYPES, ROOT, BODY_LINKS, NOTE_LINKS, STYLES, SETTINGS, N_PARTS };

static void put(struct office_package *package, const char *name, struct office_xml *xml)
{
	struct mr_bytes bytes = office_xml_end(xml);

	office_package_put(package, name, bytes.at, bytes.n, false);
}

/* All parts in the order in which a reader of the package wants them: types first. */
static int pack(struct docx_book *book, struct mr_sink *sink)
{
	struct office_xml parts[N_PARTS] = {{0}};
	struct docx_part header = {0}, footer = {0};
	struct office_properties properties;
	struct office_package package;
	int status;

	docx_frame_header(book, &header);
	docx_frame_footer(book, &footer);
	docx_parts_types(&parts[TYPES]);
	docx_parts_root(&parts[ROOT]);
	docx_parts_body(book, &parts[BODY_LINKS]);
	docx_parts_notes(book, &parts[NOTE_LINKS]);
	docx_styles_write(book, &parts[STYLES]);
	docx_parts_settings(book, &parts[SETTINGS]);
	office_package_open(&package, book->job, NULL, 0);
	put(&package, "[Content_Types].xml", &parts[TYPES]);
	put(&package, "_rels/.rels", &parts[ROOT]);
	office_properties_put(&package, &properties);
	put(&package, "word/document.xml", &book->body.xml);
	put(&package, "word/_rels/document.xml.rels", &parts[BODY_LINKS]);
	put(&package, "word/footnotes.xml", &book->notes.xml);
	put(&package, "word/_rels/footnotes.xml.rels", &parts[NOTE_LINKS]);
	put(&package, "word/styles.xml", &parts[STYLES]);
	put(&package, "word/settings.xml", &parts[SETTINGS]);
	put(&package, "word/header1.xml", &header.xml);
	put(&package, "word/footer1.xml", &footer.xml);
	docx_logo_pack(book, &package);
	status = office_package_write(&package, sink);
	office_properties_release(&properties);
	for (unsigned i = 0; i < N_PARTS; i++)
		office_xml_release(&parts[i]);
	office_xml_release(&header.xml);
	office_xml_release(&footer.xml);
	return status;
}

int docx_render(struct mr_job *job)
{
	struct docx_book book = {.job = job, .m = job->matrix};
	struct mr_sink *sink = job->open(job, "");
	int status;

	if (!office_xml_can(job))
		return -1;
	docx_plan_make(
		&book.plan, book.m, (uint32_t)mr_option_value(job, DOCX_RENDER_PAPER)->integer,
		(enum docx_orientation)mr_option_value(job, DOCX_RENDER_ORIENTATION)->integer);
	book.is_shaded = mr_option_value(job, DOCX_RENDER_SHADING)->integer;
	book.numbers = calloc((size_t)book.m->notes.n + 1, sizeof(*book.numbers));
	if (mr_option_value(job, DOCX_RENDER_LOGOS)->integer)
		docx_logo_find(&book);
	docx_frame_write(&book);
	docx_notes_write(&book);
	status = pack(&book, sink);
	job->describe(job, "tables", book.plan.n_groups);
	office_xml_release(&book.body.xml);
	office_xml_release(&book.notes.xml);
	links_release(&book.body.links);
	links_release(&book.notes.links);
	links_release(&book.sources);
	docx_plan_release(&book.plan);
	free(book.numbers);
	free(book.logos);
	return status;
}
