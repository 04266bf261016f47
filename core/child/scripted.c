/* SPDX-License-Identifier: MIT */
#include "child/scripted.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/json.h"
#include "child/intake.h"
#include "child/needs.h"
#include "child/scripted_value.h"
#include "child/services.h"
#include "script/describe.h"
#include "script/files.h"
#include "script/grids.h"
#include "script/program.h"

/* ---- its words */

/* "error: the words" says what it is, and is taken off; anything else is a warning. */
static enum mr_severity take_severity(const char **text)
{
	static const struct {
		const char *word;
		enum mr_severity severity;
	} words[] = {{"error: ", MR_ERROR}, {"warning: ", MR_WARNING}, {"note: ", MR_NOTE}};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t n = strlen(words[i].word);

		if (strncmp(*text, words[i].word, n) != 0)
			continue;
		*text += n;
		return words[i].severity;
	}
	return MR_WARNING;
}

static void say(struct port *port, const char *text)
{
	enum mr_severity severity = take_severity(&text);

	port->job.diag(&port->job, severity, NULL, "%s", text);
}

/* ---- what it is */

struct answer {
	struct port *port;
	struct buf bytes;
};

static bool take_answer(void *context, const char *bytes, size_t n)
{
	struct answer *answer = context;

	buf_put(&answer->bytes, bytes, n);
	return !answer->bytes.failed;
}

static void say_of_answer(void *context, const char *text)
{
	say(((struct answer *)context)->port, text);
}

static int scripted_render(struct mr_job *job);
static int scripted_read(struct mr_source *source);

int scripted_open(struct port *port, struct plugin *out, char why[PLUGIN_WHY])
{
	const struct plugin_file *file = port->order->file;
	struct answer answer = {.port = port};
	const struct program program = {.path = file->path,
					.argument = "--describe",
					.output = take_answer,
					.line = say_of_answer,
					.context = &answer};
	char words[PROGRAM_WHY];
	struct describe said;
	int status;

	buf_init(&answer.bytes, DESCRIBE_MAX);
	status = program_run(&program, words);
	if (answer.bytes.failed)
		diag_write(why, PLUGIN_WHY, "%s --describe answers with more than %d bytes",
			   file->path, DESCRIBE_MAX);
	else if (status != 0)
		diag_write(why, PLUGIN_WHY, "%s --describe %s", file->path, words);
	if (status == 0) {
		status = describe_read(&port->arena, buf_text(&answer.bytes), answer.bytes.n,
				       file->name, &said, words);
		if (status != 0)
			diag_write(why, PLUGIN_WHY, "%s --describe, %s", file->path, words);
	}
	buf_release(&answer.bytes);
	if (status != 0)
		return -1;
	said.is.render = said.is.extension ? scripted_render : NULL;
	said.is.read = said.is.read_suffixes ? scripted_read : NULL;
	if (plugin_adopt(&said.is, file->name, &port->arena, out, why) != 0)
		return -1;
	out->needs = said.needs;
	out->n_needs = said.n_needs;
	return needs_vet(out, why);
}

/* ---- the job as JSON */

static void put_integer(struct buf *out, const char *key, int64_t value)
{
	buf_printf(out, ", \"%s\": %lld", key, (long long)value);
}

static void put_text(struct buf *out, const char *key, const char *value)
{
	buf_put_text(out, ", ");
	json_put_member(out, key, value);
}

static void put_flag(struct buf *out, const char *key, bool value)
{
	buf_printf(out, ", \"%s\": %s", key, value ? "true" : "false");
}

static void put_options(struct buf *out, struct port *port)
{
	const struct option_table *table = &port->plugin->table;

	buf_put_text(out, ", \"options\": {");
	for (uint32_t i = 0; i < table->n; i++) {
		buf_put_text(out, i > 0 ? ", " : "");
		json_put_text(out, table->options[i].name);
		buf_put_text(out, ": ");
		scripted_value_put(out, mr_option_value(&port->job, i));
	}
	buf_put_byte(out, '}');
}

/* The user's template, or the one beside the plugin. */
static int put_template(struct buf *out, struct port *port)
{
	const char *name = port->plugin->is.template_name;
	struct mr_bytes text;

	if (!name)
		return 0;
	if (port_template(port, name, &text) != 0)
		return -1;
	put_text(out, "template", text.at);
	return 0;
}

