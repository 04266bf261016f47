/* SPDX-License-Identifier: MIT */
#include "child/needs.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "child/scripted_value.h"
#include "script/describe.h"

enum { WORDS_MAX = (DESCRIBE_NEED_MAX + 1) / 2 }; /* as many as the longest need can have */

/* What is needed, its places filled, and the options of it as name, value, ..., null. */
struct need {
	const char *words[WORDS_MAX];
	uint32_t n;
	const char *options[2 * WORDS_MAX + 1];
};

/* ---- places */

/* The option that the place at `at`, behind its brace, names; *n_name its length.  -1: there is none, or no end of it. */
static int option_at(const struct plugin *plugin, const char *at, size_t *n_name)
{
	*n_name = strcspn(at, " }");
	return at[*n_name] == '}' ? options_find(&plugin->table, at, *n_name) : -1;
}

int needs_vet(const struct plugin *plugin, char why[PLUGIN_WHY])
{
	char word[DIAG_WORD];
	size_t n_name;

	for (uint32_t i = 0; i < plugin->n_needs; i++) {
		const char *need = plugin->needs[i];

		for (const char *at = need; (at = strchr(at, '{')) != NULL; at++) {
			if (option_at(plugin, at + 1, &n_name) >= 0)
				continue;
			diag_write(
				why, PLUGIN_WHY,
				"its need '%s' has a place in braces that names no option of its own",
				diag_word(word, need));
			return -1;
		}
	}
	return 0;
}

/* One word of a need with its places filled, in the job's memory; null where an option of it is not set. */
static const char *fill_word(struct port *port, const char *at, size_t n)
{
	struct buf out = BUF_INIT;
	const char *end = at + n;
	bool is_set = true;
	char *copy = NULL;
	size_t n_name;

	while (at < end && is_set) {
		int option = *at == '{' ? option_at(port->plugin, at + 1, &n_name) : -1;

		if (option < 0) {
			buf_put_byte(&out, *at++);
			continue;
		}
		is_set = scripted_value_put_word(&out,
						 mr_option_value(&port->job, (uint32_t)option));
		at += n_name + 2;
	}
	port->arena.failed |= out.failed;
	port_check_memory(port);
	if (is_set) {
		copy = port_alloc(port, out.n + 1);
		memcpy(copy, buf_text(&out), out.n);
	}
	buf_release(&out);
	return copy;
}

static void split(struct port *port, const char *text, struct need *need)
{
	need->n = 0;
	while (*text) {
		size_t n = strcspn(text, " ");
		const char *word = n > 0 ? fill_word(port, text, n) : NULL;

		if (word)
			need->words[need->n++] = word;
		text += n + (text[n] == ' ');
	}
}

static const char *word_at(const struct need *need, uint32_t index)
{
	return index < need->n ? need->words[index] : "";
}

/* What stands from word `first` on as options; one without a value is asked for with an empty one. */
static const char *const *options_from(struct port *port, struct need *need, uint32_t first)
{
	uint32_t n = 0;

	for (uint32_t i = first; i < need->n; i++) {
		size_t n_name = strcspn(need->words[i], "=");
		char *name = port_alloc(port, n_name + 1);

		memcpy(name, need->words[i], n_name);
		need->options[n++] = name;
		need->options[n++] = need->words[i] + n_name + (need->words[i][n_name] == '=');
	}
	need->options[n] = NULL;
	return need->options;
}

/* ---- values */

static void put_bytes(struct buf *out, const struct mr_bytes *bytes)
{
	if (bytes->n == 0 ||
	    (!memchr(bytes->at, '\0', bytes->n) && utf8_is_valid(bytes->at, bytes->n))) {
		json_put_member(out, "text", bytes->n > 0 ? bytes->at : "");
		return;
	}
	json_put_base64(out, bytes->at, bytes->n);
}

static void put_why(struct buf *out, const char *why)
{
	buf_put_byte(out, '{');
	json_put_member(out, "why", *why ? why : "the host could not");
	buf_put_byte(out, '}');
}

static void put_answer(struct buf *out, int status, const struct mr_bytes *bytes, const char *why)
{
	if (status != 0) {
		put_why(out, why);
		return;
	}
	buf_put_byte(out, '{');
	put_bytes(out, bytes);
	if (*why) {
		buf_put_text(out, ", ");
		json_put_member(out, "warnings", why);
	}
	buf_put_byte(out, '}');
}

