/* SPDX-License-Identifier: MIT */
#include "plugin/search.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/nearest.h"
#include "base/path.h"
#include "plugin/ground.h"
#include "plugin/vet.h"

/* A folder of the search path. */
struct folder {
	const char *path;
	bool is_given; /* named on the command line: must exist */
	bool is_usual; /* one that need not exist */
	bool is_trusted; /* given, or the build tree: writable by everyone is only warned of */
	bool is_own; /* that of the program */
	dev_t device;
	ino_t inode;
};

struct scan {
	struct search *found;
	struct diag *diag;
	struct folder *seen;
	size_t n_seen;
	size_t capacity; /* of found->files */
};

/* What is to be said of a path that everyone may write to. */
static const char *writable_words(struct search *found, const char *kind, const char *path)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s %s can be written to by everyone; chmod o-w %s", kind, path, path);
	return buf_keep(&text, &found->arena);
}

static const char *file_words(struct search *found, const char *path, const char *words,
			      const char *reason)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s %s%s", path, words, reason);
	return buf_keep(&text, &found->arena);
}

/* Fills refusal and warning of a file that was found in `folder`. */
static void judge(struct search *found, const struct folder *folder, mode_t folder_mode,
		  struct plugin_file *file)
{
	struct stat is;
	const char *words = NULL;

	if (stat(file->path, &is) != 0) {
		found->is_unsure |= !path_is_absence(errno);
		file->refusal = file_words(found, file->path, "cannot be read: ", strerror(errno));
		return;
	}
	if (S_ISDIR(is.st_mode)) {
		file->refusal = file_words(found, file->path, "is a directory", "");
		return;
	}
	if (!S_ISREG(is.st_mode)) {
		file->refusal = file_words(found, file->path, "is not a regular file", "");
		return;
	}
	if (file->is_script && access(file->path, X_OK) != 0) {
		struct buf text = BUF_INIT;

		buf_printf(&text, "%s is a script that cannot be run; chmod +x %s", file->path,
			   file->path);
		file->refusal = buf_keep(&text, &found->arena);
		return;
	}
	if (folder_mode & S_IWOTH)
		words = writable_words(found, "its folder", folder->path);
	else if (is.st_mode & S_IWOTH)
		words = writable_words(found, "its file", file->path);
	/* What came with the program lies where the program does. */
	if (!words && !folder->is_trusted && !folder->is_own)
		words = ground_problem(&found->arena, file->path);
	if (folder->is_trusted)
		file->warning = words;
	else
		file->refusal = words;
}

/* A note, and kept for whoever tells of every file. */
static void pass_over(struct scan *scan, const char *path, const char *what, const char *why)
{
	struct search *found = scan->found;
	struct search_passed *passed = vec_add(&found->passed, sizeof(*passed));
	struct buf text = BUF_INIT;

	buf_printf(&text, "%s%s", what, why);
	if (!text.failed)
		diag_say(scan->diag, MR_NOTE, NULL, "%s %s", path, buf_text(&text));
	if (passed)
		*passed = (struct search_passed){path, buf_keep(&text, &found->arena)};
	else
		buf_release(&text);
	found->arena.failed |= found->passed.failed;
}

/* The file of this very format and variant. */
static const struct plugin_file *find_label(const struct search *found, const char *label)
{
	for (size_t i = 0; i < found->n; i++)
		if (strcmp(found->files[i].label, label) == 0)
			return &found->files[i];
	return NULL;
}

static int name_file(struct search *found, const char *name, size_t n_name, const char *variant,
		     struct plugin_file *file)
{
	struct buf label = BUF_INIT;

	file->name = arena_copy(&found->arena, name, n_name);
	file->variant = variant;
	buf_put(&label, name, n_name);
	if (*variant)
		buf_printf(&label, ":%s", variant);
	file->label = buf_keep(&label, &found->arena);
	return file->name && file->label && file->path ? 0 : -1;
}

