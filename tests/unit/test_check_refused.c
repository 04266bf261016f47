/* SPDX-License-Identifier: MIT */
/* What the checks of a dataset say: ids that are taken, names of nobody, limits, and what is not said a second time. */
#include "refused_help.h"

#include "check/dataset_fill.h"

#define ROWS(features)                                                                                  \
	"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A, formerly: [aa, az]}, {id: b, name: B}]\n" \
	"categories: [{id: c, features: [{id: f, name: F, formerly: [ff]}, {id: g, name: G}" features   \
	"]}]\n"

/* One profile of ROWS(""), in line 6. */
#define PROFILE(keys) ROWS("") "profiles:\n- {id: p, name: P, " keys "}\n"

static void an_id_that_is_taken_is_told_with_the_line_that_has_it(void **state)
{
	static const struct refused cases[] = {
		{"meshreport: 1\ntitle: T\nproducts:\n- {id: a, name: A, formerly: [x, y]}\n"
		 "- {id: b, name: B, formerly: z}\n- {id: b, name: C}\n- {id: x, name: D}\n- {id: d, name: E, formerly: [b, y, z]}\n"
		 "categories: [{id: c, features: [{id: f, name: F}]}]\n",
		 "4:31: error: the id 'x' is taken already, by line 7 (products[0].formerly[0]); give it one of its own\n"
		 "6:8: error: the id 'b' is taken already, by line 5 (products[2].id); give it one of its own\n"
		 "8:31: error: the id 'b' is taken already, by line 5 (products[4].formerly[0]); give it one of its own\n"
		 "8:34: error: the id 'y' is taken already, by line 4 (products[4].formerly[1]); give it one of its own\n"
		 "8:37: error: the id 'z' is taken already, by line 5 (products[4].formerly[2]); give it one of its own"},
		{"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}]\ncategories:\n"
		 "- {id: c, features: [{id: f, name: F, formerly: [e]}, {id: g, name: G}]}\n"
		 "- {id: d, features: [{id: g, name: H}, {id: e, name: E}]}\n"
		 "- {id: d, features: [{id: h, name: H, formerly: [f]}]}\n",
		 "5:50: error: the id 'e' is taken already, by line 6 (" IN_FEATURE
		 ".formerly[0]); give it one of its own\n"
		 "6:27: error: the id 'g' is taken already, by line 5 (categories[1].features[0].id); give it one of its own\n"
		 "7:8: error: the id 'd' is taken already, by line 6 (categories[2].id); give it one of its own\n"
		 "7:50: error: the id 'f' is taken already, by line 5 (categories[2].features[0].formerly[0]); give it one of its own"},
		{PROFILE("require: f") "- {id: p, name: Q}\n",
		 "7:8: error: the id 'p' is taken already (profiles[1].id); give it one of its own"},
	};
	(void)state;

	REFUSE_ALL(cases);
}

static void a_name_of_nobody_is_told_with_what_was_meant(void **state)
{
	static const struct refused cases[] = {
		/* a colon without its space */
		{HEAD "{id: f, name: F, values: {istio:yes, linkerd: no}}" TAIL,
		 "6:27: error: unknown product 'istio:yes' (" IN_FEATURE
		 ".values.istio:yes); a colon is followed by a space"},
		{HEAD "{id: f, name: F, values: {isnio:yes, linkerd: no}}" TAIL,
		 "6:27: error: unknown product 'isnio:yes' (" IN_FEATURE
		 ".values.isnio:yes); cells are named by the ids of the products"},
		{HEAD "{id: f, name: F, values: {other:yes, linkerd: no}}" TAIL,
		 "6:27: error: unknown product 'other:yes' (" IN_FEATURE
		 ".values.other:yes); cells are named by the ids of the products"},
		/* in two rows, and in three */
		{HEAD
		 "{id: f, name: F, values: {consul: yes}},\n{id: g, name: G, values: {consul: yes}}" TAIL,
		 "6:27: error: unknown product 'consul', here and in 1 more row (" IN_FEATURE
		 ".values.consul); cells are named by the ids of the products"},
		{HEAD
		 "{id: f, name: F, values: {consul: yes}},\n{id: g, name: G, values: {consul: yes}},\n"
		 "{id: h, name: H, values: {consul: yes}}" TAIL,
		 "6:27: error: unknown product 'consul', here and in 2 more rows (" IN_FEATURE
		 ".values.consul); cells are named by the ids of the products"},
		/* earlier ids lead to the present ones */
		{PROFILE("require: ff"),
		 "6:29: error: unknown feature 'ff' (profiles[0].require[0]); did you mean 'f'?"},
		{PROFILE("require: gg"),
		 "6:29: error: unknown feature 'gg' (profiles[0].require[0]); did you mean 'g'?"},
		{PROFILE("weights: {ff: 2, cc: 1}"),
		 "6:30: error: unknown feature or category 'ff' (profiles[0].weights); did you mean 'f'?\n"
		 "6:37: error: unknown feature or category 'cc' (profiles[0].weights); did you mean 'c'?"},
		{PROFILE("without: az"),
		 "6:29: error: unknown product 'az' (profiles[0].without[0]); did you mean 'a'?"},
		{PROFILE("without: [d, b, b]"),
		 "6:30: error: unknown product 'd' (profiles[0].without[0])\n"
		 "6:36: error: 'b' is named twice (profiles[0].without[2])"},
		{PROFILE("require: [{feature: f, at-least: yes}, {feature: g, at-least: partail}]"),
		 "6:82: error: 'at-least' is 'yes' or 'partial', not 'partail' (profiles[0].require[1]); did you mean 'partial'?"},
	};
	(void)state;

	REFUSE_ALL(cases);
}

