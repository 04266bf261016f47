/* SPDX-License-Identifier: MIT */
/*
 * grown - a matrix as a later host might hand it out: every struct longer, every array with a larger
 * stride, garbage in what was added.  With `strange`, enumerations that may grow hold unknown values.
 */
#ifndef TESTS_ABI_HOST_H
#define TESTS_ABI_HOST_H

#include <stdbool.h>

#include <meshreport/plugin.h>

/* Never freed: the process ends soon. */
const struct mr_matrix *grown(const struct mr_matrix *from, bool strange);

#endif
