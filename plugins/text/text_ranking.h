/* SPDX-License-Identifier: MIT */
/*
 * text_ranking - which products suit somebody, before the table.
 *
 *     Ranking: A bank
 *       1    Istio: 75 % – 90 %
 *       2–3  Consul: 40 % – 60 % (open: mTLS)
 *       –    Linkerd: mTLS ✗ no
 */
#ifndef MESHREPORT_TEXT_RANKING_H
#define MESHREPORT_TEXT_RANKING_H

#include "text/text_page.h"

/* Nothing without a ranking. */
void text_ranking_put(struct text_page *page);

#endif
