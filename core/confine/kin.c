/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "confine/kin.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* A bomb that multiplies faster than it is ended is left to the bound on processes. */
enum { LIST_BYTES = 4096, ROUNDS_MAX = 10000 };

/* Numbers of children with a space behind each (proc(5)); what does not fit is seen in the next round. */
static ssize_t list_children(char list[LIST_BYTES])
{
	int fd = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return -1;
	n = file_read_first(fd, list, LIST_BYTES - 1);
	close(fd);
	list[n > 0 ? n : 0] = '\0';
	return n;
}

bool kin_can(void)
{
	return access("/proc/thread-self/children", R_OK) == 0;
}

bool kin_adopt(void)
{
	char list[LIST_BYTES];

	return list_children(list) == 0 && prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0;
}

static void end_child(pid_t child)
{
	pid_t ended;

	kill(child, SIGKILL);
	do
		ended = waitpid(child, NULL, 0);
	while (ended < 0 && errno == EINTR);
}

/* Ends those of the list that are not ours; false when there was none. */
static bool end_listed(const char *list, bool (*is_ours)(const void *context, pid_t child),
		       const void *context)
{
	bool found = false;

	while (*list) {
		pid_t child = 0;

		for (; *list >= '0' && *list <= '9'; list++)
			child = child * 10 + (*list - '0');
		if (*list != ' ')
			break; /* cut off: half a number is another one's */
		list++;
		if (child > 1 && !is_ours(context, child)) {
			end_child(child);
			found = true;
		}
	}
	return found;
}

void kin_end(bool (*is_ours)(const void *context, pid_t child), const void *context)
{
	char list[LIST_BYTES];

	for (int i = 0; i < ROUNDS_MAX; i++)
		if (list_children(list) <= 0 || !end_listed(list, is_ours, context))
			break;
}
