/* SPDX-License-Identifier: MIT */
/*
 * say - a selection in words for the reader, and as the command that makes it again.
 *
 * Words are in the dataset's language and name things as the reader sees them; a category without a
 * name is called by its id.  The command names ids as they are called now, and the dataset without
 * its folders, so that it is the same wherever it was run.
 */
#ifndef MESHREPORT_CORE_SAY_H
#define MESHREPORT_CORE_SAY_H

#include "base/arena.h"
#include "base/buf.h"
#include "view/ids.h"

struct reading;
struct select_request;
struct selection;

/* The ids of a request, looked up. */
struct selected_ids {
	struct ids_found products, categories, features, require;
};

/* "Products: Istio, Consul; only differences"; "" for the dataset as it is.  Null without memory. */
const char *say_words(const struct reading *reading, const struct select_request *request,
		      const struct selected_ids *named, const struct selection *selection,
		      struct arena *arena);

/* "meshreport --products istio,consul --only-differences mesh.yaml".  Null without memory. */
const char *say_command(const struct dataset *set, const struct select_request *request,
			const struct selected_ids *named, struct arena *arena);

#endif
