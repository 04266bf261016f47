/* SPDX-License-Identifier: MIT */
#include "yaml/build.h"

#include "yaml/build_cells.h"
#include "yaml/build_profiles.h"

static const struct raw_scalar none = RAW_NONE; /* nothing written */

#define NO_EVIDENCE                              \
	{                                        \
		.since = none, .verified = none, \
	}

/* ---- rows and columns */

/* A feature's mapping while it is read. */
struct whole_feature {
	struct raw_feature feature;
	struct raw_aside aside;
	struct raw_evidence evidence;
};

static const struct field feature_keys[] = {
	{WORD_ID, fields_scalar, offsetof(struct whole_feature, feature.id)},
	{WORD_NAME, fields_scalar, offsetof(struct whole_feature, feature.name)},
	{WORD_URL, fields_scalar, offsetof(struct whole_feature, aside.url)},
	{WORD_DESCRIPTION, fields_scalar, offsetof(struct whole_feature, aside.description)},
	{WORD_KIND, fields_scalar, offsetof(struct whole_feature, aside.kind)},
	{WORD_WEIGHT, fields_scalar, offsetof(struct whole_feature, aside.weight)},
	{WORD_FORMERLY, fields_list, offsetof(struct whole_feature, aside.formerly)},
	{WORD_NOTES, fields_list, offsetof(struct whole_feature, aside.notes)},
	{WORD_SOURCE, fields_list, offsetof(struct whole_feature, evidence.sources)},
	{WORD_VERIFIED, fields_scalar, offsetof(struct whole_feature, evidence.verified)},
	{WORD_SINCE, fields_scalar, offsetof(struct whole_feature, evidence.since)},
	{WORD_VALUES, build_cells, offsetof(struct whole_feature, feature)},
};
static const struct fields feature_fields = FIELDS(feature_keys);

/* A category's, a product's. */
struct whole_category {
	struct raw_category category;
	struct raw_evidence evidence;
};

struct whole_product {
	struct raw_product product;
	struct raw_evidence evidence;
};

/* `member` is the whole category. */
static void read_features(struct build *build, void *member)
{
	struct raw_category *category = &((struct whole_category *)member)->category;
	uint32_t number = (uint32_t)build->raw->categories.n;
	struct walk_list elements;
	struct event event;
	bool is_told = false;

	tape_next(&build->walk.tape, &event);
	if (fields_is_null(build->load, &event) ||
	    !walk_begin_list(&build->walk, &event, &elements))
		return;
	while (walk_next_element(&elements, &event)) {
		struct whole_feature whole = {
			.feature = {.place = event.place,
				    .index = elements.index,
				    .id = none,
				    .name = none,
				    .category = number},
			.aside = {.url = none, .description = none, .kind = none, .weight = none},
			.evidence = NO_EVIDENCE};

		if (!fields_is_row(build, &event,
				   "a feature is {id: ..., name: ..., values: {...}}", &is_told))
			continue;
		fields_read(build, &feature_fields, &event, &whole);
		whole.aside.evidence = raw_add_evidence(build->raw, build->load, &whole.evidence);
		if (raw_add_feature(build->raw, build->load, &whole.feature, &whole.aside) != 0)
			return;
		category->features.n++;
	}
}

static const struct field category_keys[] = {
	{WORD_ID, fields_scalar, offsetof(struct whole_category, category.id)},
	{WORD_NAME, fields_scalar, offsetof(struct whole_category, category.name)},
	{WORD_URL, fields_scalar, offsetof(struct whole_category, category.url)},
	{WORD_DESCRIPTION, fields_scalar, offsetof(struct whole_category, category.description)},
	{WORD_FEATURES, read_features, 0},
	{WORD_SOURCE, fields_list, offsetof(struct whole_category, evidence.sources)},
	{WORD_VERIFIED, fields_scalar, offsetof(struct whole_category, evidence.verified)},
	{WORD_SINCE, fields_scalar, offsetof(struct whole_category, evidence.since)},
	{WORD_NOTES, fields_list, offsetof(struct whole_category, category.notes)},
};
static const struct fields category_fields = FIELDS(category_keys);

static void read_category(struct build *build, const struct event *start, uint32_t index)
{
	struct whole_category whole = {.category = {.place = start->place,
						    .index = index,
						    .id = none,
						    .name = none,
						    .url = none,
						    .description = none},
				       .evidence = NO_EVIDENCE};
	struct raw_category *category = &whole.category;

	category->features.first = (uint32_t)build->raw->features.n;
	fields_read(build, &category_fields, start, &whole);
	category->evidence = raw_add_evidence(build->raw, build->load, &whole.evidence);
	fields_keep(build, &build->raw->categories, category, sizeof(*category));
}

static const struct field product_keys[] = {
	{WORD_ID, fields_scalar, offsetof(struct whole_product, product.id)},
	{WORD_NAME, fields_scalar, offsetof(struct whole_product, product.name)},
	{WORD_URL, fields_scalar, offsetof(struct whole_product, product.url)},
	{WORD_LOGO, fields_scalar, offsetof(struct whole_product, product.logo)},
	{WORD_LIFECYCLE, fields_scalar, offsetof(struct whole_product, product.lifecycle)},
	{WORD_FORMERLY, fields_list, offsetof(struct whole_product, product.formerly)},
	{WORD_SOURCE, fields_list, offsetof(struct whole_product, evidence.sources)},
	{WORD_VERIFIED, fields_scalar, offsetof(struct whole_product, evidence.verified)},
	{WORD_SINCE, fields_scalar, offsetof(struct whole_product, evidence.since)},
	{WORD_NOTES, fields_list, offsetof(struct whole_product, product.notes)},
};
static const struct fields product_fields = FIELDS(product_keys);

