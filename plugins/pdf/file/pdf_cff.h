/* SPDX-License-Identifier: MIT */
/*
 * pdf_cff - what a PDF must know of a CFF font program (Adobe Technical Note 5176): whether it is
 * CID-keyed, and which CID each glyph has.  Hostile input: every read is checked.
 */
#ifndef MESHREPORT_PDF_CFF_H
#define MESHREPORT_PDF_CFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Fills cids[0 .. n_glyphs - 1] of a CID-keyed font and sets *is_cid; leaves them alone for a
 * name-keyed one.  0, or -1 when the font program is damaged.
 */
int pdf_cff_cids(const void *bytes, size_t n, uint16_t *cids, uint32_t n_glyphs, bool *is_cid);

#endif
