/* SPDX-License-Identifier: MIT */
#include "yaml/build.h"

#include "yaml/walk.h"

struct build {
	struct walk walk;
	struct load *load;
	struct raw *raw;
	struct walk_keys ids; /* of statuses and notes */
	struct walk_keys values;
};

/* One key of a kind of mapping: `read` reads its value into the member at `offset` of the record. */
struct field {
	uint32_t word; /* enum word */
	void (*read)(struct build *build, void *member);
	size_t offset;
};

struct fields {
	const struct field *at;
	size_t n;
	const char *prefix; /* of further keys, which are skipped; or null */
};

#define FIELDS(table)                                         \
	{                                                     \
		table, sizeof(table) / sizeof(table[0]), NULL \
	}

static const struct raw_scalar none = RAW_NONE; /* nothing written */

static uint64_t keys_of(const struct fields *fields)
{
	uint64_t keys = 0;

	for (size_t i = 0; i < fields->n; i++)
		keys |= SCHEMA_BIT(fields->at[i].word);
	return keys;
}

static void read_key(struct build *build, const struct fields *fields, uint32_t word, void *record)
{
	for (size_t i = 0; i < fields->n; i++) {
		if (fields->at[i].word == word) {
			fields->at[i].read(build, (char *)record + fields->at[i].offset);
			return;
		}
	}
}

/* Reads the mapping that begins at `start` into `record`; false for what is no mapping. */
static bool read_fields(struct build *build, const struct fields *fields, const struct event *start,
			void *record)
{
	struct walk_mapping mapping;
	struct event key;

	if (!walk_begin_mapping(&build->walk, start, keys_of(fields), NULL, &mapping))
		return false;
	mapping.prefix = fields->prefix;
	while (walk_next_key(&mapping, &key))
		read_key(build, fields, key.string, record);
	return true;
}

/* Adds `size` bytes of `record` to an array of such records; -1 without memory. */
static int keep(struct build *build, struct vec *vec, const void *record, size_t size)
{
	void *kept = load_add(build->load, vec, size);

	if (kept)
		memcpy(kept, record, size);
	return kept ? 0 : -1;
}

/*
 * Whether an element of a list of mappings is one.  `what` says what it looks like; of several that are none the
 * first alone is told.
 */
static bool is_row(struct build *build, const struct event *start, const char *what, bool *is_told)
{
	if (start->kind == EVENT_MAPPING || start->kind == EVENT_END)
		return start->kind == EVENT_MAPPING;
	if (!*is_told)
		keypath_hint(&build->walk.tape.path, build->load, start->place, what,
			     "this is %s where a mapping belongs", walk_what(start));
	*is_told = true;
	tape_skip_rest(&build->walk.tape, start);
	return false;
}

/* ---- scalars and lists of them */

static struct raw_scalar scalar_of(const struct event *event)
{
	return (struct raw_scalar){event->string, event->is_quoted, event->place};
}

/* False for what is no text, which is reported and skipped. */
static bool take_scalar(struct build *build, const struct event *event, struct raw_scalar *out)
{
	if (event->kind == EVENT_SCALAR) {
		*out = scalar_of(event);
		return true;
	}
	if (event->kind != EVENT_END) {
		keypath_hint(&build->walk.tape.path, build->load, event->place,
			     "a text that begins with '[' or '{' needs quotes",
			     "this is %s where a text belongs", walk_what(event));
		tape_skip_rest(&build->walk.tape, event);
	}
	return false;
}

static void read_scalar(struct build *build, void *member)
{
	struct event event;

	tape_next(&build->walk.tape, &event);
	take_scalar(build, &event, member);
}

static void add_scalar(struct build *build, struct raw_list *list, const struct event *event)
{
	struct raw_scalar scalar;

	if (take_scalar(build, event, &scalar) &&
	    keep(build, &build->raw->scalars, &scalar, sizeof(scalar)) == 0)
		list->n++;
}

/* Whether a node says nothing: an empty one, `~` or null. */
static bool is_null(const struct load *load, const struct event *event)
{
	const char *text;

	if (event->kind != EVENT_SCALAR || event->is_quoted || event->string == STRSET_NONE)
		return false;
	text = load_text(load, event->string);
	return !text[0] || schema_is_null(text);
}

