/* SPDX-License-Identifier: MIT */
/*
 * origin - what a document was made of, in the words of its language: "Data: mesh.yaml, SHA-256 9f86d081884c".
 */
#ifndef MESHREPORT_COMMON_ORIGIN_H
#define MESHREPORT_COMMON_ORIGIN_H

#include <meshreport/plugin.h>

#include "common/write/fill.h"

/* Writes the line through `put`; nothing where the host says no hash. */
void origin_put(struct out *out, const struct mr_job *job, fill_put *put);

#endif
