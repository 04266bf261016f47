/* SPDX-License-Identifier: MIT */
#include "cli/trial_render.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "run/order.h"
#include "run/render.h"

enum { ARTIFACT_MAX = 1 << 30 };

/* ---- what the host hands out, and takes in */

/* Where artifacts go: a folder that is gone when the run is over. */
struct workshop {
	const struct trial_order *order;
	struct arena arena;
	char folder[PATH_MAX];
};

static const char *path_of(struct workshop *shop, uint32_t index)
{
	char name[16];

	snprintf(name, sizeof(name), "%u", index);
	return path_join(&shop->arena, shop->folder, name);
}

/* What must fail collects in memory, and has no more room than it was given. */
static int open_artifact(void *context, struct job *job, struct job_artifact *artifact)
{
	struct workshop *shop = context;
	const char *path = path_of(shop, job->n_artifacts - 1);

	artifact->shown = "the artifact";
	if (shop->order->room > 0) {
		sink_open_memory(&artifact->sink);
		buf_init(&artifact->sink.memory, shop->order->room);
		return 0;
	}
	if (path && sink_open_path(&artifact->sink, path) == 0)
		return 0;
	job_error(job, "no room for trials in %s", shop->folder);
	return -1;
}

static int begin_workshop(struct run *run, const struct trial_order *order, struct workshop *shop)
{
	const char *folder = run->home.temporary;

	*shop = (struct workshop){.order = order, .arena = ARENA_INIT};
	diag_write(shop->folder, sizeof(shop->folder), "%s/meshreport-XXXXXX", folder);
	if (strlen(folder) + 20 < sizeof(shop->folder) && mkdtemp(shop->folder))
		return 0;
	diag_say(&run->diag, MR_ERROR, folder, "cannot make a folder for trials: %s",
		 strerror(errno));
	return -1;
}

static void end_workshop(struct workshop *shop, uint32_t n_artifacts)
{
	for (uint32_t i = 0; i < n_artifacts; i++) {
		const char *path = path_of(shop, i);

		if (path)
			unlink(path);
	}
	rmdir(shop->folder);
	arena_release(&shop->arena);
}

static int on_block(void *context, struct job *job, const struct mr_block *block)
{
	(void)context;
	(void)job;
	(void)block;
	return 0;
}

static int on_grid(void *context, struct job *job, const struct mr_grid *grid)
{
	(void)context;
	(void)job;
	(void)grid;
	return 0;
}

static int on_cell(void *context, struct job *job, const struct mr_grid_cell *cell)
{
	(void)context;
	(void)job;
	(void)cell;
	return 0;
}

/* What it has against a file it says in its own words, which is all that is asked of it. */
static int on_remark(void *context, struct job *job, const struct found_remark *remark)
{
	(void)context;
	diag_say(&job->diag, remark->severity, NULL, "%s", remark->text);
	return 0;
}

static void put_beside(const void *context, const char *part, const char *suffix, struct buf *out)
{
	(void)context;
	buf_printf(out, "trial-%s.%s", part, suffix);
}

/* ---- what came of it */

static bool contains(const struct buf *bytes, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= bytes->n; i++)
		if (memcmp(bytes->at + i, word, n) == 0)
			return true;
	return false;
}

static void read_artifact(const char *path, struct buf *out)
{
	int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;

	out->failed |= fd < 0 || file_read_all(fd, ARTIFACT_MAX, out) != 0;
	if (fd >= 0)
		close(fd);
}

static void take_artifacts(const struct job *job, struct workshop *shop, struct trial_outcome *out)
{
	out->has_mark = job->n_artifacts > 0;
	out->n_artifacts = job->n_artifacts;
	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		const struct job_artifact *artifact = &job->artifacts[i];
		struct buf bytes = BUF_INIT;

		if (job->is_visible)
			read_artifact(path_of(shop, i), &bytes);
		out->has_mark &= *artifact->suffix || contains(&bytes, "meshreport ");
		out->n_bytes += bytes.n;
		buf_put(&out->bytes, artifact->part, strlen(artifact->part) + 1);
		buf_put(&out->bytes, buf_text(&bytes), bytes.n);
		out->bytes.failed |= bytes.failed;
		buf_release(&bytes);
	}
}

static void take_messages(const struct job *job, struct trial_outcome *out)
{
	static const char printed[] = "printed: ";

	for (size_t i = 0; i < job->diag.n; i++) {
		const struct diag_message *message = &job->diag.messages[i];

		if (strncmp(message->text, printed, sizeof(printed) - 1) == 0 && out->noise.n == 0)
			buf_put_text(&out->noise, message->text + sizeof(printed) - 1);
		if (message->severity < MR_ERROR)
			continue;
		/* "the plugin crashed while ...": the host speaks of it so, and no plugin
     * of itself */
		if (strncmp(message->text, "the plugin ", 11) == 0 || message->is_verdict)
			out->is_broken = true;
		if (out->errors.n == 0)
			buf_put_text(&out->errors, message->text);
	}
}

static int finish(struct group *group, struct workshop *shop, struct trial_outcome *out)
{
	struct job *job = &group->jobs[0];

	group_probe(group);
	if (group->signal)
		return RUN_FAILED;
	if (job->state == JOB_READY && !diag_has_errors(&job->diag))
		group_render(group);
	if (shop)
		take_artifacts(job, shop, out);
	take_messages(job, out);
	out->is_done = job->state == JOB_DONE && out->errors.n == 0;
	out->ms = job->ms_used;
	return group->signal ? RUN_FAILED : RUN_DONE;
}

int trial_render(struct run *run, const struct trial_order *order, struct trial_outcome *out)
{
	const struct canon canon = {.matrix = order->input->matrix, .comments = NULL};
	struct workshop shop;
	struct child_order *job;
	struct group group;
	int status;

	*out = (struct trial_outcome){.is_done = false};
	if (begin_workshop(run, order, &shop) != 0)
		return RUN_FAILED;
	if (run_group(run, &order->file, 1, CHILD_RENDER, &group) != 0) {
		end_workshop(&shop, 0);
		return RUN_FAILED;
	}
	job = &group.jobs[0].order;
	job->matrix = matrix_view(order->input->matrix);
	job->canonical = order_put_canonical;
	job->canon = &canon;
	job->beside = put_beside;
	job->clock = 1572998400; /* a day like any other: the same bytes need the same clock */
	job->options = order->option ? &order->option : NULL;
	job->n_options = order->option ? 1 : 0;
	job->is_named = true;
	group.host = (struct job_host){.open = open_artifact, .context = &shop};
	status = finish(&group, &shop, out);
	end_workshop(&shop, out->n_artifacts);
	group_release(&group);
	return status;
}

int trial_render_read(struct run *run, const struct plugin_file *file, const char *bytes, size_t n,
		      struct trial_outcome *out)
{
	static const struct job_reading taking = {on_block, on_grid, on_cell, on_remark};
	struct group group;
	int status;

	*out = (struct trial_outcome){.is_done = false};
	if (run_group(run, &file, 1, CHILD_READ, &group) != 0)
		return RUN_FAILED;
	group.jobs[0].order.source = (struct mr_bytes){bytes, n};
	group.jobs[0].order.source_name = "trial";
	group.jobs[0].order.encoding = "";
	group.jobs[0].order.text_max = run->args.limits.scalar;
	group.host = (struct job_host){.reading = &taking};
	status = finish(&group, NULL, out);
	group_release(&group);
	return status;
}

void trial_render_release(struct trial_outcome *outcome)
{
	buf_release(&outcome->bytes);
	buf_release(&outcome->errors);
	buf_release(&outcome->noise);
}
