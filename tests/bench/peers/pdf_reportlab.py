#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ReportLab LongTable with wrapping paragraphs, from the YAML.  usage: pdf_reportlab.py FONT.ttf IN.yaml OUT.pdf"""
import re
import sys

import yaml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate
from xml.sax.saxutils import escape

pdfmetrics.registerFont(TTFont("D", sys.argv[1]))
st = ParagraphStyle("c", fontName="D", fontSize=4.5, leading=5.5)
with open(sys.argv[2], "rb") as f:
    d = yaml.load(f, Loader=yaml.CSafeLoader)
word = {True: "yes", False: "no", "partial": "partial", "unknown": ""}


def cell(v):
    if isinstance(v, dict):
        n = re.sub(r"\[([^]]*)\]\(([^)]*)\)", r'<a href="\2">\1</a>', escape(v["text"]))
        return Paragraph(n, st)
    return word[v]


ids = [p["id"] for p in d["products"]]
rows = [[""] + [Paragraph(escape(p["name"]), st) for p in d["products"]]]
for c in d["categories"]:
    rows.append([Paragraph(escape(c["name"]), st)] + [""] * len(ids))
    for f in c["features"]:
        rows.append([Paragraph(escape(f["name"]), st)] + [cell(f["values"][i]) for i in ids])
doc = SimpleDocTemplate(sys.argv[3], pagesize=landscape(A4), leftMargin=28, rightMargin=28, topMargin=28, bottomMargin=28)
w = (786 - 110) / len(ids)
doc.build([LongTable(rows, colWidths=[110] + [w] * len(ids), repeatRows=1, style=[
    ("GRID", (0, 0), (-1, -1), .3, colors.grey), ("FONT", (0, 0), (-1, -1), "D", 4.5, 5.5),
    ("LEFTPADDING", (0, 0), (-1, -1), 1.5), ("RIGHTPADDING", (0, 0), (-1, -1), 1.5),
    ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1), ("VALIGN", (0, 0), (-1, -1), "TOP")])])
