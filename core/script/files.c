/* SPDX-License-Identifier: MIT */
#include "script/files.h"

#include <string.h>

#include "base/base64.h"
#include "base/diag.h"
#include "base/nearest.h"
#include "script/document.h"

enum { FILE_NAME, SUFFIX, TEXT, BASE64, N_KEYS };

static const char *const keys[N_KEYS] = {"file", "suffix", "text", "base64"};

static int refuse(char why[FILES_WHY], const char *key, const char *words)
{
	char quoted[DIAG_WORD];

	diag_write(why, FILES_WHY, "%s%s%s", diag_word(quoted, key), *key ? ": " : "", words);
	return -1;
}

/* Each key's value, null where it is not there. */
static int sort_members(const struct document_node *object,
			const struct document_node *found[N_KEYS], char why[FILES_WHY])
{
	for (const struct document_node *at = object->first; at; at = at->next) {
		const char *nearest = nearest_of(at->key, keys, N_KEYS);
		char words[FILES_WHY];
		int key = 0;

		while (key < N_KEYS && strcmp(keys[key], at->key) != 0)
			key++;
		if (key < N_KEYS && at->kind == DOCUMENT_TEXT) {
			found[key] = at;
		} else if (key < N_KEYS) {
			diag_write(words, sizeof(words), "it is %s, not a text",
				   document_kind_words(at->kind));
			return refuse(why, at->key, words);
		} else if (strncmp(at->key, "x-", 2) != 0) {
			diag_write(words, sizeof(words), "unknown key%s%s%s",
				   nearest ? "; did you mean '" : "", nearest ? nearest : "",
				   nearest ? "'?" : "");
			return refuse(why, at->key, words);
		}
	}
	return 0;
}

static int take_base64(struct arena *arena, const char *letters, struct mr_bytes *out,
		       char why[FILES_WHY])
{
	struct buf bytes = BUF_INIT;
	int status = base64_read(&bytes, letters);

	if (status != 0)
		refuse(why, keys[BASE64],
		       "it is not of the letters of base64, whole groups of them");
	out->n = bytes.n;
	out->at = arena_copy(arena, buf_text(&bytes), bytes.n);
	arena->failed |= bytes.failed;
	buf_release(&bytes);
	return status;
}

int files_read(struct arena *arena, const char *line, size_t n, struct files_one *out,
	       char why[FILES_WHY])
{
	const struct document_node *found[N_KEYS] = {NULL}, *root;
	char words[DOCUMENT_WHY];
	uint32_t ignored;

	*out = (struct files_one){"", "", {"", 0}};
	root = document_parse(arena, line, n, &ignored, words);
	if (!root)
		return refuse(why, "", words);
	if (root->kind != DOCUMENT_OBJECT)
		return refuse(why, "", "it is no object, which a line of several files is");
	if (sort_members(root, found, why) != 0)
		return -1;
	if (!found[FILE_NAME])
		return refuse(why, "", "the key 'file' is missing");
	if (!found[TEXT] == !found[BASE64])
		return refuse(why, "",
			      "one of the keys 'text' and 'base64' has what is in the file");
	out->part = found[FILE_NAME]->text;
	out->suffix = found[SUFFIX] ? found[SUFFIX]->text : "";
	if (found[BASE64])
		return take_base64(arena, found[BASE64]->text, &out->bytes, why);
	out->bytes = (struct mr_bytes){found[TEXT]->text, strlen(found[TEXT]->text)};
	return 0;
}
