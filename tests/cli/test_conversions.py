#!/usr/bin/python3
"""The same questions in other formats: what pandoc and LibreOffice make of
documents has to be read as the documents themselves are."""
import shutil
import subprocess
import sys
import unittest

import harness

SCORER = harness.SHARED / "tools" / "score_import.py"
SEEDS = harness.SHARED / "seeds"
FLOORS = ["f1=0.95", "exact=0.95", "answers=0.95", "sections=0.95", "follow_ups=0.9", "guidance=0.95"]
MARKDOWN = ("000_*.txt", "004_*.txt")
PLAIN = ("001_*.txt", "002_*.txt", "003_*.txt")


@unittest.skipUnless(SCORER.exists() and SEEDS.exists(), "the documents are not here")
@unittest.skipUnless(shutil.which("pandoc") and shutil.which("soffice"),
                     "pandoc or LibreOffice is not installed")
class Conversions(harness.CliTestCase):
    """Markdown rendered by pandoc, plain text opened by LibreOffice."""

    def pandoc(self, kind, folder):
        """Render the Markdown documents; return their paths."""
        made = []
        for pattern in MARKDOWN:
            source = next(SEEDS.glob(pattern))
            made.append(folder / f"{source.stem}.{kind}")
            subprocess.run(["pandoc", "--from=markdown", f"--to={kind}", "--standalone",
                            f"--output={made[-1]}", str(source)], check=True, timeout=60,
                           capture_output=True)
        return made

    def office(self, kind, sources, folder):
        """Convert documents with LibreOffice, all in one run."""
        profile = (self.folder / "profile").as_uri()
        subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless",
                        "--convert-to", kind, "--outdir", str(folder), *map(str, sources)],
                       check=True, timeout=200, capture_output=True, env=self.environment)

    def check(self, kind):
        """Convert all documents to a kind, import them and compare with the readings."""
        folder = self.folder / kind
        documents = self.folder / "documents"
        folder.mkdir()
        documents.mkdir()
        plain = [next(SEEDS.glob(pattern)) for pattern in PLAIN]
        if kind == "pdf":
            self.office(kind, plain + self.pandoc("odt", folder), folder)
        else:
            self.pandoc(kind, folder)
            self.office(kind, plain, folder)
        for source in SEEDS.glob("*.txt"):
            shutil.copy(folder / f"{source.stem}.{kind}", documents / source.name)
        words = [sys.executable, str(SCORER), "--gold-dir", str(SEEDS / "gold"), "--documents",
                 str(documents), "--command", f"{harness.PROGRAM} import --dry-run --json {{}}"]
        for floor in FLOORS:
            words += ["--min-each", floor]
        done = subprocess.run(words, capture_output=True, timeout=110, check=False, text=True)
        self.assertEqual(done.returncode, 0, f"\n{done.stdout}{done.stderr}")

    def test_html(self):
        self.check("html")

    def test_docx(self):
        self.check("docx")

    def test_odt(self):
        self.check("odt")

    def test_pdf(self):
        self.check("pdf")


if __name__ == "__main__":
    harness.main()
