#!/usr/bin/python3
"""How long 10 MB of Markdown take into the library, whole processes.

The floor is a program around md4c's HTML renderer on the same file in the
same run. The document is the corpus repeated, or a look-alike where there is
no corpus.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import measure

PROGRAM, FLOOR = sys.argv[1:3]
SHARED = pathlib.Path(os.environ.get("IK_TEST_SHARED", ""))
SIZE = 10_000_000
ROUNDS = 5

# The floor takes 0.07 s on the machine that the bounds are from.
MOST_TIMES = {"read": 8.0, "into the library": 1.5 / 0.07}
MOST_MEMORY = 8 * SIZE


def document():
    """Return 10 MB of Markdown with questions."""
    documents = sorted((SHARED / "corpus" / "documents").glob("*.md"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in documents)
    if not text:
        text = "".join(f"## What holds part {number} of a machine?\n\n"
                       f"{'A good answer names what is beside it. ' * 24}\n\n"
                       for number in range(1000))
    return (text * (SIZE // len(text.encode()) + 1)).encode()[:SIZE].decode(errors="ignore")


def call(command, **options):
    """Run a command; return the seconds it takes."""
    start = time.perf_counter()
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, **options)
    return time.perf_counter() - start


def peak_bytes(command):
    """Return the most memory that a command holds, those before it left out."""
    script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
              "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", script, *map(str, command)], check=True,
                          capture_output=True)
    return int(done.stdout) * 1024


def main():
    """Measure, print, say whether the bounds hold."""
    report = measure.Report()
    with tempfile.TemporaryDirectory(prefix="ik-bench-") as folder:
        path = pathlib.Path(folder) / "long.md"
        path.write_text(document(), encoding="utf-8")
        library = pathlib.Path(folder) / "library.db"
        contenders = {
            "md4c alone": [FLOOR, path],
            "read": [PROGRAM, "import", "--dry-run", path],
            "into the library": [PROGRAM, "import", path, "--library", library],
        }

        def measure_fresh(command):
            for left in pathlib.Path(folder).glob("library.db*"):
                left.unlink()
            return call(command)

        times = measure.medians(contenders, ROUNDS, measure_fresh)
        floor = times["md4c alone"]
        hits = json.loads(subprocess.run(
            [PROGRAM, "search", "what", "--json", "--library", library], check=True,
            capture_output=True).stdout)
        report.figure(f"md4c alone: {floor * 1000:.0f} ms")
        for name, bound in MOST_TIMES.items():
            ratio = times[name] / floor
            report.figure(f"{name}: {times[name] * 1000:.0f} ms, {ratio:.1f} times the floor, "
                          f"bound {bound:.1f}", ratio <= bound)
        report.figure(f"found afterwards: {len(hits)} questions", len(hits) > 0)
        for name in MOST_TIMES:
            peak = peak_bytes(contenders[name])
            report.figure(f"{name}: {peak / 1e6:.0f} MB at most, {peak / SIZE:.1f} times the file, "
                          f"bound {MOST_MEMORY / SIZE:.0f}", peak <= MOST_MEMORY)
    sys.exit(report.broken > 0)


if __name__ == "__main__":
    main()
