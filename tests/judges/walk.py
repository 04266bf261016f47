# SPDX-License-Identifier: MIT
"""What veraPDF does not see in a tagged PDF, looked at through pikepdf.

problems(pdf) gives a list of sentences, empty for a good document.  Each rule can fail: SPOILERS are
mutations of a good document with the rule that must catch each, and the tests run them.
"""
import re
import pikepdf

# The least type size that may be shown (marks of notes stand below the running text's).
LEAST_SIZE = 4


class Document:
    def __init__(self, pdf):
        self.pdf = pdf
        self.found = []
        self.pages = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        self.texts = {}  # (page objgen, mcid) -> text
        self.sizes = []
        self.parents = {}
        self.fonts = {}

    def say(self, text, *values):
        if len(self.found) < 20:
            self.found.append(text % values)


def number_tree(node):
    found = {}
    for kid in node.get("/Kids", []):
        found.update(number_tree(kid))
    nums = list(node.get("/Nums", []))
    found.update({int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)})
    return found


def to_unicode(font):
    """{code: text} of a ToUnicode map made of bfchar blocks."""
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.S):
        for code, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def glyph_map(font):
    """A function from codes to glyph numbers."""
    cid = font.DescendantFonts[0]
    if cid.Subtype != "/CIDFontType2":
        return lambda code: code
    data = cid.CIDToGIDMap.read_bytes()
    return lambda code: int.from_bytes(data[2 * code:2 * code + 2], "big")


def font_of(doc, font):
    if font.objgen not in doc.fonts:
        doc.fonts[font.objgen] = (to_unicode(font), glyph_map(font), str(font.BaseFont))
        name = str(font.DescendantFonts[0].BaseFont)
        if not re.match(r"/[A-Z]{6}\+", name):
            doc.say("font %s is not embedded as a subset", name)
    return doc.fonts[font.objgen]


def shown(doc, operands, font):
    unicode_of, gid_of, name = font
    text = ""
    for string in (s for s in operands if isinstance(s, pikepdf.String)):
        data = bytes(string)
        for i in range(0, len(data), 2):
            code = data[i] << 8 | data[i + 1]
            if gid_of(code) == 0:
                doc.say("font %s shows glyph 0 for code %d", name, code)
            if not unicode_of.get(code):
                doc.say("font %s has no text for code %d", name, code)
            text += unicode_of.get(code, "")
    return text


def read_content(doc, page):
    """Texts by MCID; text outside of any tag or artifact is a problem."""
    stack, font = [], None
    fonts = page.obj.Resources.get("/Font", {})
    for operands, operator in pikepdf.parse_content_stream(page):
        op = str(operator)
        if op == "BDC" or op == "BMC":
            props = operands[1] if len(operands) > 1 else {}
            mcid = props.get("/MCID") if isinstance(props, pikepdf.Dictionary) else None
            stack.append((str(operands[0]), None if mcid is None else int(mcid)))
            if mcid is not None:
                key = (page.obj.objgen, int(mcid))
                if key in doc.texts:
                    doc.say("page %d uses MCID %d twice", doc.pages[page.obj.objgen] + 1, mcid)
                doc.texts[key] = ""
        elif op == "EMC":
            stack.pop()
        elif op == "Tf":
            font = font_of(doc, fonts[str(operands[0])])
            doc.sizes.append(float(operands[1]))
        elif op in ("Tj", "TJ"):
            text = shown(doc, operands[0] if op == "TJ" else operands, font)
            mcid = next((m for _, m in reversed(stack) if m is not None), None)
            if mcid is not None:
                doc.texts[(page.obj.objgen, mcid)] += text
            elif not any(tag == "/Artifact" for tag, _ in stack):
                doc.say("page %d shows %r outside of any tag", doc.pages[page.obj.objgen] + 1, text)


def kids_of(element):
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def is_element(kid):
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def contents_of(doc, element):
    """The (page, MCID) pairs and annotations that an element holds directly."""
    marks, annotations = [], []
    page = element.get("/Pg")
    for kid in kids_of(element):
        if isinstance(kid, int):
            marks.append((page.objgen, kid))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            marks.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            annotations.append(kid.Obj)
    return marks, annotations


