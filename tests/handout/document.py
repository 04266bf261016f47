# SPDX-License-Identifier: MIT
"""The file: the same bytes, dates, attachment, fonts, logos, and what is refused."""
import glob
import os
import re
import struct

from handout import ROOT, SHIPPED, TMP, make, pages, plain, put, read, refuse, run, text, tool, unpacked


def test_small():
    """the shipped handout takes less than 40 kB, and no reader finds fault with its packed objects"""
    path = make()
    assert os.path.getsize(path) < 40_000, os.path.getsize(path)
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", path)
    assert tool("mutool", "show", path, "trailer/Root/Pages/Count").strip() == str(pages(path))


def test_reproducible():
    """the same handout has the same bytes whatever the locale, the time zone and the clock's zone"""
    first = read(make())
    assert first == read(make(env={"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo", "LANG": "ar_EG"}))


def test_long_reproducible():
    """a long handout, packed on a second core, has the same bytes each time"""
    path = os.path.join(TMP, "long.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("meshreport: 1\ntitle: Long\nproducts: [{id: a, name: A}, {id: b, name: B}]\n"
                   "categories:\n  - id: c\n    name: C\n    features:\n")
        for i in range(4600):
            file.write(f"      - {{id: f{i}, name: Feature {i}, values: {{a: yes, b: words {i}}}}}\n")
    first = make(dataset=path)
    assert pages(first) > 60
    assert read(first) == read(make(dataset=path))


def test_dates():
    """dates come from the dataset, or from SOURCE_DATE_EPOCH"""
    assert "Nov  6" in tool("pdfinfo", make())
    assert "Jan  1 00:00:00 2020" in tool("pdfinfo", make(env={"SOURCE_DATE_EPOCH": "1577836800"}))


def test_attach():
    """the data travel along as shown, or as they were read, or not"""
    def attached(*options, more=()):
        path = make(*options, more=more)
        if "0 embedded" in tool("pdfdetach", "-list", path):
            return None
        return tool("pdfdetach", "-save", "1", "-o", "/dev/stdout", path)
    whole, source, narrow = attached(), attached("attach=source"), attached(more=["--products", "istio"])
    assert attached("attach=none") is None
    assert "id: istio" in whole and "id: consul" in whole and not re.search(r"(?m)^\s*#", whole)
    with open(ROOT + "/data/servicemesh.yaml", encoding="utf-8") as file:
        assert source == file.read()
    assert "id: istio" in narrow and "id: consul" not in narrow


def test_broken_logo():
    """a broken logo is left out with a message that names the product"""
    with open(os.path.join(TMP, "broken.png"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1")
    path = os.path.join(TMP, "logo.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("meshreport: 1\ntitle: Logos\nproducts: [{id: a, name: Alpha, logo: broken.png}]\n"
                   "categories: [{id: c, features: [{id: f, name: F, values: {a: yes}}]}]\n")
    done = run("-f", "pdf", "-o", os.path.join(TMP, "logo.pdf"), path)
    said = done.stderr.decode()
    assert done.returncode == 0, said
    assert "broken.png" in said and "Alpha" in said


def test_font_file():
    """letters come from a font file of one's own, TTF and OTF, bold ones from its own, signs and what it lacks from the others; one that must not be embedded is refused, whoever it comes from"""
    serif = "/usr/share/fonts/truetype/noto/NotoSerif-%s.ttf"
    with open(serif % "Regular", "rb") as file:
        font = bytearray(file.read())
    house = put("house.ttf", font)
    fonts = tool("pdffonts", make("font-file=" + house, "font-bold-file=" + serif % "Bold"))
    assert sorted(re.findall(r"\+([\w-]+)", fonts)) == ["DejaVuSans", "NotoSerif-Bold", "NotoSerif-Regular"], fonts
    fonts = tool("pdffonts", make("font-file=" + glob.glob("/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf")[0]))
    assert "+NimbusRoman-Regular" in fonts and "NotoSans" not in fonts and "+DejaVuSans" in fonts, fonts
    (n_tables,) = struct.unpack(">H", font[4:6])
    at = next(struct.unpack(">I", font[i + 8:i + 12])[0] for i in range(12, 12 + 16 * n_tables, 16) if font[i:i + 4] == b"OS/2")
    for bits, why in ((2, "its licence bits forbid embedding"), (0x100, "forbid embedding a part of it"), (0x200, "allow embedding of bitmaps only")):
        font[at + 8:at + 10] = struct.pack(">H", bits)
        said = refuse("font-file=" + put("house.ttf", font))
        assert "house.ttf cannot be embedded: " in said and why in said, said
    assert "name the TTF or OTF that it was made of" in refuse("font-file=" + put("house.ttf", b"wOF2" + bytes(60)))
    assert "damaged or not a font" in refuse("font-file=" + put("house.ttf", b"MZ"))
    said = run("-f", "pdf", "-O", "font=/nowhere/house.ttf", "-o", os.path.join(TMP, "x.pdf")).stderr.decode()
    assert "is given as -O font-file=FILE" in said, said


def test_logos():
    """logos of every kind are shown; what is drawn stays a drawing, with letters as outlines, and nothing outside of it is looked for; a broken one is left out"""
    logos = os.path.join(ROOT, "tests", "judges", "data", "logos")
    path = make("orientation=landscape", dataset=os.path.join(ROOT, "tests", "judges", "data", "logos.yaml"))
    listed = tool("pdfimages", "-list", path).splitlines()[2:]
    assert len([line for line in listed if line.split()[2] == "image" and line.split()[3:5] == ["48", "24"]]) == 5, listed
    plain = make("logo=" + os.path.join(logos, "plain.svg"), "cover=yes")
    assert not tool("pdfimages", "-list", plain).splitlines()[2:]
    assert b"/Subtype/Form" in unpacked(plain).replace(b" ", b"") and b"/Interpolate true" not in unpacked(path)
    assert "Times" not in tool("pdffonts", plain) and "Ab" not in text(plain)
    with open(os.path.join(TMP, "broken.svg"), "w", encoding="utf-8") as file:
        file.write('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')
    said = refuse("logo=" + os.path.join(TMP, "broken.svg"))
    assert "broken.svg is a damaged SVG" in said, said


def test_refused():
    """what cannot be is refused with the place and a way out, and leaves no file"""
    assert "did you mean 'letter'" in refuse("paper=leter")
    assert "too small" in refuse("paper=1x1mm")
    assert "margins" in refuse("margin=300mm")
    assert "6 to 24" in refuse("size=3")
    assert "6 to 24" in refuse("size=big")
    assert "auto" in refuse("orientation=up")


def test_refused_before_anything():
    """a paper that does not exist is a wrong command line: no other format of the run is written either"""
    folder = os.path.join(TMP, "none")
    done = run("-f", "html,pdf", "-O", "paper=a44", "-o", folder + "/", SHIPPED)
    assert done.returncode == 2, done.returncode
    assert b"option paper: unknown paper 'a44'; did you mean 'a4'?" in done.stderr, done.stderr
    assert not os.path.exists(folder)


def test_full_disk():
    """a full disk is said, and no half file stays"""
    done = run("-f", "pdf", "-o", "/dev/full", SHIPPED)
    assert done.returncode == 1
    assert "No space left" in done.stderr.decode()
