/* SPDX-License-Identifier: MIT */
/*
 * record FOLDER NAME render|read FILE: what a child says to its parent when the plugin NAME of FOLDER renders the
 * dataset FILE, or reads FILE, as a seed of fuzz_frames on standard output.
 */
#include "canon/canon_json.h"
#include "yaml/dataset_load.h"
#include "child/child.h"
#include "view/matrix.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void need(bool holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "record: %s\n", what);
		exit(2);
	}
}

static size_t read_all(const char *path, char *bytes, size_t max)
{
	FILE *file = fopen(path, "rb");
	size_t n;

	need(file != NULL, path);
	n = fread(bytes, 1, max, file);
	fclose(file);
	return n;
}

static void put_canonical(const void *canon, enum mr_canonical form, const char *mark,
			  struct buf *out)
{
	if (form == MR_CANONICAL_YAML)
		canon_put(out, canon);
	else
		canon_json_put(out, canon, mark, form == MR_CANONICAL_JSON_LINES);
}

/* One byte on `go` from the start: the child finds it when it is READY. */
static void talk(const struct child_order *order)
{
	int out[2], go[2];
	char bytes[4096];
	ssize_t n;
	pid_t child;

	need(pipe(out) == 0 && pipe(go) == 0 && write(go[1], "g", 1) == 1, "no pipe");
	child = fork();
	need(child >= 0, "no process");
	if (child == 0) {
		close(out[0]);
		child_run(order, out[1], go[0]);
	}
	close(out[1]);
	while ((n = read(out[0], bytes, sizeof(bytes))) > 0)
		fwrite(bytes, 1, (size_t)n, stdout);
	waitpid(child, NULL, 0);
}

int main(int argc, char **argv)
{
	static char bytes[1 << 20], path[4096];
	struct dataset set;
	struct matrix *matrix;
	struct limits limits;
	struct diag diag;
	size_t n;

	need(argc == 5, "FOLDER NAME render|read FILE");
	snprintf(path, sizeof(path), "%s/%s.so", argv[1], argv[2]);
	n = read_all(argv[4], bytes, sizeof(bytes));
	const struct home home = {.plugins = argv[1], .templates = "templates"};
	const struct plugin_file file = {
		.name = argv[2], .variant = "", .label = argv[2], .path = path, .folder = argv[1]};
	struct child_order order = {.file = &file, .home = &home};

	if (strcmp(argv[3], "read") == 0) {
		putchar(1 | 2);
		order.task = CHILD_READ;
		order.source = (struct mr_bytes){bytes, n};
		order.source_name = argv[4];
		order.encoding = "";
		order.wants_sniff = true;
		order.text_max = 1 << 16;
		talk(&order);
		return 0;
	}
	putchar(0);
	limits_init(&limits);
	diag_init(&diag, DIAG_MAX);
	need(dataset_load_bytes(&set, bytes, n, argv[4], &limits, &diag) == 0, "no dataset");
	matrix = matrix_new(&set, NULL, &diag);
	need(matrix != NULL, "no matrix");
	order.task = CHILD_RENDER;
	order.matrix = matrix_view(matrix);
	order.canonical = put_canonical;
	order.canon = &(struct canon){.matrix = matrix};
	talk(&order);
	matrix_free(matrix);
	dataset_release(&set);
	diag_release(&diag);
	return 0;
}
