/* SPDX-License-Identifier: MIT */
#include "run/artifact.h"

#include <string.h>

#include "plugin/search.h"

/* The words behind "artifact" and the format. */
enum { OPTIONS_AT = 2 };

static int open_artifact(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "the artifact";
	sink_open_memory(&artifact->sink);
	buf_init(&artifact->sink.memory, BROKER_ANSWER_MAX);
	return 0;
}

static int refuse(struct broker_answer *out, const char *words)
{
	buf_put_text(&out->words, words);
	return -1;
}

/* Who waits for whom, from the run's own format to the one that asks, which would be waited for again. */
static void put_chain(struct buf *out, const struct asked *asked)
{
	if (asked->by)
		put_chain(out, asked->by);
	buf_printf(out, "%s asks for ", asked->order->file->label);
}

/* Whether `file` may be asked for: it waits for nobody that asks. */
static int check_chain(const struct asked *asked, const struct plugin_file *file,
		       struct broker_answer *out)
{
	int depth = 0;

	for (const struct asked *at = asked; at; at = at->by, depth++) {
		if (at->order->file != file)
			continue;
		put_chain(&out->words, asked);
		buf_printf(&out->words, "%s, which waits for it", file->label);
		return -1;
	}
	if (depth < ARTIFACT_DEPTH_MAX)
		return 0;
	buf_printf(&out->words, "%d formats wait for each other already", depth);
	return -1;
}

static const char *first_error(const struct job *job)
{
	if (job->n_written > BROKER_ANSWER_MAX)
		return "it is larger than 64 MiB, which is the most that is handed out";
	for (size_t i = 0; i < job->diag.n; i++)
		if (job->diag.messages[i].severity == MR_ERROR)
			return job->diag.messages[i].text;
	if (job->has_info && !job->info.can_write)
		return job->info.can_read ? "it reads, and writes nothing"
					  : "it decodes pictures, and writes nothing";
	return job->n_artifacts > 1 ? "it makes several files of it" : "it wrote nothing";
}

static void put_warnings(struct buf *out, const struct job *job)
{
	for (size_t i = 0; i < job->diag.n; i++)
		if (job->diag.messages[i].severity == MR_WARNING)
			buf_printf(out, "%s%s", out->n > 0 ? "\n" : "", job->diag.messages[i].text);
}

/* What an option says that its table does not allow is found by the parent of a run (agree.h), which is not here. */
static const char *wrong_option(const struct job *job, char why[OPTIONS_WHY])
{
	const struct option_table *table = &job->info.table;
	char word[OPTIONS_WORD];
	struct option_given given;
	struct mr_value value;

	for (size_t i = 0; i < job->order.n_options; i++) {
		int at = options_split(job->order.options[i], &given) && given.n_format == 0
				 ? options_find(table, given.key, given.n_key)
				 : -1;

		if (at < 0)
			return "it has no such option";
		if (table->options[at].type == MR_OPTION_FILE)
			return "a plugin cannot name a file for it";
		if (options_value(&table->options[at], given.value, word, &value, why) != 0)
			return why;
	}
	return NULL;
}

int artifact_take(struct group *group, struct broker_answer *out)
{
	struct job *job = &group->jobs[0];
	char why[OPTIONS_WHY];
	const char *wrong = NULL;

	group->host = (struct job_host){.open = open_artifact};
	/* The one that asks has its time, and what it waits for ends with it: a second clock could end this first. */
	if (!group->is_inline)
		group->timeout_ms = 0;
	group->is_inline = false;
	group_probe(group);
	if (job->state == JOB_READY && !diag_has_errors(&job->diag))
		wrong = wrong_option(job, why);
	if (job->state == JOB_READY && !wrong && !diag_has_errors(&job->diag))
		group_render(group);
	if (job->state != JOB_DONE || job->n_artifacts != 1)
		return refuse(out, wrong ? wrong : first_error(job));
	buf_put(&out->bytes, job->artifacts[0].sink.memory.at, job->artifacts[0].sink.memory.n);
	put_warnings(&out->words, job);
	return 0;
}

int artifact_answer(const struct asked *asked, const struct asked_words *words,
		    struct broker_answer *out)
{
	const char *name = words->at[1];
	const struct plugin_file *file = search_find(&asked->run->found, name, strlen(name));
	struct asked in_turn = {.run = asked->run, .by = asked};
	struct child_stamp stamp;
	struct child_order *order;
	struct group group;
	int status;

	if (file && check_chain(asked, file, out) != 0)
		return -1;
	if (!file || run_group(asked->run, &file, 1, CHILD_RENDER, &group) != 0) {
		buf_printf(&out->words, "no plugin writes %s", name);
		return -1;
	}
	order = &group.jobs[0].order;
	stamp = *asked->order->stamp;
	stamp.is_hidden = true;
	in_turn.order = order;
	order->matrix = asked->order->matrix;
	order->clock = asked->order->clock;
	order->canonical = asked->order->canonical;
	order->canon = asked->order->canon;
	order->stamp = &stamp;
	order->options = words->at + OPTIONS_AT;
	order->n_options = words->n - OPTIONS_AT;
	order->is_named = true;
	order->is_asked = true;
	order->answer = asked->order->answer;
	order->answerer = &in_turn;
	status = artifact_take(&group, out);
	group_release(&group);
	return status;
}
