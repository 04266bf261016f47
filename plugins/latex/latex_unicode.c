/* SPDX-License-Identifier: MIT */
#include "latex_unicode.h"

#include <string.h>

struct range {
	uint32_t from, to;
};

struct accented {
	uint16_t c;
	char base, inner, outer; /* accent commands; outer 0 without a second one */
};

struct command {
	uint32_t c;
	const char *command;
};

/* clang-format off */

/* Declared by t1enc.dfu or ts1enc.dfu, and in all of lmroman, lmsans and lmmono. */
static const struct range direct[] = {
	{0x00A1, 0x00AC}, {0x00AE, 0x00B7}, {0x00B9, 0x0125}, {0x0128, 0x0131},
	{0x0134, 0x0137}, {0x0139, 0x013E}, {0x0141, 0x0148}, {0x014A, 0x0165},
	{0x0168, 0x017E}, {0x0192, 0x0192}, {0x01CD, 0x01D4}, {0x01E6, 0x01E7},
	{0x01EA, 0x01EB}, {0x01F0, 0x01F0}, {0x01F4, 0x01F5}, {0x0218, 0x021B},
	{0x0237, 0x0237}, {0x02C7, 0x02C7}, {0x02D8, 0x02D9}, {0x02DB, 0x02DB},
	{0x02DD, 0x02DD}, {0x0E3F, 0x0E3F}, {0x1E0D, 0x1E0D}, {0x1E25, 0x1E25},
	{0x1E37, 0x1E37}, {0x1E43, 0x1E43}, {0x1E45, 0x1E45}, {0x1E47, 0x1E47},
	{0x1E5B, 0x1E5B}, {0x1E63, 0x1E63}, {0x1E6D, 0x1E6D}, {0x1EF2, 0x1EF3},
	{0x2010, 0x2011}, {0x2013, 0x2014}, {0x2016, 0x2016}, {0x2018, 0x201A},
	{0x201C, 0x201E}, {0x2020, 0x2022}, {0x2030, 0x2030}, {0x2039, 0x203B},
	{0x203D, 0x203D}, {0x2044, 0x2044}, {0x2052, 0x2052}, {0x20A1, 0x20A1},
	{0x20A4, 0x20A4}, {0x20A6, 0x20A6}, {0x20A9, 0x20A9}, {0x20AB, 0x20AC},
	{0x20B1, 0x20B1}, {0x2103, 0x2103}, {0x2116, 0x2117}, {0x211E, 0x211E},
	{0x2126, 0x2127}, {0x212E, 0x212E}, {0x2190, 0x2193}, {0x2329, 0x232A},
	{0x2422, 0x2423}, {0x25E6, 0x25E6}, {0x266A, 0x266A},
};

