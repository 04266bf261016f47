/* SPDX-License-Identifier: MIT */
/*
 * services - what the host does for a plugin beside the job, by name and version: meshreport/services.h.
 */
#ifndef MESHREPORT_CORE_SERVICES_H
#define MESHREPORT_CORE_SERVICES_H

#include <meshreport/plugin.h>

/* mr_job.service */
const void *services_find(struct mr_job *job, const char *name);

#endif
