/* SPDX-License-Identifier: MIT */
#include "script/describe.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/nearest.h"
#include "base/number.h"
#include "script/document.h"

enum { KEYS_MAX = 24, PATH_MAX_BYTES = 160 };

struct reading {
	struct arena *arena;
	char *why;
	char path[PATH_MAX_BYTES]; /* of the value at hand: "options[1].type" */
};

static int fail(struct reading *reading, const struct document_node *node, const char *format, ...)
	MR_PRINTF(3, 4);

static int fail(struct reading *reading, const struct document_node *node, const char *format, ...)
{
	char words[DESCRIBE_WHY];
	va_list arguments;

	va_start(arguments, format);
	diag_vwrite(words, sizeof(words), format, arguments);
	va_end(arguments);
	diag_write(reading->why, DESCRIBE_WHY, "line %u: %s%s%s", (unsigned)node->line,
		   reading->path, *reading->path ? ": " : "", words);
	return -1;
}

/* ---- values */

static int read_text(struct reading *reading, const struct document_node *node, const char **out)
{
	*out = node->text;
	return node->kind == DOCUMENT_TEXT ? 0
					   : fail(reading, node, "it is %s, not a text",
						  document_kind_words(node->kind));
}

static int read_number(struct reading *reading, const struct document_node *node, double *out)
{
	if (node->kind != DOCUMENT_NUMBER)
		return fail(reading, node, "it is %s, not a number",
			    document_kind_words(node->kind));
	return number_read(node->text, out)
		       ? 0
		       : fail(reading, node, "%s is no number without an exponent", node->text);
}

/* ["a4", "a3"] as "a4|a3". */
static int read_joined(struct reading *reading, const struct document_node *node, char between,
		       const char **out)
{
	struct buf joined = BUF_INIT;

	if (node->kind != DOCUMENT_LIST)
		return fail(reading, node, "it is %s, not a list of texts",
			    document_kind_words(node->kind));
	for (const struct document_node *at = node->first; at; at = at->next) {
		if (at->kind != DOCUMENT_TEXT || strchr(at->text, between)) {
			buf_release(&joined);
			return fail(reading, at, "an element of the list is %s%s",
				    document_kind_words(at->kind),
				    at->kind == DOCUMENT_TEXT ? " that cannot stand in it" : "");
		}
		if (at != node->first)
			buf_put_byte(&joined, between);
		buf_put_text(&joined, at->text);
	}
	*out = arena_copy(reading->arena, buf_text(&joined), joined.n);
	reading->arena->failed |= joined.failed;
	buf_release(&joined);
	return 0;
}

/* A default, as the user would type it. */
static int read_initial(struct reading *reading, const struct document_node *node, const char **out)
{
	*out = node->text;
	if (node->kind == DOCUMENT_LIST)
		return read_joined(reading, node, ',', out);
	if (node->kind == DOCUMENT_NULL)
		*out = NULL;
	if (node->kind == DOCUMENT_TRUE || node->kind == DOCUMENT_FALSE)
		*out = node->kind == DOCUMENT_TRUE ? "yes" : "no";
	return node->kind == DOCUMENT_OBJECT ? fail(reading, node, "it is an object, not a value")
					     : 0;
}

/* Words with values; the end has no word. */
struct word {
	const char *word;
	uint32_t value;
};

static int read_word(struct reading *reading, const struct document_node *node,
		     const struct word *words, uint32_t *out)
{
	char quoted[DIAG_WORD];
	struct nearest near;

	if (node->kind != DOCUMENT_TEXT)
		return fail(reading, node, "it is %s, not a text", document_kind_words(node->kind));
	nearest_init(&near, node->text);
	for (; words->word; words++) {
		if (strcmp(words->word, node->text) == 0) {
			*out = words->value;
			return 0;
		}
		nearest_offer(&near, words->word);
	}
	diag_word(quoted, node->text);
	return near.best ? fail(reading, node, "unknown word '%s'; did you mean '%s'?", quoted,
				near.best)
			 : fail(reading, node, "unknown word '%s'", quoted);
}

