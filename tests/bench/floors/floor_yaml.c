/* SPDX-License-Identifier: MIT */
/* floor_yaml: what reading the YAML costs before anything is built from it.
 * usage: floor_yaml parse|scan|load|lines|read IN.yaml
 *   parse  libyaml events (yaml_parser_parse), scalars counted
 *   scan   libyaml tokens (yaml_parser_scan)
 *   load   libyaml document tree (yaml_parser_load)
 *   lines  no libyaml: one pass over the mapped file that finds each line's indentation, its
 *          first ": " and its value - the work a reader of this one layout could not avoid
 *   read   read(2) of the file only */
#include <yaml.h>
#include "cells.h"

int main(int ac, char **av)
{
	size_t n, scalars = 0, bytes = 0, items = 0;
	yaml_parser_t p;

	if (ac != 3)
		return 2;
	if (!strcmp(av[1], "read")) {
		static char b[1 << 18];
		int fd = open(av[2], O_RDONLY);
		for (ssize_t k; (k = read(fd, b, sizeof b)) > 0; items++)
			bytes += k;
	} else if (!strcmp(av[1], "lines")) {
		const char *s = (const char *)map_file(av[2], &n), *e = s + n;
		while (s < e) {
			const char *nl = memchr(s, '\n', e - s);
			if (!nl)
				nl = e;
			const char *a = s;
			while (a < nl && *a == ' ')
				a++;
			const char *c = a;
			while (c < nl && *c != ':')
				c++;
			if (c + 1 < nl)
				scalars++, bytes += nl - c - 2;
			if (c > a)
				scalars++, bytes += c - a;
			items += (a - s);
			s = nl + 1;
		}
	} else {
		const unsigned char *s = map_file(av[2], &n);
		if (!yaml_parser_initialize(&p))
			return 3;
		yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
		yaml_parser_set_input_string(&p, s, n);
		if (!strcmp(av[1], "parse")) {
			for (int done = 0; !done; items++) {
				yaml_event_t ev;
				if (!yaml_parser_parse(&p, &ev))
					return 4;
				if (ev.type == YAML_SCALAR_EVENT)
					scalars++, bytes += ev.data.scalar.length;
				done = ev.type == YAML_STREAM_END_EVENT;
				yaml_event_delete(&ev);
			}
		} else if (!strcmp(av[1], "scan")) {
			for (int done = 0; !done; items++) {
				yaml_token_t t;
				if (!yaml_parser_scan(&p, &t))
					return 4;
				if (t.type == YAML_SCALAR_TOKEN)
					scalars++, bytes += t.data.scalar.length;
				done = t.type == YAML_STREAM_END_TOKEN;
				yaml_token_delete(&t);
			}
		} else if (!strcmp(av[1], "load")) {
			yaml_document_t d;
			if (!yaml_parser_load(&p, &d))
				return 4;
			items = d.nodes.top - d.nodes.start;
			yaml_document_delete(&d);
		} else
			return 2;
		yaml_parser_delete(&p);
	}
	printf("%s items=%zu scalars=%zu bytes=%zu\n", av[1], items, scalars, bytes);
	return 0;
}
