/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* S_ISVTX */
#include "plugin/ground.h"

#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "plugin/home.h"

enum { LINKS_MAX = 40, FIRST_GROUP = 100 };

struct walk {
	char at[PATH_MAX]; /* what was looked at so far, links resolved */
	char rest[2 * PATH_MAX]; /* of the path */
	int n_links;
	uid_t root;
	struct buf words; /* what is wrong */
};

/* The group that a user is made with, and that nobody else is in. */
static bool is_private(gid_t gid, uid_t owner)
{
	const struct passwd *user = getpwuid(owner);
	const struct group *group = getgrgid(gid);

	return user && group && user->pw_gid == gid && strcmp(user->pw_name, group->gr_name) == 0 &&
	       (!group->gr_mem[0] ||
		(strcmp(group->gr_mem[0], user->pw_name) == 0 && !group->gr_mem[1]));
}

static bool is_safe(struct walk *walk, const struct stat *is)
{
	bool is_shared = S_ISDIR(is->st_mode) && is->st_mode & S_ISVTX;
	const char *at = walk->at;

	if (is->st_uid != 0 && is->st_uid != geteuid() && is->st_uid != walk->root)
		buf_printf(&walk->words,
			   "%s belongs to another user, who can change what lies there", at);
	else if (S_ISLNK(is->st_mode) || is_shared)
		return true;
	else if (is->st_mode & S_IWOTH)
		buf_printf(&walk->words, "%s can be written to by everyone; chmod o-w %s", at, at);
	else if (is->st_mode & S_IWGRP && is->st_gid >= FIRST_GROUP &&
		 !is_private(is->st_gid, is->st_uid))
		buf_printf(&walk->words, "%s can be written to by its group; chmod g-w %s", at, at);
	else
		return true;
	return false;
}

/* What the link says before what is left; false when that is too long, or there were too many. */
static bool follow(struct walk *walk)
{
	char target[PATH_MAX], rest[2 * PATH_MAX];
	ssize_t n = readlink(walk->at, target, sizeof(target) - 1);
	size_t n_rest = strlen(walk->rest);

	if (n <= 0 || ++walk->n_links > LINKS_MAX || (size_t)n + n_rest + 2 > sizeof(rest))
		return false;
	target[n] = '\0';
	memcpy(rest, target, (size_t)n);
	rest[n] = '/';
	memcpy(rest + n + 1, walk->rest, n_rest + 1);
	memcpy(walk->rest, rest, (size_t)n + n_rest + 2);
	if (target[0] == '/')
		memcpy(walk->at, "/", 2);
	else
		home_up(walk->at);
	return true;
}

/* Takes the next component off the rest; false when there is none, or the path is too long. */
static bool step(struct walk *walk)
{
	size_t slashes = strspn(walk->rest, "/"), n = strcspn(walk->rest + slashes, "/"),
	       n_at = strlen(walk->at);
	char *name = walk->rest + slashes;

	if (n == 2 && memcmp(name, "..", 2) == 0) {
		home_up(walk->at);
	} else if (n > 0 && !(n == 1 && *name == '.')) {
		if (n_at + n + 2 > sizeof(walk->at))
			return false;
		if (walk->at[n_at - 1] != '/')
			walk->at[n_at++] = '/';
		memcpy(walk->at + n_at, name, n);
		walk->at[n_at + n] = '\0';
	}
	memmove(walk->rest, name + n, strlen(name + n) + 1);
	return n > 0;
}

/* Ends at the first thing that is wrong; what is not there is not this module's business. */
static void go(struct walk *walk)
{
	struct stat is;

	do {
		if (lstat(walk->at, &is) != 0 || !is_safe(walk, &is))
			return;
		if (S_ISLNK(is.st_mode) && !follow(walk))
			return;
	} while (step(walk));
}

const char *ground_problem(struct arena *arena, const char *path)
{
	struct walk walk = {.at = "/", .words = BUF_INIT};
	struct stat top;

	if (*path != '/' || strlen(path) >= sizeof(walk.rest))
		return NULL;
	walk.root = stat("/", &top) == 0 ? top.st_uid : 0;
	memcpy(walk.rest, path, strlen(path) + 1);
	go(&walk);
	return walk.words.n > 0 || walk.words.failed ? buf_keep(&walk.words, arena) : NULL;
}
