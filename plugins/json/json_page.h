/* SPDX-License-Identifier: MIT */
/*
 * json_page - a JSON text that is being read, and the words by which people call the parts of an entry.
 */
#ifndef MESHREPORT_JSON_PAGE_H
#define MESHREPORT_JSON_PAGE_H

#include "common/read/lines.h"
#include "common/write/out.h"
#include "json/json_tree.h"

#include <meshreport/plugin.h>

struct json_page {
	struct mr_source *source;
	struct lines lines;
	struct json_tree tree;
	struct out text, hint, note; /* scratch: of one cell */
};

static inline struct mr_place json_place(struct json_page *page, uint32_t node)
{
	return lines_place(&page->lines, page->tree.at[node].offset);
}

#endif
