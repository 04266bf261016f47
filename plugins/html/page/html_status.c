/* SPDX-License-Identifier: MIT */
/* How a status is named in classes and attributes, and shown. */
#include "html/html_page.h"

#include "html/html_escape.h"

/* Ids that stand for themselves: what the classes of cells say without naming the status. */
static const char *const ids[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

char html_status_letter(uint32_t like)
{
	return "ypnux"[like < MR_N_LIKES ? like : MR_LIKE_UNKNOWN];
}

bool html_status_is_plain(const struct mr_status *status)
{
	return status->like < MR_N_LIKES && strcmp(status->id, ids[status->like]) == 0;
}

const char *html_status_like(uint32_t like)
{
	return ids[like < MR_N_LIKES ? like : MR_LIKE_UNKNOWN];
}

/* The status that stands for all that count alike: the built-in word. */
const struct mr_status *html_status_of_like(const struct mr_matrix *m, uint32_t like)
{
	for (uint32_t i = 0; i < m->statuses.n; i++)
		if (strcmp(mr_status_at(m, i)->id, ids[like]) == 0)
			return mr_status_at(m, i);
	return NULL;
}

void html_status_symbol(struct out *out, const struct mr_status *status, bool is_spoken)
{
	if (is_spoken) {
		out_string(out, "<i role=\"img\" aria-label=\"");
		html_string(out, status->label);
		out_string(out, "\" title=\"");
		html_string(out, status->label);
		out_string(out, "\">");
	} else {
		out_string(out, "<i aria-hidden=\"true\">");
	}
	html_string(out, status->symbol);
	out_string(out, "</i> ");
}
