/* SPDX-License-Identifier: MIT */
#include "data/dataset_build.h"

#include <string.h>

void raw_release(struct raw *raw)
{
	vec_release(&raw->statuses);
	vec_release(&raw->notes);
	vec_release(&raw->products);
	vec_release(&raw->categories);
	vec_release(&raw->features);
	vec_release(&raw->cells);
	vec_release(&raw->details);
	vec_release(&raw->parts);
	vec_release(&raw->scalars);
}

static struct raw_scalar scalar_of(const struct event *event)
{
	return (struct raw_scalar){event->string, event->is_quoted, event->place};
}

void build_scalar(struct build *build, struct raw_scalar *out)
{
	struct event event;

	walk_next(&build->walk, &event);
	if (event.kind == EVENT_SCALAR) {
		*out = scalar_of(&event);
	} else if (event.kind != EVENT_END) {
		walk_error(&build->walk, event.place, NULL, "this is %s where a text belongs",
			   event_what(&event));
		walk_skip_rest(&build->walk, &event);
	}
}

void build_text(struct build *build, struct raw_scalar *out)
{
	build_scalar(build, out);
	if (out->string != STRSET_NONE)
		load_rich(build->load, out->string);
}

static void add_scalar(struct build *build, struct raw_list *list, const struct event *event)
{
	struct raw_scalar *scalar;

	if (event->kind != EVENT_SCALAR) {
		walk_error(&build->walk, event->place, NULL, "this is %s where a text belongs",
			   event_what(event));
		walk_skip_rest(&build->walk, event);
		return;
	}
	scalar = load_add(build->load, &build->raw->scalars, sizeof(*scalar));
	if (!scalar)
		return;
	*scalar = scalar_of(event);
	list->n++;
}

bool build_is_null(const struct load *load, const struct event *event)
{
	const char *text;

	if (event->kind != EVENT_SCALAR || event->is_quoted || event->string == STRSET_NONE)
		return false;
	text = load_text(load, event->string);
	return !text[0] || load_is_null_word(text);
}

void build_list_from(struct build *build, const struct event *start, struct raw_list *list)
{
	struct sequence sequence;
	struct event event;

	*list = (struct raw_list){(uint32_t)build->raw->scalars.n, 0};
	if (build_is_null(build->load, start))
		return;
	if (start->kind == EVENT_SCALAR) {
		add_scalar(build, list, start);
		return;
	}
	if (!sequence_begin(&sequence, &build->walk, start))
		return;
	while (sequence_next(&sequence, &event))
		add_scalar(build, list, &event);
}

void build_list(struct build *build, struct raw_list *list)
{
	struct event start;

	walk_next(&build->walk, &start);
	build_list_from(build, &start, list);
}

/* ---- rows and columns */

/* False for what is no feature at all. */
static bool read_feature(struct build *build, const struct event *start,
			 struct raw_feature *feature)
{
	const uint64_t keys = WORD_BIT(WORD_ID) | WORD_BIT(WORD_NAME) | WORD_BIT(WORD_URL) |
			      WORD_BIT(WORD_DESCRIPTION) | WORD_BIT(WORD_KIND) |
			      WORD_BIT(WORD_WEIGHT) | WORD_BIT(WORD_FORMERLY) |
			      WORD_BIT(WORD_VALUES);
	struct mapping mapping;
	struct event key;

	if (!mapping_begin(&mapping, &build->walk, start, keys, NULL))
		return false;
	while (mapping_next(&mapping, &key)) {
		switch (key.string) {
		case WORD_ID: build_scalar(build, &feature->id); break;
		case WORD_NAME: build_text(build, &feature->name); break;
		case WORD_URL: build_scalar(build, &feature->url); break;
		case WORD_DESCRIPTION: build_text(build, &feature->description); break;
		case WORD_KIND: build_scalar(build, &feature->kind); break;
		case WORD_WEIGHT: build_scalar(build, &feature->weight); break;
		case WORD_FORMERLY: build_list(build, &feature->formerly); break;
		default: build_values(build, feature); break;
		}
	}
	return true;
}

