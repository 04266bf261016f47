/* SPDX-License-Identifier: MIT */
/*
 * json_grid - a value that is a table, handed over as a grid.
 */
#ifndef MESHREPORT_JSON_GRID_H
#define MESHREPORT_JSON_GRID_H

#include "json/json_page.h"
#include "json/json_shape.h"

/* `shape` is that of the node, and not none. */
void json_grid_put(struct json_page *page, uint32_t node, enum json_shape shape);

/* The rows of `join` by the entries of all members of `object` that refer to them. */
void json_grid_join(struct json_page *page, uint32_t object, struct json_shape_join *join);

#endif
