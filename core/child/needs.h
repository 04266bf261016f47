/* SPDX-License-Identifier: MIT */
/*
 * needs - the answers of services (meshreport/services.h) for a script, which cannot ask while it runs: what it said that it
 * needs (script/describe.h) is asked before, and stands in the JSON that it is given.
 *
 *     "needs": {"charts/1 coverage svg theme={theme}": {"text": "<svg ..."},
 *               "artifacts/1 png chart=pie": {"why": "'pie' is none of ..."},
 *               "logos/1 32x32": {"istio": {"name": "istio.png", "media_type": "image/png", "base64": "...",
 *                                           "width": 640, "height": 640,
 *                                           "pixels": {"width": 32, "height": 32, "base64": "..."}}},
 *               "words/1": {"words": {"legend": "Legend", ...}, "dates": {"2026-03-03": "3 March 2026", ...},
 *                           "decimal": ".", "thousands": ","},
 *               "seals/7": null}
 *
 * A need is words with single spaces between them: the service, what its function is asked for, its options.  In braces
 * stands an option of the script's own, whose value comes there; where it is not set the whole word is left out.  What is
 * text (UTF-8 without U+0000) is text, anything else base64; a service that this host has not is null.
 */
#ifndef MESHREPORT_CORE_NEEDS_H
#define MESHREPORT_CORE_NEEDS_H

#include "base/buf.h"
#include "child/port.h"
#include "plugin/plugin.h"

/* Each place in braces names an option of the plugin's.  0, or -1 with what is wrong. */
int needs_vet(const struct plugin *plugin, char why[PLUGIN_WHY]);

/* All of them as an object; the job renders. */
void needs_put(struct buf *out, struct port *port);

#endif
