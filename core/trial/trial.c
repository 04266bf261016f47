/* SPDX-License-Identifier: MIT */
#include "trial/trial.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/path.h"
#include "run/choose.h"
#include "run/report.h"
#include "trial/trial_writing.h"

/* ---- trials of what it reads, and of pictures that it decodes */

typedef int (*taking)(struct run *run, const struct plugin_file *file, const char *bytes, size_t n,
		      struct trial_outcome *out);

static void try_bytes(struct trial *trial, taking take, const char *bytes, size_t n,
		      const char *what)
{
	struct trial_outcome outcome;
	const char *fault = NULL;

	if (take(trial->run, trial->file, bytes, n, &outcome) != RUN_DONE)
		fault = "the trial could not be run";
	else if (outcome.noise.n > 0)
		fault = "it prints to standard output or error";
	else if (outcome.is_broken)
		fault = buf_text(&outcome.errors);
	trial_tell(trial, !fault, what, fault ? fault : "");
	trial_render_release(&outcome);
}

/* Any bytes, the same each time. */
static void put_noise(struct buf *noise, size_t n)
{
	uint32_t seed = 12345;

	for (size_t i = 0; i < n; i++) {
		seed = seed * 1664525 + 1013904223;
		buf_put_byte(noise, (char)(seed >> 24));
	}
}

static void try_reading(struct trial *trial)
{
	enum { LONG = 200000 };
	struct buf line = BUF_INIT, noise = BUF_INIT;

	for (int i = 0; i < LONG; i++)
		buf_put_byte(&line, ",;|<a\"[{"[i % 8]);
	put_noise(&noise, LONG);
	try_bytes(trial, trial_render_read, "", 0,
		  "an empty file is read or refused in its own words");
	try_bytes(trial, trial_render_read, "\0\0\0", 3,
		  "a file of zeros is read or refused in its own words");
	try_bytes(trial, trial_render_read, "a\n\n\r\n\xC2\xA0", 7,
		  "a file of hardly anything likewise");
	try_bytes(trial, trial_render_read, buf_text(&line), line.n,
		  "a line of 200,000 bytes likewise");
	try_bytes(trial, trial_render_read, buf_text(&noise), noise.n,
		  "200,000 bytes of noise likewise");
	buf_release(&line);
	buf_release(&noise);
}

static void try_decoding(struct trial *trial)
{
	static const struct {
		const char *what;
		char bytes[16];
	} beginnings[] = {
		{"a picture that ends where one kind of them begins likewise",
		 "\211PNG\r\n\032\n\0\0\0\rIHDR"},
		{"one that ends where a second kind begins likewise",
		 "\377\330\377\340\0\020JFIF\0"},
		{"one that ends where a third kind begins likewise", "GIF89a\1\0\1\0"},
		{"one that ends where a fourth kind begins likewise", "RIFF\20\0\0\0WEBPVP8 "},
	};
	struct buf noise = BUF_INIT;

	put_noise(&noise, 20000);
	try_bytes(trial, trial_render_decode, "", 0,
		  "no bytes are decoded or refused in its own words");
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++)
		try_bytes(trial, trial_render_decode, beginnings[i].bytes,
			  sizeof(beginnings[i].bytes), beginnings[i].what);
	try_bytes(trial, trial_render_decode, buf_text(&noise), noise.n,
		  "20,000 bytes of noise likewise");
	buf_release(&noise);
}

/* ---- what it says of itself */

static void try_about(struct trial *trial)
{
	const struct message_hello *info = trial->info;

	trial_tell(trial, true,
		   "it loads, its words and option table are sound, every default is read", "");
	if (!*info->license)
		trial_tell_skip(trial, "a licence", "it names none (.license)");
	if (info->can_write && !*info->examples && info->table.n > 0)
		trial_tell_skip(trial, "examples for --help", "it has none (.examples)");
}

