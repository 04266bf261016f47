/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_label.h"

#include <assert.h>
#include <string.h>

#include "common/write/number.h"
#include "common/write/utf8.h"

#define ELLIPSIS "\342\200\246"
#define ELLIPSIS_BYTES 3

/* No label has room for more: what is longer is not looked at. */
#define MAX_BYTES 600

struct breaker {
	struct scene *scene;
	const char *text;
	size_t n;
	struct label_style style;
};

static uint32_t code_at(const char *text, size_t *n_bytes)
{
	const char *at = text;
	uint32_t code = utf8_next(&at);

	*n_bytes = (size_t)(at - text);
	return code;
}

static bool is_joining(uint32_t code)
{
	return (code >= 0x300 && code <= 0x36f) || (code >= 0x591 && code <= 0x5c7) ||
	       (code >= 0x610 && code <= 0x61a) || (code >= 0x64b && code <= 0x65f) ||
	       (code >= 0x900 && code <= 0xd7f) || (code >= 0xe31 && code <= 0xe4e) ||
	       code == 0x200d || (code >= 0xfe00 && code <= 0xfe0f) ||
	       (code >= 0x1f3fb && code <= 0x1f3ff);
}

static bool is_ideograph(uint32_t code)
{
	return (code >= 0x2e80 && code <= 0x9fff && !(code >= 0x3000 && code <= 0x3002)) ||
	       (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) ||
	       (code >= 0x20000 && code <= 0x3ffff);
}

static double width_of(const struct breaker *b, size_t from, size_t to)
{
	while (to > from && b->text[to - 1] == ' ')
		to--;
	return scene_width_of(b->scene, b->text + from, to - from, b->style.size, b->style.is_bold);
}

/*
 * The end of the longest beginning of text[from..] that fits, cut where `anywhere` allows; `from`
 * when there is none.
 */
static size_t fitting(const struct breaker *b, size_t from, bool anywhere)
{
	size_t best = from, n_bytes, at = from;
	uint32_t before = 0;

	while (at < b->n) {
		uint32_t code = code_at(b->text + at, &n_bytes);
		bool is_place = at > from && !is_joining(code) && before != 0x200d &&
				(anywhere || code == ' ' || before == '/' || before == '-' ||
				 is_ideograph(code) || is_ideograph(before));

		if (is_place && before != ' ') {
			if (width_of(b, from, at) > b->style.max_width)
				return best;
			best = at;
		}
		before = code;
		at += n_bytes;
	}
	return width_of(b, from, b->n) <= b->style.max_width ? b->n : best;
}

static size_t line_end(const struct breaker *b, size_t from, bool *is_broken)
{
	size_t end = fitting(b, from, false), n_bytes;

	if (end > from)
		return end;
	*is_broken = true;
	end = fitting(b, from, true);
	if (end == from) {
		/* not even one character fits: it stands alone, too wide */
		code_at(b->text + from, &n_bytes);
		end = from + n_bytes;
		while (end < b->n && is_joining(code_at(b->text + end, &n_bytes)))
			end += n_bytes;
	}
	return end;
}

static const char *shortened(const struct breaker *b, size_t from, struct mr_where where)
{
	struct breaker narrow = *b;
	char *line;
	size_t end;

	narrow.style.max_width -=
		scene_width_of(b->scene, ELLIPSIS, ELLIPSIS_BYTES, b->style.size, b->style.is_bold);
	end = fitting(&narrow, from, true);
	while (end > from && b->text[end - 1] == ' ')
		end--;
	line = scene_alloc(b->scene, end - from + ELLIPSIS_BYTES + 1);
	if (!line)
		return "";
	memcpy(line, b->text + from, end - from);
	memcpy(line + (end - from), ELLIPSIS, ELLIPSIS_BYTES);
	if (b->scene->n_shortened++ == 0)
		b->scene->first_shortened = where;
	return line;
}

static void add_line(struct label *label, struct scene *scene, const char *line)
{
	double width =
		scene_width_of(scene, line, strlen(line), label->style.size, label->style.is_bold);

	assert(label->n_lines < LABEL_MAX_LINES);
	label->lines[label->n_lines++] = line;
	label->width = width > label->width ? width : label->width;
	label->height += label->style.size * LABEL_LEADING;
}

/* The text without line breaks, cut at MAX_BYTES between two characters. */
static const char *flattened(struct scene *scene, const char *text, size_t *n)
{
	char *copy;

	*n = strlen(text);
	if (*n > MAX_BYTES) {
		*n = MAX_BYTES;
		while (*n > 0 && ((unsigned char)text[*n] & 0xc0) == 0x80)
			--*n;
	}
	copy = scene_alloc(scene, *n + 1);
	if (!copy) {
		*n = 0;
		return "";
	}
	memcpy(copy, text, *n);
	for (size_t i = 0; i < *n; i++)
		if (copy[i] == '\n')
			copy[i] = ' ';
	return copy;
}

struct label chart_label_make(struct scene *scene, const char *text, struct label_style style,
			      struct mr_where where)
{
	struct label label = {.style = style};
	struct breaker b = {.scene = scene, .style = style};
	size_t from = 0;

	b.text = flattened(scene, text, &b.n);
	while (from < b.n && b.text[from] == ' ')
		from++;
	while (from < b.n && !scene->failed) {
		bool is_last = label.n_lines + 1 >= style.max_lines ||
			       label.n_lines + 1 >= LABEL_MAX_LINES;
		size_t end = b.n;

		if (is_last && width_of(&b, from, b.n) > style.max_width) {
			add_line(&label, scene, shortened(&b, from, where));
			label.is_shortened = true;
			break;
		}
		/* two ways to measure may differ by a rounding: the last line takes all there is */
		while (is_last && b.text[end - 1] == ' ')
			end--;
		if (!is_last)
			end = line_end(&b, from, &label.is_broken);
		add_line(&label, scene, scene_copy(scene, b.text + from, end - from));
		from = end;
		while (from < b.n && b.text[from] == ' ')
			from++;
	}
	return label;
}

