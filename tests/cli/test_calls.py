#!/usr/bin/python3
"""Words of a call: help, version, what is wrong with them, pipes, signals."""
import json
import os
import pathlib
import signal
import subprocess
import time
import unittest

import harness


class Calls(harness.CliTestCase):
    """What the program says before it works."""

    def test_version(self):
        done = self.call("--version", library=False)
        self.assertRegex(done.stdout, r"^interview-kit \d+\.\d+\.\d+\n$")

    def test_help_names_every_command(self):
        text = self.call("--help", library=False).stdout
        for command in ("import", "packs", "pack show", "pack export", "pack remove", "search",
                        "questions", "searches",
                        "duplicates", "duplicate merge", "duplicate keep",
                        "rubrics", "competencies", "sets", "set new", "set show", "set check",
                        "set fill", "set history", "set restore", "set remove",
                        "set export", "candidates", "candidate add", "candidate show",
                        "candidate export", "candidate day", "candidate erase", "interviews", "interview plan",
                        "interview show", "interview cancel", "interview no-show",
                        "interview plan-again", "interview reopen", "interview record", "panel matrix", "panel agree",
                        "report", "library check",
                        "library backup", "library restore", "library owner", "demo"):
            self.assertIn(f"  {command} ", text)

    def test_help_of_a_command(self):
        text = self.call("set", "new", "--help", library=False).stdout
        self.assertIn("set new TITLE", text)
        self.assertIn("--minutes", text)
        self.assertFalse(self.library.exists())

    def test_help_needs_no_library(self):
        self.call("packs", "--help")
        self.assertFalse(self.library.exists())
        self.assertFalse((self.folder / "data").exists())

    def test_wrong_words(self):
        for words in (["frobnicate"], ["pack"], ["pack", "frobnicate"], ["packs", "too", "many"],
                      ["pack", "show"], ["pack", "show", "a", "b"], ["packs", "--frobnicate"],
                      ["search"], ["search", "x", "--limit", "many"],
                      ["questions", "words"], ["questions", "--kind", "odd"],
                      ["questions", "--state", "odd"], ["questions", "--sort", "odd"],
                      ["questions", "--minutes-to", "-1"],
                      ["search", "x", "--limit", "-1"], ["set", "new"],
                      ["set", "new", "T", "--minutes", "-5"], ["candidate", "add"],
                      ["candidate", "add", " "], ["interview", "plan"],
                      ["interview", "plan", "--set", "abcd"],
                      ["interview", "plan", "--set", "abcd", "--candidate", "abcd", "--at", "soon"],
                      ["interview", "reopen", harness.NOBODY],
                      ["interview", "reopen", harness.NOBODY, "--reason", " "],
                      ["report", harness.NOBODY], ["report", "--output", "x.pdf"],
                      ["report", harness.NOBODY, "--output", "x.xyz"],
                      ["report", "--output", "x.pdf", "--audience", "panel"],
                      ["report", harness.NOBODY, "--output", "x.pdf", "--audience", "everybody"],
                      ["report", harness.NOBODY, "--output", "x.pdf", "--page-size", "A3"],
                      ["report", harness.NOBODY, "--output", "x.pdf", "--without", "mercy"],
                      ["pack", "export", harness.NOBODY, "x.xyz"], ["import"],
                      ["set", "export", harness.NOBODY, "x.json"],
                      ["set", "fill"], ["set", "fill", harness.NOBODY, "--minutes", "-1"],
                      ["set", "export", harness.NOBODY, "x.pdf", "--audience", "panel"],
                      ["set", "export", harness.NOBODY, "x.pdf", "--page-size", "A3"],
                      ["import", "x.md", "--as", "music"],
                      ["import", "x.md", "--on-duplicate", "cry"], ["library", "owner"],
                      ["library", "owner", ""], ["demo"]):
            with self.subTest(words=words):
                self.refuse(*words, status=2)
                self.assertFalse(self.library.exists())

    def test_wrong_options_without_a_command(self):
        self.refuse("--frobnicate", status=2, library=False)
        self.refuse("--json", status=2, library=False)
        self.refuse("--library", status=2, library=False)

    def test_options_may_stand_before_the_command(self):
        done = self.call("--library", self.library, "--json", "packs", library=False)
        self.assertEqual(json.loads(done.stdout), [])
        self.assertTrue(self.library.exists())

    def test_two_dashes_end_the_options(self):
        identifier = self.made_id("--library", self.library, "candidate", "add", "--", "-x Ada",
                             library=False)
        self.assertEqual(self.json("candidate", "show", identifier)["name"], "-x Ada")

    def test_default_library(self):
        self.call("packs", library=False)
        made = self.folder / "data" / "interview-kit" / "library.db"
        self.assertEqual(made.stat().st_mode & 0o777, 0o600)
        self.assertEqual(made.parent.stat().st_mode & 0o777, 0o700)

    def test_no_language_in_the_environment(self):
        environment = dict(self.environment, LC_ALL="C", LANG="")
        identifier = self.made_id("candidate", "add", "Zoë Grün", "--role", "Gärtnerin", env=environment)
        shown = self.json("candidate", "show", identifier, env=environment)
        self.assertEqual((shown["name"], shown["role"]), ("Zoë Grün", "Gärtnerin"))

    def test_texts_cannot_steer_the_terminal(self):
        identifier = self.made_id("candidate", "add", "Ada \x1b[31mMoss")
        text = self.call("candidates").stdout + self.call("candidate", "show", identifier).stdout
        self.assertNotIn("\x1b", text)

    def test_unknown_ids(self):
        for words in (["pack", "show"], ["pack", "remove"], ["set", "show"], ["set", "remove"],
                      ["candidate", "show"], ["candidate", "erase"], ["interview", "show"],
                      ["interview", "cancel"], ["interview", "no-show"],
                      ["interview", "plan-again"]):
            with self.subTest(words=words):
                self.refuse(*words, harness.NOBODY, status=1, naming=harness.NOBODY)
                self.refuse(*words, "abc", status=2, naming="abc")
        for ending in ("ikpack", "md", "csv"):
            self.refuse("pack", "export", harness.NOBODY, self.folder / f"x.{ending}", status=1)
        self.refuse("report", harness.NOBODY, "--output", self.folder / "x.pdf", status=1)
        self.refuse("set", "new", "T", "--from", harness.NOBODY, status=1)
        self.refuse("candidate", "export", harness.NOBODY, self.folder / "x", status=1)
        self.assertEqual([path.name for path in self.folder.glob("x*")], [])

    def test_ambiguous_id(self):
        for last in "12":
            pack = {"format": "interview-kit-pack", "version": 1, "title": f"Pack {last}",
                    "id": f"abcdef00-0000-4000-8000-00000000000{last}", "sections": []}
            self.call("import", self.write(f"{last}.ikpack", json.dumps(pack)))
        self.refuse("pack", "show", "abcdef", status=1, naming="abcdef")
        self.assertEqual(self.json("pack", "show", pack["id"])["title"], "Pack 2")

    def test_pipe_that_closes_early(self):
        self.call("import", self.write("a.md", harness.DOCUMENT))
        arguments = [harness.PROGRAM, "packs", "--library", str(self.library)]
        for restore in (True, False):
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, check=False,
                                  restore_signals=restore, env=self.environment, timeout=60)
            os.close(writer)
            self.assertEqual((done.returncode, done.stderr), (0, b""))

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_output_that_is_full(self):
        self.call("candidate", "add", "Ada Moss")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([harness.PROGRAM, "candidates", "--library", str(self.library)],
                                  stdout=full, stderr=subprocess.PIPE, check=False,
                                  env=self.environment, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def interrupt(self, number, n_documents=60):
        """Import many documents and interrupt it; return status, stdout and stderr.

        Where the machine was so busy that it was over before, try with more.
        """
        files = [str(self.write(f"{i}.md", harness.DOCUMENT * 40)) for i in range(n_documents)]
        self.library = self.folder / f"library-{number}-{n_documents}.db"
        self.call("candidate", "add", "Ada Moss")

        def settle():
            signal.signal(number, signal.SIG_DFL)

        with subprocess.Popen([harness.PROGRAM, "import", *files, "--library", str(self.library)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=self.environment, preexec_fn=settle) as process:
            wal = pathlib.Path(f"{self.library}-wal")
            start = time.monotonic()
            while not (wal.exists() and wal.stat().st_size > 100_000) and \
                    process.poll() is None and time.monotonic() < start + 30:
                time.sleep(0.002)
            process.send_signal(number)
            output, errors = process.communicate(timeout=60)
        if process.returncode == 0 and n_documents < 1000:
            return self.interrupt(number, n_documents * 4)
        return process.returncode, output, errors.decode("utf-8")

    def test_interrupt_leaves_the_library_as_it_was(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            status, output, errors = self.interrupt(number)
            self.assertEqual((status, output), (1, b""))
            self.assertEqual(len(errors.splitlines()), 1, errors)
            self.assertIn("Interrupted", errors)
            self.assertEqual(self.json("packs"), [])
            self.assertEqual(self.json("library", "check")["problems"], [])


if __name__ == "__main__":
    harness.main()
