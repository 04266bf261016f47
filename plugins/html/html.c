/* SPDX-License-Identifier: MIT */
/* The web page: its options. */
#include "html/html_page.h"
#include "html/read/html_read.h"

#include "common/chart/chart.h"
#include "common/write/ids.h"
#include "html/feed/html_feed.h"
#include "html/split/html_split.h"
#include "html/page/html_brand.h"

#include <stdlib.h>

enum option {
	OPTION_TITLE,
	OPTION_THEME,
	OPTION_LOGOS,
	OPTION_FRAGMENT,
	OPTION_ID_PREFIX,
	OPTION_HEADING,
	OPTION_SCRIPT,
	OPTION_STYLE,
	OPTION_CHART,
	OPTION_CHART_AT,
	OPTION_DENSITY,
	OPTION_URL,
	OPTION_IMAGE,
	OPTION_SPLIT,
	OPTION_FEED,
	OPTION_BRAND,
	N_OPTIONS = OPTION_BRAND + BRAND_N
};

static const struct mr_option options[N_OPTIONS] = {
	[OPTION_TITLE] = {.name = "title",
			  .type = MR_OPTION_STRING,
			  .help = "heading and title of the page, in place of the dataset's"},
	[OPTION_THEME] = {.name = "theme",
			  .type = MR_OPTION_CHOICE,
			  .initial = "auto",
			  .choices = "auto|light|dark|contrast",
			  .help = "colours to begin with; auto follows the reader's system"},
	[OPTION_LOGOS] = {.name = "logos",
			  .type = MR_OPTION_FLAG,
			  .initial = "yes",
			  .help = "the products' logos in the head of their columns"},
	[OPTION_FRAGMENT] = {.name = "fragment",
			     .type = MR_OPTION_FLAG,
			     .initial = "no",
			     .help = "only the report, to be included in a page of a site"},
	[OPTION_ID_PREFIX] = {.name = "id-prefix",
			      .type = MR_OPTION_STRING,
			      .help = "what begins every id of a fragment; default: the dataset's "
				      "name and a hyphen"},
	[OPTION_HEADING] = {.name = "heading",
			    .type = MR_OPTION_INTEGER,
			    .initial = "1",
			    .min = 1,
			    .max = 5,
			    .help = "level of the title's heading; sections are one below"},
	[OPTION_SCRIPT] =
		{.name = "script",
		 .type = MR_OPTION_FLAG,
		 .initial = "yes",
		 .help = "search, choice and downloads; without it the page is only read"},
	[OPTION_STYLE] = {.name = "style",
			  .type = MR_OPTION_FLAG,
			  .initial = "yes",
			  .help = "the style sheet; a fragment may leave it to its site"},
	[OPTION_CHART] = {.name = "chart",
			  .type = MR_OPTION_CHOICE,
			  .initial = "none",
			  .choices = "none|" CHART_KINDS,
			  .help = "a chart with the table, with its numbers as a table"},
	[OPTION_CHART_AT] = {.name = "chart-at",
			     .type = MR_OPTION_CHOICE,
			     .initial = "below",
			     .choices = "below|above|beside",
			     .help = "where it stands: below the table and its notes, above, or "
				     "beside it where both have room"},
	[OPTION_DENSITY] = {.name = "density",
			    .type = MR_OPTION_CHOICE,
			    .initial = "comfortable",
			    .choices = "comfortable|compact",
			    .help = "how close rows stand to begin with"},
	[OPTION_URL] = {.name = "url",
			.type = MR_OPTION_STRING,
			.help = "where the page will stand: its canonical address, for search "
				"engines and previews"},
	[OPTION_IMAGE] = {.name = "image",
			  .type = MR_OPTION_STRING,
			  .help = "address of a picture for previews of links to the page; the "
				  "page itself never asks for it"},
	[OPTION_SPLIT] = {.name = "split",
			  .type = MR_OPTION_FLAG,
			  .initial = "no",
			  .help = "a page for each category and each product beside the page, "
				  "which then is their index"},
	[OPTION_FEED] = {.name = "feed",
			 .type = MR_OPTION_FLAG,
			 .initial = "no",
			 .help = "an Atom feed of what changed since the older edition, beside "
				 "the page"},
	/* these five stand from OPTION_BRAND on */
	BRAND_OPTIONS(
		"a picture of the house that makes the page, beside its title; a fragment has none",
		"a line above the title; a fragment has none",
		"such a line at the foot, or none; parts with {page}, {total}, {category} or {products} are left out",
		"the house's colour, for title, links and what is chosen; darker or lighter where "
		"words would be hard to read in it; the theme contrast keeps its own"),
};

