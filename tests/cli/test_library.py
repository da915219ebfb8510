#!/usr/bin/python3
"""The library as a whole, and what is wrong with one; the demo."""
import json
import os
import shutil
import sqlite3
import subprocess
import unittest

import harness


def can_mount():
    """Return whether a file system of one's own can be mounted."""
    words = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    return shutil.which("unshare") and subprocess.run(words, capture_output=True,
                                                      check=False).returncode == 0


class Library(harness.CliTestCase):
    """Checks, copies, owners."""

    def test_check(self):
        self.import_document()
        self.assertEqual(self.json("library", "check"),
                         {"library": str(self.library), "problems": []})
        self.assertTrue(self.call("library", "check").stdout)

    def test_backup_and_restore(self):
        pack = self.import_document()
        copy = self.folder / "copy.db"
        self.assertEqual(self.call("library", "backup", copy).stdout, f"{copy}\n")
        self.call("pack", "remove", pack["id"])
        self.call("library", "restore", copy)
        self.assertEqual(self.json("packs")[0]["id"], pack["id"])
        self.assertEqual(copy.stat().st_mode & 0o777, 0o600)

    def test_restore_refuses_what_is_no_library(self):
        pack = self.import_document()
        other = self.write("other.db", "no library")
        self.refuse("library", "restore", other, status=1, naming="other.db")
        self.refuse("library", "restore", self.folder / "none.db", status=1, naming="none.db")
        self.assertEqual(self.json("packs")[0]["id"], pack["id"])

    def test_owner(self):
        self.assertEqual(self.json("library", "owner", "Oda Reed"), {"owner": "Oda Reed"})

    def refuse_library(self, naming="library.db"):
        """Check that each kind of use is refused, and the file stays as it is."""
        before = self.library.read_bytes()
        document = self.write("a.md", harness.DOCUMENT)
        for words in (["packs"], ["import", document], ["candidate", "add", "Ada"],
                      ["interviews"]):
            self.refuse(*words, status=1, naming=naming)
        self.assertEqual(self.library.read_bytes(), before)

    def test_not_ours(self):
        self.library.write_bytes(b"this is a text and no library\n" * 100)
        self.refuse_library()

    def test_other_database(self):
        database = sqlite3.connect(self.library)
        database.execute("CREATE TABLE album (title TEXT)")
        database.commit()
        database.close()
        self.refuse_library()

    def test_newer(self):
        self.call("packs")
        database = sqlite3.connect(self.library)
        database.execute("PRAGMA user_version = 9999")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        self.refuse_library()

    def test_damaged(self):
        self.import_document()
        content = bytearray(self.library.read_bytes())
        for at in range(4096, len(content), 512):
            content[at:at + 64] = b"\xa5" * 64
        self.library.write_bytes(content)
        done = self.call("library", "check", status=1)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def test_cut_short(self):
        self.import_document()
        os.truncate(self.library, self.library.stat().st_size // 2 // 4096 * 4096)
        done = self.call("library", "check", status=1)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)

    def test_folder_in_the_way(self):
        self.library.mkdir()
        self.refuse("packs", status=1, naming="library.db")

    def call_mounted(self, options, script):
        """Run a shell script in a folder with a file system of its own."""
        place = self.folder / "mounted"
        place.mkdir(exist_ok=True)
        words = ["unshare", "-m", "sh", "-c",
                 f'mount -t tmpfs -o {options} none "$1" && cd "$1" && {script}',
                 "sh", str(place), harness.PROGRAM, str(self.write("a.md", harness.DOCUMENT * 60))]
        done = subprocess.run(words, capture_output=True, timeout=60, check=False,
                              env=self.environment)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    @unittest.skipUnless(can_mount(), "no file system can be mounted here")
    def test_read_only_folder(self):
        status, output, errors = self.call_mounted(
            "size=4m", 'mount -o remount,ro "$1" && "$2" candidate add Ada --library l.db')
        self.assertEqual((status, output), (1, ""), errors)
        self.assertEqual(len(errors.splitlines()), 1, errors)
        self.assertIn("l.db", errors)

    @unittest.skipUnless(can_mount(), "no file system can be mounted here")
    def test_read_only_library(self):
        status, output, errors = self.call_mounted(
            "size=4m", '"$2" candidate add Ada --library l.db >/dev/null && '
            'mount -o remount,ro "$1" && "$2" candidate add Bea --library l.db')
        self.assertEqual((status, output), (1, ""), errors)
        self.assertEqual(len(errors.splitlines()), 1, errors)
        self.assertIn("l.db", errors)

    @unittest.skipUnless(can_mount(), "no file system can be mounted here")
    def test_full_disk(self):
        status, output, errors = self.call_mounted(
            "size=1200k", '"$2" candidate add Ada --library l.db >/dev/null && '
            '{ "$2" import "$3" "$3" "$3" "$3" "$3" --library l.db >out; echo $? >&2; '
            'rm -f out; "$2" packs --json --library l.db; }')
        lines = errors.splitlines()
        self.assertEqual(lines[-1], "1", errors)
        self.assertIn("full", errors.lower())
        self.assertIsInstance(json.loads(output), list)
        self.assertEqual(status, 0)


class Demo(harness.CliTestCase):
    """The main job from end to end."""

    def test_new_folder(self):
        folder = self.folder / "demo"
        done = self.call("demo", folder, library=False)
        self.assertEqual(done.stdout, f"{folder / 'report.pdf'}\n")
        self.assertTrue((folder / "report.pdf").read_bytes().startswith(b"%PDF-"))
        self.library = folder / "library.db"
        interview = self.json("interviews")[0]
        shown = self.json("interview", "show", interview["id"])
        self.assertEqual(shown["state"], "handed_in")
        self.assertTrue(all(competency["rating"] for competency in shown["competencies"]))
        ticked = [indicator for item in shown["items"] for indicator in item["indicators"]
                  if indicator["ticked_at"]]
        self.assertGreater(len(ticked), 20)
        self.assertEqual(len(self.json("packs")), 13)

    def test_empty_folder(self):
        folder = self.folder / "demo"
        folder.mkdir()
        made = self.json("demo", folder, library=False)
        self.assertEqual(made["report"], str(folder / "report.pdf"))
        self.assertEqual(set(made), {"id", "library", "candidate", "set", "report"})

    def test_folder_in_use(self):
        self.write("mine.txt", "mine")
        self.refuse("demo", self.folder, status=1, naming=self.folder, library=False)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["mine.txt"])

    def test_file_in_the_way(self):
        path = self.write("mine.txt", "mine")
        self.refuse("demo", path, status=1, naming="mine.txt", library=False)
        self.refuse("demo", path / "below", status=1, naming="mine.txt", library=False)
        self.assertEqual(path.read_text(encoding="utf-8"), "mine")


if __name__ == "__main__":
    harness.main()