/* ---- objects */

/* A key and what takes its value. */
struct member {
	const char *key;
	int (*read)(struct reading *reading, const struct document_node *node, void *into);
	bool is_needed;
};

static void enter(struct reading *reading, size_t n_before, const char *key)
{
	diag_write(reading->path + n_before, PATH_MAX_BYTES - n_before, "%s%s",
		   n_before > 0 ? "." : "", key);
}

static int refuse_key(struct reading *reading, const struct document_node *node,
		      const struct member *members)
{
	const char *keys[KEYS_MAX];
	char quoted[DIAG_WORD];
	const char *nearest;
	size_t n = 0;

	for (; members[n].key; n++)
		keys[n] = members[n].key;
	nearest = nearest_of(node->key, keys, n);
	diag_word(quoted, node->key);
	return nearest ? fail(reading, node, "unknown key '%s'; did you mean '%s'?", quoted,
			      nearest)
		       : fail(reading, node, "unknown key '%s'", quoted);
}

static int read_member(struct reading *reading, const struct document_node *node,
		       const struct member *members, void *into)
{
	size_t n_before = strlen(reading->path);
	int status;

	if (strncmp(node->key, "x-", 2) == 0)
		return 0;
	for (const struct member *at = members; at->key; at++) {
		if (strcmp(at->key, node->key) != 0)
			continue;
		enter(reading, n_before, node->key);
		status = at->read(reading, node, into);
		if (status == 0)
			reading->path[n_before] = '\0';
		return status;
	}
	return refuse_key(reading, node, members);
}

static bool has_key(const struct document_node *object, const char *key)
{
	for (const struct document_node *at = object->first; at; at = at->next)
		if (strcmp(at->key, key) == 0)
			return true;
	return false;
}

static int read_object(struct reading *reading, const struct document_node *node,
		       const struct member *members, void *into)
{
	if (node->kind != DOCUMENT_OBJECT)
		return fail(reading, node, "it is %s, not an object",
			    document_kind_words(node->kind));
	for (const struct document_node *at = node->first; at; at = at->next)
		if (read_member(reading, at, members, into) != 0)
			return -1;
	for (; members->key; members++)
		if (members->is_needed && !has_key(node, members->key))
			return fail(reading, node, "the key '%s' is missing", members->key);
	return 0;
}

/* One function a member of text: its place in the struct is all that differs. */
#define TEXT_OF(type, name)                                                               \
	static int take_##name(struct reading *reading, const struct document_node *node, \
			       void *into)                                                \
	{                                                                                 \
		return read_text(reading, node, &((struct type *)into)->name);            \
	}

/* ---- options */

TEXT_OF(mr_option, help)

static int take_option_name(struct reading *reading, const struct document_node *node, void *into)
{
	return read_text(reading, node, &((struct mr_option *)into)->name);
}

static int take_type(struct reading *reading, const struct document_node *node, void *into)
{
	static const struct word types[] = {{"flag", MR_OPTION_FLAG},
					    {"integer", MR_OPTION_INTEGER},
					    {"number", MR_OPTION_NUMBER},
					    {"string", MR_OPTION_STRING},
					    {"choice", MR_OPTION_CHOICE},
					    {"length", MR_OPTION_LENGTH},
					    {"file", MR_OPTION_FILE},
					    {"colour", MR_OPTION_COLOUR},
					    {"list", MR_OPTION_LIST},
					    {"date", MR_OPTION_DATE},
					    {NULL, 0}};

	return read_word(reading, node, types, &((struct mr_option *)into)->type);
}

static int take_initial(struct reading *reading, const struct document_node *node, void *into)
{
	return read_initial(reading, node, &((struct mr_option *)into)->initial);
}

