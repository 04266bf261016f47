/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page in Markdown.
 *
 * seeds: tests/read/cases/markdown-[hprt]*.md tests/read/cases/markdown-*.mdx tests/golden/selected/markdown
 * sources: plugins/markdown/md_ plugins/common/read/ plugins/common/write/ core/read/grid core/base/buf core/base/vec core/base/arena core/base/mem core/base/utf8 core/base/strset
 */
#include "markdown/md_read.h"

#include "read_host.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	return read_host_run(md_read, md_read_sniff, "fuzz.markdown", true, bytes, n);
}
