/* SPDX-License-Identifier: MIT */
/*
 * Tables of cases of the interpreter, in tests/unit/interpret: each file is of one subject, each case in it a test.
 *
 *     === a sentence that says what is true
 *     --map x=yes         options of the program, "--list-tables" for the list, "--file-name" for the file's name
 *     | | A |             the file, as read_help.h has it
 *     | f | x |
 *     ---
 *     A                   what is read, as interpret_help.h writes it, then what is said
 *     f: yes
 *     orientation ...
 *
 * What is above the first case is for people.  With $UPDATE set the files are written anew.
 */
#include "base/file.h"
#include "interpret_help.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the C headers it needs */
#include <cmocka.h>

enum { CASES_MAX = 400, FILES_MAX = 40, OPTIONS_MAX = 8 };

struct one_case {
	struct buf name, options, input, wanted;
};

/* Options of a case, in the words that the program has for them. */
struct given {
	const char *tables[OPTIONS_MAX], *descriptions[OPTIONS_MAX], *drops[OPTIONS_MAX];
	struct interpret_map maps[OPTIONS_MAX];
	char words[1000];
	bool is_list;
};

static void give(struct interpret_options *options, struct given *given, char *line)
{
	char *value = strchr(line, ' ');

	if (value)
		*value++ = '\0';
	if (strcmp(line, "--table") == 0) {
		given->tables[options->n_tables++] = value;
	} else if (strcmp(line, "--description") == 0) {
		given->descriptions[options->n_descriptions++] = value;
	} else if (strcmp(line, "--drop") == 0) {
		given->drops[options->n_drops++] = value ? value : "";
	} else if (strcmp(line, "--map") == 0) {
		char *equals = strrchr(value, '=');

		*equals = '\0';
		given->maps[options->n_maps++] = (struct interpret_map){value, equals + 1};
	} else if (strcmp(line, "--products-in") == 0) {
		options->products_in =
			strcmp(value, "rows") == 0 ? INTERPRET_IN_ROWS : INTERPRET_IN_COLUMNS;
	} else if (strcmp(line, "--transpose") == 0) {
		options->transpose = true;
	} else if (strcmp(line, "--repair") == 0) {
		options->repair = true;
	} else if (strcmp(line, "--file-name") == 0) {
		options->file_name = value;
	} else if (strcmp(line, "--list-tables") == 0) {
		given->is_list = true;
	} else {
		fail_msg("no option of a case: %s", line);
	}
}

static void give_all(struct interpret_options *options, struct given *given, const char *text)
{
	char *line, *rest = given->words;

	*given = (struct given){0};
	*options = (struct interpret_options){.tables = given->tables,
					      .descriptions = given->descriptions,
					      .drops = given->drops,
					      .maps = given->maps};
	snprintf(given->words, sizeof(given->words), "%s", text);
	while ((line = strtok_r(rest, "\n", &rest)) != NULL)
		give(options, given, line);
}

/* A line for each grid: "1* 2:1 'Heading' 3 x 4, 50 %". */
static void put_list(struct buf *out, const struct interpreted *made)
{
	struct arena arena = ARENA_INIT;
	const struct interpret_table *list;
	size_t n;

	assert_int_equal(interpret_list(&made->file, &made->options, &arena, &list, &n), 0);
	for (size_t i = 0; i < n; i++) {
		buf_printf(out, "%u%s ", list[i].number, list[i].is_chosen ? "*" : "");
		grid_put_place(out, &made->file, list[i].place);
		buf_printf(out, " '%s' %u x %u, %u %%\n", list[i].heading, list[i].n_rows,
			   list[i].n_columns, list[i].share);
	}
	arena_release(&arena);
}

/* What the dataset says of itself, where it says more than the file's name. */
static void put_top(struct buf *out, const struct dataset *set)
{
	if (strcmp(set->title, "table") != 0 || set->subtitle[0] || set->language_place.line ||
	    set->as_of.year)
		buf_printf(out, "= %s%s%s", set->title, set->subtitle[0] ? " -- " : "",
			   set->subtitle);
	else
		return;
	if (set->language_place.line)
		buf_printf(out, ", %s", set->language);
	if (set->as_of.year)
		buf_printf(out, ", %04d-%02d-%02d", set->as_of.year, set->as_of.month,
			   set->as_of.day);
	buf_put_byte(out, '\n');
}

static void put_found(struct buf *out, struct one_case *one)
{
	struct interpreted made = {.status = 0};
	struct given given;

	give_all(&made.options, &given, buf_text(&one->options));
	if (given.is_list) {
		read_help_file(&made.file, buf_text(&one->input));
		put_list(out, &made);
		grid_release(&made.file);
		return;
	}
	interpret_help_read(&made, buf_text(&one->input));
	if (made.status == 0) {
		put_top(out, &made.set);
		buf_put_text(out, buf_text(&made.text));
		for (uint32_t i = 0; i < made.set.n_notes; i++)
			buf_printf(out, "%s: {%s}\n", made.set.notes[i].id,
				   made.set.notes[i].text->plain);
	}
	buf_put_text(out, buf_text(&made.said));
	interpret_help_release(&made);
}

