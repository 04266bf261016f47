/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_frame.h"

#include <string.h>

#include "common/chart/chart_brand.h"
#include "common/ranking/ranked.h"
#include "common/write/fill.h"
#include "common/write/brand.h"
#include "common/write/isolate.h"
#include "common/write/number.h"
#include "common/write/out.h"
#include "common/write/weights.h"

#define MARGIN 14.0
#define LEAST_WIDTH 300.0 /* under a title */
#define LEFT_TO_RIGHT "\342\200\216" /* U+200E, a mark that shows nothing */

struct mr_where chart_frame_at(uint32_t kind, uint32_t index, uint32_t second)
{
	return (struct mr_where){.kind = kind, .index = index, .second = second};
}

/* ---- words */

const char *chart_frame_number(struct scene *scene, uint64_t value)
{
	char text[NUMBER_SIZE];
	size_t n = number_unsigned(text, value);

	return scene_copy(scene, text, n);
}

const char *chart_frame_percent(struct scene *scene, double share)
{
	static const char unit[] = "\302\240%";
	char text[NUMBER_SIZE + sizeof(unit)];
	size_t n = number_unsigned(text, number_percent(share));

	memcpy(text + n, unit, sizeof(unit) - 1);
	return scene_copy(scene, text, n + sizeof(unit) - 1);
}

const char *chart_frame_fill(struct scene *scene, const char *template, const char *a,
			     const char *b)
{
	struct out out;

	out_to_memory(&out, 0);
	fill_write(&out, template,
		   (struct fill_place[]){{"a", a}, {"n", a}, {"edition", a}, {"date", a}, {"b", b}},
		   5, NULL);
	return scene_take(scene, &out);
}

