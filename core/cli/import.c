/* SPDX-License-Identifier: MIT */
#include "cli/import.h"

#include "run/render.h"

int import_dataset(struct run *run)
{
	const char *yaml[] = {"yaml"};
	int status;

	if (run->args.formats.n > 0) {
		diag_say(&run->diag, MR_ERROR, NULL,
			 "import writes a dataset in YAML and takes no -f; other formats are "
			 "written without it");
		return RUN_USAGE;
	}
	run->args.formats = (struct args_list){yaml, 1};
	if (!run->args.output)
		run->args.output = "-";
	status = render_documents(run);
	/* yaml[] ends with this function */
	run->args.formats = (struct args_list){0};
	return status;
}
