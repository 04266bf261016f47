/* SPDX-License-Identifier: MIT */
#include "cli/doctor.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "cli/symptoms.h"
#include "confine/bounds.h"
#include "run/choose.h"
#include "run/survey.h"
#include "run/trust.h"

/* ---- plugins */

/* One that need not be there is as good as one that is; one that was named is not. */
static void look_at_folders(struct symptoms *out, const struct search *found)
{
	for (size_t i = 0; i < found->n_folders; i++) {
		const struct search_folder *folder = &found->folders[i];
		struct symptom about = {.kind = SYMPTOM_FOLDER, .name = "", .path = folder->path};

		if (!folder->problem) {
			symptoms_add(out, about, "%zu of the formats", folder->n_taken);
			continue;
		}
		if (!folder->is_absent)
			about.state = SYMPTOM_BROKEN;
		else if (!folder->is_usual)
			about.state = folder->is_given ? SYMPTOM_BROKEN : SYMPTOM_NOTE;
		symptoms_add(out, about, "%s", folder->problem);
	}
	if (found->n == 0)
		symptoms_add(out,
			     (struct symptom){.kind = SYMPTOM_FORMAT,
					      .state = SYMPTOM_BROKEN,
					      .name = "none",
					      .path = ""},
			     "no plugin lies in any of these folders");
}

static const char *first_error(const struct job *job)
{
	for (size_t i = 0; i < job->diag.n; i++)
		if (job->diag.messages[i].severity == MR_ERROR)
			return job->diag.messages[i].text;
	return "out of memory"; /* for a message of it, too */
}

static void say_what_it_does(struct symptoms *out, const struct job *job, struct symptom about)
{
	const struct message_hello *info = &job->info;
	const char *warning = job->order.file->warning;

	if (warning)
		about.state = SYMPTOM_NOTE;
	symptoms_add(out, about, "version %s, plugin ABI %d.%u%s%s%s%s%s%s", info->version,
		     MR_ABI_MAJOR, (unsigned)info->abi_minor, info->can_write ? ", writes ." : "",
		     info->can_write ? info->extension : "", info->can_read ? ", reads" : "",
		     info->can_decode ? ", decodes" : "", warning ? "; " : "",
		     warning ? warning : "");
}

static void look_at_formats(struct symptoms *out, const struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];
		struct symptom about = {.kind = SYMPTOM_FORMAT,
					.name = job->order.file->name,
					.path = job->order.file->path};

		if (job->state == JOB_DONE) {
			say_what_it_does(out, job, about);
			continue;
		}
		about.state = SYMPTOM_BROKEN;
		symptoms_add(out, about, "%s", first_error(job));
	}
}

static void look_at_passed(struct symptoms *out, const struct search *found)
{
	for (size_t i = 0; i < found->passed.n; i++) {
		const struct search_passed *passed = VEC_AT(struct search_passed, found->passed, i);

		symptoms_add(out,
			     (struct symptom){.kind = SYMPTOM_FILE,
					      .state = SYMPTOM_NOTE,
					      .name = "",
					      .path = passed->path},
			     "%s", passed->why);
	}
}

/* ---- what lies beside them */

/* NAME.templates beside the plugin, then the program's own: where a plugin finds it (host/port.c). */
static const char *find_template(struct symptoms *out, const struct job *job, bool *is_there)
{
	const struct plugin_file *file = job->order.file;
	const char *folders[2] = {file->folder, job->order.home->templates};
	const char *path = "";

	*is_there = false;
	for (int i = 0; i < 2 && !*is_there; i++) {
		struct buf name = BUF_INIT;

		buf_printf(&name, "%s%s/%s", file->name, i == 0 ? ".templates" : "",
			   job->info.template_name);
		path = path_join(&out->arena, folders[i], buf_text(&name));
		out->arena.failed |= name.failed;
		buf_release(&name);
		*is_there = path && access(path, R_OK) == 0;
	}
	return path ? path : "";
}

static void look_at_templates(struct symptoms *out, const struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];
		struct symptom about = {.kind = SYMPTOM_TEMPLATE, .name = job->order.file->name};
		bool is_there;

		if (job->state != JOB_DONE || !*job->info.template_name)
			continue;
		about.path = find_template(out, job, &is_there);
		about.state = is_there ? SYMPTOM_OK : SYMPTOM_BROKEN;
		symptoms_add(out, about, "%s", is_there ? "there" : "it is not installed");
	}
}