static void is_read_as_the_case_says(void **state)
{
	struct one_case *one = *state;
	struct buf found = BUF_INIT;

	put_found(&found, one);
	if (strcmp(buf_text(&found), buf_text(&one->wanted)) != 0)
		fail_msg("found:\n%swanted:\n%s", buf_text(&found), buf_text(&one->wanted));
	buf_release(&found);
}

/* ---- the files */

static void end_case(struct one_case *one)
{
	while (one->wanted.n > 1 && one->wanted.at[one->wanted.n - 1] == '\n' &&
	       one->wanted.at[one->wanted.n - 2] == '\n')
		one->wanted.at[--one->wanted.n] = '\0';
}

/* The cases of a file; what stands above the first into `top`. */
static size_t read_cases(const char *text, struct one_case *cases, size_t max, struct buf *top)
{
	struct buf *to = top;
	struct one_case *one = NULL;
	size_t n = 0, length;

	for (const char *line = text; *line; line += length + 1) {
		length = strcspn(line, "\n");
		assert_true(line[length] == '\n');
		if (strncmp(line, "=== ", 4) == 0) {
			assert_true(n < max);
			one = &cases[n++];
			*one = (struct one_case){0};
			buf_put(&one->name, line + 4, length - 4);
			to = &one->input;
		} else if (one && length == 3 && strncmp(line, "---", 3) == 0) {
			to = &one->wanted;
		} else if (to == (one ? &one->input : NULL) && strncmp(line, "--", 2) == 0) {
			buf_put(&one->options, line, length + 1);
		} else {
			buf_put(to, line, length + 1);
		}
	}
	for (size_t i = 0; i < n; i++)
		end_case(&cases[i]);
	return n;
}

static void update(const char *path, const struct buf *top, struct one_case *cases, size_t n)
{
	struct buf whole = BUF_INIT, found = BUF_INIT;
	FILE *file;

	buf_put(&whole, top->at, top->n);
	for (size_t i = 0; i < n; i++) {
		buf_clear(&found);
		put_found(&found, &cases[i]);
		buf_printf(&whole, "=== %s\n%s%s---\n%s%s", buf_text(&cases[i].name),
			   buf_text(&cases[i].options), buf_text(&cases[i].input), buf_text(&found),
			   i + 1 < n ? "\n" : "");
	}
	printf("# updated %s\n", path);
	file = fopen(path, "w");
	assert_non_null(file);
	fwrite(whole.at, 1, whole.n, file);
	fclose(file);
	buf_release(&whole);
	buf_release(&found);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The paths of the files, in order. */
static size_t find_files(const char *folder, struct arena *arena, const char **paths)
{
	DIR *listing = opendir(folder);
	const struct dirent *entry;
	struct buf path = BUF_INIT;
	size_t n = 0;

	assert_non_null(listing);
	while ((entry = readdir(listing)) != NULL) {
		if (!strstr(entry->d_name, ".cases"))
			continue;
		assert_true(n < FILES_MAX);
		buf_clear(&path);
		buf_printf(&path, "%s/%s", folder, entry->d_name);
		paths[n++] = arena_copy(arena, path.at, path.n);
	}
	closedir(listing);
	buf_release(&path);
	qsort(paths, n, sizeof(*paths), by_name);
	return n;
}

static void release_cases(struct one_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_release(&cases[i].name);
		buf_release(&cases[i].options);
		buf_release(&cases[i].input);
		buf_release(&cases[i].wanted);
	}
}

int main(void)
{
	static struct one_case cases[CASES_MAX];
	static struct CMUnitTest tests[CASES_MAX];
	const char *paths[FILES_MAX];
	struct arena arena = ARENA_INIT;
	struct buf folder = BUF_INIT, top = BUF_INIT;
	struct mr_bytes bytes;
	size_t n = 0, n_more, n_files;
	int failed;

	buf_printf(&folder, "%s/tests/unit/interpret", getenv("ROOT"));
	n_files = find_files(buf_text(&folder), &arena, paths);
	for (size_t i = 0; i < n_files; i++) {
		if (file_read(paths[i], &arena, &bytes) != 0)
			return 1;
		buf_clear(&top);
		n_more = read_cases((const char *)bytes.at, &cases[n], CASES_MAX - n, &top);
		if (getenv("UPDATE"))
			update(paths[i], &top, &cases[n], n_more);
		n += n_more;
	}
	for (size_t i = 0; i < n; i++)
		tests[i] = (struct CMUnitTest){.name = buf_text(&cases[i].name),
					       .test_func = is_read_as_the_case_says,
					       .initial_state = &cases[i]};
	failed = _cmocka_run_group_tests("cases", tests, n, NULL, NULL);
	release_cases(cases, n);
	buf_release(&top);
	buf_release(&folder);
	arena_release(&arena);
	return failed;
}