def text_of(doc, element, without=(), is_heard=False):
    """Its text; as it is heard: ActualText in place of content."""
    if str(element.S) in without:
        return ""
    if is_heard and "/ActualText" in element:
        return str(element["/ActualText"])
    text, page = "", element.get("/Pg")
    for kid in kids_of(element):
        if isinstance(kid, int):
            text += doc.texts.get((page.objgen, kid), "")
        elif is_element(kid):
            text += text_of(doc, kid, without, is_heard)
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            text += doc.texts.get((kid.get("/Pg", page).objgen, int(kid.MCID)), "")
    return text


def walk(element):
    yield element
    for kid in kids_of(element):
        if is_element(kid):
            yield from walk(kid)


def check_parents(doc, elements):
    """Content and parent tree must name each other: a swapped pair reads the wrong cell aloud."""
    tree = number_tree(doc.pdf.Root.StructTreeRoot.ParentTree)
    owners, links = {}, {}
    for element in elements:
        marks, annotations = contents_of(doc, element)
        for mark in marks:
            if mark in owners:
                doc.say("%s and another element hold the same content %s", element.S, mark)
            owners[mark] = element.objgen
            if mark not in doc.texts:
                doc.say("%s holds content %s that is on no page", element.S, mark)
        for annotation in annotations:
            links[annotation.objgen] = element.objgen
    for mark in doc.texts:
        if mark not in owners:
            doc.say("content %s of page %d belongs to no element", mark[1], doc.pages[mark[0]] + 1)
    for page in doc.pdf.pages:
        row = tree.get(int(page.obj.get("/StructParents", -1)))
        for mcid in [m for p, m in doc.texts if p == page.obj.objgen]:
            entry = row[mcid] if row is not None and mcid < len(row) else None
            if entry is None or entry.objgen != owners.get((page.obj.objgen, mcid)):
                doc.say("the parent tree leads content %d of page %d to another element", mcid,
                        doc.pages[page.obj.objgen] + 1)
        for annotation in page.obj.get("/Annots", []):
            entry = tree.get(int(annotation.get("/StructParent", -1)))
            if annotation.objgen not in links:
                doc.say("no element refers to a link annotation of page %d", doc.pages[page.obj.objgen] + 1)
            elif entry is None or entry.objgen != links[annotation.objgen]:
                doc.say("the parent tree leads a link annotation to another element")


def check_elements(doc, elements):
    for element in elements:
        kind = str(element.S)
        # a TD may be empty: the worksheet's column is there to be written in
        if kind in ("/TH", "/Link", "/H1", "/H2", "/H3", "/P", "/LBody", "/Note", "/Caption"):
            if not text_of(doc, element).strip():
                doc.say("a %s is empty", kind[1:])
        if kind == "/Link" and not contents_of(doc, element)[1]:
            doc.say("a Link has no annotation")
        if kind == "/Form" and [a.Subtype for a in contents_of(doc, element)[1]] != ["/Widget"]:
            doc.say("a Form has no field, or several")
        if kind == "/Figure":
            words = str(element.get("/Alt", "")).split()
            if len(words) < 5 or len(set(words)) < 4:
                doc.say("a Figure is described as %r", " ".join(words))


def check_field(doc, field, number):
    """What a form needs beyond veraPDF's rules: names that are told apart, an appearance as large as the field, its own type."""
    names = [f.get("/T") for f in doc.pdf.Root.AcroForm.Fields]
    if field.objgen not in [f.objgen for f in doc.pdf.Root.AcroForm.Fields] or names.count(field.T) != 1 or "." in str(field.T):
        doc.say("the field %r of page %d is not the form's, or not alone", str(field.T), number)
    if len(str(field.get("/TU", "")).split()) < 2:
        doc.say("the field %r of page %d is said as %r", str(field.T), number, str(field.get("/TU", "")))
    x0, y0, x1, y1 = (float(v) for v in field.Rect)
    box = [float(v) for v in field.AP.N.BBox]
    if abs(box[2] - (x1 - x0)) > 0.1 or abs(box[3] - (y1 - y0)) > 0.1:
        doc.say("the appearance of the field %r is not as large as it", str(field.T))
    font, size = re.match(r"(/\w+) ([\d.]+) Tf", str(field.DA)).groups()
    if "/FontFile2" not in doc.pdf.Root.AcroForm.DR.Font[font].FontDescriptor or float(size) < 6:
        doc.say("the field %r is typed in a font that is not embedded, or small", str(field.T))


