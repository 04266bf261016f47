/* SPDX-License-Identifier: MIT */
#include "common/write/brand.h"

#include <string.h>

#define WHY 200

int brand_vet(uint32_t first, uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	if (index == first + BRAND_HEADER || index == first + BRAND_FOOTER)
		return running_vet(value->text, why, size);
	return 0;
}

static const char *day_of(struct mr_job *job)
{
	struct out day;

	out_to_memory(&day, 0);
	running_put_day(&day, job);
	return out_keep(&day, job);
}

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Under a host that does not ask vet() first. */
static int vet_all(struct mr_job *job, uint32_t first)
{
	char why[WHY];

	for (uint32_t i = BRAND_HEADER; i <= BRAND_FOOTER; i++)
		if (brand_vet(first, first + i, mr_option_value(job, first + i), why,
			      sizeof(why)) != 0) {
			job->diag(job, MR_ERROR, NULL, "option '%s': %s",
				  i == BRAND_HEADER ? "header" : "footer", why);
			return -1;
		}
	return 0;
}

int brand_read(struct mr_job *job, uint32_t first, struct brand *out)
{
	const struct mr_value *logo = mr_option_value(job, first + BRAND_LOGO);
	const struct mr_value *accent = mr_option_value(job, first + BRAND_ACCENT);

	*out = (struct brand){
		.logo = logo->bytes,
		.logo_name = logo->is_set ? name_of(logo->text) : "",
		.header = mr_option_value(job, first + BRAND_HEADER)->text,
		.footer = mr_option_value(job, first + BRAND_FOOTER)->text,
		.values = {.title = job->matrix->title,
			   .subtitle = job->matrix->subtitle,
			   .date = day_of(job),
			   .client = mr_option_value(job, first + BRAND_CLIENT)->text,
			   .credit = job->matrix->credit.text},
		.has_accent = accent->is_set,
		.accent = (uint32_t)accent->integer,
	};
	out->has_no_footer = strcmp(out->footer, RUNNING_NONE) == 0;
	if (out->has_no_footer)
		out->footer = "";
	return vet_all(job, first);
}

const char *brand_part(struct mr_job *job, const char *line, uint32_t part,
		       const struct running *values)
{
	struct out text;

	out_to_memory(&text, 0);
	running_put(&text, line, part, values);
	return out_keep(&text, job);
}
