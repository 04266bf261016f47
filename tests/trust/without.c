/* SPDX-License-Identifier: MIT */
/*
 * Runs a program as on a kernel that lacks something: without WHAT[,WHAT...] PROGRAM ARGUMENT...
 *
 *   files   no Landlock: its calls answer ENOSYS, as where it is not configured
 *   calls   no seccomp filters: EINVAL, as there
 *   close   no close_range(): ENOSYS, as before Linux 5.9
 *   none    as it is
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CALL(number, answer)                               \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), \
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (answer))
#define LOAD BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

static int load(struct sock_filter *filter, size_t n)
{
	struct sock_fprog program = {(unsigned short)n, filter};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return -1;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

static int take_away(const char *what)
{
	struct sock_filter files[] = {LOAD, CALL(444, ENOSYS), CALL(445, ENOSYS), CALL(446, ENOSYS),
				      ALLOW};
	struct sock_filter close[] = {LOAD, CALL(436, ENOSYS), ALLOW};
	struct sock_filter calls[] = {
		LOAD,
		CALL(SYS_seccomp, EINVAL),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 3),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
		ALLOW,
	};

	if (strcmp(what, "files") == 0)
		return load(files, sizeof(files) / sizeof(*files));
	if (strcmp(what, "close") == 0)
		return load(close, sizeof(close) / sizeof(*close));
	if (strcmp(what, "calls") == 0)
		return load(calls, sizeof(calls) / sizeof(*calls));
	return strcmp(what, "none") == 0 ? 0 : -1;
}

int main(int argc, char **argv)
{
	char list[512];
	const char *word;

	if (argc < 3)
		return 125;
	snprintf(list, sizeof(list), "%s", argv[1]);
	for (word = strtok(list, ","); word; word = strtok(NULL, ","))
		if (take_away(word) != 0)
			return 125;
	execv(argv[2], argv + 2);
	return 126;
}
