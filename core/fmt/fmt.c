/* SPDX-License-Identifier: MIT */
#include "fmt/fmt.h"

#include "fmt/items.h"
#include "fmt/layout.h"
#include "fmt/lines.h"
#include "fmt/same.h"

static const char bom[] = "\xEF\xBB\xBF";

enum { N_BOM = sizeof(bom) - 1 };

/* The line end of the first line holds for all. */
static const char *eol_of(const char *bytes, size_t n)
{
	const char *at = memchr(bytes, '\n', n);

	return at && at > bytes && at[-1] == '\r' ? "\r\n" : "\n";
}

static int lay_out(const char *bytes, size_t n, struct buf *out, struct fmt_problem *problem)
{
	struct items items;
	struct lines lines;
	int status = items_init(&items, bytes, n);

	problem->text = items.problem;
	problem->place = items.place;
	lines_init(&lines, eol_of(bytes, n));
	if (status == 0)
		status = layout_put(&lines, &items);
	if (status == 0)
		status = lines_take(&lines, out);
	lines_release(&lines);
	items_release(&items);
	return status;
}

int fmt_bytes(const char *bytes, size_t n, struct buf *out, struct fmt_problem *problem)
{
	size_t before;

	*problem = (struct fmt_problem){0};
	bytes = n > 0 ? bytes : "";
	if (n >= N_BOM && memcmp(bytes, bom, N_BOM) == 0) {
		buf_put(out, bom, N_BOM);
		bytes += N_BOM;
		n -= N_BOM;
	}
	before = out->n;
	if (lay_out(bytes, n, out, problem) != 0)
		return -1;
	switch (same_document(bytes, n, buf_text(out) + before, out->n - before)) {
	case SAME_YES: return 0;
	case SAME_NO: problem->text = "the layout would not be the same document"; return -1;
	default: return -1;
	}
}
