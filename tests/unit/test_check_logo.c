/* SPDX-License-Identifier: MIT */
/* Which file may be a logo: one below the dataset's folder, wherever links lead, small enough, and a picture. */
#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char base[300];

static const char *at(const char *name)
{
	static char path[400];

	diag_write(path, sizeof(path), "%s/%s", base, name);
	return path;
}

static void put_file(const char *name, const char *bytes)
{
	int fd = open(at(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, strlen(bytes)), strlen(bytes));
	close(fd);
}

/* base/data is the dataset's folder, base/data2 another beside it. */
static int begin(void **state)
{
	const char *folder = getenv("TMPDIR");

	(void)state;
	diag_write(base, sizeof(base), "%s/logo-XXXXXX", folder ? folder : "/tmp");
	assert_non_null(mkdtemp(base));
	assert_int_equal(mkdir(at("data"), 0700), 0);
	assert_int_equal(mkdir(at("data2"), 0700), 0);
	put_file("data/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
	put_file("data/b.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='2'/>");
	put_file("data/text.svg", "words");
	put_file("data/empty.svg", "");
	put_file("data2/c.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
	assert_int_equal(symlink("a.svg", at("data/inside.svg")), 0);
	assert_int_equal(symlink("../data2/c.svg", at("data/beside.svg")), 0);
	assert_int_equal(symlink("data", at("link")), 0);
	return 0;
}

static int end(void **state)
{
	static const char *const names[] = {"data/a.svg",      "data/b.svg",  "data/text.svg",
					    "data/empty.svg",  "data2/c.svg", "data/inside.svg",
					    "data/beside.svg", "link"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		unlink(at(names[i]));
	rmdir(at("data"));
	rmdir(at("data2"));
	return rmdir(base);
}

/* Loads a dataset that would lie at `path` and has two products with these logos. */
static void load_logos(struct loaded *l, const char *path, const char *first, const char *second,
		       const struct limits *limits)
{
	struct buf yaml = BUF_INIT;

	buf_printf(
		&yaml,
		"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A, logo: '%s'}, {id: b, name: B, logo: '%s'}]\n"
		"categories: [{id: c, features: [{id: f, name: F}]}]\n",
		first, second);
	diag_init(&l->diag, 0);
	l->messages = (struct buf)BUF_INIT;
	l->status = dataset_load_bytes(&l->set, yaml.at, yaml.n, path, limits, &l->diag);
	diag_print(&l->diag, &l->messages, false, false);
	buf_release(&yaml);
}

static void a_file_below_the_folder_is_a_logo_also_by_a_link(void **state)
{
	static const char *const datasets[] = {"data/d.yaml", "link/d.yaml"};
	struct limits limits;
	(void)state;

	limits_init(&limits);
	for (size_t i = 0; i < 2; i++) {
		struct loaded l;

		load_logos(&l, at(datasets[i]), "a.svg", "./inside.svg", &limits);
		assert_string_equal(buf_text(&l.messages), "");
		assert_int_equal(l.status, 0);
		assert_string_equal(l.set.products[0].logo_media_type, "image/svg+xml");
		assert_string_equal(l.set.products[1].logo_name, "inside.svg");
		assert_int_equal(l.set.products[0].logo.n, l.set.products[1].logo.n);
		unload(&l);
	}
}

static void what_is_no_logo_is_told_with_why(void **state)
{
	static const struct {
		const char *logo, *why;
	} cases[] = {
		{"../data2/c.svg", "a logo is a file beside the dataset"},
		{"c:a.svg", "a logo is a file beside the dataset"},
		{"sub\\a.svg", "a logo is a file beside the dataset"},
		{"beside.svg", "it is a link that leads out of the dataset's folder"},
		{"none.svg", "No such file or directory"},
		{".", "it is a directory"},
		{"empty.svg", "it is empty"},
		{"text.svg", "it is none of image/png"},
	};
	struct limits limits;
	(void)state;

	limits_init(&limits);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct loaded l;
		struct buf words = BUF_INIT;

		load_logos(&l, at("data/d.yaml"), cases[i].logo, "a.svg", &limits);
		buf_printf(&words, "3:35: error: the logo '%s' cannot be used: %s", cases[i].logo,
			   cases[i].why);
		if (!strstr(buf_text(&l.messages), buf_text(&words)))
			fail_msg("%s and not %s", buf_text(&l.messages), buf_text(&words));
		assert_int_equal(l.status, -1);
		buf_release(&words);
		unload(&l);
	}
}

static void logos_have_limits_alone_and_together(void **state)
{
	struct limits limits;
	struct loaded l;
	(void)state;

	limits_init(&limits);
	limits.logo = 10;
	load_logos(&l, at("data/d.yaml"), "a.svg", "b.svg", &limits);
	assert_non_null(strstr(buf_text(&l.messages), "'a.svg' cannot be used: it is larger than "
						      "the limit (--limit logo=BYTES)"));
	unload(&l);

	limits_init(&limits);
	limits.logos = 100;
	load_logos(&l, at("data/d.yaml"), "a.svg", "b.svg", &limits);
	assert_null(strstr(buf_text(&l.messages), "'a.svg'"));
	assert_non_null(strstr(buf_text(&l.messages),
			       "'b.svg' cannot be used: all logos together are larger than the "
			       "limit (--limit logos=BYTES)"));
	assert_int_equal(l.status, -1);
	unload(&l);
}

/* Of a dataset in "/" every file is below its folder. */
static void the_uppermost_folder_holds_all_files(void **state)
{
	struct limits limits;
	struct loaded l;
	(void)state;

	limits_init(&limits);
	load_logos(&l, "/d.yaml", at("data/a.svg") + 1, "etc/passwd", &limits);
	assert_null(strstr(buf_text(&l.messages), "a.svg"));
	assert_non_null(strstr(buf_text(&l.messages),
			       "the logo 'etc/passwd' cannot be used: it is none of image/png"));
	unload(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_below_the_folder_is_a_logo_also_by_a_link),
		cmocka_unit_test(what_is_no_logo_is_told_with_why),
		cmocka_unit_test(logos_have_limits_alone_and_together),
		cmocka_unit_test(the_uppermost_folder_holds_all_files),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