def check_annotations(doc):
    for number, page in enumerate(doc.pdf.pages, 1):
        box = [float(v) for v in page.mediabox]
        for annotation in page.obj.get("/Annots", []):
            x0, y0, x1, y1 = (float(v) for v in annotation.Rect)
            if not (box[0] <= x0 < x1 <= box[2] and box[1] <= y0 < y1 <= box[3]):
                doc.say("a link of page %d lies outside of it or has no area", number)
            if annotation.Subtype == "/Widget":
                check_field(doc, annotation, number)
                continue
            if not str(annotation.get("/Contents", "")).strip():
                doc.say("a link of page %d has no description", number)
            dest = annotation.get("/Dest") or annotation.get("/A", {}).get("/D")
            if isinstance(dest, pikepdf.Array) and dest[0].objgen not in doc.pages:
                doc.say("a link of page %d leads to no page", number)
            uri = str(annotation.get("/A", {}).get("/URI", "https:"))
            if not re.match(r"(https?|mailto):[\x21-\x7e]*$|[#./\w]", uri):
                doc.say("a link of page %d leads to %r", number, uri)


def read(pdf):
    doc = Document(pdf)
    for page in pdf.pages:
        read_content(doc, page)
    return doc


def elements_of(pdf):
    found = []
    for kid in kids_of(pdf.Root.StructTreeRoot):
        found += list(walk(kid))
    return found


def rows_of(doc, elements, is_heard=False):
    """[[(role, text without references)]] of every table row, in the order of the tree."""
    return [[(str(c.S)[1:], text_of(doc, c, ("/Reference",), is_heard)) for c in kids_of(e) if is_element(c)]
            for e in elements if e.S == "/TR"]


def problems(pdf):
    doc = read(pdf)
    elements = elements_of(pdf)
    check_parents(doc, elements)
    check_elements(doc, elements)
    check_annotations(doc)
    if doc.sizes and min(doc.sizes) < LEAST_SIZE:
        doc.say("text is shown at %.2f points", min(doc.sizes))
    return doc.found


# ---- mutations, each with a part of the sentence that must be said

def swap_parents(pdf):
    row = next(r for k, r in sorted(number_tree(pdf.Root.StructTreeRoot.ParentTree).items())
               if isinstance(r, pikepdf.Array) and len(r) > 20)
    i = next(i for i in range(10, len(row) - 1) if row[i].objgen != row[i + 1].objgen)
    row[i], row[i + 1] = row[i + 1], row[i]


def drop_annotation(pdf):
    link = next(e for e in elements_of(pdf) if e.S == "/Link")
    link.K = pikepdf.Array([k for k in kids_of(link) if isinstance(k, int) or k.get("/Type") == "/MCR"])


def empty_head(pdf):
    doc = read(pdf)
    head = next(e for e in elements_of(pdf) if e.S == "/TH" and contents_of(doc, e)[0])
    number, mcid = contents_of(doc, head)[0][0]
    page = next(p for p in pdf.pages if p.obj.objgen == (number, mcid) or p.obj.objgen == number)
    made, inside = [], False
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            props = operands[1]
            inside = isinstance(props, pikepdf.Dictionary) and int(props.get("/MCID", -1)) == mcid
        if not (inside and str(operator) in ("TJ", "Tj")):
            made.append((operands, operator))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(made))


def empty_description(pdf):
    figure = next(e for e in elements_of(pdf) if e.S == "/Figure")
    figure.Alt = pikepdf.String("image")


def link_to_nowhere(pdf):
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if isinstance(annotation.get("/Dest"), pikepdf.Array):
                annotation.Dest[0] = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name("/Page")))
                return
    raise StopIteration


def twin_fields(pdf):
    fields = pdf.Root.AcroForm.Fields
    fields[1].T = fields[0].T


def silent_field(pdf):
    pdf.Root.AcroForm.Fields[0].TU = pikepdf.String("")


def glyph_zero(pdf):
    fonts = [f for f in dict(pdf.pages[0].obj.Resources.Font).values() if "/CIDToGIDMap" in f.DescendantFonts[0]]
    stream = fonts[0].DescendantFonts[0].CIDToGIDMap
    stream.write(bytes(len(stream.read_bytes())))


SPOILERS = [
    ("two swapped entries of the parent tree", swap_parents, "parent tree"),
    ("a link without its annotation", drop_annotation, "no annotation"),
    ("a header cell without words", empty_head, "TH is empty"),
    ("a figure described as \"image\"", empty_description, "described as"),
    ("a link to a page that is not there", link_to_nowhere, "leads to no page"),
    ("glyph 0 in place of letters", glyph_zero, "glyph 0"),
    ("two fields of one name", twin_fields, "not alone"),
    ("a field that nobody names", silent_field, "is said as"),
]
