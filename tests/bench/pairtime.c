/* SPDX-License-Identifier: MIT */
/* pairtime - time one command, or two in turn (A B A B ...), from outside.
 *
 *   pairtime [-n RUNS] [-b BUDGET_S] [-t TIMEOUT_S] [-m MEM_GIB] [-w] LABEL CMD_A [CMD_B]
 *
 * No shell is used: a command is split at blanks, with '..' and ".." quoting and
 * "> FILE" / "< FILE" redirection (default: /dev/null).  One warm-up run each, not counted
 * (-w: none; a warm-up over 2 s IS counted, so that slow programs are not run twice for nothing).
 * Runs stop at RUNS or when BUDGET_S seconds have gone; a run over TIMEOUT_S or a process
 * tree over MEM_GIB is killed (its own process group only) and the row says so.
 *
 * Output, tab separated:
 *   LABEL n wallA cpuA peakA_KiB statusA [wallB cpuB peakB_KiB statusB wall(A/B) cpu(A/B) peak(A/B)]
 * All medians; the ratios are medians of the pairwise ratios.  status: ok, exit:N, sig:N,
 * timeout, mem, enoent.  peak is the largest single process, as wait4() reports it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAXRUN 101
struct cmd {
	char *argv[256];
	char *in, *out;
};
struct res {
	double wall, cpu;
	long peak;
	char st[16];
};

static double timeout_s = 120, mem_gib = 12;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec + t.tv_nsec / 1e9;
}

static void split(char *s, struct cmd *c)
{
	int n = 0;
	char *d, q;
	c->in = c->out = NULL;
	for (;;) {
		while (*s == ' ')
			s++;
		if (!*s)
			break;
		char **slot = &c->argv[n];
		if ((*s == '>' || *s == '<') && (s[1] == ' ')) {
			slot = *s == '>' ? &c->out : &c->in;
			for (s++; *s == ' '; s++)
				;
		} else if (n++ >= 254)
			break;
		*slot = d = s;
		for (q = 0; *s && (q || *s != ' '); s++) {
			if (!q && (*s == '\'' || *s == '"'))
				q = *s;
			else if (q && *s == q)
				q = 0;
			else
				*d++ = *s;
		}
		if (*s)
			s++;
		*d = 0;
	}
	c->argv[n] = NULL;
}

/* resident KiB of a process and its descendants */
static long tree_kib(pid_t p, int depth)
{
	char b[4096];
	long kib = 0, pages;
	int n;
	FILE *f;
	snprintf(b, sizeof b, "/proc/%d/statm", (int)p);
	if (!(f = fopen(b, "r")))
		return 0;
	if (fscanf(f, "%*d %ld", &pages) == 1)
		kib = pages * (sysconf(_SC_PAGESIZE) / 1024);
	fclose(f);
	snprintf(b, sizeof b, "/proc/%d/task/%d/children", (int)p, (int)p);
	if (depth < 6 && (f = fopen(b, "r"))) {
		while (fscanf(f, "%d", &n) == 1)
			kib += tree_kib(n, depth + 1);
		fclose(f);
	}
	return kib;
}

