/* SPDX-License-Identifier: MIT */
#include "cli/symptoms.h"

#include <stdarg.h>
#include <string.h>

#include "base/diag.h"
#include "base/json.h"

static const char *const states[] = {"ok", "note", "broken"};

static const struct {
	const char *word, *heading;
} kinds[SYMPTOM_N_KINDS] = {
	[SYMPTOM_FOLDER] = {"folder", "Folders of plugins; the first that has a name wins"},
	[SYMPTOM_FORMAT] = {"format", "Formats"},
	[SYMPTOM_FILE] = {"file", "Files that are passed over"},
	[SYMPTOM_TEMPLATE] = {"template", "Templates"},
	[SYMPTOM_FOUND] = {"found", "What formats find on this machine"},
	[SYMPTOM_DATASET] = {"dataset", "The shipped dataset"},
	[SYMPTOM_SANDBOX] = {"sandbox", "What keeps a plugin from more than rendering"},
};

static const struct symptom *symptom_at(const struct symptoms *symptoms, size_t i)
{
	return VEC_AT(struct symptom, symptoms->all, i);
}

void symptoms_release(struct symptoms *symptoms)
{
	vec_release(&symptoms->all);
	arena_release(&symptoms->arena);
}

void symptoms_add(struct symptoms *symptoms, struct symptom about, const char *format, ...)
{
	struct symptom *symptom = vec_add(&symptoms->all, sizeof(*symptom));
	struct buf says = BUF_INIT;
	va_list arguments;

	va_start(arguments, format);
	buf_vprintf(&says, format, arguments);
	va_end(arguments);
	about.says = buf_keep(&says, &symptoms->arena);
	if (symptom && about.says)
		*symptom = about;
}

bool symptoms_are_broken(const struct symptoms *symptoms)
{
	for (size_t i = 0; i < symptoms->all.n; i++)
		if (symptom_at(symptoms, i)->state == SYMPTOM_BROKEN)
			return true;
	return false;
}

bool symptoms_have_failed(const struct symptoms *symptoms)
{
	return symptoms->all.failed || symptoms->arena.failed;
}

/* "  broken  tally  /home/a/tally.so: it exports nothing" */
static void put_line(struct buf *out, const struct symptom *symptom)
{
	buf_printf(out, "  %-6s  ", states[symptom->state]);
	diag_neutralise(out, symptom->name, strlen(symptom->name));
	if (*symptom->name && *symptom->path)
		buf_put_text(out, "  ");
	diag_neutralise(out, symptom->path, strlen(symptom->path));
	buf_put_text(out, ": ");
	diag_neutralise(out, symptom->says, strlen(symptom->says));
	buf_put_byte(out, '\n');
}

void symptoms_put_text(struct buf *out, const struct symptoms *symptoms)
{
	int last = -1;

	for (size_t i = 0; i < symptoms->all.n; i++) {
		const struct symptom *symptom = symptom_at(symptoms, i);

		if ((int)symptom->kind != last)
			buf_printf(out, "%s%s:\n", i > 0 ? "\n" : "", kinds[symptom->kind].heading);
		last = (int)symptom->kind;
		put_line(out, symptom);
	}
}

static void put_object(struct buf *out, const struct symptom *symptom)
{
	buf_put_text(out, "    {");
	json_put_member(out, "about", kinds[symptom->kind].word);
	buf_put_text(out, ", ");
	json_put_member(out, "state", states[symptom->state]);
	buf_put_text(out, ", ");
	json_put_member(out, "name", symptom->name);
	buf_put_text(out, ", ");
	json_put_member(out, "path", symptom->path);
	buf_put_text(out, ", ");
	json_put_member(out, "says", symptom->says);
	buf_put_byte(out, '}');
}

void symptoms_put_json(struct buf *out, const struct symptoms *symptoms)
{
	buf_printf(
		out,
		"{\n  \"meshreport\": \"%s\",\n  \"abi\": \"%d.%d\",\n  \"broken\": %s,\n  \"found\": [",
		MESHREPORT_VERSION, MR_ABI_MAJOR, MR_ABI_MINOR,
		symptoms_are_broken(symptoms) ? "true" : "false");
	for (size_t i = 0; i < symptoms->all.n; i++) {
		buf_put_text(out, i > 0 ? ",\n" : "\n");
		put_object(out, symptom_at(symptoms, i));
	}
	buf_put_text(out, "\n  ]\n}\n");
}
