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


def cell(place, words):
    return '<c r="%s" t="inlineStr"><is>%s</is></c>' % (place, words if words.startswith("<") else "<t>%s</t>" % words)


def sheet(rows, behind="", before=""):
    """Rows are lists of cells, or strings that stand as they are."""
    return "<worksheet %s>%s<sheetData>%s</sheetData>%s</worksheet>" % (MAIN, before, "".join(
        row if isinstance(row, str) else "<row>%s</row>" % "".join(row) for row in rows), behind)


# What other programs write otherwise: parts with other names, prefixes, rows in any order, places left out, texts that are not there.
ODD = {
    "_rels/.rels": rels(("rId1", "officeDocument", "/book/Main.xml", ""), ("rId2", "extended-properties", "docProps/app.xml", "")),
    "docProps/core.xml": '<p xmlns:dc="d" xmlns:dcterms="t"><dc:title/><dc:title><!-- none --></dc:title><dcterms:modified>2024</dcterms:modified><dc:language>de</dc:language></p>',
    "book/Main.xml": """<x:workbook xmlns:x="m" xmlns:r="%s"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="It's" sheetId="1" state="visible" r:id="a"/>
<x:sheet name="Gone" sheetId="2" r:id="b"/><x:sheet name="Nowhere" sheetId="3" r:id="c"/><x:sheet sheetId="4" r:id="d"/><x:sheet name="No id" sheetId="5"/><x:sheet name="None" sheetId="6" r:id="i"/></x:sheets>
<x:definedNames><x:definedName name="_xlnm.Print_Area">A1</x:definedName><x:definedName>B2</x:definedName></x:definedNames></x:workbook>""" % REL,
    "book/_rels/Main.xml.rels": rels(("a", "worksheet", "../sheets/one.xml", ""), ("b", "worksheet", "../sheets/gone.xml", ""), ("d", "worksheet", "../../../sheets/two.xml", ""),
                                     ("e", "sharedStrings", "../texts.xml", ""), ("f", "styles", "/look.xml", ""), ("i", "worksheet", "//sheets/none.xml", "")).replace(
        "</Relationships>", '<Relationship Id="g" Target="x"/><Relationship Id="h" Type="k/styles"/><Relationship Type="k/x" Target="y"/></Relationships>'),
    "texts.xml": """<sst %s><si><t>Tool</t></si><si/><si><t/></si><si><t>a_x000A_b_x0009_c_x005F_d_x005f_e_x0041_f_x00</t></si><si><r><rPr><b/><strike/></rPr><t>x</t></r>
<r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r><r><rPr><vertAlign val="baseline"/><u/><sz val="8"/></rPr><t><![CDATA[y_x000G_]]></t></r><r><rPr><vertAlign/></rPr><t> </t></r></si></sst>""" % MAIN,
    "look.xml": """<styleSheet %s><numFmts><numFmt numFmtId="164" formatCode="yyyy"/><numFmt numFmtId="164" formatCode="0.00"/><numFmt numFmtId="165"/></numFmts>
<fonts> <font><b val="0"/></font><font><b/><strike val="1"/></font></fonts><cellXfs><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="1"/><xf fontId="9"/><xf fontId="-1"/></cellXfs>
<dxfs><dxf><font><b/></font><numFmt numFmtId="166" formatCode="0%%"/></dxf></dxfs></styleSheet>""" % MAIN,
    "sheets/one.xml": sheet([
        '<row r="9"><c r="A9"><v>9</v></c></row>', '<row r="2"><c r="b2" t="s"><v>0</v></c><c r="$D$2" t="s"><v>4</v></c><c r="C2" t="s"><v>3</v></c><c r="C2" t="s"><v>0</v></c></row>',
        '<row r="3"><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>77</v></c><c t="s"><v>-1</v></c><c r="E3"><v>5</v></c></row>',
        '<row r="4"><c s="0"><v>43956</v></c><c s="1"><v>1</v></c><c s="2"><v>2</v></c><c s="3"><v>3</v></c><c s="4"><v>4</v></c><c><v/></c><c><v></v></c><c/></row>',
        '<row r="5"><c r="1"><v>5</v></c><c r="C"><v>6</v></c><c r="XFE5"><v>7</v></c><c r="A0"><v>8</v></c><c r="@5"><v>9</v></c><c r="{5"><v>10</v></c><c r="ABCDEFG5"><v>11</v></c><c r="A12345678"><v>12</v></c><c r="A1048577"><v>13</v></c></row>',
        '<row r="0"><c><v>0</v></c></row>', '<row r="1048577"><c><v>1</v></c></row>', '<row r="6"><c r="XFD6"/><c><v>beyond</v></c></row>',
        '<row r="7"><c r="A7" t="b"><f>TRUE()</f><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2024-05-06</v></c><c t="str"><f>""</f><v></v></c><c><f/></c><c><f>A1</f></c><c><extLst/></c></row>'],
        '<mergeCells><mergeCell/><mergeCell ref="?"/><mergeCell ref="B2:?"/><mergeCell ref="C2:B2"/><mergeCell ref="B4:A5"/><mergeCell ref="Z9:Z10"/><mergeCell ref="A9:C9"/></mergeCells>',
        '<sheetViews><sheetView><pane ySplit="1"/></sheetView><sheetView><pane ySplit="-1" state="frozen"/></sheetView><sheetView><pane ySplit="1" xSplit="-2" state="frozen"/></sheetView>'
        '<sheetView><pane ySplit="1048576" state="frozen"/></sheetView><sheetView><pane ySplit="1" xSplit="16384" state="frozen"/></sheetView><sheetView><pane ySplit="1" state="split"/></sheetView></sheetViews>'
        '<cols><col min="0" max="1" hidden="true"/><col min="16384" max="99999" hidden="1"/><col min="2" max="2" hidden="0"/><col min="3" max="3" hidden="no"/></cols>'),
    "sheets/none.xml": sheet([], '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'),
    "sheets/two.xml": sheet([[cell("A1", "of a sheet without a name")]], before='<sheetViews><sheetView><pane xSplit="1" ySplit="20" state="frozenSplit"/></sheetView></sheetViews>'),
}

