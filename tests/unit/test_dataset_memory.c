/* SPDX-License-Identifier: MIT */
/*
 * Every allocation of the loader fails in turn: each time the load ends with one message and leaves
 * nothing behind (the sanitized run sees leaks).
 */
#include "dataset_help.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>

static unsigned long until_refused; /* 0: never */
static bool has_refused;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	if (until_refused == 0 || --until_refused)
		return false;
	has_refused = true;
	return true;
}

static const char GOOD[] =
	"statuses: {beta: {like: no}}\n"
	"x-a: &all {istio: yes, linkerd: {status: no, notes: [manual, 'a note of *its* own']}}\n"
	"x-b: &b {<<: [*all, {istio: no}]}\n" HEAD
	"{id: e, name: \"w\\\\\\n b\", values: *b},\n" /* the words of a text before the whole of it */
	"{id: f, name: '*F*', values: *b, description: 'words  \nand [a link](https://a.b/)'},\n"
	"{id: g, name: G, formerly: [old], values: {<<: *all, istio: [a, '`b`']}},\n"
	"{id: h, name: H, values: {istio: {parts: [{name: a, status: beta}, {name: b}], source: c.html}}}" TAIL;

/* Where the first that is played is a mapping that is merged, one of a list of such; profiles. */
static const char *const OTHERS[] = {
	HEAD "{id: f, name: F, values: {<<: {istio: no}}}" TAIL,
	HEAD "{id: f, name: F, values: {<<: [{istio: no}]}}" TAIL,
	HEAD FEATURE TAIL "profiles: [{id: p, name: P, require: [f], weights: {f: 2}}]\n"};

static const char BAD[] =
	"titel: x\n"
	"x-a: &a [*undefined]\n"
	"products: [{id: a, logo: missing.png}, {id: a}]\n"
	"categories: [{id: c, features: [{id: f, name: '[x](javascript:y) ![i](j)', values: {b: \"\\0\"}}]}]\n";

/* Returns how many allocations were made to fail. */
static unsigned long fail_in_turn(const char *yaml, int expected)
{
	unsigned long nth;
	struct loaded l;

	for (nth = 1;; nth++) {
		until_refused = nth;
		has_refused = false;
		load(&l, yaml, strlen(yaml));
		until_refused = 0;
		if (!has_refused)
			break;
		if (l.status == 0)
			assert_int_equal(expected, 0);
		else
			assert_true(diag_has_errors(&l.diag));
		unload(&l);
	}
	assert_int_equal(l.status, expected);
	unload(&l);
	return nth - 1;
}

static void a_good_dataset_survives_every_refusal(void **state)
{
	(void)state;

	assert_in_range(fail_in_turn(GOOD, 0), 50, 100000);
	for (size_t i = 0; i < sizeof(OTHERS) / sizeof(*OTHERS); i++)
		assert_in_range(fail_in_turn(OTHERS[i], 0), 20, 100000);
}

static void a_bad_dataset_survives_every_refusal(void **state)
{
	(void)state;

	assert_in_range(fail_in_turn(BAD, -1), 50, 100000);
}

static const char *const TEXTS[] = {"w\\\n b", "*F*",
				    "[a **b `c`** d](https://e.f/ 'g') ![h](i) &amp; \\* \n\n j",
				    "plain words"};

/* The parser leaves in the middle of a text, and reads it the next time. */
static void a_pool_of_texts_survives_every_refusal(void **state)
{
	static const char *const PLAIN[] = {"w\nb", "F", "a b c d h & * j", "plain words"};
	const struct markdown_finding *findings;
	const struct mr_text *text;
	struct texts texts;

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		unsigned long nth;

		for (nth = 1, has_refused = true; has_refused; nth++) {
			texts_init(&texts, NULL);
			until_refused = nth;
			has_refused = false;
			text = texts_rich(&texts, TEXTS[i], strlen(TEXTS[i]), &findings);
			until_refused = 0;

			assert_true(text == NULL || !has_refused);
			text = texts_rich(&texts, TEXTS[i], strlen(TEXTS[i]), &findings);
			assert_non_null(text);
			assert_string_equal(text->plain, PLAIN[i]);
			texts_release(&texts);
		}
		assert_in_range(nth, 5, 10000);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_dataset_survives_every_refusal),
		cmocka_unit_test(a_bad_dataset_survives_every_refusal),
		cmocka_unit_test(a_pool_of_texts_survives_every_refusal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
