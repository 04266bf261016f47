/* SPDX-License-Identifier: MIT */
/*
 * through - what is no regular file is written to as it is: a device, a pipe, standard output.
 *
 * A reader may take as long as it likes.  Signals are held back meanwhile, so nothing here waits for longer than a
 * tick without looking for one: then it fails with EINTR.
 */
#ifndef MESHREPORT_CORE_THROUGH_H
#define MESHREPORT_CORE_THROUGH_H

#include <stddef.h>

/* A descriptor of what lies at `path`, a named pipe once it has a reader; -1 with errno. */
int through_open(const char *path);

/* 0, or -1 with errno. */
int through_write(int fd, const char *bytes, size_t n);

#endif