THREAD = "\n\nYour version of Excel allows you to read this threaded comment.\n\nComment:\n    "
SAID = [("B2", "Ann:\n  behind a name"), ("C2", "no name here"), ("B3", "of a cell without words"), ("C3", "[Threaded comment]" + THREAD + "a copy"),
        ("B4", "[Kommentarthread]\n\nIhre Version von Excel gestattet Ihnen das Lesen dieses Threads.\n\nKommentar:\n    eine Kopie"),
        ("C4", "first"), ("C4", "second"), ("B5", " "), ("B6", "in a hidden row"), ("E2", "beside the table"), ("B8", "in a row without words"), ("A9", "before its words"), ("B10", "below it"), ("?", "nowhere"),
        ("D2", "a very long line, which is no name of anybody who ever wrote a comment:\nand more"), ("D3", "a <tag>:\nmore"), ("D4", "Comment:\nof one line")]
COMMENTED = {
    "xl/worksheets/sheet1.xml": sheet([
        [cell("A1", "Feature"), cell("B1", "One"), cell("C1", "Two"), cell("D1", "Three")], [cell("A2", "a"), cell("B2", "yes"), cell("C2", "no"), cell("D2", "yes")],
        [cell("A3", "b"), cell("C3", "yes"), cell("D3", "no")], [cell("A4", "c"), cell("B4", "no"), cell("C4", "no"), cell("D4", "yes")],
        [cell("A5", "d"), cell("B5", "yes")], '<row hidden="1">%s</row>' % cell("A6", "e"), '<row r="9">%s</row>' % cell("B9", "f")]),
    "xl/worksheets/_rels/sheet1.xml.rels": rels(("b", "comments", "/xl/said.xml", ""), ("a", "threadedComment", "../threads.xml", ""), ("c", "comments", "../gone.xml", "")).replace(
        "</Relationships>", '<Relationship Id="d" Type="none" Target="e"/><Relationship Id="f" Target="g"/><Relationship Id="h" Type="k/comments"/></Relationships>'),
    "xl/said.xml": "<comments %s><commentList>%s<comment><text><t>of no cell</t></text></comment><comment ref='A1'/></commentList></comments>" % (MAIN, "".join(
        '<comment ref="%s"><text><t>%s</t></text></comment>' % (place, words.replace("<", "&lt;")) for place, words in SAID)),
    "xl/threads.xml": """<ThreadedComments xmlns="t"><threadedComment ref="B4" id="1"><text>what was asked, *truly*</text><mentions><mention>x</mention></mentions></threadedComment>
<threadedComment ref="B4" id="2" parentId="1"><text>what was answered</text></threadedComment><threadedComment ref="A5"/></ThreadedComments>""",
}

