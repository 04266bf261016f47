/* SPDX-License-Identifier: MIT */
/* A reader that does what its first word says: hostile, broken and slow ones. */
#include "plugin.h"

#include <unistd.h>

static struct mr_grid_cell cell(uint32_t row, uint32_t column, const char *text)
{
	struct mr_grid_cell made = {.row = row, .column = column, .text = text};

	made.place.line = row + 1;
	made.place.column = column + 1;
	return made;
}

static void hand_over(struct mr_source *source, const char *text)
{
	struct mr_grid grid = {"", 1, 0, {1, 1, NULL}};
	const char *const words[2][2] = {{"Feature", "A"}, {"TLS", text}};

	source->grid(source, &grid);
	for (uint32_t i = 0; i < 4; i++) {
		struct mr_grid_cell one = cell(i / 2, i % 2, words[i / 2][i % 2]);

		source->cell(source, &one);
	}
}

/* The column is the one that the host keeps for places with a name, and there is no name. */
static void hand_over_nowhere(struct mr_source *source, uint32_t line)
{
	struct mr_grid grid = {"", 1, 0, {1, 1, NULL}};
	static const char *const words[2][2] = {{"Feature", "A"},
						{"TLS", "[b](http://localhost/)"}};

	source->grid(source, &grid);
	for (uint32_t i = 0; i < 4; i++) {
		struct mr_grid_cell one = cell(i / 2, i % 2, words[i / 2][i % 2]);

		one.place.line = line;
		one.place.column = 0x7fffffff;
		source->cell(source, &one);
	}
}

static void flood(struct mr_source *source)
{
	struct mr_grid grid = {"", 1, 0, {1, 1, NULL}};

	source->grid(source, &grid);
	for (uint32_t i = 0; !source->failed; i++) {
		struct mr_grid_cell one = cell(i / 50, i % 50, "yes");

		source->cell(source, &one);
	}
}

static int read_file(struct mr_source *source)
{
	const char *word = source->bytes.at;
	struct mr_grid_cell one = cell(0, 0, "before any grid");

	if (strncmp(word, "crash", 5) == 0)
		abort();
	if (strncmp(word, "hang", 4) == 0)
		for (;;)
			pause();
	if (strncmp(word, "fail", 4) == 0)
		return 1;
	if (strncmp(word, "exit", 4) == 0)
		_exit(3);
	if (strncmp(word, "control", 7) == 0)
		hand_over(source, "a\001b");
	else if (strncmp(word, "invalid", 7) == 0)
		hand_over(source, "a\xFF");
	else if (strncmp(word, "early", 5) == 0)
		source->cell(source, &one);
	else if (strncmp(word, "nowhere", 7) == 0)
		hand_over_nowhere(source, 4000000000u);
	else if (strncmp(word, "flood", 5) == 0)
		flood(source);
	else if (strncmp(word, "garbage", 7) == 0)
		return write(3, word, source->bytes.n) < 0 || write(5, word, source->bytes.n) < 0 ||
		       write(6, word, source->bytes.n) < 0 || write(7, word, source->bytes.n) < 0;
	else
		hand_over(source, "yes");
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "readerlies",
	.summary = "a reader of the tests",
	.version = "1",
	.capabilities = MR_CAN_READ_TEXT,
	.read = read_file,
	.read_suffixes = "lies",
};