/* ---- charts/1, artifacts/1 */

static void put_chart(struct buf *out, struct port *port, struct need *need)
{
	const struct mr_charts_1 *charts = port->job.service(&port->job, MR_CHARTS_1);
	struct mr_bytes bytes = {"", 0};
	const char *why = "";
	int status = -1;

	if (charts)
		status = charts->draw(&port->job, word_at(need, 1), word_at(need, 2),
				      options_from(port, need, 3), &bytes, &why);
	put_answer(out, status, &bytes, why);
}

static void put_artifact(struct buf *out, struct port *port, struct need *need)
{
	const struct mr_artifacts_1 *artifacts = port->job.service(&port->job, MR_ARTIFACTS_1);
	struct mr_bytes bytes = {"", 0};
	const char *why = "";
	int status = -1;

	if (artifacts)
		status = artifacts->make(&port->job, word_at(need, 1), options_from(port, need, 2),
					 &bytes, &why);
	put_answer(out, status, &bytes, why);
}

/* ---- logos/1 */

static void put_size(struct buf *out, uint32_t width, uint32_t height)
{
	buf_printf(out, "\"width\": %lu, \"height\": %lu", (unsigned long)width,
		   (unsigned long)height);
}

static void put_pixels(struct buf *out, struct mr_job *job, uint32_t col, const uint32_t most[2])
{
	const struct mr_logos_1 *logos = job->service(job, MR_LOGOS_1);
	const char *why = "";
	const struct mr_raster *raster = logos->raster(job, col, most[0], most[1], &why);

	buf_put_text(out, ", \"pixels\": ");
	if (!raster) {
		put_why(out, why);
		return;
	}
	buf_put_byte(out, '{');
	put_size(out, raster->width, raster->height);
	buf_put_text(out, ", ");
	json_put_base64(out, raster->rgba, (size_t)raster->width * raster->height * 4);
	buf_put_byte(out, '}');
}

static void put_logo(struct buf *out, struct mr_job *job, uint32_t col, const uint32_t *most)
{
	const struct mr_product *product = mr_product_at(job->matrix, col);
	const struct mr_logos_1 *logos = job->service(job, MR_LOGOS_1);
	uint32_t width, height;

	json_put_text(out, product->id);
	buf_put_text(out, ": {");
	json_put_member(out, "name", product->logo_name);
	buf_put_text(out, ", ");
	json_put_member(out, "media_type", product->logo_media_type);
	buf_put_text(out, ", ");
	json_put_base64(out, product->logo.at, product->logo.n);
	if (logos->measure(job, col, &width, &height) == 0) {
		buf_put_text(out, ", ");
		put_size(out, width, height);
	}
	if (most)
		put_pixels(out, job, col, most);
	buf_put_byte(out, '}');
}

/* "32x24": false where it is none.  What is larger than any number is bounded by who decodes. */
static bool read_size(const char *word, uint32_t most[2])
{
	char *end;

	for (int i = 0; i < 2; i++) {
		unsigned long side = *word >= '0' && *word <= '9' ? strtoul(word, &end, 10) : 0;

		if (side == 0 || *end != (i == 0 ? 'x' : '\0'))
			return false;
		most[i] = side < UINT32_MAX ? (uint32_t)side : UINT32_MAX;
		word = end + 1;
	}
	return true;
}

static void put_logos(struct buf *out, struct port *port, struct need *need)
{
	const struct mr_matrix *m = port->job.matrix;
	bool has_size = need->n > 1, is_first = true;
	uint32_t most[2];

	if (has_size && (need->n > 2 || !read_size(need->words[1], most))) {
		put_why(out, "a size is written as '32x24', pixels at most");
		return;
	}
	buf_put_byte(out, '{');
	for (uint32_t col = 0; col < m->products.n; col++) {
		if (mr_product_at(m, col)->logo.n == 0)
			continue;
		buf_put_text(out, is_first ? "" : ", ");
		put_logo(out, &port->job, col, has_size ? most : NULL);
		is_first = false;
	}
	buf_put_byte(out, '}');
}

/* ---- words/1 */

