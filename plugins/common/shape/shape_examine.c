/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_private.h"

/* A letter of scripts that have fonts of their own. */
static const struct sample {
	const char *script;
	uint32_t code;
	enum cjk cjk;
} samples[] = {
	{"Chinese, simplified", 0x4ed6, CJK_SIMPLIFIED},
	{"Chinese, traditional", 0x4ed6, CJK_TRADITIONAL},
	{"Japanese", 0x3042, CJK_JAPANESE},
	{"Korean", 0xac00, CJK_KOREAN},
	{"Arabic", 0x0628, CJK_JAPANESE},
	{"Hebrew", 0x05d0, CJK_JAPANESE},
	{"Devanagari", 0x0915, CJK_JAPANESE},
	{"Thai", 0x0e01, CJK_JAPANESE},
};

static void say_problem(void *data, const char *message)
{
	struct mr_job *job = data;

	job->diag(job, MR_WARNING, NULL, "%s", message);
}

static void say_style(struct mr_job *job, struct shape *shape, uint32_t style)
{
	static const char *const styles[SHAPE_N_STYLES] = {"text", "bold", "italic", "bold italic",
							   "code"};
	uint32_t at = shape_style_face(shape, style);
	const struct shape_face *face = shape_failed(shape) ? NULL : shape_face(shape, at);

	if (!face)
		return;
	if (face->style == style || style == SHAPE_MONO) /* a file says nothing of that */
		job->diag(job, MR_NOTE, NULL, "font of %s: %s", styles[style], face->path);
	else
		job->diag(job, MR_WARNING, NULL, "font of %s: %s, which is %s", styles[style],
			  face->path,
			  face->style < SHAPE_N_STYLES ? styles[face->style] : "another");
}

static void say_script(struct mr_job *job, struct shape *shape, const struct sample *sample)
{
	uint32_t at = shape_font_for(shape, SHAPE_REGULAR, sample->cjk, &sample->code, 1);
	const struct shape_face *face = at == NO_FACE ? NULL : shape_face(shape, at);

	if (face)
		job->diag(job, MR_NOTE, NULL, "font of %s: %s", sample->script, face->path);
	else
		job->diag(job, MR_WARNING, NULL, "font of %s: none is installed", sample->script);
}

void shape_examine(struct mr_job *job, bool embed)
{
	struct shape *shape = shape_new(&(struct shape_options){
		.embed = embed, .is_wide = !embed, .problem = say_problem, .data = job});

	for (uint32_t style = 0; shape && style < SHAPE_N_STYLES; style++)
		say_style(job, shape, style);
	if (!shape || shape_failed(shape))
		job->diag(job, MR_ERROR, NULL,
			  "no usable font was found: install one, such as fonts-dejavu-core");
	else
		for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++)
			say_script(job, shape, &samples[i]);
	shape_free(shape);
}
