/* SPDX-License-Identifier: MIT */
/*
 * pdf - the handout: a tagged PDF that a trainer prints and a client keeps.
 *
 * This file has the option table and the order of the work; README.md says where everything is.
 */
#include <meshreport/plugin.h>

#include <stdio.h>
#include <string.h>

#include "common/chart/chart.h"
#include "common/write/running.h"
#include "common/write/unshown.h"
#include "common/write/utf8.h"
#include "pdf/book/pdf_fit.h"
#include "pdf/book/pdf_open.h"
#include "pdf/draw/pdf_draw.h"
#include "pdf/file/pdf_fields.h"

enum option {
	OPTION_PAPER,
	OPTION_ORIENTATION,
	OPTION_MARGIN,
	OPTION_BINDING,
	OPTION_FONT,
	OPTION_SIZE,
	OPTION_NOTES,
	OPTION_LINKS,
	OPTION_THEME,
	OPTION_COVER,
	OPTION_FACTSHEETS,
	OPTION_WORKSHEET,
	OPTION_FORM,
	OPTION_VERIFIED,
	OPTION_EVIDENCE,
	OPTION_DESCRIPTIONS,
	OPTION_TOTALS,
	OPTION_CONTENTS,
	OPTION_TITLE_PAGE,
	OPTION_BOOKMARKS,
	OPTION_NUP,
	OPTION_ATTACH,
	OPTION_DENSITY,
	OPTION_PAGES,
	OPTION_GROUPS,
	OPTION_CHART,
	OPTION_QR,
	OPTION_STATUS,
	OPTION_CELLS,
	OPTION_PIN,
	OPTION_TURN,
	OPTION_LOGO,
	OPTION_HEADER,
	OPTION_FOOTER,
	OPTION_CLIENT,
	OPTION_ACCENT,
	OPTION_BOOKLET,
	OPTION_ORDER,
	OPTION_FONT_FILE,
	OPTION_FONT_BOLD,
	N_OPTIONS
};