/* Letters that decompose (UnicodeData.txt, field 5) into ASCII and accents that every engine sets. */
static const struct accented accented[] = {
	{0x01D5, 'U', '"', '='}, {0x01D6, 'u', '"', '='}, {0x01D7, 'U', '"', '\''},
	{0x01D8, 'u', '"', '\''}, {0x01D9, 'U', '"', 'v'}, {0x01DA, 'u', '"', 'v'},
	{0x01DB, 'U', '"', '`'}, {0x01DC, 'u', '"', '`'}, {0x01DE, 'A', '"', '='},
	{0x01DF, 'a', '"', '='}, {0x01E0, 'A', '.', '='}, {0x01E1, 'a', '.', '='},
	{0x01E8, 'K', 'v', 0}, {0x01E9, 'k', 'v', 0}, {0x01EC, 'O', 'k', '='},
	{0x01ED, 'o', 'k', '='}, {0x01F8, 'N', '`', 0}, {0x01F9, 'n', '`', 0},
	{0x01FA, 'A', 'r', '\''}, {0x01FB, 'a', 'r', '\''}, {0x021E, 'H', 'v', 0},
	{0x021F, 'h', 'v', 0}, {0x0226, 'A', '.', 0}, {0x0227, 'a', '.', 0},
	{0x0228, 'E', 'c', 0}, {0x0229, 'e', 'c', 0}, {0x022A, 'O', '"', '='},
	{0x022B, 'o', '"', '='}, {0x022C, 'O', '~', '='}, {0x022D, 'o', '~', '='},
	{0x022E, 'O', '.', 0}, {0x022F, 'o', '.', 0}, {0x0230, 'O', '.', '='},
	{0x0231, 'o', '.', '='}, {0x0232, 'Y', '=', 0}, {0x0233, 'y', '=', 0},
	{0x1E02, 'B', '.', 0}, {0x1E03, 'b', '.', 0}, {0x1E04, 'B', 'd', 0},
	{0x1E05, 'b', 'd', 0}, {0x1E06, 'B', 'b', 0}, {0x1E07, 'b', 'b', 0},
	{0x1E08, 'C', 'c', '\''}, {0x1E09, 'c', 'c', '\''}, {0x1E0A, 'D', '.', 0},
	{0x1E0B, 'd', '.', 0}, {0x1E0C, 'D', 'd', 0}, {0x1E0E, 'D', 'b', 0},
	{0x1E0F, 'd', 'b', 0}, {0x1E10, 'D', 'c', 0}, {0x1E11, 'd', 'c', 0},
	{0x1E14, 'E', '=', '`'}, {0x1E15, 'e', '=', '`'}, {0x1E16, 'E', '=', '\''},
	{0x1E17, 'e', '=', '\''}, {0x1E1C, 'E', 'c', 'u'}, {0x1E1D, 'e', 'c', 'u'},
	{0x1E1E, 'F', '.', 0}, {0x1E1F, 'f', '.', 0}, {0x1E20, 'G', '=', 0},
	{0x1E21, 'g', '=', 0}, {0x1E22, 'H', '.', 0}, {0x1E23, 'h', '.', 0},
	{0x1E24, 'H', 'd', 0}, {0x1E26, 'H', '"', 0}, {0x1E27, 'h', '"', 0},
	{0x1E28, 'H', 'c', 0}, {0x1E29, 'h', 'c', 0}, {0x1E2E, 'I', '"', '\''},
	{0x1E2F, 'i', '"', '\''}, {0x1E30, 'K', '\'', 0}, {0x1E31, 'k', '\'', 0},
	{0x1E32, 'K', 'd', 0}, {0x1E33, 'k', 'd', 0}, {0x1E34, 'K', 'b', 0},
	{0x1E35, 'k', 'b', 0}, {0x1E36, 'L', 'd', 0}, {0x1E38, 'L', 'd', '='},
	{0x1E39, 'l', 'd', '='}, {0x1E3A, 'L', 'b', 0}, {0x1E3B, 'l', 'b', 0},
	{0x1E3E, 'M', '\'', 0}, {0x1E3F, 'm', '\'', 0}, {0x1E40, 'M', '.', 0},
	{0x1E41, 'm', '.', 0}, {0x1E42, 'M', 'd', 0}, {0x1E44, 'N', '.', 0},
	{0x1E46, 'N', 'd', 0}, {0x1E48, 'N', 'b', 0}, {0x1E49, 'n', 'b', 0},
	{0x1E4C, 'O', '~', '\''}, {0x1E4D, 'o', '~', '\''}, {0x1E4E, 'O', '~', '"'},
	{0x1E4F, 'o', '~', '"'}, {0x1E50, 'O', '=', '`'}, {0x1E51, 'o', '=', '`'},
	{0x1E52, 'O', '=', '\''}, {0x1E53, 'o', '=', '\''}, {0x1E54, 'P', '\'', 0},
	{0x1E55, 'p', '\'', 0}, {0x1E56, 'P', '.', 0}, {0x1E57, 'p', '.', 0},
	{0x1E58, 'R', '.', 0}, {0x1E59, 'r', '.', 0}, {0x1E5A, 'R', 'd', 0},
	{0x1E5C, 'R', 'd', '='}, {0x1E5D, 'r', 'd', '='}, {0x1E5E, 'R', 'b', 0},
	{0x1E5F, 'r', 'b', 0}, {0x1E60, 'S', '.', 0}, {0x1E61, 's', '.', 0},
	{0x1E62, 'S', 'd', 0}, {0x1E64, 'S', '\'', '.'}, {0x1E65, 's', '\'', '.'},
	{0x1E66, 'S', 'v', '.'}, {0x1E67, 's', 'v', '.'}, {0x1E68, 'S', 'd', '.'},
	{0x1E69, 's', 'd', '.'}, {0x1E6A, 'T', '.', 0}, {0x1E6B, 't', '.', 0},
	{0x1E6C, 'T', 'd', 0}, {0x1E6E, 'T', 'b', 0}, {0x1E6F, 't', 'b', 0},
	{0x1E78, 'U', '~', '\''}, {0x1E79, 'u', '~', '\''}, {0x1E7A, 'U', '=', '"'},
	{0x1E7B, 'u', '=', '"'}, {0x1E7C, 'V', '~', 0}, {0x1E7D, 'v', '~', 0},
	{0x1E7E, 'V', 'd', 0}, {0x1E7F, 'v', 'd', 0}, {0x1E80, 'W', '`', 0},
	{0x1E81, 'w', '`', 0}, {0x1E82, 'W', '\'', 0}, {0x1E83, 'w', '\'', 0},
	{0x1E84, 'W', '"', 0}, {0x1E85, 'w', '"', 0}, {0x1E86, 'W', '.', 0},
	{0x1E87, 'w', '.', 0}, {0x1E88, 'W', 'd', 0}, {0x1E89, 'w', 'd', 0},
	{0x1E8A, 'X', '.', 0}, {0x1E8B, 'x', '.', 0}, {0x1E8C, 'X', '"', 0},
	{0x1E8D, 'x', '"', 0}, {0x1E8E, 'Y', '.', 0}, {0x1E8F, 'y', '.', 0},
	{0x1E90, 'Z', '^', 0}, {0x1E91, 'z', '^', 0}, {0x1E92, 'Z', 'd', 0},
	{0x1E93, 'z', 'd', 0}, {0x1E94, 'Z', 'b', 0}, {0x1E95, 'z', 'b', 0},
	{0x1E96, 'h', 'b', 0}, {0x1E97, 't', '"', 0}, {0x1E98, 'w', 'r', 0},
	{0x1E99, 'y', 'r', 0}, {0x1EA0, 'A', 'd', 0}, {0x1EA1, 'a', 'd', 0},
	{0x1EA4, 'A', '^', '\''}, {0x1EA5, 'a', '^', '\''}, {0x1EA6, 'A', '^', '`'},
	{0x1EA7, 'a', '^', '`'}, {0x1EAA, 'A', '^', '~'}, {0x1EAB, 'a', '^', '~'},
	{0x1EAC, 'A', 'd', '^'}, {0x1EAD, 'a', 'd', '^'}, {0x1EAE, 'A', 'u', '\''},
	{0x1EAF, 'a', 'u', '\''}, {0x1EB0, 'A', 'u', '`'}, {0x1EB1, 'a', 'u', '`'},
	{0x1EB4, 'A', 'u', '~'}, {0x1EB5, 'a', 'u', '~'}, {0x1EB6, 'A', 'd', 'u'},
	{0x1EB7, 'a', 'd', 'u'}, {0x1EB8, 'E', 'd', 0}, {0x1EB9, 'e', 'd', 0},
	{0x1EBC, 'E', '~', 0}, {0x1EBD, 'e', '~', 0}, {0x1EBE, 'E', '^', '\''},
	{0x1EBF, 'e', '^', '\''}, {0x1EC0, 'E', '^', '`'}, {0x1EC1, 'e', '^', '`'},
	{0x1EC4, 'E', '^', '~'}, {0x1EC5, 'e', '^', '~'}, {0x1EC6, 'E', 'd', '^'},
	{0x1EC7, 'e', 'd', '^'}, {0x1ECA, 'I', 'd', 0}, {0x1ECB, 'i', 'd', 0},
	{0x1ECC, 'O', 'd', 0}, {0x1ECD, 'o', 'd', 0}, {0x1ED0, 'O', '^', '\''},
	{0x1ED1, 'o', '^', '\''}, {0x1ED2, 'O', '^', '`'}, {0x1ED3, 'o', '^', '`'},
	{0x1ED6, 'O', '^', '~'}, {0x1ED7, 'o', '^', '~'}, {0x1ED8, 'O', 'd', '^'},
	{0x1ED9, 'o', 'd', '^'}, {0x1EE4, 'U', 'd', 0}, {0x1EE5, 'u', 'd', 0},
	{0x1EF4, 'Y', 'd', 0}, {0x1EF5, 'y', 'd', 0}, {0x1EF8, 'Y', '~', 0},
	{0x1EF9, 'y', '~', 0},
};

