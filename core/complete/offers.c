/* SPDX-License-Identifier: MIT */
#include "complete/offers.h"

#include <string.h>

#include "base/diag.h"

void offers_begin(struct offers *offers, size_t n)
{
	offers->n_head = offers->n_list = n;
}

void offers_begin_list(struct offers *offers)
{
	const char *comma = strrchr(offers->word + offers->n_list, ',');

	if (comma)
		offers->n_head = (size_t)(comma + 1 - offers->word);
}

const char *offers_stem(const struct offers *offers)
{
	return offers->word + offers->n_head;
}

/* Whether it stands in the list already. */
static bool is_taken(const struct offers *offers, const char *word)
{
	const char *at = offers->word + offers->n_list, *end = offers->word + offers->n_head;
	size_t length = strlen(word);

	while (at < end) {
		size_t n = strcspn(at, ",");

		if (n == length && memcmp(at, word, n) == 0)
			return true;
		at += n + 1;
	}
	return false;
}

void offers_add(struct offers *offers, const char *word, const char *after, const char *about)
{
	const char *stem = offers_stem(offers);
	struct buf whole = BUF_INIT;

	buf_printf(&whole, "%s%s", word, after);
	if (strncmp(buf_text(&whole), stem, strlen(stem)) == 0 && !is_taken(offers, word)) {
		buf_put(&offers->lines, offers->word, offers->n_head);
		diag_neutralise(&offers->lines, buf_text(&whole), whole.n);
		buf_put_byte(&offers->lines, '\t');
		diag_neutralise(&offers->lines, about, strlen(about));
		buf_put_byte(&offers->lines, '\n');
		offers->is_open = *after != '\0';
		offers->n++;
	}
	buf_release(&whole);
}

void offers_add_choices(struct offers *offers, const char *choices)
{
	for (size_t n; *choices; choices += n + (choices[n] == '|')) {
		struct buf word = BUF_INIT;

		n = strcspn(choices, "|");
		buf_put(&word, choices, n);
		offers_add(offers, buf_text(&word), "", "");
		buf_release(&word);
	}
}

void offers_put(struct buf *out, struct offers *offers)
{
	static const char *const words[] = {"words", "files", "folders"};

	buf_printf(out, "%s%s\n", words[offers->besides],
		   offers->is_open && offers->n == 1 ? " open" : "");
	buf_put(out, buf_text(&offers->lines), offers->lines.n);
	out->failed = out->failed || offers->lines.failed;
}

void offers_release(struct offers *offers)
{
	buf_release(&offers->lines);
}