static int take_choices(struct reading *reading, const struct document_node *node, void *into)
{
	return read_joined(reading, node, '|', &((struct mr_option *)into)->choices);
}

static int take_min(struct reading *reading, const struct document_node *node, void *into)
{
	return read_number(reading, node, &((struct mr_option *)into)->min);
}

static int take_max(struct reading *reading, const struct document_node *node, void *into)
{
	return read_number(reading, node, &((struct mr_option *)into)->max);
}

static int take_options(struct reading *reading, const struct document_node *node, void *into)
{
	static const struct member members[] = {
		{"name", take_option_name, true}, {"type", take_type, true},
		{"default", take_initial, false}, {"choices", take_choices, false},
		{"min", take_min, false},         {"max", take_max, false},
		{"help", take_help, true},        {NULL, NULL, false}};
	size_t n_before = strlen(reading->path);
	struct mr_plugin *plugin = into;
	struct mr_option *options;

	if (node->kind != DOCUMENT_LIST)
		return fail(reading, node, "it is %s, not a list", document_kind_words(node->kind));
	options = arena_array(reading->arena, node->n + 1, sizeof(*options));
	if (!options)
		return fail(reading, node, "out of memory");
	for (const struct document_node *at = node->first; at; at = at->next) {
		diag_write(reading->path + n_before, PATH_MAX_BYTES - n_before, "[%u]",
			   (unsigned)plugin->n_options);
		if (read_object(reading, at, members, &options[plugin->n_options]) != 0)
			return -1;
		plugin->n_options++;
	}
	reading->path[n_before] = '\0';
	plugin->options = options;
	return 0;
}

/* ---- the plugin, with which a struct describe begins */

TEXT_OF(mr_plugin, name)
TEXT_OF(mr_plugin, summary)
TEXT_OF(mr_plugin, version)
TEXT_OF(mr_plugin, extension)
TEXT_OF(mr_plugin, media_type)
TEXT_OF(mr_plugin, license)
TEXT_OF(mr_plugin, author)
TEXT_OF(mr_plugin, homepage)
TEXT_OF(mr_plugin, template_name)

static int take_contract(struct reading *reading, const struct document_node *node, void *into)
{
	double version = 0;

	(void)into;
	if (read_number(reading, node, &version) != 0)
		return -1;
	if (version != DESCRIBE_VERSION)
		return fail(reading, node, "it was written for version %s, this meshreport has %d",
			    node->text, DESCRIBE_VERSION);
	return 0;
}

static int take_suffixes(struct reading *reading, const struct document_node *node, void *into)
{
	return read_joined(reading, node, '|', &((struct mr_plugin *)into)->suffixes);
}

static int take_reads(struct reading *reading, const struct document_node *node, void *into)
{
	return read_joined(reading, node, '|', &((struct mr_plugin *)into)->read_suffixes);
}

static int take_examples(struct reading *reading, const struct document_node *node, void *into)
{
	return read_joined(reading, node, '\n', &((struct mr_plugin *)into)->examples);
}

static int take_priority(struct reading *reading, const struct document_node *node, void *into)
{
	double priority = 0;

	if (read_number(reading, node, &priority) != 0)
		return -1;
	if (priority < -1e6 || priority > 1e6 || priority != (double)(int32_t)priority)
		return fail(reading, node, "%s is no whole number from -1000000 to 1000000",
			    node->text);
	((struct mr_plugin *)into)->priority = (int32_t)priority;
	return 0;
}

static int take_capabilities(struct reading *reading, const struct document_node *node, void *into)
{
	static const struct word words[] = {{"binary", MR_CAN_BINARY},
					    {"document", MR_CAN_DOCUMENT},
					    {"screen", MR_CAN_SCREEN},
					    {"cannot-mark", MR_CANNOT_MARK},
					    {"read-text", MR_CAN_READ_TEXT},
					    {"several", MR_CAN_SEVERAL},
					    {NULL, 0}};
	uint32_t value = 0;

	if (node->kind != DOCUMENT_LIST)
		return fail(reading, node, "it is %s, not a list of texts",
			    document_kind_words(node->kind));
	for (const struct document_node *at = node->first; at; at = at->next) {
		if (read_word(reading, at, words, &value) != 0)
			return -1;
		((struct mr_plugin *)into)->capabilities |= value;
	}
	return 0;
}

