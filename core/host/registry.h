/* SPDX-License-Identifier: MIT */
/*
 * registry - find, open and vet plugins.
 *
 * registry_scan() looks for NAME.so in every folder of the search path, in this order:
 *
 *   1  --plugin-dir, in the order given        3  the user's data directory
 *   2  MESHREPORT_PLUGIN_PATH                  4  the build tree's, or the installed folder
 *
 * The first folder that has a name wins; a later one of that name is shadowed, which is a note.
 * Never the working directory: relative and empty entries of the environment are ignored with a
 * warning.  The order of a folder's entries plays no part; all lists are sorted by name.
 *
 * A file or folder that everyone may write to is refused, with the chmod that helps, since whoever
 * can put a file there runs code as the user; where the user named the folder on this command line,
 * or built it, that is only warned of.
 *
 * Scanning opens no plugin.  registry_open() does, and is called in a child process only: it runs
 * whatever constructors the file has.  It copies the known prefix of the plugin's struct into a
 * zeroed one, refuses another major and a newer minor naming both versions, and vets every word the
 * plugin says about itself, so nothing later has to.
 */
#ifndef MESHREPORT_CORE_REGISTRY_H
#define MESHREPORT_CORE_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>

#include <meshreport/plugin.h>

#include "base/arena.h"
#include "base/diag.h"
#include "host/home.h"
#include "host/options.h"

enum { REGISTRY_WHY = 1024 };

struct plugin_file {
	const char *name;
	const char *path;
	const char *folder;
	const char *refusal; /* why it may not be opened, or null */
	const char *warning; /* what is wrong with where it lies, or null */
};

struct registry {
	struct arena arena;
	struct plugin_file *files; /* by name, each name once */
	size_t n;
};

/* Fills `out`, which registry_release() empties.  -1 after an error was reported. */
int registry_scan(struct registry *out, const struct home *home, const char *const *given,
		  size_t n_given, struct diag *diag);
void registry_release(struct registry *registry);

/* The file of that name (`n` bytes), or null; and the nearest name there is, or null. */
const struct plugin_file *registry_find(const struct registry *registry, const char *name,
					size_t n);
const char *registry_nearest(const struct registry *registry, const char *name);

/* A plugin that was opened and vetted. */
struct plugin {
	struct mr_plugin is; /* what its minor does not know is zero */
	struct option_table table; /* copies in the host's own size */
};

/* 0, or -1 with the reason in `why`, a sentence that begins with what is wrong.  In a child only. */
int registry_open(const struct plugin_file *file, struct arena *arena, struct plugin *out,
		  char why[REGISTRY_WHY]);

/* The vetting alone: what registry_open() does once it has the symbol. */
int registry_adopt(const struct mr_plugin *symbol, const char *name, struct arena *arena,
		   struct plugin *out, char why[REGISTRY_WHY]);

#endif
