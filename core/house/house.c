/* SPDX-License-Identifier: MIT */
#include "house/house.h"

#include <string.h>

#include "base/nearest.h"
#include "base/path.h"
#include "data/feed.h"
#include "yaml/walk.h"

/* What may stand in a file of defaults beside options and words. */
static const char *const setting_keys[] = {
	"format",  "style",  "template", "products", "categories",       "features",
	"require", "weight", "profile",  "sort",     "only-differences",
};

static const char *const kind_words[] = {"style", "file of defaults"};

enum { N_SETTING_KEYS = sizeof(setting_keys) / sizeof(*setting_keys) };

struct reading {
	struct house *house;
	struct load *load;
	struct arena *arena;
	struct walk walk;
	struct walk_keys keys[3]; /* by how deep a mapping lies */
	const char *folder; /* of the file, with its slash */
	enum house_kind kind;
};

/* ---- values */

static const char *text_of(struct reading *reading, const struct event *event)
{
	const char *text = load_text(reading->load, event->string);
	const char *kept = arena_copy(reading->arena, text, strlen(text));

	if (!kept)
		load_no_memory(reading->load);
	return kept ? kept : "";
}

static const char *keep(struct reading *reading, struct buf *words)
{
	const char *kept = buf_keep(words, reading->arena);

	if (!kept)
		load_no_memory(reading->load);
	return kept ? kept : "";
}

/* A path that begins with a dot and a slash is one from the file on, wherever the program was started. */
static void put_value(struct reading *reading, const struct event *event, struct buf *out)
{
	const char *text = load_text(reading->load, event->string);
	bool is_path = strncmp(text, "./", 2) == 0 || strncmp(text, "../", 3) == 0;

	if (is_path)
		buf_put_text(out, reading->folder);
	buf_put_text(out, text);
}

static bool is_scalar(struct reading *reading, const struct event *event, const char *hint)
{
	if (event->kind == EVENT_SCALAR)
		return true;
	if (event->kind == EVENT_END)
		return false;
	keypath_hint(&reading->walk.tape.path, reading->load, event->place, hint,
		     "this is %s where a text belongs", walk_what(event));
	tape_skip_rest(&reading->walk.tape, event);
	return false;
}

/* A text, or a list of texts joined by commas; false for what is neither. */
static bool put_values(struct reading *reading, const struct event *start, struct buf *out)
{
	struct walk_list list;
	struct event event;
	bool is_first = true;

	if (start->kind != EVENT_SEQUENCE) {
		if (!is_scalar(reading, start, NULL))
			return false;
		put_value(reading, start, out);
		return true;
	}
	walk_begin_list(&reading->walk, start, &list); /* which it is */
	while (walk_next_element(&list, &event)) {
		if (!is_scalar(reading, &event, NULL))
			continue;
		if (!is_first)
			buf_put_text(out, ",");
		is_first = false;
		put_value(reading, &event, out);
	}
	return true;
}

/* ---- options and words */

static void add_saying(struct reading *reading, struct vec *to, struct buf *argument,
		       struct place place)
{
	struct house_saying *saying = load_add(reading->load, to, sizeof(*saying));

	if (saying)
		*saying = (struct house_saying){keep(reading, argument), place};
}

/* A key that stands bare is a flag that is set. */
static void add_option(struct reading *reading, const char *format, const struct event *key,
		       const struct event *value)
{
	struct buf words = BUF_INIT;
	bool is_bare = value->kind == EVENT_SCALAR && !value->is_quoted &&
		       !*load_text(reading->load, value->string);

	buf_printf(&words, "%s%s%s", format, *format ? "." : "",
		   load_text(reading->load, key->string));
	if (!is_bare)
		buf_put_byte(&words, '=');
	if (is_bare || put_values(reading, value, &words))
		add_saying(reading, &reading->house->options, &words, key->place);
	buf_release(&words);
}

static void add_word(struct reading *reading, const char *language, const struct event *key,
		     const struct event *value)
{
	struct buf words = BUF_INIT;

	if (!is_scalar(reading, value, NULL))
		return;
	buf_printf(&words, "%s%s%s=%s", language, *language ? "." : "",
		   load_text(reading->load, key->string), load_text(reading->load, value->string));
	add_saying(reading, &reading->house->words, &words, key->place);
	buf_release(&words);
}

/* {size: 9, pdf: {size: 9}}: what holds for all, and what for the format or language that `of` or a key names. */
static void read_sayings(struct reading *reading, const char *of, const struct event *start,
			 void (*add)(struct reading *, const char *, const struct event *,
				     const struct event *))
{
	bool is_outer = !*of;
	struct walk_mapping mapping;
	struct event key, value;

	if (!walk_begin_mapping(&reading->walk, start, 0, &reading->keys[is_outer ? 1 : 2],
				&mapping))
		return;
	while (walk_next_key(&mapping, &key)) {
		tape_next(&reading->walk.tape, &value);
		if (is_outer && value.kind == EVENT_MAPPING)
			read_sayings(reading, text_of(reading, &key), &value, add);
		else
			add(reading, of, &key, &value);
	}
}

/* ---- what a run is asked for */

static void add_setting(struct reading *reading, const char *key, struct place place,
			struct buf *value)
{
	struct house_setting *setting =
		load_add(reading->load, &reading->house->settings, sizeof(*setting));

	if (setting)
		*setting = (struct house_setting){key, keep(reading, value), place};
	buf_release(value);
}

