/* SPDX-License-Identifier: MIT */
/*
 * latex_hyphenation - a document's words are broken as its language breaks them, where this TeX has
 * its patterns: without a package, which would make signs active and may not be there.
 */
#ifndef LATEX_HYPHENATION_H
#define LATEX_HYPHENATION_H

#include "common/write/out.h"

/* Lines of the preamble for a language tag (BCP 47); none for English, which is what TeX begins with. */
void latex_hyphenation_write(struct out *out, const char *language);

#endif
