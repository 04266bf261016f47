/* SPDX-License-Identifier: MIT */
/*
 * dataset - one comparison as its keeper wrote it, read and vetted.
 *
 * A source (yaml/, read/) puts raw records (raw.h), and check/ makes this struct of them: references
 * resolved, every mistake reported.
 *
 * What dataset_load() and dataset_fill() hand out has passed check: every index below is in range, every id is unique
 * in its name space, every address is vetted, every text parsed, and nothing needs testing again.
 * Order is the file's order throughout.  Text is valid UTF-8 without control characters,
 * NUL-terminated and never null; what is absent is "", except where null is said.
 *
 * Ownership: everything lives in the dataset's arena and pools until dataset_release().
 * Places are those of the file (line and column from 1), for messages that come later.
 */
#ifndef MESHREPORT_CORE_DATASET_H
#define MESHREPORT_CORE_DATASET_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/strset.h"
#include "data/cells.h"
#include "data/limits.h"
#include "data/schema.h"
#include "data/texts.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dataset_status {
	const char *id;
	const char *
		label; /* "" for a built-in without words of the dataset's own: the language's word */
	const char *
		symbol; /* "" where the dataset names none: the default of the status or its like */
	enum mr_like like;
	bool is_builtin; /* also one whose label or symbol the dataset replaced */
	struct place place; /* 0 for a built-in that the file does not name */
};

/* A shared note. */
struct dataset_note {
	const char *id;
	const struct mr_text *text;
	struct place place;
};

struct dataset_ids {
	const char **at;
	uint32_t n;
};

#define DATASET_OWN_NOTE UINT32_MAX

/* A note of a product, category, feature, cell or part: a shared one by index, or one of its own. */
struct dataset_note_use {
	uint32_t note; /* index into dataset.notes, or DATASET_OWN_NOTE */
	const struct mr_text *text; /* never null: the shared note's, too */
	struct place place;
};

struct dataset_note_uses {
	const struct dataset_note_use *at;
	uint32_t n;
};

/* What is said of how a cell is known. */
struct dataset_evidence {
	struct dataset_ids sources;
	const char *since;
	struct mr_date verified; /* year 0: none */
};

struct dataset_product {
	const char *id;
	const char *name;
	const char *url;
	enum mr_lifecycle lifecycle;
	struct dataset_ids formerly;
	struct dataset_note_uses notes;
	const struct dataset_evidence *evidence; /* for its cells (view/evidence.h), or null */
	const char *logo_path; /* as written, from the dataset's folder; "" without a logo */
	const char *logo_name; /* the end of logo_path */
	struct mr_bytes logo;
	const char *logo_media_type; /* by its first bytes; "" without a logo */
	struct place place, name_place, url_place;
};

struct dataset_category {
	const char *id;
	const struct mr_text *name; /* never null; empty: no heading row */
	const struct mr_text *description; /* never null, maybe empty */
	const char *url;
	uint32_t first_feature, n_features; /* of dataset.features */
	struct dataset_note_uses notes;
	const struct dataset_evidence *evidence; /* for its cells, or null */
	struct place place, name_place, description_place, url_place;
};

struct dataset_feature {
	const char *id;
	const struct mr_text *name; /* never empty */
	const struct mr_text *description; /* never null, maybe empty */
	const char *url;
	enum mr_feature_kind kind;
	double weight; /* finite, >= 0; 1 where none is said */
	struct dataset_ids formerly;
	struct dataset_note_uses notes;
	const struct dataset_evidence *evidence; /* for its cells, or null */
	uint32_t category;
	size_t first_cell;
	uint32_t n_cells; /* of dataset.cells, in the file's order */
	struct place place;
};

struct dataset_part {
	const char *name;
	uint32_t status; /* index into dataset.statuses */
	const struct mr_text *text; /* words of its own; null: the status's label */
	struct dataset_note_uses notes;
	struct place place;
};

/* What few cells have. */
struct dataset_detail {
	const struct mr_text *const *items; /* of a list cell */
	uint32_t n_items;
	uint32_t n_parts;
	const struct dataset_part *parts; /* of a parts cell */
	struct dataset_note_uses notes;
	struct dataset_ids sources;
	const char *since;
	struct mr_date verified; /* year 0: none */
};

/* What somebody needs: a question that the comparison can answer (rank/). */
struct dataset_requirement {
	uint32_t feature;
	bool is_partial_enough; /* else it must be a yes */
};

struct dataset_weight {
	bool is_category;
	uint32_t index; /* of dataset.features or dataset.categories */
	double weight; /* finite, >= 0 */
};

struct dataset_profile {
	const char *id;
	const char *name; /* never empty */
	const struct mr_text *description; /* never null, maybe empty */
	double partial; /* what a partly counts, from 0 to 1 */
	const struct dataset_requirement *requirements;
	uint32_t n_requirements;
	uint32_t n_weights;
	const struct dataset_weight *weights; /* each feature and category once */
	const uint32_t *without; /* products left out */
	uint32_t n_without;
	struct place place;
};

struct dataset_credit {
	const char *text, *url, *license;
	struct place url_place;
};

/* The name of a dataset that has none. */
#define DATASET_STDIN "report.yaml"

struct dataset {
	const char *path; /* as given; "-" for standard input */
	const char *name; /* without folders; "report.yaml" for standard input */
	struct mr_bytes bytes; /* as read, for attachment; empty after dataset_load_lean() */
	const char *title, *subtitle;
	const char *language; /* BCP 47; "en" where none is named */
	struct mr_date as_of; /* year 0: none */
	struct place language_place, as_of_place; /* 0: the file does not say it */
	struct dataset_credit credit;
	const struct dataset_status *statuses;
	uint32_t n_statuses;
	uint32_t n_notes;
	const struct dataset_note *notes;
	const struct dataset_product *products;
	uint32_t n_products;
	uint32_t n_categories;
	const struct dataset_category *categories;
	const struct dataset_feature *features;
	uint32_t n_features;
	uint32_t n_profiles;
	const struct dataset_profile *profiles;
	struct cells cells; /* cells_at() */
	struct texts texts;
	struct arena arena;
	char *owned_bytes; /* what `bytes` points into */
	const char **place_names; /* see dataset_place_name() */
	size_t n_place_names;
};

#define DATASET_INIT \
	{            \
		0    \
	}

/* What messages call the dataset at `path`: "<stdin>" for "-". */
const char *dataset_file(const char *path);

/* The name of a place that has no line ("Sheet1!C7"), "" for one that has. */
const char *dataset_place_name(const struct dataset *dataset, struct place place);

void dataset_release(struct dataset *dataset);

#endif
