/* SPDX-License-Identifier: MIT */
/*
 * checks - how the user wants files to be checked: the options of `check`.
 */
#ifndef MESHREPORT_CORE_CHECKS_H
#define MESHREPORT_CORE_CHECKS_H

#include "base/diag.h"
#include "lint/policy.h"

enum checks_output { CHECKS_TEXT, CHECKS_JSON, CHECKS_GITHUB, CHECKS_SARIF };

struct checks {
	struct policy policy; /* which warnings there are, in every run */
	enum checks_output output;
};

/* Each takes an argument; 0, or -1 after an error. */
int checks_set_output(struct checks *checks, const char *argument, struct diag *diag);

#endif
