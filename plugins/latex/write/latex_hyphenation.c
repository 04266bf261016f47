/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_hyphenation.h"

#include <string.h>

/* Languages by tag, and what TeX calls their patterns of hyphenation (language.dat of TeX Live). */
static const struct {
	const char *tag, *patterns;
} hyphenated[] = {
	{"en-GB", "ukenglish"}, {"de", "ngerman"},    {"fr", "french"},     {"es", "spanish"},
	{"it", "italian"},      {"pt", "portuguese"}, {"nl", "dutch"},      {"pl", "polish"},
	{"ru", "russian"},      {"uk", "ukrainian"},  {"sv", "swedish"},    {"da", "danish"},
	{"nb", "bokmal"},       {"no", "bokmal"},     {"nn", "nynorsk"},    {"fi", "finnish"},
	{"cs", "czech"},        {"sk", "slovak"},     {"hu", "hungarian"},  {"tr", "turkish"},
	{"el", "monogreek"},    {"ca", "catalan"},    {"ro", "romanian"},   {"hr", "croatian"},
	{"sl", "slovenian"},    {"et", "estonian"},   {"lt", "lithuanian"}, {"lv", "latvian"}};

/* LuaTeX's formats have the patterns of English alone; those of others it loads by name (luatex-hyphen.pdf). */
static void write_patterns_of_lua(struct out *out, const char *patterns)
{
	out_string(out, "\\ifdefined\\directlua\\ifcsname l@");
	out_string(out, patterns);
	out_string(out, "\\endcsname\\else\n"
			"  \\ifnum\\directlua{tex.sprint(pcall(require,'luatex-hyphen') and "
			"luatexhyphen.lookupname('");
	out_string(out, patterns);
	out_string(out, "') and 1 or 0)}=1\n"
			"    \\expandafter\\newlanguage\\csname l@");
	out_string(out, patterns);
	out_string(out, "\\endcsname\n    \\directlua{luatexhyphen.loadlanguage('");
	out_string(out, patterns);
	out_string(out, "',\\number\\csname l@");
	out_string(out, patterns);
	out_string(out, "\\endcsname)}%\n  \\fi\n\\fi\\fi\n");
}

void latex_hyphenation_write(struct out *out, const char *language)
{
	for (size_t i = 0; i < sizeof(hyphenated) / sizeof(*hyphenated); i++) {
		size_t n = strlen(hyphenated[i].tag);

		if (strncmp(language, hyphenated[i].tag, n) != 0 ||
		    (language[n] != '\0' && language[n] != '-'))
			continue;
		write_patterns_of_lua(out, hyphenated[i].patterns);
		out_string(out, "\\ifcsname l@");
		out_string(out, hyphenated[i].patterns);
		out_string(out, "\\endcsname\\AtBeginDocument{\\language\\csname l@");
		out_string(out, hyphenated[i].patterns);
		out_string(out, "\\endcsname}\\fi\n");
		return;
	}
}
