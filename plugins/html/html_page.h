/* SPDX-License-Identifier: MIT */
/*
 * html_page.h - what the files of this plugin share: one page being written.
 *
 *   html.c           options
 *   html_page.c      puts a page together
 *   html_split.c     a page for each category and product, and their index
 *   html_narrow.c    the matrix of one of them: parts of the whole, nothing counted anew
 *   html_index.c     what stands in the index in place of the table
 *   html_summary.c   what a product has, lacks and what is unknown
 *   html_feed.c      what changed, for those who follow it
 *   html_file.c      the values a template may name, and the ready blocks among them
 *   html_table.c     the table: the one part whose size is the dataset's
 *   html_cell.c      a cell of it
 *   html_value.c     what a cell says, in short: how an older edition is quoted
 *   html_changes.c   what changed since another edition: marks in the table, and the list
 *   html_ranking.c   which products suit somebody
 *   html_ranking_config.c   the same as data for the script
 *   html_legend.c    the statuses in use
 *   html_notes.c     notes, with links back to their marks
 *   html_contents.c  the way to the categories
 *   html_logo.c      the products' pictures
 *   html_picks.c     products ticked on a phone without the script
 *   html_brand.c     logo, lines and colour of the house that makes the page
 *   html_chart.c     a chart inside the page
 *   html_words.c     rich text, written once per distinct text and kept; words of the interface
 *   html_long.c      words that may be too wide for a column
 *   html_phrases.c   where the latter come from: the contract, and templates/html/words_XX.txt
 *   html_status.c    how a status is named and shown
 *   html_palette.c   the colours of the style sheet
 *   html_address.c   ids and selectors
 *   html_json.c      data for the script and for search engines
 *   html_csp.c       style, script and the policy with their hashes
 *   html_compact.c   the same without comments and blanks
 *   html_names.c     and with short names
 *   html_raise.c     a fragment's style above that of its host
 *   html_escape.c    the only place where data becomes markup
 *
 * IDS.  A feature's address is its id (#tcp); products, categories and notes have "product-",
 * "category-" and "note-" before theirs, the page's own parts "mr-".  A feature whose id begins with
 * one of these gets "feature-" before it, so no two addresses can be equal.  In a fragment every
 * address has the page's prefix before all of this, so that it does not clash with its host page.
 */
#ifndef MESHREPORT_HTML_PAGE_H
#define MESHREPORT_HTML_PAGE_H

#include "common/write/fill.h"
#include "common/write/links.h"
#include "common/write/brand.h"
#include "common/write/out.h"

#include <meshreport/plugin.h>

/* Marks of a note that its entry in the list leads back to; the rest are only counted. */
#define HTML_MAX_BACK_LINKS 20

/* More than these are set smaller, and on larger paper; script_view.js says the same of what a reader chose. */
#define HTML_MANY_PRODUCTS 8

/* Cells from which on rows out of sight are not laid out: the page says so in a class. */
#define HTML_LARGE 3000

/*
 * Where a cell's words say its status, its symbol is an ornament: the style sheet draws it, which
 * keeps an element a cell out of the page.  Cells of this class hold their symbol themselves,
 * because it has to be read out or because there is no style sheet.
 */
#define HTML_OWN_SYMBOL "mr-own"

/*
 * U+2066 and U+2069: a date or a version in a sentence that is written from right to left keeps its
 * own direction, or 2019-11-06 would be read as 06-11-2019 (UAX 9, 2.4).
 */
#define HTML_ISOLATE "\xe2\x81\xa6"
#define HTML_END_ISOLATE "\xe2\x81\xa9"

/* Where in `texts` the HTML of a text stands; n_written == 0: not made yet. */
struct html_kept {
	uint64_t at;
	uint32_t n;
	bool is_made;
};

struct html_names;

/* Where things stand when there are several pages (html_split.c): files, without folders, by index in `whole`. */
struct html_places {
	const struct mr_matrix *whole;
	const char *const *categories;
	const char *const *products;
	const char *index;
};

/* The pages around one of several; "" where there is none, titles unescaped. */
struct html_around {
	const char *up, *up_title;
	const char *previous, *previous_title;
	const char *next, *next_title;
};

struct html_page {
	struct mr_job *job;
	const struct mr_matrix *m;
	const char *title; /* of the page: the dataset's, or the user's */
	const char *prefix; /* before every id; "" unless a fragment */
	const char *url; /* where it will stand, and of a picture of it; "": nowhere */
	const char *image;
	const char *theme; /* "auto", "light", "dark", "contrast" */
	const char *chart; /* "none" or the name of one */
	const char *chart_at; /* "below", "above", "beside" the table */
	const char *chart_script; /* what makes it follow: chart_NAME.js; "": nothing */
	const struct html_places *places; /* null: all is in this page */
	struct html_around around; /* zeroed but in one of several pages */
	const char *feed; /* the file of the changes beside it, or null */
	bool is_feed; /* what is written is that file */
	bool is_index; /* of several pages */
	bool is_read_only; /* one of very many: no script, and no style for what it does not have */
	struct brand brand; /* what of it is whose: html_brand.h */
	bool is_fragment;
	bool has_logos;
	bool has_script;
	bool has_style;
	bool is_compact; /* rows stand close */
	bool is_large; /* so many cells that rows out of sight are left out of the layout */
	bool has_evidence; /* a cell says when or from what it is known */
	unsigned heading; /* level of the title; sections are one below */

	struct mr_word *words; /* of the interface, sorted by key; see html_phrases.c */
	uint32_t n_words;

	struct out texts; /* the HTML of rich texts, see html_words.c */
	struct html_kept *kept; /* by text id */
	/* Of the cells of this page: on paper an address is a number, and stands in a list. */
	struct links sources;
	uint32_t *n_marks; /* by note: how often names and cells refer to it */