/* What the host says of a child: a sandbox that is not whole is told once, below, and what is printed is nobody's word. */
static bool is_of_host(const struct diag_message *said)
{
	static const char *const beginnings[] = {CHILD_NOT_WHOLE, "printed: "};
	bool is_of_host = said->is_verdict;

	for (size_t i = 0; i < sizeof(beginnings) / sizeof(*beginnings); i++)
		is_of_host |= strncmp(said->text, beginnings[i], strlen(beginnings[i])) == 0;
	return is_of_host;
}

/* What plugins said of this machine. */
static void look_at_found(struct symptoms *out, const struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		for (size_t j = 0; job->has_info && j < job->diag.n; j++) {
			const struct diag_message *said = &job->diag.messages[j];
			struct symptom about = {
				.kind = SYMPTOM_FOUND, .name = job->order.file->name, .path = ""};

			if (is_of_host(said))
				continue;
			about.state = said->severity >= MR_ERROR     ? SYMPTOM_BROKEN
				      : said->severity == MR_WARNING ? SYMPTOM_NOTE
								     : SYMPTOM_OK;
			symptoms_add(out, about, "%s", said->text);
		}
	}
}

static void look_at_dataset(struct symptoms *out, const struct home *home)
{
	struct symptom about = {.kind = SYMPTOM_DATASET, .name = "", .path = home->dataset};

	if (access(home->dataset, R_OK) == 0) {
		symptoms_add(out, about, "there");
		return;
	}
	about.state = SYMPTOM_BROKEN;
	symptoms_add(out, about, "%s; a run that names no dataset reads it", strerror(errno));
}

/* ---- what the kernel can */

static void say_means(struct symptoms *out, enum args_sandbox mode, const char *name, bool has,
		      const char *words)
{
	struct symptom about = {.kind = SYMPTOM_SANDBOX, .name = name, .path = ""};

	if (!has)
		about.state = mode == ARGS_SANDBOX_REQUIRE ? SYMPTOM_BROKEN : SYMPTOM_NOTE;
	symptoms_add(out, about, "%s", words);
}

static void look_at_sandbox(struct symptoms *out, enum args_sandbox mode)
{
	struct confine_power power;
	char landlock[80];

	confine_power(&power);
	diag_write(landlock, sizeof(landlock), "Landlock, version %d of its ABI", power.files);
	say_means(out, mode, "files", power.files > 0,
		  power.files > 0 ? landlock : "this kernel has no Landlock: " TRUST_WITHOUT_FILES);
	say_means(out, mode, "calls", power.calls,
		  power.calls ? "seccomp filters"
			      : "this kernel has no seccomp filters: " TRUST_WITHOUT_CALLS);
	say_means(out, ARGS_SANDBOX_AUTO, "kin", power.kin,
		  power.kin ? "what a plugin starts is found and ended"
			    : "this kernel does not tell of children: " TRUST_WITHOUT_KIN);
	say_means(out, ARGS_SANDBOX_AUTO, "memory", bounds_has_memory(),
		  bounds_has_memory() ? "bounded" : "not bounded in a sanitized program");
	if (mode == ARGS_SANDBOX_OFF)
		say_means(out, mode, "off", false, "--sandbox off leaves all of it away");
}

/* ---- all of it */

static int print(struct run *run, const struct symptoms *symptoms)
{
	struct buf out = BUF_INIT;
	int status;

	if (symptoms_have_failed(symptoms)) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	if (run->args.checks.output == CHECKS_JSON)
		symptoms_put_json(&out, symptoms);
	else
		symptoms_put_text(&out, symptoms);
	status = run_print(run, &out);
	buf_release(&out);
	return status;
}

int doctor_examine(struct run *run)
{
	struct symptoms symptoms = SYMPTOMS_INIT;
	struct group group = {.n = 0};
	int status, scanned = RUN_DONE;

	if (run->args.checks.output > CHECKS_JSON) {
		diag_say(&run->diag, MR_ERROR, NULL, "doctor speaks text or json");
		return RUN_USAGE;
	}
	scanned = choose_scan(run);
	if (survey_examine(run, &group) != 0)
		scanned = RUN_FAILED;
	look_at_folders(&symptoms, &run->found);
	look_at_formats(&symptoms, &group);
	look_at_passed(&symptoms, &run->found);
	look_at_templates(&symptoms, &group);
	look_at_found(&symptoms, &group);
	look_at_dataset(&symptoms, &run->home);
	look_at_sandbox(&symptoms, run->args.sandbox);
	status = print(run, &symptoms);
	if (status == RUN_DONE && (scanned != RUN_DONE || symptoms_are_broken(&symptoms)))
		status = RUN_FAILED;
	symptoms_release(&symptoms);
	group_release(&group);
	return status;
}
