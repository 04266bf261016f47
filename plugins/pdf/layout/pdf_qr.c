/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_qr.h"

#include <errno.h>
#include <qrencode.h>

int pdf_qr_make(struct pdf_qr *qr, const char *address)
{
	QRcode *code;

	*qr = (struct pdf_qr){0};
	errno = 0;
	code = QRcode_encodeString8bit(address, 0, QR_ECLEVEL_M);
	if (!code)
		return errno == ENOMEM ? -1 : 0;
	qr->own = code;
	qr->n = (uint32_t)code->width;
	qr->modules = code->data;
	return 0;
}

void pdf_qr_release(struct pdf_qr *qr)
{
	QRcode_free(qr->own);
	*qr = (struct pdf_qr){0};
}

bool pdf_qr_is_dark(const struct pdf_qr *qr, uint32_t row, uint32_t col)
{
	/* the other bits say what a module is there for */
	return qr->modules[row * qr->n + col] & 1;
}
