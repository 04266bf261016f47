/* SPDX-License-Identifier: MIT */
/*
 * port_help - the job of a plugin without a process: what it would send to its parent is kept, and told line by line.
 *
 *     struct desk *desk = desk_open();
 *     desk->plugin.is.capabilities = MR_CAN_SEVERAL;
 *     AT_DESK(desk, desk->job->open(desk->job, "../x"));   // what would end the process ends the expression
 *     desk_told(desk, "DIAG error the plugin opened a part whose name is unusable in a file name\n");
 *     desk_close(desk);
 *
 * A line of DATA has the number of bytes alone; what was told is told once.
 */
#ifndef TESTS_PORT_HELP_H
#define TESTS_PORT_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "child/port.h"
#include "child/services.h"
#include "frames/found.h"
#include "plugin/plugin.h"

struct desk {
	struct port port;
	struct mr_job *job;
	struct plugin plugin;
	struct plugin_file file;
	struct home home;
	struct child_order order;
	struct buf said, told;
	jmp_buf back;
};

#define AT_DESK(desk, expression)              \
	do {                                   \
		if (setjmp((desk)->back) == 0) \
			(void)(expression);    \
	} while (0)

static inline struct desk *desk_open(void)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	assert_non_null(desk);
	desk->file = (struct plugin_file){
		.name = "fake", .variant = "", .label = "fake", .path = "fake.so", .folder = "."};
	desk->home.templates = "templates";
	desk->order = (struct child_order){.task = CHILD_RENDER,
					   .file = &desk->file,
					   .home = &desk->home,
					   .encoding = "",
					   .source_name = "",
					   .clock = MR_NO_CLOCK,
					   .text_max = 100};
	port_init(&desk->port, &desk->order, -1);
	desk->port.job.service = services_find;
	desk->port.record = &desk->said;
	desk->port.back = &desk->back;
	desk->port.plugin = &desk->plugin;
	desk->port.is_rendering = true;
	desk->job = &desk->port.job;
	return desk;
}

static inline void desk_close(struct desk *desk)
{
	port_release(&desk->port);
	buf_release(&desk->said);
	buf_release(&desk->told);
	free(desk);
}

static inline const char *desk_severity(enum mr_severity severity)
{
	return severity == MR_ERROR ? "error" : severity == MR_WARNING ? "warning" : "note";
}

static inline void desk_tell_found(struct buf *out, uint16_t kind, struct wire_reader *in)
{
	struct found_remark remark;
	struct mr_grid_cell cell;
	struct mr_block block;
	struct mr_grid grid;
	unsigned certainty = 0;

	if (kind == MESSAGE_SNIFF) {
		assert_int_equal(found_take_sniff(in, &certainty), 0);
		buf_printf(out, "SNIFF %u\n", certainty);
	} else if (kind == MESSAGE_BLOCK) {
		assert_int_equal(found_take_block(in, &block), 0);
		buf_printf(out, "BLOCK '%s' '%s'\n", block.label, block.text);
	} else if (kind == MESSAGE_GRID) {
		assert_int_equal(found_take_grid(in, &grid), 0);
		buf_printf(out, "GRID '%s'\n", grid.name);
	} else if (kind == MESSAGE_CELL) {
		assert_int_equal(found_take_cell(in, &cell), 0);
		buf_printf(out, "CELL '%s' '%s' '%s'\n", cell.text, cell.hint, cell.note);
	} else {
		assert_int_equal(found_take_remark(in, &remark), 0);
		buf_printf(out, "REMARK %s %u: %s\n", desk_severity(remark.severity),
			   remark.place.line, remark.text);
	}
}

static inline void desk_tell(struct buf *out, struct wire_head head, struct wire_reader *in)
{
	struct message_describe describe;
	struct message_diag diag;
	struct message_open open;
	enum message_end end;
	uint32_t part = 0;

	switch (head.kind) {
	case MESSAGE_OPEN:
		assert_int_equal(message_take_open(in, &open), 0);
		buf_printf(out, "OPEN %u '%s' '%s'\n", head.artifact, open.part, open.suffix);
		break;
	case MESSAGE_DATA: buf_printf(out, "DATA %u %u\n", head.artifact, (unsigned)head.n); break;
	case MESSAGE_DESCRIBE:
		assert_int_equal(message_take_describe(in, &describe), 0);
		buf_printf(out, "DESCRIBE %u %u %s\n", head.artifact, (unsigned)describe.n,
			   describe.what);
		break;
	case MESSAGE_DIAG:
		assert_int_equal(message_take_diag(in, &diag), 0);
		buf_printf(out, "DIAG %s %s\n", desk_severity(diag.severity), diag.text);
		break;
	case MESSAGE_PROGRESS:
		assert_int_equal(message_take_progress(in, &part), 0);
		buf_printf(out, "PROGRESS %u\n", part);
		break;
	case MESSAGE_DONE:
		assert_int_equal(message_take_done(in, &end), 0);
		buf_printf(out, "DONE %u\n", (unsigned)end);
		break;
	default: desk_tell_found(out, head.kind, in);
	}
}

/* What was said since the last time, as it stands there. */
static inline void desk_told(struct desk *desk, const char *expected)
{
	const char *at = buf_text(&desk->said), *end = at + desk->said.n;

	buf_clear(&desk->told);
	while (at < end) {
		struct wire_reader in = {0};
		struct wire_head head;

		memcpy(&head, at, sizeof(head));
		at += sizeof(head);
		in = (struct wire_reader){at, at + head.n, false};
		desk_tell(&desk->told, head, &in);
		at += head.n;
	}
	buf_clear(&desk->said);
	assert_string_equal(buf_text(&desk->told), expected);
}

#endif
