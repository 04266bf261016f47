/* SPDX-License-Identifier: MIT */
#include "trial/trial_data.h"

#include "base/file.h"
#include "base/path.h"
#include "yaml/dataset_load.h"

enum { HUGE_FEATURES = 3000, HUGE_PRODUCTS = 8 };

const char *trial_data_path(struct run *run, const char *name)
{
	const char *folder = path_join(&run->arena, run->home.templates, "plugin");

	return folder ? path_join(&run->arena, folder, name) : NULL;
}

int trial_data_load(struct run *run, const char *name, const struct buf *bytes, struct input *input)
{
	struct limits limits;
	struct mr_bytes text = {NULL, 0};
	const char *path = trial_data_path(run, name);

	*input = (struct input){.shown = name};
	limits_init(&limits);
	if (bytes)
		text = (struct mr_bytes){bytes->at, bytes->n};
	else if (!path || file_read(path, &run->arena, &text) != 0)
		return -1;
	if (dataset_load_bytes(&input->set, text.at, text.n, name, &limits, &run->diag) != 0)
		return -1;
	return input_select(run, input);
}

void trial_data_huge(struct buf *out)
{
	buf_put_text(out, "meshreport: 1\ntitle: Huge\nproducts:\n");
	for (int col = 0; col < HUGE_PRODUCTS; col++)
		buf_printf(out, "  - {id: p%d, name: Product %d}\n", col, col);
	buf_put_text(out, "categories:\n  - id: all\n    name: All\n    features:\n");
	for (int row = 0; row < HUGE_FEATURES; row++) {
		buf_printf(out, "      - {id: f%d, name: Feature %d, values: {", row, row);
		for (int col = 0; col < HUGE_PRODUCTS; col++)
			buf_printf(out, "%sp%d: %s", col > 0 ? ", " : "", col,
				   (row + col) % 3 == 0   ? "yes"
				   : (row + col) % 3 == 1 ? "no"
							  : "partial");
		buf_put_text(out, "}}\n");
	}
}
