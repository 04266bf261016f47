/* SPDX-License-Identifier: MIT */
/* Ids from names, as a person would write them. */
#include "words/slug.h"

#include "data/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void expect(struct strset *taken, const char *prefix, const char *name, const char *id)
{
	uint32_t number = slug_make(taken, prefix, name, "feature");

	assert_int_not_equal(number, STRSET_NONE);
	assert_string_equal(taken->at[number].at, id);
	assert_true(shape_is_id(taken->at[number].at));
	assert_true(strlen(taken->at[number].at) < SLUG_MAX + 16);
}

static void a_name_is_written_as_an_id(void **state)
{
	static const struct {
		const char *name, *id;
	} cases[] = {
		{"Service Mesh", "service-mesh"},
		{"  Größe (MB) ", "groesse-mb"},
		{"Łódź & Århus", "lodz-arhus"},
		{"Node.js", "node.js"},
		{"v1. 2", "v1-2"},
		{"ASP .NET", "asp-net"},
		{"a .. b", "a-b"},
		{"ends.", "ends"},
		{"...dots", "dots"},
		{"C++", "c-plus-plus"},
		{"C#", "c-sharp"},
		{"a # b", "a-sharp-b"},
		{"a + b", "a-plus-b"},
		{"+1", "plus1"},
		{"IP／TCP", "ip-tcp"},
		{"テスト", "feature"},
		{"", "feature-2"},
		{"3D", "feature-3d"},
		{"Service-Mesh", "service-mesh-2"},
		{"service mesh!", "service-mesh-3"},
	};
	struct strset taken;

	(void)state;
	strset_init(&taken);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect(&taken, "", cases[i].name, cases[i].id);
	expect(&taken, "Traffic", "Retry", "traffic-retry");
	expect(&taken, "Traffic", "Retry", "traffic-retry-2");
	expect(&taken, "Traffic", "日本", "feature-3");
	strset_release(&taken);
}

static void a_long_name_is_cut(void **state)
{
	struct strset taken;

	(void)state;
	strset_init(&taken);
	expect(&taken, "", "one two three four five six seven eight nine ten eleven twelve",
	       "one-two-three-four-five-six-seven-eight");
	expect(&taken, "", "1 two three four five six seven eight nine ten eleven twelve",
	       "feature-1-two-three-four-five-six-seven-eight");
	expect(&taken, "", "1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	       "feature-1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
	/* a prefix that leaves no room */
	expect(&taken, "a # # # # # # # # # # # # #", "b", "feature");
	expect(&taken, "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
	strset_release(&taken);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_written_as_an_id),
		cmocka_unit_test(a_long_name_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
