"""Hostile documents, and those as large as the limits allow.

Each is (name, ending, content); the content is made when it is wanted, bytes
or, of an archive, {member: text}.
"""
import io
import zipfile

ODT_KIND = "application/vnd.oasis.opendocument.text"
ODT = """<?xml version="1.0" encoding="UTF-8"?>{doctype}
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>{body}
</office:text></office:body></office:document-content>"""
DOCX = """<?xml version="1.0" encoding="UTF-8"?>{doctype}
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}
</w:body></w:document>"""

# An entity of a billion words.
LAUGHS = ('<!DOCTYPE html [<!ENTITY l0 "ha">'
          + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)) + "]>")

MILLION = 1_000_000


def archive(members):
    """Return a ZIP archive; a member named "mimetype" is kept as it is."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return file.getvalue()


def odt(body, doctype=""):
    """Return an ODT document."""
    return archive({"mimetype": ODT_KIND, "content.xml": ODT.format(doctype=doctype, body=body)})


def docx(body, doctype=""):
    """Return a DOCX document."""
    return archive({"[Content_Types].xml": "<Types/>",
                    "word/document.xml": DOCX.format(doctype=doctype, body=body)})


def pdf(pieces):
    """Return a PDF of one page with (x, y, text) on it."""
    page = "BT /F 6 Tf\n" + "".join(f"1 0 0 1 {x:.1f} {y:.1f} Tm ({text}) Tj\n"
                                    for x, y, text in pieces) + "ET"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200000 2000] /Contents 4 0 R "
               "/Resources << /Font << /F 5 0 R >> >> >>",
               f"<< /Length {len(page)} >>\nstream\n{page}\nendstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    text = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (f"{text}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
            f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n").encode()


def page(body):
    """Return an HTML page."""
    return f"<!DOCTYPE html><html><body>{body}</body></html>"


def words_item(number):
    """Return a list item of a DOCX document."""
    return ('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            f"<w:r><w:t>Item {number}</w:t></w:r></w:p>")


DOCUMENTS = [
    ("nested quotes", "md", lambda: "> " * 100_000 + "a"),
    ("nested lists", "md", lambda: "- " * 100_000 + "a"),
    ("stairs of lists", "md", lambda: "".join(f"{'  ' * n}- a\n" for n in range(2000))),
    ("nested HTML", "html", lambda: page("<div>" * 200_000)),
    ("nested HTML lists", "html", lambda: page("<ul><li>a" * 100_000)),
    ("nested HTML in Markdown", "md", lambda: "# a\n\n" + "<details><ul><li>a" * 50_000),
    ("nested JSON", "json", lambda: "[" * MILLION),
    ("nested JSON objects", "json", lambda: '{"a":' * MILLION),
    ("nested ODT", "odt", lambda: odt("<text:list><text:list-item>" * 100_000)),
    ("nested DOCX", "docx", lambda: docx("<w:tbl><w:tr><w:tc>" * 100_000)),
    ("line of 50 MB", "txt", lambda: "tea " * 12_500_000),
    ("line of 50 MB, Markdown", "md", lambda: "# a\n\n**b**\n\n" + "tea " * 12_500_000),
    ("line of 50 MB, JSON", "json", lambda: '[{"question": "' + "tea " * 12_500_000 + '"}]'),
    ("line of 50 MB, CSV", "csv", lambda: "Question,Answer\n" + "tea " * 12_500_000 + ",a\n"),
    ("line of 50 MB, HTML", "html", lambda: page("<p>" + "tea " * 12_500_000)),
    ("word of 100 kB", "txt", lambda: "1. Why " + "a" * 100_000 + "?"),
    ("word of 100 kB, Markdown", "md", lambda: "# Why " + "a" * 100_000 + "?"),
    ("word of 100 kB, HTML", "html", lambda: page("<h2>Why " + "a" * 100_000 + "?</h2>")),
    ("a million headings", "md", lambda: "".join(f"# Heading {n}\n" for n in range(MILLION))),
    ("a million HTML headings", "html", lambda: page("<h2>Why?</h2>" * MILLION)),
    ("NUL bytes", "md", lambda: "# Why?\n\n\0\0\0 a\n\n" * 10_000),
    ("nothing but NUL bytes", "txt", lambda: "\0" * 10_000_000),
    ("lone surrogates, UTF-8", "txt", lambda: b"1. Why \xed\xa0\x80?\n" * 100_000),
    ("lone surrogates, UTF-16", "txt", lambda: b"\xff\xfe" + b"W\0h\0y\0\0\xd8?\0\n\0" * 100_000),
    ("lone surrogates, JSON", "json", lambda: '[{"question": "Why \\ud800?"}]'),
    ("![[]()", "md", lambda: "# a\n\n" + "![[]()" * 500_000),
    ("links in a paragraph", "md", lambda: "# a\n\n" + "[a](#b)\n" * 400_000),
    ("bidi overrides", "md", lambda: "# \u202eWhy\u2066?\n\n\u202b\u202da\n\n" * 20_000),
    ("nothing but bidi overrides", "txt", lambda: "\u202e\u2066" * MILLION),
    ("billion laughs, ODT", "odt", lambda: odt("<text:p>&l9;</text:p>", LAUGHS)),
    ("billion laughs, DOCX", "docx", lambda: docx("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", LAUGHS)),
    ("billion laughs, HTML", "html", lambda: LAUGHS + page("<p>&l9;</p>")),
    ("ZIP bomb, ODT", "odt", lambda: odt(" " * 300_000_000)),
    ("ZIP bomb, DOCX", "docx", lambda: docx("<w:p/>" * 50_000_000)),

    # As large as the limits allow
    ("195,000 headings", "md", lambda: "".join(f"# Heading {n}\n" for n in range(195_000))),
    ("200,000 list items", "md", lambda: "- a\n" * 200_000),
    ("200,000 lines with numbers", "txt", lambda: "".join(f"{n}. a\n" for n in range(200_000))),
    ("190,000 table cells", "md", lambda: "| a | b |\n|---|---|\n" + "| a | b |\n" * 95_000),
    ("190,000 cells, CSV", "csv", lambda: "Question,Answer\n" + "a,b\n" * 95_000),
    ("190,000 cells, HTML", "html",
     lambda: page("<table>" + "<tr><td>a</td><td>b</td></tr>" * 95_000 + "</table>")),
    ("190,000 items, HTML", "html", lambda: page("<ul>" + "<li>a</li>" * 190_000 + "</ul>")),
    ("190,000 items, JSON", "json", lambda: "[" + '{"question":"a"},' * 189_999 + '{"question":"a"}]'),
    ("190,000 items, ODT", "odt",
     lambda: odt("<text:list>" + "".join(f"<text:list-item><text:p>Item {n}</text:p></text:list-item>"
                                         for n in range(190_000)) + "</text:list>")),
    ("190,000 items, DOCX", "docx", lambda: docx("".join(map(words_item, range(190_000))))),
    ("25,000 questions", "md", lambda: "### Why a?\n\nb\n\n" * 25_000),
    ("line of 400,000 bullets", "txt", lambda: "\u2022 a " * 400_000),
    ("wide columns, HTML", "html",
     lambda: page("<table>" + "<tr><td colspan=1000>a</td></tr>" * 5000 + "</table>")),
    ("wide rows, HTML", "html",
     lambda: page("<table>" + "<tr><td rowspan=65534>a</td></tr>" * 5000 + "</table>")),
    ("wide columns and rows, HTML", "html",
     lambda: page("<table>" + "<tr>" + "<td colspan=1000 rowspan=65534>a</td>" * 50 + "</tr>"
                  + "<tr><td>b</td></tr>" * 5000 + "</table>")),
    ("10,000 pieces on a page, PDF", "pdf",
     lambda: pdf((10 + n % 100 * 19, 1990 - n // 100 * 19, f"w{n}") for n in range(10_000))),
    ("10,000 pieces in a row, PDF", "pdf",
     lambda: pdf((10 + n * 19, 1000, f"w{n}") for n in range(10_000))),
]
