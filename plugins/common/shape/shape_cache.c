/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_private.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

static void *alloc_kept(struct shape *shape, size_t n)
{
	struct block *block = shape->blocks;
	void *found;

	n = (n + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (!block || block->size - block->n < n) {
		size_t size = n > 65536 ? n : 65536;

		block = malloc(sizeof(*block) + size);
		if (!block) {
			shape->failed = true;
			return NULL;
		}
		*block = (struct block){.next = shape->blocks, .n = 0, .size = size};
		shape->blocks = block;
	}
	found = (char *)block->at + block->n;
	block->n += n;
	return found;
}

static uint32_t hash_of(const char *text, uint32_t n, uint32_t seed)
{
	uint64_t hash = seed * 0x9e3779b97f4a7c15u + n;

	for (; n >= 8; n -= 8, text += 8) {
		uint64_t eight;

		memcpy(&eight, text, 8);
		hash = (hash ^ eight) * 0xff51afd7ed558ccdu;
		hash ^= hash >> 32;
	}
	for (; n > 0; n--, text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
	hash ^= hash >> 29;
	return (uint32_t)(hash ^ hash >> 32);
}

static bool grow_words(struct shape *shape)
{
	uint32_t size = shape->words_size ? shape->words_size * 2 : 512;
	struct word **words = calloc(size, sizeof(struct word *));

	if (!words) {
		shape->failed = true;
		return false;
	}
	for (uint32_t i = 0; i < shape->words_size; i++) {
		for (struct word *word = shape->words[i], *next; word; word = next) {
			next = word->next;
			word->next = words[word->hash & (size - 1)];
			words[word->hash & (size - 1)] = word;
		}
	}
	free(shape->words);
	shape->words = words;
	shape->words_size = size;
	return true;
}

static struct word *keep(const struct draft *draft)
{
	/* the text stands next to the hash: who looks a word up reads both */
	size_t text = (draft->n + 7u) & ~7u, parts = draft->n_parts * sizeof(struct part);
	size_t glyphs = draft->n_glyphs * sizeof(struct shape_glyph);
	char *at = alloc_kept(draft->shape, sizeof(struct word) + glyphs + parts + text);
	struct word *word = (struct word *)(void *)at;

	if (!at)
		return NULL;
	memset(word, 0, sizeof(*word));
	at += sizeof(struct word);
	word->text = memcpy(at, draft->text, draft->n);
	word->glyphs = memcpy(at + text, draft->glyphs, glyphs);
	word->parts = memcpy(at + text + glyphs, draft->parts, parts);
	word->n = draft->n;
	word->n_glyphs = (uint16_t)draft->n_glyphs;
	word->n_parts = (uint16_t)draft->n_parts;
	word->style = (uint8_t)draft->style;
	word->is_rtl = draft->is_rtl;
	word->cjk = (uint8_t)draft->cjk;
	for (uint32_t i = 0; i < draft->n_glyphs; i++)
		word->width += draft->glyphs[i].advance;
	return word;
}

const struct word *shape_cache_word(struct shape *shape, uint32_t style, bool is_rtl, enum cjk cjk,
				    const char *text, uint32_t n)
{
	uint32_t hash = hash_of(text, n, style | (uint32_t)is_rtl << 3 | (uint32_t)cjk << 4);
	struct draft draft;
	struct word *word;

	if (n > WORD_MAX_BYTES)
		n = WORD_MAX_BYTES; /* callers keep to it */
	if (shape->words_size)
		for (word = shape->words[hash & (shape->words_size - 1)]; word; word = word->next)
			if (word->hash == hash && word->n == n && word->style == style &&
			    word->is_rtl == is_rtl && word->cjk == cjk &&
			    memcmp(word->text, text, n) == 0)
				return word;
	if (shape->n_words >= shape->words_size && !grow_words(shape))
		return NULL;
	draft.shape = shape;
	draft.text = text;
	draft.n = n;
	draft.style = style;
	draft.is_rtl = is_rtl;
	draft.cjk = cjk;
	shape_draft(&draft);
	word = keep(&draft);
	if (!word)
		return NULL;
	word->hash = hash;
	word->next = shape->words[hash & (shape->words_size - 1)];
	shape->words[hash & (shape->words_size - 1)] = word;
	shape->n_words++;
	return word;
}