LINKED = {
    "xl/worksheets/sheet1.xml": sheet([
        [cell("A1", "Feature"), cell("B1", "One"), cell("C1", "Two"), cell("D1", "Three")], [cell("A2", "a"), cell("B2", "yes"), cell("C2", "no"), cell("D2", "maybe")],
        ['<c r="A3" t="str"><f>HYPERLINK("https://e.example/"&amp;A2,"x")</f><v>begun</v></c>', '<c t="str"><f>HYPERLINK("#S!A1","x")</f><v>inside</v></c>',
         '<c t="str"><f>IF(1,HYPERLINK("https://f.example/" , "x"),"")</f><v>chosen</v></c>', '<c t="str"><f>HYPERLINK("https://g.example/")</f><v>https://g.example/</v></c>',
         '<c t="str"><f>HYPERLINK("https://h.example</f><v>open</v></c>', '<c t="str"><f>HYPERLINK("https://i.example/")</f><v></v></c>', '<c t="str"><f>HYPERLINK(A1)</f><v>elsewhere</v></c>']],
        '<hyperlinks><hyperlink ref="A1:B1" r:id="a" location="top"/><hyperlink ref="C1" r:id="a" location=""/><hyperlink ref="D1" r:id="b" location="more"/><hyperlink ref="A2" r:id="c"/>'
        '<hyperlink ref="B2" r:id="d"/><hyperlink ref="C2" r:id="zz"/><hyperlink ref="?" r:id="a"/><hyperlink r:id="a"/><hyperlink ref="D2" location="S!A1"/><hyperlink ref="Z9" r:id="a"/>'
        '<hyperlink ref="D2:D9" r:id="e"/></hyperlinks>'),
    "xl/worksheets/_rels/sheet1.xml.rels": rels(*[(key, "hyperlink", target, ' TargetMode="%s"' % mode) for key, target, mode in (
        ("a", "https://a.example/", "External"), ("a", "https://second.example/", "External"), ("b", "https://b.example/#there", "External"), ("c", "sheet2.xml", "Internal"),
        ("e", "mailto:e@example.org", "External"))]).replace(
        "</Relationships>", '<Relationship Id="d" TargetMode="External"/><Relationship Target="x" TargetMode="External"/></Relationships>'),
}


def own(names, statuses, notes, details, rows, said, styles=()):
    """A workbook that says that it is ours: names, sheets as rows of words, and what is said of cells."""
    def table(some):
        return sheet([[cell("%s%d" % ("ABCDE"[i], n), words) for i, words in enumerate(row) if words] for n, row in enumerate(some, 1)])

    titles = ("T", "It's a legend", "Notes", "Details", "More")
    return {
        "_rels/.rels": WHOLE["_rels/.rels"],
        "xl/workbook.xml": "<workbook %s><sheets>%s</sheets><definedNames>%s</definedNames></workbook>" % (
            MAIN, "".join('<sheet name="%s" sheetId="%d" r:id="s%d"/>' % (title, i, i) for i, title in enumerate(titles)),
            "".join('<definedName name="meshreport.%s">%s</definedName>' % pair for pair in names)),
        "xl/_rels/workbook.xml.rels": rels(*[("s%d" % i, "worksheet", "worksheets/%d.xml" % i, "") for i in range(5)], ("y", "styles", "styles.xml", "")),
        "xl/styles.xml": '<styleSheet %s><numFmts>%s</numFmts><fonts><font/><font><b/></font></fonts><cellXfs><xf fontId="1"/>%s</cellXfs></styleSheet>' % (
            MAIN, "".join('<numFmt numFmtId="%d" formatCode="%s"/>' % (200 + i, code) for i, code in enumerate(styles)),
            "".join('<xf numFmtId="%d"/>' % (200 + i) for i in range(len(styles)))),
        "xl/worksheets/0.xml": sheet(rows), "xl/worksheets/1.xml": table(statuses), "xl/worksheets/2.xml": table(notes), "xl/worksheets/3.xml": table(details),
        "xl/worksheets/4.xml": table([["what changed"]]),
        "xl/worksheets/_rels/0.xml.rels": rels(("c", "comments", "../said.xml", "")),
        "xl/said.xml": "<comments %s><commentList>%s</commentList></comments>" % (MAIN, "".join(
            '<comment ref="%s"><text><t>%s</t></text></comment>' % (place, words.replace("&", "&amp;").replace("<", "&lt;")) for place, words in said)),
    }


def styled(place, style, words):
    return cell(place, words).replace(" t=", ' s="%d" t=' % style, 1)