static const char *const like_ids[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

const char *chart_frame_like_symbol(const struct mr_matrix *matrix, uint32_t like)
{
	const struct mr_status *status;

	for (uint32_t i = 0; (status = mr_status_at(matrix, i)); i++)
		if (status->like == like && like < MR_N_LIKES &&
		    strcmp(status->id, like_ids[like]) == 0)
			return status->symbol;
	return "";
}

const char *chart_frame_like_word(const struct mr_matrix *matrix, uint32_t like)
{
	static const char *const english[MR_N_LIKES] = {"yes", "partial", "no", "unknown",
							"does not apply"};

	return like < MR_N_LIKES ? mr_word(matrix, like_ids[like], english[like]) : "";
}

const char *chart_frame_category_name(const struct mr_matrix *matrix, uint32_t category)
{
	const struct mr_category *found = mr_category_at(matrix, category);

	return found && !mr_text_is_empty(found->name) ? found->name->plain
						       : mr_word(matrix, "features", "Features");
}

const char *chart_frame_product_name(struct scene *scene, const struct mr_matrix *matrix,
				     uint32_t col)
{
	const struct mr_product *product = mr_product_at(matrix, col);

	return *product->lifecycle_word ? chart_frame_fill(scene, "{a} ({b})", product->name,
							   product->lifecycle_word)
					: product->name;
}

const char *chart_frame_feature_name(struct scene *scene, const struct mr_matrix *matrix,
				     uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(matrix, row);
	const char *name = feature->name->plain;
	struct out out;

	if (!weights_has_mark(feature))
		return name;
	out_to_memory(&out, 0);
	out_string(&out, name);
	weights_put_mark(&out, feature);
	return scene_take(scene, &out);
}

/* Labels of what `order` names, each in the words that `name` has for it. */
static struct label *name_each(struct scene *scene, const struct mr_matrix *matrix,
			       const uint32_t *order, uint32_t n, struct label_style style,
			       uint32_t kind,
			       const char *(*name)(struct scene *scene,
						   const struct mr_matrix *matrix, uint32_t index))
{
	struct label_text *texts = scene_alloc(scene, n * sizeof(*texts));

	for (uint32_t i = 0; texts && i < n; i++)
		texts[i] = (struct label_text){name(scene, matrix, order[i]),
					       chart_frame_at(kind, order[i], 0)};
	return chart_label_make_all(scene, texts, n, style);
}

struct label *chart_frame_name_products(struct scene *scene, const struct mr_matrix *matrix,
					const uint32_t *order, uint32_t n, struct label_style style)
{
	return name_each(scene, matrix, order, n, style, MR_AT_PRODUCT, chart_frame_product_name);
}

struct label *chart_frame_name_features(struct scene *scene, const struct mr_matrix *matrix,
					const uint32_t *order, uint32_t n, struct label_style style)
{
	return name_each(scene, matrix, order, n, style, MR_AT_FEATURE, chart_frame_feature_name);
}

const char *chart_frame_weights(struct scene *scene, const struct mr_matrix *matrix)
{
	struct out out;

	out_to_memory(&out, 0);
	weights_put_line(&out, matrix);
	return scene_take(scene, &out);
}

/* "Ranking: A bank" */
static const char *ranking_title(struct scene *scene, const struct mr_matrix *m)
{
	struct out out;

	if (!m->ranking)
		return mr_word(m, "chart_ranking", "Coverage, certain and possible");
	out_to_memory(&out, 0);
	ranked_put_title(&out, m);
	return scene_take(scene, &out);
}

const char *chart_frame_title(struct scene *scene, const struct mr_matrix *m, enum chart_kind kind)
{
	switch (kind) {
	case CHART_COVERAGE: return mr_word(m, "chart_coverage", "Coverage by product");
	case CHART_CATEGORIES: return mr_word(m, "chart_categories", "Coverage by category");
	case CHART_FEATURES: return mr_word(m, "chart_features", "Coverage by feature");
	case CHART_HEATMAP: return mr_word(m, "chart_heatmap", "Status by feature and product");
	case CHART_RADAR: return mr_word(m, "chart_radar", "Coverage profiles");
	case CHART_MATRIX: return mr_word(m, "chart_matrix", "Agreement between products");
	case CHART_SLOPE: return mr_word(m, "chart_slope", "Coverage in both editions");
	case CHART_RANKING: return ranking_title(scene, m);
	case CHART_EVIDENCE: return mr_word(m, "chart_evidence", "Evidence by feature and product");
	}
	return "";
}

/* ---- head */

/* "Technical comparison · as of 2019-11-06 · 2 of 5" */
static const char *subtitle_of(struct frame *frame)
{
	static const char dot[] = " \302\267 ";
	struct scene *scene = frame->scene;
	const struct mr_matrix *m = frame->matrix;
	const char *all = m->subtitle;
	struct out out;

	if (m->as_of.year != 0) {
		const char *words = mr_word(m, "as_of", "as of {date}");
		const char *brace = strstr(words, "{date}");
		size_t before = brace ? (size_t)(brace - words) : strlen(words);

		out_to_memory(&out, 0);
		out_string(&out, all);
		if (*all)
			out_string(&out, dot);
		out_bytes(&out, words, before);
		/* after Arabic letters the parts of a date would change places (UAX #9, W2) */
		out_string(&out, m->is_rtl ? LEFT_TO_RIGHT : "");
		out_date(&out, m->as_of);
		out_string(&out, m->is_rtl ? LEFT_TO_RIGHT : "");
		out_string(&out, brace ? brace + strlen("{date}") : "");
		all = scene_take(scene, &out);
	}
	if (frame->options->n_parts > 1) {
		const char *a = chart_frame_number(scene, frame->options->part + 1);
		const char *b = chart_frame_number(scene, frame->options->n_parts);
		const char *part = chart_frame_fill(scene, "{a}/{b}", a, b);

		all = *all ? chart_frame_fill(scene, "{a} \302\267 {b}", all, part) : part;
	}
	return all;
}

static void paragraph(struct frame *frame, const char *words, struct label_style style,
		      enum palette_role ink)
{
	struct label label;

	style.max_width = frame->width - frame->beside;
	label = chart_label_make(frame->scene, words, style, chart_frame_at(MR_AT_DOCUMENT, 0, 0));
	chart_label_draw(frame->scene, &label, frame->left, frame->y, SCENE_START, ink,
			 chart_frame_at(MR_AT_DOCUMENT, 0, 0));
	frame->y += label.height;
}

double chart_frame_room(const struct chart_options *options, double natural)
{
	double margin = options->is_bare ? 1 : MARGIN;
	double room = options->width - 2 * margin;

	return options->width > 0 && room > 0 ? room : natural;
}

void chart_frame_begin(struct frame *frame, const struct mr_matrix *matrix,
		       const struct chart_options *options, struct scene *scene,
		       enum chart_kind kind, double width)
{
	const char *name = chart_frame_title(scene, matrix, kind);

	*frame = (struct frame){.scene = scene, .matrix = matrix, .options = options};
	frame->margin = options->is_bare ? 1 : MARGIN;
	frame->left = frame->margin;
	frame->y = frame->margin;
	frame->width = options->is_bare || width > LEAST_WIDTH ? width : LEAST_WIDTH;
	scene->theme = options->theme;
	scene->is_transparent = options->is_transparent;
	if (options->brand && options->brand->has_accent) {
		scene->has_accent = true;
		scene->accent = options->brand->accent;
	}
	scene->language = scene_copy(scene, matrix->language, strlen(matrix->language));
	scene->title =
		*matrix->title ? chart_frame_fill(scene, "{a}: {b}", matrix->title, name) : name;
	/* the picture itself has the title */
	scene_group(scene, "", "");
	frame->ground = scene->n_shapes;
	scene_rect(scene, 0, 0, 0, 0);
	if (options->is_bare)
		return;
	chart_brand_begin(frame);
	paragraph(frame, *matrix->title ? matrix->title : name,
		  (struct label_style){.size = SIZE_TITLE, .is_bold = true, .max_lines = 3},
		  chart_brand_ink(frame));
	if (*matrix->title)
		paragraph(frame, name,
			  (struct label_style){.size = SIZE_SUBTITLE + 1, .max_lines = 2},
			  PALETTE_TEXT);
	paragraph(frame, subtitle_of(frame),
		  (struct label_style){.size = SIZE_SUBTITLE, .max_lines = 3}, PALETTE_MUTED);
	chart_brand_clear(frame);
	frame->y += 8;
}

/* ---- foot */

void chart_frame_remark(struct frame *frame, const char *words)
{
	frame->y += 1.5;
	paragraph(frame, words, (struct label_style){.size = SIZE_SMALL, .max_lines = 4},
		  PALETTE_MUTED);
}

void chart_frame_coverage_remark(struct frame *frame)
{
	if (!frame->options->is_coverage_told)
		chart_frame_remark(frame, mr_word(frame->matrix, "coverage_scale",
						  "Coverage: yes counts one, partial one half, "
						  "unknown zero, of all that apply."));
}

void chart_frame_coverage_remarks(struct frame *frame)
{
	const char *weights = chart_frame_weights(frame->scene, frame->matrix);

	chart_frame_coverage_remark(frame);
	if (*weights && !frame->options->is_coverage_told)
		chart_frame_remark(frame, weights);
}

/* "servicemesh.es by INNOQ (https://servicemesh.es), CC-BY-4.0" */
static void credit(struct frame *frame)
{
	const struct mr_credit *from = &frame->matrix->credit;
	const char *words = from->text;

	if (isolate_is_needed(words, strlen(words), frame->matrix->is_rtl))
		words = chart_frame_fill(frame->scene, "\xe2\x81\xa8{a}\xe2\x81\xa9", words, "");
	if (*from->url)
		words = *words ? chart_frame_fill(frame->scene, "{a} ({b})", words, from->url)
			       : from->url;
	if (*from->license)
		words = *words ? chart_frame_fill(frame->scene, "{a}, {b}", words, from->license)
			       : from->license;
	if (*words)
		chart_frame_remark(frame, words);
}

static void resize(struct scene *scene, double factor)
{
	for (size_t i = 0; i < scene->n_shapes; i++) {
		struct scene_shape *s = &scene->shapes[i];
		/* The scene made these points itself, in scene_polygon(). */
		struct scene_point *points = (struct scene_point *)(uintptr_t)s->points;

		s->x *= factor;
		s->y *= factor;
		s->w *= factor;
		s->h *= factor;
		s->size *= factor;
		s->stroke_width *= factor;
		for (uint32_t k = 0; k < s->n_points; k++) {
			points[k].x *= factor;
			points[k].y *= factor;
		}
	}
	scene->width *= factor;
	scene->height *= factor;
}

/* The wanted size is a bound: what is larger shrinks as a whole, as long as it can be read. */
static void fit(struct scene *scene, const struct chart_options *options)
{
	const double least = 4.0; /* points: what a small label may shrink to */
	double factor = 1;

	if (options->width > 0 && scene->width > options->width)
		factor = options->width / scene->width;
	if (options->height > 0 && scene->height * factor > options->height)
		factor = options->height / scene->height;
	if (factor >= 1)
		return;
	if (SIZE_SMALL * factor < least) {
		scene_fail(
			scene,
			chart_frame_fill(
				scene,
				"the chart cannot be read at the wanted size: it needs {a} by {b} points "
				"(raise width and height, or choose --products or --categories)",
				chart_frame_number(
					scene, (uint64_t)(scene->width * least / SIZE_SMALL + 1)),
				chart_frame_number(
					scene,
					(uint64_t)(scene->height * least / SIZE_SMALL + 1))));
		return;
	}
	resize(scene, factor);
}

/*
 * A picture becomes as wide as was asked for: what its chart did not fill by itself, it fills by growing as
 * a whole, as far as its height may.  In a document a chart stands as wide as it is.
 */
static double growth_of(const struct scene *scene, const struct chart_options *options)
{
	double growth = options->is_bare ? 1 : options->width / scene->width;

	if (growth > 1 && options->height > 0 && scene->height * growth > options->height)
		growth = options->height / scene->height;
	return growth > 1 ? growth : 1;
}

void chart_frame_end(struct frame *frame)
{
	struct scene *scene = frame->scene;
	struct scene_shape *ground;
	double growth;

	if (!frame->options->is_bare) {
		if (*frame->matrix->selection.words)
			chart_frame_remark(frame, frame->matrix->selection.words);
		credit(frame);
	}
	chart_brand_end(frame);
	scene_end(scene);
	if (scene->failed)
		return;
	scene->width = frame->left + frame->width + frame->margin;
	scene->height = frame->y + frame->margin;
	growth = growth_of(scene, frame->options);
	/* what the height does not let it fill stays empty */
	if (!frame->options->is_bare && scene->width * growth < frame->options->width)
		scene->width = frame->options->width / growth;
	ground = &scene->shapes[frame->ground];
	ground->w = scene->width;
	ground->h = scene->height;
	ground->fill = frame->options->is_transparent ? PALETTE_NONE : PALETTE_PAPER;
	if (frame->matrix->is_rtl)
		scene_mirror(scene);
	if (growth > 1)
		resize(scene, growth);
	fit(scene, frame->options);
	if (frame->options->scale > 0 && !scene->failed)
		resize(scene, frame->options->scale);
}
