/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_book.h"

#include "xlsx/read/xlsx_format.h"
#include "xlsx/read/xlsx_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *xlsx_book_add(void **at, size_t *n, size_t *size, size_t of)
{
	if (*n == *size) {
		size_t wanted = *size ? *size * 2 : 32;
		void *more = realloc(*at, wanted * of);

		if (!more)
			return NULL;
		*at = more;
		*size = wanted;
	}
	return memset((char *)*at + (*n)++ * of, 0, of);
}

/* ------------------------------------------------------------------ paths and links */

void xlsx_book_resolve(const char *part, const char *target, char path[XLSX_BOOK_PATH])
{
	const char *slash = strrchr(part, '/');
	size_t n = slash ? (size_t)(slash - part) + 1 : 0;

	path[0] = '\0';
	if (*target == '/') {
		snprintf(path, XLSX_BOOK_PATH, "%s", target + 1);
		return;
	}
	for (; strncmp(target, "../", 3) == 0; target += 3) {
		n -= n > 0;
		while (n > 0 && part[n - 1] != '/')
			n--;
	}
	if (n < XLSX_BOOK_PATH)
		snprintf(path, XLSX_BOOK_PATH, "%.*s%s", (int)n, part, target);
}

void xlsx_book_links(struct xlsx_package *package, const char *name, struct xlsx_links *out)
{
	const char *slash = strrchr(name, '/');
	size_t n = slash ? (size_t)(slash - name) + 1 : 0;
	char path[XLSX_BOOK_PATH];
	struct xlsx_part part;

	*out = (struct xlsx_links){0};
	snprintf(path, sizeof(path), "%.*s_rels/%s.rels", (int)n, name, name + n);
	if (!xlsx_part_open(&part, package, path))
		return;
	while (xlsx_part_next(&part)) {
		struct xlsx_link *link;
		char *mode;

		if (!xlsx_part_begins(&part, "Relationship"))
			continue;
		link = xlsx_book_add((void **)&out->at, &out->n, &out->size, sizeof(*link));
		if (!link)
			break;
		link->id = xlsx_part_attribute(&part, "Id");
		link->type = xlsx_part_attribute(&part, "Type");
		link->target = xlsx_part_attribute(&part, "Target");
		mode = xlsx_part_attribute(&part, "TargetMode");
		link->is_external = mode && strcmp(mode, "External") == 0;
		free(mode);
	}
	xlsx_part_close(&part);
}

bool xlsx_book_is_kind(const struct xlsx_link *link, const char *kind)
{
	const char *last = link->type ? strrchr(link->type, '/') : NULL;

	return last && link->target && strcmp(last, kind) == 0;
}

void xlsx_book_links_release(struct xlsx_links *links)
{
	for (size_t i = 0; i < links->n; i++) {
		free(links->at[i].id);
		free(links->at[i].type);
		free(links->at[i].target);
	}
	free(links->at);
	*links = (struct xlsx_links){0};
}

/* ------------------------------------------------------------------ the workbook */

static void read_sheet(struct xlsx_book *book, struct xlsx_part *part)
{
	struct xlsx_sheet_entry *sheet;
	char *state;

	if (book->n_sheets >= XLSX_BOOK_SHEETS) {
		xlsx_package_report(book->package, NULL, "there are more than 1000 sheets");
		return;
	}
	sheet = xlsx_book_add((void **)&book->sheets, &book->n_sheets, &book->sheets_size,
			      sizeof(*sheet));
	if (!sheet)
		return;
	sheet->name = xlsx_part_attribute(part, "name");
	/* a damaged file, whose cells have places all the same */
	if (!sheet->name)
		sheet->name = strdup("");
	if (!sheet->name) {
		book->n_sheets--;
		return;
	}
	/* r:id; sheetId has another local name */
	sheet->id = xlsx_part_attribute(part, "id");
	state = xlsx_part_attribute(part, "state");
	sheet->is_hidden = state && strcmp(state, "visible") != 0;
	free(state);
}

/* The path of the part that a link of this kind leads to; as it was where none does. */
static void find_part(const struct xlsx_links *links, const char *from, const char *kind,
		      char path[XLSX_BOOK_PATH])
{
	for (size_t i = 0; i < links->n; i++)
		if (xlsx_book_is_kind(&links->at[i], kind))
			xlsx_book_resolve(from, links->at[i].target, path);
}

