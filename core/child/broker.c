/* SPDX-License-Identifier: MIT */
#include "child/broker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/file.h"
#include "base/refusal.h"
#include "confine/around.h"

/* What stands before the bytes of an answer. */
struct head {
	uint32_t n, n_words;
	int32_t status;
};

/* ---- the broker's side */

static int answer(const struct broker_task *task, const char *question, size_t n, int to)
{
	struct broker_answer out;
	struct head head;
	int status;

	buf_init(&out.bytes, BROKER_ANSWER_MAX);
	buf_init(&out.words, BROKER_WORDS_MAX);
	status = task->answer(task->context, question, n, &out);
	if (status == 0 && out.bytes.failed) {
		buf_clear(&out.words);
		buf_put_text(&out.words, "it is larger than what is handed out, or memory ran out");
		status = -1;
	}
	if (status != 0)
		buf_clear(&out.bytes);
	head = (struct head){(uint32_t)out.bytes.n, (uint32_t)out.words.n, status};
	if (file_write_all(to, &head, sizeof(head)) != 0 ||
	    file_write_all(to, buf_text(&out.words), out.words.n) != 0)
		status = -1;
	else
		status = file_write_all(to, buf_text(&out.bytes), out.bytes.n);
	buf_release(&out.bytes);
	buf_release(&out.words);
	return status;
}

/* It keeps no file of the run: a pipe that it held open would seem to be in use when its process is gone. */
static _Noreturn void serve(const struct broker_task *task, const char *question, size_t n, int to,
			    pid_t parent)
{
	int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);

#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent || nowhere < 0)
		_exit(1);
	for (int fd = 0; fd <= 2; fd++)
		if (dup2(nowhere, fd) < 0)
			_exit(1);
	around_close_others(to, to);
	refusal_is_passed_up();
	_exit(answer(task, question, n, to) == 0 ? 0 : 1);
}

int broker_start(struct broker *broker, const struct broker_task *task, const char *question,
		 size_t n, int to)
{
	pid_t parent = getpid(), pid;

	broker_end(broker);
	pid = fork();
	if (pid == 0)
		serve(task, question, n, to, parent);
	broker->pid = pid > 0 ? pid : 0;
	return pid > 0 ? 0 : -1;
}

void broker_end(struct broker *broker)
{
	if (broker->pid <= 0)
		return;
	kill(broker->pid, SIGKILL);
	while (waitpid(broker->pid, NULL, 0) < 0 && errno == EINTR)
		;
	broker->pid = 0;
}

/* ---- the plugin's side */

int broker_take(int from, struct arena *arena, struct mr_bytes *out, const char **out_words)
{
	struct head head;
	char *bytes, *words;

	*out = (struct mr_bytes){"", 0};
	*out_words = "the host could not";
	if (file_read_first(from, &head, sizeof(head)) != (ssize_t)sizeof(head) ||
	    head.n > BROKER_ANSWER_MAX || head.n_words > BROKER_WORDS_MAX)
		return -1;
	words = arena_array(arena, (size_t)head.n_words + 1, 1);
	bytes = arena_array(arena, (size_t)head.n + 1, 1);
	if (!words || !bytes ||
	    file_read_first(from, words, head.n_words) != (ssize_t)head.n_words ||
	    file_read_first(from, bytes, head.n) != (ssize_t)head.n)
		return -1;
	*out = (struct mr_bytes){bytes, head.n};
	*out_words = words;
	return head.status == 0 ? 0 : -1;
}
