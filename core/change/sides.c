/* SPDX-License-Identifier: MIT */
#include "change/sides.h"

#include <string.h>

static void add_if(const struct compare *compare, struct mr_was *was, bool differs, unsigned what)
{
	if (differs)
		compare_add(compare, was, what, MR_TONE_PLAIN);
}

void sides_products(const struct compare *compare, struct mr_was *was, const struct mr_product *now,
		    const struct mr_product *then)
{
	add_if(compare, was, strcmp(now->id, then->id) != 0, MR_CHANGED_ID);
	add_if(compare, was, strcmp(now->name, then->name) != 0, MR_CHANGED_NAME);
	add_if(compare, was, now->lifecycle != then->lifecycle, MR_CHANGED_LIFECYCLE);
	compare_urls(compare, was, now->url, then->url);
	compare_notes(compare, was, &now->notes, &then->notes);
	if (now->logo.n != then->logo.n ||
	    (now->logo.n > 0 && memcmp(now->logo.at, then->logo.at, now->logo.n) != 0))
		compare_add(compare, was, MR_CHANGED_LOGO, MR_TONE_QUIET);
}

void sides_categories(const struct compare *compare, struct mr_was *was,
		      const struct mr_category *now, const struct mr_category *then)
{
	add_if(compare, was, strcmp(now->id, then->id) != 0, MR_CHANGED_ID);
	compare_texts(compare, was, now->name, then->name, MR_CHANGED_NAME);
	compare_texts(compare, was, now->description, then->description, MR_CHANGED_DESCRIPTION);
	compare_urls(compare, was, now->url, then->url);
	compare_notes(compare, was, &now->notes, &then->notes);
}

void sides_features(const struct compare *compare, struct mr_was *was, const struct mr_feature *now,
		    const struct mr_feature *then)
{
	add_if(compare, was, strcmp(now->id, then->id) != 0, MR_CHANGED_ID);
	compare_texts(compare, was, now->name, then->name, MR_CHANGED_NAME);
	compare_texts(compare, was, now->description, then->description, MR_CHANGED_DESCRIPTION);
	add_if(compare, was, now->weight < then->weight || now->weight > then->weight,
	       MR_CHANGED_WEIGHT);
	add_if(compare, was, now->kind != then->kind, MR_CHANGED_KIND);
	compare_urls(compare, was, now->url, then->url);
	compare_notes(compare, was, &now->notes, &then->notes);
}

static bool is_other_day(struct mr_date a, struct mr_date b)
{
	return a.year != b.year || a.month != b.month || a.day != b.day;
}

uint32_t sides_document(const struct compare *compare)
{
	const struct mr_matrix *now = compare->now, *then = compare->then;

	return (uint32_t)(strcmp(now->title, then->title) != 0) +
	       (uint32_t)(strcmp(now->subtitle, then->subtitle) != 0) +
	       (uint32_t)is_other_day(now->as_of, then->as_of) +
	       (uint32_t)(strcmp(now->credit.text, then->credit.text) != 0 ||
			  strcmp(now->credit.license, then->credit.license) != 0);
}