/* How the document will be called, and what the names of files beside it begin with. */
static void put_names(struct buf *out, struct mr_job *job)
{
	static const char part[] = "x", suffix[] = "x";
	const size_t n_end = strlen("x.x");
	const struct mr_files_1 *files = services_find(job, MR_FILES_1);
	const char *beside = files->name(job, part, suffix);
	size_t n = strlen(beside);
	struct buf begin = BUF_INIT;

	buf_put(&begin, beside, n > n_end ? n - n_end : 0);
	put_text(out, "document", files->name(job, "", ""));
	put_text(out, "beside", buf_text(&begin));
	out->failed |= begin.failed;
	buf_release(&begin);
}

static int put_job(struct buf *out, struct port *port)
{
	const struct mr_job *job = &port->job;

	buf_put_text(out, "\"x-job\": {");
	json_put_member(out, "format", job->format);
	put_text(out, "generator", job->generator);
	put_text(out, "mark", mr_stamp_mark(job));
	put_text(out, "brief", job->stamp->brief);
	put_text(out, "sha256", job->stamp->sha256);
	put_text(out, "command", job->stamp->command);
	put_text(out, "dataset", job->matrix->dataset_name);
	if (job->clock != MR_NO_CLOCK)
		put_integer(out, "clock", job->clock);
	put_integer(out, "columns", job->columns);
	put_flag(out, "escapes", job->wants_escapes);
	put_flag(out, "rtl", job->matrix->is_rtl);
	if (port->plugin->is.capabilities & MR_CAN_SEVERAL)
		put_names(out, &port->job);
	if (put_template(out, port) != 0)
		return -1;
	put_options(out, port);
	if (port->plugin->n_needs > 0) {
		buf_put_text(out, ", \"needs\": ");
		needs_put(out, port);
	}
	buf_put_byte(out, '}');
	return 0;
}

/* The object that canonical_as() gives, and what its texts mean, with one more member before its end. */
static int put_input(struct buf *out, struct port *port)
{
	static const char end[] = "\n}\n";
	const struct child_order *order = port->order;

	order->canonical(order->canon, (enum mr_canonical)CHILD_CANONICAL_TEXTS,
			 mr_stamp_mark(&port->job), out);
	if (out->failed)
		return 0; /* scripted_render() looks */
	out->n -= sizeof(end) - 1;
	buf_put_text(out, ",\n");
	if (put_job(out, port) != 0)
		return -1;
	buf_put_text(out, "\n}\n");
	return 0;
}

/* ---- rendering */

/* What comes of it: the artifact as it is, or a line for each file. */
struct rendering {
	struct port *port;
	struct mr_sink *sink; /* null where it writes several */
	struct buf line;
	uint32_t number; /* of the line at hand */
	bool failed;
};

static bool take_output(void *context, const char *bytes, size_t n)
{
	struct rendering *rendering = context;

	rendering->sink->write(rendering->sink, bytes, n);
	return !rendering->sink->failed;
}

/* The file of the line that was gathered.  One without anything in it is none. */
static void take_file(struct rendering *rendering)
{
	struct port *port = rendering->port;
	const char *line = buf_text(&rendering->line);
	struct arena arena = ARENA_INIT;
	struct files_one file;
	char why[FILES_WHY];

	rendering->number++;
	if (line[strspn(line, " \t\r")] || rendering->line.n != strlen(line)) {
		int status = files_read(&arena, line, rendering->line.n, &file, why);

		if (arena.failed)
			port->arena.failed = true;
		port_check_memory(port);
		if (status == 0) {
			struct mr_sink *sink = port_open(port, file.part, file.suffix);

			sink->write(sink, file.bytes.at, file.bytes.n);
			rendering->failed = sink->failed;
		} else {
			port_error(port, "the plugin's answer, line %lu: %s",
				   (unsigned long)rendering->number, why);
			rendering->failed = true;
		}
	}
	arena_release(&arena);
	buf_clear(&rendering->line);
}

static bool take_lines(void *context, const char *bytes, size_t n)
{
	struct rendering *rendering = context;

	while (n > 0 && !rendering->failed) {
		const char *feed = memchr(bytes, '\n', n);
		size_t n_part = feed ? (size_t)(feed - bytes) : n;

		buf_put(&rendering->line, bytes, n_part);
		if (rendering->line.failed) {
			port_error(rendering->port,
				   "the plugin answers with a line of more than %d MiB",
				   FILES_LINE_MAX >> 20);
			rendering->failed = true;
		} else if (feed) {
			take_file(rendering);
		}
		bytes += n_part + (feed != NULL);
		n -= n_part + (feed != NULL);
	}
	return !rendering->failed;
}

