/* SPDX-License-Identifier: MIT */
#include "lint/lint.h"

#include "lint/rules.h"

void lint_check(const struct lint *lint, const struct policy *policy)
{
	for (size_t i = 0; i < rules_count(); i++) {
		struct lint asked = *lint;

		asked.rule = rules_at(i);
		if (asked.rule->check && policy->is_on[i])
			asked.rule->check(&asked);
	}
}
