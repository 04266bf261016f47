/* SPDX-License-Identifier: MIT */
#include "run/choose.h"

#include <string.h>
#include <sys/stat.h>

#include "base/path.h"
#include "run/report.h"
#include "run/survey.h"

static bool is_rival(const struct search *found, size_t i)
{
	return found->files[i].is_spare || (i + 1 < found->n && found->files[i + 1].is_spare);
}

/* Where a format has several plugins, these are asked for the priority that they declare. */
static int rank_rivals(struct run *run)
{
	struct search *found = &run->found;
	const struct plugin_file **files = arena_array(&run->arena, found->n, sizeof(*files));
	struct group group;
	size_t n = 0;

	for (size_t i = 0; files && i < found->n; i++)
		if (is_rival(found, i))
			files[n++] = &found->files[i];
	if (!files) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	if (run_group(run, files, n, CHILD_DESCRIBE, &group) != 0)
		return RUN_FAILED;
	group_probe(&group);
	for (size_t i = 0; i < n; i++) {
		size_t at = (size_t)(files[i] - found->files);
		const struct job *job = &group.jobs[i];

		found->files[at].priority = job->has_info ? job->info.priority : INT32_MIN;
	}
	search_order(found);
	group_release(&group);
	return RUN_DONE;
}

int choose_scan(struct run *run)
{
	struct diag found;
	int status;

	diag_init(&found, DIAG_MAX);
	status = search_folders(&run->found, &run->home, run->args.plugin_dirs.at,
				run->args.plugin_dirs.n, &found);
	if (!run->args.verbose)
		diag_drop_notes(&found);
	diag_move(&run->diag, &found, MR_ERROR);
	if (status != 0)
		return run->found.is_unsure ? RUN_FAILED : RUN_USAGE;
	return search_has_rivals(&run->found) ? rank_rivals(run) : RUN_DONE;
}

void choose_say_none(struct run *run, enum mr_severity severity)
{
	struct diag_message message = {
		.severity = severity,
		.hint = "--plugin-dir and MESHREPORT_PLUGIN_PATH name other folders"};
	struct buf text = BUF_INIT;

	buf_put_text(&text, "there is no format: ");
	survey_put_folders(&text, &run->found);
	message.text = buf_text(&text);
	diag_add(&run->diag, &message);
	buf_release(&text);
}

static void add_file(struct choice *choice, const struct plugin_file *file)
{
	for (size_t i = 0; i < choice->n; i++)
		if (choice->files[i] == file)
			return;
	choice->files[choice->n++] = file;
}

static void add_word(struct run *run, struct choice *choice, const char *word, size_t n)
{
	const struct plugin_file *file;

	if (n == 3 && memcmp(word, "all", 3) == 0) {
		choice->is_all = true;
		for (size_t i = 0; i < run->found.n; i++)
			if (!run->found.files[i].is_spare)
				add_file(choice, &run->found.files[i]);
		return;
	}
	file = run_find_format(run, word, n);
	if (file)
		add_file(choice, file);
}

static void add_words(struct run *run, struct choice *choice)
{
	for (uint32_t i = 0; i < run->args.formats.n; i++) {
		const char *word = run->args.formats.at[i];

		for (;;) {
			size_t n = strcspn(word, ",");

			add_word(run, choice, word, n);
			if (!word[n])
				break;
			word += n + 1;
		}
	}
}

const char *choose_suffix(const char *output)
{
	struct stat is;
	const char *suffix = output ? path_suffix(output) : "";

	if (!suffix[0] || !suffix[1])
		return NULL;
	return stat(output, &is) == 0 && !S_ISREG(is.st_mode) ? NULL : suffix + 1;
}

/* Asks all plugins for their extensions; the only one that has `suffix`. */
static void add_by_extension(struct run *run, struct choice *choice, const char *suffix)
{
	struct diag_message message = {.severity = MR_ERROR};
	struct buf names = BUF_INIT, suffixes = BUF_INIT, hint = BUF_INIT;
	struct group survey;
	char word[DIAG_WORD];

	if (survey_all(run, &survey) != 0)
		return;
	for (size_t i = 0; i < survey.n; i++) {
		const struct job *job = &survey.jobs[i];

		if (!job->has_info || job->order.file->is_spare ||
		    !survey_has_suffix(&job->info, suffix))
			continue;
		add_file(choice, job->order.file);
		buf_printf(&names, "%s%s", names.n > 0 ? ", " : "", job->order.file->name);
	}
	survey_put_suffixes(&suffixes, &survey);
	if (choice->n == 0) /* one that could not be asked may have been the one */
		report_failed(run, &survey, MR_WARNING);
	group_release(&survey);
	buf_printf(&hint, "there are %s; -f names a format whatever the file is called",
		   buf_text(&suffixes));
	message.hint = buf_text(&hint);
	if (names.failed || suffixes.failed || hint.failed)
		diag_no_memory(&run->diag);
	else if (choice->n > 1)
		diag_say(&run->diag, MR_ERROR, NULL,
			 "several formats write '.%s' files: %s; say which with -f", suffix,
			 buf_text(&names));
	else if (choice->n == 0 && !run->diag.out_of_memory)
		diag_report(&run->diag, &message, "no format writes '.%s' files",
			    diag_word(word, suffix));
	buf_release(&names);
	buf_release(&suffixes);
	buf_release(&hint);
}

int choose_formats(struct run *run, struct choice *out)
{
	const char *suffix = choose_suffix(run->args.output);
	int status = choose_scan(run);

	*out = (struct choice){.n = 0};
	if (status != RUN_DONE)
		return status;
	if (run->found.n == 0) {
		choose_say_none(run, MR_ERROR);
		return RUN_USAGE;
	}
	out->files = arena_array(&run->arena, run->found.n + 1, sizeof(const void *));
	if (!out->files)
		diag_no_memory(&run->diag);
	else if (run->args.formats.n > 0)
		add_words(run, out);
	else if (!suffix && run->args.verb == ARGS_DIFF)
		add_word(run, out, MESHREPORT_DIFF_FORMAT, strlen(MESHREPORT_DIFF_FORMAT));
	else if (!suffix)
		add_word(run, out, MESHREPORT_DEFAULT_FORMAT, strlen(MESHREPORT_DEFAULT_FORMAT));
	else if (search_find(&run->found, suffix, strlen(suffix)))
		add_file(out, search_find(&run->found, suffix, strlen(suffix)));
	else
		add_by_extension(run, out, suffix);
	return diag_has_errors(&run->diag) ? RUN_USAGE : RUN_DONE;
}
