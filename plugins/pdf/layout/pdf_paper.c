/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_paper.h"

#include <stdio.h>
#include <string.h>

#include "common/write/ascii.h"
#include "common/write/nearest.h"
#include "common/write/utf8.h"

#define MM (72.0f / 25.4f)
/* The least body on which a table of one product can be read. */
#define BODY_WIDTH_LEAST 110.0f
#define BODY_HEIGHT_LEAST 110.0f

struct size {
	const char *name;
	float width, height;
};

/* ISO 216 and ANSI/ASME Y14.1, upright. */
static const struct size sizes[] = {
	{"a0", 841 * MM, 1189 * MM}, {"a1", 594 * MM, 841 * MM}, {"a2", 420 * MM, 594 * MM},
	{"a3", 297 * MM, 420 * MM},  {"a4", 210 * MM, 297 * MM}, {"a5", 148 * MM, 210 * MM},
	{"a6", 105 * MM, 148 * MM},  {"b4", 250 * MM, 353 * MM}, {"b5", 176 * MM, 250 * MM},
	{"letter", 612, 792},        {"legal", 612, 1008},       {"tabloid", 792, 1224},
	{"executive", 522, 756},
};
#define N_SIZES (sizeof(sizes) / sizeof(sizes[0]))

static bool is_same(const char *a, const char *b)
{
	while (*a && ascii_lower(*a) == ascii_lower(*b)) {
		a++;
		b++;
	}
	return *a == ascii_lower(*b);
}

/* Reads a decimal number with at most four digits before and after the point; null if there is none. */
static const char *read_number(const char *at, float *value)
{
	float unit = 1;
	int digits = 0;

	*value = 0;
	for (; *at >= '0' && *at <= '9' && digits < 6; at++, digits++)
		*value = *value * 10 + (float)(*at - '0');
	if (*at == '.')
		for (at++; *at >= '0' && *at <= '9' && digits < 10; at++, digits++)
			*value += (float)(*at - '0') * (unit /= 10);
	return digits > 0 ? at : NULL;
}

/* Points of a unit, 0 where it is none. */
static float unit_of(const char *unit)
{
	if (is_same(unit, "mm"))
		return MM;
	if (is_same(unit, "cm"))
		return 10 * MM;
	if (is_same(unit, "in"))
		return 72;
	return is_same(unit, "pt") ? 1 : 0;
}

/* A number and the letters behind it, white space aside; null if there is no number. */
static const char *read_side(const char *at, float *value, char unit[4])
{
	size_t n = 0;

	at += strspn(at, " ");
	at = read_number(at, value);
	if (!at)
		return NULL;
	at += strspn(at, " ");
	while (n < 3 && *at && *at != ' ' && ascii_lower(*at) != 'x')
		unit[n++] = *at++;
	unit[n] = '\0';
	return at + strspn(at, " ");
}

enum product { PRODUCT_GOOD, PRODUCT_NONE, PRODUCT_WITHOUT_UNIT };

/* "210x297mm", also "210mmx297mm" and "210 x 297 mm". */
static enum product read_product(const char *name, float *width, float *height)
{
	char first[4] = "", second[4] = "";
	const char *at = read_side(name, width, first);

	if (!at || ascii_lower(*at) != 'x')
		return PRODUCT_NONE;
	at = read_side(at + 1, height, second);
	if (!at || *at)
		return PRODUCT_NONE;
	if (!*second)
		return PRODUCT_WITHOUT_UNIT;
	*width *= unit_of(*first ? first : second);
	*height *= unit_of(second);
	return *width > 0 && *height > 0 ? PRODUCT_GOOD : PRODUCT_NONE;
}

static void suggest(const char *name, char *problem, size_t size)
{
	const char *nearest = NULL;
	char word[UTF8_WORD];
	unsigned least = 3;

	for (size_t i = 0; i < N_SIZES; i++) {
		unsigned d = nearest_distance(name, sizes[i].name);

		if (d < least) {
			least = d;
			nearest = sizes[i].name;
		}
	}
	if (nearest)
		snprintf(problem, size, "unknown paper '%s'; did you mean '%s'?",
			 utf8_word(word, name), nearest);
	else
		snprintf(
			problem, size,
			"unknown paper '%s'; known are a0 a1 a2 a3 a4 a5 a6 b4 b5 letter legal tabloid "
			"executive, or WIDTHxHEIGHT such as 210x297mm",
			utf8_word(word, name));
}

