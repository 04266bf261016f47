/* SPDX-License-Identifier: MIT */
#include "plugin/plugin.h"

#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "frames/message.h"
#include "plugin/package.h"
#include "plugin/vet.h"

/*
 * The members every plugin has, since they were there in 1.0.  A later minor adds members behind;
 * this constant stays.
 */
#define SIZE_OF_1_0 (offsetof(struct mr_plugin, render) + sizeof(((struct mr_plugin *)0)->render))
#define OPTION_SIZE_OF_1_0 \
	(offsetof(struct mr_option, help) + sizeof(((struct mr_option *)0)->help))

enum { FORMATS_MAX = 64 }; /* of one file */

static int refuse(char why[PLUGIN_WHY], const char *format, ...) MR_PRINTF(2, 3);

static int refuse(char why[PLUGIN_WHY], const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	diag_vwrite(why, PLUGIN_WHY, format, arguments);
	va_end(arguments);
	return -1;
}

/* ---- vetting */

/* The number behind "1." of needs_abi; -1 where there is none. */
static int minor_needed(const struct mr_plugin *symbol)
{
	const char *needs = symbol->needs_abi;
	int minor = 0;

	if (!vet_line(needs, 8) || needs[0] != '0' + MR_ABI_MAJOR || needs[1] != '.' || !needs[2])
		return -1;
	for (needs += 2; *needs; needs++) {
		if (*needs < '0' || *needs > '9')
			return -1;
		minor = minor * 10 + (*needs - '0');
	}
	return minor;
}

/* A newer one is longer, and begins with all that is known here. */
static bool does_with_less(const struct mr_plugin *symbol)
{
	int minor;

	if (symbol->struct_size < sizeof(*symbol))
		return false;
	minor = minor_needed(symbol);
	return minor >= 0 && minor <= MR_ABI_MINOR;
}

static int check_abi(const struct mr_plugin *symbol, char why[PLUGIN_WHY])
{
	unsigned major = symbol->abi_major, minor = symbol->abi_minor;

	if (major != MR_ABI_MAJOR)
		return refuse(
			why,
			"it was built for plugin ABI %u.%u, this meshreport has %u.%u: another "
			"major version; rebuild it with this meshreport's plugin.h",
			major, minor, MR_ABI_MAJOR, MR_ABI_MINOR);
	if (minor > MR_ABI_MINOR && !does_with_less(symbol))
		return refuse(
			why,
			"it was built for plugin ABI %u.%u, this meshreport has %u.%u: newer; "
			"install a newer meshreport or rebuild the plugin with this one's "
			"plugin.h",
			major, minor, MR_ABI_MAJOR, MR_ABI_MINOR);
	if (symbol->struct_size < SIZE_OF_1_0)
		return refuse(why,
			      "its struct mr_plugin has %u bytes, ABI %u.%u has at least %zu: "
			      "begin it with MR_PLUGIN_HEADER",
			      symbol->struct_size, major, minor, SIZE_OF_1_0);
	return 0;
}

/* Copies `n` options element by element: the plugin's elements may be smaller or larger. */
static int adopt_table(const struct mr_plugin *is, const struct mr_option *from, uint32_t n,
		       struct arena *arena, struct option_table *out, char why[PLUGIN_WHY])
{
	char inner[OPTIONS_WHY];
	size_t size = is->option_size < sizeof(struct mr_option) ? is->option_size
								 : sizeof(struct mr_option);
	struct mr_option *options;

	if (n == 0)
		return 0;
	if (n > OPTIONS_MAX)
		return refuse(why, "it declares %u options, more than %d", n, OPTIONS_MAX);
	if (!from)
		return refuse(why, "it declares %u options and no table", n);
	if (is->option_size < OPTION_SIZE_OF_1_0 || is->option_size % _Alignof(struct mr_option))
		return refuse(why, "its option_size is %u, not that of a struct mr_option",
			      is->option_size);
	options = arena_array(arena, n, sizeof(*options));
	if (!options)
		return refuse(why, "out of memory");
	for (uint32_t i = 0; i < n; i++)
		memcpy(&options[i], (const char *)from + (size_t)i * is->option_size, size);
	*out = (struct option_table){options, n};
	if (options_vet(out, inner) != 0)
		return refuse(why, "%s", inner);
	return 0;
}

