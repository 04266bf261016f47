/* SPDX-License-Identifier: MIT */
/* Has one fault, which the compiler chooses: 1 prints, 2 other bytes each time, 3 no mark, 4 loses words, 5 crashes by an option, 6 nothing,
   7 writes a NUL, 8 makes less of it where memory is short, 9 crashes by a value of the option that TYPE names, 10 writes no byte,
   11 more or fewer bytes each time, 12 crashes, 13 a document that refuses all with two errors, 14 writes a single byte. */
#include <meshreport/plugin.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef TYPE
#define TYPE MR_OPTION_FLAG
#define BREAKS(value) false
#endif
#ifndef CHOICES
#define CHOICES NULL
#endif
#ifndef MIN
#define MIN 0
#endif
#ifndef MAX
#define MAX 0
#endif

static const struct mr_option options[] = {
	{"mode", MR_OPTION_CHOICE, "plain", "plain|fatal", 0, 0, "how"},
	{"value", TYPE, NULL, CHOICES, MIN, MAX, "what"},
};

/* What malloc() is refused the host sees; this it does not. */
static bool is_short_of_memory(void)
{
	size_t n = (size_t)32 << 20;
	void *memory = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED)
		return true;
	munmap(memory, n);
	return false;
}

static void put(struct mr_sink *sink, const char *text)
{
	sink->write(sink, text, strlen(text));
}

/* What is no document at all; true where there is nothing more to say. */
static bool fail(struct mr_job *job, struct mr_sink *sink)
{
	if (FAULT == 12)
		abort();
	if (FAULT == 13) {
		job->diag(job, MR_ERROR, NULL, "it cannot be shown");
		job->diag(job, MR_ERROR, NULL, "a second error");
	}
	if (FAULT == 14)
		put(sink, "x");
	return FAULT == 10 || FAULT == 13 || FAULT == 14;
}

static int render(struct mr_job *job)
{
	const struct mr_matrix *m = job->matrix;
	struct mr_sink *sink = job->open(job, "");
	char line[40];

	if (fail(job, sink))
		return 0;
	for (int i = 0; FAULT == 11 && i < (int)getpid() % 1000; i++)
		put(sink, "x");
	put(sink, m->title);
	for (uint32_t col = 0; FAULT == 4 && col < m->products.n; col++)
		put(sink, mr_product_at(m, col)->name);
	if (FAULT == 1) {
		puts("a word for nobody\nand another");
		fflush(stdout);
	}
	snprintf(line, sizeof(line), " %d\n", FAULT == 2 ? (int)getpid() : 0);
	put(sink, line);
	if (FAULT == 5 && mr_option_value(job, 0)->integer == 1)
		abort();
	if (FAULT == 7)
		sink->write(sink, "\0", 1);
	if (FAULT == 8 && !is_short_of_memory())
		put(sink, "all of it ");
	if (FAULT == 9 && mr_option_value(job, 1)->is_set && BREAKS(mr_option_value(job, 1)))
		abort();
	if (FAULT != 3)
		put(sink, job->generator);
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "faulty",
	.summary = "has a fault",
	.version = "1",
	.extension = "txt",
	.media_type = "text/plain",
	.capabilities = FAULT == 4 || FAULT == 13 ? MR_CAN_DOCUMENT : 0,
	.options = options,
	.n_options = 2,
	.render = render,
	.license = "MIT",
};
