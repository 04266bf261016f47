/* SPDX-License-Identifier: MIT */
#include "common/write/running.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "common/write/fill.h"
#include "common/write/moment.h"
#include "common/write/nearest.h"
#include "common/write/number.h"
#include "common/write/utf8.h"

#define PLACE_MOST 24u

static const char *const names[] = {"title",    "subtitle", "date",   "page",  "total",
				    "category", "products", "client", "credit"};
#define N_NAMES (sizeof(names) / sizeof(*names))

/* One place, from behind its brace on. */
static int vet_place(const char *at, char *why, size_t size)
{
	char name[PLACE_MOST], word[UTF8_WORD];
	const char *nearest = NULL;
	size_t n = strcspn(at, "}");
	unsigned least = 3;

	if (at[n] != '}') {
		snprintf(why, size, "a '{' has no '}'");
		return -1;
	}
	memcpy(name, at, n < PLACE_MOST ? n : PLACE_MOST - 1);
	name[n < PLACE_MOST ? n : PLACE_MOST - 1] = '\0';
	for (size_t i = 0; i < N_NAMES; i++) {
		unsigned far = nearest_distance(name, names[i]);

		if (strcmp(name, names[i]) == 0)
			return 0;
		if (far < least) {
			least = far;
			nearest = names[i];
		}
	}
	utf8_word(word, name);
	if (nearest)
		snprintf(why, size, "there is no place {%s}; did you mean {%s}?", word, nearest);
	else
		snprintf(why, size, "there is no place {%s}; there are " RUNNING_PLACES, word);
	return -1;
}

int running_vet(const char *line, char *why, size_t size)
{
	uint32_t n = 1;

	for (const char *at = line; *at; at++) {
		n += *at == '|';
		if (*at == '{' && vet_place(at + 1, why, size) != 0)
			return -1;
	}
	if (n > RUNNING_PARTS) {
		snprintf(why, size, "a line has three parts between '|' at most, not %u", n);
		return -1;
	}
	return 0;
}

/* Where a part lies, trimmed. */
static const char *part_of(const char *line, uint32_t part, size_t *n)
{
	const char *end;

	for (; part > 0; part--) {
		line += strcspn(line, "|");
		line += *line == '|';
	}
	end = line + strcspn(line, "|");
	while (line < end && *line == ' ')
		line++;
	while (end > line && end[-1] == ' ')
		end--;
	*n = (size_t)(end - line);
	return line;
}

void running_put_day(struct out *out, const struct mr_job *job)
{
	struct mr_date day = job->matrix->as_of;

	if (day.year == 0 && job->clock != MR_NO_CLOCK) {
		struct moment now = moment_of(job->clock);

		moment_put_digits(out, now.year, 4);
		out_char(out, '-');
		moment_put_digits(out, now.month, 2);
		out_char(out, '-');
		moment_put_digits(out, now.day, 2);
	} else {
		out_date(out, day);
	}
}

/*
 * Whether a part names something that this page, or this format, has not: "{page} / {total}" would be a
 * stroke alone where there are no pages.
 */
static bool lacks_place(const char *part, const struct running *values)
{
	bool has_pages = values->page || values->page_words;
	const char *category = values->category, *products = values->products;

	return (!has_pages && (strstr(part, "{page}") || strstr(part, "{total}"))) ||
	       (!(category && *category) && strstr(part, "{category}")) ||
	       (!(products && *products) && strstr(part, "{products}"));
}

void running_put(struct out *out, const char *line, uint32_t part, const struct running *values)
{
	char page[NUMBER_SIZE] = "", total[NUMBER_SIZE] = "";
	const struct fill_place places[] = {
		{"title", values->title},
		{"subtitle", values->subtitle},
		{"date", values->date},
		{"page", values->page_words ? values->page_words : page},
		{"total", values->total_words ? values->total_words : total},
		{"category", values->category},
		{"products", values->products},
		{"client", values->client},
		{"credit", values->credit},
	};
	struct out pattern;
	size_t n;
	const char *at = part_of(line, part, &n);

	if (values->page)
		number_unsigned(page, values->page);
	if (values->total)
		number_unsigned(total, values->total);
	out_to_memory(&pattern, 0);
	out_bytes(&pattern, at, n);
	if (!lacks_place(out_at(&pattern), values))
		fill_write(out, out_at(&pattern), places, sizeof(places) / sizeof(*places), NULL);
	out_release(&pattern);
}
