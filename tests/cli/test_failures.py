#!/usr/bin/python3
"""What can't be imported: each limit, each broken format has its sentence.

The sentences of packs are in tests/exchange/test-pack-json.c and
test-pack-text.c, those of the network in test-web-document.c and
test-web-error.c.
"""
import json
import os
import subprocess

import harness

SMALL_PDF = harness.SOURCES / "tests" / "fuzz" / "small.pdf"
MEGABYTE = 1024 * 1024

EMPTY = "“{}” is empty: choose a document with questions in it."
NO_TEXT = ("“{}” is not a text: save it as plain text or Markdown in UTF-8 and import that.")
TOO_LARGE = "“{}” is larger than 64 MB: split it into several documents."
TOO_LARGE_PACK = "“{}” is larger than 512 MB: export its questions in several packs."
LONG_LINE = "“{}” has a line of more than 8 MB, so it is no list of questions."
TOO_MANY = "“{}” has more than 200,000 paragraphs: split it into several documents."
TOO_MANY_CELLS = ("“{}” has more than 200,000 cells or fields: split it into several "
                  "documents.")
TOO_MANY_RICH = ("“{}” has more than 200,000 paragraphs, or one of more than a million letters: "
                 "split it into several documents.")
TOO_MANY_PAGES = ("“{}” has more than 20,000 pages or 200,000 lines: split it into several "
                  "documents.")
TOO_DEEP = ("“{}” has more than 256 elements inside each other: save the page as plain text and "
            "import that.")
TOO_DEEP_JSON = ("“{}” is nested deeper than any list of questions or has more than 2,000,000 "
                 "values: take out what holds no questions.")
NO_JSON = "“{}” is no valid JSON: save it again with the program it comes from."
DAMAGED = ("“{}” could not be read: it is damaged. Open it in the program that made it and save "
           "it again.")
CRASHED = ("“{}” could not be read: it may be damaged. Open it in the program that made it and "
           "save it again, or save its text as plain text.")
TOO_SLOW = ("“{}” takes longer to read than any list of questions: split it into several "
            "documents, or save its text as plain text and import that.")
EXPANDS = ("“{}” expands to far more than a document of its size holds, so it was not read: save "
           "its text as plain text and import that.")
FOREIGN_XML = ("“{}” was not read: it holds what no word processor writes. Save its text as plain "
               "text and import that.")
PASSWORD = "“{}” is protected with a password: save it without one and import that."
OLD_WORD = ("“{}” is a document of an old version of Word or has a password: open it in a word "
            "processor and save it as DOCX or ODT without one.")
SCANNED = ("“{}” holds no text, perhaps because it was scanned: run a text recognition over it "
           "or type it in.")


def word(body):
    """The text of a DOCX document."""
    return f'<w:d xmlns:w="w"><w:body>{body}</w:body></w:d>'


