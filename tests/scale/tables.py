# SPDX-License-Identifier: MIT
"""Kinds of tables of other programs: as kinds.py, read by each reader."""
import io
import json
import zipfile

from kinds import Kind, many

READS = ("import",)
HEADS = ("Feature", "A", "B")


def csv(n, line="F%d,yes,no\n", head="Feature,A,B\n"):
    return {"data.csv": head + many(n, line, "")}


def markdown(text):
    return {"data.md": text}


def md_rows(n, line="| F%d | yes | no |\n"):
    return "| Feature | A | B |\n|---|---|---|\n" + many(n, line, "")


def html(body):
    return {"data.html": "<!DOCTYPE html><title>T</title>" + body}


def html_rows(n, line="<tr><td>F%d<td>yes<td>no", attributes=""):
    return "<table%s><tr><th>Feature<th>A<th>B%s</table>" % (attributes, many(n, line, ""))


def records(n):
    return {"data.json": json.dumps([{"Feature": "F%d" % i, "A": "yes", "B": "no"} for i in range(n)])}


def nest(n):
    return {"data.json": '[{"Feature": "F", "A": "yes", "B": %s1%s}]' % ("[" * n, "]" * n)}


SHEET = ('<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData>%s</worksheet>')
XLSX = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                           '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                           '<Default Extension="xml" ContentType="application/xml"/>'
                           '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                           '</Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                   '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
                   '</Relationships>',
    "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                       'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                                  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
                                  '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
                                  '</Relationships>',
}


def cell(text):
    return '<c t="inlineStr"><is><t>%s</t></is></c>' % text


def line(texts):
    return "<row>%s</row>" % "".join(texts)


def xlsx(sheet, more="", strings=()):
    pack = io.BytesIO()
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in XLSX.items():
            file.writestr(name, text)
        file.writestr("xl/sharedStrings.xml", '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>'
                      % "".join("<si><t>%s</t></si>" % text for text in strings))
        file.writestr("xl/worksheets/sheet1.xml", SHEET % (sheet, more))
    return {"data.xlsx": pack.getvalue()}


def xlsx_rows(n):
    return line(map(cell, HEADS)) + "".join(line(map(cell, ("F%d" % i, "yes", "no"))) for i in range(n))


def shared(n):
    strings = [*HEADS, "yes", "no", *("F%d" % i for i in range(n))]
    return xlsx("".join(line('<c t="s"><v>%d</v></c>' % k for k in row) for row in [(0, 1, 2), *((5 + i, 3, 4) for i in range(n))]), strings=strings)


def merged(n):
    return xlsx(xlsx_rows(n), "<mergeCells>%s</mergeCells>" % "".join('<mergeCell ref="B%d:C%d"/>' % (i + 2, i + 2) for i in range(n)))


TABLES = {
    "rows of CSV": Kind(csv, READS),
    "columns of CSV": Kind(lambda n: csv(3, "F%d" + ",yes" * n + "\n", "Feature,%s\n" % many(n, "P%d", ",")), READS, small=400),
    "bytes of a field of CSV": Kind(lambda n: csv(1, 'F%d,"' + "word, " * (n // 6) + '",no\n'), READS),
    "blank lines of CSV": Kind(lambda n: csv(1, "F%d,yes,no\n" + "\n" * n), READS),
    "short rows of CSV": Kind(lambda n: csv(n, "F%d\n", "Feature,%s\n" % many(20, "P%d", ",")), READS),
    "columns of unequal rows of CSV": Kind(lambda n: csv(3, "F%d\n", "Feature,%s\n" % many(n, "P%d", ",")), READS, small=400),
    "quotes of CSV": Kind(lambda n: csv(1, 'F%d,"' + '""' * n + '",no\n'), READS),
    "rows of Markdown": Kind(lambda n: markdown(md_rows(n)), READS),
    "columns of Markdown": Kind(lambda n: markdown("| Feature | %s |\n|%s\n| F | %s |\n" % (many(n, "P%d", " | "), "---|" * (n + 1), "yes | " * n)), READS, small=400),
    "tables of Markdown": Kind(lambda n: markdown(many(n, "# Heading %d\n\n" + md_rows(1).replace("%", "%%") + "\n", "")), READS),
    "notes of Markdown": Kind(lambda n: markdown("".join([md_rows(0), *("| F%d | yes[^n%d] | no |\n" % (i, i) for i in range(n)), "\n", *("[^n%d]: words %d\n\n" % (i, i) for i in range(n))])), READS),
    "words around a table of Markdown": Kind(lambda n: markdown("words of a text\n\n" * n + md_rows(2)), READS),
    "tables of HTML": Kind(lambda n: html(many(n, "<h2>H%d</h2>" + html_rows(1).replace("%", "%%"), "")), READS),
    "rows of HTML": Kind(lambda n: html(html_rows(n)), READS),
    "columns of HTML": Kind(lambda n: html("<table><tr><th>Feature%s<tr><td>F%s</table>" % (many(n, "<th>P%d", ""), "<td>yes" * n)), READS, small=400),
    "elements in each other": Kind(lambda n: html("<div>" * n + html_rows(2)), READS),
    "elements of a cell of HTML": Kind(lambda n: html(html_rows(1, "<tr><td>F%d<td>yes " + "<b>w</b> " * n + "<td>no")), READS),
    "tables in each other": Kind(lambda n: html("<table><tr><td>" * n + "x"), READS, small=300),
    "rows that span": Kind(lambda n: html(html_rows(n, "<tr><td rowspan=2>F%d<td>yes<td>no<tr><td>yes<td>no")), READS),
    "unclosed rows": Kind(lambda n: html("<table>" + "<tr><td>F<b><i><p>" * n), READS),
    "records of JSON": Kind(records, READS),
    "keys of records of JSON": Kind(lambda n: {"data.json": json.dumps([dict([("Feature", "F%d" % k), *(("P%d" % i, "yes") for i in range(n))]) for k in range(3)])},
                                    READS, small=400),
    "arrays in each other": Kind(nest, READS),
    "rows of a workbook": Kind(lambda n: xlsx(xlsx_rows(n)), READS),
    "shared words of a workbook": Kind(shared, READS),
    "columns of a workbook": Kind(lambda n: xlsx(line(map(cell, ["Feature", *("P%d" % i for i in range(n))])) + line(map(cell, ["F", *["yes"] * n]))), READS, small=400),
    "merged cells of a workbook": Kind(merged, READS),
    "words of a cell of a workbook": Kind(lambda n: xlsx(line(map(cell, HEADS)) + line(map(cell, ("F", "word " * n, "no")))), READS),
}
