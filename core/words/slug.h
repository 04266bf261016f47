/* SPDX-License-Identifier: MIT */
/*
 * slug - ids from names, as a person would write them: "Service Mesh" is service-mesh.
 *
 * Letters of ASCII and Latin letters with accents in lower case, digits, "." within; everything else parts
 * words.  A name without any of them gets the word it is given with a number.  An id is handed out once a
 * name space: the second gets "-2".
 */
#ifndef MESHREPORT_CORE_SLUG_H
#define MESHREPORT_CORE_SLUG_H

#include "base/strset.h"

#include <stddef.h>

enum { SLUG_MAX = 64 };

/*
 * The number of a new id in `taken`, from `name` behind `prefix` ("" for none), else from `fallback`;
 * STRSET_NONE when memory is refused.
 */
uint32_t slug_make(struct strset *taken, const char *prefix, const char *name,
		   const char *fallback);

#endif