static void find_parts(struct xlsx_book *book, const char *path)
{
	struct xlsx_links links;

	xlsx_book_links(book->package, path, &links);
	for (size_t i = 0; i < book->n_sheets; i++) {
		for (size_t k = 0; k < links.n; k++)
			if (book->sheets[i].id && links.at[k].id && links.at[k].target &&
			    strcmp(book->sheets[i].id, links.at[k].id) == 0)
				xlsx_book_resolve(path, links.at[k].target, book->sheets[i].path);
	}
	xlsx_book_resolve(path, "sharedStrings.xml", book->strings_path);
	find_part(&links, path, "/sharedStrings", book->strings_path);
	xlsx_book_resolve(path, "styles.xml", book->styles_path);
	find_part(&links, path, "/styles", book->styles_path);
	xlsx_book_links_release(&links);
}

/* The package says where the workbook is; it is nearly always here. */
static void find_workbook(struct xlsx_package *package, char path[XLSX_BOOK_PATH])
{
	struct xlsx_links links;

	snprintf(path, XLSX_BOOK_PATH, "xl/workbook.xml");
	xlsx_book_links(package, "", &links);
	find_part(&links, "", "/officeDocument", path);
	xlsx_book_links_release(&links);
}

/* "meshreport.notes" and the like; others name areas for formulas. */
static void read_name(struct xlsx_book *book, struct xlsx_part *part)
{
	static const char ours[] = "meshreport.";
	char *name = xlsx_part_attribute(part, "name");
	struct xlsx_name *added;
	struct out value;
	size_t n;

	if (!name || strncmp(name, ours, sizeof(ours) - 1) != 0 ||
	    !(added = xlsx_book_add((void **)&book->names, &book->n_names, &book->names_size,
				    sizeof(*added)))) {
		free(name);
		return;
	}
	out_to_memory(&value, 0);
	while (!xlsx_part_ends(part, "definedName") && xlsx_part_next(part)) {
		const char *letters = xlsx_part_letters(part);

		if (letters)
			out_string(&value, letters);
	}
	added->name = name;
	added->value = out_take(&value, &n);
}

const char *xlsx_book_name(const struct xlsx_book *book, const char *name)
{
	for (size_t i = 0; i < book->n_names; i++)
		if (strcmp(book->names[i].name, name) == 0)
			return book->names[i].value;
	return NULL;
}

static int read_workbook(struct xlsx_book *book, const char *path)
{
	struct xlsx_part part;

	if (!xlsx_part_open(&part, book->package, path)) {
		if (!book->package->has_failed)
			book->package->source->diag(book->package->source, MR_ERROR, NULL,
						    "this is no workbook: it has no %s", path);
		book->package->has_failed = true;
		return -1;
	}
	while (xlsx_part_next(&part)) {
		if (xlsx_part_begins(&part, "sheet"))
			read_sheet(book, &part);
		else if (xlsx_part_begins(&part, "workbookPr"))
			book->is_1904 = xlsx_part_flag(&part, "date1904");
		else if (xlsx_part_begins(&part, "definedName"))
			read_name(book, &part);
	}
	xlsx_part_close(&part);
	find_parts(book, path);
	return book->package->has_failed ? -1 : 0;
}

/* ------------------------------------------------------------------ strings */

static void read_strings(struct xlsx_book *book)
{
	struct xlsx_part part;

	if (!xlsx_part_open(&part, book->package, book->strings_path))
		return;
	while (xlsx_part_next(&part)) {
		size_t *start;

		if (!xlsx_part_begins(&part, "si"))
			continue;
		if (book->n_strings >= XLSX_BOOK_STRINGS) {
			xlsx_package_report(book->package, book->strings_path,
					    "there are more than 5000000 texts");
			break;
		}
		start = xlsx_book_add((void **)&book->starts, &book->n_strings, &book->starts_size,
				      sizeof(*start));
		if (!start)
			break;
		*start = book->strings.n;
		xlsx_words_put(&part, "si", book->n_names > 0, &book->strings);
		out_char(&book->strings, '\0');
	}
	xlsx_part_close(&part);
}

const char *xlsx_book_string(const struct xlsx_book *book, long index)
{
	if (index < 0 || (size_t)index >= book->n_strings || book->strings.failed)
		return NULL;
	return book->strings.at + book->starts[index];
}

/* ------------------------------------------------------------------ styles */