static void add_date(struct vec *dates, struct mr_date date)
{
	uint32_t *at = date.year > 0 ? vec_add(dates, sizeof(*at)) : NULL;

	if (at)
		*at = (uint32_t)date.year * 10000 + date.month * 100u + date.day;
}

/* The day that a clock's second lies in. */
static struct mr_date day_of(int64_t clock)
{
	const int64_t day = 86400;

	return date_from_days((clock - (clock % day + day) % day) / day);
}

static int by_day(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;

	return one < other ? -1 : one > other;
}

/* Each day of the data once. */
static void put_dates(struct buf *out, struct mr_job *job)
{
	const struct mr_words_1 *words = job->service(job, MR_WORDS_1);
	const struct mr_matrix *m = job->matrix;
	struct vec dates = VEC_INIT;
	uint32_t last = 0;

	add_date(&dates, m->as_of);
	if (job->clock != MR_NO_CLOCK)
		add_date(&dates, day_of(job->clock));
	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n; col++)
			if (mr_cell_at(m, row, col)->detail)
				add_date(&dates, mr_cell_at(m, row, col)->detail->verified);
	if (dates.n > 0)
		qsort(dates.at, dates.n, sizeof(uint32_t), by_day);
	for (size_t i = 0; i < dates.n; i++) {
		uint32_t day = ((const uint32_t *)dates.at)[i];
		struct mr_date date = {(int16_t)(day / 10000), (uint8_t)(day / 100 % 100),
				       (uint8_t)(day % 100)};

		if (day == last)
			continue;
		buf_printf(out, "%s\"%04u-%02u-%02u\": ", last > 0 ? ", " : "", day / 10000,
			   day / 100 % 100, day % 100);
		json_put_text(out, words->date(job, date));
		last = day;
	}
	out->failed |= dates.failed;
	vec_release(&dates);
}

/* What stands between `before` and `behind` in a number. */
static void put_mark(struct buf *out, const char *key, const char *number, const char *before,
		     const char *behind)
{
	const char *at = strstr(number, before), *end;
	struct buf mark = BUF_INIT;

	at = at ? at + strlen(before) : number;
	end = strstr(at, behind);
	buf_put(&mark, at, end ? (size_t)(end - at) : 0);
	buf_put_text(out, ", ");
	json_put_member(out, key, buf_text(&mark));
	out->failed |= mark.failed;
	buf_release(&mark);
}

static void put_words(struct buf *out, struct port *port, struct need *need)
{
	struct mr_job *job = &port->job;
	const struct mr_words_1 *words = job->service(job, MR_WORDS_1);
	const char *number = words->number(job, 1234567.8, 1);

	(void)need;
	buf_put_text(out, "{\"words\": {");
	for (uint32_t i = 0; i < job->matrix->words.n; i++) {
		const struct mr_word *word = mr_at(&job->matrix->words, i);

		buf_put_text(out, i > 0 ? ", " : "");
		json_put_member(out, word->key, word->text);
	}
	buf_put_text(out, "}, \"dates\": {");
	put_dates(out, job);
	buf_put_byte(out, '}');
	put_mark(out, "decimal", number, "567", "8");
	put_mark(out, "thousands", number, "1", "234");
	buf_put_byte(out, '}');
}

/* ---- all */

void needs_put(struct buf *out, struct port *port)
{
	static const struct {
		const char *service;
		void (*put)(struct buf *out, struct port *port, struct need *need);
	} services[] = {{MR_CHARTS_1, put_chart},
			{MR_ARTIFACTS_1, put_artifact},
			{MR_LOGOS_1, put_logos},
			{MR_WORDS_1, put_words}};
	struct need need;

	buf_put_byte(out, '{');
	for (uint32_t i = 0; i < port->plugin->n_needs; i++) {
		bool is_known = false;

		buf_put_text(out, i > 0 ? ",\n" : "");
		json_put_text(out, port->plugin->needs[i]);
		buf_put_text(out, ": ");
		split(port, port->plugin->needs[i], &need);
		for (size_t k = 0; k < sizeof(services) / sizeof(*services) && !is_known; k++) {
			is_known = strcmp(services[k].service, word_at(&need, 0)) == 0;
			if (is_known)
				services[k].put(out, port, &need);
		}
		if (!is_known)
			buf_put_text(out, "null");
	}
	buf_put_byte(out, '}');
}
