/* SPDX-License-Identifier: MIT */
/*
 * option_files - the files that options name, read before any plugin is opened.
 *
 * Which option is a file only its plugin's table says, and a plugin's process is to open no file of the user's:
 * so every value that names a regular file is read beforehand, and handed out where the table says so.
 */
#ifndef MESHREPORT_CORE_OPTION_FILES_H
#define MESHREPORT_CORE_OPTION_FILES_H

#include <stddef.h>

#include <meshreport/plugin.h>

#include "base/arena.h"

enum { OPTION_FILE_MAX = 64 * 1024 * 1024 };

struct option_file {
	struct mr_bytes bytes;
	int reason; /* errno where there are none; 0: read */
};

/*
 * What each of `n` options names, in the arena, where bytes have a NUL behind them; null without memory, and for
 * no option.
 */
struct option_file *option_files_read(struct arena *arena, const char *const *options, size_t n);

/* "it is not a regular file", "No such file or directory": why there are no bytes. */
const char *option_files_explain(int reason);

#endif