/*
 * Sorted.  msa is the AMS's first symbol font (texlive-base): set by number it needs no package and
 * follows the size of the text.  What looks like a letter of ours becomes that one (Greek capitals,
 * ligatures).  \mr... are commands of templates/latex/macros.tex.
 */
static const struct command commands[] = {
	{0x00A0, "~"},
	{0x00AD, "\\-"},
	{0x00B8, "\\c{}"},
	{0x0132, "IJ"},
	{0x0133, "ij"},
	{0x0149, "'n"},
	{0x01C4, "D\\v{Z}"},
	{0x01C5, "D\\v{z}"},
	{0x01C6, "d\\v{z}"},
	{0x01C7, "LJ"},
	{0x01C8, "Lj"},
	{0x01C9, "lj"},
	{0x01CA, "NJ"},
	{0x01CB, "Nj"},
	{0x01CC, "nj"},
	{0x02BB, "\\textquoteleft{}"},
	{0x02BC, "'"},
	{0x02C6, "\\textasciicircum{}"},
	{0x02DA, "\\r{}"},
	{0x02DC, "\\textasciitilde{}"},
	{0x0391, "A"},
	{0x0392, "B"},
	{0x0393, "\\ensuremath{\\Gamma}"},
	{0x0394, "\\ensuremath{\\Delta}"},
	{0x0395, "E"},
	{0x0396, "Z"},
	{0x0397, "H"},
	{0x0398, "\\ensuremath{\\Theta}"},
	{0x0399, "I"},
	{0x039A, "K"},
	{0x039B, "\\ensuremath{\\Lambda}"},
	{0x039C, "M"},
	{0x039D, "N"},
	{0x039E, "\\ensuremath{\\Xi}"},
	{0x039F, "O"},
	{0x03A0, "\\ensuremath{\\Pi}"},
	{0x03A1, "P"},
	{0x03A3, "\\ensuremath{\\Sigma}"},
	{0x03A4, "T"},
	{0x03A5, "\\ensuremath{\\Upsilon}"},
	{0x03A6, "\\ensuremath{\\Phi}"},
	{0x03A7, "X"},
	{0x03A8, "\\ensuremath{\\Psi}"},
	{0x03A9, "\\ensuremath{\\Omega}"},
	{0x03B1, "\\ensuremath{\\alpha}"},
	{0x03B2, "\\ensuremath{\\beta}"},
	{0x03B3, "\\ensuremath{\\gamma}"},
	{0x03B4, "\\ensuremath{\\delta}"},
	{0x03B5, "\\ensuremath{\\varepsilon}"},
	{0x03B6, "\\ensuremath{\\zeta}"},
	{0x03B7, "\\ensuremath{\\eta}"},
	{0x03B8, "\\ensuremath{\\theta}"},
	{0x03B9, "\\ensuremath{\\iota}"},
	{0x03BA, "\\ensuremath{\\kappa}"},
	{0x03BB, "\\ensuremath{\\lambda}"},
	{0x03BC, "\\ensuremath{\\mu}"},
	{0x03BD, "\\ensuremath{\\nu}"},
	{0x03BE, "\\ensuremath{\\xi}"},
	{0x03BF, "o"},
	{0x03C0, "\\ensuremath{\\pi}"},
	{0x03C1, "\\ensuremath{\\rho}"},
	{0x03C2, "\\ensuremath{\\varsigma}"},
	{0x03C3, "\\ensuremath{\\sigma}"},
	{0x03C4, "\\ensuremath{\\tau}"},
	{0x03C5, "\\ensuremath{\\upsilon}"},
	{0x03C6, "\\ensuremath{\\varphi}"},
	{0x03C7, "\\ensuremath{\\chi}"},
	{0x03C8, "\\ensuremath{\\psi}"},
	{0x03C9, "\\ensuremath{\\omega}"},
	{0x03D1, "\\ensuremath{\\vartheta}"},
	{0x03D5, "\\ensuremath{\\phi}"},
	{0x03D6, "\\ensuremath{\\varpi}"},
	{0x03F1, "\\ensuremath{\\varrho}"},
	{0x03F5, "\\ensuremath{\\epsilon}"},
	{0x1E9E, "SS"},
	{0x2000, "\\enspace{}"},
	{0x2001, "\\quad{}"},
	{0x2002, "\\enspace{}"},
	{0x2003, "\\quad{}"},
	{0x2004, "\\ "},
	{0x2005, "\\,"},
	{0x2006, "\\,"},
	{0x2007, "\\phantom{0}"},
	{0x2008, "\\,"},
	{0x2009, "\\,"},
	{0x200A, "\\,"},
	{0x200B, "\\hspace{0pt}"},
	{0x2012, "\\textendash{}"},
	{0x2015, "\\textemdash{}"},
	{0x2024, "."},
	{0x2025, ".."},
	{0x2026, "\\textellipsis{}"},
	{0x2027, "\\textperiodcentered{}"},
	{0x2028, " "},
	{0x2029, " "},
	{0x202F, "\\,"},
	{0x2031, "\\textpertenthousand{}"},
	{0x2032, "\\ensuremath{\\prime}"},
	{0x2033, "\\ensuremath{\\prime\\prime}"},
	{0x2043, "-"},
	{0x204E, "*"},
	{0x205F, "\\,"},
	{0x2070, "\\textsuperscript{0}"},
	{0x2071, "\\textsuperscript{i}"},
	{0x2074, "\\textsuperscript{4}"},
	{0x2075, "\\textsuperscript{5}"},
	{0x2076, "\\textsuperscript{6}"},
	{0x2077, "\\textsuperscript{7}"},
	{0x2078, "\\textsuperscript{8}"},
	{0x2079, "\\textsuperscript{9}"},
	{0x207A, "\\textsuperscript{+}"},
	{0x207B, "\\ensuremath{^-}"},
	{0x207F, "\\textsuperscript{n}"},
	{0x2080, "\\textsubscript{0}"},
	{0x2081, "\\textsubscript{1}"},
	{0x2082, "\\textsubscript{2}"},
	{0x2083, "\\textsubscript{3}"},
	{0x2084, "\\textsubscript{4}"},
	{0x2085, "\\textsubscript{5}"},
	{0x2086, "\\textsubscript{6}"},
	{0x2087, "\\textsubscript{7}"},
	{0x2088, "\\textsubscript{8}"},
	{0x2089, "\\textsubscript{9}"},
	{0x210F, "\\ensuremath{\\hbar}"},
	{0x2111, "\\ensuremath{\\Im}"},
	{0x2113, "\\ensuremath{\\ell}"},
	{0x2118, "\\ensuremath{\\wp}"},
	{0x211C, "\\ensuremath{\\Re}"},
	{0x2120, "\\textsuperscript{SM}"},
	{0x2122, "\\texttrademark{}"},
	{0x212B, "\\r{A}"},
	{0x2135, "\\ensuremath{\\aleph}"},
	{0x2153, "\\ensuremath{\\frac13}"},
	{0x2154, "\\ensuremath{\\frac23}"},
	{0x215B, "\\ensuremath{\\frac18}"},
	{0x215C, "\\ensuremath{\\frac38}"},
	{0x215D, "\\ensuremath{\\frac58}"},
	{0x215E, "\\ensuremath{\\frac78}"},
	{0x2194, "\\ensuremath{\\leftrightarrow}"},
	{0x2195, "\\ensuremath{\\updownarrow}"},
	{0x2196, "\\ensuremath{\\nwarrow}"},
	{0x2197, "\\ensuremath{\\nearrow}"},
	{0x2198, "\\ensuremath{\\searrow}"},
	{0x2199, "\\ensuremath{\\swarrow}"},
	{0x21A6, "\\ensuremath{\\mapsto}"},
	{0x21A9, "\\ensuremath{\\hookleftarrow}"},
	{0x21AA, "\\ensuremath{\\hookrightarrow}"},
	{0x21D0, "\\ensuremath{\\Leftarrow}"},
	{0x21D1, "\\ensuremath{\\Uparrow}"},
	{0x21D2, "\\ensuremath{\\Rightarrow}"},
	{0x21D3, "\\ensuremath{\\Downarrow}"},
	{0x21D4, "\\ensuremath{\\Leftrightarrow}"},
	{0x21E8, "\\ensuremath{\\Rightarrow}"},
	{0x2200, "\\ensuremath{\\forall}"},
	{0x2202, "\\ensuremath{\\partial}"},
	{0x2203, "\\ensuremath{\\exists}"},
	{0x2205, "\\ensuremath{\\emptyset}"},
	{0x2206, "\\ensuremath{\\Delta}"},
	{0x2207, "\\ensuremath{\\nabla}"},
	{0x2208, "\\ensuremath{\\in}"},
	{0x2209, "\\ensuremath{\\notin}"},
	{0x220B, "\\ensuremath{\\ni}"},
	{0x220F, "\\ensuremath{\\prod}"},
	{0x2210, "\\ensuremath{\\coprod}"},
	{0x2211, "\\ensuremath{\\sum}"},
	{0x2212, "\\ensuremath{-}"},
	{0x2213, "\\ensuremath{\\mp}"},
	{0x2215, "/"},
	{0x2216, "\\ensuremath{\\setminus}"},
	{0x2217, "\\ensuremath{\\ast}"},
	{0x2218, "\\ensuremath{\\circ}"},
	{0x2219, "\\ensuremath{\\cdot}"},
	{0x221A, "\\ensuremath{\\surd}"},
	{0x221D, "\\ensuremath{\\propto}"},
	{0x221E, "\\ensuremath{\\infty}"},
	{0x2220, "\\ensuremath{\\angle}"},
	{0x2223, "\\ensuremath{\\mid}"},
	{0x2225, "\\ensuremath{\\parallel}"},
	{0x2227, "\\ensuremath{\\wedge}"},
	{0x2228, "\\ensuremath{\\vee}"},
	{0x2229, "\\ensuremath{\\cap}"},
	{0x222A, "\\ensuremath{\\cup}"},
	{0x222B, "\\ensuremath{\\int}"},
	{0x2234, "{\\usefont{U}{msa}{m}{n}\\char41}"},
	{0x2235, "{\\usefont{U}{msa}{m}{n}\\char42}"},
	{0x223C, "\\ensuremath{\\sim}"},
	{0x2243, "\\ensuremath{\\simeq}"},
	{0x2245, "\\ensuremath{\\cong}"},
	{0x2248, "\\ensuremath{\\approx}"},
	{0x2260, "\\ensuremath{\\neq}"},
	{0x2261, "\\ensuremath{\\equiv}"},
	{0x2264, "\\ensuremath{\\leq}"},
	{0x2265, "\\ensuremath{\\geq}"},
	{0x226A, "\\ensuremath{\\ll}"},
	{0x226B, "\\ensuremath{\\gg}"},
	{0x2282, "\\ensuremath{\\subset}"},
	{0x2283, "\\ensuremath{\\supset}"},
	{0x2286, "\\ensuremath{\\subseteq}"},
	{0x2287, "\\ensuremath{\\supseteq}"},
	{0x2295, "\\ensuremath{\\oplus}"},
	{0x2296, "\\ensuremath{\\ominus}"},
	{0x2297, "\\ensuremath{\\otimes}"},
	{0x2298, "\\ensuremath{\\oslash}"},
	{0x2299, "\\ensuremath{\\odot}"},
	{0x22A2, "\\ensuremath{\\vdash}"},
	{0x22A3, "\\ensuremath{\\dashv}"},
	{0x22A4, "\\ensuremath{\\top}"},
	{0x22A5, "\\ensuremath{\\bot}"},
	{0x22C5, "\\ensuremath{\\cdot}"},
	{0x22C6, "\\ensuremath{\\star}"},
	{0x22EE, "\\ensuremath{\\vdots}"},
	{0x22EF, "\\ensuremath{\\cdots}"},
	{0x2308, "\\ensuremath{\\lceil}"},
	{0x2309, "\\ensuremath{\\rceil}"},
	{0x230A, "\\ensuremath{\\lfloor}"},
	{0x230B, "\\ensuremath{\\rfloor}"},
	{0x25A0, "{\\usefont{U}{msa}{m}{n}\\char4}"},
	{0x25A1, "{\\usefont{U}{msa}{m}{n}\\char3}"},
	{0x25AA, "{\\usefont{U}{msa}{m}{n}\\char4}"},
	{0x25AB, "{\\usefont{U}{msa}{m}{n}\\char3}"},
	{0x25B2, "{\\usefont{U}{msa}{m}{n}\\char78}"},
	{0x25B3, "{\\usefont{U}{msa}{m}{n}\\char77}"},
	{0x25B6, "{\\usefont{U}{msa}{m}{n}\\char73}"},
	{0x25B7, "\\ensuremath{\\triangleright}"},
	{0x25B8, "{\\usefont{U}{msa}{m}{n}\\char73}"},
	{0x25BA, "{\\usefont{U}{msa}{m}{n}\\char73}"},
	{0x25BC, "{\\usefont{U}{msa}{m}{n}\\char72}"},
	{0x25BD, "{\\usefont{U}{msa}{m}{n}\\char79}"},
	{0x25C0, "{\\usefont{U}{msa}{m}{n}\\char74}"},
	{0x25C1, "\\ensuremath{\\triangleleft}"},
	{0x25C4, "{\\usefont{U}{msa}{m}{n}\\char74}"},
	{0x25C6, "{\\usefont{U}{msa}{m}{n}\\char7}"},
	{0x25C7, "{\\usefont{U}{msa}{m}{n}\\char6}"},
	{0x25C9, "\\ensuremath{\\odot}"},
	{0x25CA, "{\\usefont{U}{msa}{m}{n}\\char6}"},
	{0x25CB, "\\mrRing{}"},
	{0x25CE, "\\ensuremath{\\odot}"},
	{0x25CF, "\\mrDisc{}"},
	{0x25D0, "\\mrHalfDisc{}"},
	{0x25D1, "\\mrHalfDisc{}"},
	{0x25EF, "\\mrRing{}"},
	{0x25FB, "{\\usefont{U}{msa}{m}{n}\\char3}"},
	{0x25FC, "{\\usefont{U}{msa}{m}{n}\\char4}"},
	{0x2605, "{\\usefont{U}{msa}{m}{n}\\char70}"},
	{0x2606, "\\ensuremath{\\star}"},
	{0x2610, "{\\usefont{U}{msa}{m}{n}\\char3}"},
	{0x2611, "{\\usefont{U}{msa}{m}{n}\\char88}"},
	{0x2612, "{\\usefont{U}{msa}{m}{n}\\char2}"},
	{0x2660, "\\ensuremath{\\spadesuit}"},
	{0x2661, "\\ensuremath{\\heartsuit}"},
	{0x2662, "\\ensuremath{\\diamondsuit}"},
	{0x2663, "\\ensuremath{\\clubsuit}"},
	{0x2665, "\\ensuremath{\\heartsuit}"},
	{0x2666, "{\\usefont{U}{msa}{m}{n}\\char7}"},
	{0x266D, "\\ensuremath{\\flat}"},
	{0x266E, "\\ensuremath{\\natural}"},
	{0x266F, "\\ensuremath{\\sharp}"},
	{0x26AA, "\\mrRing{}"},
	{0x26AB, "\\mrDisc{}"},
	{0x2705, "{\\usefont{U}{msa}{m}{n}\\char88}"},
	{0x2713, "{\\usefont{U}{msa}{m}{n}\\char88}"},
	{0x2714, "{\\usefont{U}{msa}{m}{n}\\char88}"},
	{0x2715, "\\mrCross{}"},
	{0x2716, "\\mrCross{}"},
	{0x2717, "\\mrCross{}"},
	{0x2718, "\\mrCross{}"},
	{0x2720, "{\\usefont{U}{msa}{m}{n}\\char122}"},
	{0x274C, "\\mrCross{}"},
	{0x274E, "{\\usefont{U}{msa}{m}{n}\\char2}"},
	{0x2753, "?"},
	{0x2754, "?"},
	{0x2755, "!"},
	{0x2757, "!"},
	{0x2794, "\\ensuremath{\\rightarrow}"},
	{0x2795, "+"},
	{0x2796, "\\ensuremath{-}"},
	{0x279C, "\\ensuremath{\\rightarrow}"},
	{0x27A1, "\\ensuremath{\\rightarrow}"},
	{0x27A4, "\\ensuremath{\\Rightarrow}"},
	{0x27E8, "\\ensuremath{\\langle}"},
	{0x27E9, "\\ensuremath{\\rangle}"},
	{0x27F5, "\\ensuremath{\\longleftarrow}"},
	{0x27F6, "\\ensuremath{\\longrightarrow}"},
	{0x27F7, "\\ensuremath{\\longleftrightarrow}"},
	{0x2A2F, "\\ensuremath{\\times}"},
	{0x2A7D, "\\ensuremath{\\leq}"},
	{0x2A7E, "\\ensuremath{\\geq}"},
	{0x2B05, "\\ensuremath{\\leftarrow}"},
	{0x2B06, "\\ensuremath{\\uparrow}"},
	{0x2B07, "\\ensuremath{\\downarrow}"},
	{0x2B1B, "{\\usefont{U}{msa}{m}{n}\\char4}"},
	{0x2B1C, "{\\usefont{U}{msa}{m}{n}\\char3}"},
	{0x2B24, "\\mrDisc{}"},
	{0x2B50, "{\\usefont{U}{msa}{m}{n}\\char70}"},
	{0x2B55, "\\mrRing{}"},
	{0x3000, "\\quad{}"},
	{0x3008, "\\ensuremath{\\langle}"},
	{0x3009, "\\ensuremath{\\rangle}"},
	{0xFB00, "ff"},
	{0xFB01, "fi"},
	{0xFB02, "fl"},
	{0xFB03, "ffi"},
	{0xFB04, "ffl"},
	{0xFB05, "st"},
	{0xFB06, "st"},
	{0xFFFD, "\\mrReplacement{}"},
};

