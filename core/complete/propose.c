/* SPDX-License-Identifier: MIT */
#include "complete/propose.h"

#include <string.h>
#include <sys/stat.h>

#include "lint/rules.h"
#include "run/choose.h"
#include "run/input.h"
#include "run/source.h"

/* A dataset beyond this many bytes takes longer to load than someone who types waits. */
enum { LOADED_MOST = 16 * 1024 * 1024 };

/* ---- formats */

/* What the plugins say of themselves; false when none could be asked. */
static bool ask(struct run *run, const struct plugin_file *const *files, size_t n,
		struct group *group)
{
	if (n == 0 || run_group(run, files, n, CHILD_DESCRIBE, group) != 0)
		return false;
	group_probe(group);
	return true;
}

/* All plugins that there are. */
static bool ask_all(struct run *run, struct group *group)
{
	const struct plugin_file **files;

	if (choose_scan(run) != RUN_DONE)
		return false;
	files = arena_array(&run->arena, run->found.n + 1, sizeof(*files));
	for (size_t i = 0; files && i < run->found.n; i++)
		files[i] = &run->found.files[i];
	return files && ask(run, files, run->found.n, group);
}

static bool is_wanted(const struct message_hello *info, enum propose_formats which)
{
	return (info->can_write && which & PROPOSE_WRITERS) ||
	       (info->can_read && which & PROPOSE_READERS) ||
	       (info->can_decode && which & PROPOSE_DECODERS) ||
	       (*info->template_name && which & PROPOSE_TEMPLATES);
}

void propose_formats(struct run *run, enum propose_formats which, const char *after,
		     struct offers *offers)
{
	struct group group;

	if (!ask_all(run, &group))
		return;
	for (size_t i = 0; i < group.n; i++) {
		const struct job *job = &group.jobs[i];

		if (job->has_info && is_wanted(&job->info, which))
			offers_add(offers, job->order.file->label, after, job->info.summary);
	}
	group_release(&group);
}

static void propose_format_list(struct run *run, struct offers *offers)
{
	offers_begin_list(offers);
	propose_formats(run, PROPOSE_WRITERS, "", offers);
	offers_add(offers, "all", "", "every format there is");
}

static void propose_templates(struct run *run, struct offers *offers)
{
	propose_formats(run, PROPOSE_TEMPLATES, "", offers);
	offers_add(offers, "new", "", "the dataset that new begins with");
}

static void propose_own_template(struct run *run, struct offers *offers)
{
	const char *equals = strchr(offers_stem(offers), '=');

	offers->besides = OFFERS_FILES;
	if (equals)
		offers_begin(offers, (size_t)(equals + 1 - offers->word));
	else
		propose_formats(run, PROPOSE_TEMPLATES, "=", offers);
}

static void propose_sources(struct run *run, struct offers *offers)
{
	propose_formats(run, PROPOSE_READERS, "", offers);
	offers_add(offers, "yaml", "", "a dataset");
}

/* ---- options of formats */

static void add_values(struct offers *offers, const struct mr_option *option)
{
	if (option->type == MR_OPTION_FLAG)
		offers_add_choices(offers, "yes|no");
	else if (option->type == MR_OPTION_CHOICE)
		offers_add_choices(offers, option->choices);
	else if (option->type == MR_OPTION_FILE)
		offers->besides = OFFERS_FILES;
	else if (option->initial)
		offers_add(offers, option->initial, "", "the default");
}

static void add_keys(struct offers *offers, const struct option_table *table)
{
	for (uint32_t i = 0; i < table->n; i++)
		offers_add(offers, table->options[i].name,
			   table->options[i].type == MR_OPTION_FLAG ? "" : "=",
			   table->options[i].help);
}

/* "paper=a" of a format: its keys, or the values of a key. */
static void add_option(struct offers *offers, const struct option_table *table, const char *format)
{
	struct option_given given;
	const char *stem = offers_stem(offers);
	size_t n_format = strlen(format);
	int at;

	if (strncmp(stem, format, n_format) == 0 && stem[n_format] == '.')
		offers_begin(offers, offers->n_head + n_format + 1);
	stem = offers_stem(offers);
	if (!strchr(stem, '=')) {
		add_keys(offers, table);
		return;
	}
	if (!options_split(stem, &given))
		return;
	at = options_find(table, given.key, given.n_key);
	if (at < 0)
		return;
	offers_begin(offers, (size_t)(given.value - offers->word));
	add_values(offers, &table->options[at]);
}

static void propose_option(struct run *run, struct offers *offers)
{
	size_t n_head = offers->n_head;
	struct choice choice;
	struct group group;

	if (choose_formats(run, &choice) != RUN_DONE || !ask(run, choice.files, choice.n, &group))
		return;
	for (size_t i = 0; i < group.n; i++) {
		offers_begin(offers, n_head);
		if (group.jobs[i].has_info)
			add_option(offers, &group.jobs[i].info.table,
				   group.jobs[i].order.file->name);
	}
	group_release(&group);
}

