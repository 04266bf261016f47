/* SPDX-License-Identifier: MIT */
/* The bytes of a dataset: kept or not, from files, pipes and memory, up to the limit. */
#include "data/feed.h"
#include "yaml/dataset_load.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define YAML                             \
	"meshreport: 1\n"                \
	"title: T\n"                     \
	"products: [{id: p, name: P}]\n" \
	"categories: [{id: c, features: [{id: f, name: F, values: {p: {text: '**a**'}}}]}]\n"

/* A file in a folder of the test's own. */
struct place_of_file {
	char folder[32], path[48];
	struct diag diag;
};

static void begin(struct place_of_file *at, const char *bytes)
{
	FILE *file;

	strcpy(at->folder, "/tmp/feed-XXXXXX");
	assert_non_null(mkdtemp(at->folder));
	snprintf(at->path, sizeof(at->path), "%s/d.yaml", at->folder);
	file = fopen(at->path, "w");
	assert_non_null(file);
	fputs(bytes, file);
	assert_int_equal(fclose(file), 0);
	diag_init(&at->diag, 0);
}

static void end(struct place_of_file *at)
{
	diag_release(&at->diag);
	unlink(at->path);
	rmdir(at->folder);
}

static bool says(struct place_of_file *at, const char *words)
{
	struct buf text = BUF_INIT;
	bool is_said;

	diag_print(&at->diag, &text, false, false);
	is_said = strstr(buf_text(&text), words) != NULL;
	buf_release(&text);
	return is_said;
}

static void a_lean_dataset_is_the_same_without_its_bytes(void **state)
{
	struct place_of_file at;
	struct dataset whole, lean;
	struct limits limits;

	(void)state;
	begin(&at, YAML);
	limits_init(&limits);

	assert_int_equal(dataset_load(&whole, at.path, &limits, &at.diag), 0);
	assert_int_equal(dataset_load_lean(&lean, at.path, &limits, &at.diag), 0);

	assert_int_equal(whole.bytes.n, strlen(YAML));
	assert_memory_equal(whole.bytes.at, YAML, strlen(YAML));
	assert_int_equal(lean.bytes.n, 0);
	assert_int_equal(lean.n_features, whole.n_features);
	assert_string_equal(cells_at(&lean.cells, 0).text->plain, "a");
	dataset_release(&whole);
	dataset_release(&lean);
	end(&at);
}

static void a_file_beyond_the_limit_is_refused_and_one_at_it_is_read(void **state)
{
	struct place_of_file at;
	struct feed feed;
	char bytes[16];

	(void)state;
	begin(&at, "12345");

	assert_int_equal(feed_open(&feed, at.path, "d.yaml", true, 5, &at.diag), 0);
	assert_int_equal(feed_read(&feed, bytes, 3), 3);
	assert_int_equal(feed_read(&feed, bytes, sizeof(bytes)), 2);
	assert_int_equal(feed_read(&feed, bytes, sizeof(bytes)), 0);
	assert_string_equal(buf_text(&feed.kept), "12345");
	feed_release(&feed);
	assert_int_equal(feed_open(&feed, at.path, "d.yaml", true, 4, &at.diag), -1);
	feed_release(&feed);
	assert_true(says(&at, "d.yaml: error: more than 4 bytes, which is the limit"));
	end(&at);
}

static void what_does_not_say_its_size_is_refused_where_it_passes_the_limit(void **state)
{
	struct place_of_file at;
	struct feed feed;
	char bytes[16];
	int fds[2];

	(void)state;
	begin(&at, "");
	assert_int_equal(pipe(fds), 0);
	assert_int_equal(write(fds[1], "123456", 6), 6);

	assert_int_equal(feed_open(&feed, at.path, "<stdin>", false, 5, &at.diag), 0);
	assert_int_equal(dup2(fds[0], feed.fd), feed.fd);
	assert_int_equal(feed_read(&feed, bytes, 5), 5);
	assert_int_equal(feed_read(&feed, bytes, 5), -1);

	assert_int_equal(feed.kept.n, 0);
	assert_true(says(&at, "<stdin>: error: more than 5 bytes"));
	feed_release(&feed);
	close(fds[0]);
	close(fds[1]);
	end(&at);
}

static void a_folder_and_a_file_that_is_not_there_are_said(void **state)
{
	struct place_of_file at;
	struct dataset set;
	struct limits limits;

	(void)state;
	begin(&at, "");
	limits_init(&limits);

	assert_int_equal(dataset_load(&set, at.folder, &limits, &at.diag), -1);
	assert_true(says(&at, "error: this is a directory; name one of the files in it"));
	unlink(at.path);
	assert_int_equal(dataset_load_lean(&set, at.path, &limits, &at.diag), -1);
	assert_true(says(&at, "d.yaml: error: No such file or directory"));
	end(&at);
}

/* A file of the system's that opens and cannot be read from its beginning: no page of a process lies there. */
static void a_file_that_opens_and_cannot_be_read_is_said(void **state)
{
	struct limits limits;
	struct dataset set;
	struct diag diag;

	(void)state;
	limits_init(&limits);
	diag_init(&diag, DIAG_MAX);

	assert_int_equal(dataset_load(&set, "/proc/self/mem", &limits, &diag), -1);
	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.messages[0].file, "/proc/self/mem");
	assert_string_equal(diag.messages[0].text, strerror(EIO));
	dataset_release(&set);
	diag_release(&diag);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lean_dataset_is_the_same_without_its_bytes),
		cmocka_unit_test(a_file_beyond_the_limit_is_refused_and_one_at_it_is_read),
		cmocka_unit_test(what_does_not_say_its_size_is_refused_where_it_passes_the_limit),
		cmocka_unit_test(a_folder_and_a_file_that_is_not_there_are_said),
		cmocka_unit_test(a_file_that_opens_and_cannot_be_read_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