static void add_file(struct scan *scan, const struct folder *folder, mode_t folder_mode,
		     const char *name, size_t n_name, struct plugin_file file)
{
	struct search *found = scan->found;
	const struct plugin_file *first;
	bool was_unsure = found->is_unsure;

	if (name_file(found, name, n_name, file.variant, &file) != 0)
		return;
	first = find_label(found, file.label);
	if (first) {
		pass_over(scan, file.path, "is shadowed by ", first->path);
		return;
	}
	judge(found, folder, folder_mode, &file);
	if (found->is_unsure && !was_unsure)
		diag_say(scan->diag, MR_ERROR, NULL, "%s", file.refusal ? file.refusal : "");
	if (found->n == scan->capacity) {
		size_t wanted = scan->capacity ? scan->capacity * 2 : 16;
		struct plugin_file *grown = mem_resize(found->files, wanted, sizeof(*found->files));

		if (!grown) {
			found->arena.failed = true;
			return;
		}
		found->files = grown;
		scan->capacity = wanted;
	}
	found->files[found->n++] = file;
	found->folders[found->n_folders - 1].n_taken++;
}

static bool is_seen(struct scan *scan, const struct folder *folder)
{
	for (size_t i = 0; i < scan->n_seen; i++)
		if (scan->seen[i].device == folder->device && scan->seen[i].inode == folder->inode)
			return true;
	scan->seen[scan->n_seen++] = *folder;
	return false;
}

static const char object_end[] = ".so", script_end[] = ".plugin";

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), n_end = strlen(end);

	return n > n_end && strcmp(name + n - n_end, end) == 0;
}

/* Those that look like plugins, in an order that is not the file system's. */
static int is_plugin(const struct dirent *entry)
{
	return ends_with(entry->d_name, object_end) || ends_with(entry->d_name, script_end);
}

static int by_entry(const struct dirent **first, const struct dirent **second)
{
	return strcmp((*first)->d_name, (*second)->d_name);
}

/* "odt+ods.mine" is called well: names of formats, then perhaps a variant. */
static bool is_well_called(const char *entry, size_t n_stem)
{
	const char *dot = memchr(entry, '.', n_stem);
	size_t n_names = dot ? (size_t)(dot - entry) : n_stem;

	if (dot && !vet_name(dot + 1, n_stem - n_names - 1))
		return false;
	for (const char *at = entry, *end = entry + n_names; at <= end;) {
		const char *plus = memchr(at, '+', (size_t)(end - at));
		size_t n = (size_t)((plus ? plus : end) - at);

		/* "all" is every format there is, and so no format's name. */
		if (!vet_name(at, n) || (n == 3 && memcmp(at, "all", n) == 0))
			return false;
		at += n + 1;
	}
	return true;
}

static void scan_entry(struct scan *scan, const struct folder *folder, mode_t mode,
		       const char *entry)
{
	struct search *found = scan->found;
	bool is_script = ends_with(entry, script_end);
	size_t n_end = is_script ? sizeof(script_end) - 1 : sizeof(object_end) - 1;
	size_t n_stem = strlen(entry) - n_end, n_names = strcspn(entry, ".");
	struct plugin_file file = {.folder = folder->path, .variant = "", .is_script = is_script};

	file.path = path_join(&found->arena, folder->path, entry);
	if (!file.path)
		return;
	if (!is_well_called(entry, n_stem)) {
		pass_over(scan, file.path,
			  "is no name of a format (lower case letters, digits and '-')", "");
		return;
	}
	if (n_names < n_stem)
		file.variant = arena_copy(&found->arena, entry + n_names + 1, n_stem - n_names - 1);
	for (const char *at = entry; file.variant && at <= entry + n_names;) {
		size_t n = strcspn(at, "+.");

		add_file(scan, folder, mode, at, n, file);
		at += n + 1;
	}
}

/* What scandir() took from malloc(). */
static void release_entries(struct dirent **entries, int n)
{
	for (int i = 0; i < n; i++)
		mem_free(entries[i]);
	mem_free(entries);
}

/*
 * A folder that is not there is an error where the user named it on the command line, a note where
 * the environment did, and otherwise as usual as not.
 */
static int scan_folder(struct scan *scan, struct folder folder)
{
	struct stat is;
	struct dirent **entries = NULL;
	int n = scandir(folder.path, &entries, is_plugin, by_entry);

	struct search_folder *looked = &scan->found->folders[scan->found->n_folders++];

	*looked = (struct search_folder){
		.path = folder.path, .is_given = folder.is_given, .is_usual = folder.is_usual};
	if (n < 0 && errno == ENOMEM) {
		scan->found->arena.failed = true; /* as if it had been the search's own memory */
		return 0;
	}
	if (n < 0 || stat(folder.path, &is) != 0) {
		enum mr_severity severity = folder.is_given ? MR_ERROR : MR_NOTE;
		int reason = errno;

		release_entries(entries, n);
		looked->is_absent = reason == ENOENT;
		scan->found->is_unsure |= !path_is_absence(reason);
		if (scan->found->is_unsure)
			severity = MR_ERROR;
		looked->problem =
			arena_copy(&scan->found->arena, strerror(reason), strlen(strerror(reason)));
		if (!folder.is_usual || reason != ENOENT)
			diag_say(scan->diag, severity, NULL, "plugin folder %s: %s", folder.path,
				 strerror(reason));
		return severity == MR_ERROR ? -1 : 0;
	}
	folder.device = is.st_dev;
	folder.inode = is.st_ino;
	if (!is_seen(scan, &folder))
		for (int i = 0; i < n && !scan->found->arena.failed; i++)
			scan_entry(scan, &folder, is.st_mode, entries[i]->d_name);
	release_entries(entries, n);
	return 0;
}

