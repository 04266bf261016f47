/* SPDX-License-Identifier: MIT */
#include "words/names.h"

#include <string.h>

static const struct inline_text nothing = {.words = "", .refused = ""};

/* Emphasis on the whole of a name says that it is a name. */
const struct inline_text *names_calm(struct inline_pool *pool, const struct inline_text *text)
{
	if (inline_is_all(text, INLINE_STRONG))
		text = inline_unflagged(pool, text, INLINE_STRONG);
	if (text && inline_is_all(text, INLINE_EMPHASIS))
		text = inline_unflagged(pool, text, INLINE_EMPHASIS);
	return text ? text : &nothing;
}

const struct inline_text *names_without_echo(struct inline_pool *pool,
					     const struct inline_text *text)
{
	const struct inline_text *picture, *rest;
	uint32_t i = 0;
	size_t n;

	while (i < text->n_pieces && text->pieces[i].flags & INLINE_IMAGE)
		i++;
	if (i == 0 || i == text->n_pieces)
		return text;
	n = text->pieces[i].first;
	picture = inline_cut(pool, text, 0, n);
	rest = inline_cut(pool, text, n, text->n - n);
	return picture && rest && strcmp(picture->words, rest->words) == 0 ? rest : text;
}

/* Whether one link is around all of the words. */
bool names_is_link(const struct inline_text *text)
{
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		if (text->pieces[i].url[0] == '\0' || text->pieces[i].url != text->pieces[0].url)
			return false;
	}
	return text->n_pieces != 0;
}

/* Without its links. */
const struct inline_text *names_unlinked(struct inline_pool *pool, const struct inline_text *text)
{
	struct buf words = BUF_INIT;
	const struct inline_text *made;

	inline_put(pool, &words, text, true);
	made = inline_read(pool, buf_text(&words), false);
	pool->failed = pool->failed || words.failed;
	buf_release(&words);
	return made ? made : &nothing;
}
