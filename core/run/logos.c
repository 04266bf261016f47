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

/* The plugin of "image/png" is png, that of "image/svg+xml" svg. */
static const struct plugin_file *find_decoder(const struct asked *asked, const char *media_type)
{
	const char *slash = strchr(media_type, '/');

	return slash ? search_find(&asked->run->found, slash + 1, strcspn(slash + 1, "+;")) : NULL;
}

/* As many bytes as the head says, no more than was wanted: what a plugin's process wrote is looked at before it is passed on. */
static int check_rows(const struct child_order *order, struct broker_answer *out)
{
	struct unpack_head head = {0, 0};

	if (out->bytes.n >= sizeof(head))
		memcpy(&head, out->bytes.at, sizeof(head));
	if (head.width > 0 && head.width <= UNPACK_SIDE_MAX && head.height > 0 &&
	    head.height <= UNPACK_SIDE_MAX &&
	    (order->max_width == 0 || head.width <= order->max_width) &&
	    (order->max_height == 0 || head.height <= order->max_height) &&
	    out->bytes.n == sizeof(head) + (size_t)head.width * head.height * 4)
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
		buf_printf(&out->words, "no plugin decodes %s",
			   *product->logo_media_type ? product->logo_media_type : "such a file");
		return -1;
	}
	if (decode(asked, file, product, words, out) != 0)
		return -1;
	buf_clear(&out->words);
	return 0;
}
