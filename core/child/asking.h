/* SPDX-License-Identifier: MIT */
/*
 * asking - services that another process answers (broker.h): charts/1, artifacts/1, and the pixels of logos/1.
 *
 *   question   words with a NUL behind each: what is asked for, then what each has (asking_answer() of run/asked.h)
 *
 * The plugin's process waits for the answer; what it gets is in the job's arena.
 */
#ifndef MESHREPORT_CORE_ASKING_H
#define MESHREPORT_CORE_ASKING_H

#include <stdbool.h>
#include <stdint.h>

#include <meshreport/plugin.h>

/* The first word of a question. */
#define ASKING_ARTIFACT "artifact" /* format, then "option=value" ... */
#define ASKING_RASTER \
	"raster" /* index of the product, largest width, largest height: the answer is unpack.h's */

/* Whether anybody answers. */
bool asking_is_possible(const struct mr_job *job);

/* The functions of the services, as meshreport/services.h has them. */
int asking_chart(struct mr_job *job, const char *kind, const char *format,
		 const char *const *options, struct mr_bytes *out, const char **why);
int asking_artifact(struct mr_job *job, const char *format, const char *const *options,
		    struct mr_bytes *out, const char **why);
const struct mr_raster *asking_raster(struct mr_job *job, uint32_t col, uint32_t max_width,
				      uint32_t max_height, const char **why);

#endif
