#!/usr/bin/python3
"""The command `import`, and the question bank that it fills."""
import csv
import json
import os
import subprocess

import harness

SMALL_PDF = harness.SOURCES / "tests" / "fuzz" / "small.pdf"


class Import(harness.CliTestCase):
    """Documents into packs."""

    def test_document(self):
        pack = self.import_document()
        self.assertEqual((pack["format"], pack["version"]), ("interview-kit-pack", 1))
        self.assertRegex(pack["id"], harness.UUID)
        self.assertEqual([section["title"] for section in pack["sections"]], ["Soil", "Water"])
        question = pack["sections"][0]["questions"][0]
        self.assertEqual(question["prompt"], "How do you find out what a bed is short of?")
        self.assertTrue(question["answer"].startswith("Look at what grows there"))
        self.assertEqual(question["lines"]["prompt"], [[5, 5]])
        self.assertRegex(question["id"], harness.UUID)
        self.assertEqual(self.json("packs")[0]["id"], pack["id"])

    def test_prints_the_id_alone(self):
        identifier = self.made_id("import", self.write("a.md", harness.DOCUMENT))
        self.assertEqual(self.json("pack", "show", identifier)["id"], identifier)

    def test_title(self):
        document = self.write("a.md", harness.DOCUMENT)
        pack = self.json("import", "--title", "Mine", document)[0]
        self.assertEqual(pack["title"], "Mine")
        self.assertEqual(self.json("packs")[0]["title"], "Mine")
        pack = self.json("import", "--dry-run", "--title", "Two\nlines ", document)[0]
        self.assertEqual(pack["title"], "Two lines")
        self.refuse("import", "--title", " ", document, status=2, naming="title")

    def test_content_decides_not_the_ending(self):
        exported = self.folder / "gardeners.ikpack"
        pack = self.import_document()
        self.call("pack", "export", pack["id"], exported)
        disguised = self.write("pack.txt", exported.read_bytes())
        self.assertEqual(self.json("import", "--dry-run", disguised)[0]["title"], pack["title"])
        named = self.write("questions", harness.DOCUMENT)
        self.assertEqual(len(self.json("import", "--dry-run", named)[0]["sections"]), 2)

    def test_as_text(self):
        text = "Questions\n\n1. What do you prune first?\n\n2. What do you never prune?\n"
        pack = self.json("import", "--dry-run", "--as", "text", self.write("a.md", text))[0]
        prompts = [question["prompt"] for section in pack["sections"]
                   for question in section["questions"]]
        self.assertEqual(prompts, ["What do you prune first?", "What do you never prune?"])

    def test_dry_run_makes_no_library(self):
        document = self.write("a.md", harness.DOCUMENT)
        self.assertEqual(len(self.json("import", "--dry-run", document)), 1)
        self.assertIn("4 questions", self.call("import", "--dry-run", document).stdout)
        self.call("import", "--dry-run", document, library=False)
        self.assertFalse(self.library.exists())
        self.assertFalse((self.folder / "data").exists())

    def test_dry_run_needs_no_library(self):
        self.library.write_bytes(b"this is no library")
        document = self.write("a.md", harness.DOCUMENT)
        self.assertEqual(len(self.json("import", "--dry-run", document)), 1)

    def test_several_documents(self):
        first = self.write("a.md", harness.DOCUMENT)
        missing = self.folder / "missing.md"
        second = self.write("b.md", harness.DOCUMENT.replace("gardeners", "foresters"))
        done = self.call("import", "--json", first, missing, second, status=1)
        packs = json.loads(done.stdout)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertEqual(packs[1]["source"], str(missing))
        self.assertIn("missing.md", packs[1]["error"])
        self.assertEqual({pack["id"] for pack in self.json("packs")},
                         {packs[0]["id"], packs[2]["id"]})

    def test_names_that_are_not_utf8(self):
        for name, content in ((b"caf\xe9.txt", "1. What is tea?\n\n2. Why is it hot?\n"),
                              (b"empty\xe9.txt", "")):
            path = os.fsencode(self.folder) + b"/" + name
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        told = self.call("import", "--json", self.folder / os.fsdecode(b"caf\xe9.txt"),
                         self.folder / os.fsdecode(b"empty\xe9.txt"), status=1).stdout
        pack, failure = json.loads(told)
        self.assertEqual((pack["title"], pack["source"]), ("caf\ufffd", "caf\ufffd.txt"))
        self.assertTrue(failure["source"].endswith("empty\ufffd.txt"), failure)

    def test_what_cant_be_read_is_named(self):
        for path in ("/proc/self/mem", "nothing:like/it"):
            told = self.refuse("import", "--dry-run", path, status=1, naming=path)
            self.assertIn("can't be read: ", told)

    def test_addresses(self):
        document = self.write("a.md", harness.DOCUMENT)
        unsafe = "http://localhost/questions.md"
        closed = "https://localhost:1/questions.md"
        done = self.call("import", "--json", unsafe, document, closed, "ftp://localhost/a.md",
                         status=1)
        packs = json.loads(done.stdout)
        self.assertEqual([pack.get("source") for pack in packs],
                         [unsafe, "a.md", closed, "ftp://localhost/a.md"])
        self.assertIn("https://", packs[0]["error"])
        self.assertIn("“localhost” takes no connection", packs[2]["error"])
        self.assertIn("https://", packs[3]["error"])
        self.assertEqual(len(done.stderr.splitlines()), 3)
        self.assertEqual([pack["id"] for pack in self.json("packs")], [packs[1]["id"]])
        self.refuse("import", "--dry-run", unsafe, status=1, naming=unsafe)

    def test_no_question(self):
        for dry_run in ([], ["--dry-run"]):
            prose = self.write("prose.txt", "The garden was quiet.\nNobody was in it.\n")
            done = self.call("import", "--json", *dry_run, prose)
            pack = json.loads(done.stdout)[0]
            self.assertEqual(sum(len(section["questions"]) for section in pack["sections"]), 0)
            self.assertIn("prose.txt", done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_rich_documents(self):
        body = "<w:p><w:r><w:t>How do you prune a rose?</w:t></w:r></w:p>" * 3
        docx = self.archive("a.docx", word__document_xml=f'<w:d xmlns:w="w"><w:body>{body}</w:body></w:d>')
        odt = self.archive("a.odt", content_xml=(
            '<o xmlns:t="t"><body>' + "<t:p>How do you prune a rose?</t:p>" * 3 + "</body></o>"))
        html = self.write("a.txt", "<html><body>" + "<h2>How do you prune a rose?</h2>Late." * 3)
        for path, kind in ((docx, "docx"), (odt, "odt"), (html, "html"), (SMALL_PDF, "pdf")):
            with self.subTest(kind=kind):
                pack = self.json("import", "--dry-run", "--as", kind, path)[0]
                prompts = [question["prompt"] for section in pack["sections"]
                           for question in section["questions"]]
                self.assertTrue(prompts and prompts[0].startswith("How do you "), prompts)

    def test_other_encodings(self):
        text = "# Fragen\n\n## Wie prüft man Böden?\n\nMit einer Probe.\n\n## Wann gießt man?\n\nFrüh.\n"
        for name, content in (("utf16.md", text.encode("utf-16")),
                              ("windows.md", text.encode("windows-1252"))):
            pack = self.json("import", "--dry-run", self.write(name, content))[0]
            prompts = [question["prompt"] for section in pack["sections"]
                       for question in section["questions"]]
            self.assertIn("Wie prüft man Böden?", prompts, name)

    def test_json_of_one_failure(self):
        path = self.write("empty.md", "")
        done = self.call("import", "--json", path, status=1)
        self.assertEqual(set(json.loads(done.stdout)[0]), {"source", "error"})

    def test_pack_file_comes_back(self):
        pack = self.import_document()
        exported = self.folder / "gardeners.ikpack"
        self.assertEqual(self.call("pack", "export", pack["id"], exported).stdout,
                         f"{exported}\n")
        before = self.json("pack", "show", pack["id"])
        self.assertEqual(json.loads(exported.read_text(encoding="utf-8")), before)
        self.assertEqual(self.made_id("import", exported), pack["id"])
        self.assertEqual(self.json("pack", "show", pack["id"]), before)
        self.assertEqual(len(self.json("packs")), 1)

    def test_duplicates(self):
        document = self.write("a.md", harness.DOCUMENT)
        first = self.json("import", document)[0]
        self.call("import", document)
        self.assertEqual(len(self.json("packs")), 2)
        self.call("import", "--on-duplicate", "skip", document)
        counts = sorted(pack["questions"] for pack in self.json("packs"))
        self.assertEqual(sum(counts), 8)
        self.call("import", "--on-duplicate", "update", document)
        self.assertEqual(sum(pack["questions"] for pack in self.json("packs")), 8)
        self.assertEqual(self.json("pack", "show", first["id"])["id"], first["id"])

    def test_texts_come_back(self):
        pack = self.import_document()

        def asked(record):
            return [(section["title"], [(question["prompt"], question.get("answer"))
                                        for question in section["questions"]])
                    for section in record["sections"]]

        for name, title in (("a.md", pack["title"]), ("table.csv", "table")):
            exported = self.folder / name
            self.assertEqual(self.call("pack", "export", pack["id"], exported).stdout,
                             f"{exported}\n")
            again = self.json("import", exported)[0]
            self.assertNotEqual(again["id"], pack["id"])
            self.assertEqual((again["title"], asked(again)), (title, asked(pack)))
            self.assertEqual(self.json("import", "--dry-run", "--as",
                                       "csv" if name == "table.csv" else "markdown",
                                       exported)[0]["title"], title)
        self.assertEqual(len(self.json("packs")), 3)

    def test_a_table_calculates_nothing(self):
        document = self.write("a.md", "# T\n\n## =HYPERLINK(\"x\")?\n\n+1 -1\n\n## What?\n\n@me\n")
        pack = self.json("import", document)[0]
        exported = self.folder / "a.csv"
        self.call("pack", "export", pack["id"], exported)
        with open(exported, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([(row["Question"], row["Answer"]) for row in rows],
                         [("'=HYPERLINK(\"x\")?", "'+1 -1"), ("What?", "'@me")])

    def test_export_replaces_whole_or_not_at_all(self):
        pack = self.import_document()
        for ending in ("ikpack", "md", "csv"):
            existing = self.write(f"old.{ending}", "old")
            self.call("pack", "export", pack["id"], existing)
            self.assertIn("How do you find out", existing.read_text(encoding="utf-8"))
            told = self.refuse("pack", "export", pack["id"], self.folder / "none" / f"x.{ending}",
                               status=1, naming=f"x.{ending}")
            self.assertIn("is not there: make it or choose another one", told)
            folder = self.folder / f"folder.{ending}"
            folder.mkdir()
            told = self.refuse("pack", "export", pack["id"], folder, status=1, naming=folder.name)
            self.assertIn("is a folder: name a file in it", told)
            self.refuse("pack", "export", pack["id"], f"/dev/full/x.{ending}", status=1)

    def test_full_disk_keeps_the_old_file(self):
        for ending in ("ikpack", "md", "csv"):
            with self.subTest(ending=ending):
                self.export_onto_full_disk(f"old.{ending}")

    def export_onto_full_disk(self, name):
        """Export a pack that has no room; what was there has to stay, and no more."""
        questions = "".join(f"## Why is it {i}?\n\n{'Because. ' * 400}\n\n" for i in range(30))
        document = self.write("long.md", f"# Long\n\n{questions}")
        identifier = self.made_id("import", "--on-duplicate", "keep", document)
        existing = self.write(name, "old")

        def limit():
            import resource
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            # As much as the library needs to be opened.
            resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))

        for path in (existing, self.folder / f"new-{name}"):
            done = subprocess.run([harness.PROGRAM, "pack", "export", identifier, str(path),
                                   "--library", str(self.library)], capture_output=True,
                                  timeout=60, check=False, env=self.environment,
                                  preexec_fn=limit)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn(path.name, done.stderr.decode("utf-8"))
        self.assertEqual(existing.read_text(encoding="utf-8"), "old")
        self.assertEqual([file.name for file in self.folder.glob(f"*{name}*")], [name])


