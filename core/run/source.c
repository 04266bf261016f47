/* SPDX-License-Identifier: MIT */
#include "run/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/path.h"
#include "plugin/vet.h"
#include "run/choose.h"
#include "run/deadline.h"

enum { SUFFIX_MAX = 40 };

const char *source_path(const struct run *run)
{
	return run->args.dataset ? run->args.dataset : run->home.dataset;
}

/* ---- bytes */

static int refuse(struct run *run, const struct source *source, int reason)
{
	if (reason == ENOMEM)
		diag_no_memory(&run->diag);
	else if (reason == EISDIR)
		diag_say(&run->diag, MR_ERROR, source->shown,
			 "this is a directory; name one of the files in it");
	else if (reason == EFBIG)
		diag_say(&run->diag, MR_ERROR, source->shown,
			 "more than %llu bytes, which is the limit (--limit input=BYTES)",
			 (unsigned long long)run->args.limits.input);
	else
		diag_say(&run->diag, MR_ERROR, source->shown, "%s", strerror(reason));
	return RUN_FAILED;
}

static int read_bytes(struct run *run, struct source *source)
{
	bool is_stdin = strcmp(source->path, "-") == 0;
	int fd = is_stdin ? STDIN_FILENO : open(source->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct stat is;
	int status = RUN_DONE;

	if (fd < 0)
		return refuse(run, source, errno);
	if (fstat(fd, &is) == 0 && S_ISDIR(is.st_mode))
		status = refuse(run, source, EISDIR);
	else if (file_read_all(fd, run->args.limits.input, &source->bytes) != 0)
		status = refuse(run, source, errno);
	if (!is_stdin)
		close(fd);
	return status;
}

int source_read(struct run *run, struct source *source)
{
	struct deadline deadline;
	int status = RUN_DONE;

	if (!source->has_bytes) {
		deadline_begin(&deadline, run, source->shown, "reading the file");
		status = read_bytes(run, source);
		deadline_end(&deadline);
	}
	source->has_bytes = status == RUN_DONE;
	buf_text(&source->bytes); /* never null, also for an empty file */
	return status;
}

/* ---- is it our own? */

/* A key "meshreport" of the outermost mapping of JSON; strings and depth are minded, nothing else. */
static bool is_json_dataset(const char *at, const char *end)
{
	static const char key[] = "\"meshreport\"";
	unsigned depth = 0;

	for (; at < end; at++) {
		if (*at == '{' || *at == '[') {
			depth++;
		} else if (*at == '}' || *at == ']') {
			depth--;
		} else if (*at == '"') {
			bool is_it = depth == 1 && (size_t)(end - at) > sizeof(key) &&
				     memcmp(at, key, sizeof(key) - 1) == 0;

			for (at++; at < end && *at != '"'; at++)
				at += *at == '\\';
			for (const char *next = at + 1; is_it && next < end; next++) {
				if (*next == ':')
					return true;
				if (*next > ' ')
					break;
			}
		}
	}
	return false;
}

bool source_is_dataset(const char *bytes, size_t n)
{
	static const char key[] = "meshreport:";
	const char *at = bytes, *end = bytes + n;

	if (n >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	while (at < end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
		at++;
	if (at < end && *at == '{')
		return is_json_dataset(at, end);
	for (at = bytes + (at > bytes && at[-1] != '\n' ? at - bytes : 0); at < end; at++) {
		if ((size_t)(end - at) >= sizeof(key) - 1 && memcmp(at, key, sizeof(key) - 1) == 0)
			return true;
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at)
			break;
	}
	return false;
}

/* ---- by name */

/* What stands behind the last point of the name, in lower case; "" for none. */
static void suffix_of(const char *name, char out[SUFFIX_MAX])
{
	const char *suffix = path_suffix(name);
	size_t n = *suffix ? strlen(suffix + 1) : 0;

	out[0] = '\0';
	for (size_t i = 0; n < SUFFIX_MAX && i < n; i++) {
		out[i] = ascii_lower(suffix[1 + i]);
		out[i + 1] = '\0';
	}
}

/* How near a plugin's name is to a suffix: 0 the same, 1 it begins alike, 2 neither. */
static int distance(const struct plugin_file *file, const char *suffix)
{
	if (strcmp(file->name, suffix) == 0)
		return 0;
	return file->name[0] == suffix[0] ? 1 : 2;
}

/* Of the plugins at that distance the first that reads such files; what else is wrong with them is no matter. */
static const struct plugin_file *ask(struct run *run, const char *suffix, int at_distance)
{
	const struct plugin_file **files =
		arena_array(&run->arena, run->found.n + 1, sizeof(*files));
	const struct plugin_file *found = NULL;
	struct group group;
	size_t n = 0;

	for (size_t i = 0; files && i < run->found.n; i++)
		if (distance(&run->found.files[i], suffix) == at_distance)
			files[n++] = &run->found.files[i];
	if (n == 0 || run_group(run, files, n, CHILD_DESCRIBE, &group) != 0)
		return NULL;
	group_probe(&group);
	for (size_t i = 0; i < group.n && !found; i++) {
		const struct job *job = &group.jobs[i];

		if (job->has_info && job->info.can_read &&
		    vet_has_word(job->info.suffixes, suffix, strlen(suffix)))
			found = job->order.file;
	}
	group_release(&group);
	return found;
}

static const struct plugin_file *find_by_suffix(struct run *run, const char *suffix)
{
	const struct plugin_file *found = NULL;

	for (int at = 0; *suffix && at <= 2 && !found; at++)
		found = ask(run, suffix, at);
	return found;
}

/* ---- by the first bytes */

static void put_readers(struct buf *out, const struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct message_hello *info = &group->jobs[i].info;

		if (group->jobs[i].has_info && info->can_read)
			buf_printf(out, ", %s", group->jobs[i].order.file->name);
	}
}

/* Kinds of documents by suffix, what each is called, and a program that makes one of them that is read. */
static const struct {
	const char *suffixes, *name, *remedy;
} converted[] = {
	{"rst|rest", "reStructuredText", "pandoc -t gfm"},
	{"adoc|asciidoc|asc", "AsciiDoc", "asciidoctor"},
	{"org", "an Org document", "pandoc -t gfm"},
	{"textile", "Textile", "pandoc -t gfm"},
	{"wiki|mediawiki", "wiki text", "pandoc -f mediawiki -t gfm"},
	{"odt", "a document of a word processor", "pandoc -t gfm"},
	{"doc|rtf", "a document of a word processor",
	 "soffice --convert-to odt, and pandoc -t gfm"},
	{"ods|xls|xlsb|numbers|gnumeric|fods", "a workbook of another program",
	 "save it from that program as a table of plain text"},
};

static void report_unknown(struct run *run, const struct source *source, const struct group *group)
{
	struct diag_message message = {.severity = MR_ERROR, .file = source->shown};
	struct buf text = BUF_INIT, hint = BUF_INIT;
	char suffix[SUFFIX_MAX];

	suffix_of(source->name, suffix);
	buf_put_text(&text, "neither its name nor its first bytes show what kind of file this is");
	buf_put_text(&hint, "--from says it: yaml");
	put_readers(&hint, group);
	for (size_t i = 0; i < sizeof(converted) / sizeof(*converted); i++) {
		if (!*suffix || !vet_has_word(converted[i].suffixes, suffix, strlen(suffix)))
			continue;
		buf_clear(&text);
		buf_clear(&hint);
		buf_printf(&text, "this is %s by its name, which is not read", converted[i].name);
		buf_printf(&hint, "convert it first: %s", converted[i].remedy);
	}
	if (*suffix && search_find(&run->found, suffix, strlen(suffix))) {
		buf_clear(&text);
		buf_clear(&hint);
		buf_printf(&text, "files of the format %s are written and not read", suffix);
		buf_put_text(&hint, "what they were made of is, or what a program makes of them "
				    "(pandoc -t gfm)");
	}
	message.text = buf_text(&text);
	message.hint = buf_text(&hint);
	diag_add(&run->diag, &message);
	buf_release(&text);
	buf_release(&hint);
}

/* A mapping of YAML: its first line that is no comment is "key:" or "key: ...". */
static bool looks_like_yaml(const struct buf *bytes)
{
	const char *at = bytes->at, *end = at + bytes->n;

	while (at && at < end && (*at == '#' || *at == '-' || *at == '\n' || *at == '\r')) {
		at = memchr(at, '\n', (size_t)(end - at));
		at += at != NULL;
	}
	while (at && at < end && (ascii_is_alnum(*at) || *at == '_' || *at == '-'))
		at++;
	return at && at < end && at > bytes->at && *at == ':' && ascii_is_alnum(at[-1]);
}

static int sniff(struct run *run, struct source *source)
{
	const struct plugin_file **files =
		arena_array(&run->arena, run->found.n + 1, sizeof(*files));
	struct group group;
	unsigned best = looks_like_yaml(&source->bytes);

	for (size_t i = 0; files && i < run->found.n; i++)
		files[i] = &run->found.files[i];
	if (!files || run_group(run, files, run->found.n, CHILD_READ, &group) != 0)
		return RUN_FAILED;
	for (size_t i = 0; i < group.n; i++) {
		struct child_order *order = &group.jobs[i].order;

		order->wants_sniff = true;
		order->source = (struct mr_bytes){buf_text(&source->bytes), source->bytes.n};
		order->encoding = run->args.wishes.encoding ? run->args.wishes.encoding : "";
	}
	group_probe(&group);
	for (size_t i = 0; i < group.n; i++) {
		if (group.jobs[i].certainty <= best)
			continue;
		best = group.jobs[i].certainty;
		source->reader = group.jobs[i].order.file;
	}
	if (best == 0)
		report_unknown(run, source, &group);
	group_release(&group);
	return best > 0 ? RUN_DONE : RUN_FAILED;
}

/* ---- who reads it */

static bool is_yaml_suffix(const char *suffix)
{
	return strcmp(suffix, "yaml") == 0 || strcmp(suffix, "yml") == 0;
}

static int choose_reader(struct run *run, struct source *source, const char *suffix)
{
	bool is_own = source_is_dataset(source->bytes.at, source->bytes.n);

	if (is_own && (!*suffix || strcmp(suffix, "json") == 0))
		return RUN_DONE;
	source->reader = find_by_suffix(run, suffix);
	/* An empty file is an empty dataset, and the core says so. */
	if (source->reader || is_own || source->bytes.n == 0)
		return RUN_DONE;
	return sniff(run, source);
}

static int scan_once(struct run *run)
{
	return run->found.n > 0 ? RUN_DONE : choose_scan(run);
}

int source_open(struct run *run, struct source *source)
{
	const char *path = source_path(run), *from = run->args.wishes.from;
	const char *called = run->args.called ? run->args.called : path;
	bool is_stdin = strcmp(called, "-") == 0;
	char suffix[SUFFIX_MAX];
	int status;

	*source = (struct source){.path = path,
				  .shown = dataset_file(path),
				  .name = is_stdin ? "" : path_name(called)};
	suffix_of(source->name, suffix);
	if (from ? strcmp(from, "yaml") == 0 : is_yaml_suffix(suffix))
		return RUN_DONE;
	status = scan_once(run);
	if (status == RUN_DONE && from) {
		source->reader = run_find_format(run, from, strlen(from));
		status = source->reader ? RUN_DONE : RUN_USAGE;
	}
	if (status == RUN_DONE)
		status = source_read(run, source);
	if (status != RUN_DONE)
		return status;
	return from ? RUN_DONE : choose_reader(run, source, suffix);
}

void source_release(struct source *source)
{
	buf_release(&source->bytes);
}
