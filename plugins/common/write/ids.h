/* SPDX-License-Identifier: MIT */
/*
 * ids - what begins the ids of an artifact that is put into someone's page, so that two of them do
 * not take each other's: ASCII letters, digits, '-' and '_', a letter first.  Such an id needs no
 * escaping in HTML, SVG or CSS.
 */
#ifndef MESHREPORT_COMMON_IDS_H
#define MESHREPORT_COMMON_IDS_H

#include <stdbool.h>

#include <meshreport/plugin.h>

#include "common/write/out.h"

#define IDS_LONGEST 64 /* bytes of a prefix that a user chooses */

/* "service mesh.v2" becomes "service-mesh-v2"; at most forty bytes of the name. */
void ids_put_name(struct out *out, const char *name);

/* Whether the value of the option id-prefix is one; else an MR_ERROR is reported. */
bool ids_vet_prefix(struct mr_job *job, const char *text);

#endif
