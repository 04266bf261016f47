/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_private.h"

#include <stdlib.h>
#include <string.h>

/* Tabular figures where a font has them: numbers of a column stand one below the other. */
static const hb_feature_t features[] = {{HB_TAG('t', 'n', 'u', 'm'), 1, 0, (unsigned)-1}};

/* ---- missing characters */

static void report_missing(struct shape *shape, uint32_t code)
{
	uint32_t mask, at;

	if (shape->n_reported * 2 >= shape->reported_size) {
		uint32_t size = shape->reported_size ? shape->reported_size * 2 : 64;
		uint32_t *grown = calloc(size, sizeof(*grown));

		if (!grown) {
			shape->failed = true;
			return;
		}
		for (uint32_t i = 0; i < shape->reported_size; i++)
			if (shape->reported[i]) {
				at = shape->reported[i] * 2654435761u & (size - 1);
				while (grown[at])
					at = (at + 1) & (size - 1);
				grown[at] = shape->reported[i];
			}
		free(shape->reported);
		shape->reported = grown;
		shape->reported_size = size;
	}
	mask = shape->reported_size - 1;
	at = code * 2654435761u & mask;
	for (; shape->reported[at]; at = (at + 1) & mask)
		if (shape->reported[at] == code)
			return;
	shape->reported[at] = code;
	shape->n_reported++;
	if (shape->options.missing)
		shape->options.missing(shape->options.data, code, &shape->where);
}

/* ---- drafts */

static void add_glyph(struct draft *draft, uint32_t face, const struct shape_glyph *glyph)
{
	struct part *part = draft->n_parts ? &draft->parts[draft->n_parts - 1] : NULL;

	if (draft->n_glyphs == GLYPHS_MAX)
		return;
	if (!part || part->face != face) {
		if (draft->n_parts == WORD_MAX_BYTES)
			return;
		part = &draft->parts[draft->n_parts++];
		*part = (struct part){(uint16_t)draft->n_glyphs, 0, face};
	}
	part->n++;
	draft->glyphs[draft->n_glyphs++] = *glyph;
}

static void add_replacement(struct draft *draft, uint32_t at, uint32_t n)
{
	static const uint32_t stand_ins[] = {0xfffd, '?'};

	for (size_t i = 0; i < 2; i++) {
		uint32_t face =
			shape_font_for(draft->shape, draft->style, draft->cjk, &stand_ins[i], 1);
		uint32_t gid = shape_font_gid(draft->shape, face, stand_ins[i]);

		if (gid) {
			add_glyph(draft, face,
				  &(struct shape_glyph){
					  .gid = (uint16_t)gid,
					  .n_text = (uint8_t)n,
					  .flags = SHAPE_GLYPH_MISSING,
					  .text_at = at,
					  .advance = shape_advance(draft->shape, face, gid)});
			return;
		}
	}
}

/* Reports what of the cluster the face does not have, and shows one replacement for it. */
static void add_missing(struct draft *draft, uint32_t face, uint32_t at, uint32_t n)
{
	bool is_told = false;
	uint32_t first = 0;

	for (uint32_t i = at; i < at + n;) {
		uint32_t code;

		i += shape_decode(draft->text + i, &code);
		first = first ? first : code;
		if (shape_is_ignorable(code) ||
		    (face != NO_FACE && shape_font_gid(draft->shape, face, code)))
			continue;
		report_missing(draft->shape, code);
		is_told = true;
	}
	if (!is_told && first)
		report_missing(draft->shape, first);
	add_replacement(draft, at, n);
}

/* Behind the letter at `at` and the ignorable characters that follow it. */
static uint32_t end_of_letter(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t code;

	at += shape_decode(draft->text + at, &code);
	while (at < end) {
		uint32_t n = shape_decode(draft->text + at, &code);

		if (!shape_is_ignorable(code))
			break;
		at += n;
	}
	return at;
}

/*
 * The texts of the `n` glyphs of one cluster.  As many letters as glyphs: one each, in reading
 * order, whatever the glyphs' order (read back one by one they give the text).  Otherwise the first
 * in reading order stands for all.
 */