/* What only a plugin that writes must have. */
static int check_writer(const struct mr_plugin *is, char why[PLUGIN_WHY])
{
	if (!vet_extension(is->extension))
		return refuse(why, "it has no usable extension");
	if (!vet_line(is->media_type, 100) || !*is->media_type)
		return refuse(why, "it has no usable media type");
	return 0;
}

/* What is only shown. */
static int check_about(const struct mr_plugin *is, char why[PLUGIN_WHY])
{
	const struct {
		const char *name, *text;
		size_t max;
	} lines[] = {{"license", is->license, MESSAGE_ABOUT_MAX},
		     {"author", is->author, MESSAGE_ABOUT_MAX},
		     {"homepage", is->homepage, MESSAGE_ABOUT_MAX}};

	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (lines[i].text && !vet_line(lines[i].text, lines[i].max))
			return refuse(why, "its %s is no line of at most %zu bytes", lines[i].name,
				      lines[i].max);
	if (is->homepage && *is->homepage && strncmp(is->homepage, "https://", 8) != 0 &&
	    strncmp(is->homepage, "http://", 7) != 0)
		return refuse(why, "its homepage is no address such as https://example.org");
	if (is->examples && !vet_lines(is->examples, MESSAGE_EXAMPLES_MAX))
		return refuse(why, "its examples are no lines of printable text, %d bytes at most",
			      MESSAGE_EXAMPLES_MAX);
	if (is->suffixes && !vet_suffixes(is->suffixes))
		return refuse(why, "its suffixes are not of the form 'a|b'");
	return 0;
}

static int check_words(const struct mr_plugin *is, const char *name, char why[PLUGIN_WHY])
{
	if (!is->name || !vet_line(is->name, VET_NAME_MAX) || strcmp(is->name, name) != 0)
		return refuse(why, "it calls itself '%s': file and format must be named alike",
			      vet_line(is->name, VET_NAME_MAX) ? is->name : "");
	if (!vet_line(is->summary, 200) || !*is->summary)
		return refuse(why, "it has no usable summary");
	if (!vet_line(is->version, 40))
		return refuse(why, "it has no usable version");
	if (is->template_name && !vet_part(is->template_name))
		return refuse(why, "it has no usable template_name");
	if (is->read_suffixes && !vet_suffixes(is->read_suffixes))
		return refuse(why, "its read_suffixes are not of the form 'a|b'");
	if (is->needs_abi && minor_needed(is) < 0)
		return refuse(why, "its needs_abi is not of the form '%d.0'", MR_ABI_MAJOR);
	if (!is->render && !is->read && !is->decode)
		return refuse(why, "it has none of the functions render, read and decode");
	if (check_about(is, why) != 0)
		return -1;
	return is->render ? check_writer(is, why) : 0;
}

/* A plugin of an older minor may have anything behind what that knew. */
static size_t known_size(unsigned minor)
{
	if (minor == 0)
		return offsetof(struct mr_plugin, read);
	return minor == 1 ? offsetof(struct mr_plugin, needs_abi) : sizeof(struct mr_plugin);
}

static int refuse_files(const struct option_table *table, char why[PLUGIN_WHY])
{
	for (uint32_t i = 0; i < table->n; i++)
		if (table->options[i].type == MR_OPTION_FILE)
			return refuse(why, "option '%s' of reading cannot be a file",
				      table->options[i].name);
	return 0;
}

int plugin_adopt(const struct mr_plugin *symbol, const char *name, struct arena *arena,
		 struct plugin *out, char why[PLUGIN_WHY])
{
	size_t known = known_size(symbol->abi_minor);

	*out = (struct plugin){.table = {NULL, 0}};
	if (check_abi(symbol, why) != 0)
		return -1;
	memcpy(&out->is, symbol, symbol->struct_size < known ? symbol->struct_size : known);
	if (check_words(&out->is, name, why) != 0 ||
	    adopt_table(&out->is, out->is.options, out->is.n_options, arena, &out->table, why) != 0)
		return -1;
	if (adopt_table(&out->is, out->is.read_options, out->is.n_read_options, arena,
			&out->read_table, why) != 0)
		return -1;
	return refuse_files(&out->read_table, why);
}

/* ---- is it a shared object? */

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
	n = file_read_first(fd, out, size);
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

/*
 * What is wrong with a file that should be a shared object: dlopen() says "invalid ELF header" of a text
 * file and "wrong ELF class" of a plugin for another processor; the user needs to hear which of the two
 * it is.  Only the head of the file is read (System V ABI, chapter 4, "ELF Header").
 */
