/* SPDX-License-Identifier: MIT */
/*
 * signature - what kind of file it is that is no YAML, by its bytes.
 *
 * For one message in place of what a YAML parser finds to say about a picture.
 */
#ifndef MESHREPORT_CORE_SIGNATURE_H
#define MESHREPORT_CORE_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

struct signature {
	const char *name; /* "a PDF file", null for none */
	bool has_tables; /* such files hold tables, which a reader may read */
	bool is_packed; /* compressed */
};

/* By the first bytes, which no YAML has. */
struct signature signature_of_bytes(const char *bytes, size_t n);

/* By its first lines, of a text that turned out to be no mapping of YAML. */
struct signature signature_of_text(const char *bytes, size_t n);

#endif
