/* SPDX-License-Identifier: MIT */
#include "args/checks.h"

#include <string.h>

#include "base/date.h"
#include "base/nearest.h"
#include "base/number.h"

int checks_set_output(struct checks *checks, const char *argument, struct diag *diag)
{
	static const char *const words[] = {[CHECKS_TEXT] = "text",
					    [CHECKS_JSON] = "json",
					    [CHECKS_GITHUB] = "github",
					    [CHECKS_SARIF] = "sarif",
					    [CHECKS_MARKDOWN] = "markdown"};
	struct diag_message message = {.severity = MR_ERROR};

	for (int i = CHECKS_TEXT; i < CHECKS_N_OUTPUTS; i++) {
		if (strcmp(argument, words[i]) != 0)
			continue;
		checks->output = (enum checks_output)i;
		return 0;
	}
	message.text = "--output-format takes text, json, github, sarif or markdown";
	message.suggestion = nearest_of(argument, words, CHECKS_N_OUTPUTS);
	diag_add(diag, &message);
	return -1;
}

int checks_set_today(struct checks *checks, const char *argument, struct diag *diag)
{
	char word[DIAG_WORD];

	if (date_read(argument, &checks->today))
		return 0;
	diag_say(diag, MR_ERROR, NULL,
		 "--today '%s' is no day of the calendar; write it as 2019-11-06",
		 diag_word(word, argument));
	return -1;
}

int checks_set_stale(struct checks *checks, const char *argument, struct diag *diag)
{
	enum { MOST_DAYS = 1000000 };
	char word[DIAG_WORD];
	uint64_t days;

	if (!number_read_size(argument, &days) || days > MOST_DAYS) {
		diag_say(diag, MR_ERROR, NULL, "--stale takes a number of days, not '%s'",
			 diag_word(word, argument));
		return -1;
	}
	checks->stale_days = (uint32_t)days;
	checks->is_stale_asked = true;
	return policy_set(&checks->policy, "stale", diag);
}