/* Else each dataset fails for it, in whatever words the plugin has. */
static void try_template(struct trial *trial)
{
	struct trial_outcome outcome;
	const char *fault = NULL;

	if (!*trial->info->template_name)
		return;
	if (trial_render_template(trial->run, trial->file, &outcome) != RUN_DONE)
		fault = "the trial could not be run";
	else if (outcome.errors.n > 0)
		fault = buf_text(&outcome.errors);
	trial_tell(trial, !fault, "its template is there", fault ? fault : "");
	trial_render_release(&outcome);
}

static void say_cost(struct trial *trial)
{
	struct rusage used = {0};

	getrusage(RUSAGE_CHILDREN, &used);
	buf_printf(&trial->out, "%s%s: longest run %lld ms, most memory %ld MiB\n",
		   trial->run->args.wants_tap ? "# " : "", trial->file->name,
		   (long long)trial->most_ms, used.ru_maxrss / 1024);
}

static int try_format(struct run *run, const struct plugin_file *file, struct buf *out, size_t *n,
		      size_t *n_failed)
{
	struct trial trial = {.run = run, .file = file, .n = *n};
	struct group about;
	const struct job *job;

	if (run_group(run, &file, 1, CHILD_DESCRIBE, &about) != 0)
		return RUN_FAILED;
	group_probe(&about);
	job = &about.jobs[0];
	trial.info = &job->info;
	if (job->has_info) {
		try_about(&trial);
		try_template(&trial);
		if (job->info.can_write)
			trial_writing(&trial);
		if (job->info.can_read)
			try_reading(&trial);
		if (job->info.can_decode)
			try_decoding(&trial);
		say_cost(&trial);
	} else {
		trial_tell(&trial, false, "it loads",
			   job->diag.n > 0 ? job->diag.messages[job->diag.n - 1].text : "");
	}
	group_release(&about);
	buf_put(out, buf_text(&trial.out), trial.out.n);
	out->failed |= trial.out.failed;
	buf_release(&trial.out);
	*n = trial.n;
	*n_failed += trial.n_failed;
	return RUN_DONE;
}

/* ---- the file */

static bool is_file(const struct plugin_file *file, const struct stat *is)
{
	struct stat other;

	return stat(file->path, &other) == 0 && other.st_dev == is->st_dev &&
	       other.st_ino == is->st_ino;
}

/* Its folder is searched first, as with --plugin-dir, so that it is found as it would be there. */
static int find(struct run *run, struct stat *is)
{
	const char *path = run->args.dataset;
	size_t n = path_folder(path);
	const char **folder = arena_array(&run->arena, 1, sizeof(*folder));

	if (!folder ||
	    !(*folder = n > 0 ? arena_copy(&run->arena, path, n > 1 ? n - 1 : n) : ".")) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	if (stat(path, is) != 0) {
		diag_say(&run->diag, MR_ERROR, path, "cannot read it: %s", strerror(errno));
		return RUN_USAGE;
	}
	run->args.plugin_dirs = (struct args_list){folder, 1};
	return choose_scan(run);
}

int trial_plugin(struct run *run)
{
	size_t n = 0, n_failed = 0, n_formats = 0;
	struct buf out = BUF_INIT;
	struct stat is;
	int status = find(run, &is);

	for (size_t i = 0; status == RUN_DONE && i < run->found.n; i++) {
		if (!is_file(&run->found.files[i], &is))
			continue;
		n_formats++;
		status = try_format(run, &run->found.files[i], &out, &n, &n_failed);
	}
	if (status == RUN_DONE && n_formats == 0) {
		diag_say(&run->diag, MR_ERROR, run->args.dataset,
			 "it is no plugin by its name: NAME.so or NAME.plugin, NAME of lower "
			 "case letters, digits and '-'");
		status = RUN_USAGE;
	}
	if (run->args.wants_tap)
		buf_printf(&out, "1..%zu\n", n);
	if (status == RUN_DONE)
		status = run_print(run, &out);
	buf_release(&out);
	return status == RUN_DONE && n_failed > 0 ? RUN_FAILED : status;
}
