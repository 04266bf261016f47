/* SPDX-License-Identifier: MIT */
/* While its options are judged it writes frames of its own to the host's pipe, without end. */
#include "plugin.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct mr_option options[] = {{.name = "with",
					    .type = MR_OPTION_CHOICE,
					    .choices = "hello|diag|sniff|progress",
					    .help = "kind of frame"}};

enum { HELLO = 1, DIAG = 6, PROGRESS = 7, SNIFF = 9 };

/* The pipe that leads to the host: the only one that can be written to. */
static int find_pipe(void)
{
	struct stat status;

	for (int fd = 3; fd < 100; fd++)
		if ((fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY && fstat(fd, &status) == 0 &&
		    S_ISFIFO(status.st_mode))
			return fd;
	return -1;
}

static size_t put_number(char *at, uint64_t number)
{
	memcpy(at, &number, sizeof(number));
	return sizeof(number);
}

/* A DIAG as the host's own code writes it: severity, kind, two numbers, a name, and words that are new each time. */
static size_t put_diag(char *at, uint64_t turn)
{
	char words[500];
	size_t n = put_number(at, 1 + turn % 2) + 24, length;

	memset(at + 8, 0, 24 + 9);
	n += 9;
	memset(words, 'x', sizeof(words));
	length = (size_t)snprintf(words, sizeof(words), "message %llu ", (unsigned long long)turn);
	words[length] = 'x';
	n += put_number(at + n, sizeof(words) - 1);
	memcpy(at + n, words, sizeof(words) - 1);
	at[n + sizeof(words) - 1] = '\0';
	return n + sizeof(words);
}

static int vet(uint32_t index, const struct mr_value *value, char *why, size_t n_why)
{
	char frame[1000] = {0};
	int out = find_pipe();

	(void)index;
	(void)why;
	(void)n_why;
	for (uint64_t turn = 0; out >= 0; turn++) {
		uint16_t kind = value->text[0] == 'h'   ? HELLO
				: value->text[0] == 'd' ? DIAG
				: value->text[0] == 's' ? SNIFF
							: PROGRESS;
		size_t n = kind == DIAG ? put_diag(frame + 8, turn) : put_number(frame + 8, 1);
		uint32_t length = (uint32_t)n;

		memcpy(frame, &length, sizeof(length));
		memcpy(frame + 4, &kind, sizeof(kind));
		if (write(out, frame, n + 8) < 0)
			break;
	}
	return 0;
}

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "meshreport 0");
	return 0;
}

DECLARE("pelts", .options = options, .n_options = 1, .render = render, .vet = vet);
