/* SPDX-License-Identifier: MIT */
/*
 * yaml_error - what is said when a file is no YAML, or not the YAML that a dataset is.
 *
 * Private to yaml.c, which hands over what libyaml knows; no type of libyaml is seen here.  Each of
 * these reports one error and ends the reading (load.failed).
 */
#ifndef MESHREPORT_CORE_YAML_ERROR_H
#define MESHREPORT_CORE_YAML_ERROR_H

#include "data/load.h"
#include "yaml/recent.h"
#include "yaml/signature.h"
#include "yaml/syntax.h"

/* A failure of libyaml.  Its buffers hold what was read and not understood yet. */
struct yaml_failure {
	enum { YAML_FAILED_MEMORY, YAML_FAILED_READER, YAML_FAILED_SYNTAX } kind;
	const char *problem, *context; /* its words, null for none */
	int value; /* the character that the problem is about */
	struct place mark; /* where it stands: behind what was understood */
	struct place problem_mark, context_mark;
	const char *decoded, *raw; /* characters from the mark on; bytes behind them */
	size_t n_decoded, n_raw;
	bool is_at_end;
	uint64_t n_nodes; /* read before */
	struct syntax_value last;
};

void yaml_error_parser(struct load *load, const struct recent *recent,
		       const struct yaml_failure *failure);

/* `text` at `place`, with a hint, which may be null. */
void yaml_error(struct load *load, struct place place, const char *hint, const char *text);

/* "`what`; the limit is 10 (--limit key=N)" */
void yaml_error_limit(struct load *load, struct place place, const char *what, const char *key,
		      uint64_t limit);

/* The file is of another kind. */
void yaml_error_kind(struct load *load, const struct signature *is);

#endif