/* Printable ASCII from the blank on, in thousandths of an em of Latin Modern Roman 10. */
static const uint16_t ascii_widths[95] = {
	333, 278, 374, 833, 500, 833, 778, 278, 389, 389, 500, 778, 278, 333, 278, 500, 500,
	500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 778, 778, 778, 472, 778, 750,
	708, 722, 764, 681, 653, 785, 750, 361, 514, 778, 625, 917, 750, 778, 681, 778, 736,
	556, 722, 750, 750, 1028, 750, 750, 611, 278, 500, 278, 556, 750, 278, 500, 556, 444,
	556, 444, 306, 500, 556, 278, 306, 528, 278, 833, 556, 500, 556, 528, 392, 394, 389,
	556, 528, 722, 528, 528, 444, 500, 278, 500, 556,
};

/* Invisible: controls, marks of direction, joining and variation, and tags. */
static const struct range nothing[] = {
	{0x0000, 0x001F}, {0x007F, 0x009F}, {0x034F, 0x034F}, {0x061C, 0x061C},
	{0x180B, 0x180E}, {0x200C, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
	{0x2066, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
	{0xE0000, 0xE0FFF},
};

/* clang-format on */

#define N(array) (sizeof(array) / sizeof *(array))

static bool is_within(const struct range *ranges, size_t n, uint32_t c)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c < ranges[mid].from)
			high = mid;
		else if (c > ranges[mid].to)
			low = mid + 1;
		else
			return true;
	}
	return false;
}

