/* SPDX-License-Identifier: MIT */
#include "trial/trial_tell.h"

#include <string.h>

void trial_tell(struct trial *trial, bool is_good, const char *what, const char *why)
{
	const char *verdict = is_good ? "ok" : "not ok";

	trial->n++;
	trial->n_failed += !is_good;
	if (trial->run->args.wants_tap)
		buf_printf(&trial->out, "%s %zu - %s: %s\n", verdict, trial->n, trial->file->name,
			   what);
	else
		buf_printf(&trial->out, "%-6s  %s\n", is_good ? "ok" : "FAILED", what);
	if (is_good || !*why)
		return;
	buf_put_text(&trial->out, trial->run->args.wants_tap ? "# " : "        ");
	diag_neutralise(&trial->out, why, strlen(why));
	buf_put_byte(&trial->out, '\n');
}

void trial_tell_skip(struct trial *trial, const char *what, const char *why)
{
	if (trial->run->args.wants_tap)
		buf_printf(&trial->out, "ok %zu - %s: %s # SKIP %s\n", ++trial->n,
			   trial->file->name, what, why);
	else
		buf_printf(&trial->out, "-       %s: not tried, %s\n", what, why);
}

const char *trial_tell_fault(struct trial *trial, struct trial_outcome *outcome)
{
	if (outcome->ms > trial->most_ms)
		trial->most_ms = outcome->ms;
	if (outcome->noise.n > 0)
		return "it prints to standard output or error";
	if (outcome->errors.n > 0)
		return buf_text(&outcome->errors);
	if (!outcome->is_done)
		return "it did not end well";
	return outcome->n_bytes == 0 ? "it wrote nothing" : NULL;
}
