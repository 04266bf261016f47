/* SPDX-License-Identifier: MIT */
#include "run/findings.h"

#include <string.h>

#include "base/json.h"

/* ---- -W */

enum { RULE_NAME = 40 };

/* The rule of a doubt, and how grave it is in this run; false where nobody wants to hear of it. */
static bool is_heeded(const struct run *run, const struct doubt *doubt, char rule[RULE_NAME],
		      enum mr_severity *out)
{
	struct diag_message message = {.severity = doubt->is_note ? MR_NOTE : MR_WARNING,
				       .rule = rule};
	bool is_on;

	diag_write(rule, RULE_NAME, "read-%s", doubts_kind_name(doubt->kind));
	is_on = policy_judge(&run->args.checks.policy, &message);
	*out = message.severity;
	return is_on;
}

static bool has_error(const struct run *run, const struct doubts *doubts)
{
	enum mr_severity severity;
	char rule[RULE_NAME];

	for (size_t i = 0; i < doubts->at.n; i++)
		if (is_heeded(run, VEC_AT(struct doubt, doubts->at, i), rule, &severity) &&
		    severity == MR_ERROR)
			return true;
	return run->args.checks.policy.is_strict && doubts->n_left_out > 0;
}

/* ---- lines */

static void add_doubt(struct run *run, const struct input *input, const struct doubt *doubt)
{
	struct buf text = BUF_INIT, hint = BUF_INIT;
	char rule[RULE_NAME];
	struct diag_message message = {.place = doubt->place,
				       .file = input->shown,
				       .place_name = grid_place_name(&input->grids, doubt->place),
				       .rule = rule};

	if (!is_heeded(run, doubt, rule, &message.severity))
		return;
	buf_put_text(&text, doubt->words);
	if (doubt->n_places > 1)
		buf_printf(&text, " (at %u places)", doubt->n_places);
	if (*doubt->option)
		buf_printf(&hint, "%s changes it", doubt->option);
	message.text = buf_text(&text);
	message.hint = buf_text(&hint);
	if (text.failed || hint.failed)
		diag_no_memory(&run->diag);
	else
		diag_add(&run->diag, &message);
	buf_release(&text);
	buf_release(&hint);
}

void findings_take(struct run *run, const struct input *input)
{
	const struct doubts *doubts = &input->doubts;

	if (diag_budget(&run->diag) < DOUBTS_MAX)
		run->diag.max = DOUBTS_MAX;
	for (size_t i = 0; i < doubts->at.n; i++)
		add_doubt(run, input, VEC_AT(struct doubt, doubts->at, i));
	if (doubts->n_left_out > 0)
		diag_say(&run->diag, run->args.checks.policy.is_strict ? MR_ERROR : MR_NOTE,
			 input->shown, "%zu more doubts are not shown", doubts->n_left_out);
	if (doubts->out_of_memory)
		diag_no_memory(&run->diag);
}

static void say_lines(struct run *run, const struct input *input, bool is_whole)
{
	struct buf counts = BUF_INIT;

	findings_take(run, input);
	run_say(run);
	if (!is_whole)
		return;
	buf_printf(&counts, "%s: ", input->shown);
	doubts_put_counts(&counts, &input->doubts);
	if (counts.failed)
		diag_no_memory(&run->diag);
	else
		run_tell(run, buf_text(&counts));
	buf_release(&counts);
}

/* ---- JSON */

static void put_place(struct buf *out, const struct input *input, struct place place)
{
	if (place.column == PLACE_NAMED) {
		json_put_member(out, "place", grid_place_name(&input->grids, place));
		buf_put_text(out, ", ");
	} else if (place.line > 0) {
		buf_printf(out, "\"line\": %lu, \"column\": %lu, ", (unsigned long)place.line,
			   (unsigned long)place.column);
	}
}

static void put_doubt(struct buf *out, const struct input *input, const struct doubt *doubt,
		      enum mr_severity severity)
{
	buf_put_text(out, "    {");
	json_put_member(out, "kind", doubts_kind_name(doubt->kind));
	buf_put_text(out, ", ");
	json_put_member(out, "severity", diag_severity_word(severity));
	buf_put_text(out, ", ");
	put_place(out, input, doubt->place);
	buf_printf(out, "\"places\": %lu, ", (unsigned long)doubt->n_places);
	json_put_member(out, "text", doubt->words);
	buf_put_text(out, ", ");
	json_put_member(out, "option", doubt->option);
	buf_put_byte(out, '}');
}