static const char *find_command(uint32_t c)
{
	size_t low = 0, high = N(commands);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (commands[mid].c == c)
			return commands[mid].command;
		if (c < commands[mid].c)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static const struct accented *find_accented(uint32_t c)
{
	size_t low = 0, high = N(accented);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (accented[mid].c == c)
			return &accented[mid];
		if (c < accented[mid].c)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static char *put_accent(char *at, char accent)
{
	static const char below[] = "textcommabelow";

	*at++ = '\\';
	if (accent != ',') {
		*at++ = accent;
		return at;
	}
	memcpy(at, below, sizeof below - 1);
	return at + sizeof below - 1;
}

/* \'{\^{a}}: the outer accent around the inner one. */
static void make_accented(const struct accented *letter, char made[LATEX_COMMAND_SIZE])
{
	char *at = made;

	if (letter->outer) {
		at = put_accent(at, letter->outer);
		*at++ = '{';
	}
	at = put_accent(at, letter->inner);
	*at++ = '{';
	/* An accent above takes the place of the dot. */
	if ((letter->base == 'i' || letter->base == 'j') && !strchr("dkcb,", letter->inner))
		*at++ = '\\';
	*at++ = letter->base;
	*at++ = '}';
	if (letter->outer)
		*at++ = '}';
	*at = '\0';
}

void latex_char_find(uint32_t c, struct latex_char *out)
{
	const struct accented *letter;

	out->made[0] = '\0';
	out->command = "";
	if (is_within(direct, N(direct), c)) {
		out->kind = LATEX_DIRECT;
		return;
	}
	if (is_within(nothing, N(nothing), c)) {
		out->kind = LATEX_NOTHING;
		return;
	}
	out->kind = LATEX_COMMAND;
	out->command = find_command(c);
	if (out->command)
		return;
	letter = find_accented(c);
	if (letter) {
		make_accented(letter, out->made);
		out->command = out->made;
		return;
	}
	out->command = "";
	out->kind = LATEX_FOREIGN;
}

const char *latex_char_accent(uint32_t c)
{
	switch (c) {
	case 0x300: return "\\`";
	case 0x301: return "\\'";
	case 0x302: return "\\^";
	case 0x303: return "\\~";
	case 0x304: return "\\=";
	case 0x306: return "\\u";
	case 0x307: return "\\.";
	case 0x308: return "\\\"";
	case 0x30A: return "\\r";
	case 0x30B: return "\\H";
	case 0x30C: return "\\v";
	case 0x323: return "\\d";
	case 0x327: return "\\c";
	case 0x328: return "\\k";
	case 0x331: return "\\b";
	default: return "";
	}
}

enum latex_script latex_char_script(uint32_t c)
{
	static const struct range han[] = {{0x1100, 0x11FF}, {0x2E80, 0x4DBF},  {0x4E00, 0x9FFF},
					   {0xA960, 0xA97F}, {0xAC00, 0xD7FF},  {0xF900, 0xFAFF},
					   {0xFF00, 0xFFEF}, {0x20000, 0x3FFFF}};
	static const struct range arabic[] = {{0x0600, 0x06FF},
					      {0x0750, 0x077F},
					      {0x08A0, 0x08FF},
					      {0xFB50, 0xFDFF},
					      {0xFE70, 0xFEFE}};
	static const struct range hebrew[] = {{0x0590, 0x05FF}, {0xFB1D, 0xFB4F}};
	static const struct range marks[] = {{0x0300, 0x036F}, {0x200C, 0x200D}, {0xFE00, 0xFE0F}};

	if (is_within(marks, N(marks), c))
		return LATEX_SCRIPT_MARK;
	if (is_within(han, N(han), c))
		return LATEX_SCRIPT_HAN;
	if (is_within(arabic, N(arabic), c))
		return LATEX_SCRIPT_ARABIC;
	if (is_within(hebrew, N(hebrew), c))
		return LATEX_SCRIPT_HEBREW;
	return LATEX_SCRIPT_OTHER;
}

bool latex_char_needs_t1(uint32_t c)
{
	/* ltoutenc.dtx: what OT1 neither has nor makes; ogonek, eth, thorn, eng, guillemets */
	static const struct range only_t1[] = {
		{0x00AB, 0x00AB}, {0x00BB, 0x00BB}, {0x00D0, 0x00D0}, {0x00DE, 0x00DE},
		{0x00F0, 0x00F0}, {0x00FE, 0x00FE}, {0x0104, 0x0105}, {0x0110, 0x0111},
		{0x0118, 0x0119}, {0x012E, 0x012F}, {0x014A, 0x014B}, {0x0172, 0x0173},
		{0x01EA, 0x01EB}, {0x201A, 0x201A}, {0x201E, 0x201E}, {0x2039, 0x203A}};

	return is_within(only_t1, N(only_t1), c);
}

unsigned latex_char_width(uint32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return ascii_widths[c - 0x20];
	if (is_within(nothing, N(nothing), c) || latex_char_script(c) == LATEX_SCRIPT_MARK)
		return 0;
	if (c >= 0x00C0 && c < 0x0250)
		return c == 0xC6 || c == 0x152 || c == 0x132 ? 1014 : c < 0xDF ? 760 : 640;
	return c < 0x1E00 ? 780 : 1000;
}

static size_t sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead < 0xE0)
		return 2;
	if (lead >= 0xE0 && lead < 0xF0)
		return 3;
	return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

uint32_t latex_char_next(const char *text, size_t n, size_t *length)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	static const unsigned char first_bits[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	size_t size = n > 0 ? sequence_length((unsigned char)text[0]) : 0;
	uint32_t c;

	*length = 1;
	if (size == 0 || size > n)
		return 0xFFFD;
	c = (unsigned char)text[0] & first_bits[size];
	for (size_t i = 1; i < size; i++) {
		if (((unsigned char)text[i] & 0xC0) != 0x80)
			return 0xFFFD;
		c = c << 6 | ((unsigned char)text[i] & 0x3F);
	}
	if (c < least[size] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0xFFFD;
	*length = size;
	return c;
}
