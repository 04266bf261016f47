/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_package.h"

#include "common/write/library.h"

#include <stdio.h>
#include <string.h>

void xlsx_package_report(struct xlsx_package *package, const char *part, const char *what)
{
	struct mr_place place = {0, 0, part};

	if (!package->has_failed)
		package->source->diag(package->source, MR_ERROR, part ? &place : NULL, "%s", what);
	package->has_failed = true;
}

/* A compound file (MS-CFB): an old workbook, or a new one that is encrypted. */
static bool is_compound(const struct mr_bytes *bytes)
{
	return bytes->n >= 8 && memcmp(bytes->at, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

static bool has_encrypted_package(const struct mr_bytes *bytes)
{
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k";
	const char *at = bytes->at, *end = at + bytes->n - sizeof(name);

	for (; at < end; at++)
		if (*at == 'E' && memcmp(at, name, sizeof(name) - 1) == 0)
			return true;
	return false;
}

int xlsx_package_open(struct xlsx_package *package, struct mr_source *source)
{
	char why[LIBRARY_WHY], words[LIBRARY_WHY + 60];
	zip_source_t *bytes;

	*package = (struct xlsx_package){.source = source};
	if (is_compound(&source->bytes)) {
		xlsx_package_report(
			package, NULL,
			has_encrypted_package(&source->bytes)
				? "this workbook is protected by a password; save it without one"
				: "this is a workbook of an old kind (.xls); save it as .xlsx");
		return -1;
	}
	if (xlsx_library_open_reading(&package->library) != 0) {
		snprintf(words, sizeof(words), "libzip or libxml2, which read workbooks, %s",
			 library_problem("libzip4 and libxml2", why));
		xlsx_package_report(package, NULL, words);
		return -1;
	}
	bytes = package->library.zip_source_buffer_create(source->bytes.at, source->bytes.n, 0,
							  NULL);
	package->zip =
		bytes ? package->library.zip_open_from_source(bytes, ZIP_RDONLY, NULL) : NULL;
	if (!package->zip) {
		package->library.zip_source_free(bytes);
		xlsx_package_report(package, NULL,
				    "this is no workbook: it is no zip archive, or cut short");
		return -1;
	}
	return 0;
}

void xlsx_package_close(struct xlsx_package *package)
{
	if (package->zip)
		package->library.zip_discard(package->zip);
	package->zip = NULL;
}
