/* SPDX-License-Identifier: MIT */
/*
 * A host for one reader: host PLUGIN.so FILE [KEY=VALUE]... opens the plugin, has it read the file, and prints
 * what it hands over, one line a block, grid, cell or message.  What is handed over is checked by the program's
 * own model of a file (core/read/grid), so that the tests refuse what the program would.
 *
 *   host -c PLUGIN.so FILE     prints the numbers of blocks, grids and cells alone
 *   host -s PLUGIN.so FILE     prints how certain the reader is that the file is its own
 */
#include "base/utf8.h"
#include "read/grid.h"

#include <dlfcn.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct host {
	struct mr_source source;
	struct grid_file file;
	size_t n_blocks, n_grids, n_cells, n_allocated;
	void *allocated[100];
	struct mr_value values[20];
	bool counts_only, sniffs_only, has_error;
};

static void put_place(const struct mr_place *place)
{
	if (place && place->name && place->name[0])
		printf("%s ", place->name);
	else if (place && place->line)
		printf("%" PRIu32 ":%" PRIu32 " ", place->line, place->column);
	else
		printf("- ");
}

/* A line feed is a break; it is shown so that each thing keeps its line. */
static void put_text(const char *text)
{
	for (; text && *text; text++) {
		if (*text == '\n')
			printf("\\n");
		else
			putchar(*text);
	}
	putchar('\n');
}

static void refused(struct host *host, int status)
{
	if (status == 0)
		return;
	if (!host->source.failed)
		printf("refused %s\n", host->file.why);
	host->source.failed = host->has_error = true;
}

static void take_block(struct mr_source *source, const struct mr_block *block)
{
	static const char *const kinds[] = {"text",    "heading", "item", "note",
					    "caption", "title",   "meta"};
	struct host *host = source->host;

	if (source->failed)
		return;
	host->n_blocks++;
	refused(host, grid_block(&host->file, block));
	if (host->counts_only || source->failed)
		return;
	printf("%s ", kinds[block->kind]);
	put_place(&block->place);
	if (block->level)
		printf("level %" PRIu32 " ", block->level);
	if (block->label && block->label[0])
		printf("[%s] ", block->label);
	put_text(block->text);
}

static void take_grid(struct mr_source *source, const struct mr_grid *grid)
{
	struct host *host = source->host;

	if (source->failed)
		return;
	host->n_grids++;
	refused(host, grid_begin(&host->file, grid));
	if (host->counts_only || source->failed)
		return;
	printf("grid ");
	put_place(&grid->place);
	if (grid->n_head_rows || grid->n_head_columns)
		printf("head %" PRIu32 ",%" PRIu32 " ", grid->n_head_rows, grid->n_head_columns);
	put_text(grid->name);
}

static void take_cell(struct mr_source *source, const struct mr_grid_cell *cell)
{
	struct host *host = source->host;

	if (source->failed)
		return;
	host->n_cells++;
	refused(host, grid_cell(&host->file, cell));
	if (host->counts_only || source->failed)
		return;
	printf("  r%" PRIu32 "c%" PRIu32 " ", cell->row + 1, cell->column + 1);
	put_place(&cell->place);
	if (cell->row_span > 1 || cell->column_span > 1)
		printf("%" PRIu32 "x%" PRIu32 " ", cell->row_span, cell->column_span);
	if (cell->flags & MR_GRID_HEAD)
		printf("head ");
	if (cell->flags & MR_GRID_HIDDEN)
		printf("hidden ");
	if (cell->flags & MR_GRID_BOOLEAN)
		printf("boolean ");
	if (cell->flags & MR_GRID_LITERAL)
		printf("literal ");
	printf("| ");
	put_text(cell->text);
	if (cell->hint && cell->hint[0]) {
		printf("    hint ");
		put_text(cell->hint);
	}
	if (cell->note && cell->note[0]) {
		printf("    comment ");
		put_text(cell->note);
	}
}

static void take_diag(struct mr_source *source, enum mr_severity severity,
		      const struct mr_place *place, const char *format, ...) MR_PRINTF(4, 5);
static void take_diag(struct mr_source *source, enum mr_severity severity,
		      const struct mr_place *place, const char *format, ...)
{
	static const char *const names[] = {"note", "warning", "error"};
	struct host *host = source->host;
	va_list arguments;

	printf("%s ", names[severity]);
	put_place(place);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
	host->has_error |= severity == MR_ERROR;
}

