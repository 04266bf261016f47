/* SPDX-License-Identifier: MIT */
/*
 * The laws of fmt on whatever loads: it is laid out, twice is once, without white space and quotes the bytes
 * are the same, and so are the dataset, what is warned of, and (for the mutations) nothing crashes on the rest.
 *
 * seeds: tests/fuzz/seeds/fmt data/servicemesh.yaml tests/golden/dataset.yaml
 * sources: core/fmt/ core/canon/ core/view/ core/yaml/ core/check/ core/data/ core/base/
 */
#include "canon/canon.h"
#include "fmt/fmt.h"
#include "fmt/quote.h"
#include "view/matrix.h"
#include "yaml/dataset_load.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void demand(bool is_so, const char *what, const struct buf *is, const struct buf *was)
{
	if (is_so)
		return;
	fprintf(stderr, "fmt: %s\n---- was\n%.*s\n---- is\n%.*s\n", what, (int)was->n,
		was->n ? was->at : "", (int)is->n, is->n ? is->at : "");
	abort();
}

/* What a dataset says: its canonical form and its warnings without places.  False where it does not load. */
static bool tell(const struct buf *file, struct buf *out)
{
	struct limits limits;
	struct dataset set;
	struct diag diag;
	struct matrix *matrix = NULL;
	struct select_request whole = {0};
	bool loads;

	limits_init(&limits);
	limits.expansion = 2000;
	limits.products = 100;
	diag_init(&diag, 20);
	loads = dataset_load_bytes(&set, file->at, file->n, "fuzz.yaml", &limits, &diag) == 0;
	if (loads)
		matrix = matrix_new(&set, &whole, &diag);
	if (matrix) {
		struct canon canon = {.matrix = matrix};

		canon_put(out, &canon);
		for (size_t i = 0; i < diag.n; i++)
			buf_printf(out, "# %s (%s)\n", diag.messages[i].text,
				   diag.messages[i].path);
	}
	matrix_free(matrix);
	dataset_release(&set);
	diag_release(&diag);
	return loads;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct buf file = BUF_INIT, once = BUF_INIT, twice = BUF_INIT, says = BUF_INIT,
		   said = BUF_INIT;
	struct fmt_problem problem;
	bool loads;

	buf_text(&file);
	buf_put(&file, bytes, n);
	loads = tell(&file, &said);
	if (fmt_bytes(buf_text(&file), file.n, &once, &problem) != 0) {
		demand(!loads, problem.text, &once, &file);
	} else if (loads) {
		demand(quote_is_same(file.at, file.n, buf_text(&once), once.n), "bytes differ",
		       &once, &file);
		demand(fmt_bytes(once.at, once.n, &twice, &problem) == 0, "its own is refused",
		       &once, &file);
		demand(twice.n == once.n && memcmp(twice.at, once.at, once.n) == 0,
		       "twice is not once", &twice, &once);
		demand(tell(&once, &says), "it loads no more", &once, &file);
		demand(says.n == said.n && memcmp(buf_text(&says), buf_text(&said), says.n) == 0,
		       "it says something else", &once, &file);
	}
	buf_release(&file);
	buf_release(&once);
	buf_release(&twice);
	buf_release(&says);
	buf_release(&said);
	return 0;
}
