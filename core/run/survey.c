/* SPDX-License-Identifier: MIT */
#include "run/survey.h"

#include <string.h>

#include "plugin/options.h"
#include "plugin/vet.h"

static int ask(struct run *run, enum child_task task, struct group *out)
{
	const struct plugin_file **files =
		arena_array(&run->arena, run->found.n + 1, sizeof(*files));

	if (!files) {
		diag_no_memory(&run->diag);
		return -1;
	}
	for (size_t i = 0; i < run->found.n; i++)
		files[i] = &run->found.files[i];
	if (run_group(run, files, run->found.n, task, out) != 0)
		return -1;
	group_probe(out);
	return 0;
}

int survey_all(struct run *run, struct group *out)
{
	return ask(run, CHILD_DESCRIBE, out);
}

int survey_examine(struct run *run, struct group *out)
{
	return ask(run, CHILD_EXAMINE, out);
}

static const char *extension_at(const struct group *survey, size_t i)
{
	const struct job *job = &survey->jobs[i];

	return job->has_info && job->info.can_write ? job->info.extension : "";
}

bool survey_has_suffix(const struct message_hello *info, const char *suffix)
{
	return info->can_write && (strcmp(info->extension, suffix) == 0 ||
				   vet_has_word(info->aliases, suffix, strlen(suffix)));
}

static bool stood_before(const struct group *survey, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(extension_at(survey, j), extension_at(survey, i)) == 0)
			return true;
	return false;
}

static void put_word(struct buf *out, const char *before, const char *word)
{
	if (out->n > 0)
		buf_put_text(out, ", ");
	buf_put_text(out, before);
	buf_put_text(out, word);
}

void survey_put_suffixes(struct buf *out, const struct group *survey)
{
	for (size_t i = 0; i < survey->n; i++)
		if (*extension_at(survey, i) && !stood_before(survey, i))
			put_word(out, ".", extension_at(survey, i));
}

size_t survey_put_having(struct buf *out, const struct group *survey, const char *key, size_t n_key)
{
	size_t n = 0;

	for (size_t i = 0; i < survey->n; i++) {
		const struct job *job = &survey->jobs[i];

		if (!job->has_info || job->order.file->is_spare ||
		    options_find(&job->info.table, key, n_key) < 0)
			continue;
		put_word(out, "", job->order.file->name);
		n++;
	}
	return n;
}

const char *survey_writer(const struct group *survey, const char *suffix)
{
	const char *writer = NULL;

	for (size_t i = 0; i < survey->n; i++) {
		const char *name = survey->jobs[i].order.file->name;

		if (!*extension_at(survey, i))
			continue;
		if (strcmp(name, suffix) == 0)
			return name;
		if (!writer && survey_has_suffix(&survey->jobs[i].info, suffix))
			writer = name;
	}
	return writer;
}

void survey_put_folders(struct buf *out, const struct search *found)
{
	struct buf folders = BUF_INIT;

	for (size_t i = 0; i < found->n_folders; i++)
		put_word(&folders, "", found->folders[i].path);
	buf_put_text(out, "no plugin was found in ");
	buf_put_text(out, buf_text(&folders));
	out->failed |= folders.failed;
	buf_release(&folders);
}
