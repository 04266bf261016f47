/* SPDX-License-Identifier: MIT */
#include "view/say.h"

#include "base/buf.h"
#include "base/shell.h"
#include "view/select.h"
#include "view/words.h"

#include <string.h>

static const char *name_of(const struct dataset *set, enum ids_space space, uint32_t index)
{
	const struct mr_text *name;

	if (space == IDS_PRODUCT)
		return set->products[index].name;
	if (space == IDS_FEATURE)
		return set->features[index].name->plain;
	name = set->categories[index].name;
	return mr_text_is_empty(name) ? set->categories[index].id : name->plain;
}

static const char *id_of(const struct dataset *set, enum ids_space space, uint32_t index)
{
	if (space == IDS_PRODUCT)
		return set->products[index].id;
	return space == IDS_FEATURE ? set->features[index].id : set->categories[index].id;
}

/* A hard break in a name is a space in a list of names. */
static void put_line(struct buf *out, const char *text)
{
	for (; *text; text++)
		buf_put_byte(out, *text == '\n' ? ' ' : *text);
}

/* " (yes, partial)": what is enough, where that is not a yes alone. */
static void put_enough(struct buf *out, const struct dataset *set, uint8_t level)
{
	for (uint8_t i = IDS_YES; level > IDS_YES && i <= level; i++)
		buf_printf(out, "%s%s", i == IDS_YES ? " (" : ", ",
			   words_find(set->language, ids_level_word(i)));
	buf_put_text(out, level > IDS_YES ? ")" : "");
}

static void put_names(struct buf *out, const struct dataset *set, enum ids_space space,
		      const struct ids_found *found)
{
	for (uint32_t i = 0; i < found->n; i++) {
		buf_put_text(out, i ? ", " : "");
		put_line(out, name_of(set, space, found->at[i]));
		put_enough(out, set, found->level[i]);
	}
}

/* "; " between clauses. */
static void begin(struct buf *out)
{
	if (out->n)
		buf_put_text(out, "; ");
}

static void put_list(struct buf *out, const struct dataset *set, const char *key,
		     enum ids_space space, const struct ids_found *found)
{
	if (!found->n)
		return;
	begin(out);
	buf_put_text(out, words_find(set->language, key));
	buf_put_text(out, ": ");
	put_names(out, set, space, found);
}

static void put_word(struct buf *out, const struct dataset *set, const char *key)
{
	begin(out);
	buf_put_text(out, words_find(set->language, key));
}

/* The word with its {list} replaced by the names. */
static void put_required(struct buf *out, const struct dataset *set, const struct ids_found *found)
{
	static const char place[] = "{list}";
	const char *word = words_find(set->language, "requires");
	const char *at = strstr(word, place);

	if (!found->n)
		return;
	begin(out);
	buf_put(out, word, (size_t)(at - word));
	put_names(out, set, IDS_FEATURE, found);
	buf_put_text(out, at + strlen(place));
}

static bool is_in_order(const uint32_t *at, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++)
		if (at[i] < at[i - 1])
			return false;
	return true;
}

const char *say_words(const struct reading *reading, const struct select_request *request,
		      const struct selected_ids *named, const struct selection *selection,
		      struct arena *arena)
{
	const struct dataset *set = reading->set;
	struct buf out = BUF_INIT;

	if (selection->is_whole && is_in_order(selection->cols, selection->n_cols))
		return arena_copy(arena, "", 0);
	put_list(&out, set, "products", IDS_PRODUCT, &named->products);
	put_required(&out, set, &named->require);
	put_list(&out, set, "categories", IDS_CATEGORY, &named->categories);
	put_list(&out, set, "features", IDS_FEATURE, &named->features);
	if (request->only_differences)
		put_word(&out, set, "only_differences");
	if (request->sort == SORT_NAME)
		put_word(&out, set, "sorted_by_name");
	if (request->sort == SORT_COVERAGE)
		put_word(&out, set, "sorted_by_coverage");
	return buf_keep(&out, arena);
}

static void put_option(struct buf *out, const struct dataset *set, const char *option,
		       enum ids_space space, const struct ids_found *found)
{
	if (!found->n)
		return;
	buf_printf(out, " %s ", option);
	for (uint32_t i = 0; i < found->n; i++) {
		buf_put_text(out, i ? "," : "");
		buf_put_text(out, id_of(set, space, found->at[i]));
		if (found->level[i] > IDS_YES)
			buf_printf(out, "=%s", ids_level_word(found->level[i]));
	}
}

const char *say_command(const struct dataset *set, const struct select_request *request,
			const struct selected_ids *named, struct arena *arena)
{
	struct buf out = BUF_INIT;

	buf_put_text(&out, "meshreport");
	buf_put_text(&out, request->reading ? request->reading : "");
	put_option(&out, set, "--products", IDS_PRODUCT, &named->products);
	put_option(&out, set, "--require", IDS_FEATURE, &named->require);
	put_option(&out, set, "--categories", IDS_CATEGORY, &named->categories);
	put_option(&out, set, "--features", IDS_FEATURE, &named->features);
	if (request->only_differences)
		buf_put_text(&out, " --only-differences");
	buf_put_text(&out, request->ranking ? request->ranking : "");
	if (request->sort != SORT_DATA)
		buf_printf(&out, " --sort %s", sort_word(request->sort));
	buf_put_byte(&out, ' ');
	if (strcmp(set->path, "-") == 0) {
		buf_put_byte(&out, '-');
		return buf_keep(&out, arena);
	}
	shell_put_file(&out, set->name);
	return buf_keep(&out, arena);
}
