/* SPDX-License-Identifier: MIT */
/* What a plugin does with its job, and what its parent hears of it: the right, and all that is against the contract. */
#include "port_help.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "child/seal.h"
#include "scratch.h"

static int enter(void **state)
{
	*state = desk_open();
	return 0;
}

static int leave(void **state)
{
	desk_close(*state);
	return 0;
}

static void progress_is_told_in_hundredths_each_once(void **state)
{
	struct desk *desk = *state;
	struct mr_job *job = desk->job;

	desk->port.is_rendering = false;
	job->progress(job, 1, 2);
	desk->port.is_rendering = true;
	job->progress(job, 7, 0); /* of nothing */
	job->progress(job, 1, 3);
	job->progress(job, 333, 1000);
	job->progress(job, UINT64_MAX, UINT64_MAX);
	job->progress(job, 5, 4);

	desk_told(desk, "PROGRESS 33\nPROGRESS 100\n");
}

static void an_artifact_is_described_by_a_short_word_once_it_is_open(void **state)
{
	struct desk *desk = *state;
	struct mr_job *job = desk->job;

	job->describe(job, "pages", 1);
	desk_told(desk, "DIAG error the plugin described an artifact it did not open\n");
	job->open(job, "");
	job->describe(job, "pages", 4);
	desk_told(desk, "OPEN 0 '' ''\nDESCRIBE 0 4 pages\n");
	job->describe(job, NULL, 4);
	job->describe(job, "", 4);
	job->describe(job, "two\nlines", 4);
	job->describe(job, "a word of twenty-five    ", 4);
#define UNNAMED "DIAG error the plugin described its artifact without a word of at most 24 bytes\n"
	desk_told(desk, UNNAMED UNNAMED UNNAMED UNNAMED);
	assert_int_equal(desk->port.n_errors, 5);
}

static void what_cannot_be_opened_is_told_and_takes_no_bytes(void **state)
{
	static const struct {
		const char *part, *suffix, *problem;
	} wrong[] = {
		{NULL, "", "a part whose name is unusable in a file name"},
		{"../x", "", "a part whose name is unusable in a file name"},
		{"b", NULL, "a file whose suffix is unusable"},
		{"b", "/x", "a file whose suffix is unusable"},
		{"", "png", "a file whose suffix is unusable"}, /* the document has its own */
		{"a", "png", "the same artifact twice"},
		{"", "", "the same artifact twice"},
	};
	struct desk *desk = *state;
	char expected[100];

	desk->plugin.is.capabilities = MR_CAN_SEVERAL;
	port_open(&desk->port, "", "");
	port_open(&desk->port, "a", "png");
	port_open(&desk->port, "a", "svg");
	desk_told(desk, "OPEN 0 '' ''\nOPEN 1 'a' 'png'\nOPEN 2 'a' 'svg'\n");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct mr_sink *sink = port_open(&desk->port, wrong[i].part, wrong[i].suffix);

		sink->write(sink, "lost", 4);
		assert_true(sink->failed);
		snprintf(expected, sizeof(expected), "DIAG error the plugin opened %s\n",
			 wrong[i].problem);
		desk_told(desk, expected);
	}
	desk->port.n_sinks = MESSAGE_ARTIFACTS_MAX;
	port_open(&desk->port, "c", "");
	desk_told(desk, "DIAG error the plugin opened too many artifacts\n");
}

static void one_that_said_nothing_of_several_opens_one(void **state)
{
	struct desk *desk = *state;
	struct mr_job *job = desk->job;

	desk->port.is_rendering = false;
	job->open(job, "");
	desk->port.is_rendering = true;
	job->open(job, "a");
	job->open(job, "");
	job->open(job, "b");

	desk_told(desk, "DIAG error the plugin opened an artifact before it was to render\n"
			"DIAG error the plugin opened several artifacts without MR_CAN_SEVERAL\n"
			"OPEN 0 '' ''\n"
			"DIAG error the plugin opened several artifacts without MR_CAN_SEVERAL\n");
}