static void share_text(const struct draft *draft, struct shape_glyph *glyphs, uint32_t n,
		       uint32_t at, uint32_t end)
{
	uint32_t n_letters = 0, begin = at, code;

	for (uint32_t i = at; i < end;) {
		i += shape_decode(draft->text + i, &code);
		n_letters += !shape_is_ignorable(code);
	}
	for (uint32_t k = 0; k < n; k++) {
		struct shape_glyph *glyph = &glyphs[draft->is_rtl ? n - 1 - k : k];
		uint32_t from = at;

		if (n_letters == n && k + 1 < n)
			at = end_of_letter(draft, at, end);
		else if (n_letters == n || k == 0)
			at = end;
		glyph->text_at = from < end ? from : begin;
		glyph->n_text = (uint8_t)(at - from);
		if (k > 0)
			glyph->flags |= SHAPE_GLYPH_JOINED;
	}
}

/* Characters that show nothing, of which a shaper may not know one (newer than its tables). */
static uint32_t count_ignorable(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t n = 0, code;

	while (at < end) {
		at += shape_decode(draft->text + at, &code);
		n += shape_is_ignorable(code);
	}
	return n;
}

/* What HarfBuzz made of a segment. */
struct shaped {
	const struct face *face;
	const hb_glyph_info_t *info;
	const hb_glyph_position_t *position;
	unsigned n;
};

static bool is_none(const struct shaped *shaped, unsigned i)
{
	return shaped->info[i].codepoint == 0 ||
	       shaped->info[i].codepoint >= shaped->face->public.n_glyphs;
}

/* Behind the glyphs of the cluster that begins with glyph `i`; how many of them the face lacks. */
static unsigned end_of_cluster(const struct shaped *shaped, unsigned i, uint32_t *n_none)
{
	uint32_t cluster = shaped->info[i].cluster;

	*n_none = 0;
	for (; i < shaped->n && shaped->info[i].cluster == cluster; i++)
		*n_none += is_none(shaped, i);
	return i;
}

/* Glyphs i to j, which stand for the bytes from..to; all of them, or none where the word is full. */
static bool add_cluster(struct draft *draft, uint32_t face, const struct shaped *shaped, unsigned i,
			unsigned j, uint32_t from, uint32_t to)
{
	uint32_t first = draft->n_glyphs;
	float unit = shaped->face->unit;

	if (j - i > GLYPHS_MAX - first)
		return false;
	for (; i < j; i++) {
		const hb_glyph_position_t *position = &shaped->position[i];

		if (is_none(shaped, i))
			continue;
		add_glyph(draft, face,
			  &(struct shape_glyph){.gid = (uint16_t)shaped->info[i].codepoint,
						.advance = (float)position->x_advance * unit,
						.dx = (float)position->x_offset * unit,
						.dy = (float)position->y_offset * unit});
	}
	share_text(draft, &draft->glyphs[first], draft->n_glyphs - first, from, to);
	return true;
}

static void add_shaped(struct draft *draft, uint32_t face, uint32_t at, uint32_t end)
{
	struct shaped shaped = {.face = draft->shape->faces[face]};
	const hb_glyph_info_t *info;

	shaped.info = info = hb_buffer_get_glyph_infos(draft->shape->buffer, &shaped.n);
	shaped.position = hb_buffer_get_glyph_positions(draft->shape->buffer, &shaped.n);
	for (unsigned i = 0, j; i < shaped.n; i = j) {
		uint32_t from = info[i].cluster, to = end, n_none;
		bool is_whole;

		j = end_of_cluster(&shaped, i, &n_none);
		if (!draft->is_rtl && j < shaped.n)
			to = info[j].cluster;
		if (draft->is_rtl && i > 0)
			to = info[i - 1].cluster;
		is_whole = to > from && from >= at && to <= end && to - from <= UINT8_MAX &&
			   (n_none == 0 ||
			    (n_none < j - i && n_none <= count_ignorable(draft, from, to)));
		if (is_whole && add_cluster(draft, face, &shaped, i, j, from, to))
			continue;
		to = to > from && to - from <= UINT8_MAX ? to : from + 1;
		add_missing(draft, face, from, to - from);
	}
}

