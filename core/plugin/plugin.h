/* SPDX-License-Identifier: MIT */
/*
 * plugin - open a plugin's file and vet what it says about itself.
 *
 * plugin_open() is called in a child process only: it runs whatever constructors the file has.  It
 * copies the known prefix of the plugin's struct into a zeroed one, refuses another major and a newer
 * minor naming both versions, and vets every word the plugin says about itself, so nothing later has
 * to.
 */
#ifndef MESHREPORT_CORE_PLUGIN_H
#define MESHREPORT_CORE_PLUGIN_H

#include <meshreport/plugin.h>

#include "base/arena.h"
#include "plugin/options.h"
#include "plugin/search.h"

enum { PLUGIN_WHY = 1024 };

/* A plugin that was opened and vetted. */
struct plugin {
	struct mr_plugin is; /* what its minor does not know is zero */
	struct option_table table, read_table; /* copies in the host's own size */
	const char *const *needs; /* of a script: needs.h */
	uint32_t n_needs;
};

/* 0, or -1 with the reason in `why`, a sentence that begins with what is wrong.  In a child only. */
int plugin_open(const struct plugin_file *file, struct arena *arena, struct plugin *out,
		char why[PLUGIN_WHY]);

/* The vetting alone: what plugin_open() does once it has the symbol. */
int plugin_adopt(const struct mr_plugin *symbol, const char *name, struct arena *arena,
		 struct plugin *out, char why[PLUGIN_WHY]);

#endif
