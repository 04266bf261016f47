/* SPDX-License-Identifier: MIT */
/*
 * child - the process that opens one plugin and lets it render, or read.
 *
 * child_run() is what a job's child does from its first instruction to its last: give up what it does not
 * need (confine/confine.h), open and vet the plugin, say what it is, ask it about every -O that is meant for it, wait for the word to go on,
 * render, report, end.  It says everything through messages (message.h) and never touches a file but
 * the plugin and its resources; what becomes visible is the parent's business alone.
 *
 * The parent judges every -O by the plugin's table, which it has from HELLO; what the plugin itself
 * has against a value is an error before READY.
 *
 * When the parent is gone the process ends at once.
 */
#ifndef MESHREPORT_CORE_CHILD_H
#define MESHREPORT_CORE_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "base/buf.h"
#include "child/broker.h"
#include "confine/confine.h"
#include "plugin/home.h"
#include "plugin/option_files.h"
#include "plugin/search.h"

enum child_task {
	CHILD_DESCRIBE, /* HELLO and no more: for lists and help */
	CHILD_EXAMINE, /* HELLO, and messages about what the plugin finds on this machine */
	CHILD_TEMPLATE, /* the built-in template as the only artifact */
	CHILD_RENDER,
	CHILD_READ,
	CHILD_DECODE /* the picture `source` as pixels, the only artifact (unpack.h) */
};

/*
 * The exit status of a child that was refused memory (base/refusal.h).  It sends no message: that
 * would need some, and another thread may be in the middle of one.
 */
enum { CHILD_NO_MEMORY = 112 };

/* That of one that could not send what it had to say, for another reason than that nobody listens. */
enum { CHILD_UNSENT = 114 };

/* How the warning begins that no plugin says, but its child. */
#define CHILD_NOT_WHOLE "its sandbox is not whole"

/* What the stamp of an artifact says besides its format and options (stamp.h). */
struct child_stamp {
	const char *sha256;
	const char *since; /* of the older edition, "" without one */
	const char *epoch; /* SOURCE_DATE_EPOCH, "" where it was not set */
	const char *verb; /* of the command: " diff", or "" */
	const char *compared; /* its words about the older edition: " --since old.yaml", or "" */
	const char *selected; /* the rest of the command: " --products istio mesh.yaml" */
	bool is_for_screen; /* what may be read on standard output goes there, and is not kept: it has no mark */
	bool is_hidden; /* nothing has a mark */
};

/* One more form of the canonical dataset, for scripts alone: JSON with what its Markdown means, as "x-texts". */
enum { CHILD_CANONICAL_TEXTS = MR_N_CANONICALS };

/* What a child is to do.  Everything is borrowed from the parent's memory, which fork() has copied. */
struct child_order {
	enum child_task task;
	const struct plugin_file *file;
	const struct home *home;
	const struct mr_matrix *matrix; /* for CHILD_RENDER */
	int64_t clock;
	const char *const *options; /* every -O of the command line */
	size_t n_options;
	const struct option_file *files; /* what they name, as many; null: none was looked for */
	bool is_asked; /* by a plugin, as its options are then: they open no file */
	bool is_named; /* the format was asked for itself: where it refuses the job, no other begins */
	uint32_t columns; /* of standard output, for a format with MR_CAN_SCREEN that goes there */
	bool wants_escapes; /* there */
	struct mr_bytes
		template_bytes; /* the user's that may be meant for this format, with its NUL */
	bool has_template; /* it is: decided by the parent once all formats are known, said on `go` */

	const char *template_name; /* of template_bytes, without folders */
	const struct child_stamp *stamp; /* null: nothing is said */

	/*
	 * Appends the canonical dataset of `matrix` in a form of enum mr_canonical, or CHILD_CANONICAL_TEXTS, with `canon` for its context and the
	 * mark of the stamp.
	 */
	void (*canonical)(const void *canon, enum mr_canonical form, const char *mark,
			  struct buf *out);
	const void *canon;

	/* What it gives up first of all. */
	enum confine_mode confine;
	uint64_t memory_max, seconds_max; /* bytes it may ask for, processor time; 0: no limit */
	const struct calls *calls; /* prepared by the parent, or null */
	uint64_t artifacts_max; /* bytes of all its artifacts; 0: no limit */

	/*
	 * Appends the name of a file beside the document (mr_files_1.name), or with "" for the part that of the document, which
	 * has that suffix where nothing else was said ("": nobody knows); with `target` for its context.
	 */
	void (*beside)(const void *target, const char *part, const char *suffix, struct buf *out);
	const void *target;

	/* Answers what a plugin asks, in a process of its own (broker.h), with `answerer` for its context; null: nobody does. */
	int (*answer)(const void *answerer, const char *question, size_t n,
		      struct broker_answer *out);
	const void *answerer;

	uint32_t max_width,
		max_height; /* for CHILD_DECODE: of what is handed out, 0 for no bound */

	/* For CHILD_READ; `options` are then those of reading. */
	struct mr_bytes source; /* the file */
	const char *source_name; /* without folders, "" for standard input */
	const char *encoding; /* the user's word, "" for none */
	bool wants_sniff; /* SNIFF is to be sent */
	uint64_t text_max; /* bytes of one text */
};

/*
 * Messages go out on `out`; one byte on `go` starts the rendering ('g', or 't' with the user's
 * template), its end ends the child.
 */
_Noreturn void child_run(const struct child_order *order, int out, int go);

/*
 * The same in this very process, for who looks into a plugin with a debugger: nothing is given up, nothing limited, and
 * what the plugin crashes is the program.  What would go out collects in child_said(), which fails where memory is refused.
 * The plugin is asked up to where it waits for the word to go on, or has ended: MESSAGE_READY or MESSAGE_DONE says which.
 * Null without memory; child_close() gives the rest back, but the plugin stays loaded, so that its memory can be looked
 * at to the end.
 */
struct child *child_open(const struct child_order *order);
void child_go_on(struct child *child, bool has_template);
void child_close(struct child *child);

/* Whole messages, for the caller to take in and clear. */
struct buf *child_said(struct child *child);

#endif
