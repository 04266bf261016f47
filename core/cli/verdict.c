/* SPDX-License-Identifier: MIT */
#include "cli/verdict.h"

#include <string.h>

#include "base/json.h"

void verdict_release(struct verdict *verdict)
{
	diag_release(&verdict->diag);
}

size_t verdict_count(const struct verdict *verdict, enum mr_severity severity)
{
	const struct diag *diag = &verdict->diag;

	return diag->n_kept[severity] + diag->n_left_out[severity];
}

bool verdict_is_about(const struct verdict *verdict, const struct diag_message *message)
{
	return strcmp(message->file, verdict->shown) == 0;
}

/* ---- a line */

static void put_count(struct buf *out, size_t n, const char *one, const char *many)
{
	buf_printf(out, "%zu %s", n, n == 1 ? one : many);
}

void verdict_put_line(struct buf *out, const struct verdict *verdict)
{
	size_t n_errors = verdict_count(verdict, MR_ERROR);
	size_t n_warnings = verdict_count(verdict, MR_WARNING);

	if (n_errors > 0)
		put_count(out, n_errors, "error", "errors");
	else
		buf_put_text(out, "no mistakes");
	if (n_warnings > 0) {
		buf_put_text(out, ", ");
		put_count(out, n_warnings, "warning", "warnings");
	}
	if (!verdict->has_counts)
		return;
	buf_put_text(out, ": ");
	put_count(out, verdict->n_products, "product", "products");
	buf_put_text(out, ", ");
	put_count(out, verdict->n_features, "feature", "features");
	buf_put_text(out, ", ");
	put_count(out, verdict->n_statuses, "status", "statuses");
	buf_put_text(out, ", ");
	put_count(out, verdict->n_texts, "text", "texts");
}

/* ---- JSON */

static void put_position(struct buf *out, const char *key, uint32_t number)
{
	if (number > 0)
		buf_printf(out, ", \"%s\": %lu", key, (unsigned long)number);
	else
		buf_printf(out, ", \"%s\": null", key);
}

static void put_finding(struct buf *out, const struct diag_message *message)
{
	bool is_named = *message->place_name != '\0';

	buf_put_text(out, "        {");
	json_put_member(out, "severity", diag_severity_word(message->severity));
	buf_put_text(out, ", ");
	json_put_member(out, "rule", message->rule);
	buf_put_text(out, ", ");
	json_put_member(out, "file", message->file);
	put_position(out, "line", is_named ? 0 : message->place.line);
	put_position(out, "column", is_named || !message->place.line ? 0 : message->place.column);
	buf_put_text(out, ", ");
	json_put_member(out, "place", message->place_name);
	buf_put_text(out, ", ");
	json_put_member(out, "path", message->path);
	buf_put_text(out, ",\n         ");
	json_put_member(out, "text", message->text);
	buf_put_text(out, ", ");
	json_put_member(out, "hint", message->hint);
	buf_put_text(out, ", ");
	json_put_member(out, "suggestion", message->suggestion);
	buf_put_byte(out, '}');
}

static void put_numbers(struct buf *out, size_t n_errors, size_t n_warnings, size_t n_notes)
{
	buf_printf(out, "\"errors\": %zu, \"warnings\": %zu, \"notes\": %zu", n_errors, n_warnings,
		   n_notes);
}

static void put_file(struct buf *out, const struct verdict *verdict)
{
	buf_put_text(out, "    {\n      ");
	json_put_member(out, "file", verdict->shown);
	buf_put_text(out, ",\n      ");
	put_numbers(out, verdict_count(verdict, MR_ERROR), verdict_count(verdict, MR_WARNING),
		    verdict_count(verdict, MR_NOTE));
	buf_put_text(out, ",\n      \"counts\": ");
	if (verdict->has_counts)
		buf_printf(out,
			   "{\"products\": %lu, \"categories\": %lu, \"features\": %lu, "
			   "\"statuses\": %zu, \"texts\": %zu}",
			   (unsigned long)verdict->n_products, (unsigned long)verdict->n_categories,
			   (unsigned long)verdict->n_features, verdict->n_statuses,
			   verdict->n_texts);
	else
		buf_put_text(out, "null");
	buf_put_text(out, ",\n      \"findings\": [");
	for (size_t i = 0; i < verdict->diag.n; i++) {
		buf_put_text(out, i > 0 ? ",\n" : "\n");
		put_finding(out, &verdict->diag.messages[i]);
	}
	buf_put_text(out, verdict->diag.n > 0 ? "\n      ]\n    }" : "]\n    }");
}

void verdict_put_json(struct buf *out, const struct verdict *at, size_t n)
{
	size_t sums[DIAG_SEVERITIES] = {0};

	buf_put_text(out, "{\n  \"version\": 1,\n  \"files\": [");
	for (size_t i = 0; i < n; i++) {
		buf_put_text(out, i > 0 ? ",\n" : "\n");
		put_file(out, &at[i]);
		for (int severity = MR_NOTE; severity <= MR_ERROR; severity++)
			sums[severity] += verdict_count(&at[i], (enum mr_severity)severity);
	}
	buf_put_text(out, n > 0 ? "\n  ],\n  " : "],\n  ");
	put_numbers(out, sums[MR_ERROR], sums[MR_WARNING], sums[MR_NOTE]);
	buf_put_text(out, "\n}\n");
}
