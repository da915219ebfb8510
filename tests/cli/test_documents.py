#!/usr/bin/python3
"""Documents about a panel: the day, and who may see what before handing in."""
import csv
import json
import shutil
import subprocess

import harness

OWNER = "Jonas Weber"
OTHER = "Mira Okafor"


class PanelTestCase(harness.CliTestCase):
    """A library with an owner, a set and a candidate."""

    summary = "SUMMARY"

    def setUp(self):
        """Make them."""
        super().setUp()
        self.call("library", "owner", OWNER)
        pack = self.import_document()
        self.set = self.made_id("set", "new", "Gardener", "--from", pack["id"], "--minutes", "45",
                                "--role", "Gardener")
        self.candidate = self.made_id("candidate", "add", "Ada Moss", "--role", "Gardener")

    def plan(self, interviewer, *words, candidate=None):
        """Plan an interview; return its id."""
        return self.made_id("interview", "plan", "--set", self.set, "--candidate",
                            candidate or self.candidate, "--interviewer", interviewer, *words)

    def record(self, identifier, rating=3, recommendation="yes", note="A note", **options):
        """Enter an interview in which each question was rated, and hand it in."""
        items = self.json("interview", "show", identifier, **options)["items"]
        path = self.write("record.json", json.dumps({
            "started_at": "2026-03-03T09:00:00Z", "recommendation": recommendation,
            "summary": self.summary,
            "items": [{"id": item["id"], "outcome": "answered", "seconds": 300, "rating": rating,
                       "evidence": "Heard it", "notes": note} for item in items]}))
        self.call("interview", "record", identifier, path)

    def text_of(self, path):
        """Read a PDF, where there is a program for that."""
        if shutil.which("pdftotext") is None:
            self.skipTest("pdftotext is not installed")
        return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True,
                              capture_output=True).stdout.decode("utf-8")

    def assert_lacks(self, path, *words):
        """Look for words in the bytes of a PDF once nothing is packed."""
        if shutil.which("qpdf") is None:
            return
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(path), "-"],
                               check=True, capture_output=True).stdout
        for word in words:
            self.assertNotIn(word, plain)
            self.assertNotIn(word.decode().encode("utf-16-be"), plain)

    def small_disk(self):
        """Mount a disk with hardly any room, where this may be done; return its folder."""
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)],
                                 capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("no disk of its own can be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        return disk


class Day(PanelTestCase):
    """The sheet of a panel day."""

    def setUp(self):
        """Plan two days, with one that was called off."""
        super().setUp()
        self.second = self.plan(OTHER, "--at", "2031-03-03T10:15", "--room", "=HYPERLINK(1)",
                                "--round", "Second")
        self.first = self.plan(OWNER, "--at", "2031-03-03T09:30", "--room", "Room 4", "--round",
                               "Second")
        off = self.plan("Sven Li", "--at", "2031-03-03T11:00")
        self.call("interview", "cancel", off)
        self.plan("Padma R", "--at", "2031-03-05T09:00")

    def make(self, name, *words, **options):
        """Write the sheet; return where to."""
        path = self.folder / name
        self.call("candidate", "day", self.candidate, path, *words, **options)
        return path

    def test_pdf(self):
        for size in "A4", "Letter":
            text = self.text_of(self.make("day.pdf", "--page-size", size))
            self.assertIn("Ada Moss", text)
            self.assertIn("Second", text)
            self.assertRegex(text, r"09:30–10:15 +Jonas Weber +Room 4")
            self.assertRegex(text, r"10:15–11:00 +Mira Okafor")
            self.assertIn("Page 1 of 1", text)
            self.assertNotIn("Sven", text)
            self.assertNotIn("Padma", text)
            self.assertNotIn("Overlaps", text)

    def test_other_day(self):
        text = self.text_of(self.make("day.pdf", "--on", "2031-03-05"))
        self.assertIn("Padma R", text)
        self.assertNotIn(OTHER, text)

    def test_json(self):
        self.plan("Late Comer", "--at", "2031-03-03T10:30")
        day = json.loads(self.make("day.json").read_text())
        self.assertEqual((day["candidate"], day["candidate_name"], day["role"]),
                         (self.candidate, "Ada Moss", "Gardener"))
        self.assertEqual([slot["id"] for slot in day["interviews"]][:2],
                         [self.first, self.second])
        self.assertEqual([slot["overlapping"] for slot in day["interviews"]],
                         [False, True, True])
        self.assertEqual((day["interviews"][0]["questions"], day["interviews"][0]["room"]),
                         (4, "Room 4"))

    def test_csv_is_harmless(self):
        with open(self.make("day.csv"), encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual([row["interviewer"] for row in rows], [OWNER, OTHER])
        self.assertEqual(rows[1]["room"], "'=HYPERLINK(1)")

    def test_markdown(self):
        self.assertIn("| 09:30–10:15 | Jonas Weber | Second | Room 4 |",
                      self.make("day.md").read_text())

    def test_refused(self):
        path = self.folder / "day.pdf"
        self.refuse("candidate", "day", self.candidate, path, "--on", "2031-03-04", status=1,
                    naming="Ada Moss")
        self.refuse("candidate", "day", self.candidate, path, "--on", "tomorrow", status=2,
                    naming="tomorrow")
        self.refuse("candidate", "day", self.candidate, self.folder / "day.doc", status=2,
                    naming="day.doc")
        self.refuse("candidate", "day", harness.NOBODY, path, status=1)
        nobody = self.made_id("candidate", "add", "Ben Fern")
        self.refuse("candidate", "day", nobody, path, status=1, naming="Ben Fern")
        self.assertFalse(path.exists())
        self.refuse("candidate", "day", self.candidate, self.folder / "none" / "day.pdf", status=1,
                    naming="none")

    def test_full_disk(self):
        disk = self.small_disk()
        path = disk / "day.pdf"
        path.write_text("old")
        self.refuse("candidate", "day", self.candidate, path, status=1, naming="day.pdf")
        self.assertEqual(path.read_text(), "old")
        self.assertEqual({entry.name for entry in disk.iterdir()}, {"day.pdf"})


class Comparison(PanelTestCase):
    """The candidates for a role side by side."""

    def setUp(self):
        """Interview two, one of them twice; a third is still open."""
        super().setUp()
        self.ben = self.made_id("candidate", "add", "=Ben", "--role", "gardener")
        self.first = self.plan(OWNER)
        self.record(self.first, rating=4, recommendation="strong_yes")
        self.record(self.plan(OTHER), rating=3, recommendation="no")
        self.record(self.plan(OTHER, candidate=self.ben), rating=2, recommendation="no")
        self.plan(OTHER, candidate=self.ben, *("--round", "Second"))
        cook = self.made_id("candidate", "add", "Cleo Cook", "--role", "Cook")
        self.record(self.plan(OTHER, candidate=cook))

    def make(self, name, *words):
        """Write the comparison; return where to."""
        path = self.folder / name
        self.call("report", "--compare", "GARDENER", "--output", path, *words)
        return path

    def test_json(self):
        made = json.loads(self.make("c.json").read_text())
        self.assertEqual(made["role"].lower(), "gardener")
        self.assertEqual([row["candidate_name"] for row in made["candidates"]],
                         ["=Ben", "Ada Moss"])
        ben, ada = made["candidates"]
        self.assertEqual((ada["mean"], ada["rated"], ada["of"], len(ada["interviews"])),
                         (3.5, 8, 8, 2))
        self.assertEqual(ada["recommendations"],
                         {"strong_no": 0, "no": 1, "yes": 0, "strong_yes": 1})
        self.assertEqual((ben["mean"], ben["open"], ben["withheld"]), (2, 1, 0))

    def test_pdf(self):
        for size in "A4", "Letter":
            text = self.text_of(self.make("c.pdf", "--page-size", size))
            self.assertRegex(text, r"Ada Moss.*1\W×\WStrong yes.*3\.5 +2 handed in")
            self.assertRegex(text, r"=Ben.*1\W×\WNo.*1 handed in, 1 open")
            self.assertIn("Time used and planned", text)
            self.assertNotIn("Cleo", text)

    def test_csv_is_harmless(self):
        with open(self.make("c.csv"), encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual([row["candidate_name"] for row in rows], ["'=Ben", "Ada Moss"])
        self.assertEqual((rows[1]["mean"], rows[1]["strong_yes"]), ("3.5", "1"))

    def test_markdown(self):
        self.assertIn("3.5 from 8 of 8", self.make("c.md").read_text())

    def test_redacted(self):
        words = "--redact-names", "--redact", "garden", "--header", "Ada Moss or =Ben?"
        for ending in "pdf", "md", "json", "csv":
            path = self.make(f"redacted.{ending}", *words)
            text = self.text_of(path) if ending == "pdf" else path.read_text()
            for hidden in "Ada", "Moss", "Ben", "Jonas", "Weber", "Mira", "Okafor", "arden":
                self.assertNotIn(hidden, text, f"{hidden} is in {ending}")
            for row in "█████ 1", "█████ 2":
                self.assertIn(row, text)
            if ending == "pdf":
                self.assertNotIn("In the order of the names", text)
                self.assert_lacks(path, b"Ada", b"Moss", b"Jonas", b"Okafor")
        made = json.loads((self.folder / "redacted.json").read_text())["candidates"]
        self.assertEqual([row["candidate"] for row in made],
                         sorted((self.candidate, self.ben)))
        self.assertEqual({row["candidate"]: row["mean"] for row in made},
                         {self.candidate: 3.5, self.ben: 2})

    def test_parts(self):
        self.assertNotIn("| Time", self.make("c.md", "--without", "timeline").read_text())
        text = self.text_of(self.make("c.pdf", "--without", "competencies"))
        self.assertIn("Time used and planned", text)
        self.assertNotIn("Each interview counts once", text)
        self.refuse("report", "--output", self.folder / "c.csv", "--compare", "Gardener",
                    "--without", "timeline", status=2, naming="CSV")

    def test_withheld(self):
        own = self.plan(OWNER, candidate=self.ben)
        ben = json.loads(self.make("c.json").read_text())["candidates"][0]
        self.assertEqual((ben["interviews"], ben["open"], ben["withheld"], ben["mean"]),
                         ([], 2, 1, None))
        self.assertEqual(ben["recommendations"]["no"], 0)
        self.assertIn("1 hidden until you hand in yours", self.make("c.md").read_text())
        self.record(own)
        ben = json.loads(self.make("c.json").read_text())["candidates"][0]
        self.assertEqual((len(ben["interviews"]), ben["withheld"]), (2, 0))

    def test_refused(self):
        path = self.folder / "c.pdf"
        compare = ["report", "--output", path, "--compare"]
        self.refuse(*compare, "Baker", status=1, naming="Baker")
        self.refuse(*compare, "Gardener", self.first, status=2)
        self.refuse(*compare, "Gardener", "--audience", "candidate", status=2)
        self.refuse(*compare, "Gardener", "--signature", status=2)
        self.refuse(*compare, "Gardener", "--without", "notes", status=2)
        self.made_id("candidate", "add", "New", "--role", "Baker")
        self.refuse(*compare, "Baker", status=1, naming="Baker")
        self.assertFalse(path.exists())
        self.assertIn("--compare", self.call("report", "--help").stdout)


class Packet(PanelTestCase):
    """What a panel found about one candidate."""

    def setUp(self):
        """Hold two interviews of one round."""
        super().setUp()
        self.own = self.plan(OWNER, "--round", "Second", "--at", "2026-03-03T09:00")
        self.record(self.own, rating=5, recommendation="strong_yes", note="Mira heard it too")
        self.theirs = self.plan("=Mira Okafor", "--round", "Second", "--at", "2026-03-03T10:00")
        self.record(self.theirs, rating=2, recommendation="no")

    def make(self, name, *words):
        """Write the packet; return where to."""
        path = self.folder / name
        self.call("report", self.own, self.theirs, "--output", path, *words)
        return path

    def test_pdf(self):
        for size in "A4", "Letter":
            text = self.text_of(self.make("p.pdf", "--page-size", size))
            pages = text.split("\f")[:-1]
            self.assertIn("Panel packet", pages[0])
            self.assertRegex(pages[0], r"Jonas Weber +3 March 2026 +Strong yes +5\.0 from 4 of 4")
            self.assertRegex(pages[0], r"=Mira Okafor +3 March 2026 +No +2\.0 from 4 of 4")
            self.assertRegex(pages[0], r"45 of 45 min|20 of 45 min")
            self.assertLess(text.index("Time used and planned"), text.index("Interview 1 of 2"))
            self.assertLess(text.index("Interview 1 of 2"), text.index("Interview 2 of 2"))
            for number, page in enumerate(pages, 1):
                self.assertIn(f"Page {number} of {len(pages)}", page)
                self.assertNotIn("Draft", page)

    def test_first_report(self):
        """It begins below what is left of the overview, where that is little."""
        self.summary = "SUMMARY " * 135
        for identifier in self.own, self.theirs:
            self.call("interview", "reopen", identifier, "--reason", "A slip")
            self.record(identifier)
        pages = self.text_of(self.make("p.pdf")).split("\f")[:-1]
        self.assertIn("Summaries", pages[0])
        self.assertRegex(pages[1], r"(?s)SUMMARY.*Interview 1 of 2")
        self.assertRegex(pages[0], r"Jonas Weber .* 2\n")
        second = next(page for page in pages if "Interview 2 of 2" in page)
        self.assertNotIn("Question", second.split("Interview 2 of 2")[0])

    def test_structure(self):
        path = self.make("p.pdf")
        self.text_of(path)
        kinds = subprocess.run(["pdfinfo", "-struct", str(path)], check=True,
                               capture_output=True).stdout.decode("utf-8")
        self.assertEqual(kinds.count("  H1 "), 3)
        self.assertGreaterEqual(kinds.count("  Table "), 2)
        # From the panel to each report, and from its overview to each question.
        self.assertEqual(kinds.count("Link"), 2 + 2 * 4)
        if shutil.which("qpdf") is not None:
            subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)

    def test_draft(self):
        self.call("interview", "reopen", self.own, "--reason", "A slip")
        self.refuse("report", self.own, self.theirs, "--output", self.folder / "p.pdf", status=1)
        self.record(self.own)
        self.call("interview", "reopen", self.theirs, "--reason", "A slip")
        pages = self.text_of(self.make("p.pdf")).split("\f")[:-1]
        for page in pages:
            self.assertIn("Draft", page)

    def test_json(self):
        made = json.loads(self.make("p.json").read_text())
        self.assertEqual((made["candidate"], made["candidate_name"], made["draft"]),
                         (self.candidate, "Ada Moss", False))
        self.assertEqual([one["id"] for one in made["interviews"]], [self.own, self.theirs])

    def test_csv_is_harmless(self):
        with open(self.make("p.csv"), encoding="utf-8-sig", newline="") as table:
            rows = list(csv.DictReader(table))
        self.assertEqual(len(rows), 8)
        self.assertEqual({row["interviewer"] for row in rows}, {OWNER, "'=Mira Okafor"})

    def test_markdown(self):
        text = self.make("p.md").read_text()
        self.assertIn("# Panel packet: Ada Moss", text)
        self.assertEqual(text.count("# Interview report: Ada Moss"), 2)

    def test_one_interview(self):
        path = self.folder / "one.md"
        self.call("report", self.own, "--audience", "panel", "--output", path)
        self.assertIn("# Panel packet: Ada Moss", path.read_text())

    def test_redacted(self):
        text = self.make("p.md", "--redact-names", "--header", "About Ada Moss").read_text()
        for name in ("Ada", "Moss", "Jonas", "Mira"):
            self.assertNotIn(name, text)

    def test_refused(self):
        path = self.folder / "p.pdf"
        ben = self.made_id("candidate", "add", "Ben Fern")
        other = self.plan(OTHER, candidate=ben)
        off = self.plan("Sven Li", "--round", "Second")
        self.call("interview", "cancel", off)
        again = self.plan("=Mira Okafor", "--round", "Second")
        for words, name in (((self.own, other), "Ben Fern"), ((self.own, self.own), self.own[:8]),
                            ((self.own, off), "Sven Li"), ((self.theirs, again), "Second")):
            with self.subTest(name=name):
                self.refuse("report", *words, "--output", path, status=1, naming=name)
        self.refuse("report", self.own, self.theirs, "--audience", "candidate", "--output", path,
                    status=2)
        self.assertFalse(path.exists())
        self.refuse("report", self.own, self.theirs, "--output", self.folder / "none" / "p.pdf",
                    status=1, naming="none")


class IndependentFirst(PanelTestCase):
    """Nobody sees what others rated before handing in their own."""

    def test_until_handed_in(self):
        own = self.plan(OWNER, "--round", "Second")
        theirs = self.plan(OTHER, "--round", "Second")
        other_round = self.plan(OTHER, "--round", "First")
        for identifier in theirs, other_round:
            self.record(identifier, recommendation="strong_yes")
        path = self.folder / "report.json"
        feedback = ["report", theirs, "--audience", "candidate", "--output", path]
        for call in (["interview", "show", theirs], ["report", theirs, "--output", path],
                     feedback):
            self.assertIn(own[:8], self.refuse(*call, status=1, naming=OTHER))
        self.assertFalse(path.exists())
        self.call("report", other_round, "--output", path)
        self.record(own)
        self.call(*feedback)
        self.assertNotEqual(json.loads(path.read_text())["questions"], [])
        self.call("report", theirs, "--output", path)
        self.assertEqual(self.json("interview", "show", theirs)["recommendation"], "strong_yes")
        self.call("interview", "reopen", own, "--reason", "A slip")
        self.refuse("report", theirs, "--output", path, status=1, naming=OTHER)

    def test_not_where_the_own_one_is_off(self):
        own = self.plan(OWNER)
        theirs = self.plan(OTHER)
        self.record(theirs)
        self.call("interview", "cancel", own)
        self.assertEqual(self.json("interview", "show", theirs)["state"], "handed_in")


if __name__ == "__main__":
    harness.main()