class Failures(harness.CliTestCase):
    """Nothing is read, and one sentence says what to do."""

    def check(self, cases, *options, **more):
        """Import each document, which has to fail with its sentence."""
        for path, sentence in cases.items():
            with self.subTest(name=path.name):
                told = self.refuse("import", *options, path, status=1, **more)
                named = path if str(path) in told else path.name
                self.assertEqual(told, "interview-kit: " + sentence.format(named))
        if self.library.exists():
            self.assertEqual(self.json("packs"), [])

    def sparse(self, name, start, size):
        """Write a file of a length that takes no room; return its path."""
        path = self.write(name, start)
        os.truncate(path, size)
        return path

    def test_text(self):
        self.check({
            self.write("nul.txt", b"What is a rose?\0\0\0"): NO_TEXT,
            self.write("noise.txt", bytes(range(1, 256)) * 40): NO_TEXT,
            self.write("half.md", "# Rosen?".encode("utf-16")[:-1]): NO_TEXT,
            self.write("empty.md", b""): EMPTY,
            self.write("blank.md", b"\n  \n"): EMPTY,
        })

    def test_limits_of_text(self):
        self.check({
            self.sparse("large.md", "# Why?\n", 64 * MEGABYTE + 1): TOO_LARGE,
            self.sparse("large.pdf", "%PDF-1.7\n", 64 * MEGABYTE + 1): TOO_LARGE,
            self.sparse("large.ikpack", '{"format":"interview-kit-pack",',
                        512 * MEGABYTE + 1): TOO_LARGE_PACK,
            self.write("line.txt", "Why? " * (2 * MEGABYTE)): LONG_LINE,
            self.write("headings.md", "# a\n" * 200_001): TOO_MANY,
            self.write("paragraphs.txt", "Why?\n\n" * 200_001): TOO_MANY,
            self.write("table.csv", "question,answer\n" + "Why?,So\n" * 100_001): TOO_MANY_CELLS,
            self.write("records.json",
                       "[" + '{"question":"Why?"},' * 200_000 + '{"question":"Why?"}]'): TOO_MANY_CELLS,
        }, "--dry-run")

    def test_json(self):
        self.check({
            self.write("broken.json", '{"question": '): NO_JSON,
            self.write("deep.json", "[" * 100_000): TOO_DEEP_JSON,
            self.write("many.json", "[" + "1," * 2_000_001 + "1]"): TOO_DEEP_JSON,
        }, "--as", "json")

    def test_packs(self):
        for name, content, told in (
                ("broken.ikpack", '{"format": "interview-kit-pack", "version": 1, "sections": [',
                 "line 1."),
                ("deep.ikpack", '{"format":"interview-kit-pack","version":1,"x":' + "[" * 200_000,
                 "nested deeper than any pack."),
                ("newer.ikpack", '{"format": "interview-kit-pack", "version": 99, "title": "X"}',
                 "update the program to read it."),
                ("newer.md", "---\nformat: interview-kit-pack\nversion: 99\n---\n# T\n",
                 "update the program to read it."),
                ("unnamed.md", "---\nformat: interview-kit-pack\n---\n## S\n",
                 "in a line above all questions.")):
            with self.subTest(name=name):
                sentence = self.refuse("import", self.write(name, content), status=1, naming=name)
                self.assertTrue(sentence.startswith(f"interview-kit: “{name}” can't be read: "),
                                sentence)
                self.assertTrue(sentence.endswith(told), sentence)
        self.assertEqual(self.json("packs"), [])

    def test_html(self):
        self.check({
            self.write("deep.html", "<html>" + "<div>" * 100_000): TOO_DEEP,
            self.write("line.html", "<html><p>" + "Why is it so? " * 100_000): TOO_MANY_RICH,
            self.write("paragraphs.html", "<html>" + "<p>a" * 200_001): TOO_MANY_RICH,
            self.write("nothing.html", "<html><script>how()</script></html>"): EMPTY,
        }, "--dry-run")

    def test_pdf(self):
        pdf = SMALL_PDF.read_bytes()
        numbers = range(3, 3 + 20_001)
        pages = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count "
                 f"{len(numbers)}/Kids[{' '.join(f'{n} 0 R' for n in numbers)}]>>endobj\n"
                 + "".join(f"{n} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
                           for n in numbers) + "trailer<</Root 1 0 R>>\n")
        locked = self.folder / "locked.pdf"
        subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", SMALL_PDF, locked],
                       check=True, timeout=60)
        self.check({
            locked: PASSWORD,
            self.write("scanned.pdf", pdf.replace(b"Tj", b"  ")): SCANNED,
            self.write("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40): DAMAGED,
            self.write("pages.pdf", pages): TOO_MANY_PAGES,
        }, "--dry-run")
        self.check({locked: DAMAGED}, "--as", "odt")

    def test_word_processors(self):
        half = self.archive("half.docx", word__document_xml=word("<w:p/>"))
        half.write_bytes(half.read_bytes()[:60])
        laughs = '<!DOCTYPE a [<!ENTITY a "ha">]><a>&a;</a>'
        secret = ('<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry>'
                  "</m:manifest>")
        run = "<w:r><w:t>Why is it so? </w:t></w:r>"
        self.check({
            half: DAMAGED,
            self.write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)): OLD_WORD,
            self.archive("torn.docx", word__document_xml="<w:document"): DAMAGED,
            self.archive("bomb.docx", word__document_xml="<w:p/>" + " " * 60_000_000): EXPANDS,
            self.archive("laughs.docx", word__document_xml=laughs): FOREIGN_XML,
            self.archive("empty.docx", word__document_xml=word("")): EMPTY,
            self.archive("long.docx", word__document_xml=word(
                "<w:p>" + run * 80_000 + "</w:p>")): TOO_MANY_RICH,
            self.archive("secret.odt", content_xml=word(run),
                         **{"META-INF__manifest_xml": secret}): PASSWORD,
        }, "--dry-run")

    def test_reader_in_trouble(self):
        docx = self.archive("a.docx", word__document_xml=word("<w:p/>"))
        for script, sentence in (("kill -SEGV $$", CRASHED), ("echo Why?; kill -XCPU $$", TOO_SLOW),
                                 ("echo nonsense", CRASHED)):
            with self.subTest(script=script):
                reader = self.write("reader", f"#!/bin/sh\n{script}\n")
                reader.chmod(0o700)
                self.check({docx: sentence}, env=dict(self.environment, IK_READER=str(reader)))

        sentence = self.refuse("import", docx, status=1, naming="a.docx",
                               env=dict(self.environment, IK_READER="/nowhere/reader"))
        self.assertIn("the program that reads such documents can't be started (", sentence)
        self.assertTrue(sentence.endswith("). Install Interview Kit again."), sentence)

    def test_files(self):
        folder = self.folder / "folder"
        folder.mkdir()
        self.check({
            self.folder / "missing.md": "There is no file “{}”: check its name.",
            folder: "“{}” is a folder: choose a document in it.",
        })
        locked = self.write("locked.md", harness.DOCUMENT)
        locked.chmod(0)
        if not os.access(locked, os.R_OK):
            self.check({locked: "“{}” can't be read: check its permissions."})

    def test_addresses(self):
        for address in ("http://localhost/a.md", "ftp://localhost/a.md"):
            self.assertIn("only addresses that begin with https:// are",
                          self.refuse("import", address, status=1, naming=address))
        self.assertIn("tea.invalid", self.refuse("import", "https://tea.invalid/", status=1))


