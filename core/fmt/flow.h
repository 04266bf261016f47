/* SPDX-License-Identifier: MIT */
/*
 * flow - lists in brackets and mappings in braces: what stands on one line stays there; what stands on
 * several goes onto one where it fits and may, else it has a line for each member.
 *
 *     values: {istio: yes, linkerd: no}
 *     values: {
 *         istio: yes,    # since 1.0
 *         linkerd: no
 *       }
 *
 * The bracket that closes stands farther right than the key, as YAML 1.2 wants it (section 7.4).  Within
 * others, and where nothing is around, it stands below the line of the one that opens.
 */
#ifndef MESHREPORT_CORE_FLOW_H
#define MESHREPORT_CORE_FLOW_H

#include "fmt/items.h"
#include "fmt/lines.h"

struct flow {
	const struct items *items;
	struct lines *lines;
	struct vec open; /* struct flow_level */
};

/* Writes what opens, item `index`; what closes it will stand `indent` spaces in. */
void flow_open(struct flow *flow, size_t index, size_t indent);

/* Writes an item within brackets or braces. */
void flow_put(struct flow *flow, size_t index);

#endif
