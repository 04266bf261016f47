/* SPDX-License-Identifier: MIT */
/*
 * github - verdicts as workflow commands of GitHub Actions, which it shows at the lines of a change:
 *
 *     ::warning file=mesh.yaml,line=3,col=5,title=status-text::the text 'noo' among statuses ...
 *
 * GitHub shows the first few of each severity; errors of all files come first, then warnings, then notes.
 */
#ifndef MESHREPORT_CORE_GITHUB_H
#define MESHREPORT_CORE_GITHUB_H

#include "cli/verdict.h"

void github_put(struct buf *out, const struct verdict *at, size_t n);

#endif