static void bytes_of_several_sinks_keep_their_order_and_long_ones_go_in_pieces(void **state)
{
	enum { PIECE = 256 * 1024, LONG = 2 * PIECE + 5 };
	struct desk *desk = *state;
	struct mr_job *job = desk->job;
	char *bytes = calloc(1, LONG);
	struct mr_sink *first, *second;

	desk->plugin.is.capabilities = MR_CAN_SEVERAL;
	first = job->open(job, "");
	second = job->open(job, "a");
	desk_told(desk, "OPEN 0 '' ''\nOPEN 1 'a' ''\n");
	first->write(first, "one", 3);
	second->write(second, bytes, 0); /* which says nothing */
	first->write(first, "two", 3);
	second->write(second, "three", 5);
	first->write(first, bytes, LONG);
	first->write(first, bytes, PIECE - 5);
	first->write(first, bytes, 1);
	AT_DESK(desk, (port_end(&desk->port, 0), 0));

	desk_told(desk,
		  "DATA 0 6\nDATA 1 5\nDATA 0 262144\nDATA 0 262144\nDATA 0 262144\nDATA 0 1\n"
		  "DONE 0\n");
	free(bytes);
}

static void canonical(const void *context, enum mr_canonical form, const char *mark,
		      struct buf *out)
{
	++*(int *)(uintptr_t)context;
	buf_printf(out, "form %d%s", (int)form, mark);
}

static void the_canonical_dataset_is_made_once_a_form_where_there_is_one(void **state)
{
	struct desk *desk = *state;
	struct mr_job *job = desk->job;
	struct mr_bytes bytes;
	int n_made = 0;

	assert_int_equal(job->canonical(job, &bytes), -1);
	assert_int_equal(bytes.n, 0);
	desk->order.canonical = canonical;
	desk->order.canon = &n_made;
	for (int i = 0; i < 2; i++) {
		assert_int_equal(job->canonical(job, &bytes), 0);
		assert_string_equal(bytes.at, "form 0");
		assert_int_equal(job->canonical_as(job, MR_CANONICAL_JSON_LINES, &bytes), 0);
		assert_string_equal(bytes.at, "form 2");
	}
	assert_int_equal(n_made, 2);
	/* the form that scripts have is none of the contract */
	assert_int_equal(job->canonical_as(job, CHILD_CANONICAL_TEXTS, &bytes), -1);
	assert_int_equal(job->canonical_as(job, UINT32_MAX, &bytes), -1);
	assert_string_equal(bytes.at, "");
}

static void memory_of_the_job_is_zeroed_and_none_of_it_is_no_other(void **state)
{
	struct desk *desk = *state;
	const char *one = desk->job->alloc(desk->job, 0), *other = desk->job->alloc(desk->job, 0);
	const char *more = desk->job->alloc(desk->job, 1000);

	assert_true(one && other && one != other);
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(more[i], 0);
}

static void a_job_of_a_host_without_a_stamp_has_no_mark(void **state)
{
	struct desk *desk = *state;

	seal_job(&desk->port, &desk->plugin);

	assert_null(desk->job->stamp);
	assert_string_equal(mr_stamp_mark(desk->job), "");
}

/* ---- resources */

static int enter_folder(void **state)
{
	char folder[SCRATCH_NAME];

	if (!scratch_open(folder) || mkdir("fake.templates", 0700) != 0 ||
	    mkdir("templates", 0700) != 0 || mkdir("templates/fake", 0700) != 0)
		return -1;
	scratch_put("fake.templates/own.txt", "own");
	scratch_put("templates/fake/own.txt", "shipped");
	scratch_put("templates/fake/shipped.txt", "shipped");
	scratch_put("templates/fake/bytes.bin", "\xff");
	return enter(state);
}

static int leave_folder(void **state)
{
	char folder[SCRATCH_NAME];

	assert_non_null(getcwd(folder, sizeof(folder)));
	leave(state);
	return scratch_remove(folder);
}

