/* SPDX-License-Identifier: MIT */
#include "html/split/html_split.h"

#include "common/write/isolate.h"
#include "html/split/html_narrow.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	ARTIFACTS_MAX = 4096, /* mr_job.open */
	NAME_MAX_BYTES =
		80, /* of an id in a file's name; with what stands before it less than the 100 of mr_job.open */
	PART_SIZE = 128
};

/* All names of one kind, "category" or "product". */
struct names {
	const char *kind;
	char (*part)[PART_SIZE];
	const char **file;
	uint32_t n;
};

struct split {
	struct html_page *page;
	const struct mr_files_1 *files;
	struct html_narrow narrow;
	struct html_places
		*places; /* the job's memory: what is written after the pages asks, too */
	struct names categories, products;
	const char *title; /* of the whole */
	const char *url;
};

/* ---- names */

/* In lower case, as some file systems see no other: what is no ASCII letter or digit becomes a hyphen. */
static void put_slug(char part[PART_SIZE], const char *kind, const char *id)
{
	size_t n = (size_t)snprintf(part, PART_SIZE, "%s-", kind), begin = n;

	for (; *id && n - begin < NAME_MAX_BYTES; id++) {
		bool is_upper = *id >= 'A' && *id <= 'Z';
		bool is_kept = (*id >= 'a' && *id <= 'z') || (*id >= '0' && *id <= '9');

		if (is_upper || is_kept)
			part[n++] = is_upper ? (char)(*id + 32) : *id;
		else if (part[n - 1] != '-')
			part[n++] = '-';
	}
	while (n > begin && part[n - 1] == '-')
		n--;
	part[n == begin ? n - 1 : n] = '\0';
}

static bool is_taken(const struct names *names, const char *part)
{
	for (uint32_t i = 0; i < names->n; i++)
		if (strcmp(names->part[i], part) == 0)
			return true;
	return false;
}

/* Ids that differ only in what a slug drops are told apart by a number. */
static void add_name(struct split *split, struct names *names, const char *id)
{
	struct mr_job *job = split->page->job;
	char *part = names->part[names->n];
	size_t n;

	put_slug(part, names->kind, id);
	n = strlen(part);
	for (unsigned count = 2; is_taken(names, part); count++)
		snprintf(part + n, PART_SIZE - n, "-%u", count);
	names->file[names->n++] = split->files->name(job, part, "html");
}

static struct names make_names(struct mr_job *job, const char *kind, uint32_t n)
{
	return (struct names){.kind = kind,
			      .part = job->alloc(job, (n + (size_t)1) * sizeof(char[PART_SIZE])),
			      .file = job->alloc(job, (n + (size_t)1) * sizeof(char *))};
}

static void name_all(struct split *split)
{
	struct mr_job *job = split->page->job;
	const struct mr_matrix *m = job->matrix;

	split->categories = make_names(job, "category", m->categories.n);
	split->products = make_names(job, "product", m->products.n);
	for (uint32_t i = 0; i < m->categories.n; i++)
		add_name(split, &split->categories, mr_category_at(m, i)->id);
	for (uint32_t col = 0; col < m->products.n; col++)
		add_name(split, &split->products, mr_product_at(m, col)->id);
	split->places = job->alloc(job, sizeof(*split->places));
	*split->places = (struct html_places){.whole = m,
					      .index = split->files->name(job, "", "html"),
					      .categories = split->categories.file,
					      .products = split->products.file};
}

/* ---- what a page says of itself and of those around it */

static const char *name_of(const struct split *split, const struct names *names, uint32_t index)
{
	const struct mr_matrix *m = split->places->whole;
	const struct mr_category *category;

	if (names == &split->products)
		return mr_product_at(m, index)->name;
	category = mr_category_at(m, index);
	return mr_text_is_empty(category->name) ? category->id : category->name->plain;
}