/* Of the reader that is named, else of all that have such options. */
static void propose_read_option(struct run *run, struct offers *offers)
{
	const char *from = run->args.wishes.from;
	size_t n_head = offers->n_head;
	struct group group;

	if (!ask_all(run, &group))
		return;
	for (size_t i = 0; i < group.n; i++) {
		const struct job *job = &group.jobs[i];

		offers_begin(offers, n_head);
		if (job->has_info && (!from || strcmp(from, job->order.file->name) == 0))
			add_option(offers, &job->info.read_table, job->order.file->name);
	}
	group_release(&group);
}

/* ---- ids of the dataset */

/* What might wait for someone to write is not read. */
static bool is_file(const char *path)
{
	struct stat is;

	return stat(path, &is) == 0 && S_ISREG(is.st_mode) && is.st_size <= LOADED_MOST;
}

static bool load(struct run *run, struct input *input)
{
	if (run->args.datasets.n > 0)
		run->args.dataset = run->args.datasets.at[0];
	return is_file(source_path(run)) && input_load_lean(run, input) == RUN_DONE;
}

static void add_products(const struct dataset *set, struct offers *offers)
{
	for (uint32_t i = 0; i < set->n_products; i++)
		offers_add(offers, set->products[i].id, "", set->products[i].name);
}

static void add_categories(const struct dataset *set, struct offers *offers)
{
	for (uint32_t i = 0; i < set->n_categories; i++)
		offers_add(offers, set->categories[i].id, "", set->categories[i].name->plain);
}

static void add_features(const struct dataset *set, struct offers *offers)
{
	for (uint32_t i = 0; i < set->n_features; i++)
		offers_add(offers, set->features[i].id, "", set->features[i].name->plain);
}

static void propose_ids(struct run *run, struct offers *offers,
			void (*add)(const struct dataset *set, struct offers *offers))
{
	struct input input = {.set = DATASET_INIT};

	offers_begin_list(offers);
	if (run->args.verb != ARGS_NEW && load(run, &input))
		add(&input.set, offers);
	input_release(&input);
}

static void propose_products(struct run *run, struct offers *offers)
{
	propose_ids(run, offers, add_products);
}

static void propose_categories(struct run *run, struct offers *offers)
{
	propose_ids(run, offers, add_categories);
}

static void propose_features(struct run *run, struct offers *offers)
{
	propose_ids(run, offers, add_features);
}

/* ---- words of tables */

static void propose_rules(struct run *run, struct offers *offers)
{
	const char *stem = offers_stem(offers);
	bool is_no = strncmp(stem, "no-", 3) == 0, is_error = strncmp(stem, "error=", 6) == 0;

	(void)run;
	if (!is_no && !is_error)
		offers_add_choices(offers, "all|error");
	if (is_no || is_error)
		offers_begin(offers, offers->n_head + (is_no ? 3 : 6));
	for (size_t i = 0; i < rules_count(); i++)
		offers_add(offers, rules_at(i)->name, "", rules_at(i)->cause);
}

static void propose_limits(struct run *run, struct offers *offers)
{
	struct buf names = BUF_INIT;
	const char *at;

	(void)run;
	limits_put_names(&names);
	for (at = buf_text(&names); *at;) {
		size_t n = strcspn(at, ", ");
		struct buf name = BUF_INIT;

		buf_put(&name, at, n);
		offers_add(offers, buf_text(&name), "=", "");
		buf_release(&name);
		at += n + strspn(at + n, ", ");
	}
	buf_release(&names);
}

static void propose_files(struct run *run, struct offers *offers)
{
	(void)run;
	offers->besides = OFFERS_FILES;
}

static void propose_folders(struct run *run, struct offers *offers)
{
	(void)run;
	offers->besides = OFFERS_FOLDERS;
}

/* ---- which option takes what */

static const struct {
	const char *option;
	void (*propose)(struct run *run, struct offers *offers);
} arguments[] = {
	{"format", propose_format_list},
	{"option", propose_option},
	{"read-option", propose_read_option},
	{"template", propose_own_template},
	{"style", propose_files},
	{"print-template", propose_templates},
	{"from", propose_sources},
	{"products", propose_products},
	{"categories", propose_categories},
	{"features", propose_features},
	{"require", propose_features},
	{"warning", propose_rules},
	{"limit", propose_limits},
	{"output", propose_files},
	{"plugin-dir", propose_folders},
};

/* "auto|always|never", and no capitals that stand for something. */
static bool is_choice(const char *argument)
{
	return strchr(argument, '|') &&
	       argument[strspn(argument, "abcdefghijklmnopqrstuvwxyz-+|")] == '\0';
}

void propose_argument(struct run *run, const struct args_option *option, struct offers *offers)
{
	for (size_t i = 0; i < sizeof(arguments) / sizeof(*arguments); i++) {
		if (strcmp(option->name, arguments[i].option) == 0) {
			arguments[i].propose(run, offers);
			return;
		}
	}
	if (is_choice(option->argument))
		offers_add_choices(offers, option->argument);
}