/* A list of texts; one text stands for a list of one, nothing for an empty one. */
static void read_list_from(struct build *build, const struct event *start, struct raw_list *list)
{
	struct walk_list elements;
	struct event event;

	*list = (struct raw_list){(uint32_t)build->raw->scalars.n, 0};
	if (is_null(build->load, start))
		return;
	if (start->kind == EVENT_SCALAR) {
		add_scalar(build, list, start);
		return;
	}
	if (!walk_begin_list(&build->walk, start, &elements))
		return;
	while (walk_next_element(&elements, &event))
		add_scalar(build, list, &event);
}

static void read_list(struct build *build, void *member)
{
	struct event start;

	tape_next(&build->walk.tape, &start);
	read_list_from(build, &start, member);
}

/* ---- cells */

static const struct field part_keys[] = {
	{WORD_NAME, read_scalar, offsetof(struct raw_part, name)},
	{WORD_STATUS, read_scalar, offsetof(struct raw_part, status)},
	{WORD_TEXT, read_scalar, offsetof(struct raw_part, text)},
	{WORD_NOTES, read_list, offsetof(struct raw_part, notes)},
};
static const struct fields part_fields = FIELDS(part_keys);

/* A cell's mapping while it is read; what has nothing in `more` is kept without it. */
struct whole_cell {
	struct raw_detail detail;
	struct raw_more more;
};

/* `member` is the whole `more` of a cell. */
static void read_parts(struct build *build, void *member)
{
	struct raw_more *more = member;
	struct walk_list elements;
	struct event event;
	bool is_told = false;

	tape_next(&build->walk.tape, &event);
	more->has_parts = true;
	more->parts_place = event.place;
	more->parts.first = (uint32_t)build->raw->parts.n;
	if (!walk_begin_list(&build->walk, &event, &elements))
		return;
	while (walk_next_element(&elements, &event)) {
		struct raw_part part = {event.place, none, none, none, {0, 0}};

		if (is_row(build, &event, "a part is {name: ..., status: ...}", &is_told))
			read_fields(build, &part_fields, &event, &part);
		else
			continue;
		if (keep(build, &build->raw->parts, &part, sizeof(part)) != 0)
			return;
		more->parts.n++;
	}
	/* parts of which none is one are no second mistake */
	more->has_parts = !is_told || more->parts.n > 0;
}

static const struct field cell_keys[] = {
	{WORD_STATUS, read_scalar, offsetof(struct whole_cell, detail.status)},
	{WORD_TEXT, read_scalar, offsetof(struct whole_cell, detail.text)},
	{WORD_SINCE, read_scalar, offsetof(struct whole_cell, more.since)},
	{WORD_VERIFIED, read_scalar, offsetof(struct whole_cell, more.verified)},
	{WORD_NOTES, read_list, offsetof(struct whole_cell, more.notes)},
	{WORD_SOURCE, read_list, offsetof(struct whole_cell, more.sources)},
	{WORD_PARTS, read_parts, offsetof(struct whole_cell, more)},
};
static const struct fields cell_fields = FIELDS(cell_keys);

static bool has_more(const struct raw_more *more)
{
	return more->is_list || more->has_parts || more->notes.n || more->sources.n ||
	       more->since.string != STRSET_NONE || more->verified.string != STRSET_NONE;
}

/* The number of a detail read from `value`; RAW_NO_DETAIL without memory. */
static uint32_t read_detail(struct build *build, const struct event *value)
{
	struct whole_cell cell = {.detail = {none, none, RAW_NO_MORE},
				  .more = {.since = none, .verified = none}};
	uint32_t number;

	cell.more.is_list = value->kind == EVENT_SEQUENCE;
	if (cell.more.is_list)
		read_list_from(build, value, &cell.more.items);
	else
		read_fields(build, &cell_fields, value, &cell);
	if (has_more(&cell.more)) {
		cell.detail.more = (uint32_t)build->raw->more.n;
		if (keep(build, &build->raw->more, &cell.more, sizeof(cell.more)) != 0)
			return RAW_NO_DETAIL;
	}
	number = (uint32_t)build->raw->details.n;
	if (keep(build, &build->raw->details, &cell.detail, sizeof(cell.detail)) != 0)
		return RAW_NO_DETAIL;
	return number;
}

