/* SPDX-License-Identifier: MIT */
#include "lint/rules.h"

#include <string.h>

/* ---- said while a file is read (core/check) */

#define READ(name, when, cause, remedy)                     \
	{                                                   \
		name, when, MR_WARNING, cause, remedy, NULL \
	}

/* ---- said of what was interpreted (core/read): "read-" and the name of the doubt */

#define DOUBT(name, cause) \
	READ("read-" name, RULES_ALWAYS, cause, "the option that the message names")

static const struct rule rules[] = {
	READ("boolean", RULES_ALWAYS,
	     "a cell is true or false, which YAML and JSON tools make of yes and no; it is a text and not counted",
	     "write yes or no; in quotes the word is meant"),
	READ("empty-category", RULES_ALWAYS, "a category has no features and is not shown",
	     "give it a feature, or take it out"),
	READ("image", RULES_ALWAYS, "an image in a text is shown by its words only",
	     "make it a link, or words"),
	READ("link-title", RULES_ALWAYS, "the title of a link is not shown", "say it in the text"),
	READ("long-text", RULES_ALWAYS, "a text is so long that it is shown without its markup",
	     "cut it in pieces"),
	READ("note-twice", RULES_ALWAYS, "a list of notes has the same note twice",
	     "take one of them out"),
	DOUBT("column", "a column was taken for a product, or for none"),
	DOUBT("encoding", "words look as if they went through the wrong encoding"),
	DOUBT("file", "the reader of the file was in doubt"),
	DOUBT("image", "an image stands where words are expected"),
	DOUBT("legend", "a legend was read so, or could not be"),
	DOUBT("link", "a link could not be kept"),
	DOUBT("lost", "the dataset has no place for something"),
	DOUBT("names", "the name of a product, category or feature was made up or changed"),
	DOUBT("note", "a mark has no note, or a note has no mark"),
	DOUBT("option", "an option of reading never applied"),
	DOUBT("orientation", "products may stand in rows or in columns"),
	DOUBT("parts", "a cell has two answers"),
	DOUBT("section", "a row was taken for a heading, or was not"),
	DOUBT("tables", "of several tables these were taken"),
	DOUBT("word", "a word or sign was taken for a status, or for a text"),
	READ("status-text", RULES_ALWAYS,
	     "a bare text stands among statuses and is not counted: most often a misspelt or foreign status",
	     "write the status; {text: ...}, or kind: text at the feature, says that a text is meant"),
	READ("twin-symbols", RULES_ALWAYS, "two statuses that are used have one symbol",
	     "give one of them a symbol of its own"),
	READ("url-scheme", RULES_ALWAYS,
	     "an address has no scheme and so names a file beside the document",
	     "write https:// before it"),
};

enum { N_RULES = sizeof(rules) / sizeof(*rules) };

_Static_assert((int)N_RULES <= (int)RULES_MOST, "a policy has room for each rule");

size_t rules_count(void)
{
	return N_RULES;
}

const struct rule *rules_at(size_t index)
{
	return &rules[index];
}

size_t rules_find(const char *name)
{
	size_t low = 0, high = N_RULES;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(name, rules[middle].name);

		if (order == 0)
			return middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return N_RULES;
}
