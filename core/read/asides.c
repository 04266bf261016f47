/* SPDX-License-Identifier: MIT */
#include "read/asides.h"

#include "base/ascii.h"
#include "base/date.h"
#include "data/shape.h"

#include <string.h>

static const char point[] = " · ";

/* What stands before and behind a version, in the languages of the pages (view/words.c, "since"). */
static const struct {
	const char *before, *behind;
} since_words[] = {{"since ", ""}, {"seit ", ""}, {"depuis ", ""},   {"desde ", ""}, {"da ", ""},
		   {"sinds ", ""}, {"od ", ""},   {"с версии ", ""}, {"", " 以降"},  {"自 ", " 起"},
		   {"", "부터"},   {"منذ ", ""},  {"מאז ", ""}};

/* The same for the words of a lifecycle. */
static const char *const archived[] = {
	"archived",     "archiviert", "archivé",        "archivado", "archiviato",
	"gearchiveerd", "arquivado",  "zarchiwizowany", "в архиве",  "アーカイブ済み",
	"已归档",       "보관됨",     "مؤرشف",          "בארכיון"};
static const char *const discontinued[] = {
	"discontinued", "eingestellt",   "abandonné", "discontinuado", "dismesso",
	"stopgezet",    "descontinuado", "wycofany",  "прекращён",     "提供終了",
	"已停止",       "중단됨",        "متوقف",     "הופסק"};

static const char *keep(struct reading *reading, const char *words, size_t n)
{
	const char *copy = arena_copy(&reading->arena, words, n);

	reading->failed = reading->failed || !copy;
	return copy ? copy : "";
}

/* Room for sixteen, then for twice as many. */
static void add_source(struct reading *reading, struct asides *asides, const char *url)
{
	uint32_t n = asides->n_sources;
	const char **more = asides->sources;

	if (n == 0 || (n >= 16 && (n & (n - 1)) == 0)) {
		more = arena_array(&reading->arena, n ? (size_t)n * 2 : 16, sizeof(*more));
		if (!more) {
			reading->failed = true;
			return;
		}
		if (n)
			memcpy(more, asides->sources, n * sizeof(*more));
	}
	asides->sources = more;
	more[asides->n_sources++] = url;
}

/* ---- one aside */

/* The only address of the words from `first` on, if all of them link there; null else. */
static const char *link_of(const struct inline_text *text, size_t first, size_t end)
{
	const char *url = NULL;

	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];

		if (piece->first + piece->n <= first || piece->first >= end)
			continue;
		if (!piece->url[0] || (url && piece->url != url))
			return NULL;
		url = piece->url;
	}
	return url;
}

/* A day in the words ("verified 2019-10-20"), to `out`. */
static bool day_in(struct reading *reading, const char *words, size_t n, const char **out)
{
	struct mr_date date;

	for (size_t at = 0; at + 10 <= n; at++) {
		char day[11] = "";

		if (!ascii_is_digit(words[at]))
			continue;
		memcpy(day, words + at, 10);
		if (!date_read(day, &date))
			continue;
		*out = keep(reading, day, 10);
		return true;
	}
	return false;
}

static bool version_in(struct reading *reading, const char *words, size_t n, const char **out)
{
	for (size_t i = 0; i < sizeof(since_words) / sizeof(since_words[0]); i++) {
		size_t before = strlen(since_words[i].before),
		       behind = strlen(since_words[i].behind);

		if (n <= before + behind || memcmp(words, since_words[i].before, before) != 0 ||
		    memcmp(words + n - behind, since_words[i].behind, behind) != 0)
			continue;
		*out = keep(reading, words + before, n - before - behind);
		return true;
	}
	return false;
}

static bool take_one(struct reading *reading, const struct inline_text *text, size_t at, size_t end,
		     struct asides *out)
{
	const char *url = link_of(text, at, end);

	if (url) {
		add_source(reading, out, url);
		return true;
	}
	return (!out->since[0] && version_in(reading, text->words + at, end - at, &out->since)) ||
	       (!out->verified[0] && day_in(reading, text->words + at, end - at, &out->verified));
}

/* ---- the end of a cell */

const struct inline_text *asides_take(struct reading *reading, const struct inline_text *text,
				      struct asides *out)
{
	struct asides found = {.since = "", .verified = ""};
	const struct inline_text *rest;
	uint32_t i = text->n_pieces;
	size_t first, end;

