/* SPDX-License-Identifier: MIT */
#include "child/scripted_value.h"

#include <stdint.h>

#include "base/json.h"

static void put_items(struct buf *out, const struct mr_array *items)
{
	buf_put_byte(out, '[');
	for (uint32_t i = 0; i < items->n; i++) {
		buf_put_text(out, i > 0 ? ", " : "");
		json_put_text(out, mr_string_at(items, i));
	}
	buf_put_byte(out, ']');
}

/* Rounded to six decimals; beyond 10^12 in either direction it is cut. */
static void put_number(struct buf *out, double number)
{
	const double most = 1e12;
	double size = number < 0 ? -number : number;
	uint64_t millionths = (uint64_t)((size < most ? size : most) * 1e6 + 0.5);

	buf_printf(out, "%s%llu", number < 0 && millionths > 0 ? "-" : "",
		   (unsigned long long)(millionths / 1000000));
	if (millionths % 1000000 != 0)
		buf_printf(out, ".%06llu", (unsigned long long)(millionths % 1000000));
}

void scripted_value_put(struct buf *out, const struct mr_value *value)
{
	if (!value->is_set) {
		buf_put_text(out, "null");
		return;
	}
	switch (value->type) {
	case MR_OPTION_FLAG: buf_put_text(out, value->integer ? "true" : "false"); break;
	case MR_OPTION_INTEGER: buf_printf(out, "%lld", (long long)value->integer); break;
	case MR_OPTION_NUMBER:
	case MR_OPTION_LENGTH: put_number(out, value->number); break;
	case MR_OPTION_LIST: put_items(out, &value->items); break;
	case MR_OPTION_FILE:
		buf_put_byte(out, '{');
		json_put_member(out, "name", value->text);
		buf_put_text(out, ", ");
		json_put_base64(out, value->bytes.at, value->bytes.n);
		buf_put_byte(out, '}');
		break;
	default: json_put_text(out, value->text);
	}
}

bool scripted_value_put_word(struct buf *out, const struct mr_value *value)
{
	if (!value->is_set)
		return false;
	switch (value->type) {
	case MR_OPTION_FLAG: buf_put_text(out, value->integer ? "yes" : "no"); break;
	case MR_OPTION_INTEGER: buf_printf(out, "%lld", (long long)value->integer); break;
	case MR_OPTION_NUMBER:
	case MR_OPTION_LENGTH: put_number(out, value->number); break;
	default: buf_put_text(out, value->text);
	}
	return true;
}
