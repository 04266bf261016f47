/* SPDX-License-Identifier: MIT */
#include "plugin/home.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"

#define LAST_SECOND 253402300799 /* 9999-12-31T23:59:59Z */

void home_up(char *path)
{
	char *slash = strrchr(path, '/');

	if (slash)
		slash[slash == path] = '\0';
}

bool home_parse_epoch(const char *text, int64_t *out)
{
	int64_t seconds = 0;

	if (!*text || strlen(text) > 12 || text[strspn(text, "0123456789")])
		return false;
	for (; *text; text++)
		seconds = seconds * 10 + (*text - '0');
	*out = seconds;
	return seconds <= LAST_SECOND;
}

/* The folder of the executable with links resolved; false, with the reason in errno, where the system does not tell. */
static bool find_program(char folder[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", folder, PATH_MAX - 1);

	errno = n < 0 ? errno : ENOENT;
	if (n <= 0 || folder[0] != '/')
		return false;
	folder[n] = '\0';
	home_up(folder);
	return true;
}

const char *home_beside(struct arena *arena, const char *folder, const char *way)
{
	char base[PATH_MAX];
	size_t n = strlen(folder);

	if (n >= sizeof(base))
		return NULL;
	memcpy(base, folder, n + 1);
	for (; strncmp(way, "..", 2) == 0 && (way[2] == '/' || !way[2]); way += way[2] ? 3 : 2)
		home_up(base);
	return *way ? path_join(arena, base, way) : arena_copy(arena, base, strlen(base));
}

static bool is_there(const char *path)
{
	return path && access(path, F_OK) == 0;
}

/* The sources of the build that `program`, a folder, is: those above it, or those that its link names; else null. */
static const char *find_sources(struct arena *arena, const char *program)
{
	static const char *const ways[] = {"..", "sources"};

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		const char *sources = home_beside(arena, program, ways[i]);

		if (sources &&
		    is_there(path_join(arena, sources, "core/include/meshreport/plugin.h")))
			return sources;
	}
	return NULL;
}

/* Where `moved` leads from the program if something is there, else where it was to be installed. */
static const char *find_installed(struct arena *arena, const char *program, const char *moved,
				  const char *usual)
{
	const char *path = home_beside(arena, program, moved);

	return is_there(path) ? path : usual;
}

/* 0, or -1 with errno. */
static int find_files(struct home *home, struct arena *arena)
{
	const char *shipped = MESHREPORT_PREFIX_DATADIR, *sources = NULL;
	char program[PATH_MAX];

	home->plugins = MESHREPORT_PREFIX_PLUGINDIR;
	if (!find_program(program)) {
		if (!path_is_absence(errno))
			return -1;
	} else {
		sources = find_sources(arena, program);
		home->plugins =
			find_installed(arena, program, MESHREPORT_MOVED_PLUGINDIR, home->plugins);
		shipped = find_installed(arena, program, MESHREPORT_MOVED_DATADIR, shipped);
	}
	if (sources)
		home->plugins = path_join(arena, program, "plugins");
	home->is_build_tree = sources != NULL;
	home->templates = path_join(arena, sources ? sources : shipped, "templates");
	home->dataset = path_join(arena, sources ? sources : shipped,
				  sources ? "data/servicemesh.yaml" : "servicemesh.yaml");
	return 0;
}

static const char *variable(const char *name)
{
	const char *value = getenv(name);

	return value ? value : "";
}

/*
 * A folder of ours below the one that a variable names, else below HOME.  XDG Base Directory Specification 0.8: a
 * relative path is to be ignored.
 */
static const char *find_user_folder(struct arena *arena, const char *name, const char *own,
				    const char *usual)
{
	const char *data = variable(name), *user = variable("HOME");

	if (data[0] == '/')
		return path_join(arena, data, own);
	if (user[0] == '/')
		return path_join(arena, user, usual);
	return "";
}

/* A program that is told a width keeps to it; zero, signs and what is no number say nothing. */
static uint32_t read_columns(const char *text)
{
	uint32_t columns = 0;

	if (!*text || strlen(text) > 5 || text[strspn(text, "0123456789")])
		return 0;
	for (; *text; text++)
		columns = columns * 10 + (uint32_t)(*text - '0');
	return columns;
}

int home_find(struct home *home, struct arena *arena, struct diag *diag)
{
	*home = (struct home){.epoch = getenv("SOURCE_DATE_EPOCH")};
	if (find_files(home, arena) != 0) {
		diag_say(diag, MR_ERROR, NULL, "cannot tell where this program lies: %s",
			 strerror(errno));
		return -1;
	}
	home->user_plugins = find_user_folder(arena, "XDG_DATA_HOME", "meshreport/plugins",
					      ".local/share/meshreport/plugins");
	home->state =
		find_user_folder(arena, "XDG_STATE_HOME", "meshreport", ".local/state/meshreport");
	home->temporary = variable("TMPDIR")[0] == '/' ? variable("TMPDIR") : "/tmp";
	home->plugin_path = variable("MESHREPORT_PLUGIN_PATH");
	home->is_plain = *variable("NO_COLOR") != '\0' || strcmp(variable("TERM"), "dumb") == 0;
	home->columns = read_columns(variable("COLUMNS"));
	if (arena->failed) {
		diag_no_memory(diag);
		return -1;
	}
	return 0;
}
