/* SPDX-License-Identifier: MIT */
#include "words/shortcode.h"

#include <string.h>

/* Sorted by the name's bytes. */
static const struct {
	const char *name, *sign;
} signs[] = {
	{"+1", "👍"},
	{"-1", "👎"},
	{"arrows_counterclockwise", "🔄"},
	{"ballot_box_with_check", "☑️"},
	{"beetle", "🪲"},
	{"black_circle", "⚫"},
	{"blue_square", "🟦"},
	{"bug", "🐛"},
	{"bulb", "💡"},
	{"calendar", "📅"},
	{"check", "✔️"},
	{"clock1", "🕐"},
	{"construction", "🚧"},
	{"credit_card", "💳"},
	{"cross_mark", "❌"},
	{"dollar", "💵"},
	{"eight_pointed_black_star", "✴️"},
	{"electric_plug", "🔌"},
	{"exclamation", "❗"},
	{"eyes", "👀"},
	{"fire", "🔥"},
	{"free", "🆓"},
	{"gear", "⚙️"},
	{"globe_with_meridians", "🌐"},
	{"green_circle", "🟢"},
	{"green_heart", "💚"},
	{"green_square", "🟩"},
	{"grey_exclamation", "❕"},
	{"grey_question", "❔"},
	{"hammer", "🔨"},
	{"heart", "❤️"},
	{"heavy_check_mark", "✔️"},
	{"heavy_dollar_sign", "💲"},
	{"heavy_exclamation_mark", "❗"},
	{"heavy_minus_sign", "➖"},
	{"heavy_multiplication_x", "✖️"},
	{"heavy_plus_sign", "➕"},
	{"hourglass", "⌛"},
	{"hourglass_flowing_sand", "⏳"},
	{"information_source", "ℹ️"},
	{"key", "🔑"},
	{"large_blue_circle", "🔵"},
	{"large_blue_diamond", "🔷"},
	{"large_orange_diamond", "🔶"},
	{"link", "🔗"},
	{"lock", "🔒"},
	{"lock_with_ink_pen", "🔏"},
	{"memo", "📝"},
	{"moneybag", "💰"},
	{"negative_squared_cross_mark", "❎"},
	{"no_entry", "⛔"},
	{"no_entry_sign", "🚫"},
	{"o", "⭕"},
	{"ok", "🆗"},
	{"orange_circle", "🟠"},
	{"orange_square", "🟧"},
	{"purple_circle", "🟣"},
	{"question", "❓"},
	{"red_circle", "🔴"},
	{"red_square", "🟥"},
	{"rocket", "🚀"},
	{"rotating_light", "🚨"},
	{"skull", "💀"},
	{"small_blue_diamond", "🔹"},
	{"small_orange_diamond", "🔸"},
	{"snail", "🐌"},
	{"snowflake", "❄️"},
	{"soon", "🔜"},
	{"sparkle", "❇️"},
	{"sparkles", "✨"},
	{"star", "⭐"},
	{"star2", "🌟"},
	{"stop_sign", "🛑"},
	{"tada", "🎉"},
	{"test_tube", "🧪"},
	{"thinking", "🤔"},
	{"thumbsdown", "👎"},
	{"thumbsup", "👍"},
	{"turtle", "🐢"},
	{"unlock", "🔓"},
	{"warning", "⚠️"},
	{"wastebasket", "🗑️"},
	{"white_check_mark", "✅"},
	{"white_circle", "⚪"},
	{"wrench", "🔧"},
	{"x", "❌"},
	{"yellow_circle", "🟡"},
	{"yellow_square", "🟨"},
	{"zap", "⚡"},
	{"zzz", "💤"},
};

/* strcmp() of `name` with the `n` bytes at `text`. */
static int compare(const char *name, const char *text, size_t n)
{
	int order = strncmp(name, text, n);

	return order ? order : name[n] != '\0';
}

const char *shortcode_sign(const char *text, size_t n, size_t *out_length)
{
	size_t length = 0, low = 0, high = sizeof(signs) / sizeof(signs[0]), middle;
	int order;

	while (length < n && text[length] != ':')
		length++;
	if (length == 0 || length == n)
		return NULL;
	while (low < high) {
		middle = (low + high) / 2;
		order = compare(signs[middle].name, text, length);
		if (order == 0) {
			*out_length = length + 1;
			return signs[middle].sign;
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}
