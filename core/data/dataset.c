/* SPDX-License-Identifier: MIT */
#include "data/dataset.h"

#include "base/mem.h"

#include <string.h>

const char *dataset_file(const char *path)
{
	return strcmp(path, "-") == 0 ? "<stdin>" : path;
}

const char *dataset_place_name(const struct dataset *dataset, struct place place)
{
	return place.column == PLACE_NAMED ? dataset->place_names[place.line - 1] : "";
}

void dataset_release(struct dataset *dataset)
{
	texts_release(&dataset->texts);
	arena_release(&dataset->arena);
	cells_release(&dataset->cells);
	mem_free(dataset->owned_bytes);
	mem_free(dataset->place_names);
	*dataset = (struct dataset)DATASET_INIT;
}
