/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_family.h"

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <string.h>

#include "common/shape/shape.h"
#include "common/write/ascii.h"

#define TRUETYPE "/usr/share/fonts/truetype/"
#define OPENTYPE "/usr/share/fonts/opentype/"

enum shelf { SHELF_DEJAVU, SHELF_NOTO, SHELF_CJK, SHELF_SYMBOLA };

enum family_id {
	USER,
	DEJAVU,
	DEJAVU_MONO,
	NOTO,
	NOTO_SYMBOLS,
	NOTO_SYMBOLS2,
	NOTO_MATH,
	SYMBOLA,
	CJK_JP, /* the five in the order of enum cjk */
	CJK_KR,
	CJK_SC,
	CJK_TC,
	CJK_HK,
	ARABIC,
	ARMENIAN,
	BENGALI,
	CANADIAN,
	CHEROKEE,
	DEVANAGARI,
	ETHIOPIC,
	GEORGIAN,
	GUJARATI,
	GURMUKHI,
	HEBREW,
	KANNADA,
	KHMER,
	LAO,
	MALAYALAM,
	MONGOLIAN,
	MYANMAR,
	NKO,
	ORIYA,
	SINHALA,
	SYRIAC,
	TAMIL,
	TELUGU,
	THAANA,
	THAI,
	TIBETAN,
	TIFINAGH,
	YI,
	N_FAMILIES
};
const uint32_t shape_family_count = N_FAMILIES;

static const struct {
	const char *name;
	const char *stem; /* of the file's name */
	uint8_t shelf;
	uint8_t index;
} families[N_FAMILIES] = {
	[DEJAVU] = {"DejaVu Sans", "DejaVuSans", SHELF_DEJAVU, 0},
	[DEJAVU_MONO] = {"DejaVu Sans Mono", "DejaVuSansMono", SHELF_DEJAVU, 0},
	[NOTO] = {"Noto Sans", "NotoSans", SHELF_NOTO, 0},
	[NOTO_SYMBOLS] = {"Noto Sans Symbols", "NotoSansSymbols", SHELF_NOTO, 0},
	[NOTO_SYMBOLS2] = {"Noto Sans Symbols2", "NotoSansSymbols2", SHELF_NOTO, 0},
	[NOTO_MATH] = {"Noto Sans Math", "NotoSansMath", SHELF_NOTO, 0},
	[SYMBOLA] = {"Symbola", "Symbola_hint", SHELF_SYMBOLA, 0},
	[CJK_JP] = {"Noto Sans CJK JP", "NotoSansCJK", SHELF_CJK, 0},
	[CJK_KR] = {"Noto Sans CJK KR", "NotoSansCJK", SHELF_CJK, 1},
	[CJK_SC] = {"Noto Sans CJK SC", "NotoSansCJK", SHELF_CJK, 2},
	[CJK_TC] = {"Noto Sans CJK TC", "NotoSansCJK", SHELF_CJK, 3},
	[CJK_HK] = {"Noto Sans CJK HK", "NotoSansCJK", SHELF_CJK, 4},
	[ARABIC] = {"Noto Sans Arabic", "NotoSansArabic", SHELF_NOTO, 0},
	[ARMENIAN] = {"Noto Sans Armenian", "NotoSansArmenian", SHELF_NOTO, 0},
	[BENGALI] = {"Noto Sans Bengali", "NotoSansBengali", SHELF_NOTO, 0},
	[CANADIAN] = {"Noto Sans Canadian Aboriginal", "NotoSansCanadianAboriginal", SHELF_NOTO, 0},
	[CHEROKEE] = {"Noto Sans Cherokee", "NotoSansCherokee", SHELF_NOTO, 0},
	[DEVANAGARI] = {"Noto Sans Devanagari", "NotoSansDevanagari", SHELF_NOTO, 0},
	[ETHIOPIC] = {"Noto Sans Ethiopic", "NotoSansEthiopic", SHELF_NOTO, 0},
	[GEORGIAN] = {"Noto Sans Georgian", "NotoSansGeorgian", SHELF_NOTO, 0},
	[GUJARATI] = {"Noto Sans Gujarati", "NotoSansGujarati", SHELF_NOTO, 0},
	[GURMUKHI] = {"Noto Sans Gurmukhi", "NotoSansGurmukhi", SHELF_NOTO, 0},
	[HEBREW] = {"Noto Sans Hebrew", "NotoSansHebrew", SHELF_NOTO, 0},
	[KANNADA] = {"Noto Sans Kannada", "NotoSansKannada", SHELF_NOTO, 0},
	[KHMER] = {"Noto Sans Khmer", "NotoSansKhmer", SHELF_NOTO, 0},
	[LAO] = {"Noto Sans Lao", "NotoSansLao", SHELF_NOTO, 0},
	[MALAYALAM] = {"Noto Sans Malayalam", "NotoSansMalayalam", SHELF_NOTO, 0},
	[MONGOLIAN] = {"Noto Sans Mongolian", "NotoSansMongolian", SHELF_NOTO, 0},
	[MYANMAR] = {"Noto Sans Myanmar", "NotoSansMyanmar", SHELF_NOTO, 0},
	[NKO] = {"Noto Sans NKo", "NotoSansNKo", SHELF_NOTO, 0},
	[ORIYA] = {"Noto Sans Oriya", "NotoSansOriya", SHELF_NOTO, 0},
	[SINHALA] = {"Noto Sans Sinhala", "NotoSansSinhala", SHELF_NOTO, 0},
	[SYRIAC] = {"Noto Sans Syriac", "NotoSansSyriac", SHELF_NOTO, 0},
	[TAMIL] = {"Noto Sans Tamil", "NotoSansTamil", SHELF_NOTO, 0},
	[TELUGU] = {"Noto Sans Telugu", "NotoSansTelugu", SHELF_NOTO, 0},
	[THAANA] = {"Noto Sans Thaana", "NotoSansThaana", SHELF_NOTO, 0},
	[THAI] = {"Noto Sans Thai", "NotoSansThai", SHELF_NOTO, 0},
	[TIBETAN] = {"Noto Serif Tibetan", "NotoSerifTibetan", SHELF_NOTO, 0},
	[TIFINAGH] = {"Noto Sans Tifinagh", "NotoSansTifinagh", SHELF_NOTO, 0},
	[YI] = {"Noto Sans Yi", "NotoSansYi", SHELF_NOTO, 0},
};