static void read_product(struct build *build, const struct event *start, uint32_t index)
{
	struct whole_product whole = {.product = {.place = start->place,
						  .index = index,
						  .id = none,
						  .name = none,
						  .url = none,
						  .logo = none,
						  .lifecycle = none},
				      .evidence = NO_EVIDENCE};

	fields_read(build, &product_fields, start, &whole);
	whole.product.evidence = raw_add_evidence(build->raw, build->load, &whole.evidence);
	fields_keep(build, &build->raw->products, &whole.product, sizeof(whole.product));
}

static void read_rows(struct build *build, struct place *out_place, const char *what,
		      void (*read)(struct build *, const struct event *, uint32_t))
{
	struct walk_list elements;
	struct event event;
	bool is_told = false;

	tape_next(&build->walk.tape, &event);
	*out_place = event.place;
	if (!walk_begin_list(&build->walk, &event, &elements))
		return;
	while (walk_next_element(&elements, &event))
		if (fields_is_row(build, &event, what, &is_told))
			read(build, &event, elements.index);
}

static void read_products(struct build *build, void *member)
{
	read_rows(build, member, "a product is {id: ..., name: ...}", read_product);
}

static void read_categories(struct build *build, void *member)
{
	read_rows(build, member, "a category is {id: ..., name: ..., features: [...]}",
		  read_category);
}

/* ---- the top */

static const struct field status_keys[] = {
	{WORD_LABEL, fields_scalar, offsetof(struct raw_status, label)},
	{WORD_LIKE, fields_scalar, offsetof(struct raw_status, like)},
	{WORD_SYMBOL, fields_scalar, offsetof(struct raw_status, symbol)},
};
static const struct fields status_fields = FIELDS(status_keys);

static void read_status(struct build *build, const struct event *id)
{
	struct raw_status status = {fields_scalar_of(id), none, none, none};
	struct event start;

	tape_next(&build->walk.tape, &start);
	fields_read(build, &status_fields, &start, &status);
	fields_keep(build, &build->raw->statuses, &status, sizeof(status));
}

static void read_note(struct build *build, const struct event *id)
{
	struct raw_note note = {fields_scalar_of(id), none};

	fields_scalar(build, &note.text);
	fields_keep(build, &build->raw->notes, &note, sizeof(note));
}

static void read_named(struct build *build, void (*read)(struct build *, const struct event *))
{
	struct walk_mapping mapping;
	struct event key;

	tape_next(&build->walk.tape, &key);
	if (fields_is_null(build->load, &key) ||
	    !walk_begin_mapping(&build->walk, &key, 0, &build->ids, &mapping))
		return;
	while (walk_next_key(&mapping, &key))
		read(build, &key);
}

static void read_statuses(struct build *build, void *member)
{
	(void)member;
	read_named(build, read_status);
}

static void read_notes(struct build *build, void *member)
{
	(void)member;
	read_named(build, read_note);
}

static const struct field credit_keys[] = {
	{WORD_TEXT, fields_scalar, offsetof(struct raw, credit_text)},
	{WORD_URL, fields_scalar, offsetof(struct raw, credit_url)},
	{WORD_LICENSE, fields_scalar, offsetof(struct raw, credit_license)},
};
static const struct fields credit_fields = FIELDS(credit_keys);

/* `member` is all of the raw records. */
static void read_credit(struct build *build, void *member)
{
	struct event start;

	tape_next(&build->walk.tape, &start);
	fields_read(build, &credit_fields, &start, member);
}

static const struct field top_keys[] = {
	{WORD_MESHREPORT, fields_scalar, offsetof(struct raw, version)},
	{WORD_TITLE, fields_scalar, offsetof(struct raw, title)},
	{WORD_SUBTITLE, fields_scalar, offsetof(struct raw, subtitle)},
	{WORD_LANGUAGE, fields_scalar, offsetof(struct raw, language)},
	{WORD_AS_OF, fields_scalar, offsetof(struct raw, as_of)},
	{WORD_CREDIT, read_credit, 0},
	{WORD_STATUSES, read_statuses, 0},
	{WORD_NOTES, read_notes, 0},
	{WORD_PRODUCTS, read_products, offsetof(struct raw, products_place)},
	{WORD_CATEGORIES, read_categories, offsetof(struct raw, categories_place)},
	{WORD_PROFILES, build_profiles, 0},
};
static const struct fields top_fields = {top_keys, sizeof(top_keys) / sizeof(top_keys[0]), "x-"};

int build_raw(struct raw *raw, struct load *load, struct yaml_source *source)
{
	struct build build = {.load = load, .raw = raw};
	struct event event;

	walk_init(&build.walk, load, source);
	tape_next(&build.walk.tape, &event);
	if (event.kind != EVENT_END)
		fields_read(&build, &top_fields, &event, raw);
	/* What follows the document is an error that only reading on finds. */
	tape_next(&build.walk.tape, &event);
	walk_release(&build.walk);
	vec_release(&build.ids.stamps);
	vec_release(&build.values.stamps);
	return load->failed ? -1 : 0;
}
