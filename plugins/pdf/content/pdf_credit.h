/* SPDX-License-Identifier: MIT */
/*
 * pdf_credit - who made the dataset, under which licence, and what the handout was made of.
 */
#ifndef MESHREPORT_PDF_CREDIT_H
#define MESHREPORT_PDF_CREDIT_H

#include "pdf/content/pdf_model.h"

bool pdf_credit_is_there(const struct pdf_book *book);
/* Paragraphs at the end of book->store: credit, address and licence; none where there is no such thing. */
void pdf_credit_put(struct pdf_book *book);
/* The same for what the handout was made of (mr_job.stamp). */
void pdf_credit_put_origin(struct pdf_book *book);

#endif
