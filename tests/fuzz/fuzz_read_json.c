/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as JSON.
 *
 * seeds: tests/read/cases/json-*.json tests/read/cases/json-*.jsonl
 * sources: plugins/json/json_ plugins/common/read/letters plugins/common/read/lines plugins/common/write/ core/read/grid core/base/buf core/base/vec core/base/arena core/base/mem core/base/utf8 core/base/strset
 */
#include "json/json_read.h"

#include "read_host.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	return read_host_run(json_read, json_read_sniff, "fuzz.json", true, bytes, n);
}
