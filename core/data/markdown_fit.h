/* SPDX-License-Identifier: MIT */
/* markdown_fit - directions of a text that was parsed. */
#ifndef MESHREPORT_CORE_MARKDOWN_FIT_H
#define MESHREPORT_CORE_MARKDOWN_FIT_H

#include "data/markdown.h"

/* Keeps within what was parsed what its controls of direction do (base/bidi.h); 0, or -1 when memory is refused. */
int markdown_fit_directions(struct markdown *markdown);

#endif
