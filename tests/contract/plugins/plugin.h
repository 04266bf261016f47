/* SPDX-License-Identifier: MIT */
/* What the plugins of these tests share: a declaration that only says what is special about it. */
#include <meshreport/plugin.h>

#include <stdio.h>
#include <stdlib.h>

#define DECLARE(NAME, ...)                                                                \
	MR_EXPORT const struct mr_plugin meshreport_plugin = {                            \
		MR_PLUGIN_HEADER, .name = NAME,       .summary = "a plugin of the tests", \
		.version = "1",   .extension = "txt", .media_type = "text/plain",         \
		__VA_ARGS__}

static inline void put(struct mr_sink *sink, const char *text)
{
	sink->write(sink, text, strlen(text));
}