static void scan_path(struct scan *scan, const char *path)
{
	while (*path) {
		size_t n = strcspn(path, ":");
		const char *copy = arena_copy(&scan->found->arena, path, n);

		if (n > 0 && *path != '/')
			diag_say(scan->diag, MR_WARNING, NULL,
				 "'%s' in MESHREPORT_PLUGIN_PATH is not an absolute path; ignored",
				 copy ? copy : "");
		else if (n > 0 && copy)
			scan_folder(scan, (struct folder){.path = copy});
		path += n + (path[n] == ':');
	}
}

static int by_name(const void *a, const void *b)
{
	const struct plugin_file *first = a, *second = b;
	int order = strcmp(first->name, second->name);

	if (order != 0)
		return order;
	if (first->priority != second->priority)
		return first->priority > second->priority ? -1 : 1;
	return strcmp(first->variant, second->variant);
}

void search_order(struct search *found)
{
	if (found->n > 0)
		qsort(found->files, found->n, sizeof(*found->files), by_name);
	for (size_t i = 0; i < found->n; i++)
		found->files[i].is_spare =
			i > 0 && strcmp(found->files[i].name, found->files[i - 1].name) == 0;
}

bool search_has_rivals(const struct search *found)
{
	for (size_t i = 0; i < found->n; i++)
		if (found->files[i].is_spare)
			return true;
	return false;
}

/* An upper bound on the folders of the search path. */
static size_t count_folders(const struct home *home, size_t n_given)
{
	size_t n = n_given + 3;

	for (const char *at = home->plugin_path; *at; at++)
		n += *at == ':';
	return n;
}

int search_folders(struct search *out, const struct home *home, const char *const *given,
		   size_t n_given, struct diag *diag)
{
	struct scan scan = {.found = out, .diag = diag};
	int status = 0;

	*out = (struct search){.arena = ARENA_INIT};
	scan.seen = arena_array(&out->arena, count_folders(home, n_given), sizeof(*scan.seen));
	out->folders =
		arena_array(&out->arena, count_folders(home, n_given), sizeof(*out->folders));
	for (size_t i = 0; !out->arena.failed && i < n_given; i++)
		if (scan_folder(&scan, (struct folder){.path = given[i],
						       .is_given = true,
						       .is_trusted = true}) != 0)
			status = -1;
	if (!out->arena.failed && status == 0) {
		scan_path(&scan, home->plugin_path);
		if (*home->user_plugins)
			scan_folder(&scan,
				    (struct folder){.path = home->user_plugins, .is_usual = true});
		scan_folder(&scan, (struct folder){.path = home->plugins,
						   .is_usual = true,
						   .is_own = true,
						   .is_trusted = home->is_build_tree});
	}
	if (out->arena.failed)
		diag_no_memory(diag);
	search_order(out);
	return out->arena.failed || out->is_unsure ? -1 : status;
}

void search_release(struct search *found)
{
	mem_free(found->files);
	vec_release(&found->passed);
	arena_release(&found->arena);
	*found = (struct search){.arena = ARENA_INIT};
}

const struct plugin_file *search_find(const struct search *found, const char *name, size_t n)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct plugin_file *file = &found->files[i];

		if ((!file->is_spare && strlen(file->name) == n &&
		     memcmp(file->name, name, n) == 0) ||
		    (*file->variant && strlen(file->label) == n &&
		     memcmp(file->label, name, n) == 0))
			return file;
	}
	return NULL;
}

const char *search_nearest(const struct search *found, const char *name)
{
	struct nearest search;

	nearest_init(&search, name);
	for (size_t i = 0; i < found->n; i++)
		nearest_offer(&search, found->files[i].name);
	return search.best;
}
