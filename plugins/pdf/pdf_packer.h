/* SPDX-License-Identifier: MIT */
/*
 * pdf_packer - page contents deflated (RFC 1950) on a second core while the next pages are painted.
 *
 * Deflating is a fifth of the work on a long document.  One thread takes pages from a short queue;
 * what comes out is the same bytes, in the order of the pages, as without it.  A document of few
 * pages, and a system that gives no thread, deflates in place.
 *
 * One thread of the program uses a packer.  ERRORS: out of memory is sticky, see pdf_packer_failed().
 */
#ifndef MESHREPORT_PDF_PACKER_H
#define MESHREPORT_PDF_PACKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pdf_packer;

/* Null only for want of memory.  `level` is zlib's. */
struct pdf_packer *pdf_packer_new(int level, bool has_thread);
/* Waits for the thread. */
void pdf_packer_free(struct pdf_packer *packer);
bool pdf_packer_failed(const struct pdf_packer *packer);

/*
 * Copies the bytes.  After each, pdf_packer_take() must be asked until it has no more: it waits when
 * the queue is full, so that there is always room for one.
 */
void pdf_packer_add(struct pdf_packer *packer, uint32_t sheet, const void *bytes, size_t n);

/*
 * The next finished page, in the order of adding; `bytes` goes to the caller, who frees it.  False
 * when none is finished, or, with `waits`, when none is left.
 */
bool pdf_packer_take(struct pdf_packer *packer, bool waits, uint32_t *sheet, unsigned char **bytes,
		     size_t *n);

#endif