def part(words, *looks):
    """Letters with a look of their own: u, b, sz; or none."""
    return '<r><rPr>%s</rPr><t xml:space="preserve">%s</t></r>' % ("".join('<sz val="8"/>' if look == "sz" else "<%s/>" % look for look in looks), words)


def raised(number):
    return "\u00a0" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))


AREAS = [("statuses", "'It''s a legend'!$B$2:$B$5"), ("likes", '"yppnzz"'), ("notes", "Notes!$A$1:$B$8"), ("details", "Details!$A$1:$E$12"), ("changes", "More!$A$1"), ("other", "T!A1")]
LEGEND = [["", "Legend"], ["✓", "yes"], ["p", "partly"], ["p", "nearly"], ["✗", "no"]]
NOTED = [["#", "Note"], ["1", "all of it"], ["2", ""], ["", "without a number"], ["1", "again"], ["3", part("two\nlines, ") + part("led", "u")],
         ["4", "less &lt;{ or &lt;b"], ["5", "an [address](that is open"]]
DETAILED = [["", "", "words", "where", "#"], ["", "", "One", "https://one.example/", "B1"], ["", "", "there", "https://there.example/a_(b)", "B3"], ["", "", "here", "https://here.example/", "B3"],
            ["", "", "elsewhere", "https://else.example/", ""], ["", "", "there", "https://b.example/", "B6"], ["", "", "there", "https://c.example/", "C6"], ["", "", "one", "https://d1.example/", "D6"], ["", "", "two", "https://d2.example/", "D6"],
            ["", "", "E and F", "https://e.example/", "A6"], ["", "", "[A]", "https://a.example/", "A3"], ["", "", "One", "https://late.example/", "B1"]]
OWN = own(AREAS, LEGEND, NOTED, DETAILED, [
    [cell("A1", "Feature"), styled("B1", 0, "One" + raised(1)), styled("C1", 0, "(Two)"), styled("D1", 0, part("Three") + part(" ×2", "sz"))],
    [cell("A2", part("C") + part(" – about", "sz") + part(" C", "sz", "b"))],
    [cell("A3", "A"), styled("B3", 1, part("yes, ") + part("there", "u") + part(" and ") + part("here", "u") + part(" or ") + part("nowhere", "u")),
     styled("C3", 2, "no" + raised(1) + raised(3) + raised(9) + "\u00a0x"), cell("D3", "p nearly so")],
    [cell("A4", "B &lt;small&gt;x"), styled("B4", 3, "yes\u00a0~"), styled("C4", 4, "no"), cell("D4", "p partly")],
    [cell("A5", "D\u00a0−\u00a0!"), cell("B5", "q of none"), styled("C5", 5, "yes\u00a0*"), styled("D5", 6, "x")],
    # one link of several looks; two links of one
    [cell("A6", part("E ", "b", "u") + part("and ", "b", "i", "u") + part("F", "b", "u")), cell("B6", part("see ") + part("th", "u") + part("ere", "u", "i")),
     cell("C6", part("the", "u") + '<r><rPr><rFont val="Consolas"/><u/></rPr><t>re</t></r>'), cell("D6", part("one", "b", "u") + part("two", "b", "u"))]],
    [("B3", "¹ all of it\n• since 1.0\n→ there: https://there.example/\n~ was: no\nmine\n\nand more"), ("C3", "³ two\nlines, led"), ("D3", "¹ all of it, and more\n² nothing\n¹no space\n¹"),
     ("B4", "³ two"), ("C4", "! "), ("D4", "~x\n!\n¹ all of\n\nit"), ("B5", "\n".join(["line"] * 201 + ["¹ all of it"])), ("C5", "<br> of letters\n\\"), ("D2", "¹ all of it"), ("A5", "⁴ less <{ or <b\n⁵ an [address](that is open")],
    styles=["&quot;✓ &quot;@", "\\✗\\ @", "&quot;✓ &quot;@&quot;\u00a0¹&quot;", "&quot;✗ &quot;@&quot;\\&quot;\\!\\", "&quot;? &quot;@", "@&quot;\u00a0*&quot;"])