class Halves(harness.CliTestCase):
    """What can be read is read; what can't is listed."""

    def read(self, name, content, *options):
        """Read a document; return its prompts and what was left over."""
        pack = self.json("import", "--dry-run", *options, self.write(name, content))[0]
        prompts = [question["prompt"] for section in pack["sections"]
                   for question in section["questions"]]
        return prompts, " ".join(rest["text"] for rest in pack.get("left_over", []))

    def test_json_that_breaks_off(self):
        prompts, _ = self.read("a.json", '[{"question": "Why?", "answer": "So."}, '
                                         '{"question": "How?", "answer": "Th')
        self.assertEqual(prompts[0], "Why?")

    def test_quote_that_is_never_closed(self):
        prompts, _ = self.read("a.csv", 'Question,Answer\nWhy?,So\nHow?,"Thus\nWhen?,Then\n')
        self.assertEqual(prompts, ["Why?", "How?", "When?"])

    def test_rows_without_a_question(self):
        prompts, rest = self.read("a.csv", "Question,Answer\nWhy?,So\n,Nothing asked\nHow?,Thus\n")
        self.assertEqual(prompts, ["Why?", "How?"])
        self.assertIn("Nothing asked", rest)

    def test_quiz_with_a_broken_question(self):
        prompts, rest = self.read("a.gift", "Why? {=So}\n\nHow? {=Thus\n\nWhen? {=Then}\n",
                                  "--as", "gift")
        self.assertIn("Why?", prompts)
        self.assertIn("When?", prompts + [rest])

    def test_code_that_is_never_closed(self):
        prompts, _ = self.read("a.md", "# Q\n\n## Why?\n\n```\na\n\n## How?\n\nThus.\n\n## When?\n\nThen.\n")
        self.assertEqual(prompts, ["Why?", "How?", "When?"])

    def test_one_of_several_documents(self):
        good = self.write("good.md", harness.DOCUMENT)
        bad = self.write("bad.md", "")
        done = self.call("import", "--json", bad, good, status=1)
        records = json.loads(done.stdout)
        self.assertEqual(set(records[0]), {"source", "error"})
        self.assertEqual(len(records[1]["sections"]), 2)
        self.assertEqual(len(self.json("packs")), 1)


if __name__ == "__main__":
    harness.main()
