/* SPDX-License-Identifier: MIT */
/*
 * musl - a plugin that is a program, linked with another C library than meshreport's: does what rendering needs, and
 * tries what no plugin may.  What it finds is its artifact, a line each.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

static const char description[] =
	"{\"meshreport\": 1, \"name\": \"musl\", \"summary\": \"by another C library\", "
	"\"version\": \"1\", \"extension\": \"txt\"}";

static void *work(void *done)
{
	struct timespec now;
	char *memory = malloc(1 << 20);

	if (memory && clock_gettime(CLOCK_MONOTONIC, &now) == 0) {
		memset(memory, 1, 1 << 20);
		*(int *)done = memory[(1 << 20) - 1];
	}
	free(memory);
	return NULL;
}

static void tell(const char *deed, int result)
{
	int reason = errno;

	printf("%s: %s\n", deed,
	       result >= 0                           ? "done"
	       : reason == EPERM || reason == EACCES ? "refused"
						     : strerror(reason));
}

int main(int argc, char **argv)
{
	pthread_t thread;
	size_t n = 0;
	int done = 0;

	if (argc > 1 && strcmp(argv[1], "--describe") == 0)
		return puts(description) < 0;
	while (getchar() != EOF)
		n++;
	if (pthread_create(&thread, NULL, work, &done) == 0)
		pthread_join(thread, NULL);
	printf("meshreport\nread: %s\nthread and memory: %s\n", n > 100 ? "done" : "nothing",
	       done ? "done" : "failed");
	tell("socket", socket(AF_INET, SOCK_STREAM, 0));
	tell("write", open("made.txt", O_WRONLY | O_CREAT, 0600));
	tell("secret", open("secret.txt", O_RDONLY));
	return 0;
}
