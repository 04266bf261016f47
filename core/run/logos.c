/* SPDX-License-Identifier: MIT */
#include "run/logos.h"

#include <stdlib.h>
#include <string.h>

#include "child/asking.h"
#include "child/unpack.h"
#include "plugin/search.h"
#include "run/artifact.h"

/* The words were written by asking.c, but in a process that a plugin has: whatever they are is a number. */
static uint32_t read_number(const char *word)
{
	unsigned long number = strtoul(word, NULL, 10);

	return number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
}

/* The plugin of "image/png" is png, that of "image/svg+xml" svg; no logo of another form is loaded (check/logo.c). */
static const struct plugin_file *find_decoder(const struct asked *asked, const char *media_type)
{
	const char *kind = media_type + strcspn(media_type, "/") + 1;

	return search_find(&asked->run->found, kind, strcspn(kind, "+;"));
}

static bool is_side(uint32_t side, uint32_t max)
{
	return side > 0 && side <= UNPACK_SIDE_MAX && (max == 0 || side <= max);
}

bool logos_is_picture(const char *bytes, size_t n, uint32_t max_width, uint32_t max_height)
{
	struct unpack_head head = {0, 0};

	if (n >= sizeof(head))
		memcpy(&head, bytes, sizeof(head));
	return is_side(head.width, max_width) && is_side(head.height, max_height) &&
	       n == sizeof(head) + (size_t)head.width * head.height * 4;
}

/* What a plugin's process wrote is looked at before it is passed on. */
static int check_rows(const struct child_order *order, struct broker_answer *out)
{
	if (logos_is_picture(out->bytes.at, out->bytes.n, order->max_width, order->max_height))
		return 0;
	buf_clear(&out->bytes);
	buf_put_text(&out->words, "the plugin handed out no picture");
	return -1;
}

static int decode(const struct asked *asked, const struct plugin_file *file,
		  const struct mr_product *product, const struct asked_words *words,
		  struct broker_answer *out)
{
	struct child_order *order;
	struct group group;
	int status;

	if (run_group(asked->run, &file, 1, CHILD_DECODE, &group) != 0) {
		buf_put_text(&out->words, "out of memory");
		return -1;
	}
	order = &group.jobs[0].order;
	order->source = product->logo;
	order->max_width = read_number(words->at[2]);
	order->max_height = read_number(words->at[3]);
	order->is_named = true;
	status = artifact_take(&group, out);
	if (status == 0)
		status = check_rows(order, out);
	group_release(&group);
	return status;
}

int logos_answer(const struct asked *asked, const struct asked_words *words,
		 struct broker_answer *out)
{
	const struct mr_product *product =
		mr_product_at(asked->order->matrix, read_number(words->at[1]));
	const struct plugin_file *file;

	if (!product || product->logo.n == 0) {
		buf_put_text(&out->words, "the product has no logo");
		return -1;
	}
	buf_printf(&out->words, "%s: ", product->logo_name);
	file = find_decoder(asked, product->logo_media_type);
	if (!file) {
		buf_printf(&out->words, "no plugin decodes %s", product->logo_media_type);
		return -1;
	}
	if (decode(asked, file, product, words, out) != 0)
		return -1;
	buf_clear(&out->words);
	return 0;
}
