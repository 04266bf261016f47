/* SPDX-License-Identifier: MIT */
#include "common/write/origin.h"

void origin_put(struct out *out, const struct mr_job *job, fill_put *put)
{
	const struct fill_place places[] = {{"file", job->matrix->dataset_name},
					    {"hash", job->stamp ? job->stamp->brief : ""}};

	if (!job->stamp)
		return;
	fill_write(out, mr_word(job->matrix, "data_hash", "Data: {file}, SHA-256 {hash}"), places,
		   sizeof(places) / sizeof(*places), put);
}