static void run_shaper(struct shape *shape, const struct face *face, bool is_rtl,
		       hb_script_t script)
{
	hb_buffer_t *buffer = shape->buffer;

	hb_buffer_set_direction(buffer, is_rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, script);
	hb_buffer_set_language(buffer, shape->hb_language);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
					    HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE);
	hb_shape(face->font, buffer, features, sizeof(features) / sizeof(*features));
	if (!hb_buffer_allocation_successful(buffer))
		shape->failed = true;
}

/* Clusters first..end of one face and script. */
static void shape_segment(struct draft *draft, uint32_t first, uint32_t end)
{
	const struct cluster *c = &draft->clusters[first], *last = &draft->clusters[end - 1];
	hb_buffer_t *buffer = draft->shape->buffer;
	uint32_t to = (uint32_t)last->at + last->n;

	if (c->face == NO_FACE) {
		for (uint32_t i = first; i < end; i++)
			add_missing(draft, NO_FACE, draft->clusters[i].at, draft->clusters[i].n);
		return;
	}
	hb_buffer_clear_contents(buffer);
	hb_buffer_add_utf8(buffer, draft->text, (int)draft->n, c->at, (int)(to - c->at));
	run_shaper(draft->shape, draft->shape->faces[c->face], draft->is_rtl, c->script);
	if (hb_buffer_get_length(buffer) > GLYPHS_MAX / 2) {
		for (uint32_t i = first; i < end; i++)
			add_missing(draft, NO_FACE, draft->clusters[i].at, draft->clusters[i].n);
		return;
	}
	add_shaped(draft, c->face, c->at, to);
}

static bool is_regional(uint32_t code)
{
	return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/* A space of any width is in every font that has a space: HarfBuzz makes it. */
static uint32_t as_in_font(uint32_t code)
{
	if (code == 0xa0 || (code >= 0x2000 && code <= 0x200a) || code == 0x202f || code == 0x205f)
		return ' ';
	return code;
}

/* Cuts the word into clusters (UAX #29, what matters of it) and finds a face for each. */
static void find_clusters(struct draft *draft)
{
	hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
	hb_script_t script = HB_SCRIPT_COMMON;
	uint32_t at = 0, codes[CLUSTER_MAX_BYTES];

	while (at < draft->n && draft->n_clusters < WORD_MAX_BYTES) {
		uint32_t begin = at, n = 0, code, step;
		struct cluster *c = &draft->clusters[draft->n_clusters++];
		hb_script_t own;
		bool is_joined = false;

		at += shape_decode(draft->text + at, &codes[n++]);
		while (at < draft->n && at - begin < CLUSTER_MAX_BYTES - 4) {
			step = shape_decode(draft->text + at, &code);
			if (!is_joined && !shape_extends(code) &&
			    !(shape_is_ignorable(code) && code != 0xad) &&
			    !(n == 1 && is_regional(codes[0]) && is_regional(code)))
				break;
			is_joined = code == 0x200d && codes[0] >= 0x2190 && codes[0] != 0x25cc;
			codes[n++] = code;
			at += step;
		}
		codes[0] = as_in_font(codes[0]);
		*c = (struct cluster){.at = (uint16_t)begin, .n = (uint16_t)(at - begin)};
		own = hb_unicode_script(unicode, codes[0]);
		if (own != HB_SCRIPT_COMMON && own != HB_SCRIPT_INHERITED &&
		    own != HB_SCRIPT_UNKNOWN)
			script = own;
		c->script = script;
		if (shape_is_ignorable(codes[0]) && draft->n_clusters > 1)
			c->face = draft->clusters[draft->n_clusters - 2].face;
		else if (shape_is_ignorable(codes[0]))
			c->face = shape_style_face(draft->shape, draft->style);
		else
			c->face = shape_font_for(draft->shape, draft->style, draft->cjk, codes, n);
	}
	/* what comes before the first letter of a script belongs to it */
	for (uint32_t i = draft->n_clusters; i-- > 0;) {
		if (draft->clusters[i].script == HB_SCRIPT_COMMON)
			draft->clusters[i].script = script;
		else
			script = draft->clusters[i].script;
	}
}

static void draft_slowly(struct draft *draft)
{
	uint32_t starts[WORD_MAX_BYTES + 1], n = 0;

	find_clusters(draft);
	for (uint32_t i = 0; i < draft->n_clusters; i++)
		if (i == 0 || draft->clusters[i].face != draft->clusters[i - 1].face ||
		    draft->clusters[i].script != draft->clusters[i - 1].script)
			starts[n++] = i;
	starts[n] = draft->n_clusters;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t k = draft->is_rtl ? n - 1 - i : i;
		shape_segment(draft, starts[k], starts[k + 1]);
	}
}