/* Blocks whose own family looks better than what the general ones have; sorted, without overlap. */
static const struct {
	uint32_t first, last;
	uint32_t family; /* CJK_JP stands for the variant in use */
} blocks[] = {
	{0x0530, 0x058f, ARMENIAN},   {0x0590, 0x05ff, HEBREW},   {0x0600, 0x06ff, ARABIC},
	{0x0700, 0x074f, SYRIAC},     {0x0750, 0x077f, ARABIC},   {0x0780, 0x07bf, THAANA},
	{0x07c0, 0x07ff, NKO},        {0x0860, 0x086f, SYRIAC},   {0x0870, 0x08ff, ARABIC},
	{0x0900, 0x097f, DEVANAGARI}, {0x0980, 0x09ff, BENGALI},  {0x0a00, 0x0a7f, GURMUKHI},
	{0x0a80, 0x0aff, GUJARATI},   {0x0b00, 0x0b7f, ORIYA},    {0x0b80, 0x0bff, TAMIL},
	{0x0c00, 0x0c7f, TELUGU},     {0x0c80, 0x0cff, KANNADA},  {0x0d00, 0x0d7f, MALAYALAM},
	{0x0d80, 0x0dff, SINHALA},    {0x0e00, 0x0e7f, THAI},     {0x0e80, 0x0eff, LAO},
	{0x0f00, 0x0fff, TIBETAN},    {0x1000, 0x109f, MYANMAR},  {0x10a0, 0x10ff, GEORGIAN},
	{0x1100, 0x11ff, CJK_JP},     {0x1200, 0x139f, ETHIOPIC}, {0x13a0, 0x13ff, CHEROKEE},
	{0x1400, 0x167f, CANADIAN},   {0x1780, 0x17ff, KHMER},    {0x1800, 0x18af, MONGOLIAN},
	{0x18b0, 0x18ff, CANADIAN},   {0x19e0, 0x19ff, KHMER},    {0x1c90, 0x1cbf, GEORGIAN},
	{0x2d00, 0x2d2f, GEORGIAN},   {0x2d30, 0x2d7f, TIFINAGH}, {0x2d80, 0x2ddf, ETHIOPIC},
	{0x2e80, 0x303f, CJK_JP},     {0x3040, 0x9fff, CJK_JP},   {0xa000, 0xa4cf, YI},
	{0xa8e0, 0xa8ff, DEVANAGARI}, {0xa960, 0xa97f, CJK_JP},   {0xa9e0, 0xa9ff, MYANMAR},
	{0xaa60, 0xaa7f, MYANMAR},    {0xab00, 0xab2f, ETHIOPIC}, {0xab70, 0xabbf, CHEROKEE},
	{0xac00, 0xd7ff, CJK_JP},     {0xf900, 0xfaff, CJK_JP},   {0xfb1d, 0xfb4f, HEBREW},
	{0xfb50, 0xfdff, ARABIC},     {0xfe10, 0xfe1f, CJK_JP},   {0xfe30, 0xfe4f, CJK_JP},
	{0xfe70, 0xfefe, ARABIC},     {0xff00, 0xffef, CJK_JP},   {0x1b000, 0x1b16f, CJK_JP},
	{0x1f200, 0x1f2ff, CJK_JP},   {0x20000, 0x3ffff, CJK_JP},
};

