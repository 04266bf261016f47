/* SPDX-License-Identifier: MIT */
#include "child/seal.h"

#include <assert.h>
#include <string.h>

#include "base/digest.h"
#include "base/shell.h"
#include "out/stamp.h"

enum { BRIEF_DIGITS = 12 };

/* The argument by which the user gave option `at` last, as it stood on the command line. */
static struct option_given last_given(const struct port *port, const struct plugin *plugin,
				      uint32_t at)
{
	struct option_given found = {NULL, NULL, 0, NULL, 0, NULL}, given;

	for (size_t i = 0; i < port->order->n_options; i++)
		if (options_split(port->order->options[i], &given) &&
		    options_is_for(&given, port->order->file->name) &&
		    options_find(&plugin->table, given.key, given.n_key) == (int)at)
			found = given;
	return found;
}

/* " -O paper=a3" for what the user gave, in the order of the table: the same options are the same words. */
static void put_options(struct buf *out, const struct port *port, const struct plugin *plugin)
{
	struct buf word = BUF_INIT;

	for (uint32_t i = 0; i < plugin->table.n; i++) {
		const struct mr_value *value = mr_option_value(&port->job, i);
		struct option_given given;

		if (!value->is_given)
			continue;
		given = last_given(port, plugin, i);
		assert(value->type == MR_OPTION_FLAG || given.value); /* who gave it said which */
		buf_clear(&word);
		buf_put_text(&word, plugin->table.options[i].name);
		buf_put_byte(&word, '=');
		if (value->type == MR_OPTION_FLAG)
			buf_put_text(&word, value->integer ? "yes" : "no");
		else
			buf_put_text(&word, given.value);
		buf_put_text(out, " -O ");
		shell_put_word(out, buf_text(&word));
		out->failed |= word.failed;
	}
	buf_release(&word);
}

static void put_command(struct buf *out, const struct port *port, const struct plugin *plugin)
{
	const struct child_stamp *stamp = port->order->stamp;

	buf_printf(out, "meshreport%s -f %s", stamp->verb, port->order->file->label);
	put_options(out, port, plugin);
	if (port->job.has_template) {
		buf_put_text(out, " -t ");
		shell_put_word(out, port->order->template_name);
	}
	buf_put_text(out, stamp->compared);
	buf_put_text(out, stamp->selected);
}

/* What `made` holds, for as long as the job. */
static const char *keep(struct port *port, struct buf *made)
{
	char *kept = port_alloc(port, made->n + 1);

	if (made->failed)
		port_alloc(port, SIZE_MAX); /* says so and ends */
	memcpy(kept, buf_text(made), made->n);
	buf_release(made);
	return kept;
}

static const char *make_mark(struct port *port, const struct plugin *plugin,
			     const struct mr_stamp *stamp)
{
	const struct mr_bytes *form = &port->order->template_bytes;
	char hash[DIGEST_DIGITS + 1] = "";
	struct buf mark = BUF_INIT;

	if (port->job.has_template)
		digest_of(form->at, form->n, hash);
	stamp_put(&mark, &(struct stamp){.program = MESHREPORT_VERSION,
					 .format = port->order->file->label,
					 .plugin = plugin->is.version,
					 .sha256 = stamp->sha256,
					 .since = stamp->since_sha256,
					 .form = hash,
					 .epoch = port->order->stamp->epoch,
					 .command = stamp->command});
	return keep(port, &mark);
}

/* What goes to a terminal is read there and not kept; how it looks depends on the terminal, too. */
static bool is_hidden(const struct child_stamp *said, const struct plugin *plugin)
{
	bool is_for_screen = plugin->is.capabilities & MR_CAN_SCREEN;

	return said->is_hidden || (said->is_for_screen && is_for_screen);
}

void seal_job(struct port *port, const struct plugin *plugin)
{
	const struct child_stamp *said = port->order->stamp;
	struct buf command = BUF_INIT, brief = BUF_INIT;
	struct mr_stamp *stamp;

	if (!said)
		return;
	stamp = port_alloc(port, sizeof(*stamp));
	put_command(&command, port, plugin);
	buf_printf(&brief, "%.*s", BRIEF_DIGITS, said->sha256);
	*stamp = (struct mr_stamp){.struct_size = sizeof(*stamp),
				   .sha256 = said->sha256,
				   .brief = keep(port, &brief),
				   .since_sha256 = said->since,
				   .command = keep(port, &command)};
	stamp->mark = is_hidden(said, plugin) ? "" : make_mark(port, plugin, stamp);
	port->job.stamp = stamp;
}
