/* SPDX-License-Identifier: MIT */
#include "host/child.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "host/port.h"
#include "host/vet.h"

/* ------------------------------------------------------------------ what the plugin is */

static void send_hello(struct port *port, const struct plugin *plugin)
{
	struct buf hello = BUF_INIT;
	const struct option_table *table = &plugin->table;

	wire_put_text(&hello, plugin->is.summary);
	wire_put_text(&hello, plugin->is.version);
	wire_put_text(&hello, plugin->is.extension);
	wire_put_text(&hello, plugin->is.media_type);
	wire_put_text(&hello, plugin->is.template_name ? plugin->is.template_name : "");
	wire_put_number(&hello, plugin->is.capabilities);
	wire_put_number(&hello, plugin->is.abi_minor);
	wire_put_number(&hello, table->n);
	for (uint32_t i = 0; i < table->n; i++) {
		const struct mr_option *option = &table->options[i];

		wire_put_text(&hello, option->name);
		wire_put_text(&hello, option->help);
		wire_put_text(&hello, option->initial ? option->initial : "");
		wire_put_text(&hello, option->choices ? option->choices : "");
		wire_put_number(&hello, option->type);
		wire_put_number(&hello, option->initial != NULL);
		wire_put_real(&hello, option->min);
		wire_put_real(&hello, option->max);
	}
	port_send(port, WIRE_HELLO, 0, &hello);
}

/* ------------------------------------------------------------------ its options */

static void send_verdict(struct port *port, size_t index, enum child_verdict verdict,
			 const char *words)
{
	struct buf frame = BUF_INIT;

	wire_put_number(&frame, index);
	wire_put_number(&frame, verdict);
	wire_put_text(&frame, words);
	port_send(port, WIRE_OPTION, 0, &frame);
}

static void send_unknown(struct port *port, size_t index, const struct option_given *given,
			 const struct option_table *table)
{
	char key[NEAREST_MAX + 1] = "";
	struct nearest search;

	if (given->n_key < sizeof(key))
		memcpy(key, given->key, given->n_key);
	nearest_init(&search, key);
	for (uint32_t i = 0; *key && i < table->n; i++)
		nearest_offer(&search, table->options[i].name);
	send_verdict(port, index, CHILD_OPTION_UNKNOWN, search.best ? search.best : "");
}

static bool is_meant(const struct option_given *given, const char *format)
{
	return given->n_format == 0 || (strlen(format) == given->n_format &&
					memcmp(format, given->format, given->n_format) == 0);
}

/* What the plugin itself thinks of a value that its table allows. */
static int vet_value(const struct plugin *plugin, uint32_t at, const struct mr_value *value,
		     char why[OPTIONS_WHY])
{
	char words[OPTIONS_WHY / 2] = "";

	if (!plugin->is.vet || plugin->is.vet(at, value, words, sizeof(words)) == 0)
		return 0;
	words[sizeof(words) - 1] = '\0';
	snprintf(why, OPTIONS_WHY, "%s: %s", plugin->table.options[at].name, words);
	return -1;
}

/* Checks one -O against the table and by the plugin's own judgement; the value goes to its place in `values`. */
static void check_option(struct port *port, size_t index, const struct plugin *plugin,
			 struct mr_value *values)
{
	const struct option_table *table = &plugin->table;
	struct option_given given;
	struct mr_value value;
	char why[OPTIONS_WHY];
	char *word;
	int at;

	if (!options_split(port->order->options[index], &given) ||
	    !is_meant(&given, port->order->file->name))
		return;
	at = options_find(table, given.key, given.n_key);
	if (at < 0) {
		send_unknown(port, index, &given, table);
		return;
	}
	word = port_alloc(port, OPTIONS_WORD);
	if (options_value(&table->options[at], given.value, word, &value, why) != 0 ||
	    vet_value(plugin, (uint32_t)at, &value, why) != 0) {
		send_verdict(port, index, CHILD_OPTION_WRONG, why);
		return;
	}
	value.is_given = true;
	values[at] = value;
	send_verdict(port, index, CHILD_OPTION_KNOWN, "");
}

static struct mr_value *read_options(struct port *port, const struct plugin *plugin)
{
	const struct option_table *table = &plugin->table;
	struct mr_value *values = port_alloc(port, (table->n + 1) * sizeof(*values));
	char why[OPTIONS_WHY];

	for (uint32_t i = 0; i < table->n; i++) {
		const struct mr_option *option = &table->options[i];
		char *word = port_alloc(port, OPTIONS_WORD);

		values[i] = (struct mr_value){.type = option->type, .text = ""};
		/* options_vet() has read every default already. */
		if (option->initial)
			options_value(option, option->initial, word, &values[i], why);
	}
	for (size_t i = 0; i < port->order->n_options; i++)
		check_option(port, i, plugin, values);
	return values;
}

/* ------------------------------------------------------------------ tasks */

static void wait_for_go(struct port *port, int go)
{
	char word;
	ssize_t n;

	do
		n = read(go, &word, 1);
	while (n < 0 && errno == EINTR);
	if (n != 1)
		_exit(0);
	close(go);
	port->job.has_template = word == 't';
}

static int hand_out_template(struct port *port, const struct plugin *plugin)
{
	struct mr_bytes bytes;

	if (!plugin->is.template_name) {
		port_error(port, "this format has no template");
		return -1;
	}
	if (port->job.resource(&port->job, plugin->is.template_name, &bytes) != 0) {
		port_error(port, "its template %s is not installed", plugin->is.template_name);
		return -1;
	}
	struct mr_sink *sink = port->job.open(&port->job, "");

	sink->write(sink, bytes.at, bytes.n);
	return 0;
}

static int render(struct port *port, const struct plugin *plugin)
{
	int status = plugin->is.render(&port->job);

	if (status != 0 && port->n_errors == 0)
		port_error(port, "the plugin failed without saying why");
	return status != 0 || port->n_errors > 0 ? -1 : 0;
}

_Noreturn void child_run(const struct child_order *order, int out, int go)
{
	struct port port;
	struct plugin plugin;
	char why[REGISTRY_WHY];
	int status = 0;

	port_init(&port, order, out);
	if (registry_open(order->file, &port.arena, &plugin, why) != 0) {
		port_error(&port, "the plugin is refused: %s", why);
		port_end(&port, -1);
	}
	send_hello(&port, &plugin);
	if (order->task == CHILD_DESCRIBE)
		port_end(&port, 0);
	port.plugin = &plugin;
	if (order->task == CHILD_RENDER) {
		port.job.values = read_options(&port, &plugin);
		port.job.n_values = plugin.table.n;
	}
	port_send(&port, WIRE_READY, 0, NULL);
	wait_for_go(&port, go);
	if (order->task == CHILD_RENDER)
		status = render(&port, &plugin);
	else
		status = hand_out_template(&port, &plugin);
	port_end(&port, status);
}