static void say_of_rendering(void *context, const char *text)
{
	say(((struct rendering *)context)->port, text);
}

static int run(struct port *port, struct buf *input)
{
	bool is_several = (port->plugin->is.capabilities & MR_CAN_SEVERAL) != 0;
	struct rendering rendering = {.port = port};
	char why[PROGRAM_WHY], epoch[32];
	const struct program program = {
		.path = port->order->file->path,
		.epoch = port->job.clock == MR_NO_CLOCK ? NULL : epoch,
		.input = {buf_text(input), input->n},
		.output = is_several ? take_lines : take_output,
		.line = say_of_rendering,
		.context = &rendering,
	};
	int status;

	buf_init(&rendering.line, FILES_LINE_MAX);
	if (!is_several)
		rendering.sink = port->job.open(&port->job, "");
	diag_write(epoch, sizeof(epoch), "%lld", (long long)port->job.clock);
	status = program_run(&program, why);
	if (status == 0 && rendering.line.n > 0)
		take_file(&rendering); /* the last one, which need not end */
	buf_release(&rendering.line);
	if (status == 0 && !rendering.failed)
		return 0;
	/* What it has said itself needs no more words. */
	if (*why && port->n_errors == 0)
		port_error(port, "the plugin %s", why);
	return -1;
}

static int scripted_render(struct mr_job *job)
{
	struct port *port = job->host;
	struct buf input = BUF_INIT;
	int status = put_input(&input, port);

	port->arena.failed |= input.failed;
	port_check_memory(port);
	if (status == 0)
		status = run(port, &input);
	buf_release(&input);
	return status;
}

/* ---- reading */

struct hearing {
	struct mr_source *source;
	struct buf answer;
	bool has_error;
	char last[PROGRAM_LINE +
		  1]; /* line that it said: doubts of a file that is not read are not told */
};

static bool take_grids(void *context, const char *bytes, size_t n)
{
	struct hearing *hearing = context;

	buf_put(&hearing->answer, bytes, n);
	return !hearing->answer.failed;
}

/* "line 3: the words" says where it is. */
static void say_of_reading(void *context, const char *text)
{
	static const char line[] = "line ";
	struct hearing *hearing = context;
	enum mr_severity severity = take_severity(&text);
	struct mr_place place = {0, 0, NULL};
	char *end;

	if (strncmp(text, line, sizeof(line) - 1) == 0) {
		unsigned long number = strtoul(text + sizeof(line) - 1, &end, 10);

		if (strncmp(end, ": ", 2) == 0 && number > 0 && number < UINT32_MAX) {
			place.line = (uint32_t)number;
			text = end + 2;
		}
	}
	hearing->has_error |= severity >= MR_ERROR;
	diag_write(hearing->last, sizeof(hearing->last), "%s", text);
	hearing->source->diag(hearing->source, severity, &place, "%s", text);
}

/* The file on standard input; on standard output what stands in it, once all of that is there. */
static int scripted_read(struct mr_source *source)
{
	struct port *port = intake_port(source);
	struct hearing hearing = {.source = source};
	const struct program program = {.path = port->order->file->path,
					.argument = "--read",
					.input = source->bytes,
					.output = take_grids,
					.line = say_of_reading,
					.context = &hearing};
	char words[PROGRAM_WHY], why[GRIDS_WHY];
	int status;

	buf_init(&hearing.answer, GRIDS_MAX);
	status = program_run(&program, words);
	if (hearing.answer.failed)
		source->diag(source, MR_ERROR, NULL, "the plugin answers with more than %d MiB",
			     GRIDS_MAX >> 20);
	else if (status != 0 && !hearing.has_error)
		source->diag(source, MR_ERROR, NULL, "the plugin %s%s%s", words,
			     *hearing.last ? ": " : "", hearing.last);
	if (status == 0) {
		status = grids_read(&port->arena, buf_text(&hearing.answer), hearing.answer.n,
				    source, why);
		port_check_memory(port);
		if (status != 0)
			source->diag(source, MR_ERROR, NULL, "the plugin's answer, %s", why);
	}
	buf_release(&hearing.answer);
	return status;
}
