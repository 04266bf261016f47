/* SPDX-License-Identifier: MIT */
#include "base/shell.h"

#include <string.h>

/* Bytes that mean nothing to a shell wherever they stand in a word. */
static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
			    "@%_+=:,./-";

void shell_put_word(struct buf *out, const char *word)
{
	if (*word && strspn(word, plain) == strlen(word)) {
		buf_put_text(out, word);
		return;
	}
	buf_put_byte(out, '\'');
	for (; *word; word++) {
		if (*word == '\'')
			buf_put_text(out, "'\\'");
		buf_put_byte(out, *word);
	}
	buf_put_byte(out, '\'');
}

static bool may_be_command(const char *name)
{
	while (*name >= 'a' && *name <= 'z')
		name++;
	return *name == '\0';
}

void shell_put_file(struct buf *out, const char *name)
{
	if (name[0] == '-' || may_be_command(name))
		buf_put_text(out, "./");
	shell_put_word(out, name);
}

/* One word into `word`; where it ends, or null for what is no word of ours. */
static const char *take_word(const char *at, struct buf *word)
{
	while (*at && *at != ' ') {
		size_t n = strspn(at, plain);

		buf_put(word, at, n);
		at += n;
		if (*at == '\'') {
			n = strcspn(++at, "'");
			buf_put(word, at, n);
			at += n;
			if (!*at)
				return NULL;
			at++;
		} else if (at[0] == '\\' && at[1] == '\'') {
			buf_put_byte(word, '\'');
			at += 2;
		} else if (*at && *at != ' ') {
			return NULL;
		}
	}
	return at;
}

size_t shell_split(const char *line, struct arena *arena, char ***out)
{
	char **words = arena_array(arena, strlen(line) + 2, sizeof(*words));
	struct buf word = BUF_INIT;
	const char *at = line;
	size_t n = 0;

	*out = words;
	while (words && at && *at) {
		buf_clear(&word);
		at = take_word(at, &word);
		words[n++] = arena_copy(arena, buf_text(&word), word.n);
		if (word.failed)
			at = NULL;
		if (at && *at == ' ')
			at++;
	}
	arena->failed |= word.failed;
	if (!at || arena->failed)
		n = 0;
	buf_release(&word);
	return n;
}