static const struct mr_option options[N_OPTIONS] = {
	[OPTION_PAPER] = {"paper", MR_OPTION_STRING, "a4", NULL, 0, 0,
			  "a0 to a6, b4, b5, letter, legal, tabloid, executive, or a size such as "
			  "210x297mm"},
	[OPTION_ORIENTATION] = {"orientation", MR_OPTION_CHOICE, "auto", "auto|portrait|landscape",
				0, 0, "which way the paper lies; auto takes what reads best"},
	[OPTION_MARGIN] = {"margin", MR_OPTION_LENGTH, "12mm", NULL, 0, 7200,
			   "free space on every side"},
	[OPTION_BINDING] = {"binding", MR_OPTION_CHOICE, "none", "none|left|right|top|inner", 0, 0,
			    "side with 10 mm more margin, for punching; inner changes sides for "
			    "paper printed on both"},
	[OPTION_FONT] =
		{"font", MR_OPTION_STRING, "", NULL, 0, 0,
		 "font family to prefer to Noto Sans, if its licence lets it be embedded; signs of statuses "
		 "are always alike"},
	[OPTION_FONT_FILE] =
		{"font-file", MR_OPTION_FILE, NULL, NULL, 0, 0,
		 "a TTF or OTF of your own to take letters from, whose licence bits (OS/2 "
		 "fsType) let it be embedded"},
	[OPTION_FONT_BOLD] = {"font-bold-file", MR_OPTION_FILE, NULL, NULL, 0, 0,
			      "its bold letters; without it heads look as other words do"},
	[OPTION_SIZE] = {"size", MR_OPTION_STRING, "auto", NULL, 0, 0,
			 "type size in points from 6 to 24, or auto"},
	[OPTION_NOTES] =
		{"notes", MR_OPTION_CHOICE, "end", "end|page|both", 0, 0,
		 "where notes are printed: at the end, at the foot of their pages, or both"},
	[OPTION_LINKS] =
		{"links", MR_OPTION_CHOICE, "list", "list|inline|none", 0, 0,
		 "addresses of links: numbered in a list, behind the words, or not printed"},
	[OPTION_THEME] = {"theme", MR_OPTION_CHOICE, "light", "light|grey|ink", 0, 0,
			  "colours, greys, or black on white with no grounds"},
	[OPTION_COVER] = {"cover", MR_OPTION_FLAG, "no", NULL, 0, 0,
			  "a summary page first: coverage of each product, with chart and counts"},
	[OPTION_FACTSHEETS] =
		{"factsheets", MR_OPTION_FLAG, "no", NULL, 0, 0,
		 "a sheet for each product after the table: a page at most, in two columns "
		 "where that saves pages"},
	[OPTION_WORKSHEET] = {"worksheet", MR_OPTION_FLAG, "no", NULL, 0, 0,
			      "a ruled column for the reader's notes"},
	[OPTION_FORM] = {"form", MR_OPTION_FLAG, "no", NULL, 0, 0,
			 "that column as fields, to be filled in on screen; brings the column"},
	[OPTION_VERIFIED] = {"verified", MR_OPTION_FLAG, "no", NULL, 0, 0,
			     "the day a cell was verified in the table, too (fact sheets always "
			     "have it)"},
	[OPTION_EVIDENCE] =
		{"evidence", MR_OPTION_CHOICE, "none", "none|appendix", 0, 0,
		 "how each cell is known, as a part of its own: since, day and sources by feature"},
	[OPTION_DESCRIPTIONS] =
		{"descriptions", MR_OPTION_CHOICE, "table", "table|glossary", 0, 0,
		 "where features and categories are described: below their names, or in a "
		 "glossary behind the table"},
	[OPTION_TOTALS] = {"totals", MR_OPTION_FLAG, "no", NULL, 0, 0,
			   "the coverage of each product below the table, and how it is counted"},
	[OPTION_CONTENTS] = {"contents", MR_OPTION_FLAG, "no", NULL, 0, 0,
			     "the parts and categories with their pages, behind the title; what "
			     "follows begins a page"},
	[OPTION_TITLE_PAGE] = {"title-page", MR_OPTION_FLAG, "no", NULL, 0, 0,
			       "a page of its own first: title, client, day, what is compared, "
			       "credit and licence"},
	[OPTION_BOOKMARKS] = {"bookmarks", MR_OPTION_FLAG, "yes", NULL, 0, 0,
			      "an outline of categories and products for the reader's side bar"},
	[OPTION_NUP] = {"nup", MR_OPTION_INTEGER, "1", NULL, 1, 2,
			"pages on one sheet, side by side"},
	[OPTION_ATTACH] = {"attach", MR_OPTION_CHOICE, "data", "data|source|none", 0, 0,
			   "what lies in the PDF as a file: the data as shown, the file as it was "
			   "read (with its comments), or nothing"},
	[OPTION_DENSITY] = {"density", MR_OPTION_CHOICE, "normal", "compact|normal|airy", 0, 0,
			    "how much air is between rows and columns"},
	[OPTION_PAGES] = {"pages", MR_OPTION_INTEGER, "0", NULL, 0, 10000,
			  "pages that it has to fit on, with type as large as they allow; 0 takes "
			  "the fewest sheets at 8 points or more"},
	[OPTION_GROUPS] = {"groups", MR_OPTION_INTEGER, "0", NULL, 0, 1000,
			   "into how many groups the products are divided, 0 for what fits"},
	[OPTION_CHART] = {"chart", MR_OPTION_CHOICE, "none", "none|" CHART_KINDS, 0, 0,
			  "a chart below the table, divided where a page has no room for it; slope "
			  "needs --since"},
	[OPTION_QR] =
		{"qr", MR_OPTION_CHOICE, "none", "none|credit|all", 0, 0,
		 "addresses as QR codes beside the words: of the credit, or of all that are in "
		 "the list of references, too"},
	[OPTION_STATUS] =
		{"status", MR_OPTION_CHOICE, "plain", "plain|tint|badge", 0, 0,
		 "how a status is shown besides its sign: not, as the ground of its cell, or "
		 "as a box around the sign; the theme ink has neither"},
	[OPTION_CELLS] =
		{"cells", MR_OPTION_CHOICE, "words", "words|signs", 0, 0,
		 "signs alone, below slanted names, are for wide tables: the legend is on every "
		 "page, what a sign does not say has a letter and stands below the table"},
	[OPTION_PIN] = {"pin", MR_OPTION_LIST, "", NULL, 0, 0,
			"products, by id with commas, that come first, are tinted and stand in "
			"every group of products"},
	[OPTION_TURN] = {"turn", MR_OPTION_FLAG, "no", NULL, 0, 0,
			 "products down and features across, for few features and many products"},
	[OPTION_LOGO] =
		{"logo", MR_OPTION_FILE, NULL, NULL, 0, 0,
		 "a picture of the house that makes the document, beside the title: SVG, PNG, JPEG, "
		 "GIF or WebP"},
	[OPTION_HEADER] = {"header", MR_OPTION_STRING, "", NULL, 0, 0,
			   "a line at the top of each page, in up to three parts between '|'; "
			   "places are " RUNNING_PLACES},
	[OPTION_FOOTER] = {"footer", MR_OPTION_STRING, "", NULL, 0, 0,
			   "such a line in place of the footer that has title, page, day and "
			   "credit, or none"},
	[OPTION_CLIENT] = {"client", MR_OPTION_STRING, "", NULL, 0, 0,
			   "for whom it is made, for the place {client} of header and footer"},
	[OPTION_ACCENT] = {"accent", MR_OPTION_COLOUR, NULL, NULL, 0, 0,
			   "the house's colour, for headings, links, rules and grounds; darker "
			   "where words would be hard to read in it"},
	[OPTION_BOOKLET] = {"booklet", MR_OPTION_FLAG, "no", NULL, 0, 0,
			    "two pages on a side, in the order of a booklet that is printed on "
			    "both sides (at the short edge) and folded"},
	[OPTION_ORDER] = {"order", MR_OPTION_CHOICE, "down", "down|across", 0, 0,
			  "of the pages of a table in groups: each group to its end, or page by "
			  "page from left to right, so that sheets lie beside each other"},
};

