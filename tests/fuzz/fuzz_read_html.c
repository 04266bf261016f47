/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page in HTML.
 *
 * seeds: tests/read/cases/html-[fps]*.htm*[lm]
 * sources: plugins/html/read/ plugins/common/read/ plugins/common/write/ core/read/grid core/base/buf core/base/vec core/base/arena core/base/mem core/base/utf8 core/base/strset
 */
#include "html/read/html_read.h"

#include "read_host.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	return read_host_run(html_read, html_read_sniff, "fuzz.html", true, bytes, n);
}