static void *take_alloc(struct mr_source *source, size_t n)
{
	struct host *host = source->host;
	void *at = host->n_allocated < 100 ? calloc(1, n ? n : 1) : NULL;

	if (!at)
		exit(3);
	host->allocated[host->n_allocated++] = at;
	return at;
}

/* The plugin's own options with their defaults, and what the command line says. */
static void set_values(struct host *host, const struct mr_plugin *plugin, char **arguments)
{
	for (uint32_t i = 0; i < plugin->n_read_options && i < 20; i++) {
		const struct mr_option *option = &plugin->read_options[i];
		struct mr_value *value = &host->values[i];
		size_t n = strlen(option->name);

		value->type = option->type;
		value->text = option->initial ? option->initial : "";
		value->is_set = option->initial != NULL;
		for (char **at = arguments; *at; at++) {
			if (strncmp(*at, option->name, n) == 0 && (*at)[n] == '=') {
				value->text = *at + n + 1;
				value->is_set = value->is_given = true;
			}
		}
		value->integer = strcmp(value->text, "yes") == 0;
	}
	host->source.values = host->values;
	host->source.n_values = plugin->n_read_options;
	host->source.option_stride = sizeof(struct mr_value);
}

static char *read_file(const char *path, size_t *n)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	long size;

	if (file && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0) {
		rewind(file);
		bytes = malloc((size_t)size + 1);
		*n = bytes ? fread(bytes, 1, (size_t)size, file) : 0;
		if (bytes)
			bytes[*n] = '\0';
	}
	if (file)
		fclose(file);
	return bytes;
}

/* What the host does for readers of text, in UTF-8 alone. */
static int decode(const struct mr_plugin *plugin, char *bytes, size_t *n)
{
	if (!(plugin->capabilities & MR_CAN_READ_TEXT))
		return 0;
	if (*n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		memmove(bytes, bytes + 3, *n -= 3);
	bytes[*n] = '\0';
	if (utf8_is_valid(bytes, *n) && !memchr(bytes, '\0', *n))
		return 0;
	printf("refused no UTF-8\n");
	return -1;
}

static int run(struct host *host, const struct mr_plugin *plugin, const char *path,
	       char **arguments)
{
	const char *slash = strrchr(path, '/');
	size_t n = 0;
	char *bytes = read_file(path, &n);
	int status;

	if (!bytes)
		return 2;
	/* what is no text comes to a sniffer as it is */
	if (!host->sniffs_only && decode(plugin, bytes, &n) != 0) {
		free(bytes);
		return 1;
	}
	if (host->sniffs_only) {
		printf("%d\n", plugin->sniff(&(struct mr_bytes){bytes, n}));
		free(bytes);
		return 0;
	}
	host->source.struct_size = sizeof(host->source);
	host->source.bytes = (struct mr_bytes){bytes, n};
	host->source.name = slash ? slash + 1 : path;
	host->source.encoding = "";
	host->source.block = take_block;
	host->source.grid = take_grid;
	host->source.cell = take_cell;
	host->source.diag = take_diag;
	host->source.alloc = take_alloc;
	host->source.host = host;
	set_values(host, plugin, arguments);
	status = plugin->read(&host->source);
	refused(host, grid_end(&host->file));
	if ((status != 0) != host->has_error && !host->source.failed)
		printf("the plugin returned %d and reported %s error\n", status,
		       host->has_error ? "an" : "no");
	if (host->counts_only)
		printf("%zu blocks, %zu grids, %zu cells\n", host->n_blocks, host->n_grids,
		       host->n_cells);
	free(bytes);
	return status != 0 || host->has_error;
}

int main(int argc, char **argv)
{
	static struct host host;
	const struct mr_plugin *plugin;
	void *handle;
	int status;

	host.counts_only = argc > 1 && strcmp(argv[1], "-c") == 0;
	host.sniffs_only = argc > 1 && strcmp(argv[1], "-s") == 0;
	argv += host.counts_only || host.sniffs_only;
	if (argc - (host.counts_only || host.sniffs_only) < 3)
		return 2;
	handle = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
	if (!handle || !(plugin = dlsym(handle, MR_PLUGIN_SYMBOL))) {
		fprintf(stderr, "%s\n", dlerror());
		return 2;
	}
	if (!plugin->read) {
		fprintf(stderr, "%s does not read\n", plugin->name);
		return 2;
	}
	grid_init(&host.file, NULL);
	status = run(&host, plugin, argv[2], argv + 3);
	for (size_t i = 0; i < host.n_allocated; i++)
		free(host.allocated[i]);
	grid_release(&host.file);
	return status;
}