/* "Istio – Service mesh comparison" */
static const char *title_of(const struct split *split, const char *name)
{
	struct out out;

	out_to_memory(&out, 0);
	isolate_put(&out, name, split->places->whole->is_rtl);
	out_string(&out, " – ");
	isolate_put(&out, split->title, split->places->whole->is_rtl);
	return out_keep(&out, split->page->job);
}

/* The file in the folder that the address of the index is in. */
static const char *url_of(const struct split *split, const char *file)
{
	const char *path = strstr(split->url, "://"), *slash;
	struct out out;

	if (!path)
		return "";
	path = strchr(path + 3, '/');
	slash = path;
	for (const char *at = path; at && *at && *at != '?' && *at != '#'; at++)
		slash = *at == '/' ? at : slash;
	out_to_memory(&out, 0);
	out_bytes(&out, split->url, slash ? (size_t)(slash - split->url) : strlen(split->url));
	out_char(&out, '/');
	out_string(&out, file);
	return out_keep(&out, split->page->job);
}

static struct html_around around(const struct split *split, const struct names *names, uint32_t i)
{
	bool has_next = i + 1 < names->n;

	return (struct html_around){
		.up = split->places->index,
		.up_title = split->title,
		.previous = i > 0 ? names->file[i - 1] : "",
		.previous_title = i > 0 ? name_of(split, names, i - 1) : "",
		.next = has_next ? names->file[i + 1] : "",
		.next_title = has_next ? name_of(split, names, i + 1) : "",
	};
}

/* ---- pages */

static int write_part(struct split *split, const struct names *names, uint32_t i)
{
	struct html_page *page = split->page;
	struct mr_job *job = page->job;

	page->title = title_of(split, name_of(split, names, i));
	page->url = url_of(split, names->file[i]);
	page->around = around(split, names, i);
	return html_page_write(page, split->files->open(job, names->part[i], "html"));
}

static int write_categories(struct split *split)
{
	struct html_page *page = split->page;
	int status = 0;

	for (uint32_t i = 0; status == 0 && i < split->categories.n; i++) {
		page->m = html_narrow_category(&split->narrow, i);
		status = write_part(split, &split->categories, i);
	}
	return status;
}

static int write_products(struct split *split)
{
	struct html_page *page = split->page;
	int status = 0;

	page->has_script = false;
	page->is_read_only = true;
	for (uint32_t col = 0; status == 0 && col < split->products.n; col++) {
		page->m = html_narrow_product(&split->narrow, col);
		status = write_part(split, &split->products, col);
		page->job->progress(page->job, col + 1, split->products.n);
	}
	return status;
}

/* The index is opened first: what the host says of a run it says of the first. */
static int write_index(struct split *split)
{
	struct html_page *page = split->page;
	bool has_script = page->has_script;
	int status;

	page->is_index = true;
	page->has_script = false;
	status = html_page_write(page, page->job->open(page->job, ""));
	page->is_index = false;
	page->has_script = has_script;
	page->drawing.n = 0; /* the chart stands in the index */
	return status;
}

int html_split_write(struct html_page *page)
{
	struct split split = {.page = page, .title = page->title, .url = page->url};
	struct mr_job *job = page->job;
	int status;
	uint64_t n_pages = 1 + (uint64_t)page->m->categories.n + page->m->products.n;

	split.files = (const struct mr_files_1 *)job->service(job, MR_FILES_1);
	if (n_pages > ARTIFACTS_MAX) {
		job->diag(
			job, MR_ERROR, NULL,
			"split would make %llu pages, and a run writes %d files at most: choose by "
			"--products or --categories",
			(unsigned long long)n_pages, (int)ARTIFACTS_MAX);
		return -1;
	}
	if (page->is_fragment) {
		job->diag(job, MR_ERROR, NULL,
			  "split makes whole pages, and fragment none: leave one of the two out");
		return -1;
	}
	name_all(&split);
	html_narrow_init(&split.narrow, job);
	page->places = split.places;
	status = write_index(&split) || write_categories(&split) || write_products(&split) ? -1 : 0;
	page->m = job->matrix;
	page->title = split.title;
	page->url = split.url;
	return status;
}
