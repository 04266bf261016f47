/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_slant.h"

#define LENGTH_MOST 15.0f /* em */
#define LENGTH_LEAST 4.0f
#define CLOSER 0.94f /* names beside each other stand closer than lines of a text */
#define BODY_SHARE 0.29f /* of a page's height that a head may take */

float pdf_slant_length(float body_height, float size)
{
	float length = BODY_SHARE * body_height / PDF_SLANT_SIN / size;

	return length < LENGTH_LEAST ? LENGTH_LEAST : length > LENGTH_MOST ? LENGTH_MOST : length;
}

float pdf_slant_pitch(float thickness)
{
	return CLOSER * thickness / PDF_SLANT_SIN;
}

float pdf_slant_start(float thickness)
{
	return thickness / 2 * PDF_SLANT_COS / PDF_SLANT_SIN;
}

float pdf_slant_height(float length, float thickness)
{
	return (pdf_slant_start(thickness) + length) * PDF_SLANT_SIN +
	       thickness / 2 * PDF_SLANT_COS;
}

float pdf_slant_reach(float length, float thickness)
{
	return (pdf_slant_start(thickness) + length) * PDF_SLANT_COS +
	       thickness / 2 * PDF_SLANT_SIN;
}
