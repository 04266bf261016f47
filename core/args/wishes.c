/* SPDX-License-Identifier: MIT */
#include "args/wishes.h"

#include <string.h>

#include "base/nearest.h"
#include "base/shell.h"
#include "data/schema.h"

/* ---- --map */

static bool is_status(const char *word)
{
	for (int i = 0; i < DATASET_N_BUILTINS; i++)
		if (strcmp(schema_builtin((enum dataset_builtin)i)->id, word) == 0)
			return true;
	return strcmp(word, "text") == 0;
}

bool wishes_vet_map(const char *argument, struct diag *diag)
{
	const char *equals = strrchr(argument, '=');
	struct diag_message message = {.severity = MR_ERROR};
	struct buf text = BUF_INIT;
	char word[DIAG_WORD];
	struct nearest near;

	if (equals && is_status(equals + 1))
		return true;
	buf_printf(&text, "--map %s: ", diag_word(word, argument));
	buf_put_text(&text, equals ? "what it means is yes, no, partial, preview, deprecated, "
				     "planned, na, unknown or text"
				   : "it takes WORD=STATUS, such as 'x=yes', or '=no' for a blank");
	message.text = buf_text(&text);
	nearest_init(&near, equals ? equals + 1 : "");
	for (int i = 0; equals && i < DATASET_N_BUILTINS; i++)
		nearest_offer(&near, schema_builtin((enum dataset_builtin)i)->id);
	message.suggestion = near.best;
	diag_add(diag, &message);
	buf_release(&text);
	return false;
}

static struct interpret_map *maps_of(const struct args_list *given, struct arena *arena)
{
	struct interpret_map *maps = arena_array(arena, given->n + 1u, sizeof(*maps));

	for (uint32_t i = 0; maps && i < given->n; i++) {
		const char *equals = strrchr(given->at[i], '=');

		maps[i].word = arena_copy(arena, given->at[i], (size_t)(equals - given->at[i]));
		maps[i].status = equals + 1;
		if (!maps[i].word)
			return NULL;
	}
	return maps;
}

/* ---- --table */

/* Numbers are told apart at their commas; a heading may hold some. */
static bool is_numbers(const char *word)
{
	return *word && word[strspn(word, "0123456789,-")] == '\0';
}

static size_t count_tables(const struct args_list *given)
{
	size_t n = given->n;

	for (uint32_t i = 0; i < given->n; i++)
		for (const char *at = given->at[i]; *at; at++)
			n += *at == ',';
	return n;
}

static const char **tables_of(const struct args_list *given, struct arena *arena, size_t *out_n)
{
	const char **tables = arena_array(arena, count_tables(given) + 1, sizeof(*tables));

	*out_n = 0;
	for (uint32_t i = 0; tables && i < given->n; i++) {
		const char *word = given->at[i];

		if (!is_numbers(word)) {
			tables[(*out_n)++] = word;
			continue;
		}
		for (size_t n; *word; word += n + (word[n] == ',')) {
			n = strcspn(word, ",");
			if (n > 0)
				tables[(*out_n)++] = arena_copy(arena, word, n);
		}
	}
	return tables;
}

struct interpret_options wishes_interpret(const struct wishes *wishes, const char *name,
					  struct arena *arena)
{
	struct interpret_options options = {
		.products_in = wishes->products_in,
		.transpose = wishes->transpose,
		.descriptions = wishes->descriptions.at,
		.n_descriptions = wishes->descriptions.n,
		.drops = wishes->drops.at,
		.n_drops = wishes->drops.n,
		.maps = maps_of(&wishes->maps, arena),
		.n_maps = wishes->maps.n,
		.repair = wishes->repair,
		.file_name = name,
	};

	options.tables = tables_of(&wishes->tables, arena, &options.n_tables);
	return options;
}

/* ---- as they are typed */

static void put_one(struct buf *out, const char *option, const char *argument)
{
	buf_printf(out, " %s ", option);
	shell_put_word(out, argument);
}

static void put_list(struct buf *out, const char *option, const struct args_list *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		put_one(out, option, list->at[i]);
}

void wishes_put_command(struct buf *out, const struct wishes *wishes)
{
	if (wishes->from)
		put_one(out, "--from", wishes->from);
	if (wishes->encoding)
		put_one(out, "--encoding", wishes->encoding);
	put_list(out, "--table", &wishes->tables);
	if (wishes->products_in != INTERPRET_GUESS)
		put_one(out, "--products-in",
			wishes->products_in == INTERPRET_IN_ROWS ? "rows" : "columns");
	if (wishes->transpose)
		buf_put_text(out, " --transpose");
	put_list(out, "--description", &wishes->descriptions);
	put_list(out, "--drop", &wishes->drops);
	put_list(out, "--map", &wishes->maps);
	if (wishes->repair)
		buf_put_text(out, " --repair");
	put_list(out, "-R", &wishes->options);
}
