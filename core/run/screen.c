/* SPDX-License-Identifier: MIT */
#include "run/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

bool screen_has_color(const struct run *run, int fd)
{
	if (run->args.color != ARGS_COLOR_AUTO)
		return run->args.color == ARGS_COLOR_ALWAYS;
	return !run->home.is_plain && isatty(fd) == 1;
}

uint32_t screen_columns(const struct run *run)
{
	struct winsize size;

	if (run->home.columns > 0)
		return run->home.columns;
	/* Fails where there is no terminal, and gives zeros where it does not know itself. */
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
