/* SPDX-License-Identifier: MIT */
#include "cli/github.h"

#include <string.h>

/* As GitHub's own toolkit escapes (actions/core, command.ts): data, and in a property also ':' and ','. */
static void put_escaped(struct buf *out, const char *text, bool is_property)
{
	for (; *text; text++) {
		bool is_special = *text == '%' || *text == '\r' || *text == '\n' ||
				  (is_property && (*text == ':' || *text == ','));

		if (is_special)
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)*text);
		else
			buf_put_byte(out, *text);
	}
}

static void put_property(struct buf *out, bool *is_first, const char *key, const char *value)
{
	buf_printf(out, "%s%s=", *is_first ? " " : ",", key);
	put_escaped(out, value, true);
	*is_first = false;
}

static const char *command_of(enum mr_severity severity)
{
	return severity == MR_NOTE ? "notice" : diag_severity_word(severity);
}

static void put_finding(struct buf *out, const struct verdict *verdict,
			const struct diag_message *message)
{
	bool is_named = *message->place_name != '\0', is_first = true;
	bool is_file = verdict_is_about(verdict, message) && strcmp(verdict->path, "-") != 0;
	struct buf words = BUF_INIT;

	buf_printf(out, "::%s", command_of(message->severity));
	if (is_file)
		put_property(out, &is_first, "file", message->file);
	if (is_file && !is_named && message->place.line > 0) {
		buf_printf(out, ",line=%lu", (unsigned long)message->place.line);
		if (message->place.column > 0)
			buf_printf(out, ",col=%lu", (unsigned long)message->place.column);
	}
	if (*message->rule)
		put_property(out, &is_first, "title", message->rule);
	buf_put_text(out, "::");
	if (!is_file && *message->file)
		buf_printf(&words, "%s: ", message->file);
	if (is_named)
		buf_printf(&words, "%s: ", message->place_name);
	diag_put_words(&words, message);
	put_escaped(out, buf_text(&words), false);
	buf_put_byte(out, '\n');
	out->failed = out->failed || words.failed;
	buf_release(&words);
}

static void put_left_out(struct buf *out, const struct verdict *verdict, enum mr_severity severity)
{
	size_t n = verdict->diag.n_left_out[severity];

	if (n == 0)
		return;
	buf_printf(out, "::%s::", command_of(severity));
	put_escaped(out, verdict->shown, false);
	buf_printf(out, ": %zu more %s%s not shown\n", n, diag_severity_word(severity),
		   n == 1 ? " is" : "s are");
}

void github_put(struct buf *out, const struct verdict *at, size_t n)
{
	for (int severity = MR_ERROR; severity >= MR_NOTE; severity--) {
		for (size_t i = 0; i < n; i++) {
			const struct diag *diag = &at[i].diag;

			for (size_t k = 0; k < diag->n; k++)
				if ((int)diag->messages[k].severity == severity)
					put_finding(out, &at[i], &diag->messages[k]);
			put_left_out(out, &at[i], (enum mr_severity)severity);
		}
	}
}