static void what_a_row_cannot_hold_is_said(void **state)
{
	static const struct refused cases[] = {
		{HEAD
		 "{id: f, name: F, kind: text, values: {istio: {parts: [{name: a, status: yes}]}}}" TAIL,
		 "6:46: error: this feature is of kind text and takes no parts (" IN_FEATURE
		 ".values.istio)"},
		{"statuses: {" /* 129 letters */
		 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		 ": {like: yes}}\n" HEAD FEATURE TAIL,
		 "1:12: error: the id of a status is at most 128 bytes long (statuses.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)"},
		{"statuses: {yes: {like: no}}\n" HEAD FEATURE TAIL,
		 "1:24: error: 'yes' counts as itself and as nothing else (statuses.yes.like)"},
	};
	(void)state;

	REFUSE_ALL(cases);
}

/* Who has no room for a message any more asks nobody what was meant: a file of nothing but mistakes costs what it weighs. */
static void behind_the_last_message_nothing_is_looked_up(void **state)
{
	static const struct refused cases[] = {
		{HEAD "{id: f, name: F, values: {isto: yes, linkrd: no}}" TAIL,
		 "6:27: error: unknown product 'isto' (" IN_FEATURE
		 ".values.isto); did you mean 'istio'?\n"
		 "meshreport: note: 1 more error is not shown (the limit is 1)"},
		{HEAD
		 "{id: f, name: F, values: {istio: {status: no, notes: [manuel, manul]}}}" TAIL,
		 "6:55: error: unknown note 'manuel' (" IN_FEATURE
		 ".values.istio.notes[0]); did you mean 'manual'?\n"
		 "meshreport: note: 1 more error is not shown (the limit is 1)"},
		{PROFILE("require: [ff, gg]"),
		 "6:30: error: unknown feature 'ff' (profiles[0].require[0]); did you mean 'f'?\n"
		 "meshreport: note: 1 more error is not shown (the limit is 1)"},
		{HEAD FEATURE ",\n" FEATURE ",\n" FEATURE TAIL,
		 "7:6: error: the id 'f' is taken already, by line 6 (categories[0].features[1].id); give it one of its own\n"
		 "meshreport: note: 1 more error is not shown (the limit is 1)"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct loaded l;

		load_briefly(&l, cases[i].yaml, 1);
		assert_says(&l, cases[i].says);
		assert_int_equal(l.status, -1);
		unload(&l);
	}
}

static void a_limit_is_told_with_the_option_that_changes_it(void **state)
{
	static const char yaml[] =
		"statuses: {beta: {like: partial}, alpha: {like: partial}}\n" HEAD
		"{id: f, name: F, values: {istio: beta, linkerd: alpha}}" TAIL;
	struct limits usual, limits;
	struct loaded l;
	struct {
		uint64_t *limit;
		const char *says;
	} cases[] = {
		{&limits.products, "5:11: error: 2 products; the limit is 1 (--limit products=N)"},
		{&limits.cells,
		 "6:13: error: 2 cells (features by products); the limit is 1 (--limit cells=N)"},
		{&limits.statuses,
		 "1:12: error: 2 statuses; the limit is 1 (--limit statuses=N) (statuses)"},
	};
	(void)state;

	limits_init(&usual);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		limits = usual;
		*cases[i].limit = 1;
		load_within(&l, yaml, strlen(yaml), &limits);
		assert_says(&l, cases[i].says);
		assert_int_equal(l.status, -1);
		unload(&l);

		/* whatever is said, there is an end to what fits */
		*cases[i].limit = UINT64_MAX;
		load_within(&l, yaml, strlen(yaml), &limits);
		assert_int_equal(l.status, 0);
		unload(&l);
	}
}