static void read_font(struct xlsx_part *part, struct xlsx_style *font)
{
	if (xlsx_part_begins(part, "b"))
		font->is_bold = xlsx_part_number(part, "val", 1) != 0;
	else if (xlsx_part_begins(part, "strike"))
		font->is_struck = xlsx_part_number(part, "val", 1) != 0;
}

static void read_format(struct xlsx_book *book, struct xlsx_part *part)
{
	void *added = book->n_formats < XLSX_BOOK_FORMATS
			      ? xlsx_book_add((void **)&book->formats, &book->n_formats,
					      &book->formats_size, sizeof(*book->formats))
			      : NULL;

	if (!added)
		return;
	book->formats[book->n_formats - 1].id = xlsx_part_number(part, "numFmtId", 0);
	book->formats[book->n_formats - 1].code = xlsx_part_attribute(part, "formatCode");
}

static const char *code_of(const struct xlsx_book *book, long id)
{
	for (size_t i = 0; i < book->n_formats; i++)
		if (book->formats[i].id == id && book->formats[i].code)
			return book->formats[i].code;
	return xlsx_format_builtin(id);
}

/* Of the many tables in this part: number formats, fonts, and which of both a cell's style has. */
static void read_styles(struct xlsx_book *book)
{
	struct xlsx_part part;
	struct xlsx_style *fonts = NULL, *added;
	size_t n_fonts = 0, fonts_size = 0;
	bool in_fonts = false, in_cells = false;

	if (!xlsx_part_open(&part, book->package, book->styles_path))
		return;
	while (xlsx_part_next(&part)) {
		if (xlsx_part_begins(&part, "fonts") || xlsx_part_begins(&part, "cellXfs")) {
			in_fonts = xlsx_part_begins(&part, "fonts");
			in_cells = !in_fonts;
		} else if (xlsx_part_ends(&part, "fonts") || xlsx_part_ends(&part, "cellXfs")) {
			in_fonts = in_cells = false;
		} else if (xlsx_part_begins(&part, "numFmt")) {
			read_format(book, &part);
		} else if (in_fonts && xlsx_part_begins(&part, "font")) {
			if (!xlsx_book_add((void **)&fonts, &n_fonts, &fonts_size, sizeof(*fonts)))
				break;
		} else if (in_fonts && n_fonts) {
			read_font(&part, &fonts[n_fonts - 1]);
		} else if (in_cells && xlsx_part_begins(&part, "xf")) {
			long font = xlsx_part_number(&part, "fontId", -1);

			if (book->n_styles >= XLSX_BOOK_STYLES)
				break;
			added = xlsx_book_add((void **)&book->styles, &book->n_styles,
					      &book->styles_size, sizeof(*added));
			if (!added)
				break;
			if (font >= 0 && (size_t)font < n_fonts)
				*added = fonts[font];
			added->format = xlsx_part_number(&part, "numFmtId", 0);
		}
	}
	free(fonts);
	xlsx_part_close(&part);
	for (size_t i = 0; i < book->n_styles; i++)
		book->styles[i].code = code_of(book, book->styles[i].format);
}

struct xlsx_style xlsx_book_style(const struct xlsx_book *book, long style)
{
	if (style < 0 || (size_t)style >= book->n_styles)
		return (struct xlsx_style){.code = xlsx_format_builtin(0)};
	return book->styles[style];
}

/* ------------------------------------------------------------------ all of it */

int xlsx_book_open(struct xlsx_book *book, struct xlsx_package *package)
{
	char path[XLSX_BOOK_PATH];

	*book = (struct xlsx_book){.package = package};
	out_to_memory(&book->strings, 0);
	find_workbook(package, path);
	if (read_workbook(book, path) != 0)
		return -1;
	read_strings(book);
	read_styles(book);
	return package->has_failed ? -1 : 0;
}

void xlsx_book_release(struct xlsx_book *book)
{
	for (size_t i = 0; i < book->n_sheets; i++) {
		free(book->sheets[i].name);
		free(book->sheets[i].id);
	}
	for (size_t i = 0; i < book->n_names; i++) {
		free(book->names[i].name);
		free(book->names[i].value);
	}
	free(book->names);
	for (size_t i = 0; i < book->n_formats; i++)
		free(book->formats[i].code);
	free(book->sheets);
	free(book->formats);
	free(book->styles);
	free(book->starts);
	out_release(&book->strings);
	*book = (struct xlsx_book){0};
}
