/* SPDX-License-Identifier: MIT */
/*
 * seal - mr_job.stamp: what the parent says of the dataset and what only the child knows, the format and its options.
 */
#ifndef MESHREPORT_CORE_SEAL_H
#define MESHREPORT_CORE_SEAL_H

#include "child/port.h"
#include "plugin/plugin.h"

/* Gives the job its stamp, when the order has one: once it is known which template is meant. */
void seal_job(struct port *port, const struct plugin *plugin);

#endif
