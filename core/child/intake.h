/* SPDX-License-Identifier: MIT */
/*
 * intake - struct mr_source as a reader sees it, and behind it the pipe to the parent.
 *
 * Lives in a reading child only.  What the plugin hands over is sent in the order of the file, many frames
 * at once.  Text is decoded here (decode.h), where a library that fails costs this child alone.
 */
#ifndef MESHREPORT_CORE_INTAKE_H
#define MESHREPORT_CORE_INTAKE_H

#include "child/port.h"
#include "plugin/plugin.h"

/* Asks the plugin about the head of the file, and sends what it says. */
void intake_sniff(struct port *port, const struct plugin *plugin);

/* The port behind a source. */
struct port *intake_port(const struct mr_source *source);

/* Lets the plugin read; 0, or -1 after an error was sent. */
int intake_read(struct port *port, const struct plugin *plugin, const struct mr_value *values);

#endif
