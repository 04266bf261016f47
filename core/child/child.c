/* SPDX-License-Identifier: MIT */
#include "child/child.h"

#include <errno.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"
#include "base/refusal.h"
#include "child/intake.h"
#include "child/port.h"
#include "child/scripted.h"
#include "child/seal.h"
#include "child/services.h"
#include "child/unpack.h"
#include "confine/confine.h"
#include "frames/message.h"
#include "plugin/plugin.h"
#include "script/program.h"

/* ---- what it gives up */

/* A file that the user named in an option of this format is meant to be read. */
static const char *named_file(const struct port *port, const char *argument)
{
	struct option_given given;
	struct stat is;

	if (!options_split(argument, &given) || !given.value ||
	    !options_is_for(&given, port->order->file->name))
		return NULL;
	return stat(given.value, &is) == 0 && S_ISREG(is.st_mode) ? given.value : NULL;
}

/* A script and its interpreter: all that its process may run beside the system's programs. */
static void add_programs(const struct port *port, struct confine_order *wanted,
			 const char *programs[2], char *interpreter, size_t size)
{
	if (!port->order->file->is_script)
		return;
	wanted->programs = programs;
	programs[wanted->n_programs++] = port->order->file->path;
	if (program_interpreter(port->order->file->path, interpreter, size) == 0 && *interpreter)
		programs[wanted->n_programs++] = interpreter;
}

/* The plugin's own folder, its templates, what its options name; the file itself may be a link to elsewhere. */
static void confine(struct port *port)
{
	const struct child_order *order = port->order;
	const char **readable = port_alloc(port, (order->n_options + 3) * sizeof(*readable));
	struct confine_order wanted = {.mode = order->confine,
				       .memory = order->memory_max,
				       .seconds = order->seconds_max,
				       .calls = order->calls,
				       .readable = readable};
	char why[CONFINE_WHY], interpreter[PATH_MAX] = "";
	const char *programs[2];

	add_programs(port, &wanted, programs, interpreter, sizeof(interpreter));
	readable[wanted.n_readable++] = order->file->folder;
	readable[wanted.n_readable++] = order->file->path;
	readable[wanted.n_readable] =
		path_join(&port->arena, order->home->templates, order->file->name);
	wanted.n_readable += readable[wanted.n_readable] != NULL;
	/* a plugin that asks for another has no right to files that this one could get by it */
	for (size_t i = 0; i < order->n_options && !order->is_asked; i++) {
		readable[wanted.n_readable] = named_file(port, order->options[i]);
		wanted.n_readable += readable[wanted.n_readable] != NULL;
	}
	int status = confine_child(&wanted, why);

	if (status == 0)
		return;
	if (order->confine == CONFINE_REQUIRE || status == CONFINE_REFUSED) {
		port_error(port, "its sandbox%s cannot be had: %s",
			   order->confine == CONFINE_REQUIRE ? ", which is required," : "", why);
		port_end(port, -1);
	}
	port->job.diag(&port->job, MR_WARNING, NULL, CHILD_NOT_WHOLE ": %s", why);
}

/* ---- what the plugin is */

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static void send_hello(struct port *port, const struct plugin *plugin)
{
	struct buf payload = BUF_INIT;
	const struct message_hello hello = {
		.summary = plugin->is.summary,
		.version = plugin->is.version,
		.extension = or_empty(plugin->is.extension),
		.media_type = or_empty(plugin->is.media_type),
		.template_name = or_empty(plugin->is.template_name),
		.capabilities = plugin->is.capabilities,
		.abi_minor = plugin->is.abi_minor,
		.table = plugin->table,
		.can_write = plugin->is.render != NULL,
		.can_read = plugin->is.read != NULL,
		.can_decode = plugin->is.decode != NULL,
		.suffixes = or_empty(plugin->is.read_suffixes),
		.read_table = plugin->read_table,
		.license = or_empty(plugin->is.license),
		.author = or_empty(plugin->is.author),
		.homepage = or_empty(plugin->is.homepage),
		.priority = plugin->is.priority,
		.aliases = or_empty(plugin->is.suffixes),
		.examples = or_empty(plugin->is.examples),
	};

	message_put_hello(&payload, &hello);
	if (payload.n > WIRE_MAX) {
		port_error(port, "the plugin is refused: it says more than %d bytes of itself",
			   WIRE_MAX);
		port_end(port, -1);
	}
	port_send(port, MESSAGE_HELLO, 0, &payload);
}