/* ---- options */

/* "8.5", "8,5" is not a number; 0 for auto; -1 when it is neither. */
static float read_size(const char *text)
{
	float value = 0, unit = 1;

	if (strcmp(text, "auto") == 0)
		return 0;
	for (; *text >= '0' && *text <= '9' && value < 1000; text++)
		value = value * 10 + (float)(*text - '0');
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9' && unit > 0.0001f; text++)
			value += (float)(*text - '0') * (unit /= 10);
	if (strcmp(text, "pt") == 0)
		text += 2;
	return *text == '\0' && value >= PDF_SIZE_LEAST && value <= 24 ? value : -1;
}

static int vet_font(const struct mr_value *value, char *why, size_t size)
{
	char problem[120], word[UTF8_WORD];

	if (shape_usable_vet(value->bytes, true, problem, sizeof(problem)) == 0)
		return 0;
	snprintf(why, size, "%s cannot be embedded: %s", utf8_word(word, value->text), problem);
	return -1;
}

/* What no table can say of a value; see mr_plugin.vet. */
static int vet(uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	float width, height;
	char word[UTF8_WORD];

	if (index == OPTION_PAPER)
		return pdf_paper_size(value->text, &width, &height, why, size);
	if (index == OPTION_HEADER || index == OPTION_FOOTER)
		return running_vet(value->text, why, size);
	if ((index == OPTION_FONT_FILE || index == OPTION_FONT_BOLD) && value->bytes.n > 0)
		return vet_font(value, why, size);
	if (index == OPTION_SIZE && read_size(value->text) < 0) {
		snprintf(why, size, "'%s' is neither auto nor a size from 6 to 24 points",
			 utf8_word(word, value->text));
		return -1;
	}
	return 0;
}

/* Under a host that does not ask vet() first; -1 after a message. */
static int vet_all(struct mr_job *job)
{
	char why[200];

	for (uint32_t i = 0; i < N_OPTIONS; i++)
		if (vet(i, mr_option_value(job, i), why, sizeof(why)) != 0) {
			job->diag(job, MR_ERROR, NULL, "option '%s': %s", options[i].name, why);
			return -1;
		}
	return 0;
}