/* ---- labels that differ */

static bool is_same(const struct label *a, const struct label *b)
{
	if (a->n_lines != b->n_lines)
		return false;
	for (uint32_t i = 0; i < a->n_lines; i++)
		if (strcmp(a->lines[i], b->lines[i]) != 0)
			return false;
	return true;
}

static bool is_taken(const struct label *labels, const struct label_text *texts, uint32_t n,
		     uint32_t i)
{
	for (uint32_t k = 0; k < n; k++)
		if (k != i && is_same(&labels[k], &labels[i]) &&
		    strcmp(texts[k].text, texts[i].text) != 0)
			return true;
	return false;
}

/* A label that is made to be tried: what it would shorten is not counted. */
static struct label trial(struct scene *scene, const char *text, struct label_style style)
{
	const uint32_t before = scene->n_shortened;
	struct label label;

	/* no place is remembered of what is not the first */
	scene->n_shortened = before > 0 ? before : 1;
	label = chart_label_make(scene, text, style, (struct mr_where){0});
	scene->n_shortened = before;
	return label;
}

/* The first and the last bytes of `text`, about half of `n_kept` each, with an ellipsis between. */
static const char *without_middle(struct scene *scene, const char *text, size_t n_kept)
{
	size_t n = strlen(text), head = n_kept / 2, tail = n - (n_kept - head);
	char *made;

	while (head > 0 && ((unsigned char)text[head] & 0xc0) == 0x80)
		head--;
	while (tail < n && ((unsigned char)text[tail] & 0xc0) == 0x80)
		tail++;
	made = scene_alloc(scene, head + ELLIPSIS_BYTES + (n - tail) + 1);
	if (!made)
		return "";
	memcpy(made, text, head);
	memcpy(made + head, ELLIPSIS, ELLIPSIS_BYTES);
	memcpy(made + head + ELLIPSIS_BYTES, text + tail, n - tail);
	return made;
}

/* The longest label of both ends of `text` that its style has room for. */
static struct label of_both_ends(struct scene *scene, const char *text, struct label_style style)
{
	size_t low = 0, high = strlen(text) < MAX_BYTES ? strlen(text) - 1 : MAX_BYTES - 8;
	struct label best = trial(scene, ELLIPSIS, style);

	while (low < high && !scene->failed) {
		size_t mid = high - (high - low) / 2;
		struct label label = trial(scene, without_middle(scene, text, mid), style);

		if (label.is_shortened) {
			high = mid - 1;
		} else {
			low = mid;
			best = label;
		}
	}
	best.is_shortened = true;
	return best;
}

static struct label with_number(struct scene *scene, const char *text, uint32_t number,
				struct label_style style)
{
	char digits[NUMBER_SIZE];
	size_t n_digits = number_unsigned(digits, number), n = strlen(text);
	char *made = scene_alloc(scene, n_digits + 2 + n + 1);

	if (!made)
		return (struct label){.style = style};
	memcpy(made, digits, n_digits);
	memcpy(made + n_digits, ": ", 2);
	memcpy(made + n_digits + 2, text, n);
	return trial(scene, made, style);
}

static void tell_apart(struct scene *scene, struct label *labels, const struct label_text *texts,
		       uint32_t n)
{
	bool *is_alike = scene_alloc(scene, n * sizeof(*is_alike));
	bool any = false;

	if (!is_alike)
		return;
	for (uint32_t i = 0; i < n && !any; i++)
		any = labels[i].is_shortened && is_taken(labels, texts, n, i);
	/* all that are cut are cut alike */
	for (uint32_t i = 0; i < n && any; i++)
		if (labels[i].is_shortened)
			labels[i] = of_both_ends(scene, texts[i].text, labels[i].style);
	for (uint32_t i = 0; i < n; i++)
		is_alike[i] = labels[i].is_shortened && is_taken(labels, texts, n, i);
	for (uint32_t i = 0; i < n; i++)
		if (is_alike[i])
			labels[i] = with_number(scene, texts[i].text, i + 1, labels[i].style);
}

struct label *chart_label_make_all(struct scene *scene, const struct label_text *texts, uint32_t n,
				   struct label_style style)
{
	struct label *labels = scene_alloc(scene, n * sizeof(*labels));

	if (!texts || !labels)
		return NULL;
	for (uint32_t i = 0; i < n; i++)
		labels[i] = chart_label_make(scene, texts[i].text, style, texts[i].where);
	tell_apart(scene, labels, texts, n);
	return labels;
}

void chart_label_draw(struct scene *scene, const struct label *label, double x, double y,
		      enum scene_anchor anchor, enum palette_role ink, struct mr_where where)
{
	const double step = label->style.size * LABEL_LEADING;
	/* the ink stands in the middle of its leading */
	double base = y + step / 2 + label->style.size * 0.29;

	for (uint32_t i = 0; i < label->n_lines; i++, base += step) {
		struct scene_shape *text =
			scene_text(scene, x, base, label->style.size, label->lines[i]);

		if (!text)
			return;
		text->is_bold = label->style.is_bold;
		text->w = scene_width_of(scene, text->text, strlen(text->text), text->size,
					 text->is_bold);
		text->anchor = (uint8_t)anchor;
		text->fill = (uint8_t)ink;
		text->where = where;
	}
}
