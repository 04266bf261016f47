/* SPDX-License-Identifier: MIT */
#include "cli/listing.h"

#include <string.h>

#include "base/diag.h"
#include "base/path.h"
#include "run/input.h"
#include "run/source.h"

/* "2*  README.md:40:1  12 x 5  83 % statuses  Feature matrix" */
static void put_table(struct buf *out, const struct input *input,
		      const struct interpret_table *table)
{
	struct buf place = BUF_INIT;

	grid_put_place(&place, &input->grids, table->place);
	buf_printf(out, "%lu%s  %s:%s  %lu x %lu  %u %% statuses  ", (unsigned long)table->number,
		   table->is_chosen ? "*" : " ", input->shown, buf_text(&place),
		   (unsigned long)table->n_rows, (unsigned long)table->n_columns, table->share);
	diag_neutralise(out, table->heading, strlen(table->heading));
	buf_put_byte(out, '\n');
	out->failed |= place.failed;
	buf_release(&place);
}

static int print(struct run *run, const struct input *input)
{
	struct interpret_options options =
		wishes_interpret(&run->args.wishes, path_name(source_path(run)), &run->arena);
	const struct interpret_table *tables;
	struct buf out = BUF_INIT;
	size_t n;
	int status;

	if (run->arena.failed ||
	    interpret_list(&input->grids, &options, &run->arena, &tables, &n) != 0) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	if (n == 0) {
		diag_say(&run->diag, MR_ERROR, input->shown, "there is no table in it");
		return RUN_FAILED;
	}
	for (size_t i = 0; i < n; i++)
		put_table(&out, input, &tables[i]);
	buf_put_text(&out, "Rows by columns; those with * are taken, --table takes others.\n");
	status = run_print(run, &out);
	buf_release(&out);
	return status;
}

int listing_tables(struct run *run)
{
	struct input input;
	int status = input_read(run, &input);

	if (status == RUN_DONE)
		status = print(run, &input);
	input_release(&input);
	return status;
}
