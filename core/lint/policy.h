/* SPDX-License-Identifier: MIT */
/*
 * policy - which rules a run heeds, and which of them are errors: the option -W.
 *
 *     NAME, no-NAME               heed a rule, or do not
 *     all, no-all                 every rule there is, or none
 *     error, no-error             warnings are errors, or as they come
 *     error=NAME, no-error=NAME   this rule is heeded, and is an error; it is none
 *
 * Later words win, but that what is said of one rule by name wins over `error`.
 */
#ifndef MESHREPORT_CORE_POLICY_H
#define MESHREPORT_CORE_POLICY_H

#include <stdbool.h>

#include "base/diag.h"
#include "lint/rules.h"

struct policy {
	bool is_on[RULES_MOST];
	enum policy_grade { POLICY_AS_IT_COMES, POLICY_ERROR, POLICY_NO_ERROR } grades[RULES_MOST];
	bool is_strict; /* warnings are errors */
};

/* Rules that are heeded unless someone says otherwise. */
void policy_init(struct policy *policy);

/* What is heard by `check` alone is not heard: the run is another. */
void policy_leave_check(struct policy *policy);

/* One word of -W; -1 after an error. */
int policy_set(struct policy *policy, const char *word, struct diag *diag);

/* diag.judge: drops what is not heeded, makes errors of what is one.  `judging` is a struct policy. */
bool policy_judge(const void *judging, struct diag_message *message);

#endif
