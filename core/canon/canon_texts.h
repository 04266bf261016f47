/* SPDX-License-Identifier: MIT */
/*
 * canon_texts - what the Markdown of a canonical document means, for programs that read none.
 *
 *     "x-texts": {"[Envoy](https://www.envoyproxy.io)": [{"text": "Envoy", "url": "https://www.envoyproxy.io"}]}
 *
 * Each text that was written and whose words are others than its Markdown, once, as spans; their kind stands there
 * unless it is plain text: "code", "emphasis", "strong", "strong-emphasis", "break".
 */
#ifndef MESHREPORT_CORE_CANON_TEXTS_H
#define MESHREPORT_CORE_CANON_TEXTS_H

#include "canon/making.h"

/* The value: an object, of all that `making` was asked for (making_markdown). */
void canon_texts_put(struct buf *out, const struct making *making);

#endif
