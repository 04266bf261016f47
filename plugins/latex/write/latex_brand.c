/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_brand.h"

#include "common/bytes/image.h"
#include "common/scene/accent.h"
#include "latex/letters/latex_escape.h"

/* Noncharacters, which stand for what only TeX knows: the number of a page and of all (Unicode 15.0, 23.7). */
#define PAGE "\xef\xb7\x90"
#define TOTAL "\xef\xb7\x91"
#define N_STAND_IN 3

/* ---- what has a place */

/* What \includegraphics of every engine reads, by a name that means nothing to TeX. */
static bool can_include(const struct brand *brand)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-_.";
	bool is_read = image_is(brand->logo, "image/png") || image_is(brand->logo, "image/jpeg");

	return is_read && brand->logo_name[strspn(brand->logo_name, letters)] == '\0';
}

/* 0, or -1 after an error: what is no picture was not meant. */
static int check_logo(struct latex_brand *brand)
{
	if (brand->brand.logo.n == 0)
		return 0;
	if (!image_media_type(brand->brand.logo)) {
		brand->job->diag(brand->job, MR_ERROR, NULL, "option 'logo': %s is no picture",
				 brand->brand.logo_name);
		return -1;
	}
	if (!brand->is_alone)
		return 0;
	if (can_include(&brand->brand)) {
		brand->job->diag(brand->job, MR_NOTE, NULL,
				 "the logo is no part of the document: %s has to lie beside it",
				 brand->brand.logo_name);
		return 0;
	}
	brand->job->diag(brand->job, MR_WARNING, NULL,
			 "option 'logo': %s is left out: LaTeX takes PNG and JPEG, in files whose "
			 "names have letters, digits, '.', '-' and '_' alone",
			 brand->brand.logo_name);
	brand->brand.logo.n = 0;
	return 0;
}

int latex_brand_check(struct latex_brand *brand)
{
	bool has_lines = *brand->brand.header || *brand->brand.footer;

	if (check_logo(brand) != 0)
		return -1;
	if (brand->brand.has_accent)
		accent_report(brand->job, brand->brand.accent, 0xffffff, "white");
	if (!brand->class->is_beamer || !brand->is_alone || !has_lines)
		return 0;
	brand->job->diag(brand->job, MR_WARNING, NULL,
			 "frames of beamer have no running lines: header and footer are left out");
	brand->brand.header = brand->brand.footer = "";
	return 0;
}

void latex_brand_report(const struct latex_brand *brand, struct latex_texts *texts)
{
	const char *const words[] = {brand->brand.header, brand->brand.footer,
				     brand->brand.values.client};
	struct out nowhere;

	out_to_memory(&nowhere, 0);
	for (size_t i = 0; brand->is_alone && i < sizeof(words) / sizeof(*words); i++)
		latex_words_write(texts, &nowhere, words[i], NULL);
	out_release(&nowhere);
}

bool latex_brand_has_lines(const struct latex_brand *brand)
{
	return brand->is_alone && !brand->class->is_beamer &&
	       (*brand->brand.header || *brand->brand.footer || brand->brand.has_no_footer);
}

/* ---- running lines */

/* Words escaped, with the commands of pages in the places of their stand-ins. */
static void put_words(const struct latex_brand *brand, const char *words, struct out *out)
{
	while (*words) {
		const char *page = strstr(words, PAGE), *total = strstr(words, TOTAL);
		const char *next = !page || (total && total < page) ? total : page;
		size_t n = next ? (size_t)(next - words) : strlen(words);

		latex_escape(out, words, n, brand->ink, NULL);
		words += n;
		if (!next)
			return;
		out_string(out, next == page ? "\\thepage{}" : "\\pageref*{mrLastPage}");
		words += N_STAND_IN;
	}
}

/* The share of the line that each part has: where the middle is free, the others have it. */
static const char *share_of(const char *const words[RUNNING_PARTS], uint32_t part)
{
	bool is_alone = !*words[0] + !*words[1] + !*words[2] == 2;

	if (*words[1] && !is_alone)
		return ".32";
	return *words[part] ? is_alone ? "1" : ".49" : "0";
}

static void put_parts(const struct latex_brand *brand, const char *line, const char *position,
		      struct out *out)
{
	static const char *const aligns[] = {"\\raggedright", "\\centering", "\\raggedleft"};
	const bool is_turned = brand->ink->is_from_right;
	struct running values = brand->brand.values;
	const char *words[RUNNING_PARTS];

	values.page_words = PAGE;
	values.total_words = TOTAL;
	for (uint32_t i = 0; i < RUNNING_PARTS; i++)
		words[i] = brand_part(brand->job, line, i, &values);
	out_string(out, "\\hbox to\\textwidth{");
	for (uint32_t i = 0; i < RUNNING_PARTS; i++) {
		uint32_t part = is_turned ? RUNNING_PARTS - 1 - i : i;

		out_string(out, i > 0 ? "\\hss\\mrHousePart{" : "\\mrHousePart{");
		out_string(out, position);
		out_string(out, "}{");
		out_string(out, share_of(words, part));
		out_string(out, is_turned ? "}{\\mrFromRight" : "}{");
		out_string(out, aligns[i]);
		out_string(out, " ");
		put_words(brand, words[part], out);
		out_string(out, "}");
	}
	out_string(out, "}");
}

