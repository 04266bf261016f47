/* SPDX-License-Identifier: MIT */
#include "common/office/office_address.h"

#include <string.h>
#include <strings.h>

static bool is_letter_or_digit(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool is_hexadecimal(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* Unreserved and reserved characters (RFC 3986, 2.2 and 2.3) but for brackets, which only stand around an IPv6 host. */
static bool may_stand(char c)
{
	return c && (is_letter_or_digit(c) || strchr("-._~:/?#@!$&'()*+,;=", c));
}

/* A host of letters, digits, '.', '-', '_' (or any letter beyond ASCII), and perhaps a port. */
static bool is_host(const char *at)
{
	const char *from = at, *at_sign = strpbrk(at, "@/?#");

	if (at_sign && *at_sign == '@')
		from = at = at_sign + 1;
	while (is_letter_or_digit(*at) || (*at && strchr(".-_", *at)) || (unsigned char)*at >= 0x80)
		at++;
	if (at == from)
		return false;
	if (*at == ':')
		for (at++; *at >= '0' && *at <= '9';)
			at++;
	return *at == '\0' || strchr("/?#", *at);
}

static bool is_sound(const char *url)
{
	if (strncasecmp(url, "http://", 7) == 0)
		return is_host(url + 7);
	if (strncasecmp(url, "https://", 8) == 0)
		return is_host(url + 8);
	if (strncasecmp(url, "mailto:", 7) == 0)
		return strchr(url, '@') && !strpbrk(url, " <>[]");
	/* a relative one; "//" would begin a host */
	return strncmp(url, "//", 2) != 0;
}

enum office_address office_address_put(struct out *out, const char *url)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t n = 0;

	if (!*url || *url == '#')
		return OFFICE_ADDRESS_INSIDE;
	if (!is_sound(url))
		return OFFICE_ADDRESS_BAD;
	for (const char *at = url; *at; at++)
		n += may_stand(*at) || *at == '%' ? 1 : 3;
	if (n > OFFICE_ADDRESS_MAX)
		return OFFICE_ADDRESS_LONG;
	for (bool has_fragment = false; *url; url++) {
		bool is_escape = *url == '%' && is_hexadecimal(url[1]) && is_hexadecimal(url[2]);

		if (is_escape || (may_stand(*url) && !(*url == '#' && has_fragment))) {
			out_char(out, *url);
		} else {
			out_char(out, '%');
			out_char(out, digits[(unsigned char)*url >> 4]);
			out_char(out, digits[(unsigned char)*url & 15]);
		}
		has_fragment |= *url == '#';
	}
	return OFFICE_ADDRESS_GOOD;
}
