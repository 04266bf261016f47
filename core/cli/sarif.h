/* SPDX-License-Identifier: MIT */
/*
 * sarif - verdicts as a log of the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0): one run
 * with all rules, all files as artifacts, and a result a finding.  Columns count code points (3.14.17), files
 * are URI references as given (3.4.3; RFC 3986), a key path is a logical location (3.28.4).
 */
#ifndef MESHREPORT_CORE_SARIF_H
#define MESHREPORT_CORE_SARIF_H

#include "cli/verdict.h"

/* The rule of what breaks the format of a dataset, and of what has no other. */
#define SARIF_RULE "invalid"

void sarif_put(struct buf *out, const struct verdict *at, size_t n);

#endif
