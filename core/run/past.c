/* SPDX-License-Identifier: MIT */
#include "run/past.h"

#include "run/deadline.h"

int past_compare(struct run *run, struct input *input, struct past *past)
{
	const struct select_request request = input_request(run, input);
	int status = input_load_old(run, &past->old);
	const struct change_wish wish = {.request = &request,
					 .ignored = run->args.ignored,
					 .by_name = input->is_read || past->old.is_read,
					 .is_diff = run->args.verb == ARGS_DIFF};
	struct deadline deadline;

	if (status != RUN_DONE)
		return status;
	deadline_begin(&deadline, run, past->old.shown, "comparing the editions");
	past->change = change_new(input->matrix, &past->old.set, &wish, &run->diag);
	deadline_end(&deadline);
	return past->change ? RUN_DONE : RUN_FAILED;
}

bool past_has_changes(const struct input *input)
{
	const struct mr_since *since = matrix_view(input->matrix)->since;

	return since->n_changes > 0;
}

void past_release(struct past *past)
{
	change_free(past->change);
	input_release(&past->old);
}
