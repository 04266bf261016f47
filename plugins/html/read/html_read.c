/* SPDX-License-Identifier: MIT */
#include "html/read/html_read.h"

#include "common/read/tree.h"
#include "common/read/tree_own.h"
#include "common/read/tree_walk.h"

#include <string.h>
#include <strings.h>

int html_read(struct mr_source *source)
{
	struct tree tree = {.source = source};
	int status = tree_parse(&tree, source->bytes.at, source->bytes.n);

	if (status == 0)
		tree_own_find(&tree);
	if (status == 0)
		status = tree_walk_put(&tree);
	tree_release(&tree);
	return status;
}

/* Whether the tag that begins at `at` is `name`. */
static bool is_tag(const char *at, size_t n, const char *name)
{
	size_t length = strlen(name);

	return n > length && strncasecmp(at, name, length) == 0 && strchr(" >\t\r\n", at[length]);
}

/* A document type or <html> is a signature; a table among the first bytes is likely. */
int html_read_sniff(const struct mr_bytes *head)
{
	const char *text = head->at;
	int found = 0;

	for (size_t i = 0; i < head->n; i++) {
		if (text[i] != '<')
			continue;
		if (is_tag(text + i, head->n - i, "<!doctype html") ||
		    is_tag(text + i, head->n - i, "<html"))
			return 3;
		if (is_tag(text + i, head->n - i, "<table") ||
		    is_tag(text + i, head->n - i, "<body") ||
		    is_tag(text + i, head->n - i, "<head"))
			found = 2;
	}
	return found;
}
