/* SPDX-License-Identifier: MIT */
#include "cli/checks.h"

#include <string.h>

#include "base/nearest.h"

int checks_set_output(struct checks *checks, const char *argument, struct diag *diag)
{
	static const char *const words[] = {[CHECKS_TEXT] = "text",
					    [CHECKS_JSON] = "json",
					    [CHECKS_GITHUB] = "github",
					    [CHECKS_SARIF] = "sarif"};
	struct diag_message message = {.severity = MR_ERROR};

	for (int i = CHECKS_TEXT; i <= CHECKS_SARIF; i++) {
		if (strcmp(argument, words[i]) != 0)
			continue;
		checks->output = (enum checks_output)i;
		return 0;
	}
	message.text = "--output-format takes text, json, github or sarif";
	message.suggestion = nearest_of(argument, words, 4);
	diag_add(diag, &message);
	return -1;
}
