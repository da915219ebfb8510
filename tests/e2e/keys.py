#!/usr/bin/python3
"""An interview of forty questions, held with keys only.

usage: keys.py PROGRAM SCREENSHOTS    (under with-display)

No mouse event is sent, no dialog may open, and a question without notes takes
three keys at most on average; a chord counts as one key.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import traceback

import a11y
import desktop

CANDIDATE = "Ada Moss"
N_QUESTIONS = 40
MAX_KEYS = 3
MAX_TABS = 30


class Library:
    """A planned interview, made on the command line."""

    def __init__(self, program, folder):
        self.program = program
        self.path = str(folder / "library.db")
        document = folder / "questions.md"
        document.write_text("# Forty questions\n\n" + "".join(
            f"## What would you look at in case {i}?\n\nAt what changed last.\n\n"
            for i in range(1, N_QUESTIONS + 1)), encoding="utf-8")
        pack = json.loads(self.call("import", str(document), "--json"))[0]["id"]
        set_id = self.call("set", "new", "Forty", "--from", pack, "--minutes", "60").strip()
        candidate = self.call("candidate", "add", CANDIDATE).strip()
        self.interview = json.loads(self.call("interview", "plan", "--set", set_id,
                                              "--candidate", candidate, "--json"))["id"]

    def call(self, *words):
        return subprocess.run([self.program, *words, "--library", self.path], check=True,
                              text=True, stdout=subprocess.PIPE).stdout

    def record(self):
        return json.loads(self.call("interview", "show", self.interview, "--json"))


class Keys:
    """Presses keys and counts them; looks for dialogs after each."""

    def __init__(self, program):
        self.program = program
        self.count = 0

    def press(self, *chords):
        for chord in chords:
            self.program.key(chord)
            self.count += 1
        assert not self.program.dialogs(), f"a dialog opened after {chords}"


def focused(root, name):
    return any("focused" in node.states for node in root.all(name, "push button"))


def hold(library, program):
    keys = Keys(program)
    root = program.frame
    root.find(f"Start, {CANDIDATE}", "push button")
    for _ in range(MAX_TABS):
        if focused(root, f"Start, {CANDIDATE}"):
            break
        keys.press("Tab")
    keys.press("Return")
    questions = root.find("IkLivePage", "filler").find("Questions", "list")

    keys.count = 0
    for number in range(1, N_QUESTIONS + 1):
        a11y.wait_for(lambda n=number: any("Current" in item.name for item in
                                           questions.all(f"Question {n}: ", "list item")),
                      f"question {number} to be the current one")
        keys.press(f"alt+{2 + number % 3}", "alt+n")
    keys.press("alt+e")
    root.find("IkReviewPage", "filler")
    return keys.count


def check(library, count):
    record = library.record()
    items = record["items"]
    assert record["state"] == "review", record["state"]
    assert len(items) == N_QUESTIONS
    for number, item in enumerate(items, 1):
        assert item["rating"] == 2 + number % 3, (number, item["rating"])
        assert item["outcome"] == "answered", (number, item["outcome"])
    mean = count / N_QUESTIONS
    print(f"# {count} keys for {N_QUESTIONS} questions: {mean:.2f} each")
    assert mean <= MAX_KEYS, mean


def main(argv):
    print("1..1", flush=True)
    with tempfile.TemporaryDirectory(prefix="ik-keys-") as name:
        library = Library(argv[1], pathlib.Path(name))
        program = desktop.Program([argv[1], "--library", library.path], argv[2])
        try:
            count = hold(library, program)
            assert program.quit() == 0, "it did not end well"
            check(library, count)
            warnings = program.warnings()
            assert "CRITICAL" not in warnings and "WARNING" not in warnings, warnings
            print("ok 1 - forty questions by keys")
        except Exception:  # told as a failed case, with all of it
            program.save_state("failed")
            program.kill()
            print("not ok 1 - forty questions by keys")
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()))
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
