/* SPDX-License-Identifier: MIT */
#include "cli/new.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/signals.h"
#include "cli/stencil.h"
#include "fmt/fmt.h"
#include "out/sink.h"
#include "words/slug.h"
#include "yaml/dataset_load.h"

static const char verb[] = "new", default_file[] = "comparison.yaml";

/* A new dataset on its way. */
struct work {
	const char *path; /* "-" for standard output */
	const char *shown;
	struct stencil stencil;
	struct strset ids;
	struct buf filled, out;
};

static int refuse_memory(struct run *run)
{
	diag_no_memory(&run->diag);
	return RUN_FAILED;
}

/* ---- the template */

/* -t FILE or -t new=FILE, else that of the program; null without memory. */
static const char *template_path(struct run *run)
{
	const struct args_list *given = &run->args.templates;
	const char *path = given->n > 0 ? given->at[given->n - 1] : NULL;
	size_t n = sizeof(verb) - 1;

	if (!path)
		return path_join(&run->arena, run->home.templates, "new/dataset.yaml");
	return strncmp(path, verb, n) == 0 && path[n] == '=' ? path + n + 1 : path;
}

static int read_template(struct run *run, struct mr_bytes *out, const char **out_path)
{
	const char *path = template_path(run);

	*out_path = path;
	if (!path)
		return refuse_memory(run);
	if (file_read(path, &run->arena, out) == 0)
		return RUN_DONE;
	if (errno == ENOMEM)
		return refuse_memory(run);
	diag_say(&run->diag, MR_ERROR, path, "cannot read the template: %s",
		 errno == EILSEQ   ? "it is not UTF-8"
		 : errno == EINVAL ? "it is not a regular file"
				   : strerror(errno));
	return run->args.templates.n > 0 ? RUN_USAGE : RUN_FAILED;
}

bool new_is_template(const struct run *run)
{
	return strcmp(run->args.about, verb) == 0;
}

int new_template(struct run *run)
{
	struct buf text = BUF_INIT;
	struct mr_bytes bytes;
	const char *path;
	int status = read_template(run, &bytes, &path);

	if (status == RUN_DONE) {
		buf_put(&text, bytes.at, bytes.n);
		status = run_print(run, &text);
	}
	buf_release(&text);
	return status;
}

/* ---- the products */

/* "Istio" or "istio": what was given is the name, and the id follows from it. */
static int add_product(struct run *run, struct work *work, struct stencil_product *product,
		       const char *name, size_t n)
{
	const char *copy = arena_copy(&run->arena, name, n);
	uint32_t id = copy ? slug_make(&work->ids, "", copy, "product") : STRSET_NONE;

	if (id == STRSET_NONE)
		return refuse_memory(run);
	*product = (struct stencil_product){work->ids.at[id].at, copy};
	return RUN_DONE;
}

static size_t count_names(const struct args_list *given)
{
	size_t n = 0;

	for (size_t i = 0; i < given->n; i++) {
		n++;
		for (const char *at = given->at[i]; *at; at++)
			n += *at == ',';
	}
	return n;
}

static int add_products(struct run *run, struct work *work, struct stencil_product *products,
			const char *list)
{
	for (const char *at = list, *next; at; at = next) {
		size_t n = strcspn(at, ",");
		int status;

		next = at[n] ? at + n + 1 : NULL;
		for (; n > 0 && *at == ' '; n--)
			at++;
		while (n > 0 && at[n - 1] == ' ')
			n--;
		if (n == 0) {
			diag_say(&run->diag, MR_ERROR, NULL,
				 "--products has a product without a name");
			return RUN_USAGE;
		}
		status = add_product(run, work, &products[work->stencil.n_products++], at, n);
		if (status != RUN_DONE)
			return status;
	}
	return RUN_DONE;
}

static int name_products(struct run *run, struct work *work)
{
	const char *usual[] = {"Alpha,Beta,Gamma"};
	struct args_list names = run->args.products;
	struct stencil_product *products;
	int status = RUN_DONE;

	if (names.n == 0)
		names = (struct args_list){usual, 1};
	products = arena_array(&run->arena, count_names(&names), sizeof(*products));
	if (!products)
		return refuse_memory(run);
	work->stencil.products = products;
	for (size_t i = 0; i < names.n && status == RUN_DONE; i++)
		status = add_products(run, work, products, names.at[i]);
	return status;
}

/* ---- the text */

