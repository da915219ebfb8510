"""What the tests of the command line share: a fresh library, calls, TAP."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM = os.environ["IK_PROGRAM"]
SHARED = pathlib.Path(os.environ["IK_TEST_SHARED"])
SOURCES = pathlib.Path(os.environ["G_TEST_SRCDIR"]).parent
UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
NOBODY = "00000000-0000-4000-8000-000000000000"

DOCUMENT = """\
# Questions for gardeners

## Soil

### How do you find out what a bed is short of?

Look at what grows there by itself, then have a sample tested before anything is added.

### When do you dig a bed over, and when do you leave it alone?

Heavy soil is dug before the frost; light soil is only loosened, since digging dries it out.

## Water

### How do you water a young tree in its first summer?

Rarely and much: two cans a week, slowly, so that the roots follow the water down.

### What tells you that a plant has too much water rather than too little?

Both wilt. With too much the soil is wet and the lowest leaves turn yellow first.
"""


class CliTestCase(unittest.TestCase):
    """A test with a folder of its own and a library that doesn't exist yet."""

    def setUp(self):
        """Make the folder."""
        holder = tempfile.TemporaryDirectory(prefix="ik-cli-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.library = self.folder / "library.db"
        self.environment = dict(
            os.environ, HOME=str(self.folder), XDG_DATA_HOME=str(self.folder / "data"),
            DISPLAY="", WAYLAND_DISPLAY="")

    def call(self, *words, status=0, library=True, **options):
        """Run the program; check its status and that it fails in one sentence."""
        arguments = [PROGRAM, *map(str, words)]
        if library:
            arguments += ["--library", str(self.library)]
        done = subprocess.run(arguments, capture_output=True, timeout=60, check=False,
                              env=options.pop("env", self.environment), **options)
        done.stdout = done.stdout.decode("utf-8")
        done.stderr = done.stderr.decode("utf-8")
        self.assertEqual(done.returncode, status, f"{words}\n{done.stdout}\n{done.stderr}")
        self.assertNotIn("CRITICAL", done.stderr)
        self.assertNotIn("WARNING", done.stderr)
        return done

    def refuse(self, *words, status, naming="", **options):
        """Run the program, which has to refuse in one sentence; return that."""
        done = self.call(*words, status=status, **options)
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), 1, f"{words}: one sentence, not\n{done.stderr}")
        self.assertTrue(lines[0].startswith("interview-kit: "), lines[0])
        self.assertIn(str(naming), lines[0])
        return lines[0]

    def json(self, *words, **options):
        """Run the program with --json; return the document."""
        return json.loads(self.call(*words, "--json", **options).stdout)

    def made_id(self, *words, **options):
        """Run a command that prints the id of a record; return that."""
        text = self.call(*words, **options).stdout
        self.assertRegex(text.rstrip("\n"), UUID)
        return text.rstrip("\n")

    def write(self, name, content):
        """Write a file into the folder; return its path."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def archive(self, name, **members):
        """Write a ZIP archive; return its path. Two underscores stand for a slash."""
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member.replace("__", "/").replace("_xml", ".xml"), content)
        return path

    def import_document(self):
        """Import the document of these tests; return the pack document."""
        return self.json("import", self.write("gardeners.md", DOCUMENT))[0]

    def plan(self, *options):
        """Make a set and a candidate, plan an interview; return its record."""
        pack = self.import_document()
        set_id = self.made_id("set", "new", "Gardener", "--from", pack["id"], "--minutes", 30)
        candidate = self.made_id("candidate", "add", "Ada Moss")
        return self.json("interview", "plan", "--set", set_id, "--candidate", candidate,
                         "--interviewer", "Ira Fern", *options)


class TapResult(unittest.TestResult):
    """Prints each case as TAP, when it is over."""

    def __init__(self):
        super().__init__()
        self.count = 0
        self.note = ""
        self.mistakes = []

    def startTest(self, test):
        super().startTest(test)
        self.note = ""
        self.mistakes = []

    def keep(self, test, error):
        """Keep what went wrong."""
        self.mistakes += self._exc_info_to_string(error, test).splitlines()

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note = f" # SKIP {reason}"

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.keep(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self.keep(test, err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.mistakes.append(str(subtest))
            self.keep(test, err)

    def stopTest(self, test):
        super().stopTest(test)
        self.count += 1
        word = "not ok" if self.mistakes else "ok"
        print(f"{word} {self.count} - {test.id().removeprefix('__main__.')}{self.note}")
        for line in self.mistakes:
            print(f"# {line}")
        sys.stdout.flush()


def main():
    """Run the cases of the script; end with its status."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}")
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