static bool has_text(const struct document_node *first, const struct document_node *end)
{
	for (; first != end; first = first->next)
		if (strcmp(first->text, end->text) == 0)
			return true;
	return false;
}

static int take_needs(struct reading *reading, const struct document_node *node, void *into)
{
	struct describe *out = into;
	const char **needs;

	if (node->kind != DOCUMENT_LIST || node->n > DESCRIBE_NEEDS_MAX)
		return fail(reading, node, "it is no list of at most %d texts", DESCRIBE_NEEDS_MAX);
	needs = arena_array(reading->arena, (size_t)node->n + 1, sizeof(*needs));
	for (const struct document_node *at = node->first; needs && at; at = at->next) {
		if (at->kind != DOCUMENT_TEXT || !*at->text || strlen(at->text) > DESCRIBE_NEED_MAX)
			return fail(reading, at, "an element is no text of 1 to %d bytes",
				    DESCRIBE_NEED_MAX);
		if (has_text(node->first, at))
			return fail(reading, at, "an element stands twice in it");
		needs[out->n_needs++] = at->text;
	}
	out->needs = needs;
	return 0;
}

static const struct member plugin_members[] = {
	{"meshreport", take_contract, true},    {"name", take_name, true},
	{"summary", take_summary, true},        {"version", take_version, false},
	{"extension", take_extension, false},   {"reads", take_reads, false},
	{"media_type", take_media_type, false}, {"capabilities", take_capabilities, false},
	{"options", take_options, false},       {"template_name", take_template_name, false},
	{"license", take_license, false},       {"author", take_author, false},
	{"homepage", take_homepage, false},     {"suffixes", take_suffixes, false},
	{"examples", take_examples, false},     {"priority", take_priority, false},
	{"needs", take_needs, false},           {NULL, NULL, false},
};

/* The object of a list that calls itself so, else the first. */
static const struct document_node *choose(const struct document_node *root, const char *name)
{
	if (root->kind != DOCUMENT_LIST || !root->first)
		return root;
	for (const struct document_node *at = root->first; at; at = at->next)
		for (const struct document_node *in = at->first; in; in = in->next)
			if (strcmp(in->key, "name") == 0 && strcmp(in->text, name) == 0)
				return at;
	return root->first;
}

int describe_read(struct arena *arena, const char *text, size_t n, const char *name,
		  struct describe *out, char why[DESCRIBE_WHY])
{
	struct reading reading = {.arena = arena, .why = why};
	const struct document_node *root;
	char words[DOCUMENT_WHY];
	uint32_t line;

	*out = (struct describe){.is = {MR_PLUGIN_HEADER, .version = "0"}};
	root = document_parse(arena, text, n, &line, words);
	if (!root) {
		diag_write(why, DESCRIBE_WHY, "line %u: %s", (unsigned)line, words);
		return -1;
	}
	if (read_object(&reading, choose(root, name), plugin_members, out) != 0)
		return -1;
	if (!out->is.extension && !out->is.read_suffixes) {
		diag_write(why, DESCRIBE_WHY, "line %u: %s", (unsigned)root->line,
			   "one of the keys 'extension' (it writes) and 'reads' is missing");
		return -1;
	}
	if (!out->is.media_type && out->is.extension)
		out->is.media_type = out->is.capabilities & MR_CAN_BINARY
					     ? "application/octet-stream"
					     : "text/plain";
	if (arena->failed)
		diag_write(why, DESCRIBE_WHY, "out of memory");
	return arena->failed ? -1 : 0;
}