static int fill(struct run *run, struct work *work)
{
	struct diag_message message = {.severity = MR_ERROR};
	struct stencil_problem problem;
	struct mr_bytes bytes;
	char word[DIAG_WORD];
	int status = read_template(run, &bytes, &message.file);

	if (status != RUN_DONE)
		return status;
	if (stencil_put(&work->filled, bytes.at, bytes.n, &work->stencil, &problem) == 0)
		return RUN_DONE;
	if (!*problem.text)
		return refuse_memory(run);
	message.place.line = problem.line;
	diag_report(&run->diag, &message, "%s: '%s'", problem.text,
		    diag_word_of(word, problem.name, problem.n_name));
	return RUN_USAGE;
}

/* A template of the user's own may make anything: what does not load is not written. */
static int lay_out(struct run *run, struct work *work)
{
	struct diag_message message = {.severity = MR_ERROR, .file = work->shown};
	struct fmt_problem problem;
	struct dataset set;
	int status = dataset_load_bytes(&set, buf_text(&work->filled), work->filled.n, work->path,
					&run->args.limits, &run->diag);

	dataset_release(&set);
	if (status != 0)
		return RUN_FAILED;
	if (fmt_bytes(work->filled.at, work->filled.n, &work->out, &problem) == 0)
		return RUN_DONE;
	if (!problem.text)
		return refuse_memory(run);
	message.text = problem.text;
	message.place = problem.place;
	diag_add(&run->diag, &message);
	return RUN_FAILED;
}

/* ---- where it goes */

static int refuse_write(struct run *run, const struct work *work, int reason)
{
	struct diag_message message = {.severity = MR_ERROR, .file = work->shown};

	if (reason == EEXIST)
		message.hint = "new never replaces a file";
	diag_report(&run->diag, &message, "cannot write it: %s",
		    reason == EEXIST ? "something stands there already" : strerror(reason));
	return RUN_FAILED;
}

/* It appears whole, and the system sees to it that there was none, so that nobody's is lost. */
static int write_new(struct run *run, const struct work *work)
{
	struct buf left = BUF_INIT;
	int status = RUN_DONE;
	struct sink sink;
	sigset_t before;
	struct stat is;

	/* A link to nothing is something, too. */
	if (lstat(work->path, &is) == 0)
		return refuse_write(run, work, EEXIST);
	if (!path_is_absence(errno))
		return refuse_write(run, work, errno);
	signals_hold(&before);
	sink_open_path(&sink, work->path);
	sink_write(&sink, work->out.at, work->out.n);
	if (sink_prepare(&sink) != 0 || sink_commit_new(&sink) != 0 ||
	    sink_sync_folder(&sink, NULL) != 0) {
		status = refuse_write(run, work, sink.error);
		sink_undo(&sink, &left);
		if (left.n > 0 || left.failed)
			diag_say_buf(&run->diag, MR_ERROR, work->shown, "", &left);
	} else {
		sink_settle(&sink);
	}
	buf_release(&left);
	signals_give_back(&before);
	return status;
}

static int put(struct run *run, struct work *work)
{
	struct buf line = BUF_INIT;
	int status;

	if (strcmp(work->path, "-") == 0)
		return run_print(run, &work->out);
	status = write_new(run, work);
	buf_printf(&line,
		   "%s: a comparison of %zu product%s to begin with; 'meshreport %s' shows it",
		   work->path, work->stencil.n_products, work->stencil.n_products == 1 ? "" : "s",
		   work->path);
	if (status == RUN_DONE)
		run_tell(run, buf_text(&line));
	buf_release(&line);
	return status;
}

int new_dataset(struct run *run)
{
	const char *path = run->args.dataset ? run->args.dataset : default_file;
	bool is_stdout = strcmp(path, "-") == 0;
	struct work work = {.path = path, .shown = is_stdout ? "<stdout>" : path};
	char *schema = path_beside(run->home.dataset, "dataset.schema.json");
	int status;

	strset_init(&work.ids);
	work.stencil.title = run->args.title ? run->args.title : "A comparison";
	/* It stands in comments alone, which a line end would end. */
	work.stencil.file = is_stdout || strpbrk(path, "\r\n") ? default_file : path;
	work.stencil.schema = schema;
	status = schema ? name_products(run, &work) : refuse_memory(run);
	if (status == RUN_DONE)
		status = fill(run, &work);
	if (status == RUN_DONE)
		status = lay_out(run, &work);
	if (status == RUN_DONE)
		status = put(run, &work);
	buf_release(&work.filled);
	buf_release(&work.out);
	strset_release(&work.ids);
	mem_free(schema);
	return status;
}