/* ---- the fast way for ASCII */

/*
 * The kerning between two ASCII characters, found by shaping the two; PAIR_COMPLEX when they form a
 * ligature or move: then the whole word is shaped.
 */
static int16_t measure_pair(struct shape *shape, struct face *face, uint32_t a, uint32_t b)
{
	const char two[2] = {(char)(a + 0x20), (char)(b + 0x20)};
	const hb_glyph_info_t *info;
	const hb_glyph_position_t *at;
	unsigned n = 0;
	int32_t kern;

	hb_buffer_clear_contents(shape->buffer);
	hb_buffer_add_utf8(shape->buffer, two, 2, 0, 2);
	run_shaper(shape, face, false, HB_SCRIPT_LATIN);
	info = hb_buffer_get_glyph_infos(shape->buffer, &n);
	at = hb_buffer_get_glyph_positions(shape->buffer, &n);
	if (n != 2 || info[0].codepoint != face->ascii_gid[a] ||
	    info[1].codepoint != face->ascii_gid[b] || at[0].x_offset || at[0].y_offset ||
	    at[1].x_offset || at[1].y_offset || at[1].x_advance != face->ascii_advance[b])
		return PAIR_COMPLEX;
	kern = at[0].x_advance - face->ascii_advance[a];
	return kern > PAIR_COMPLEX && kern <= INT16_MAX ? (int16_t)kern : PAIR_COMPLEX;
}

static int16_t pair_of(struct shape *shape, struct face *face, uint32_t a, uint32_t b)
{
	int16_t *pair;

	if (!face->pairs) {
		face->pairs = malloc(sizeof(int16_t) * N_ASCII * N_ASCII);
		if (!face->pairs)
			return PAIR_COMPLEX;
		for (uint32_t i = 0; i < N_ASCII * N_ASCII; i++)
			face->pairs[i] = PAIR_UNKNOWN;
	}
	pair = &face->pairs[a * N_ASCII + b];
	if (*pair == PAIR_UNKNOWN)
		*pair = measure_pair(shape, face, a, b);
	return *pair;
}

static bool is_ascii(const char *text, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] > 0x7e)
			return false;
	return true;
}

/* True when the word could be put together from nominal glyphs and kerning. */
static bool draft_ascii(struct draft *draft)
{
	uint32_t face = shape_style_face(draft->shape, draft->style);
	struct face *f;

	if (draft->is_rtl || face == NO_FACE || !is_ascii(draft->text, draft->n))
		return false;
	f = draft->shape->faces[face];
	if (!f->is_pairwise || !f->has_ascii)
		return false;
	for (uint32_t i = 0; i < draft->n; i++) {
		uint32_t a = (uint32_t)draft->text[i] - 0x20;
		int16_t kern = 0;

		if (i + 1 < draft->n)
			kern = pair_of(draft->shape, f, a, (uint32_t)draft->text[i + 1] - 0x20);
		if (kern == PAIR_COMPLEX) {
			draft->n_glyphs = draft->n_parts = 0;
			return false;
		}
		add_glyph(draft, face,
			  &(struct shape_glyph){.gid = f->ascii_gid[a],
						.n_text = 1,
						.text_at = i,
						.advance = (float)(f->ascii_advance[a] + kern) *
							   f->unit});
	}
	return true;
}

void shape_draft(struct draft *draft)
{
	draft->n_clusters = draft->n_parts = draft->n_glyphs = 0;
	if (!draft_ascii(draft))
		draft_slowly(draft);
}