class Bank(harness.CliTestCase):
    """What is there."""

    def test_empty(self):
        for command in ("packs", "competencies", "sets", "candidates", "interviews"):
            self.assertEqual(self.json(command), [], command)
            self.assertTrue(self.call(command).stdout.strip(), command)

    def test_packs(self):
        pack = self.import_document()
        listed = self.json("packs")
        self.assertEqual(listed[0]["id"], pack["id"])
        self.assertEqual((listed[0]["questions"], listed[0]["sections"]), (4, 2))
        self.assertIn("Questions for gardeners", self.call("packs").stdout)

    def test_show_by_prefix(self):
        pack = self.import_document()
        for length in (4, 8, 36):
            self.assertEqual(self.json("pack", "show", pack["id"][:length])["id"], pack["id"])
        text = self.call("pack", "show", pack["id"][:4]).stdout
        self.assertIn("How do you water a young tree in its first summer?", text)

    def test_remove(self):
        pack = self.import_document()
        self.assertEqual(self.made_id("pack", "remove", pack["id"]), pack["id"])
        self.assertEqual(self.json("packs"), [])
        self.refuse("pack", "show", pack["id"], status=1, naming=pack["id"])

    def test_search(self):
        pack = self.import_document()
        hits = self.json("search", "young tree")
        self.assertEqual(set(hits[0]), {"id", "prompt", "pack", "pack_title", "section", "snippet"})
        self.assertEqual((hits[0]["pack"], hits[0]["pack_title"], hits[0]["section"]),
                         (pack["id"], "Questions for gardeners", "Water"))
        self.assertNotIn("\x02", hits[0]["snippet"])
        self.assertEqual(len(self.json("search", "water", "--limit", "1")), 1)
        self.assertEqual(self.json("search", "xylophone"), [])
        self.assertIn("young tree", self.call("search", "young").stdout)

    def test_search_takes_any_text(self):
        self.import_document()
        for query in ('"', "AND", "water*", "(", "NEAR(", "-", "a:b", "'", " "):
            self.call("search", query)

    def test_rubrics(self):
        rubrics = self.json("rubrics")
        self.assertEqual([level["value"] for level in rubrics[0]["levels"]], [1, 2, 3, 4, 5])
        self.assertEqual(set(rubrics[0]["levels"][0]), {"value", "label", "anchor"})
        self.assertIn(rubrics[0]["name"], self.call("rubrics").stdout)
        self.assertEqual((rubrics[0]["version"], rubrics[0]["used"]), (1, []))

    def test_competencies(self):
        starter = harness.SOURCES / "data" / "packs" / "backend-engineering.ikpack"
        self.call("import", starter)
        names = [competency["name"] for competency in self.json("competencies")]
        self.assertIn("Data and consistency", names)
        rubrics = self.json("rubrics")
        self.assertGreater(len(rubrics), 1)
        for scale in self.json("competencies") + rubrics[1:]:
            self.assertEqual([(use["kind"], use["title"]) for use in scale["used"]],
                             [("pack", "Backend engineering")])
            self.assertGreater(scale["used"][0]["questions"], 0)
        self.assertIn("packs 1, sets 0, interviews 0", self.call("rubrics").stdout)


if __name__ == "__main__":
    harness.main()
