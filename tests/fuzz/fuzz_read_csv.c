/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as delimited text.
 *
 * seeds: tests/read/cases/csv-*.csv tests/read/cases/csv-*.tsv tests/fuzz/seeds/csv tests/golden/long/csv
 * sources: plugins/csv/csv_ plugins/csv/write/ plugins/common/read/fields plugins/common/read/letters plugins/common/read/lines plugins/common/write/ core/read/grid core/base/buf core/base/vec core/base/arena core/base/mem core/base/utf8 core/base/strset
 */
#include "csv/csv_read.h"

#include "read_host.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	return read_host_run(csv_read, csv_sniff, "fuzz.csv", true, bytes, n);
}
