#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the workbooks of cases/: make_xlsx.py.  Each part is given as it stands in the package; the same bytes every time."""
import os
import zipfile

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def book(name, parts):
    with zipfile.ZipFile(os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED) as package:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text)


def rels(*links):
    return '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>' % "".join(
        '<Relationship Id="%s" Type="%s/%s" Target="%s"%s/>' % (i, REL, t, p, m) for i, t, p, m in links)


WORKBOOK = """<workbook %s><workbookPr/><sheets><sheet name="Brokers &amp; more" sheetId="1" r:id="rId1"/>
<sheet name="Secret" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Empty" sheetId="3" r:id="rId3"/></sheets></workbook>""" % MAIN
STYLES = """<styleSheet %s><numFmts><numFmt numFmtId="164" formatCode="0.0#&quot; ms&quot;"/><numFmt numFmtId="165" formatCode="mmm yyyy"/>
<numFmt numFmtId="166" formatCode="#,##0.00;[Red]\\(#,##0.00\\);&quot;none&quot;"/><numFmt numFmtId="167" formatCode="[$€-407] 0"/></numFmts>
<fonts><font/><font><b/></font><font><strike/></font></fonts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>""" % (
    MAIN, "".join('<xf numFmtId="%d" fontId="%d"/>' % pair for pair in
                  [(0, 0), (0, 1), (0, 2), (14, 0), (9, 0), (164, 0), (165, 0), (166, 0), (167, 0), (22, 0), (18, 0), (49, 0)]))
STRINGS = """<sst %s><si><t>Feature</t></si><si><t>Rabbit</t></si><si><r><t>Owl</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>
<rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t xml:space="preserve">two
lines, a *star* and _x000D_ done</t></si></sst>""" % MAIN
SHEET = """<worksheet %s><sheetViews><sheetView><pane xSplit="2" ySplit="3" state="frozen"/></sheetView></sheetViews>
<cols><col min="6" max="6" hidden="1"/></cols><sheetData>
<row r="3"><c r="B3" s="1" t="s"><v>0</v></c><c r="C3" s="1" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c r="F3" t="inlineStr"><is><t>Hidden</t></is></c></row>
<row r="4"><c r="B4" t="inlineStr"><is><t>True and not</t></is></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="b"><v>0</v></c><c r="F4"><v>1</v></c></row>
<row r="5"><c r="B5" t="s"><v>3</v></c><c r="C5" s="3"><v>45418</v></c><c r="D5" s="6"><v>45418</v></c><c r="E5" s="9"><v>45418.75</v></c></row>
<row r="6"><c r="B6" t="str"><f>A1&amp;"x"</f><v>formula</v></c><c r="C6" s="4"><v>0.125</v></c><c r="D6" s="5"><v>1.5</v></c><c r="E6"><v>0.30000000000000004</v></c></row>
<row r="7"><c r="B7" s="1" t="inlineStr"><is><t>Merged (all)</t></is></c><c r="C7"><v>9</v></c><c r="D7" t="e"><v>#N/A</v></c></row>
<row r="8" hidden="1"><c r="B8" t="inlineStr"><is><t>Hidden row</t></is></c><c r="C8"><v>1</v></c></row>
<row r="10"><c r="B10" s="2" t="inlineStr"><is><t>struck</t></is></c><c r="C10" s="7"><v>-1234.5</v></c><c r="D10" s="7"><v>0</v></c><c r="E10" s="8"><v>12</v></c></row>
<row><c t="inlineStr"><is><t>without names</t></is></c><c><f>1+1</f></c><c t="str"><f>HYPERLINK("https://example.org/f","there")</f><v>there</v></c>
<c s="10"><v>0.5</v></c><c s="7"><v>1234567.891</v></c></row>
</sheetData><mergeCells><mergeCell ref="B7:C7"/></mergeCells>
<hyperlinks><hyperlink ref="C3" r:id="rId1"/><hyperlink ref="B4" location="Secret!A1"/></hyperlinks></worksheet>""" % MAIN
COMMENTS = """<comments %s><authors><author>Ann</author></authors><commentList><comment ref="C4" authorId="0"><text><r><t>Ann:</t></r><r><t xml:space="preserve">
only since 2.0</t></r></text></comment></commentList></comments>""" % MAIN
PLAIN = "<worksheet %s><sheetData>%%s</sheetData></worksheet>" % MAIN

WHOLE = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": rels(("rId1", "officeDocument", "xl/workbook.xml", "")),
    "docProps/core.xml": '<p xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Brokers</dc:title>'
                         "<dcterms:modified>2024-05-06T07:08:09Z</dcterms:modified></p>",
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": rels(("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml", ""),
                                       ("rId3", "worksheet", "worksheets/sheet3.xml", "")),
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": STRINGS,
    "xl/worksheets/sheet1.xml": SHEET,
    "xl/worksheets/_rels/sheet1.xml.rels": rels(("rId1", "hyperlink", "https://rabbit.example/a_(b)", ' TargetMode="External"'),
                                                ("rId2", "comments", "../comments1.xml", "")),
    "xl/comments1.xml": COMMENTS,
    "xl/worksheets/sheet2.xml": PLAIN % '<row r="1"><c r="A1"><v>1</v></c></row>',
    "xl/worksheets/sheet3.xml": PLAIN % "",
}


def other(sheet):
    return {**WHOLE, "xl/worksheets/sheet1.xml": sheet}


def main():
    book("xlsx-whole.xlsx", WHOLE)
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % "".join('<!ENTITY %s "%s">' % (b, ("&%s;" % a) * 10) for a, b in zip("abcdefg", "bcdefgh"))
    book("xlsx-entities.xlsx", other(entities + PLAIN % '<row r="1"><c r="A1" t="str"><v>&h;</v></c></row>'))
    book("xlsx-deep.xlsx", other("<a>" * 100 + "</a>" * 100))
    book("xlsx-broken.xlsx", other((PLAIN % '<row r="1"><c r="A1"><v>1</v></c></row>')[:-30]))
    book("xlsx-merged.xlsx", other("<worksheet %s><sheetData>%s</sheetData><mergeCells>%s</mergeCells></worksheet>" % (
        MAIN, '<row r="1">' + "<c><v>1</v></c>" * 10000 + "</row>", '<mergeCell ref="A1:A1"/>' * 3000)))
    book("xlsx-nothing.xlsx", {"a.txt": "no workbook"})
    with open(os.path.join(HERE, "xlsx-whole.xlsx"), "rb") as file:
        whole = file.read()
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    for name, data in (("cut", whole[:1000]), ("password", compound + "EncryptedPackage".encode("utf-16-le") + bytes(100)), ("old", compound),
                       ("text", b"A,B\n1,2\n")):
        with open(os.path.join(HERE, "xlsx-%s.xlsx" % name), "wb") as file:
            file.write(data)


main()
