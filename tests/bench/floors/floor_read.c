/* SPDX-License-Identifier: MIT */
/*
 * floor_read md|csv|html FILE - the least that reading a table can cost: the library's parser, and nothing
 * made of what it finds.
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <csv.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *out_n)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	long n;

	if (file && fseek(file, 0, SEEK_END) == 0 && (n = ftell(file)) >= 0) {
		rewind(file);
		bytes = malloc((size_t)n + 1);
		*out_n = bytes ? fread(bytes, 1, (size_t)n, file) : 0;
	}
	if (file)
		fclose(file);
	return bytes;
}

static size_t parse_markdown(const char *bytes, size_t n)
{
	cmark_parser *parser;
	cmark_node *document;

	cmark_gfm_core_extensions_ensure_registered();
	parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
	cmark_parser_feed(parser, bytes, n);
	document = cmark_parser_finish(parser);
	return document != NULL;
}

static void on_field(void *bytes, size_t n, void *count)
{
	(void)bytes;
	*(size_t *)count += n;
}

static size_t parse_csv(const char *bytes, size_t n)
{
	struct csv_parser parser;
	size_t count = 0;

	csv_init(&parser, 0);
	csv_parse(&parser, bytes, n, on_field, NULL, &count);
	csv_fini(&parser, on_field, NULL, &count);
	csv_free(&parser);
	return count;
}

static size_t parse_html(const char *bytes, size_t n)
{
	return htmlReadMemory(bytes, (int)n, NULL, "UTF-8",
			      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING) !=
	       NULL;
}

int main(int argc, char **argv)
{
	size_t n = 0, found = 0;
	char *bytes = argc == 3 ? read_file(argv[2], &n) : NULL;

	if (!bytes)
		return 2;
	if (strcmp(argv[1], "md") == 0)
		found = parse_markdown(bytes, n);
	else if (strcmp(argv[1], "csv") == 0)
		found = parse_csv(bytes, n);
	else
		found = parse_html(bytes, n);
	free(bytes);
	return found ? 0 : 1;
}
