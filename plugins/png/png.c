/* SPDX-License-Identifier: MIT */
/*
 * png - a chart of the comparison as a picture of pixels.
 *
 * The scene comes from plugins/common/chart, its text from plugins/common/shape; png_paint draws
 * it and png_write writes the file.
 */
#include <meshreport/plugin.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/chart/chart_job.h"
#include "common/write/missing.h"
#include "common/shape/shape.h"
#include "png/png_decode.h"
#include "png/png_logo.h"
#include "png/png_write.h"

#define MOST_SIDE 32767 /* pixels: what common readers still open */
#define MOST_MILLIONS 400 /* of pixels */
#define POINTS_PER_INCH 72.0

enum { OPTION_WIDTH = CHART_N_OPTIONS, OPTION_HEIGHT, OPTION_DPI, OPTION_BRAND };

static const struct mr_option options[] = {
	CHART_OPTIONS(CHART_THEMES, "Colours; print is grey with patterns"),
	{.name = "width",
	 .type = MR_OPTION_INTEGER,
	 .min = 100,
	 .max = MOST_SIDE,
	 .help = "Width in pixels; as wide as the chart needs unless given"},
	{.name = "height",
	 .type = MR_OPTION_INTEGER,
	 .min = 100,
	 .max = MOST_SIDE,
	 .help = "Most height in pixels; what is higher shrinks as a whole"},
	{.name = "dpi",
	 .type = MR_OPTION_NUMBER,
	 .initial = "144",
	 .min = 36,
	 .max = 1200,
	 .help = "Pixels an inch; text is 8 points, so more of them make a larger picture"},
	BRAND_OPTIONS(
		"a picture of the house that makes the picture, in its upper corner",
		"a line above the title", "such a line below everything, or none",
		"the house's colour, for the title and what is no status; darker or lighter where words would be hard to read in it"),
};

struct state {
	struct mr_raster logo; /* rgba null without */
	struct mr_job *job;
	struct shape *shape;
	double dpi;
	char *spare; /* a text with a NUL, for measuring */
	size_t n_spare;
	struct missing told; /* characters that no font has */
	uint32_t missing[MISSING_TOLD]; /* of this picture, until their place is known */
	uint32_t n_missing, n_more; /* n_more: beyond these */
	bool failed;
};

/* ---- text */

static double measure(void *user, const char *text, size_t n, double size, bool is_bold)
{
	struct state *state = user;

	if (n >= state->n_spare) {
		char *grown = realloc(state->spare, n + 256);

		if (!grown) {
			state->failed = true;
			return 0;
		}
		state->spare = grown;
		state->n_spare = n + 256;
	}
	memcpy(state->spare, text, n);
	state->spare[n] = '\0';
	return (double)shape_width(state->shape, is_bold ? SHAPE_BOLD : SHAPE_REGULAR,
				   state->spare) *
	       size / 1000;
}

/* Told while the chart is laid out, before it is known which text this will be. */
static void note_missing(void *data, uint32_t code_point, const struct mr_where *where)
{
	struct state *state = data;

	(void)where;
	if (state->n_missing < MISSING_TOLD)
		state->missing[state->n_missing++] = code_point;
	else
		state->n_more++;
}

static void report_problem(void *data, const char *message)
{
	struct state *state = data;

	state->job->diag(state->job, MR_WARNING, NULL, "%s", message);
}

static size_t encode(char utf8[5], uint32_t code)
{
	size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	static const uint8_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};

	for (size_t i = n - 1; i > 0; i--, code >>= 6)
		utf8[i] = (char)(0x80 | (code & 0x3f));
	utf8[0] = (char)(lead[n] | code);
	utf8[n] = '\0';
	return n;
}

/* Each missing character once, with the first text that has it. */
static void report_missing(struct state *state, const struct scene *scene)
{
	for (uint32_t k = 0; k < state->n_missing; k++) {
		const struct mr_where *where = NULL;
		char utf8[5];

		encode(utf8, state->missing[k]);
		for (size_t i = 0; i < scene->n_shapes && !where; i++)
			if (scene->shapes[i].kind == SCENE_TEXT &&
			    strstr(scene->shapes[i].text, utf8))
				where = &scene->shapes[i].where;
		missing_add(&state->told, state->missing[k], where);
	}
	state->told.n += state->n_more;
	state->n_missing = state->n_more = 0;
}