static void a_status_may_be_declared_as_what_it_is(void **state)
{
	struct loaded l;
	(void)state;

	static const char yaml[] = "statuses: {yes: {like: yes, label: Sure}}\n" HEAD FEATURE TAIL;
	load(&l, yaml, strlen(yaml));
	assert_says(&l, "");
	assert_int_equal(l.status, 0);
	assert_string_equal(l.set.statuses[DATASET_YES].label, "Sure");
	unload(&l);
}

static void what_is_shown_otherwise_is_warned_of(void **state)
{
	static const struct refused cases[] = {
		{HEAD "{id: f, name: \"\\tF\", values: {istio: yes}}" TAIL,
		 "6:15: warning: the text '\\tF' begins in a space (" IN_FEATURE
		 ".name); take the space out [stray-space]"},
		{HEAD "{id: f, name: \"F\\u00a0\", values: {istio: yes}}" TAIL,
		 "6:15: warning: the text 'F<U+00A0>' ends in a space (" IN_FEATURE
		 ".name); take the space out [stray-space]"},
		{HEAD "{id: f, name: \" F \", values: {istio: yes}}" TAIL,
		 "6:15: warning: the text ' F ' begins and ends in a space (" IN_FEATURE
		 ".name); take the space out [stray-space]"},
		{HEAD "{id: f, name: \"F\\n\", description: \"\\n\\n\", values: {istio: yes}}" TAIL,
		 ""},
		{HEAD "{id: f, name: F, values: {istio: {text: '![](a.png)'}}}" TAIL,
		 "6:41: warning: the image 'a.png' is shown by its words only (" IN_FEATURE
		 ".values.istio.text) [image]"},
		{HEAD "{id: f, name: F, values: {istio: {text: '"
		      "<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?"
		      "<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?<?"
		      " a'}}}" TAIL,
		 "6:41: warning: this text opens '<?' or '<!' more than 64 times without an end and is shown without its markup (" IN_FEATURE
		 ".values.istio.text) [long-text]"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct loaded l;

		load(&l, cases[i].yaml, strlen(cases[i].yaml));
		assert_says(&l, cases[i].says);
		assert_int_equal(l.status, 0);
		unload(&l);
	}
}

static int never(void *data, struct raw *raw, struct load *load)
{
	(void)data, (void)raw, (void)load;
	fail_msg("a file that is too long is read nevertheless");
	return -1;
}

static void a_table_that_is_too_long_is_not_interpreted(void **state)
{
	struct limits limits;
	struct loaded l = {.messages = BUF_INIT};
	(void)state;

	limits_init(&limits);
	limits.input = 3;
	diag_init(&l.diag, 0);
	l.status = dataset_fill(&l.set, "| a |", 5, "t.md", &limits, &l.diag, never, NULL);
	diag_print(&l.diag, &l.messages, false, false);
	assert_int_equal(l.status, -1);
	assert_string_equal(
		buf_text(&l.messages),
		"t.md: error: more than 3 bytes, which is the limit (--limit input=BYTES)\n");
	unload(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_that_is_taken_is_told_with_the_line_that_has_it),
		cmocka_unit_test(a_name_of_nobody_is_told_with_what_was_meant),
		cmocka_unit_test(what_a_row_cannot_hold_is_said),
		cmocka_unit_test(behind_the_last_message_nothing_is_looked_up),
		cmocka_unit_test(a_limit_is_told_with_the_option_that_changes_it),
		cmocka_unit_test(a_status_may_be_declared_as_what_it_is),
		cmocka_unit_test(what_is_shown_otherwise_is_warned_of),
		cmocka_unit_test(a_table_that_is_too_long_is_not_interpreted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