	struct out style; /* as written between <style> and </style> */
	struct out script;
	const struct html_names *names; /* while the script is read */
	struct out drawing; /* the chart and its table; empty without one */
	struct out chart_css; /* its colours */
	struct mr_bytes template_text; /* whose own styles and scripts the policy allows */
};

/* ---- html_words.c */

/* The HTML of a rich text. */
void html_words_put(struct html_page *page, struct out *out, const struct mr_text *text);
bool html_words_have_link(const struct mr_text *text);
/* A word of the interface, escaped. */
void html_words_say(struct html_page *page, struct out *out, const char *key, const char *english);
/* "Note 3" */
void html_words_note(struct html_page *page, struct out *out, const struct mr_note *note);
/* A word of the interface with its place filled, escaped. */
void html_words_fill(struct html_page *page, struct out *out, const char *key, const char *english,
		     struct fill_place place);
/* Plain words, escaped; no line ends within a day, "2024-02-01" (ISO 8601), as browsers do at its hyphens. */
void html_words_plain(struct out *out, const char *text, size_t n);
/* A name, escaped; like a rich text it is isolated where it runs the other way than the page. */
void html_words_name(const struct html_page *page, struct out *out, const char *name);
/* The same in the table, where it may have to break (html_long.h). */
void html_words_head(const struct html_page *page, struct out *out, const char *name);
/* What fills a place, unescaped: it keeps its direction, and that of the words around. */
void html_words_value(const struct html_page *page, struct out *out, const char *value);

/* ---- html_phrases.c */

/* Fills page->words; 0, or -1 after an error was reported.  Memory is the job's. */
int html_phrases_load(struct html_page *page);
/* The word for `key`, unescaped; `english` where there is none. */
const char *html_phrases_find(const struct html_page *page, const char *key, const char *english);

/* ---- html_address.c */

enum html_id { HTML_ID_FEATURE, HTML_ID_PRODUCT, HTML_ID_CATEGORY };

/* The address of something, escaped, without "#". */
void html_address_put(const struct html_page *page, struct out *out, enum html_id kind,
		      const char *id);
/* The address of what the list of changes says of it. */
void html_address_change(const struct html_page *page, struct out *out, enum html_id kind,
			 const char *id);
/* The addresses of a note and of its `nth` mark, from 1. */
void html_address_note(const struct html_page *page, struct out *out, const struct mr_note *note);
void html_address_mark(const struct html_page *page, struct out *out, const struct mr_note *note,
		       uint32_t nth);
/* Where a link to something leads, escaped: "#tcp", or where it stands in another page "mesh-category-net.html#tcp". */
void html_address_link(const struct html_page *page, struct out *out, enum html_id kind,
		       const char *id);
/* The same for a fragment reference of the dataset, "#product-istio", as an address of its own. */
void html_address_jump(const struct html_page *page, struct out *out, const char *url);
/* The file of the index, where that is another page. */
void html_address_index(const struct html_page *page, struct out *out);
/* A selector of this report alone: what depends on the data must not reach another one of the page. */
void html_address_scope(const struct html_page *page, struct out *out);

/* ---- html_status.c */

/* The letter of a like in class names: y, p, n, u, x. */
char html_status_letter(uint32_t like);
/* Its word in attributes: "partial". */
const char *html_status_like(uint32_t like);
/* Whether the class of its like says which status it is. */
bool html_status_is_plain(const struct mr_status *status);
/* The status that stands for all that count alike: the built-in word; null when it has gone. */
const struct mr_status *html_status_of_like(const struct mr_matrix *m, uint32_t like);
/* The symbol as an element; spoken, it says the status's label to who cannot see it. */
void html_status_symbol(struct out *out, const struct mr_status *status, bool is_spoken);

/* ---- the table, and what stands around it */

void html_table_put(struct html_page *page, struct out *out);
void html_legend_put(struct html_page *page, struct out *out);
/* The rules that draw the symbols of statuses, see HTML_OWN_SYMBOL. */
void html_legend_symbols(struct html_page *page, struct out *out);
void html_notes_put(struct html_page *page, struct out *out);
/* Where the cells are known from: for paper. */
void html_notes_sources(struct html_page *page, struct out *out);
void html_contents_put(struct html_page *page, struct out *out);
void html_logo_put(struct html_page *page, struct out *out, uint32_t col);

/* ---- html_chart.c */

/* Draws page->chart, if any; one that cannot be drawn is a warning, and left out. */
void html_chart_draw(struct html_page *page);

/* ---- html_table.c */

/* The cell of a foot: how many of each like are counted. */
void html_table_total(struct html_page *page, struct out *out, const struct mr_counts *counts);

/* ---- html_json.c */

void html_json_config(struct html_page *page, struct out *out);
void html_json_linked_data(struct html_page *page, struct out *out);

/* ---- html_csp.c */

/*
 * Reads the style_NAME.css, the files of the script and, for a chart, charts.js and its chart_KIND.js of the templates; 0,
 * or -1 after an error was reported.
 */
int html_csp_load(struct html_page *page);
void html_csp_style(struct html_page *page, struct out *out);
void html_csp_script(struct html_page *page, struct out *out);
void html_csp_policy(struct html_page *page, struct out *out);

/* ---- html_page.c */

/* Forgets the HTML of rich texts where it depends on what is written: their links do, of several pages. */
void html_page_forget(struct html_page *page);
/* Writes the page of page->m into `sink`; 0, or -1 after an error was reported. */
int html_page_write(struct html_page *page, struct mr_sink *sink);

/* ---- html_file.c */

/* Renders the template `name` with the page's data into `out`; 0 or -1, reported. */
int html_file_fill(struct html_page *page, const char *name, struct out *out);

#endif
