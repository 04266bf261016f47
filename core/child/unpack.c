/* SPDX-License-Identifier: MIT */
#include "child/unpack.h"

#include "base/shrink.h"
#include "plugin/plugin.h"

static uint32_t bound(uint32_t wanted)
{
	return wanted == 0 || wanted > UNPACK_SIDE_MAX ? UNPACK_SIDE_MAX : wanted;
}

static int write_pixels(struct port *port, const struct mr_raster *raster)
{
	const struct child_order *order = port->order;
	const struct shrink from = {raster->rgba, raster->stride, raster->width, raster->height};
	struct mr_sink *sink = port_open(port, "", "");
	struct unpack_head head;
	struct buf rows = BUF_INIT;

	shrink_fit(&from, bound(order->max_width), bound(order->max_height), &head.width,
		   &head.height);
	shrink_put(&rows, &from, head.width, head.height);
	port->arena.failed |= rows.failed;
	port_check_memory(port);
	sink->write(sink, &head, sizeof(head));
	sink->write(sink, rows.at, rows.n);
	buf_release(&rows);
	return 0;
}

int unpack_picture(struct port *port, const struct plugin *plugin)
{
	struct mr_raster raster = {.struct_size = sizeof(raster), .max_pixels = UNPACK_PIXELS_MAX};
	int status = plugin->is.decode(&port->job, &port->order->source, &raster);

	if (port->n_errors > 0)
		return -1;
	if (status != 0) {
		port_error(port, "the plugin decodes it not, and says no reason");
		return -1;
	}
	if (!raster.rgba || raster.width == 0 || raster.height == 0 ||
	    (uint64_t)raster.width * raster.height > UNPACK_PIXELS_MAX ||
	    raster.stride / 4 < raster.width) {
		port_error(port, "the plugin decoded it to a picture that is none");
		return -1;
	}
	return write_pixels(port, &raster);
}