# More than is looked at for one cell: notes, links, statuses.
MANY = own([("statuses", "Nowhere!$A$1"), ("likes", '"%s"' % ("y" * 200)), ("notes", "Notes!$A$1:$B$99"), ("details", "Details!$A$1:$E$1200")], LEGEND,
           [["#", "Note"]] + [[str(i), "note %d" % i] for i in range(1, 90)], [["", "", "words", "where", "#"]] + [["", "", "w%d" % i, "https://example.org/%d" % i, "B2"] for i in range(1100)],
           [[cell("A1", "Feature"), cell("B1", "One"), cell("C1", "Two")],
            [cell("A2", "a"), cell("B2", part("w999", "u") + part(" ") + part("w1050", "u")), cell("C2", "yes" + "".join(map(raised, range(1, 90))) + raised("1" * 20))]], [])
# No sheet, or no area of it.
LIES = own([("statuses", "'Notes"), ("notes", "'Notes'x!A1"), ("details", "Notes"), ("changes", "Notes!x"), ("ranking", "Notes!A2:A1"), ("likes", "")], LEGEND, NOTED, DETAILED,
           [[cell("A1", "x" + raised(1)), cell("B1", "y")], [cell("A2", "z"), cell("B2", "✓ yes")]], [("B2", "¹ all of it")])


def damaged(name, source, old, new):
    """A workbook with other bytes than it was written with, as often as they occur."""
    with open(os.path.join(HERE, source), "rb") as file:
        data = file.read()
    assert old in data
    with open(os.path.join(HERE, name), "wb") as file:
        file.write(data.replace(old, new))


def headers(flags, method):
    """What the two headers of a part have in common: version, flags, method, time, day."""
    return b"\x14\0" + bytes([flags, 0, method, 0]) + b"\0\0\x21\0"


def main():
    book("xlsx-whole.xlsx", WHOLE)
    book("xlsx-odd.xlsx", ODD)
    book("xlsx-comments.xlsx", {**WHOLE, **COMMENTED})
    book("xlsx-links.xlsx", {**WHOLE, **LINKED})
    book("xlsx-own.xlsx", OWN)
    book("xlsx-own-many.xlsx", MANY)
    book("xlsx-own-lies.xlsx", LIES)
    book("xlsx-link-areas.xlsx", other(sheet(['<row r="1">' + "<c><v>1</v></c>" * 10000 + "</row>"], '<hyperlinks>%s</hyperlinks>' % ('<hyperlink ref="A1:XFD1" r:id="rId1"/>' * 2001))))
    # Parts that end within an element that is read.
    for name, path, text in (("value", "xl/worksheets/sheet1.xml", PLAIN[:-len("%s</sheetData></worksheet>")] + '<row><c><v>1'),
                             ("cell", "xl/worksheets/sheet1.xml", PLAIN[:-len("%s</sheetData></worksheet>")] + '<row><c><v>1</v>'),
                             ("words", "xl/sharedStrings.xml", STRINGS[:STRINGS.index("</t>")]), ("title", "docProps/core.xml", "<p><title>"),
                             ("name", "xl/workbook.xml", '<workbook><definedName name="meshreport.x">T'),
                             ("thread", "xl/threads.xml", COMMENTED["xl/threads.xml"][:150])):
        book("xlsx-open-%s.xlsx" % name, {**WHOLE, **COMMENTED, path: text})
    book("xlsx-sheets.xlsx", {**WHOLE, "xl/workbook.xml": "<workbook><sheets>%s</sheets></workbook>" % ('<sheet name="S"/>' * 1001)})
    book("xlsx-styles.xlsx", {**other(sheet(['<row><c s="65535"><v>0.5</v></c><c s="65536"><v>0.5</v></c><c s="0"><v>0.5</v></c></row>'])), "xl/styles.xml": "<styleSheet>%s<cellXfs><xf numFmtId='2000'/>%s</cellXfs></styleSheet>" % (
        "".join('<numFmt numFmtId="%d" formatCode="0.0&quot; of %d&quot;"/>' % (1000 + i, i) for i in range(1001)), '<xf numFmtId="1999"/>' * 65536)})
    book("xlsx-strict.xlsx", {"xl/other.xml": "<x/>", "_rels/.rels": rels(("a", "officeDocument", "xl/gone.xml", ""))})
    damaged("xlsx-locked.xlsx", "xlsx-whole.xlsx", headers(0, 8), headers(1, 8))
    damaged("xlsx-method.xlsx", "xlsx-whole.xlsx", headers(0, 8), headers(0, 97))
    with open(os.path.join(HERE, "xlsx-whole.xlsx"), "rb") as file:
        data = file.read()
    at = data.index(b"xl/worksheets/sheet1.xml") + 60
    damaged("xlsx-bits.xlsx", "xlsx-whole.xlsx", data[at:at + 300], b"\xff" * 300)
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
