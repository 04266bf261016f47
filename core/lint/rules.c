/* SPDX-License-Identifier: MIT */
#include "lint/rules.h"

#include "lint/dates.h"
#include "lint/gaps.h"
#include "lint/idname.h"
#include "lint/links.h"
#include "lint/phrases.h"
#include "lint/twins.h"

#include <string.h>

/* ---- said while a file is read (core/check) */

#define READ(name, when, cause, remedy)                     \
	{                                                   \
		name, when, MR_WARNING, cause, remedy, NULL \
	}

/* ---- said of what was interpreted (core/read): "read-" and the name of the doubt */

#define DOUBT(name, cause) \
	READ("read-" name, RULES_ALWAYS, cause, "the option that the message names")

/* ---- asked by lint_check() */

#define ASK(name, when, check, cause, remedy)                \
	{                                                    \
		name, when, MR_WARNING, cause, remedy, check \
	}

static const struct rule rules[] = {
	READ("boolean", RULES_ALWAYS,
	     "a cell is true or false, which YAML and JSON tools make of yes and no; it is a text and not counted",
	     "write yes or no; in quotes the word is meant"),
	ASK("contradiction", RULES_CHECK, phrases_contradict,
	    "the words of a status begin with its opposite", "put one of them right"),
	ASK("dead-link", RULES_CHECK, links_dead,
	    "an address is malformed, cut off, or of a host that others cannot reach",
	    "write the address that a reader's browser can open"),
	READ("empty-category", RULES_ALWAYS, "a category has no features and is not shown",
	     "give it a feature, or take it out"),
	ASK("example-link", RULES_ASKED, links_example,
	    "an address is of a host that is for examples (example.com and its like)",
	    "write the real address"),
	ASK("future-date", RULES_CHECK, dates_future,
	    "as_of or a day of verification lies after today, which --today or SOURCE_DATE_EPOCH says",
	    "write the day on which someone looked"),
	ASK("http-link", RULES_CHECK, links_http, "an address is not encrypted",
	    "try it with https://"),
	ASK("id-name", RULES_ASKED, idname_far, "an id shares nothing with the name beside it",
	    "choose one that says what the name says, and keep the old one in formerly"),
	ASK("id-swapped", RULES_CHECK, idname_swapped,
	    "an id is not what its record is called, and is what another is called",
	    "see whether the ids or the names are mixed up"),
	READ("image", RULES_ALWAYS, "an image in a text is shown by its words only",
	     "make it a link, or words"),
	{"language", RULES_CHECK, MR_NOTE,
	 "the interface has no words in the language of the dataset, and speaks English",
	 "nothing needs to be done", phrases_language},
	READ("link-title", RULES_ALWAYS, "the title of a link is not shown", "say it in the text"),
	READ("long-text", RULES_ALWAYS, "a text is so long that it is shown without its markup",
	     "cut it in pieces"),
	ASK("mostly-unknown", RULES_ASKED, gaps_unknown,
	    "more than half of the cells of a product or feature are unknown",
	    "find the answers out, or leave it out until then"),
	ASK("near-features", RULES_ASKED, twins_near,
	    "two features of a category have names one letter apart", "if they are one, keep one"),
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
	ASK("stale", RULES_ASKED, dates_stale,
	    "nobody has verified a cell for so many days (--stale), or ever",
	    "look again, and say when: verified"),
	ASK("status-in-text", RULES_CHECK, phrases_answers,
	    "a text holds answers, as in 'Timeout yes, Retry no', which are not counted",
	    "write parts; kind: text at the feature says that texts are meant"),
	READ("status-text", RULES_ALWAYS,
	     "a bare text stands among statuses and is not counted: most often a misspelt or foreign status",
	     "write the status; {text: ...}, or kind: text at the feature, says that a text is meant"),
	READ("stray-space", RULES_CHECK, "a text begins or ends in a space", "take the space out"),
	ASK("twin-features", RULES_CHECK, twins_features,
	    "two features of a category have one name but for case, spaces, hyphens or a plural s",
	    "keep one, or say in the names what tells them apart"),
	ASK("twin-products", RULES_CHECK, twins_products,
	    "two products have one name but for case, spaces, hyphens or a plural s",
	    "keep one, or say in the names what tells them apart"),
	READ("twin-symbols", RULES_ALWAYS, "two statuses that are used have one symbol",
	     "give one of them a symbol of its own"),
	ASK("unsourced", RULES_ASKED, gaps_sources,
	    "a cell says yes, and neither a source nor a link says where that stands",
	    "write source at the cell"),
	ASK("unused-note", RULES_CHECK, gaps_unused_notes, "nothing refers to a shared note",
	    "name it in notes of a cell, or take it out"),
	READ("url-scheme", RULES_ALWAYS,
	     "an address has no scheme and so names a file beside the document",
	     "write https:// before it"),
	ASK("verified-late", RULES_CHECK, dates_late, "a cell was verified after as_of",
	    "set as_of to the day of the newest fact"),
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
