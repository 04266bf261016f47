/* SPDX-License-Identifier: MIT */
/*
 * checks - how the user wants files to be checked: the options of `check`.
 */
#ifndef MESHREPORT_CORE_CHECKS_H
#define MESHREPORT_CORE_CHECKS_H

#include "base/diag.h"
#include "lint/policy.h"

enum checks_output { CHECKS_TEXT, CHECKS_JSON, CHECKS_GITHUB, CHECKS_SARIF, CHECKS_MARKDOWN };
enum { CHECKS_N_OUTPUTS = CHECKS_MARKDOWN + 1 };

struct checks {
	struct policy policy; /* which warnings there are, in every run */
	enum checks_output output;
	struct mr_date today; /* also of a document; year 0: not said */
	uint32_t stale_days; /* after which a fact is stale */
	bool is_stale_asked; /* and a day to count from is needed */
};

enum { CHECKS_STALE_DAYS = 365 };

/* Each takes an argument; 0, or -1 after an error. */
int checks_set_output(struct checks *checks, const char *argument, struct diag *diag);
int checks_set_today(struct checks *checks, const char *argument, struct diag *diag);
/* Turns the rule `stale` on, too. */
int checks_set_stale(struct checks *checks, const char *argument, struct diag *diag);

#endif
