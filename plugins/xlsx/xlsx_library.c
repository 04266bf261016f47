/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* dladdr() */
#include "xlsx/xlsx_library.h"

#include <dlfcn.h>
#include <string.h>

/* POSIX promises that a pointer from dlsym() holds a function; C has no conversion for it. */
#define XLSX_LIBRARY_TAKE(name)         \
	symbol = dlsym(library, #name); \
	if (!symbol)                    \
		return -1;              \
	memcpy(&out->name, &symbol, sizeof(symbol));

/*
 * The plugin was opened for itself alone; what it has to offer to a library that is opened later it must offer to all.  The
 * process has no other plugin.
 */
static void offer_own_names(void)
{
	static const char here = 0;
	Dl_info plugin;

	if (dladdr(&here, &plugin) != 0 && plugin.dli_fname)
		dlopen(plugin.dli_fname, RTLD_NOW | RTLD_GLOBAL | RTLD_NOLOAD);
}

int xlsx_library_open_writing(struct xlsx_library_writing *out)
{
	void *library, *symbol;

	offer_own_names();
	library = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
	if (!library)
		return -1;
	XLSX_LIBRARY_WRITE(XLSX_LIBRARY_TAKE)
	return 0;
}

int xlsx_library_open_packing(struct xlsx_library_packing *out)
{
	void *library = dlopen("libminizip.so.1", RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
	void *open = library ? dlsym(library, "zipOpen2") : NULL;
	void *fill = library ? dlsym(library, "fill_fopen_filefunc") : NULL;

	memcpy(&out->open, &open, sizeof(open));
	memcpy(&out->fill, &fill, sizeof(fill));
	return open && fill ? 0 : -1;
}

int xlsx_library_open_reading(struct xlsx_library_reading *out)
{
	void *library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL), *symbol;

	if (!library)
		return -1;
	XLSX_LIBRARY_ZIP(XLSX_LIBRARY_TAKE)
	library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
	if (!library)
		return -1;
	XLSX_LIBRARY_XML(XLSX_LIBRARY_TAKE)
	return 0;
}
