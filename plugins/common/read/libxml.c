/* SPDX-License-Identifier: MIT */
#include "common/read/libxml.h"

#include <dlfcn.h>
#include <string.h>

int libxml_open(struct libxml *out)
{
	void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
	void *symbol;

	if (!library)
		return -1;
/* POSIX promises that a pointer from dlsym() holds a function; C has no conversion for it. */
#define LIBXML_TAKE(name)               \
	symbol = dlsym(library, #name); \
	if (!symbol)                    \
		return -1;              \
	memcpy(&out->name, &symbol, sizeof(symbol));
	LIBXML_FUNCTIONS(LIBXML_TAKE)
#undef LIBXML_TAKE
	return 0;
}