/* ---- its options */

/* What the plugin itself has against a value that its table allows. */
static void ask_plugin(struct port *port, const struct plugin *plugin, uint32_t at,
		       const struct mr_value *value)
{
	char words[OPTIONS_WHY] = "";

	if (port->order->task != CHILD_RENDER || !plugin->is.vet ||
	    plugin->is.vet(at, value, words, sizeof(words)) == 0)
		return;
	words[sizeof(words) - 1] = '\0';
	port_error(port, "option %s: %s", plugin->table.options[at].name,
		   *words ? words : "the plugin does not take this value");
}

/* What a value holds beside its words; false for a file that cannot be read. */
static bool fill_value(struct port *port, size_t index, struct mr_value *value)
{
	const struct option_file *file = port->order->files;

	if (value->type == MR_OPTION_LIST) {
		options_items(value->text, &port->arena, &value->items);
		port_check_memory(port);
	}
	if (value->type != MR_OPTION_FILE)
		return true;
	if (!file || file[index].reason != 0)
		return false;
	value->bytes = file[index].bytes;
	value->text = path_name(value->text);
	return true;
}

/* One option into its place in `values`.  What is wrong with it the parent finds as well, and reports. */
static void take_option(struct port *port, const struct plugin *plugin,
			const struct option_table *table, size_t index, struct mr_value *values)
{
	const char *argument = port->order->options[index];
	struct option_given given;
	struct mr_value value;
	char why[OPTIONS_WHY], *word = port_alloc(port, OPTIONS_WORD);
	int at;

	if (!options_split(argument, &given) || !options_is_for(&given, port->order->file->name))
		return;
	at = options_find(table, given.key, given.n_key);
	if (at < 0)
		return;
	if (options_value(&table->options[at], given.value, word, &value, why) != 0 ||
	    !fill_value(port, index, &value)) {
		port->has_wrong_option = true;
		return;
	}
	value.is_given = true;
	values[at] = value;
	ask_plugin(port, plugin, (uint32_t)at, &value);
}

/* The values of the plugin's options of rendering, or of reading. */
static struct mr_value *read_options(struct port *port, const struct plugin *plugin,
				     const struct option_table *table)
{
	struct mr_value *values = port_alloc(port, (table->n + 1) * sizeof(*values));
	char why[OPTIONS_WHY];

	for (uint32_t i = 0; i < table->n; i++) {
		const struct mr_option *option = &table->options[i];
		char *word = port_alloc(port, OPTIONS_WORD);

		values[i] = (struct mr_value){.type = option->type, .text = ""};
		/* options_vet() has read every default already. */
		if (option->initial) {
			options_value(option, option->initial, word, &values[i], why);
			fill_value(port, 0, &values[i]);
		}
	}
	for (size_t i = 0; i < port->order->n_options; i++)
		take_option(port, plugin, table, i, values);
	return values;
}

/* ---- tasks */

/* The word.  The pipe stays open for the answers to what the plugin asks while it renders (broker.h). */
static char wait_for_go(struct port *port, int go)
{
	char word;
	ssize_t n;

	do
		n = read(go, &word, 1);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		port_error(port, "the plugin cannot be told to go on: %s", strerror(errno));
		port_end(port, -1);
	}
	if (n != 1)
		port_leave(port, 0);
	if (port->order->task == CHILD_RENDER)
		port->answers = go;
	else
		close(go);
	return word;
}

