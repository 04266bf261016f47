/* SPDX-License-Identifier: MIT */
/*
 * json_declared - members of the objects that say what a status or profile is in one edition.
 */
#ifndef MESHREPORT_JSON_DECLARED_H
#define MESHREPORT_JSON_DECLARED_H

#include <meshreport/plugin.h>

#include <yajl/yajl_gen.h>

void json_declared_status(yajl_gen gen, const struct mr_matrix *m, uint32_t index);
void json_declared_profile(yajl_gen gen, const struct mr_matrix *m, uint32_t index);

#endif