	*out = found;
	while (i > 0 && (text->pieces[i - 1].flags & INLINE_SMALL))
		i--;
	if (i == text->n_pieces)
		return text;
	first = text->pieces[i].first;
	if (first > 0 && text->words[first - 1] == '\n')
		return text;
	for (size_t at = first; at < text->n; at = end) {
		const char *next = strstr(text->words + at, point);

		end = next ? (size_t)(next - text->words) : text->n;
		if (!take_one(reading, text, at, end, &found))
			return text;
		end += next ? sizeof(point) - 1 : 0;
	}
	rest = inline_cut(&reading->pool, text, 0, first);
	if (!rest)
		return text;
	*out = found;
	return rest;
}

/* ---- hints */

/* What a line says behind `name`; null where it does not begin with it. */
static const char *line_of(struct reading *reading, const char *line, size_t n, const char *name)
{
	size_t n_name = strlen(name);

	return n > n_name && memcmp(line, name, n_name) == 0
		       ? keep(reading, line + n_name, n - n_name)
		       : NULL;
}

/* Tooltips of other people's pages begin like that, too: what is no day and no address is none of ours. */
static bool take_line(struct reading *reading, const char *line, size_t n, struct asides *out)
{
	const char *since = line_of(reading, line, n, "since: ");
	const char *verified = line_of(reading, line, n, "verified: ");
	const char *source = line_of(reading, line, n, "source: ");
	struct mr_date date;

	if (since)
		out->since = since;
	else if (verified && date_read(verified, &date))
		out->verified = verified;
	else if (source && shape_is_url(source))
		add_source(reading, out, source);
	else
		return false;
	return true;
}

bool asides_is_hint(struct reading *reading, const char *line, size_t n)
{
	struct asides unused = {.since = ""};

	return take_line(reading, line, n, &unused);
}

void asides_take_hint(struct reading *reading, const char *hint, struct asides *out)
{
	for (size_t n; *hint; hint += n + (hint[n] != '\0')) {
		n = strcspn(hint, "\n");
		take_line(reading, hint, n, out);
	}
}

/* ---- below a name */

static const char *lifecycle_of(const struct inline_text *text)
{
	for (size_t i = 0; i < sizeof(archived) / sizeof(archived[0]); i++) {
		if (strcmp(text->words, archived[i]) == 0)
			return "archived";
		if (strcmp(text->words, discontinued[i]) == 0)
			return "discontinued";
	}
	return "";
}

const char *asides_lifecycle(struct reading *reading, const struct inline_text **name)
{
	const struct inline_text *text = *name, *below, *bare;
	uint32_t i = text->n_pieces;
	const char *lifecycle;

	while (i > 0 && (text->pieces[i - 1].flags & INLINE_SMALL))
		i--;
	if (i == 0 || i == text->n_pieces)
		return "";
	bare = inline_cut(&reading->pool, text, 0, text->pieces[i].first);
	below = inline_cut(&reading->pool, text, text->pieces[i].first,
			   text->n - text->pieces[i].first);
	lifecycle = bare && below && bare->n ? lifecycle_of(below) : "";
	if (*lifecycle)
		*name = bare;
	return lifecycle;
}

const struct inline_text *asides_details(struct reading *reading, const struct inline_text *text,
					 const char **out)
{
	/* words that nobody sees are none once they stand alone */
	const struct inline_piece *last = text->n_pieces ? &text->pieces[text->n_pieces - 1] : NULL;
	size_t before = last ? last->first : 0;

	*out = "";
	if (!last || !last->url[0] ||
	    (before > 0 &&
	     (before < sizeof(point) ||
	      memcmp(text->words + before - (sizeof(point) - 1), point, sizeof(point) - 1) != 0)))
		return text;
	*out = last->url;
	return before ? inline_cut(&reading->pool, text, 0, before - (sizeof(point) - 1)) : NULL;
}

const struct inline_text *asides_weight(struct reading *reading, const struct inline_text *text,
					const char **out)
{
	static const char times[] = "×";
	const char *found = NULL, *next = text->words;
	size_t before;
	double weight;

	*out = "";
	while ((next = strstr(next, times)) != NULL)
		found = next++;
	if (!found || !shape_to_weight(found + sizeof(times) - 1, &weight))
		return text;
	before = (size_t)(found - text->words);
	/* a no-break space is part of the mark (common/write/weights) */
	if (before >= 2 && memcmp(found - 2, "\xc2\xa0", 2) == 0)
		before -= 2;
	if (before >= sizeof(point) - 1 &&
	    memcmp(text->words + before - (sizeof(point) - 1), point, sizeof(point) - 1) == 0)
		before -= sizeof(point) - 1;
	else if (before > 0)
		return text;
	*out = keep(reading, found + sizeof(times) - 1, strlen(found + sizeof(times) - 1));
	return before ? inline_cut(&reading->pool, text, 0, before) : NULL;
}