static void add_cell(struct build *build, uint32_t key, struct place key_place,
		     const struct event *value)
{
	struct raw_cell cell = {.key = key,
				.key_place = key_place,
				.scalar = {value->string, value->is_quoted, value->place},
				.detail = RAW_NO_DETAIL};

	if (value->kind != EVENT_SCALAR) {
		cell.scalar.string = STRSET_NONE;
		cell.detail = read_detail(build, value);
		if (cell.detail == RAW_NO_DETAIL)
			return;
	}
	raw_add_cell(build->raw, build->load, &cell);
}

static void read_values_list(struct build *build, const struct event *start,
			     struct raw_feature *feature)
{
	struct walk_list elements;
	struct event value;

	feature->is_list = true;
	if (!walk_begin_list(&build->walk, start, &elements))
		return;
	while (walk_next_element(&elements, &value))
		add_cell(build, elements.index, value.place, &value);
}

static void read_values_mapping(struct build *build, const struct event *start)
{
	struct walk_mapping mapping;
	struct event key, value;

	if (!walk_begin_mapping(&build->walk, start, 0, &build->values, &mapping))
		return;
	while (walk_next_key(&mapping, &key)) {
		tape_next(&build->walk.tape, &value);
		if (value.kind == EVENT_END)
			return;
		add_cell(build, key.string, key.place, &value);
	}
}

/* `member` is the whole feature. */
static void read_values(struct build *build, void *member)
{
	struct raw_feature *feature = member;
	struct event start;

	tape_next(&build->walk.tape, &start);
	feature->values = start.place;
	feature->cells.first = (uint32_t)build->raw->cells.n;
	if (start.kind == EVENT_SEQUENCE)
		read_values_list(build, &start, feature);
	else if (!is_null(build->load, &start))
		read_values_mapping(build, &start);
	feature->cells.n = (uint32_t)build->raw->cells.n - feature->cells.first;
}

/* ---- rows and columns */

static const struct field feature_keys[] = {
	{WORD_ID, read_scalar, offsetof(struct raw_feature, id)},
	{WORD_NAME, read_scalar, offsetof(struct raw_feature, name)},
	{WORD_URL, read_scalar, offsetof(struct raw_feature, url)},
	{WORD_DESCRIPTION, read_scalar, offsetof(struct raw_feature, description)},
	{WORD_KIND, read_scalar, offsetof(struct raw_feature, kind)},
	{WORD_WEIGHT, read_scalar, offsetof(struct raw_feature, weight)},
	{WORD_FORMERLY, read_list, offsetof(struct raw_feature, formerly)},
	{WORD_NOTES, read_list, offsetof(struct raw_feature, notes)},
	{WORD_VALUES, read_values, 0},
};
static const struct fields feature_fields = FIELDS(feature_keys);

/* `member` is the whole category. */
static void read_features(struct build *build, void *member)
{
	struct raw_category *category = member;
	uint32_t number = (uint32_t)build->raw->categories.n;
	struct walk_list elements;
	struct event event;
	bool is_told = false;

	tape_next(&build->walk.tape, &event);
	if (is_null(build->load, &event) || !walk_begin_list(&build->walk, &event, &elements))
		return;
	while (walk_next_element(&elements, &event)) {
		struct raw_feature feature = {.place = event.place,
					      .index = elements.index,
					      .id = none,
					      .name = none,
					      .url = none,
					      .description = none,
					      .kind = none,
					      .weight = none,
					      .category = number};

		if (!is_row(build, &event, "a feature is {id: ..., name: ..., values: {...}}",
			    &is_told) ||
		    !read_fields(build, &feature_fields, &event, &feature))
			continue;
		if (keep(build, &build->raw->features, &feature, sizeof(feature)) != 0)
			return;
		category->features.n++;
	}
}

static const struct field category_keys[] = {
	{WORD_ID, read_scalar, offsetof(struct raw_category, id)},
	{WORD_NAME, read_scalar, offsetof(struct raw_category, name)},
	{WORD_URL, read_scalar, offsetof(struct raw_category, url)},
	{WORD_DESCRIPTION, read_scalar, offsetof(struct raw_category, description)},
	{WORD_FEATURES, read_features, 0},
	{WORD_NOTES, read_list, offsetof(struct raw_category, notes)},
};
static const struct fields category_fields = FIELDS(category_keys);

static void read_category(struct build *build, const struct event *start, uint32_t index)
{
	struct raw_category category = {.place = start->place,
					.index = index,
					.id = none,
					.name = none,
					.url = none,
					.description = none};

	category.features.first = (uint32_t)build->raw->features.n;
	if (read_fields(build, &category_fields, start, &category))
		keep(build, &build->raw->categories, &category, sizeof(category));
}

