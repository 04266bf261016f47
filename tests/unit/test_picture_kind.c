/* SPDX-License-Identifier: MIT */
/* What kind of picture a file is: the dataset's check and the plugins, which cannot call each other, say the same. */
#include "base/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "common/bytes/image.h"

#define NS "http://www.w3.org/2000/svg"
#define SVG "<svg xmlns='" NS "' width='3' height='2'/>"
#define BYTES(text) text, sizeof(text) - 1

struct file {
	const char *bytes;
	size_t n;
};

/* In memory of exactly its length; null as "". */
static const char *kind(const char *bytes, size_t n, uint32_t sides[2])
{
	char *exact = malloc(n > 0 ? n : 1);
	const struct mr_bytes file = {exact, n};
	const char *of_core, *of_plugins;
	uint32_t width, height;

	assert_non_null(exact);
	memcpy(exact, bytes, n);
	of_core = picture_media_type(file);
	of_plugins = image_media_type(file);
	picture_measure(file, &sides[0], &sides[1]);
	image_measure(file, &width, &height);
	assert_int_equal(width, sides[0]);
	assert_int_equal(height, sides[1]);
	free(exact);
	assert_string_equal(of_core ? of_core : "", of_plugins ? of_plugins : "");
	return of_core ? of_core : "";
}