static int examine(const char *path, char *why, size_t size)
{
	struct head head = {{0}, 0, 0}, own = {{0}, 0, 0};
	ssize_t n = read_head(path, &head, sizeof(head));

	if (n < 0)
		diag_write(why, size, "%s: %s", path, strerror(errno));
	else if (n == 0)
		diag_write(why, size, "%s is empty", path);
	else if (n < SELFMAG || memcmp(head.ident, ELFMAG, SELFMAG) != 0)
		diag_write(why, size, "%s is not a shared object but %s", path,
			   is_text(head.ident, n < EI_NIDENT ? (size_t)n : EI_NIDENT)
				   ? "a text file"
				   : "data of another kind");
	else if ((size_t)n < sizeof(head))
		diag_write(why, size, "%s is cut short", path);
	else if (read_head("/proc/self/exe", &own, sizeof(own)) != sizeof(own))
		return 0;
	else if (!is_same_byte_order(&head, &own) || head.machine != own.machine)
		diag_write(why, size, "%s is built for %s, this program for %s", path,
			   is_same_byte_order(&head, &own) ||
					   head.ident[EI_DATA] == own.ident[EI_DATA]
				   ? machine_name(head.machine)
				   : "another byte order",
			   machine_name(own.machine));
	else if (head.type != ET_DYN)
		diag_write(why, size, "%s is not a shared object but %s; link it with -shared",
			   path, head.type == ET_REL ? "an object file" : "a program");
	else
		return 0;
	return -1;
}

/* ---- opening */

/*
 * glibc's messages name the cause well but not what to do.  Where the wording is not known the
 * message itself is handed on.
 */
static int explain(const char *path, const char *error, char why[PLUGIN_WHY])
{
	const char *undefined = strstr(error, "undefined symbol: ");
	const char *missing = strstr(error, ": cannot open shared object file");
	const char *version = strstr(error, ": version `");
	char word[300], package[320] = "";

	if (undefined) {
		undefined += strlen("undefined symbol: ");
		return refuse(why,
			      "%s uses the symbol %.*s, which it and its libraries do not define; "
			      "link it with -Wl,-z,defs to see what is missing",
			      path, (int)strcspn(undefined, " ,("), undefined);
	}
	if (version) {
		version += strlen(": version `");
		return refuse(why, "%s was built for a newer system: it needs %.*s", path,
			      (int)strcspn(version, "'"), version);
	}
	if (missing) {
		diag_write(word, sizeof(word), "%.*s", (int)(missing - error), error);
		if (strcmp(word, path) != 0)
			return refuse(why, "%s needs %s, which is not installed%s%s", path, word,
				      package_of_library(word, package, sizeof(package))
					      ? "; Debian's package is "
					      : "",
				      package);
	}
	return refuse(why, "%s cannot be opened: %s", path, error);
}

/* Of the formats of one file the one that is called so, else the first. */
static const struct mr_plugin *of_name(const struct mr_plugin *first, const char *name)
{
	const struct mr_plugin *at = first;

	for (int i = 0; at && i < FORMATS_MAX; i++) {
		if (at->abi_major != MR_ABI_MAJOR || at->struct_size < SIZE_OF_1_0)
			break;
		if (at->name && strncmp(at->name, name, VET_NAME_MAX + 1) == 0)
			return at;
		at = at->abi_minor >= 2 && at->struct_size >= sizeof(*at) ? at->next : NULL;
	}
	return first;
}

int plugin_open(const struct plugin_file *file, struct arena *arena, struct plugin *out,
		char why[PLUGIN_WHY])
{
	const struct mr_plugin *symbol;
	void *handle;

	if (examine(file->path, why, PLUGIN_WHY) != 0)
		return -1;
	/* Never closed: libraries a plugin brings in do not survive being unloaded. */
	handle = dlopen(file->path, RTLD_NOW | RTLD_LOCAL);
	if (!handle)
		return explain(file->path, dlerror(), why);
	symbol = dlsym(handle, MR_PLUGIN_SYMBOL);
	if (!symbol)
		return refuse(why, "%s is no plugin of meshreport: it does not export %s",
			      file->path, MR_PLUGIN_SYMBOL);
	return plugin_adopt(of_name(symbol, file->name), file->name, arena, out, why);
}
