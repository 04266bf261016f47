/* SPDX-License-Identifier: MIT */
#include "plugin/package.h"

#include <string.h>

#include "base/ascii.h"
#include "base/diag.h"

/* Debian 12. */
static const struct {
	const char *soname, *package;
} others[] = {
	{"libharfbuzz.so.0", "libharfbuzz0b"}, {"libz.so.1", "zlib1g"},
	{"libxml2.so.2", "libxml2"},           {"libc.so.6", "libc6"},
	{"libstdc++.so.6", "libstdc++6"},      {"libgcc_s.so.1", "libgcc-s1"},
	{"libglib-2.0.so.0", "libglib2.0-0"},  {"libssl.so.3", "libssl3"},
	{"libcrypto.so.3", "libssl3"},
};

bool package_of_library(const char *soname, char *out, size_t size)
{
	const char *so = strstr(soname, ".so.");
	size_t n = so ? (size_t)(so - soname) : 0, n_soname = strlen(soname);
	bool is_unversioned = !so && n_soname > 3 && strcmp(soname + n_soname - 3, ".so") == 0;

	if (strncmp(soname, "lib", 3) != 0 || strchr(soname, '/'))
		return false;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		if (strcmp(soname, others[i].soname) != 0)
			continue;
		diag_write(out, size, "%s", others[i].package);
		return true;
	}
	/* libhpdf-2.3.0.so has its version before */
	if (is_unversioned && ascii_is_digit(soname[n_soname - 4]))
		diag_write(out, size, "%.*s", (int)(n_soname - 3), soname);
	else if (n > 3)
		diag_write(out, size, "%.*s%s%s", (int)n, soname,
			   ascii_is_digit(soname[n - 1]) ? "-" : "", so + 4);
	else
		return false;
	for (char *at = out; *at; at++)
		*at = *at == '_' ? '-' : (char)ascii_lower(*at);
	return true;
}
