/* SPDX-License-Identifier: MIT */
#include "common/write/ids.h"

#define MOST_OF_NAME 40

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

void ids_put_name(struct out *out, const char *name)
{
	if (!is_letter(*name))
		out_string(out, "mr");
	for (size_t i = 0; i < MOST_OF_NAME && name[i]; i++)
		out_char(out, is_letter(name[i]) || is_digit(name[i]) ? name[i] : '-');
}

static bool is_prefix(const char *text)
{
	const char *at = text;

	if (!is_letter(*at))
		return false;
	for (; *at; at++)
		if (!is_letter(*at) && !is_digit(*at) && *at != '_' && *at != '-')
			return false;
	return at - text <= IDS_LONGEST;
}

bool ids_vet_prefix(struct mr_job *job, const char *text)
{
	if (is_prefix(text))
		return true;
	job->diag(job, MR_ERROR, NULL,
		  "id-prefix must begin with a letter and hold only letters, digits, '-' and '_', "
		  "at most %d",
		  IDS_LONGEST);
	return false;
}
