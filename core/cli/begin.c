/* SPDX-License-Identifier: MIT */
#include "cli/begin.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/path.h"
#include "base/signals.h"
#include "host/vet.h"

/* A file of the new folder and the template that it comes from; "@" in its name
 * is the plugin's. */
struct piece {
	const char *template;
	const char *name;
	mode_t mode;
};

enum { N_PIECES = 5 };

struct kind {
	const char *lang;
	bool is_reader;
	struct piece pieces[N_PIECES];
};

#define SHARED(what)                              \
	{"test." what, "test", 0777},             \
	{                                         \
		"readme." what, "README.md", 0666 \
	}

static const struct kind kinds[] = {
	{"c",
	 false,
	 {{"c.writer", "@.c", 0666},
	  {"c.makefile", "Makefile", 0666},
	  SHARED("writer"),
	  {"example.yaml", "example.yaml", 0666}}},
	{"c",
	 true,
	 {{"c.reader", "@.c", 0666},
	  {"c.makefile", "Makefile", 0666},
	  SHARED("reader"),
	  {"example.reader", "example.@", 0666}}},
	{"c++",
	 false,
	 {{"cpp.writer", "@.cpp", 0666},
	  {"cpp.makefile", "Makefile", 0666},
	  SHARED("writer"),
	  {"example.yaml", "example.yaml", 0666}}},
	{"c++",
	 true,
	 {{"cpp.reader", "@.cpp", 0666},
	  {"cpp.makefile", "Makefile", 0666},
	  SHARED("reader"),
	  {"example.reader", "example.@", 0666}}},
	{"script",
	 false,
	 {{"script.writer", "@.plugin", 0777},
	  {"script.makefile", "Makefile", 0666},
	  SHARED("script"),
	  {"example.yaml", "example.yaml", 0666}}},
	{"script",
	 true,
	 {{"script.reader", "@.plugin", 0777},
	  {"script.makefile", "Makefile", 0666},
	  SHARED("script.reader"),
	  {"example.reader", "example.@", 0666}}},
};

/* The folder under way. */
struct folder {
	const char *path; /* as the user gave it */
	const char *name; /* of the plugin: the last part of that */
	const struct kind *kind;
};

static const struct kind *find_kind(struct run *run)
{
	static const char *const langs[] = {"c", "c++", "script"};
	const char *lang = run->args.lang ? run->args.lang : "c";
	struct diag_message message = {.severity = MR_ERROR};
	char word[DIAG_WORD];

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].lang, lang) == 0 && kinds[i].is_reader == run->args.is_reader)
			return &kinds[i];
	message.suggestion = nearest_of(lang, langs, 3);
	message.hint = message.suggestion ? NULL : "there are c, c++ and script";
	diag_report(&run->diag, &message, "--lang does not know '%s'", diag_word(word, lang));
	return NULL;
}

/* `text` with the plugin's name for each `mark`. */
static void put_filled(struct buf *out, const char *text, const char *mark,
		       const struct folder *folder)
{
	size_t n_mark = strlen(mark);

	while (*text) {
		if (strncmp(text, mark, n_mark) == 0) {
			buf_put_text(out, folder->name);
			text += n_mark;
		} else {
			buf_put_byte(out, *text++);
		}
	}
}

static int write_file(const char *path, mode_t mode, const struct buf *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	int reason = fd < 0 ? errno : 0;

	if (fd >= 0 && file_write_all(fd, text->at, text->n) != 0)
		reason = errno;
	if (fd >= 0 && close(fd) != 0 && reason == 0)
		reason = errno;
	return reason;
}

static int refuse(struct run *run, const char *path, const char *what, int reason)
{
	diag_say(&run->diag, MR_ERROR, path, "cannot %s it: %s", what, strerror(reason));
	return RUN_FAILED;
}

static int make_piece(struct run *run, const struct folder *folder, const struct piece *piece)
{
	const char *templates = path_join(&run->arena, run->home.templates, "plugin");
	const char *from = templates ? path_join(&run->arena, templates, piece->template) : NULL;
	struct buf name = BUF_INIT, text = BUF_INIT;
	const char *to = NULL;
	struct mr_bytes bytes;
	int status = RUN_DONE, reason = 0;

	put_filled(&name, piece->name, "@", folder);
	if (from && !name.failed)
		to = path_join(&run->arena, folder->path, buf_text(&name));
	if (to && file_read(from, &run->arena, &bytes) != 0) {
		status = refuse(run, from, "read", errno);
	} else if (to) {
		put_filled(&text, bytes.at, "@NAME@", folder);
		reason = text.failed ? ENOMEM : write_file(to, piece->mode, &text);
	} else {
		reason = ENOMEM;
	}
	if (reason == ENOMEM)
		diag_no_memory(&run->diag);
	else if (reason != 0)
		refuse(run, to, "write", reason);
	buf_release(&name);
	buf_release(&text);
	return reason != 0 ? RUN_FAILED : status;
}

/* Whole or not at all: what was made of a folder that cannot be finished goes
 * again. */
static void remove_folder(struct run *run, const struct folder *folder)
{
	for (size_t i = 0; i < N_PIECES; i++) {
		struct buf name = BUF_INIT;
		const char *path;

		put_filled(&name, folder->kind->pieces[i].name, "@", folder);
		path = name.failed ? NULL : path_join(&run->arena, folder->path, buf_text(&name));
		if (path)
			unlink(path);
		buf_release(&name);
	}
	rmdir(folder->path);
}

static int make_folder(struct run *run, const struct folder *folder)
{
	int status = RUN_DONE;
	sigset_t before;

	signals_hold(&before);
	if (mkdir(folder->path, 0777) != 0) {
		status = refuse(run, folder->path, "make", errno);
	} else {
		for (size_t i = 0; i < N_PIECES && status == RUN_DONE; i++)
			status = make_piece(run, folder, &folder->kind->pieces[i]);
		if (status != RUN_DONE)
			remove_folder(run, folder);
	}
	signals_give_back(&before);
	return status;
}

int begin_plugin(struct run *run)
{
	struct folder folder = {.path = run->args.dataset, .kind = find_kind(run)};
	struct buf line = BUF_INIT;
	char word[DIAG_WORD];
	int status;

	if (!folder.kind)
		return RUN_USAGE;
	folder.name = path_name(folder.path);
	if (!vet_name(folder.name, strlen(folder.name)) || strcmp(folder.name, "all") == 0) {
		diag_say(&run->diag, MR_ERROR, NULL,
			 "'%s' is no name of a format: lower case letters, digits and '-', "
			 "beginning with a letter or digit",
			 diag_word(word, folder.name));
		return RUN_USAGE;
	}
	status = make_folder(run, &folder);
	buf_printf(&line, "%s: a plugin to begin with; 'make -C %s check' builds and tries it",
		   folder.path, folder.path);
	if (status == RUN_DONE)
		run_tell(run, buf_text(&line));
	buf_release(&line);
	return status;
}