static struct res run(struct cmd *c)
{
	struct res r = {0, 0, 0, "ok"};
	struct rusage ru;
	sigset_t set, old;
	int st, err[2];
	const char *why = NULL;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, &old);
	if (pipe2(err, O_CLOEXEC))
		exit(2);
	double t0 = now();
	pid_t p = fork();
	if (p == 0) {
		setpgid(0, 0);
		sigprocmask(SIG_SETMASK, &old, NULL);
		int i = open(c->in ? c->in : "/dev/null", O_RDONLY);
		int o = open(c->out ? c->out : "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0644);
		int e = open("/dev/null", O_WRONLY);
		if (i >= 0 && o >= 0) {
			dup2(i, 0);
			dup2(o, 1);
			if (!getenv("PAIRTIME_STDERR"))
				dup2(e, 2);
			execvp(c->argv[0], c->argv);
		}
		if (write(err[1], "x", 1) < 0) {
		}
		_exit(127);
	}
	close(err[1]);
	for (;;) {
		struct timespec ts = {0, 200000000};
		pid_t g = wait4(p, &st, WNOHANG, &ru);
		if (g == p)
			break;
		sigtimedwait(&set, NULL, &ts);
		if (!why && now() - t0 > timeout_s)
			why = "timeout", kill(-p, SIGKILL);
		else if (!why && now() - t0 > 0.5 && tree_kib(p, 0) > mem_gib * 1048576)
			why = "mem", kill(-p, SIGKILL);
	}
	r.wall = now() - t0;
	kill(-p, SIGKILL); /* strays in its own group only */
	r.cpu = ru.ru_utime.tv_sec + ru.ru_utime.tv_usec / 1e6 + ru.ru_stime.tv_sec +
		ru.ru_stime.tv_usec / 1e6;
	r.peak = ru.ru_maxrss;
	char x;
	if (read(err[0], &x, 1) == 1)
		strcpy(r.st, "enoent");
	else if (why)
		strcpy(r.st, why);
	else if (WIFSIGNALED(st))
		snprintf(r.st, sizeof r.st, "sig:%d", WTERMSIG(st));
	else if (WEXITSTATUS(st))
		snprintf(r.st, sizeof r.st, "exit:%d", WEXITSTATUS(st));
	close(err[0]);
	sigprocmask(SIG_SETMASK, &old, NULL);
	return r;
}

static int cmp(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static double med(double *v, int n)
{
	double t[MAXRUN];
	memcpy(t, v, n * sizeof *v);
	qsort(t, n, sizeof *t, cmp);
	return n % 2 ? t[n / 2] : (t[n / 2 - 1] + t[n / 2]) / 2;
}

int main(int ac, char **av)
{
	int n = 7, o, warm = 1, k = 0, two, i;
	double budget = 40, t0;
	static struct cmd c[2];
	static struct res r[2][MAXRUN];
	char *last[2] = {"ok", "ok"};

	while ((o = getopt(ac, av, "+n:b:t:m:w")) != -1)
		switch (o) {
		case 'n': n = atoi(optarg); break;
		case 'b': budget = atof(optarg); break;
		case 't': timeout_s = atof(optarg); break;
		case 'm': mem_gib = atof(optarg); break;
		case 'w': warm = 0; break;
		default: return 2;
		}
	if (ac - optind < 2)
		return fprintf(stderr,
			       "usage: pairtime [-n RUNS] [-b BUDGET] [-t TIMEOUT] [-m GIB] [-w] LABEL A [B]\n"),
		       2;
	two = ac - optind > 2;
	split(av[optind + 1], &c[0]);
	if (two)
		split(av[optind + 2], &c[1]);
	if (!c[0].argv[0] || (two && !c[1].argv[0]))
		return fprintf(stderr, "pairtime: a command is empty\n"), 2;
	if (n >= MAXRUN)
		n = MAXRUN - 1;
	t0 = now();
	while (k < n && (k == 0 || now() - t0 < budget)) {
		double slow = 0;
		for (i = 0; i <= two; i++) {
			r[i][k] = run(&c[i]);
			if (strcmp(r[i][k].st, "ok"))
				last[i] = r[i][k].st;
			slow = r[i][k].wall > slow ? r[i][k].wall : slow;
		}
		if (warm && slow < 2) {
			warm = 0;
			continue;
		}
		warm = 0;
		k++;
		if (strcmp(last[0], "ok") || (two && strcmp(last[1], "ok")))
			break;
	}
	printf("%s\t%d", av[optind], k);
	double v[3][2][MAXRUN], q[3][MAXRUN];
	for (i = 0; i <= two; i++) {
		for (int j = 0; j < k; j++) {
			v[0][i][j] = r[i][j].wall;
			v[1][i][j] = r[i][j].cpu;
			v[2][i][j] = r[i][j].peak;
		}
		printf("\t%.4f\t%.4f\t%.0f\t%s", med(v[0][i], k), med(v[1][i], k), med(v[2][i], k),
		       last[i]);
	}
	if (two) {
		for (i = 0; i < 3; i++) {
			for (int j = 0; j < k; j++)
				q[i][j] = v[i][1][j] > 0 ? v[i][0][j] / v[i][1][j] : 0;
			printf("\t%.4f", med(q[i], k));
		}
	}
	printf("\n");
	return 0;
}