static const struct field product_keys[] = {
	{WORD_ID, read_scalar, offsetof(struct raw_product, id)},
	{WORD_NAME, read_scalar, offsetof(struct raw_product, name)},
	{WORD_URL, read_scalar, offsetof(struct raw_product, url)},
	{WORD_LOGO, read_scalar, offsetof(struct raw_product, logo)},
	{WORD_LIFECYCLE, read_scalar, offsetof(struct raw_product, lifecycle)},
	{WORD_FORMERLY, read_list, offsetof(struct raw_product, formerly)},
	{WORD_NOTES, read_list, offsetof(struct raw_product, notes)},
};
static const struct fields product_fields = FIELDS(product_keys);

static void read_product(struct build *build, const struct event *start, uint32_t index)
{
	struct raw_product product = {.place = start->place,
				      .index = index,
				      .id = none,
				      .name = none,
				      .url = none,
				      .logo = none,
				      .lifecycle = none};

	if (read_fields(build, &product_fields, start, &product))
		keep(build, &build->raw->products, &product, sizeof(product));
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
		if (is_row(build, &event, what, &is_told))
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
	{WORD_LABEL, read_scalar, offsetof(struct raw_status, label)},
	{WORD_LIKE, read_scalar, offsetof(struct raw_status, like)},
	{WORD_SYMBOL, read_scalar, offsetof(struct raw_status, symbol)},
};
static const struct fields status_fields = FIELDS(status_keys);

static void read_status(struct build *build, const struct event *id)
{
	struct raw_status status = {scalar_of(id), none, none, none};
	struct event start;

	tape_next(&build->walk.tape, &start);
	read_fields(build, &status_fields, &start, &status);
	keep(build, &build->raw->statuses, &status, sizeof(status));
}

static void read_note(struct build *build, const struct event *id)
{
	struct raw_note note = {scalar_of(id), none};

	read_scalar(build, &note.text);
	keep(build, &build->raw->notes, &note, sizeof(note));
}

static void read_named(struct build *build, void (*read)(struct build *, const struct event *))
{
	struct walk_mapping mapping;
	struct event key;

	tape_next(&build->walk.tape, &key);
	if (is_null(build->load, &key) ||
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
	{WORD_TEXT, read_scalar, offsetof(struct raw, credit_text)},
	{WORD_URL, read_scalar, offsetof(struct raw, credit_url)},
	{WORD_LICENSE, read_scalar, offsetof(struct raw, credit_license)},
};
static const struct fields credit_fields = FIELDS(credit_keys);

/* `member` is all of the raw records. */
static void read_credit(struct build *build, void *member)
{
	struct event start;

	tape_next(&build->walk.tape, &start);
	read_fields(build, &credit_fields, &start, member);
}

static const struct field top_keys[] = {
	{WORD_MESHREPORT, read_scalar, offsetof(struct raw, version)},
	{WORD_TITLE, read_scalar, offsetof(struct raw, title)},
	{WORD_SUBTITLE, read_scalar, offsetof(struct raw, subtitle)},
	{WORD_LANGUAGE, read_scalar, offsetof(struct raw, language)},
	{WORD_AS_OF, read_scalar, offsetof(struct raw, as_of)},
	{WORD_CREDIT, read_credit, 0},
	{WORD_STATUSES, read_statuses, 0},
	{WORD_NOTES, read_notes, 0},
	{WORD_PRODUCTS, read_products, offsetof(struct raw, products_place)},
	{WORD_CATEGORIES, read_categories, offsetof(struct raw, categories_place)},
};
static const struct fields top_fields = {top_keys, sizeof(top_keys) / sizeof(top_keys[0]), "x-"};

int build_raw(struct raw *raw, struct load *load, struct yaml_source *source)
{
	struct build build = {.load = load, .raw = raw};
	struct event event;

	walk_init(&build.walk, load, source);
	tape_next(&build.walk.tape, &event);
	if (event.kind != EVENT_END)
		read_fields(&build, &top_fields, &event, raw);
	/* What follows the document is an error that only reading on finds. */
	tape_next(&build.walk.tape, &event);
	walk_release(&build.walk);
	vec_release(&build.ids.stamps);
	vec_release(&build.values.stamps);
	return load->failed ? -1 : 0;
}
