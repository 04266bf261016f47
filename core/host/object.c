/* SPDX-License-Identifier: MIT */
#include "host/object.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The members of Elf32_Ehdr and Elf64_Ehdr up to e_machine lie alike. */
struct head {
	unsigned char ident[EI_NIDENT];
	uint16_t type;
	uint16_t machine;
};

static const char *machine_name(uint16_t machine)
{
	switch (machine) {
	case EM_386: return "i386";
	case EM_X86_64: return "x86-64";
	case EM_ARM: return "ARM";
	case EM_AARCH64: return "AArch64";
	case EM_PPC64: return "POWER";
	case EM_S390: return "s390";
	case EM_RISCV: return "RISC-V";
	case EM_MIPS: return "MIPS";
	default: return "another processor";
	}
}

/* The first bytes of `path`; the number read, or -1 with errno. */
static ssize_t read_head(const char *path, void *out, size_t size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return -1;
	n = read(fd, out, size);
	int reason = errno;

	close(fd);
	errno = reason;
	return n;
}

static bool is_text(const unsigned char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (bytes[i] < ' ' && !memchr("\t\n\r\f", bytes[i], 4))
			return false;
	return true;
}

static bool is_same_byte_order(const struct head *head, const struct head *own)
{
	return head->ident[EI_DATA] == own->ident[EI_DATA] &&
	       head->ident[EI_CLASS] == own->ident[EI_CLASS];
}

int object_examine(const char *path, char *why, size_t size)
{
	struct head head = {{0}, 0, 0}, own = {{0}, 0, 0};
	ssize_t n = read_head(path, &head, sizeof(head));

	if (n < 0)
		snprintf(why, size, "%s: %s", path, strerror(errno));
	else if (n == 0)
		snprintf(why, size, "%s is empty", path);
	else if (n < SELFMAG || memcmp(head.ident, ELFMAG, SELFMAG) != 0)
		snprintf(why, size, "%s is not a shared object but %s", path,
			 is_text(head.ident, n < EI_NIDENT ? (size_t)n : EI_NIDENT)
				 ? "a text file"
				 : "data of another kind");
	else if ((size_t)n < sizeof(head))
		snprintf(why, size, "%s is cut short", path);
	else if (read_head("/proc/self/exe", &own, sizeof(own)) != sizeof(own))
		return 0;
	else if (!is_same_byte_order(&head, &own) || head.machine != own.machine)
		snprintf(why, size, "%s is built for %s, this program for %s", path,
			 is_same_byte_order(&head, &own) ||
					 head.ident[EI_DATA] == own.ident[EI_DATA]
				 ? machine_name(head.machine)
				 : "another byte order",
			 machine_name(own.machine));
	else if (head.type != ET_DYN)
		snprintf(why, size, "%s is not a shared object but %s; link it with -shared", path,
			 head.type == ET_REL ? "an object file" : "a program");
	else
		return 0;
	return -1;
}
