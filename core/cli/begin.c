/* SPDX-License-Identifier: MIT */
#include "cli/begin.h"

#include <errno.h>
#include <string.h>
#include <sys/types.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/path.h"
#include "base/signals.h"
#include "out/folder.h"
#include "plugin/vet.h"

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

/* The plugin under way. */
struct beginning {
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
		       const struct beginning *beginning)
{
	size_t n_mark = strlen(mark);

	while (*text) {
		if (strncmp(text, mark, n_mark) == 0) {
			buf_put_text(out, beginning->name);
			text += n_mark;
		} else {
			buf_put_byte(out, *text++);
		}
	}
}

static int refuse(struct run *run, const char *path, const char *what, int reason)
{
	if (reason == ENOMEM)
		diag_no_memory(&run->diag);
	else
		diag_say(&run->diag, MR_ERROR, path, "cannot %s it: %s", what, strerror(reason));
	return RUN_FAILED;
}

/* A file is known by the name that it was to have. */
static int refuse_piece(struct run *run, const struct beginning *beginning, const char *name,
			int reason)
{
	const char *path = path_join(&run->arena, beginning->path, name);

	return refuse(run, path, "write", path ? reason : ENOMEM);
}

static int put_piece(struct run *run, const struct beginning *beginning, const struct piece *piece,
		     struct folder *into)
{
	const char *templates = path_join(&run->arena, run->home.templates, "plugin");
	const char *from = templates ? path_join(&run->arena, templates, piece->template) : NULL;
	struct buf name = BUF_INIT, text = BUF_INIT;
	struct mr_bytes bytes;
	int status = RUN_DONE;

	put_filled(&name, piece->name, "@", beginning);
	if (!from || name.failed) {
		diag_no_memory(&run->diag);
		status = RUN_FAILED;
	} else if (file_read(from, &run->arena, &bytes) != 0) {
		status = refuse(run, from, "read", errno);
	} else {
		put_filled(&text, bytes.at, "@NAME@", beginning);
		if (folder_put(into, buf_text(&name), piece->mode, &text) != 0)
			status = refuse_piece(run, beginning, buf_text(&name), into->error);
	}
	buf_release(&name);
	buf_release(&text);
	return status;
}

static int make_folder(struct run *run, const struct beginning *beginning)
{
	int status = RUN_DONE;
	struct folder folder;
	sigset_t before;

	signals_hold(&before);
	if (folder_open(&folder, beginning->path) != 0)
		status = refuse(run, beginning->path, "make", folder.error);
	for (size_t i = 0; i < N_PIECES && status == RUN_DONE; i++)
		status = put_piece(run, beginning, &beginning->kind->pieces[i], &folder);
	if (status == RUN_DONE && folder_commit(&folder) != 0)
		status = refuse(run, beginning->path, "make", folder.error);
	folder_abandon(&folder);
	signals_give_back(&before);
	return status;
}

int begin_plugin(struct run *run)
{
	struct beginning beginning = {.path = run->args.dataset, .kind = find_kind(run)};
	struct buf line = BUF_INIT;
	char word[DIAG_WORD];
	int status;

	if (!beginning.kind)
		return RUN_USAGE;
	beginning.name = path_name(beginning.path);
	if (!vet_name(beginning.name, strlen(beginning.name)) ||
	    strcmp(beginning.name, "all") == 0) {
		diag_say(&run->diag, MR_ERROR, NULL,
			 "'%s' is no name of a format: lower case letters, digits and '-', "
			 "beginning with a letter or digit",
			 diag_word(word, beginning.name));
		return RUN_USAGE;
	}
	status = make_folder(run, &beginning);
	buf_printf(&line, "%s: a plugin to begin with; 'make -C %s check' builds and tries it",
		   beginning.path, beginning.path);
	if (status == RUN_DONE)
		run_tell(run, buf_text(&line));
	buf_release(&line);
	return status;
}
