/* SPDX-License-Identifier: MIT */
#include "child/services.h"

#include <string.h>

#include <meshreport/plugin.h>

#include "base/picture.h"
#include "base/tongue.h"
#include "child/asking.h"
#include "child/port.h"
#include "plugin/plugin.h"
#include "plugin/vet.h"

/* The bytes of a buffer as a text of the job's. */
static const char *keep(struct mr_job *job, struct buf *text)
{
	char *copy = port_alloc(job->host, text->n + 1);

	memcpy(copy, buf_text(text), text->n);
	buf_release(text);
	return copy;
}

/* ---- words/1 */

static const char *find_value(const char *const *pairs, const char *name, size_t n)
{
	for (; pairs && pairs[0] && pairs[1]; pairs += 2)
		if (strlen(pairs[0]) == n && memcmp(pairs[0], name, n) == 0)
			return pairs[1];
	return NULL;
}

/* What is in braces and no place stays as it is. */
static const char *words_fill(struct mr_job *job, const char *key, const char *english,
			      const char *const *pairs)
{
	const char *at = mr_word(job->matrix, key, english);
	struct buf out = BUF_INIT;

	while (*at) {
		size_t n = strcspn(at, "{"), n_name = at[n] ? strcspn(at + n + 1, "}") : 0;
		const char *value = at[n] ? find_value(pairs, at + n + 1, n_name) : NULL;

		buf_put(&out, at, n);
		at += n;
		if (value && at[1 + n_name]) {
			buf_put_text(&out, value);
			at += n_name + 2;
		} else if (*at) {
			buf_put_byte(&out, *at++);
		}
	}
	return keep(job, &out);
}

static const char *words_date(struct mr_job *job, struct mr_date date)
{
	struct buf out = BUF_INIT;

	tongue_put_date(&out, job->matrix->language, date);
	return keep(job, &out);
}

static const char *words_number(struct mr_job *job, double number, uint32_t decimals)
{
	struct buf out = BUF_INIT;

	tongue_put_number(&out, job->matrix->language, number, decimals);
	return keep(job, &out);
}

/* ---- logos/1 */

static int logos_measure(struct mr_job *job, uint32_t col, uint32_t *width, uint32_t *height)
{
	const struct mr_product *product = mr_product_at(job->matrix, col);

	*width = *height = 0;
	return product && picture_measure(product->logo, width, height) ? 0 : -1;
}

/* ---- files/1 */

static int files_resource(struct mr_job *job, const char *name, struct mr_bytes *out)
{
	return port_resource(job->host, name, false, out);
}

static struct mr_sink *files_open(struct mr_job *job, const char *part, const char *suffix)
{
	return port_open(job->host, part, suffix && *suffix ? suffix : NULL);
}

/* What the document is sure to end in: of several formats with one extension others may have to yield (out/target.h). */
static const char *sure_extension(const struct port *port)
{
	const char *extension = port->plugin->is.extension;

	return strcmp(port->job.format, extension) == 0 ? extension : "";
}

static const char *files_name(struct mr_job *job, const char *part, const char *suffix)
{
	const struct port *port = job->host;
	struct buf out = BUF_INIT;

	if (port->order->beside && part && !*part)
		port->order->beside(port->order->target, "", sure_extension(port), &out);
	else if (port->order->beside && vet_part(part) && vet_extension(suffix))
		port->order->beside(port->order->target, part, suffix, &out);
	return keep(job, &out);
}

const void *services_find(struct mr_job *job, const char *name)
{
	static const struct mr_words_1 words = {sizeof(words), words_fill, words_date,
						words_number};
	static const struct mr_logos_1 logos = {sizeof(logos), logos_measure, asking_raster};
	static const struct mr_files_1 files = {sizeof(files), files_resource, files_open,
						files_name};
	static const struct mr_charts_1 charts = {sizeof(charts), asking_chart};
	static const struct mr_artifacts_1 artifacts = {sizeof(artifacts), asking_artifact};

	if (!name)
		return NULL;
	if (strcmp(name, MR_WORDS_1) == 0)
		return &words;
	if (strcmp(name, MR_LOGOS_1) == 0)
		return &logos;
	if (strcmp(name, MR_CHARTS_1) == 0)
		return asking_is_possible(job) ? &charts : NULL;
	if (strcmp(name, MR_ARTIFACTS_1) == 0)
		return asking_is_possible(job) ? &artifacts : NULL;
	return strcmp(name, MR_FILES_1) == 0 ? &files : NULL;
}