const char *shape_family_name(uint32_t family)
{
	return families[family].name;
}

bool shape_family_is_pairwise(uint32_t family)
{
	return family == DEJAVU || family == DEJAVU_MONO || family == NOTO;
}

/* The family of a block of its own; `general` for all other characters. */
static uint32_t block_family(uint32_t code, uint32_t cjk, uint32_t general)
{
	uint32_t low = 0, high = sizeof(blocks) / sizeof(*blocks);

	while (low < high) {
		uint32_t mid = (low + high) / 2;

		if (code > blocks[mid].last)
			low = mid + 1;
		else if (code < blocks[mid].first)
			high = mid;
		else
			return blocks[mid].family == CJK_JP ? CJK_JP + cjk : blocks[mid].family;
	}
	return general;
}

/*
 * Arrows, technical, geometric and other signs, which stand for statuses: from one family, whatever the letters beside
 * them, so that a tick and a cross are of a kind.  Signs of mathematics belong to the letters.
 */
static bool is_sign(uint32_t code)
{
	return (code >= 0x2190 && code <= 0x21ff) || (code >= 0x2300 && code <= 0x2bff);
}

bool shape_family_next(const struct family_wish *wish, uint32_t position, uint32_t *family)
{
	bool is_mono = wish->style == SHAPE_MONO, signs = !is_mono && is_sign(wish->code);
	uint32_t general = wish->is_wide ? DEJAVU : NOTO;
	const uint32_t order[] = {
		is_mono ? DEJAVU_MONO
		: signs ? DEJAVU
			: USER,
		is_mono ? USER : DEJAVU_MONO,
		signs ? USER : block_family(wish->code, wish->cjk, general),
		general,
		wish->is_wide ? NOTO : DEJAVU,
		NOTO_SYMBOLS2,
		NOTO_SYMBOLS,
		NOTO_MATH,
		CJK_JP + wish->cjk,
		SYMBOLA,
	};

	if (!is_mono && position >= 1) /* the second place is for mono alone */
		position++;
	if (position >= sizeof(order) / sizeof(*order))
		return false;
	*family = order[position];
	return true;
}

/* The styles to try for a style, best first, each two bits: 1 bold, 2 italic. */
static bool next_style(uint32_t style, uint32_t position, uint32_t *found)
{
	static const uint8_t chain[SHAPE_N_STYLES][4] = {
		[SHAPE_REGULAR] = {SHAPE_REGULAR, SHAPE_REGULAR, SHAPE_REGULAR, SHAPE_REGULAR},
		[SHAPE_BOLD] = {SHAPE_BOLD, SHAPE_REGULAR, SHAPE_REGULAR, SHAPE_REGULAR},
		[SHAPE_ITALIC] = {SHAPE_ITALIC, SHAPE_REGULAR, SHAPE_REGULAR, SHAPE_REGULAR},
		[SHAPE_BOLD_ITALIC] = {SHAPE_BOLD_ITALIC, SHAPE_BOLD, SHAPE_ITALIC, SHAPE_REGULAR},
		[SHAPE_MONO] = {SHAPE_REGULAR, SHAPE_REGULAR, SHAPE_REGULAR, SHAPE_REGULAR},
	};

	if (style >= SHAPE_N_STYLES || position >= 4)
		return false;
	if (position > 0 && chain[style][position] == chain[style][position - 1])
		return false;
	*found = chain[style][position];
	return true;
}

bool shape_family_place(uint32_t family, uint32_t style, uint32_t position, char *path, size_t size,
			struct font_file *file)
{
	static const char *const dejavu[] = {"", "-Bold", "-Oblique", "-BoldOblique"};
	static const char *const noto[] = {"-Regular", "-Bold", "-Italic", "-BoldItalic"};
	const char *stem = families[family].stem;
	uint32_t real;
	int n = -1;