static void an_svg_is_known_by_its_root_in_its_namespace(void **state)
{
	static const struct file drawings[] = {
		{BYTES(SVG)},
		{BYTES("\xef\xbb\xbf" SVG)},
		{BYTES(" \r\n\t" SVG)},
		{BYTES("<?xml version='1.0' encoding='UTF-8'?>\n" SVG)},
		{BYTES("<?xml version='1.0'?><?xml-stylesheet href='x>y'?>" SVG)},
		{BYTES("<!-- <html> it's '>' -->" SVG "<!-- behind -->")},
		{BYTES("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">" SVG)},
		{BYTES("<!DOCTYPE svg [<!ENTITY a '>'><!-- ] it's --><?p ]?>]>" SVG)},
		/* as Adobe Illustrator writes it */
		{BYTES("<!DOCTYPE svg [<!ENTITY ns_svg \"" NS "\">]>\n"
		       "<svg xmlns='&ns_svg;' width='3' height='2'/>")},
		{BYTES("<svg:svg xmlns:svg='" NS "' width='3' height='2'/>")},
		{BYTES("<s:svg xmlns:s=\"" NS "\" width='3' height='2'></s:svg>")},
		{BYTES("<svg\nid='a>b' xmlns\n=\n'" NS "' width='3' height='2'>")},
	};
	uint32_t sides[2];

	(void)state;
	for (size_t i = 0; i < sizeof(drawings) / sizeof(*drawings); i++) {
		assert_string_equal(kind(drawings[i].bytes, drawings[i].n, sides), "image/svg+xml");
		assert_int_equal(sides[0], 3);
		assert_int_equal(sides[1], 2);
		for (size_t n = 0; n < drawings[i].n; n++)
			kind(drawings[i].bytes, n, sides);
	}
}

static void what_only_speaks_of_svg_is_none(void **state)
{
	static const struct file others[] = {
		{BYTES("")},
		{BYTES("<")},
		{BYTES("svg: " SVG)},
		/* a page with a drawing in it */
		{BYTES("<!DOCTYPE html><html><body>" SVG "</body></html>")},
		{BYTES("<html xmlns:svg='" NS "'>" SVG)},
		{BYTES("<h1>" SVG)},
		/* nothing draws what has no namespace, or another one */
		{BYTES("<svg width='3' height='2'/>")},
		{BYTES("<svg xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='" NS "'/>")},
		{BYTES("<!-- " NS " --><svg width='3' height='2'/>")},
		{BYTES("<svg width='3' height='2'><g xmlns='" NS "'/></svg>")},
		{BYTES("<svgz xmlns='" NS "'/>")},
		{BYTES("<a:svg:g xmlns='" NS "'/>")},
		{BYTES("<SVG xmlns='" NS "'/>")},
		/* what does not end */
		{BYTES("<svg xmlns='" NS "'")},
		{BYTES("<svg xmlns='" NS "/>")},
		{BYTES("<!-- " SVG)},
		{BYTES("<?xml " SVG)},
		{BYTES("<!DOCTYPE svg [" SVG)},
		{BYTES("<!DOCTYPE svg '" SVG)},
		/* UTF-16, with its mark and without */
		{BYTES("\xff\xfe<\0s\0v\0g\0 \0x\0m\0l\0n\0s\0=\0'\0")},
		{BYTES("\xfe\xff\0<\0s\0v\0g\0 \0")},
		{BYTES("<\0s\0v\0g\0 \0x\0m\0l\0n\0s\0")},
		{BYTES("<svg\0 xmlns='" NS "'")},
		{BYTES("GIF88a and more")},
		{BYTES("RIFF\x20\0\0\0WAVE")},
		{BYTES("\x89PNG\n\x1a\n")},
	};
	uint32_t sides[2];

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_string_equal(kind(others[i].bytes, others[i].n, sides), "");
}

static void other_kinds_are_known_by_their_first_bytes(void **state)
{
	uint32_t sides[2];

	(void)state;
	assert_string_equal(kind(BYTES("\x89PNG\r\n\x1a\n"), sides), "image/png");
	assert_string_equal(kind(BYTES("\xff\xd8\xff"), sides), "image/jpeg");
	assert_string_equal(kind(BYTES("GIF87a"), sides), "image/gif");
	assert_string_equal(kind(BYTES("GIF89a\x40\1\x20\0"), sides), "image/gif");
	assert_string_equal(kind(BYTES("RIFF\x20\0\0\0WEBP"), sides), "image/webp");
}

static void both_measure_alike_whatever_byte_is_another_or_lacks(void **state)
{
#define RIFF "RIFF\x20\0\0\0WEBP"
	static const struct file files[] = {
		{BYTES("<?xml?><!DOCTYPE svg [<!ENTITY n \"" NS "\">]><!--x-->"
		       "<s:svg xmlns:s='&n;' viewBox='0 0 3 2'/>")},
		{BYTES("<svg xmlns='" NS "' width='13.5px' height='2'/>")},
		{BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\1\x40\0\0\0\x20")},
		{BYTES("\xff\xd8\xff\xe0\0\4zz\xff\xff\xc4\0\3z\xff\xc2\0\x0b\x08\0\x20\1\x40")},
		{BYTES("GIF87a\x40\1\x20\0")},
		{BYTES(RIFF "VP8 \0\0\0\0\0\0\0\x9d\1\x2a\x40\x41\x20\xc0")},
		{BYTES(RIFF "VP8L\0\0\0\0\x2f\x3f\xc1\x07\0\0\0\0\0\0")},
		{BYTES(RIFF "VP8X\x0a\0\0\0\0\0\0\0\x3f\1\0\x1f\0\0")},
	};
	char bytes[200];
	uint32_t sides[2];

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		size_t n = files[i].n;

		memcpy(bytes, files[i].bytes, n);
		kind(bytes, n, sides);
		assert_true(sides[0] > 0 && sides[1] > 0);
		for (size_t at = 0; at < n; at++) {
			kind(bytes, at, sides);
			for (unsigned byte = 0; byte < 256; byte++) {
				bytes[at] = (char)byte;
				kind(bytes, n, sides);
			}
			bytes[at] = files[i].bytes[at];
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_svg_is_known_by_its_root_in_its_namespace),
		cmocka_unit_test(what_only_speaks_of_svg_is_none),
		cmocka_unit_test(other_kinds_are_known_by_their_first_bytes),
		cmocka_unit_test(both_measure_alike_whatever_byte_is_another_or_lacks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
