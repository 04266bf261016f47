/* SPDX-License-Identifier: MIT */
#include "lint/policy.h"

#include <string.h>

#include "base/nearest.h"

void policy_init(struct policy *policy)
{
	*policy = (struct policy){.is_strict = false};
	for (size_t i = 0; i < rules_count(); i++)
		policy->is_on[i] = rules_at(i)->when != RULES_ASKED;
}

void policy_leave_check(struct policy *policy)
{
	for (size_t i = 0; i < rules_count(); i++)
		if (rules_at(i)->when != RULES_ALWAYS)
			policy->is_on[i] = false;
}

static void set_all(struct policy *policy, bool is_on)
{
	for (size_t i = 0; i < rules_count(); i++)
		policy->is_on[i] = is_on;
}

/* What stands behind `prefix`, or null. */
static const char *behind(const char *word, const char *prefix)
{
	size_t n = strlen(prefix);

	return strncmp(word, prefix, n) == 0 ? word + n : NULL;
}

static int refuse(struct diag *diag, const char *word, const char *name)
{
	struct diag_message message = {.severity = MR_ERROR};
	struct nearest near;
	char shown[DIAG_WORD];

	nearest_init(&near, name);
	for (size_t i = 0; i < rules_count(); i++)
		nearest_offer(&near, rules_at(i)->name);
	message.suggestion = near.best;
	message.hint = near.best ? NULL : "'meshreport check --list-rules' has all";
	diag_report(diag, &message, "-W %s: there is no such rule", diag_word(shown, word));
	return -1;
}

int policy_set(struct policy *policy, const char *word, struct diag *diag)
{
	const char *denied = behind(word, "no-");
	const char *name = denied ? denied : word, *graded = behind(name, "error=");
	size_t rule;

	if (strcmp(name, "all") == 0) {
		set_all(policy, !denied);
		return 0;
	}
	if (strcmp(name, "error") == 0) {
		policy->is_strict = !denied;
		return 0;
	}
	rule = rules_find(graded ? graded : name);
	if (rule == rules_count())
		return refuse(diag, word, graded ? graded : name);
	if (graded) {
		policy->grades[rule] = denied ? POLICY_NO_ERROR : POLICY_ERROR;
		policy->is_on[rule] = policy->is_on[rule] || !denied;
	} else {
		policy->is_on[rule] = !denied;
	}
	return 0;
}

bool policy_judge(const void *judging, struct diag_message *message)
{
	const struct policy *policy = judging;
	size_t rule = message->rule && *message->rule ? rules_find(message->rule) : rules_count();

	if (rule == rules_count())
		return true;
	if (message->severity < MR_ERROR &&
	    (policy->grades[rule] == POLICY_ERROR ||
	     (policy->is_strict && policy->grades[rule] == POLICY_AS_IT_COMES &&
	      message->severity == MR_WARNING)))
		message->severity = MR_ERROR;
	return policy->is_on[rule];
}