/* Of a format that has one: nobody asks another (cli/show). */
static int hand_out_template(struct port *port, const struct plugin *plugin)
{
	struct mr_bytes bytes;

	if (port_template(port, plugin->is.template_name, &bytes) != 0)
		return -1;
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

/* What the plugin has against the job as a whole; an option that is wrong by itself is told first. */
static void vet_job(struct port *port, const struct plugin *plugin)
{
	int status;

	if (!plugin->is.vet_job || port->has_wrong_option || port->n_errors > 0)
		return;
	status = plugin->is.vet_job(&port->job);
	if (status != 0 && port->n_errors == 0)
		port_error(port, "the plugin refuses this without saying why");
	if (port->n_errors > 0 && !port->order->is_named)
		port_end(port, -1);
}

/* A reader is told its options and asked about the file; it may still be another's. */
static void prepare_reading(struct port *port, const struct plugin *plugin,
			    struct mr_value **values)
{
	if (!plugin->is.read)
		port_end(port, 0);
	*values = read_options(port, plugin, &plugin->read_table);
	if (port->order->wants_sniff)
		intake_sniff(port, plugin);
}

static int perform(struct port *port, const struct plugin *plugin, const struct mr_value *values)
{
	switch (port->order->task) {
	case CHILD_RENDER: return render(port, plugin);
	case CHILD_READ: return intake_read(port, plugin, values);
	case CHILD_DECODE: return unpack_picture(port, plugin);
	default: return hand_out_template(port, plugin);
	}
}

/* ---- one child */

struct child {
	struct port port;
	struct plugin plugin;
	struct mr_value *values;
	struct buf said; /* in this process */
	jmp_buf back; /* there: behind what would be its end */
};

/* Until it waits for the word to go on. */
static void prepare(struct child *child)
{
	struct port *port = &child->port;
	struct plugin *plugin = &child->plugin;
	const struct child_order *order = port->order;
	char why[PLUGIN_WHY];

	if ((order->file->is_script ? scripted_open(port, plugin, why)
				    : plugin_open(order->file, &port->arena, plugin, why)) != 0) {
		port_error(port, "the plugin is refused: %s", why);
		port_end(port, -1);
	}
	send_hello(port, plugin);
	if (order->task == CHILD_EXAMINE && plugin->is.examine)
		plugin->is.examine(&port->job);
	if (order->task == CHILD_DESCRIBE || order->task == CHILD_EXAMINE)
		port_end(port, 0);
	port->plugin = plugin;
	if (order->task == CHILD_READ) {
		prepare_reading(port, plugin, &child->values);
	} else if (order->task == CHILD_RENDER) {
		if (!plugin->is.render)
			port_end(port, 0);
		if (plugin->is.capabilities & MR_CAN_SCREEN) {
			port->job.columns = order->columns;
			port->job.wants_escapes = order->wants_escapes;
		}
		port->job.values = read_options(port, plugin, &plugin->table);
		port->job.n_values = plugin->table.n;
		vet_job(port, plugin);
	} else if (order->task == CHILD_DECODE && !plugin->is.decode) {
		port_error(port, "it decodes no picture");
		port_end(port, -1);
	}
	port_send(port, MESSAGE_READY, 0, NULL);
}

static _Noreturn void go_on(struct child *child, bool has_template)
{
	struct port *port = &child->port;

	port->job.has_template = has_template;
	port->is_rendering = true;
	if (port->order->task == CHILD_RENDER)
		seal_job(port, &child->plugin);
	port_end(port, perform(port, &child->plugin, child->values));
}

_Noreturn void child_run(const struct child_order *order, int out, int go)
{
	struct child child = {.values = NULL};

	refusal_ends_process(CHILD_NO_MEMORY, "");
	port_init(&child.port, order, out);
	child.port.job.service = services_find;
	confine(&child.port);
	prepare(&child);
	go_on(&child, wait_for_go(&child.port, go) == 't');
}

/* ---- in this process */

/* What a format's libraries make of refused memory is no document here either. */
static void guard_memory(void)
{
	refusal_ends_process(1,
			     "meshreport: error: out of memory; a plugin works in this process\n");
}

struct child *child_open(const struct child_order *order)
{
	struct child *child = mem_array(1, sizeof(*child));

	if (!child)
		return NULL;
	port_init(&child->port, order, -1);
	child->port.job.service = services_find;
	child->port.record = &child->said;
	child->port.back = &child->back;
	guard_memory();
	if (setjmp(child->back) == 0)
		prepare(child);
	refusal_is_passed_up();
	return child;
}

void child_go_on(struct child *child, bool has_template)
{
	guard_memory();
	if (setjmp(child->back) == 0)
		go_on(child, has_template);
	refusal_is_passed_up();
}

void child_close(struct child *child)
{
	if (!child)
		return;
	port_release(&child->port);
	buf_release(&child->said);
	mem_free(child);
}

struct buf *child_said(struct child *child)
{
	return &child->said;
}