static int read_options(struct mr_job *job, struct pdf_options *o)
{
	char problem[200];

	int64_t chart = mr_option_value(job, OPTION_CHART)->integer; /* none, then the kinds */

	if (vet_all(job) != 0)
		return -1;
	*o = (struct pdf_options){
		.orientation =
			(enum pdf_orientation)mr_option_value(job, OPTION_ORIENTATION)->integer,
		.margin = (float)mr_option_value(job, OPTION_MARGIN)->number,
		.binding = (enum pdf_binding)mr_option_value(job, OPTION_BINDING)->integer,
		.font = mr_option_value(job, OPTION_FONT)->text,
		.font_file = {mr_option_value(job, OPTION_FONT_FILE)->text,
			      mr_option_value(job, OPTION_FONT_FILE)->bytes},
		.font_bold = {mr_option_value(job, OPTION_FONT_BOLD)->text,
			      mr_option_value(job, OPTION_FONT_BOLD)->bytes},
		.size = read_size(mr_option_value(job, OPTION_SIZE)->text),
		.notes = (enum pdf_notes)mr_option_value(job, OPTION_NOTES)->integer,
		.links = (enum pdf_links)mr_option_value(job, OPTION_LINKS)->integer,
		.theme = (enum pdf_theme_name)mr_option_value(job, OPTION_THEME)->integer,
		.status = (enum pdf_status)mr_option_value(job, OPTION_STATUS)->integer,
		.codes = (uint8_t)mr_option_value(job, OPTION_QR)->integer,
		.has_signs = mr_option_value(job, OPTION_CELLS)->integer,
		.has_cover = mr_option_value(job, OPTION_COVER)->integer,
		.has_sheets = mr_option_value(job, OPTION_FACTSHEETS)->integer,
		.has_worksheet = mr_option_value(job, OPTION_WORKSHEET)->integer ||
				 mr_option_value(job, OPTION_FORM)->integer,
		.has_form = mr_option_value(job, OPTION_FORM)->integer,
		.has_verified = mr_option_value(job, OPTION_VERIFIED)->integer,
		.has_evidence = mr_option_value(job, OPTION_EVIDENCE)->integer,
		.has_glossary = mr_option_value(job, OPTION_DESCRIPTIONS)->integer,
		.has_totals = mr_option_value(job, OPTION_TOTALS)->integer,
		.has_title_page = mr_option_value(job, OPTION_TITLE_PAGE)->integer,
		.has_contents = mr_option_value(job, OPTION_CONTENTS)->integer,
		.has_bookmarks = mr_option_value(job, OPTION_BOOKMARKS)->integer,
		.is_booklet = mr_option_value(job, OPTION_BOOKLET)->integer,
		.per_sheet = mr_option_value(job, OPTION_BOOKLET)->integer
				     ? 2
				     : (uint32_t)mr_option_value(job, OPTION_NUP)->integer,
		.attach = (enum pdf_attach)mr_option_value(job, OPTION_ATTACH)->integer,
		.density = (enum pdf_density)mr_option_value(job, OPTION_DENSITY)->integer,
		.n_pages = (uint32_t)mr_option_value(job, OPTION_PAGES)->integer,
		.n_groups = (uint32_t)mr_option_value(job, OPTION_GROUPS)->integer,
		.is_across = mr_option_value(job, OPTION_ORDER)->integer,
		.is_turned = mr_option_value(job, OPTION_TURN)->integer,
		.pins = &mr_option_value(job, OPTION_PIN)->items,
		.header = mr_option_value(job, OPTION_HEADER)->text,
		.footer = mr_option_value(job, OPTION_FOOTER)->text,
		.client = mr_option_value(job, OPTION_CLIENT)->text,
		.logo = mr_option_value(job, OPTION_LOGO)->bytes,
		.logo_name = mr_option_value(job, OPTION_LOGO)->text,
		.has_accent = mr_option_value(job, OPTION_ACCENT)->is_set,
		.accent = (uint32_t)mr_option_value(job, OPTION_ACCENT)->integer,
		.chart = chart > 0 ? (uint32_t)chart - 1 : PDF_NO_CHART,
	};
	return pdf_paper_size(mr_option_value(job, OPTION_PAPER)->text, &o->paper_width,
			      &o->paper_height, problem, sizeof(problem));
}

/* ---- the file */

/* FNV-1a over what the document is made of. */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
	return hash;
}

static uint64_t identity(const struct mr_job *job)
{
	const struct mr_matrix *m = job->matrix;
	uint64_t hash = hash_bytes(UINT64_C(0xcbf29ce484222325), m->dataset.at, m->dataset.n);

	hash = hash_bytes(hash, m->selection.command, strlen(m->selection.command));
	hash = hash_bytes(hash, job->generator, strlen(job->generator));
	hash = hash_bytes(hash, &job->clock, sizeof(job->clock));
	for (uint32_t i = 0; i < N_OPTIONS; i++) {
		const struct mr_value *value = mr_option_value(job, i);

		hash = hash_bytes(hash, value->text, strlen(value->text));
		hash = hash_bytes(hash, value->bytes.at, value->bytes.n);
		hash = hash_bytes(hash, &value->integer, sizeof(value->integer));
		hash = hash_bytes(hash, &value->number, sizeof(value->number));
	}
	return hash;
}

/* What a file is by its suffix (www.iana.org/assignments/media-types). */
static const char *media_type_of(const char *name)
{
	static const char *const types[][2] = {
		{".yaml", "application/yaml"}, {".yml", "application/yaml"},
		{".json", "application/json"}, {".md", "text/markdown"},
		{".csv", "text/csv"},          {".html", "text/html"},
		{".htm", "text/html"},         {".tsv", "text/tab-separated-values"},
	};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot && i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(dot, types[i][0]) == 0)
			return types[i][1];
	return "application/octet-stream";
}