/* ---- the picture */

static int too_large(struct mr_job *job, double width, double height)
{
	job->diag(job, MR_ERROR, NULL,
		  "the picture would have %llu by %llu pixels, at most %d a side and %d million "
		  "in all: give a smaller dpi or scale, divide it with rows, or choose some with "
		  "--products, --features or --categories",
		  (unsigned long long)width, (unsigned long long)height, MOST_SIDE, MOST_MILLIONS);
	return -1;
}

static const char *credit_of(struct mr_job *job)
{
	const struct mr_credit *credit = &job->matrix->credit;
	const char *parts[] = {credit->text, credit->url, credit->license};
	size_t n = strlen(credit->text) + strlen(credit->url) + strlen(credit->license) + 8;
	char *made = job->alloc(job, n), *at = made;

	for (int i = 0; i < 3; i++) {
		size_t length = strlen(parts[i]);

		if (length == 0)
			continue;
		if (at > made) {
			memcpy(at, ", ", 2);
			at += 2;
		}
		memcpy(at, parts[i], length);
		at += length;
	}
	return made;
}

static int paint(struct mr_job *job, const struct scene *scene, const char *part, void *user)
{
	struct state *state = user;
	double scale = state->dpi / POINTS_PER_INCH;
	double width = ceil(scene->width * scale - 0.01),
	       height = ceil(scene->height * scale - 0.01);
	const struct png_words words = {scene->title,   scene->description, credit_of(job),
					job->generator, mr_stamp_mark(job), scene->language};
	struct png_picture picture = {scene, state->shape, scale, 0, 0, &state->logo};
	const char *problem;

	if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_MILLIONS * 1e6)
		return too_large(job, width, height);
	picture.width = (uint32_t)width;
	picture.height = (uint32_t)height;
	report_missing(state, scene);
	if (png_write(&picture, &words, state->dpi, job->open(job, part), &problem) != 0 ||
	    state->failed || shape_failed(state->shape)) {
		job->diag(job, MR_ERROR, NULL, "%s",
			  shape_failed(state->shape) ? "no font can be used" : "out of memory");
		return -1;
	}
	job->describe(job, "pixels wide", picture.width);
	job->describe(job, "pixels high", picture.height);
	return 0;
}

static int render(struct mr_job *job)
{
	struct state state = {.job = job, .told = {.job = job}};
	const struct scene_measure measured = {measure, &state};
	struct shape_options shaped = {.language = job->matrix->language,
				       .is_rtl = job->matrix->is_rtl,
				       .is_wide = true,
				       .missing = note_missing,
				       .problem = report_problem,
				       .data = &state};
	struct chart_request request;
	int status = -1;

	chart_job_request(job, &request);
	if (chart_job_brand(job, OPTION_BRAND, &request) != 0 ||
	    png_logo_read(job, &request.brand, &state.logo) != 0)
		return -1;
	state.dpi = mr_option_value(job, OPTION_DPI)->number;
	request.options.width = mr_option_value(job, OPTION_WIDTH)->number;
	request.options.height = mr_option_value(job, OPTION_HEIGHT)->number;
	request.options.width *= POINTS_PER_INCH / state.dpi;
	request.options.height *= POINTS_PER_INCH / state.dpi;
	request.measure = &measured;
	request.paint = paint;
	request.user = &state;
	shaped.family = request.font;
	state.shape = shape_new(&shaped);
	if (!state.shape || shape_failed(state.shape))
		job->diag(job, MR_ERROR, NULL, "%s",
			  state.shape ? "no font can be used" : "out of memory");
	else
		status = chart_job_run(job, &request);
	missing_end(&state.told);
	shape_free(state.shape);
	free(state.spare);
	return status;
}

static int vet(uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	return brand_vet(OPTION_BRAND, index, value, why, size);
}

static void examine(struct mr_job *job)
{
	shape_examine(job, false);
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "png",
	.summary = "chart as a picture: heat map, coverage, profiles, agreement",
	.version = "1.0",
	.extension = "png",
	.media_type = "image/png",
	.capabilities = MR_CAN_BINARY | MR_CAN_SEVERAL,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = render,
	.vet = vet,
	.examine = examine,
	.decode = png_decode,
	.license = "MIT",
	.examples = "-O chart=heatmap -O scale=2 # every cell, twice as large\n"
		    "-O chart=all -o charts/ # a file for each chart",
};