static void read_features(struct build *build, struct raw_category *category, uint32_t number)
{
	struct sequence sequence;
	struct raw_feature feature, *kept;
	struct event event;

	walk_next(&build->walk, &event);
	if (build_is_null(build->load, &event) || !sequence_begin(&sequence, &build->walk, &event))
		return;
	while (sequence_next(&sequence, &event)) {
		feature = (struct raw_feature){.place = event.place,
					       .index = sequence.index,
					       .id = NONE,
					       .name = NONE,
					       .url = NONE,
					       .description = NONE,
					       .kind = NONE,
					       .weight = NONE,
					       .category = number};
		if (!read_feature(build, &event, &feature))
			continue;
		kept = load_add(build->load, &build->raw->features, sizeof(feature));
		if (!kept)
			return;
		*kept = feature;
		category->features.n++;
	}
}

static void read_category(struct build *build, const struct event *start, uint32_t index)
{
	const uint64_t keys = WORD_BIT(WORD_ID) | WORD_BIT(WORD_NAME) | WORD_BIT(WORD_URL) |
			      WORD_BIT(WORD_DESCRIPTION) | WORD_BIT(WORD_FEATURES);
	struct raw_category category = {start->place, index, NONE, NONE, NONE, NONE, {0, 0}}, *kept;
	uint32_t number = (uint32_t)build->raw->categories.n;
	struct mapping mapping;
	struct event key;

	category.features.first = (uint32_t)build->raw->features.n;
	if (!mapping_begin(&mapping, &build->walk, start, keys, NULL))
		return;
	while (mapping_next(&mapping, &key)) {
		switch (key.string) {
		case WORD_ID: build_scalar(build, &category.id); break;
		case WORD_NAME: build_text(build, &category.name); break;
		case WORD_URL: build_scalar(build, &category.url); break;
		case WORD_DESCRIPTION: build_text(build, &category.description); break;
		default: read_features(build, &category, number); break;
		}
	}
	kept = load_add(build->load, &build->raw->categories, sizeof(category));
	if (kept)
		*kept = category;
}

static void read_product(struct build *build, const struct event *start, uint32_t index)
{
	const uint64_t keys = WORD_BIT(WORD_ID) | WORD_BIT(WORD_NAME) | WORD_BIT(WORD_URL) |
			      WORD_BIT(WORD_LOGO) | WORD_BIT(WORD_LIFECYCLE) |
			      WORD_BIT(WORD_FORMERLY);
	struct raw_product product = {start->place, index, NONE, NONE, NONE, NONE, NONE, {0, 0}},
			   *kept;
	struct mapping mapping;
	struct event key;

	if (!mapping_begin(&mapping, &build->walk, start, keys, NULL))
		return;
	while (mapping_next(&mapping, &key)) {
		switch (key.string) {
		case WORD_ID: build_scalar(build, &product.id); break;
		case WORD_NAME: build_scalar(build, &product.name); break;
		case WORD_URL: build_scalar(build, &product.url); break;
		case WORD_LOGO: build_scalar(build, &product.logo); break;
		case WORD_LIFECYCLE: build_scalar(build, &product.lifecycle); break;
		default: build_list(build, &product.formerly); break;
		}
	}
	kept = load_add(build->load, &build->raw->products, sizeof(product));
	if (kept)
		*kept = product;
}

static void read_rows(struct build *build, struct place *out_place, bool is_products)
{
	struct sequence sequence;
	struct event event;

	walk_next(&build->walk, &event);
	*out_place = event.place;
	if (!sequence_begin(&sequence, &build->walk, &event))
		return;
	while (sequence_next(&sequence, &event)) {
		if (is_products)
			read_product(build, &event, sequence.index);
		else
			read_category(build, &event, sequence.index);
	}
}

/* ---- the top */

static void read_status(struct build *build, const struct event *id)
{
	const uint64_t keys = WORD_BIT(WORD_LABEL) | WORD_BIT(WORD_LIKE) | WORD_BIT(WORD_SYMBOL);
	struct raw_status status = {scalar_of(id), NONE, NONE, NONE}, *kept;
	struct mapping mapping;
	struct event key;

	walk_next(&build->walk, &key);
	if (mapping_begin(&mapping, &build->walk, &key, keys, NULL)) {
		while (mapping_next(&mapping, &key)) {
			switch (key.string) {
			case WORD_LABEL: build_scalar(build, &status.label); break;
			case WORD_LIKE: build_scalar(build, &status.like); break;
			default: build_scalar(build, &status.symbol); break;
			}
		}
	}
	kept = load_add(build->load, &build->raw->statuses, sizeof(status));
	if (kept)
		*kept = status;
}

