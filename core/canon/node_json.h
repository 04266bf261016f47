/* SPDX-License-Identifier: MIT */
/*
 * node_json - a node as JSON (RFC 8259) on one line, which libyaml reads as well.
 *
 * A word is a string unless it is a number or null.  Within strings stands as an escape whatever YAML would take for the
 * end of a line or refuse, and what would reorder a terminal's line; nothing beyond U+FFFF, whose two
 * escapes libyaml refuses.
 */
#ifndef MESHREPORT_CORE_NODE_JSON_H
#define MESHREPORT_CORE_NODE_JSON_H

#include "canon/node.h"

/* The value alone, without the node's key and comment. */
void node_json_put(struct buf *out, const struct node *node);

/* "key": value, ...: the members of a mapping without its braces. */
void node_json_put_members(struct buf *out, const struct node *node);

#endif