int pdf_paper_size(const char *name, float *width, float *height, char *problem, size_t size)
{
	float swap, least, most;
	char word[UTF8_WORD];

	for (size_t i = 0; i < N_SIZES; i++)
		if (is_same(name, sizes[i].name)) {
			*width = sizes[i].width;
			*height = sizes[i].height;
			return 0;
		}
	switch (read_product(name, width, height)) {
	case PRODUCT_GOOD: break;
	case PRODUCT_WITHOUT_UNIT:
		snprintf(problem, size, "paper '%s' has no unit; '%smm' perhaps, or cm, in or pt",
			 utf8_word(word, name), word);
		return -1;
	default: suggest(name, problem, size); return -1;
	}
	if (*width > *height) {
		swap = *width;
		*width = *height;
		*height = swap;
	}
	least = *width;
	most = *height;
	if (least < PDF_PAPER_LEAST || most > PDF_PAPER_MOST) {
		snprintf(problem, size,
			 "paper '%s' is too %s; a sheet measures from 2 to 200 inches (51 to "
			 "5080 mm)",
			 utf8_word(word, name), least < PDF_PAPER_LEAST ? "small" : "large");
		return -1;
	}
	return 0;
}

/* The wider margin of the side that is punched: of the sheet, whatever stands on it. */
static void bind(const struct pdf_paper_wish *wish, struct pdf_paper *paper)
{
	float more = wish->binding_width;
	bool is_two = paper->per_sheet == 2;

	paper->is_mirrored = wish->binding == PDF_BINDING_INNER;
	paper->binding = more;
	if (wish->binding == PDF_BINDING_TOP)
		paper->top += more;
	if (is_two) {
		bool is_side =
			wish->binding != PDF_BINDING_NONE && wish->binding != PDF_BINDING_TOP;

		if (wish->binding == PDF_BINDING_LEFT || wish->binding == PDF_BINDING_INNER)
			paper->first_left = more;
		paper->width = (paper->sheet_width - (is_side ? more : 0)) / 2;
		return;
	}
	if (wish->binding == PDF_BINDING_LEFT || wish->binding == PDF_BINDING_INNER)
		paper->left += more;
	if (wish->binding == PDF_BINDING_RIGHT)
		paper->right += more;
}

int pdf_paper_make(const struct pdf_paper_wish *wish, struct pdf_paper *paper, char *problem,
		   size_t size)
{
	float width = wish->is_landscape ? wish->height : wish->width;
	float height = wish->is_landscape ? wish->width : wish->height;
	float body_width, body_height;

	*paper = (struct pdf_paper){.width = width,
				    .height = height,
				    .sheet_width = width,
				    .sheet_height = height,
				    .per_sheet = wish->per_sheet == 2 ? 2 : 1,
				    .left = wish->margin,
				    .right = wish->margin,
				    .top = wish->margin,
				    .bottom = wish->margin};
	bind(wish, paper);
	body_width = paper->width - paper->left - paper->right;
	body_height = paper->height - paper->top - paper->bottom;
	if (body_width < BODY_WIDTH_LEAST || body_height < BODY_HEIGHT_LEAST) {
		snprintf(problem, size,
			 "margins of %d and %d pt leave %d by %d pt of a page of %d by %d pt; a "
			 "table needs %d by %d",
			 (int)(paper->left + paper->right), (int)(paper->top + paper->bottom),
			 (int)body_width, (int)body_height, (int)paper->width, (int)paper->height,
			 (int)BODY_WIDTH_LEAST, (int)BODY_HEIGHT_LEAST);
		return -1;
	}
	return 0;
}

struct pdf_body pdf_paper_body(const struct pdf_paper *paper, float footer)
{
	return (struct pdf_body){.width = paper->width - paper->left - paper->right,
				 .height = paper->height - paper->top - paper->bottom - footer};
}

/* The sides of a booklet's sheets in the order of printing: the first has the last page and the first. */
static struct pdf_paper_place in_booklet(uint32_t page, uint32_t n_pages)
{
	uint32_t n = (n_pages + 3) / 4 * 4;
	bool is_early = page < n / 2;
	uint32_t side = is_early ? page : n - 1 - page;

	return (struct pdf_paper_place){.sheet = side, .is_second = is_early == (side % 2 == 0)};
}

struct pdf_paper_place pdf_paper_place(const struct pdf_paper *paper, uint32_t page,
				       uint32_t n_pages)
{
	struct pdf_paper_place place = {.sheet = page / paper->per_sheet,
					.is_second = page % paper->per_sheet == 1};
	bool is_back;

	if (paper->is_booklet)
		place = in_booklet(page, n_pages);
	is_back = place.sheet % 2 == 1;
	place.margin = paper->left;
	if (paper->per_sheet == 2) {
		place.left = paper->is_mirrored && is_back ? 0 : paper->first_left;
		/* who reads from right to left begins on the right half */
		if (place.is_second != paper->is_rtl)
			place.left += paper->width;
	} else if (paper->is_mirrored && is_back != paper->is_rtl) {
		place.margin -= paper->binding;
	}
	return place;
}

uint32_t pdf_paper_sheets(const struct pdf_paper *paper, uint32_t n_pages)
{
	if (paper->is_booklet)
		return (n_pages + 3) / 4 * 2;
	return (n_pages + paper->per_sheet - 1) / paper->per_sheet;
}