static void read_note(struct build *build, const struct event *id)
{
	struct raw_note note = {scalar_of(id), NONE}, *kept;

	build_text(build, &note.text);
	kept = load_add(build->load, &build->raw->notes, sizeof(note));
	if (kept)
		*kept = note;
}

static void read_named(struct build *build, void (*read)(struct build *, const struct event *))
{
	struct mapping mapping;
	struct event key;

	walk_next(&build->walk, &key);
	if (build_is_null(build->load, &key) ||
	    !mapping_begin(&mapping, &build->walk, &key, 0, &build->ids))
		return;
	while (mapping_next(&mapping, &key))
		read(build, &key);
}

static void read_credit(struct build *build)
{
	const uint64_t keys = WORD_BIT(WORD_TEXT) | WORD_BIT(WORD_URL) | WORD_BIT(WORD_LICENSE);
	struct raw *raw = build->raw;
	struct mapping mapping;
	struct event key;

	walk_next(&build->walk, &key);
	if (!mapping_begin(&mapping, &build->walk, &key, keys, NULL))
		return;
	while (mapping_next(&mapping, &key)) {
		switch (key.string) {
		case WORD_TEXT: build_scalar(build, &raw->credit_text); break;
		case WORD_URL: build_scalar(build, &raw->credit_url); break;
		default: build_scalar(build, &raw->credit_license); break;
		}
	}
}

static void read_top_key(struct build *build, uint32_t key)
{
	struct raw *raw = build->raw;

	switch (key) {
	case WORD_MESHREPORT: build_scalar(build, &raw->version); break;
	case WORD_TITLE: build_scalar(build, &raw->title); break;
	case WORD_SUBTITLE: build_scalar(build, &raw->subtitle); break;
	case WORD_LANGUAGE: build_scalar(build, &raw->language); break;
	case WORD_AS_OF: build_scalar(build, &raw->as_of); break;
	case WORD_CREDIT: read_credit(build); break;
	case WORD_STATUSES: read_named(build, read_status); break;
	case WORD_NOTES: read_named(build, read_note); break;
	case WORD_PRODUCTS: read_rows(build, &raw->products_place, true); break;
	default: read_rows(build, &raw->categories_place, false); break;
	}
}

static void read_top(struct build *build)
{
	const uint64_t keys = WORD_BIT(WORD_MESHREPORT) | WORD_BIT(WORD_TITLE) |
			      WORD_BIT(WORD_SUBTITLE) | WORD_BIT(WORD_LANGUAGE) |
			      WORD_BIT(WORD_AS_OF) | WORD_BIT(WORD_CREDIT) |
			      WORD_BIT(WORD_STATUSES) | WORD_BIT(WORD_NOTES) |
			      WORD_BIT(WORD_PRODUCTS) | WORD_BIT(WORD_CATEGORIES);
	struct mapping mapping;
	struct event key;

	walk_next(&build->walk, &key);
	if (key.kind == EVENT_END || !mapping_begin(&mapping, &build->walk, &key, keys, NULL))
		return;
	mapping.prefix = "x-";
	while (mapping_next(&mapping, &key))
		read_top_key(build, key.string);
}

int raw_build(struct raw *raw, struct load *load, struct events *events)
{
	struct build build = {.load = load, .raw = raw};
	struct event event;

	*raw = (struct raw){.version = NONE,
			    .title = NONE,
			    .subtitle = NONE,
			    .language = NONE,
			    .as_of = NONE,
			    .credit_text = NONE,
			    .credit_url = NONE,
			    .credit_license = NONE};
	if (walk_init(&build.walk, load, events) == 0) {
		read_top(&build);
		/* What follows the document is an error that only reading on finds. */
		walk_next(&build.walk, &event);
	}
	walk_release(&build.walk);
	vec_release(&build.ids.stamps);
	vec_release(&build.values.stamps);
	return load->failed ? -1 : 0;
}
