/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_store.h"

#include <stdlib.h>
#include <string.h>

#include "common/write/utf8.h"

#define MARK_RISE 340 /* 1/1000 em */
#ifdef __SANITIZE_ADDRESS__
#define TEXT_ROOM 0u /* each copy alone, so that a write beyond it is seen */
#else
#define TEXT_ROOM 4000u
#endif

struct pdf_store_text {
	struct pdf_store_text *next;
	size_t n, size;
	char at[];
};

void pdf_store_init(struct pdf_store *store, struct shape *shape, float mark_scale)
{
	*store = (struct pdf_store){.shape = shape, .mark_scale = mark_scale};
}

void pdf_store_clear(struct pdf_store *store)
{
	for (uint32_t i = 0; i < store->n_pars; i++) {
		shape_par_free(store->pars[i].par);
		shape_par_free(store->pars[i].symbol);
	}
	while (store->texts && store->texts->next) {
		struct pdf_store_text *next = store->texts->next;

		free(store->texts);
		store->texts = next;
	}
	if (store->texts)
		store->texts->n = 0;
	store->n_pars = store->n_spans = store->n_links = store->open = 0;
}

void pdf_store_release(struct pdf_store *store)
{
	pdf_store_clear(store);
	free(store->texts);
	free(store->spans);
	free(store->looks);
	free(store->pars);
	free(store->links);
	memset(store, 0, sizeof(*store));
}

static void *roomy(struct pdf_store *store, void *at, uint32_t n, uint32_t *size, size_t each)
{
	uint32_t wanted = *size ? *size * 2 : 32;
	void *grown;

	if (n < *size || store->failed)
		return at;
	grown = wanted > n ? realloc(at, wanted * each) : NULL;
	if (!grown) {
		store->failed = true;
		return at;
	}
	*size = wanted;
	return grown;
}

static void add_span(struct pdf_store *store, const struct shape_span *span,
		     struct pdf_span_look look)
{
	store->spans = roomy(store, store->spans, store->n_spans, &store->spans_size,
			     sizeof(*store->spans));
	store->looks = roomy(store, store->looks, store->n_spans, &store->looks_size,
			     sizeof(*store->looks));
	if (store->failed)
		return;
	store->spans[store->n_spans] = *span;
	store->looks[store->n_spans++] = look;
}

void pdf_store_span(struct pdf_store *store, const char *text, size_t n, uint8_t style, uint8_t ink,
		    uint32_t link)
{
	if (n == 0)
		return;
	add_span(store, &(struct shape_span){.text = text, .n = (uint32_t)n, .style = style},
		 (struct pdf_span_look){.link = link, .ink = ink});
}

void pdf_store_mark(struct pdf_store *store, const char *text, uint32_t link)
{
	add_span(store,
		 &(struct shape_span){.text = text,
				      .n = (uint32_t)strlen(text),
				      .glue = true,
				      .scale = store->mark_scale,
				      .rise = MARK_RISE},
		 (struct pdf_span_look){.link = link, .ink = PDF_INK_LINK});
}

uint32_t pdf_store_link(struct pdf_store *store, const struct pdf_link *link)
{
	store->links = roomy(store, store->links, store->n_links, &store->links_size,
			     sizeof(*store->links));
	if (store->failed)
		return PDF_NO_LINK;
	store->links[store->n_links] = *link;
	return store->n_links++;
}

const char *pdf_store_copy(struct pdf_store *store, const char *text, size_t n)
{
	struct pdf_store_text *block = store->texts;
	char *copy;

	if (!block || block->size - block->n < n + 1) {
		size_t size = n + 1 > TEXT_ROOM ? n + 1 : TEXT_ROOM;

		block = malloc(sizeof(*block) + size);
		if (!block) {
			store->failed = true;
			return "";
		}
		block->next = store->texts;
		block->n = 0;
		block->size = size;
		store->texts = block;
	}
	copy = block->at + block->n;
	memcpy(copy, text, n);
	copy[n] = '\0';
	block->n += n + 1;
	return copy;
}

const char *pdf_store_take(struct pdf_store *store, struct out *out)
{
	const char *kept = pdf_store_copy(store, out_at(out), out->n);

	store->failed = store->failed || out->failed;
	out_release(out);
	return kept;
}

/* The symbol and a space, unseen on paper: who hears or copies the text hears two words. */
static const char *spaced(struct pdf_store *store, const char *symbol)
{
	char text[64];
	size_t n = utf8_fitting(symbol, sizeof(text) - 1);

	memcpy(text, symbol, n);
	text[n] = ' ';
	return pdf_store_copy(store, text, n + 1);
}

void pdf_store_close(struct pdf_store *store, const struct pdf_par *par, const char *symbol,
		     uint8_t symbol_ink)
{
	struct pdf_par *made;
	struct shape_span slot = {.text = symbol};

	if (store->n_spans == store->open && !symbol)
		return;
	store->pars =
		roomy(store, store->pars, store->n_pars, &store->pars_size, sizeof(*store->pars));
	if (symbol) {
		/* its span stands before the others: the painter asks for spans by paragraph */
		slot.n = (uint32_t)strlen(symbol) + 1;
		slot.text = spaced(store, symbol);
		add_span(store, &slot, (struct pdf_span_look){PDF_NO_LINK, symbol_ink, par->said});
	}
	if (store->failed)
		return;
	if (symbol) {
		struct pdf_span_look look = store->looks[store->n_spans - 1];
		uint32_t n = store->n_spans - 1 - store->open;

		memmove(&store->spans[store->open + 1], &store->spans[store->open],
			n * sizeof(*store->spans));
		memmove(&store->looks[store->open + 1], &store->looks[store->open],
			n * sizeof(*store->looks));
		store->spans[store->open] = slot;
		store->looks[store->open++] = look;
	}
	made = &store->pars[store->n_pars];
	*made = *par;
	made->first_span = store->open;
	made->n_spans = store->n_spans - store->open;
	made->symbol = symbol ? shape_par_new(store->shape, &slot, 1, SHAPE_LTR) : NULL;
	if (symbol)
		made->indent += par->slot > 0 ? par->slot : PDF_SLOT;
	made->par =
		shape_par_new(store->shape, &store->spans[store->open], made->n_spans, SHAPE_AUTO);
	if (!made->par || (symbol && !made->symbol))
		store->failed = true;
	else
		store->n_pars++;
	if (store->failed) {
		shape_par_free(made->par);
		shape_par_free(made->symbol);
	}
	store->open = store->n_spans;
}
