/* SPDX-License-Identifier: MIT */
#include "run/painting.h"

#include <string.h>

#include "host/broker.h"
#include "host/search.h"

enum { OPTIONS_ASKED_MAX = 64 };

static int open_artifact(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "the picture";
	sink_open_memory(&artifact->sink);
	buf_init(&artifact->sink.memory, BROKER_ANSWER_MAX);
	return 0;
}

/* The words behind the format; false where there are too many, or the last does not end. */
static bool read_words(const char *question, size_t n, const char *words[OPTIONS_ASKED_MAX],
		       size_t *out_n)
{
	*out_n = 0;
	if (n == 0 || question[n - 1] != '\0')
		return false;
	for (size_t at = strlen(question) + 1; at < n; at += strlen(question + at) + 1) {
		if (*out_n == OPTIONS_ASKED_MAX)
			return false;
		words[(*out_n)++] = question + at;
	}
	return true;
}

static const char *first_error(const struct job *job)
{
	for (size_t i = 0; i < job->diag.n; i++)
		if (job->diag.messages[i].severity == MR_ERROR)
			return job->diag.messages[i].text;
	return job->n_artifacts == 1 ? "it was not finished" : "it makes several files of it";
}

/* What `-O` says that its table does not allow is found by the parent of a run (agree.h), which is not here. */
static const char *wrong_option(const struct job *job, char why[OPTIONS_WHY])
{
	const struct option_table *table = &job->info.table;
	char word[OPTIONS_WORD];
	struct option_given given;
	struct mr_value value;

	for (size_t i = 0; i < job->order.n_options; i++) {
		int at = options_split(job->order.options[i], &given)
				 ? options_find(table, given.key, given.n_key)
				 : -1;

		if (at < 0)
			return "it has no such option";
		if (options_value(&table->options[at], given.value, word, &value, why) != 0)
			return why;
	}
	return NULL;
}

static int paint(struct group *group, struct buf *out)
{
	struct job *job = &group->jobs[0];
	char why[OPTIONS_WHY];
	const char *wrong = NULL;

	group_probe(group);
	if (job->state == JOB_READY && !diag_has_errors(&job->diag))
		wrong = wrong_option(job, why);
	if (job->state == JOB_READY && !wrong && !diag_has_errors(&job->diag))
		group_render(group);
	if (job->state == JOB_DONE && job->n_artifacts == 1 && !diag_has_errors(&job->diag)) {
		buf_put(out, job->artifacts[0].sink.memory.at, job->artifacts[0].sink.memory.n);
		return 0;
	}
	buf_put_text(out, wrong ? wrong : first_error(job));
	return -1;
}

int painting_answer(const void *context, const char *question, size_t n, struct buf *out)
{
	const struct painting *painting = context;
	const char *words[OPTIONS_ASKED_MAX];
	const struct plugin_file *file;
	struct child_order *order;
	struct group group;
	size_t n_words;
	int status;

	if (!read_words(question, n, words, &n_words))
		return -1;
	file = search_find(&painting->run->found, question, strlen(question));
	if (!file || run_group(painting->run, &file, 1, CHILD_RENDER, &group) != 0) {
		buf_printf(out, "no plugin writes %s", question);
		return -1;
	}
	order = &group.jobs[0].order;
	order->matrix = painting->order->matrix;
	order->clock = painting->order->clock;
	order->options = words;
	order->n_options = n_words;
	order->is_named = true;
	group.host = (struct job_host){.open = open_artifact};
	status = paint(&group, out);
	group_release(&group);
	return status;
}