static void put_head(const struct latex_brand *brand, struct out *out)
{
	out_string(out, "\\def\\mrHouseHead{");
	if (*brand->brand.header) {
		out_string(out, "\\vbox to0pt{\\vss");
		put_parts(brand, brand->brand.header, "b", out);
		out_string(out, "\\kern2pt{\\mrAccent\\hrule height.4pt}}");
	}
	out_string(out, "}\n");
}

/* Without a line of its own a page has its number. */
static void put_foot(const struct latex_brand *brand, struct out *out)
{
	out_string(out, "\\def\\mrHouseFoot{");
	if (*brand->brand.footer)
		put_parts(brand, brand->brand.footer, "t", out);
	else if (!brand->brand.has_no_footer)
		out_string(out, "\\hfil\\thepage\\hfil");
	out_string(out, "}\n");
}

/* The number of the last page is one that the next run of LaTeX knows, as that of any \pageref. */
static void put_lines(const struct latex_brand *brand, struct out *out)
{
	out_string(out, "\\makeatletter\n"
			"\\def\\mrHousePart#1#2#3{\\parbox[#1]{#2\\textwidth}{\\footnotesize"
			"\\parindent0pt #3\\strut}}\n");
	put_head(brand, out);
	put_foot(brand, out);
	out_string(out,
		   "\\def\\ps@mrHouse{\\let\\@mkboth\\@gobbletwo\\def\\@oddhead{\\mrHouseHead}%\n"
		   "  \\let\\@evenhead\\@oddhead\\def\\@oddfoot{\\mrHouseFoot}"
		   "\\let\\@evenfoot\\@oddfoot}\n");
	if (strstr(brand->brand.header, "{total}") || strstr(brand->brand.footer, "{total}"))
		out_string(out, "\\AtEndDocument{\\clearpage\\addtocounter{page}{-1}%\n"
				"  \\immediate\\write\\@auxout{\\string\\newlabel{mrLastPage}"
				"{{}{\\thepage}{}{}{}}}\\addtocounter{page}{1}}\n");
	out_string(out, "\\makeatother\n\\pagestyle{mrHouse}\n");
}

void latex_brand_packages(const struct latex_brand *brand, struct out *out)
{
	if (!brand->is_alone)
		return;
	if (brand->brand.has_accent && !brand->has_drawing && !brand->class->is_beamer)
		out_string(out, "\\usepackage{color}\n");
	if (brand->brand.logo.n > 0)
		out_string(out, "\\usepackage{graphicx}\n");
	if (latex_brand_has_lines(brand))
		put_lines(brand, out);
}

/* ---- colour and logo */

void latex_brand_accent(const struct latex_brand *brand, struct out *out)
{
	uint32_t rgb = accent_words(brand->brand.accent, 0xffffff);

	if (!brand->brand.has_accent)
		return;
	out_string(out, "\\providecommand\\mrAccent{\\ifcsname color\\endcsname\\color[rgb]{");
	for (int shift = 16; shift >= 0; shift -= 8) {
		out_decimal(out, (rgb >> shift & 255) / 255.0, 3);
		out_string(out, shift > 0 ? "," : "}\\fi}%\n");
	}
}

/* Of no height, at the end of the title's lines, which leave it room; on a frame above them. */
void latex_brand_logo(const struct latex_brand *brand, struct out *out)
{
	const bool is_turned = brand->ink->is_from_right;

	if (brand->brand.logo.n == 0 || !brand->is_alone)
		return;
	out_string(out, "\\IfFileExists{");
	out_string(out, brand->brand.logo_name);
	out_string(out, "}{\\setbox0\\hbox{\\includegraphics[width=.3\\linewidth,height=1.1cm,"
			"keepaspectratio]{");
	out_string(out, brand->brand.logo_name);
	if (brand->class->is_beamer)
		out_string(out, "}}\\leavevmode\\copy0\\par\\medskip");
	else if (is_turned)
		out_string(out, "}}\\vbox to0pt{\\hbox to\\linewidth{\\copy0\\hss}\\vss}"
				"\\nointerlineskip\\advance\\leftskip\\wd0 ");
	else
		out_string(out, "}}\\vbox to0pt{\\hbox to\\linewidth{\\hss\\copy0}\\vss}"
				"\\nointerlineskip\\advance\\rightskip\\wd0 ");
	out_string(out, "}{\\PackageWarningNoLine{meshreport}{The logo ");
	out_string(out, brand->brand.logo_name);
	out_string(out, " does not lie beside the document}}%\n");
}