/*
 * The data as shown holds nothing that the pages do not show; the file as it was read may hold comments and
 * what was left out, so it is attached only where the user says so.  False for no attachment.
 */
static bool attach(const struct pdf_book *book, struct pdf_attachment *out)
{
	struct mr_job *job = book->job;
	const struct mr_matrix *m = book->matrix;
	size_t n = strlen(m->base_name) + sizeof(".yaml");
	char *name = job->alloc(job, n);

	*out = (struct pdf_attachment){.name = m->dataset_name,
				       .media_type = media_type_of(m->dataset_name),
				       .description = m->title,
				       .bytes = m->dataset};
	if (book->options.attach == PDF_ATTACH_NONE)
		return false;
	if (book->options.attach == PDF_ATTACH_DATA) {
		snprintf(name, n, "%s.yaml", m->base_name);
		out->name = name;
		out->media_type = "application/yaml";
		if (job->canonical(job, &out->bytes) != 0)
			return false;
	}
	job->diag(job, MR_NOTE, NULL, "%s is attached, %s; -O attach=none leaves it out", out->name,
		  book->options.attach == PDF_ATTACH_DATA ? "with the data as shown"
							  : "as it was read");
	return true;
}

/* How the sheets turn that are printed on both sides; null where they need not be. */
static const char *duplex_of(const struct pdf_book *book)
{
	const struct pdf_paper *paper = &book->paper;
	bool is_across = paper->sheet_width > paper->sheet_height;

	if (paper->is_booklet)
		return "DuplexFlipShortEdge";
	if (!paper->is_mirrored)
		return NULL;
	return is_across ? "DuplexFlipShortEdge" : "DuplexFlipLongEdge";
}

static int save(struct pdf_book *book)
{
	struct mr_job *job = book->job;
	const struct mr_matrix *m = book->matrix;
	struct pdf_attachment dataset;
	bool attaches = attach(book, &dataset);
	struct pdf_about about = {.title = m->title,
				  .author = m->credit.text,
				  .subject = m->subtitle,
				  .producer = job->generator,
				  .source = mr_stamp_mark(job),
				  .language = m->language,
				  .clock = job->clock,
				  .seed = identity(job),
				  .attachment = attaches ? &dataset : NULL,
				  .is_rtl = m->is_rtl,
				  .duplex = duplex_of(book)};
	const char *problem = "";
	struct mr_sink *sink;

	if (pdf_fonts_finish(book->fonts, &problem) != 0 ||
	    (book->fields && pdf_fields_finish(book->fields, book->fonts, &problem) != 0)) {
		job->diag(job, MR_ERROR, NULL, "%s", problem);
		return -1;
	}
	sink = job->open(job, "");
	if (pdf_doc_save(book->doc, &about, sink, &problem) != 0) {
		job->diag(job, MR_ERROR, NULL, "%s", problem);
		return -1;
	}
	job->describe(job, "pages", book->plan.n_pages);
	return 0;
}

static int make(struct pdf_book *book)
{
	int status;

	status = pdf_book_open(book);
	if (status == 0)
		status = pdf_book_lay_out(book);
	if (status != 0)
		return status;
	if (pdf_draw(book) != 0 || shape_failed(book->shape))
		return -1;
	return save(book) == 0 ? 0 : 1;
}

static int render(struct mr_job *job)
{
	struct pdf_book book = {.job = job, .matrix = job->matrix};
	int status;

	if (read_options(job, &book.options) != 0)
		return 1;
	status = make(&book);
	if (status < 0)
		job->diag(
			job, MR_ERROR, NULL, "%s",
			book.shape && shape_failed(book.shape)
				? "no usable font was found: install one, such as fonts-dejavu-core"
				: "out of memory");
	if (!book.options.has_verified && !book.options.has_evidence && !book.options.has_sheets)
		unshown_days(
			job,
			"-O verified shows them in the table, -O evidence=appendix in a part of their own");
	pdf_book_close(&book);
	return status == 0 ? 0 : 1;
}

static void examine(struct mr_job *job)
{
	shape_examine(job, true);
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "pdf",
	.summary = "printable handout: tagged PDF with notes, references and bookmarks",
	.version = "1.0",
	.extension = "pdf",
	.media_type = "application/pdf",
	.capabilities = MR_CAN_BINARY | MR_CAN_DOCUMENT,
	.options = options,
	.n_options = N_OPTIONS,
	.render = render,
	.examine = examine,
	.vet = vet,
	.license = "MIT",
	.examples = "-O paper=a3 -O cover # a large sheet behind a cover\n"
		    "-O theme=grey -O links=inline # for a printer without colour",
};