static void put_messages(struct buf *out, const struct diag *diag)
{
	for (size_t i = 0; i < diag->n; i++) {
		const struct diag_message *message = &diag->messages[i];

		buf_put_text(out, i > 0 ? ",\n    {" : "\n    {");
		json_put_member(out, "severity", diag_severity_word(message->severity));
		buf_put_text(out, ", ");
		json_put_member(out, "file", message->file);
		if (*message->place_name) {
			buf_put_text(out, ", ");
			json_put_member(out, "place", message->place_name);
		} else if (message->place.line > 0)
			buf_printf(out, ", \"line\": %lu, \"column\": %lu",
				   (unsigned long)message->place.line,
				   (unsigned long)message->place.column);
		buf_put_text(out, ", ");
		json_put_member(out, "text", message->text);
		buf_put_text(out, ", ");
		json_put_member(out, "hint", message->hint);
		buf_put_text(out, ", ");
		json_put_member(out, "rule", message->rule);
		buf_put_byte(out, '}');
	}
}

static void put_counts(struct buf *out, const struct doubts *doubts)
{
	buf_printf(out,
		   "  \"tables\": %lu, \"products\": %lu, \"categories\": %lu, \"features\": %lu,\n"
		   "  \"cells\": %llu, \"statuses\": %llu, \"texts\": %llu, \"unknown\": %llu,\n",
		   (unsigned long)doubts->n_tables, (unsigned long)doubts->n_products,
		   (unsigned long)doubts->n_categories, (unsigned long)doubts->n_features,
		   (unsigned long long)doubts->n_cells, (unsigned long long)doubts->n_statuses,
		   (unsigned long long)doubts->n_texts, (unsigned long long)doubts->n_unknown);
}

/* One object; what the checks said is in it, so that standard error is JSON and nothing else up to here. */
static void say_json(struct run *run, const struct input *input)
{
	const struct doubts *doubts = &input->doubts;
	struct buf out = BUF_INIT;
	size_t n = 0;

	buf_put_text(&out, "{\n  ");
	json_put_member(&out, "file", input->shown);
	buf_put_text(&out, ",\n");
	put_counts(&out, doubts);
	buf_put_text(&out, "  \"doubts\": [");
	for (size_t i = 0; i < doubts->at.n; i++) {
		const struct doubt *doubt = VEC_AT(struct doubt, doubts->at, i);
		enum mr_severity severity;
		char rule[RULE_NAME];

		if (!is_heeded(run, doubt, rule, &severity))
			continue;
		buf_put_text(&out, n++ > 0 ? ",\n" : "\n");
		put_doubt(&out, input, doubt, severity);
	}
	buf_printf(&out, "%s],\n  \"left_out\": %zu,\n  \"messages\": [", n > 0 ? "\n  " : "",
		   doubts->n_left_out);
	put_messages(&out, &run->diag);
	buf_printf(&out, "%s]\n}\n", run->diag.n > 0 ? "\n  " : "");
	if (out.failed)
		diag_no_memory(&run->diag);
	else
		run_report(run, &out);
	buf_release(&out);
}

/* ---- both */

int findings_say(struct run *run, const struct input *input, int status)
{
	const struct doubts *doubts = &input->doubts;
	bool is_refused = status == RUN_DONE && has_error(run, doubts);

	if (doubts->out_of_memory)
		diag_no_memory(&run->diag);
	if (is_refused && run->args.checks.policy.is_strict)
		diag_say(&run->diag, MR_ERROR, input->shown, "%zu doubt%s, and --strict",
			 doubts->n_warnings, doubts->n_warnings == 1 ? "" : "s");
	if (run->args.wishes.wants_json)
		say_json(run, input);
	else
		say_lines(run, input, status == RUN_DONE);
	return is_refused || doubts->out_of_memory ? RUN_FAILED : status;
}
