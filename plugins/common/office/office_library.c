/* SPDX-License-Identifier: MIT */
#include "common/office/office_library.h"

#include <dlfcn.h>
#include <string.h>

/* POSIX promises that a pointer from dlsym() holds a function; C has no conversion for it. */
#define OFFICE_LIBRARY_TAKE(name)       \
	symbol = dlsym(library, #name); \
	if (!symbol)                    \
		return -1;              \
	memcpy(&out->name, &symbol, sizeof(symbol));

int office_library_open_zip(struct office_library_zip *out)
{
	void *library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL), *symbol;

	if (!library)
		return -1;
	OFFICE_LIBRARY_ZIP(OFFICE_LIBRARY_TAKE)
	return 0;
}

int office_library_open_xml(struct office_library_xml *out)
{
	void *library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL), *symbol;

	if (!library)
		return -1;
	OFFICE_LIBRARY_XML(OFFICE_LIBRARY_TAKE)
	return 0;
}