/* The dataset's name and a hyphen. */
static const char *own_prefix(struct mr_job *job)
{
	struct out out;

	out_to_memory(&out, 0);
	ids_put_name(&out, job->matrix->base_name);
	out_char(&out, '-');
	return out_keep(&out, job);
}

/* An address that others will ask for, "" where none is given; or null after an error. */
static const char *read_address(struct html_page *page, enum option option)
{
	const struct mr_value *value = mr_option_value(page->job, option);

	if (!value->is_set || !*value->text)
		return "";
	if (strncmp(value->text, "https://", 8) == 0 || strncmp(value->text, "http://", 7) == 0)
		return value->text;
	page->job->diag(page->job, MR_ERROR, NULL,
			"%s has to be a whole address that begins with https:// or http://, "
			"which '%s' does not",
			options[option].name, value->text);
	return NULL;
}

static int read_options(struct html_page *page)
{
	struct mr_job *job = page->job;
	const struct mr_value *title = mr_option_value(job, OPTION_TITLE);
	const struct mr_value *prefix = mr_option_value(job, OPTION_ID_PREFIX);

	page->title = title->is_set ? title->text : page->m->title;
	page->theme = mr_option_value(job, OPTION_THEME)->text;
	page->has_logos = mr_option_value(job, OPTION_LOGOS)->integer != 0;
	page->is_fragment = mr_option_value(job, OPTION_FRAGMENT)->integer != 0;
	page->has_script = mr_option_value(job, OPTION_SCRIPT)->integer != 0;
	page->has_style = mr_option_value(job, OPTION_STYLE)->integer != 0;
	page->heading = (unsigned)mr_option_value(job, OPTION_HEADING)->integer;
	page->chart = mr_option_value(job, OPTION_CHART)->text;
	page->chart_at = mr_option_value(job, OPTION_CHART_AT)->text;
	page->is_compact = strcmp(mr_option_value(job, OPTION_DENSITY)->text, "compact") == 0;
	page->url = read_address(page, OPTION_URL);
	page->image = read_address(page, OPTION_IMAGE);
	if (!page->url || !page->image || html_brand_read(page, OPTION_BRAND) != 0)
		return -1;
	page->prefix = "";
	if (page->is_fragment)
		page->prefix = own_prefix(job);
	if (!prefix->is_set)
		return 0;
	if (!ids_vet_prefix(job, prefix->text))
		return -1;
	page->prefix = prefix->text;
	return 0;
}

static int render(struct mr_job *job)
{
	struct html_page page = {.job = job, .m = job->matrix};
	int status = -1;

	out_to_memory(&page.texts, 0);
	if (read_options(&page) || html_phrases_load(&page))
		goto out;
	page.kept = job->alloc(job, (page.m->n_texts + (size_t)1) * sizeof(*page.kept));
	page.n_marks = job->alloc(job, (page.m->notes.n + (size_t)1) * sizeof(*page.n_marks));
	html_chart_draw(&page);
	if (mr_option_value(job, OPTION_FEED)->integer && html_feed_begin(&page))
		goto out;
	if (mr_option_value(job, OPTION_SPLIT)->integer)
		status = html_split_write(&page);
	else
		status = html_page_write(&page, job->open(job, ""));
	if (status == 0 && page.feed)
		status = html_feed_write(&page);
out:
	out_release(&page.texts);
	out_release(&page.drawing);
	out_release(&page.chart_css);
	return status;
}

static int vet(uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	return brand_vet(OPTION_BRAND, index, value, why, size);
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "html",
	.summary = "a page in one file: complete without JavaScript, a tool with it",
	.version = "1.0",
	.extension = "html",
	.media_type = "text/html",
	.capabilities = MR_CAN_DOCUMENT | MR_CAN_SEVERAL | MR_CAN_READ_TEXT,
	.options = options,
	.n_options = N_OPTIONS,
	.template_name = "page.html",
	.render = render,
	.vet = vet,
	.read = html_read,
	.read_suffixes = "html|htm|xhtml",
	.sniff = html_read_sniff,
	.license = "MIT",
	.suffixes = "htm",
	.examples = "-O theme=dark # dark whatever the reader prefers\n"
		    "-O fragment -o part.html # to put into a page of your own\n"
		    "-O split -o site/ # a page for each category and product, and an index",
};
