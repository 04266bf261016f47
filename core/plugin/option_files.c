/* SPDX-License-Identifier: MIT */
#include "plugin/option_files.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "plugin/options.h"

struct option_file *option_files_read(struct arena *arena, const char *const *options, size_t n)
{
	struct option_file *files = n > 0 ? arena_array(arena, n, sizeof(*files)) : NULL;
	struct option_given given;

	for (size_t i = 0; files && i < n; i++) {
		files[i].reason = ENOENT;
		if (options_split(options[i], &given) && given.value && *given.value)
			files[i].reason = file_read_bytes(given.value, OPTION_FILE_MAX, arena,
							  &files[i].bytes) == 0
						  ? 0
						  : errno;
	}
	return files;
}

const char *option_files_explain(int reason)
{
	if (reason == EINVAL)
		return "it is not a regular file";
	return reason == EFBIG ? "it is larger than 64 MiB" : strerror(reason);
}
