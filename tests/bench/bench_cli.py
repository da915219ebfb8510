#!/usr/bin/python3
"""How long commands take above `--version`, the floor of the same program.

Runs alternate, so that a busy machine slows all of them alike; medians are
printed, and a figure past its limit fails.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["IK_PROGRAM"]
SHARED = pathlib.Path(os.environ["IK_TEST_SHARED"])
ROUNDS = 25
QUESTIONS = 20
LIMITS = {"import --dry-run": 40.0, "report": 150.0}


def call(*words):
    """Run a command, return what it prints."""
    return subprocess.run([PROGRAM, *map(str, words)], check=True, capture_output=True).stdout


def measure(words):
    """Return the milliseconds a whole process takes."""
    start = time.perf_counter()
    call(*words)
    return (time.perf_counter() - start) * 1000


def make_document(folder):
    """Return a document of 105 kB: the one it is about, or a look-alike."""
    for seed in sorted((SHARED / "seeds").glob("*.txt")):
        if 100_000 < seed.stat().st_size < 110_000:
            return seed
    path = folder / "long.md"
    answer = "A good answer names the parts and says what holds them together. " * 6
    path.write_text("# Questions\n\n" + "".join(
        f"## {number}. What is part {number} of a machine?\n\n{answer}\n\n"
        for number in range(1, 230)), encoding="utf-8")
    return path


def make_interview(folder, library):
    """Make an interview of 20 questions that is handed in; return its id."""
    document = folder / "twenty.md"
    document.write_text("# Twenty\n\n" + "".join(
        f"## What is part {number} of a machine?\n\nIt holds the others together.\n\n"
        for number in range(1, QUESTIONS + 1)), encoding="utf-8")
    pack = call("import", document, "--library", library).decode().strip()
    chosen = call("set", "new", "Twenty", "--from", pack, "--library", library).decode().strip()
    person = call("candidate", "add", "Ada Moss", "--library", library).decode().strip()
    planned = json.loads(call("interview", "plan", "--set", chosen, "--candidate", person,
                              "--interviewer", "Ira Fern", "--library", library, "--json"))
    assert len(planned["items"]) == QUESTIONS
    record = folder / "record.json"
    record.write_text(json.dumps({
        "items": [{"id": item["id"], "outcome": "answered", "seconds": 180, "rating": 4,
                   "evidence": "Named each part and what it does.",
                   "notes": "Began with the frame.\nWent on to the moving parts without help."}
                  for item in planned["items"]],
        "recommendation": "yes", "summary": "Knows machines."}), encoding="utf-8")
    call("interview", "record", planned["id"], record, "--library", library)
    return planned["id"]


def main():
    """Measure and print; return the exit status."""
    with tempfile.TemporaryDirectory(prefix="ik-bench-") as name:
        folder = pathlib.Path(name)
        library = folder / "library.db"
        commands = {
            "--version": ["--version"],
            "import --dry-run": ["import", "--dry-run", "--json", make_document(folder)],
            "report": ["report", make_interview(folder, library), "--output", folder / "r.pdf",
                       "--library", library],
        }
        taken = {key: [] for key in commands}
        for _ in range(ROUNDS):
            for key, words in commands.items():
                taken[key].append(measure(words))

    medians = {key: statistics.median(times) for key, times in taken.items()}
    floor = medians["--version"]
    print(f"--version: {floor:.1f} ms")
    failed = False
    for key, limit in LIMITS.items():
        above = medians[key] - floor
        failed = failed or above > limit
        print(f"{key}: {medians[key]:.1f} ms, {above:.1f} ms above --version (at most {limit:.0f})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
