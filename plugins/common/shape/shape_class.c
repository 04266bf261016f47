/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_private.h"

static uint8_t ascii_class(uint32_t code)
{
	if (code >= '0' && code <= '9')
		return DIGIT;
	if ((code | 0x20) >= 'a' && (code | 0x20) <= 'z')
		return OTHER;
	switch (code) {
	case '\n': return NEWLINE;
	case '\t':
	case ' ': return SPACE;
	case '-': return HYPHEN;
	case '/': return SLASH;
	case '(':
	case '[':
	case '{': return OPEN;
	case ')':
	case ']':
	case '}':
	case '!': return CLOSE;
	case '.':
	case '_':
	case ':':
	case ',':
	case ';':
	case '|':
	case '=':
	case '&':
	case '+':
	case '@':
	case '?':
	case '#':
	case '%':
	case '~': return MARKER;
	default: return OTHER;
	}
}

static bool is_one_of(uint32_t code, const uint16_t *codes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (codes[i] == code)
			return true;
	return false;
}

/* JIS X 4051, the characters that may not begin a line, with small kana and iteration marks. */
static bool may_not_begin(uint32_t code)
{
	static const uint16_t codes[] = {
		0x3001, 0x3002, 0xff0c, 0xff0e, 0x30fb, 0xff1a, 0xff1b, 0xff1f, 0xff01,
		0xff09, 0x300d, 0x300f, 0x3011, 0x3015, 0x3009, 0x300b, 0x3019, 0x3017,
		0xff3d, 0xff5d, 0xff60, 0x30fc, 0x3005, 0x303b, 0x309d, 0x309e, 0x30fd,
		0x30fe, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085,
		0x3087, 0x308e, 0x3095, 0x3096, 0x30a1, 0x30a3, 0x30a5, 0x30a7, 0x30a9,
		0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30ee, 0x30f5, 0x30f6, 0xff05, 0x2030,
		0x2103, 0xff61, 0xff63, 0xff64, 0xff65, 0xff70, 0x2019, 0x201d, 0x2026};

	return is_one_of(code, codes, sizeof(codes) / sizeof(*codes));
}

/* And those that may not end one. */
static bool may_not_end(uint32_t code)
{
	static const uint16_t codes[] = {0xff08, 0x300c, 0x300e, 0x3010, 0x3014, 0x3008,
					 0x300a, 0x3018, 0x3016, 0xff3b, 0xff5b, 0xff5f,
					 0xff62, 0xffe5, 0xff04, 0x2018, 0x201c};

	return is_one_of(code, codes, sizeof(codes) / sizeof(*codes));
}

bool shape_is_cjk(uint32_t code)
{
	return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) ||
	       (code >= 0xfe30 && code <= 0xfe4f) || (code >= 0xff00 && code <= 0xffef) ||
	       (code >= 0x20000 && code <= 0x3ffff);
}

uint8_t shape_class(uint32_t code)
{
	if (code < 0x80)
		return ascii_class(code);
	switch (code) {
	case 0x00a0:
	case 0x2007:
	case 0x2011:
	case 0x202f:
	case 0x2060:
	case 0xfeff: return GLUE;
	case 0x00ad: return SOFT_HYPHEN;
	case 0x200b: return ZERO_SPACE;
	case 0x2010: return HYPHEN;
	case 0x2013:
	case 0x2014: return DASH;
	case 0x2028:
	case 0x2029: return NEWLINE;
	case 0x1680:
	case 0x205f:
	case 0x3000: return SPACE;
	default: break;
	}
	if (code >= 0x2000 && code <= 0x200a)
		return SPACE;
	if (may_not_begin(code))
		return code == 0x2026 || code == 0x2019 || code == 0x201d ? CLOSE : IDEO_CLOSE;
	if (may_not_end(code))
		return code == 0x2018 || code == 0x201c ? OPEN : IDEO_OPEN;
	if (shape_is_cjk(code) || (code >= 0x1f300 && code <= 0x1faff))
		return IDEOGRAPH;
	if ((code >= 0x0e40 && code <= 0x0e44) || (code >= 0x0ec0 && code <= 0x0ec4))
		return SEA_LEADING;
	if ((code >= 0x0e00 && code <= 0x0eff) || (code >= 0x1000 && code <= 0x109f) ||
	    (code >= 0x1780 && code <= 0x17ff))
		return SEA;
	return OTHER;
}

bool shape_is_ignorable(uint32_t code)
{
	/* Default_Ignorable_Code_Point of Unicode 15, but for the fillers of Hangul, which have width */
	return code == 0x00ad || code == 0x034f || code == 0x061c ||
	       (code >= 0x17b4 && code <= 0x17b5) || (code >= 0x180b && code <= 0x180f) ||
	       (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) ||
	       (code >= 0x2060 && code <= 0x206f) || (code >= 0xfe00 && code <= 0xfe0f) ||
	       code == 0xfeff || (code >= 0xfff0 && code <= 0xfff8) ||
	       (code >= 0x1bca0 && code <= 0x1bca3) || (code >= 0x1d173 && code <= 0x1d17a) ||
	       (code >= 0xe0000 && code <= 0xe0fff);
}

bool shape_extends(uint32_t code)
{
	hb_unicode_general_category_t category;

	if (code < 0x300)
		return false;
	if (code == 0x200c || code == 0x200d || (code >= 0x1f3fb && code <= 0x1f3ff) ||
	    (code >= 0xe0020 && code <= 0xe007f))
		return true;
	if (code == 0x0e33 || code == 0x0eb3) /* sara am: a mark and a vowel in one */
		return true;
	category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
	return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
	       category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}
