/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a workbook.
 *
 * seeds: tests/read/cases/xlsx-[wenpoc]*.xlsx
 * sources: plugins/xlsx/read/ plugins/xlsx/xlsx_ plugins/common/read/letters plugins/common/write/ core/read/grid core/base/buf core/base/vec core/base/arena core/base/mem core/base/utf8 core/base/strset
 */
#include "xlsx/read/xlsx_read.h"

#include "read_host.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	return read_host_run(xlsx_read, xlsx_read_sniff, "fuzz.xlsx", false, bytes, n);
}