static void assert_resource(struct desk *desk, const char *name, const char *text)
{
	struct mr_bytes bytes = {NULL, 1};

	assert_int_equal(desk->job->resource(desk->job, name, &bytes), text ? 0 : -1);
	assert_string_equal(bytes.at, text ? text : "");
	assert_int_equal(bytes.n, text ? strlen(text) : 0);
	desk_told(desk, "");
}

static void a_resource_is_the_users_then_that_beside_the_plugin_then_the_shipped_one(void **state)
{
	struct desk *desk = *state;

	assert_resource(desk, "own.txt", "own");
	assert_resource(desk, "shipped.txt", "shipped");
	assert_resource(desk, "none.txt", NULL);
	assert_resource(desk, "../own.txt", NULL);
	assert_resource(desk, NULL, NULL);
	desk->order.template_bytes = (struct mr_bytes){"mine", 4};
	desk->plugin.is.template_name = "own.txt";
	assert_resource(desk, "own.txt", "own");
	desk->job->has_template = true;
	assert_resource(desk, "own.txt", "mine");
	assert_resource(desk, "shipped.txt", "shipped");
	desk->plugin.is.template_name = NULL;
	assert_resource(desk, "own.txt", "own");
	desk->port.plugin = NULL; /* while it is opened */
	assert_resource(desk, "own.txt", "own");
}

static void a_resource_that_is_there_and_cannot_be_read_ends_the_job(void **state)
{
	struct desk *desk = *state;
	struct mr_bytes bytes;

	assert_int_equal(mkdir("fake.templates/folder", 0700), 0);
	AT_DESK(desk, desk->job->resource(desk->job, "folder", &bytes));
	desk_told(desk, "DIAG error cannot read ./fake.templates/folder: Is a directory\nDONE 1\n");
	assert_int_equal(rmdir("fake.templates/folder"), 0);
	AT_DESK(desk, desk->job->resource(desk->job, "bytes.bin", &bytes));
	desk_told(desk, "DIAG error cannot read templates/fake/bytes.bin: "
			"Invalid or incomplete multibyte or wide character\nDONE 1\n");
	/* what takes any bytes takes these */
	assert_int_equal(port_resource(&desk->port, "bytes.bin", false, &bytes), 0);
	assert_int_equal(bytes.n, 1);
}

static void a_template_that_is_not_there_is_told_with_its_place(void **state)
{
	struct desk *desk = *state;
	struct mr_bytes bytes;

	assert_int_equal(port_template(&desk->port, "shipped.txt", &bytes), 0);
	desk_told(desk, "");
	assert_int_equal(port_template(&desk->port, "none.txt", &bytes), -1);
	desk_told(desk, "DIAG error its template none.txt is not installed; it belongs into "
			"fake.templates/ beside the plugin\n");
}

#define AT_A_DESK(test) cmocka_unit_test_setup_teardown(test, enter, leave)
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_A_DESK(progress_is_told_in_hundredths_each_once),
		AT_A_DESK(an_artifact_is_described_by_a_short_word_once_it_is_open),
		AT_A_DESK(what_cannot_be_opened_is_told_and_takes_no_bytes),
		AT_A_DESK(one_that_said_nothing_of_several_opens_one),
		AT_A_DESK(bytes_of_several_sinks_keep_their_order_and_long_ones_go_in_pieces),
		AT_A_DESK(the_canonical_dataset_is_made_once_a_form_where_there_is_one),
		AT_A_DESK(memory_of_the_job_is_zeroed_and_none_of_it_is_no_other),
		AT_A_DESK(a_job_of_a_host_without_a_stamp_has_no_mark),
		IN_FOLDER(a_resource_is_the_users_then_that_beside_the_plugin_then_the_shipped_one),
		IN_FOLDER(a_resource_that_is_there_and_cannot_be_read_ends_the_job),
		IN_FOLDER(a_template_that_is_not_there_is_told_with_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
