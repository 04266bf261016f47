/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create() */
#include "xlsx/xlsx_temp.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* The library writes few bytes at a time; a larger buffer saves most of the system calls. */
enum { TEMP_BUFFER = 1 << 16 };

FILE *lxw_tmpfile(char *folder)
{
	int file = memfd_create("part", MFD_CLOEXEC);
	FILE *stream = file >= 0 ? fdopen(file, "w+b") : NULL;

	(void)folder;
	if (stream)
		setvbuf(stream, NULL, _IOFBF, TEMP_BUFFER);
	else if (file >= 0)
		close(file);
	return stream;
}

int xlsx_temp_open(char *path, size_t size)
{
	int file = memfd_create("workbook", MFD_CLOEXEC);

	if (file >= 0)
		snprintf(path, size, "/proc/self/fd/%d", file);
	return file;
}

struct mr_bytes xlsx_temp_bytes(int file)
{
	struct mr_bytes bytes = {NULL, 0};
	struct stat is;
	void *at;

	if (fstat(file, &is) != 0 || is.st_size <= 0)
		return bytes;
	at = mmap(NULL, (size_t)is.st_size, PROT_READ, MAP_PRIVATE, file, 0);
	if (at != MAP_FAILED)
		bytes = (struct mr_bytes){at, (size_t)is.st_size};
	return bytes;
}