/* {mtls: 2, grpc: 1} gives "mtls=2" and "grpc=1". */
static void read_pairs(struct reading *reading, const char *name, const struct event *start)
{
	struct walk_mapping mapping;
	struct event key, value;

	walk_begin_mapping(&reading->walk, start, 0, &reading->keys[1], &mapping); /* which it is */
	while (walk_next_key(&mapping, &key)) {
		struct buf words = BUF_INIT;

		tape_next(&reading->walk.tape, &value);
		if (!is_scalar(reading, &value, NULL))
			continue;
		buf_printf(&words, "%s=", load_text(reading->load, key.string));
		put_value(reading, &value, &words);
		add_setting(reading, name, key.place, &words);
	}
}

static void read_setting(struct reading *reading, const char *name, const struct event *start)
{
	struct buf words = BUF_INIT;
	struct walk_list list;
	struct event event;

	if (start->kind == EVENT_MAPPING &&
	    (strcmp(name, "weight") == 0 || strcmp(name, "template") == 0)) {
		read_pairs(reading, name, start);
		return;
	}
	if (start->kind != EVENT_SEQUENCE) {
		if (!is_scalar(reading, start, NULL))
			return;
		put_value(reading, start, &words);
		add_setting(reading, name, start->place, &words);
		return;
	}
	walk_begin_list(&reading->walk, start, &list); /* which it is */
	while (walk_next_element(&list, &event)) {
		words = (struct buf)BUF_INIT;
		if (!is_scalar(reading, &event, NULL))
			continue;
		put_value(reading, &event, &words);
		add_setting(reading, name, event.place, &words);
	}
}

/* ---- the file */

static const char *setting_named(const char *name)
{
	for (size_t i = 0; i < N_SETTING_KEYS; i++)
		if (strcmp(setting_keys[i], name) == 0)
			return setting_keys[i];
	return NULL;
}

static void put_keys(enum house_kind kind, struct buf *out)
{
	buf_put_text(out, "it has options and words");
	if (kind == HOUSE_STYLE)
		return;
	buf_put_text(out, ", and");
	for (size_t i = 0; i < N_SETTING_KEYS; i++)
		buf_printf(out, "%s %s", i > 0 ? "," : "", setting_keys[i]);
}

static void refuse_key(struct reading *reading, const struct event *key, const char *name)
{
	struct nearest search;
	struct buf hint = BUF_INIT;

	nearest_init(&search, name);
	nearest_offer(&search, "options");
	nearest_offer(&search, "words");
	for (size_t i = 0; reading->kind == HOUSE_DEFAULTS && i < N_SETTING_KEYS; i++)
		nearest_offer(&search, setting_keys[i]);
	put_keys(reading->kind, &hint);
	load_error(reading->load,
		   &(struct about){.place = key->place,
				   .suggestion = search.best,
				   .hint = search.best ? NULL : buf_text(&hint)},
		   "a %s has no key '%s'", kind_words[reading->kind], name);
	buf_release(&hint);
}

static void read_key(struct reading *reading, const struct event *key)
{
	const char *name = text_of(reading, key);
	const char *setting = reading->kind == HOUSE_DEFAULTS ? setting_named(name) : NULL;
	struct event value;

	tape_next(&reading->walk.tape, &value);
	if (value.kind == EVENT_SCALAR && !value.is_quoted &&
	    !*load_text(reading->load, value.string))
		return;
	if (strcmp(name, "options") == 0) {
		read_sayings(reading, "", &value, add_option);
	} else if (strcmp(name, "words") == 0) {
		read_sayings(reading, "", &value, add_word);
	} else if (setting) {
		read_setting(reading, setting, &value);
	} else {
		refuse_key(reading, key, name);
		tape_skip_rest(&reading->walk.tape, &value);
	}
}

static void read_file(struct reading *reading, struct yaml_source *source)
{
	struct walk_mapping mapping;
	struct event event;

	walk_init(&reading->walk, reading->load, source);
	tape_next(&reading->walk.tape, &event);
	/* a file of comments alone says nothing, and is right; what is no mapping was refused where it begins (yaml/yaml.c) */
	if (walk_begin_mapping(&reading->walk, &event, 0, &reading->keys[0], &mapping))
		while (walk_next_key(&mapping, &event))
			read_key(reading, &event);
	tape_next(&reading->walk.tape, &event);
	walk_release(&reading->walk);
	for (size_t i = 0; i < sizeof(reading->keys) / sizeof(*reading->keys); i++)
		vec_release(&reading->keys[i].stamps);
}

static ssize_t read_feed(void *data, void *to, size_t room)
{
	return feed_read(data, to, room);
}

static int read_feed_of(struct reading *reading, struct feed *feed)
{
	const struct yaml_input input = {read_feed, feed};
	struct yaml_source *source = yaml_source_new(reading->load, &input);

	if (!source)
		return -1;
	read_file(reading, source);
	yaml_source_free(source);
	return reading->load->failed || reading->load->has_errors ? -1 : 0;
}

int house_read(struct house *house, const char *path, enum house_kind kind, struct arena *arena,
	       const struct limits *limits, struct diag *diag)
{
	struct load load = {0};
	struct feed feed;
	struct reading reading = {.house = house, .load = &load, .arena = arena, .kind = kind};
	int status = -1;

	house->file = path;
	reading.folder = arena_copy(arena, path, path_folder(path));
	if (!reading.folder)
		diag_no_memory(diag);
	else if (load_init(&load, path, limits, NULL, diag) == 0) {
		load.kind = kind_words[kind];
		if (feed_open(&feed, path, path, false, limits->input, diag) == 0)
			status = read_feed_of(&reading, &feed);
		feed_release(&feed);
	}
	load_release(&load);
	return status;
}

void house_release(struct house *house)
{
	vec_release(&house->settings);
	vec_release(&house->options);
	vec_release(&house->words);
	*house = (struct house){NULL, VEC_INIT, VEC_INIT, VEC_INIT};
}
