/* SPDX-License-Identifier: MIT */
/*
 * pdf_slant - the geometry of names that stand slanted above narrow columns.
 *
 * Pure; all lengths are em, or whatever unit they come in.  A name rises from the foot of its column
 * at PDF_SLANT degrees, and what does not fit into its length goes on in further lines beside the
 * first.  Its lower corner stands on the foot of the head, its middle line passes through the middle
 * of the column there.
 */
#ifndef MESHREPORT_PDF_SLANT_H
#define MESHREPORT_PDF_SLANT_H

#define PDF_SLANT 60.0f /* degrees */
#define PDF_SLANT_LINES 3 /* that a name may have: where one needs more, heads stand upright */
#define PDF_SLANT_SIN 0.8660254f
#define PDF_SLANT_COS 0.5f

struct pdf_slant {
	float length; /* em: a longer name has more lines; 0: heads stand upright */
};

/* What of a slanted line a body of such a height has room for, when the type is `size` points. */
float pdf_slant_length(float body_height, float size);
/* From column to column, so that names of lines of such a thickness do not touch. */
float pdf_slant_pitch(float thickness);
/* Where on its slanted line a name of some thickness begins. */
float pdf_slant_start(float thickness);
/* How high and how far to the side a name reaches from the foot of its column's middle. */
float pdf_slant_height(float length, float thickness);
float pdf_slant_reach(float length, float thickness);

#endif
