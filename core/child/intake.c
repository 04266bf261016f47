/* SPDX-License-Identifier: MIT */
#include "child/intake.h"

#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "child/decode.h"
#include "frames/found.h"

enum {
	HEAD_MAX = 4096, /* bytes that a plugin may judge by */
	BATCH_BYTES = 128 * 1024 /* of frames, sent at once */
};

/* The source is the first thing in it, and its `host` points back to it. */
struct intake {
	struct mr_source source;
	struct port *port;
	struct buf batch; /* whole frames */
	struct buf payload; /* of the frame being made */
};

struct port *intake_port(const struct mr_source *source)
{
	return ((const struct intake *)source->host)->port;
}

/* ---- frames */

static void flush(struct intake *intake)
{
	port_write(intake->port, buf_text(&intake->batch), intake->batch.n);
	buf_clear(&intake->batch);
}

/* An MR_ERROR of the host's about a place; what follows is ignored. */
static void refuse(struct intake *intake, const struct mr_place *place, const char *words)
{
	struct buf payload = BUF_INIT;

	if (intake->source.failed)
		return;
	intake->source.failed = true;
	intake->port->n_errors++;
	flush(intake);
	found_put_remark(&payload, &(struct found_remark){MR_ERROR, *place, words});
	port_send(intake->port, MESSAGE_REMARK, 0, &payload);
}

/* Sends `payload` with its head, at the latest with the next batch. */
static void add_frame(struct intake *intake, enum message_kind kind, const struct mr_place *place)
{
	struct buf *payload = &intake->payload;
	struct wire_head head = {(uint32_t)payload->n, (uint16_t)kind, 0};

	/* Refused memory has ended the process (base/refusal.h). */
	if (payload->failed || payload->n > FOUND_MAX) {
		refuse(intake, place, "a text is longer than can be read");
	} else {
		buf_put(&intake->batch, &head, sizeof(head));
		buf_put(&intake->batch, payload->at, payload->n);
	}
	buf_clear(payload);
	if (intake->batch.n > BATCH_BYTES)
		flush(intake);
}

static bool is_too_long(struct intake *intake, const struct mr_place *place, const char *text)
{
	uint64_t max = intake->port->order->text_max;
	char words[120];

	if (!text || strlen(text) <= max)
		return false;
	diag_write(words, sizeof(words),
		   "this text is too long; the limit is %llu bytes (--limit scalar=N)",
		   (unsigned long long)max);
	refuse(intake, place, words);
	return true;
}

/* ---- what the plugin calls */

static void source_block(struct mr_source *source, const struct mr_block *block)
{
	struct intake *intake = source->host;

	if (source->failed || is_too_long(intake, &block->place, block->label) ||
	    is_too_long(intake, &block->place, block->text))
		return;
	found_put_block(&intake->payload, block);
	add_frame(intake, MESSAGE_BLOCK, &block->place);
}

static void source_grid(struct mr_source *source, const struct mr_grid *grid)
{
	struct intake *intake = source->host;

	if (source->failed || is_too_long(intake, &grid->place, grid->name))
		return;
	found_put_grid(&intake->payload, grid);
	add_frame(intake, MESSAGE_GRID, &grid->place);
}

static void source_cell(struct mr_source *source, const struct mr_grid_cell *cell)
{
	struct intake *intake = source->host;

	if (source->failed || is_too_long(intake, &cell->place, cell->text) ||
	    is_too_long(intake, &cell->place, cell->hint) ||
	    is_too_long(intake, &cell->place, cell->note))
		return;
	found_put_cell(&intake->payload, cell);
	add_frame(intake, MESSAGE_CELL, &cell->place);
}

static void put_remark(struct intake *intake, enum mr_severity severity,
		       const struct mr_place *place, const char *text)
{
	struct found_remark remark = {.severity = severity, .text = text};

	if (place)
		remark.place = *place;
	intake->port->n_errors += severity >= MR_ERROR;
	found_put_remark(&intake->payload, &remark);
	add_frame(intake, MESSAGE_REMARK, &remark.place);
}

static void source_diag(struct mr_source *source, enum mr_severity severity,
			const struct mr_place *place, const char *format, ...)
{
	struct buf text = BUF_INIT;
	va_list arguments;

	va_start(arguments, format);
	buf_vprintf(&text, format, arguments);
	va_end(arguments);
	put_remark(source->host, severity, place, buf_text(&text));
	buf_release(&text);
}

static void *source_alloc(struct mr_source *source, size_t n_bytes)
{
	return port_alloc(((struct intake *)source->host)->port, n_bytes);
}

/* ---- reading */

void intake_sniff(struct port *port, const struct plugin *plugin)
{
	struct mr_bytes head = port->order->source;
	struct buf text = BUF_INIT, payload = BUF_INIT;
	struct decoded decoded;
	int certainty = 0;

	if (head.n > HEAD_MAX)
		head.n = HEAD_MAX;
	if (plugin->is.sniff && plugin->is.capabilities & MR_CAN_READ_TEXT) {
		/* A head may end within a character: what was decoded up to there is enough. */
		bool is_text = decode_text(head, port->order->encoding, &text, &decoded) == 0 ||
			       text.n > 0;

		head = (struct mr_bytes){buf_text(&text), text.n};
		certainty = is_text ? plugin->is.sniff(&head) : 0;
	} else if (plugin->is.sniff) {
		certainty = plugin->is.sniff(&head);
	}
	buf_release(&text);
	found_put_sniff(&payload, certainty);
	port_send(port, MESSAGE_SNIFF, 0, &payload);
}

/* The file as the plugin is to see it; -1 after an error. */
static int decode(struct intake *intake, struct buf *text)
{
	const struct child_order *order = intake->port->order;
	struct decoded decoded;
	int status = decode_text(order->source, order->encoding, text, &decoded);
	struct mr_place place = {decoded.line, 0, NULL};

	if (status != 0)
		refuse(intake, &place, decoded.said);
	else if (*decoded.said)
		put_remark(intake, decoded.is_guess ? MR_WARNING : MR_NOTE, &place, decoded.said);
	intake->source.bytes = (struct mr_bytes){buf_text(text), text->n};
	return status;
}

static int read_source(struct intake *intake, const struct plugin *plugin)
{
	struct buf text = BUF_INIT;
	int status = 0;

	if (plugin->is.capabilities & MR_CAN_READ_TEXT)
		status = decode(intake, &text);
	if (status == 0)
		status = plugin->is.read(&intake->source);
	flush(intake);
	if (status != 0 && intake->port->n_errors == 0)
		port_error(intake->port, "the plugin failed without saying why");
	buf_release(&text);
	return status != 0 || intake->port->n_errors > 0 ? -1 : 0;
}

int intake_read(struct port *port, const struct plugin *plugin, const struct mr_value *values)
{
	const struct child_order *order = port->order;
	struct intake intake = {
		.source = {.struct_size = sizeof(struct mr_source),
			   .option_stride = sizeof(struct mr_value),
			   .bytes = order->source,
			   .name = order->source_name,
			   .encoding = order->encoding,
			   .values = values,
			   .n_values = plugin->read_table.n,
			   .block = source_block,
			   .grid = source_grid,
			   .cell = source_cell,
			   .diag = source_diag,
			   .alloc = source_alloc},
		.port = port,
	};

	intake.source.host = &intake;
	int status = read_source(&intake, plugin);

	buf_release(&intake.batch);
	buf_release(&intake.payload);
	return status;
}
