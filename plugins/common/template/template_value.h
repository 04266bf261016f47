/* SPDX-License-Identifier: MIT */
/*
 * template_value.h - how template.c sees the tree that template_data.c builds; for these two only.
 *
 * A value knows its own neighbour, so it is a member or an item at most once.
 */
#ifndef MESHREPORT_COMMON_TEMPLATE_VALUE_H
#define MESHREPORT_COMMON_TEMPLATE_VALUE_H

#include "common/template/template.h"

enum template_kind { TEMPLATE_FLAG, TEMPLATE_TEXT, TEMPLATE_BLOCK, TEMPLATE_LIST, TEMPLATE_MAP };

struct template_value {
	enum template_kind kind;
	bool flag;
	const char *name; /* as a member of a map */
	const char *text; /* TEMPLATE_TEXT */
	size_t n; /* its bytes */
	void (*write)(const void *context, struct out *out); /* TEMPLATE_BLOCK */
	const void *context;
	struct template_value *first, *last; /* of a list or map */
	struct template_value *next; /* in the list or map that holds this one */
};

/* The member called by the `n` bytes at `name`, or null. */
const struct template_value *template_member(const struct template_value *map, const char *name,
					     size_t n);

/* What a section takes for false. */
bool template_is_false(const struct template_value *value);

#endif