	if (!next_style(style, position, &real))
		return false;
	switch (families[family].shelf) {
	case SHELF_DEJAVU:
		n = snprintf(path, size, TRUETYPE "dejavu/%s%s.ttf", stem, dejavu[real]);
		break;
	case SHELF_NOTO:
		n = snprintf(path, size, TRUETYPE "noto/%s%s.ttf", stem, noto[real]);
		break;
	case SHELF_CJK: n = snprintf(path, size, OPENTYPE "noto/%s%s.ttc", stem, noto[real]); break;
	case SHELF_SYMBOLA:
		n = snprintf(path, size, TRUETYPE "ancient-scripts/%s.ttf", stem);
		break;
	}
	*file = (struct font_file){.path = path, .index = families[family].index, .style = real};
	return n > 0 && (size_t)n < size;
}

static bool is_named(FcPattern *found, const char *name)
{
	FcChar8 *have;

	for (int i = 0; FcPatternGetString(found, FC_FAMILY, i, &have) == FcResultMatch; i++)
		if (FcStrCmpIgnoreCase(have, (const FcChar8 *)name) == 0)
			return true;
	return false;
}

static FcPattern *best_match(FcConfig *config, const char *name, uint32_t style)
{
	bool bold = style == SHAPE_BOLD || style == SHAPE_BOLD_ITALIC;
	bool italic = style == SHAPE_ITALIC || style == SHAPE_BOLD_ITALIC;
	FcPattern *wanted = FcPatternCreate(), *found;
	FcResult result = FcResultNoMatch;

	if (!wanted)
		return NULL;
	FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)name);
	FcPatternAddInteger(wanted, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
	FcPatternAddInteger(wanted, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
	FcPatternAddBool(wanted, FC_OUTLINE, FcTrue);
	FcConfigSubstitute(config, wanted, FcMatchPattern);
	FcDefaultSubstitute(wanted);
	found = FcFontMatch(config, wanted, &result);
	FcPatternDestroy(wanted);
	return found;
}

bool shape_family_ask(void **asked, const char *name, uint32_t style, char *path, size_t size,
		      struct font_file *file)
{
	bool is_found = false;
	FcPattern *found;
	FcChar8 *at = NULL;
	int index = 0;

	if (!*asked)
		*asked = FcInitLoadConfigAndFonts();
	found = *asked ? best_match(*asked, name, style) : NULL;
	if (!found)
		return false;
	if (is_named(found, name) && FcPatternGetString(found, FC_FILE, 0, &at) == FcResultMatch &&
	    FcPatternGetInteger(found, FC_INDEX, 0, &index) == FcResultMatch) {
		int n = snprintf(path, size, "%s", (const char *)at);
		/* the upper half numbers an instance of a variable font; its default serves */
		*file = (struct font_file){
			.path = path, .index = (uint32_t)index & 0xffff, .style = SHAPE_REGULAR};
		is_found = n > 0 && (size_t)n < size;
	}
	FcPatternDestroy(found);
	return is_found;
}

/* How many letters to change, add or leave out (Levenshtein), case aside; MAX_NAME when too long. */
#define MAX_NAME 64

static size_t distance(const char *a, const char *b)
{
	size_t n_a = strlen(a), n_b = strlen(b), row[MAX_NAME + 1];

	if (n_a > MAX_NAME || n_b > MAX_NAME)
		return MAX_NAME;
	for (size_t j = 0; j <= n_b; j++)
		row[j] = j;
	for (size_t i = 1; i <= n_a; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= n_b; j++) {
			size_t change = diagonal + (ascii_lower(a[i - 1]) != ascii_lower(b[j - 1]));
			size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;

			diagonal = row[j];
			row[j] = change < least ? change : least;
		}
	}
	return row[n_b];
}

bool shape_family_nearest(void *asked, const char *name, char *nearest, size_t size)
{
	FcPattern *all = FcPatternCreate();
	FcObjectSet *wanted = FcObjectSetBuild(FC_FAMILY, (char *)NULL);
	FcFontSet *found = asked && all && wanted ? FcFontList(asked, all, wanted) : NULL;
	size_t best = strlen(name) / 3 + 1;

	nearest[0] = '\0';
	for (int i = 0; found && i < found->nfont; i++) {
		FcChar8 *family;

		for (int k = 0;
		     FcPatternGetString(found->fonts[i], FC_FAMILY, k, &family) == FcResultMatch;
		     k++) {
			const char *have = (const char *)family;
			size_t far = distance(name, have);

			if (far > best ||
			    (far == best && (!*nearest || strcmp(have, nearest) >= 0)))
				continue;
			best = far;
			snprintf(nearest, size, "%s", have);
		}
	}
	if (found)
		FcFontSetDestroy(found);
	if (wanted)
		FcObjectSetDestroy(wanted);
	if (all)
		FcPatternDestroy(all);
	return *nearest != '\0';
}

void shape_family_forget(void *asked)
{
	if (asked)
		FcConfigDestroy(asked);
}
