/* SPDX-License-Identifier: MIT */
/*
 * office_address - where a link leads, as a relationship of a package can say it (ECMA-376 part 2, 9.3: a URI reference
 * of RFC 3986).
 *
 * Office programs call a whole document damaged over one address that is none.  Pure.
 */
#ifndef MESHREPORT_COMMON_OFFICE_ADDRESS_H
#define MESHREPORT_COMMON_OFFICE_ADDRESS_H

#include "common/write/out.h"

#include <stdbool.h>

/* The longest that office programs take. */
enum { OFFICE_ADDRESS_MAX = 2079 };

enum office_address {
	OFFICE_ADDRESS_GOOD,
	OFFICE_ADDRESS_INSIDE, /* "" or "#here": it leads nowhere from within another document */
	OFFICE_ADDRESS_LONG,
	OFFICE_ADDRESS_BAD /* no host, or one that is none */
};

/* Adds the address with what RFC 3986 does not allow percent-encoded; adds nothing unless it is good. */
enum office_address office_address_put(struct out *out, const char *url);

#endif
