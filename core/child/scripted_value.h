/* SPDX-License-Identifier: MIT */
/*
 * scripted_value - an option's value for a script: as JSON, or as a word of what it needs.
 */
#ifndef MESHREPORT_CORE_SCRIPTED_VALUE_H
#define MESHREPORT_CORE_SCRIPTED_VALUE_H

#include <stdbool.h>

#include <meshreport/plugin.h>

#include "base/buf.h"

/* null where it is not set; a file as {"name": "logo.png", "base64": "..."}, a length in points. */
void scripted_value_put(struct buf *out, const struct mr_value *value);

/* As one would type it, of a file its name; false, and nothing, where it is not set. */
bool scripted_value_put_word(struct buf *out, const struct mr_value *value);

#endif
