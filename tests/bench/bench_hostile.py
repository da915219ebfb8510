#!/usr/bin/python3
"""Whether hostile documents are read or refused in time, whole processes.

Each may take a second, and no more memory than three times its size and 50 MB.
PDF, ODT and DOCX are read by a process of their own: the time of both counts,
and of the memory what the larger one of them held at most. The time is the
processor's, so that what else runs doesn't count. With words behind the program
only the documents whose names hold one of them.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import hostile_documents
import measure

PROGRAM, *WORDS = sys.argv[1:]

MOST_SECONDS = 1.0
MOST_BYTES = 50_000_000
MOST_TIMES_SIZE = 3

# The processor may be slowed down meanwhile: so often at most.
ROUNDS = 3

# Runs a command: a process holds at least what the one held that started it, so
# that this one, which makes the documents, can't.
LAUNCHER = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"status": done.returncode, "sentence": done.stderr.decode(errors="replace"),
                  "seconds": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024}))
"""


class Run:
    """One reading of a document: seconds, bytes at most, what came of it."""

    def __init__(self, path):
        done = subprocess.run([sys.executable, "-c", LAUNCHER, PROGRAM, "import", "--dry-run", path],
                              check=True, capture_output=True)
        result = json.loads(done.stdout)
        self.status = result["status"]
        self.sentence = result["sentence"].strip()
        self.seconds = result["seconds"]
        self.peak = result["peak"]

    def is_sound(self):
        """Return whether it was read, or refused with a sentence."""
        return self.status == 0 or (self.status == 1 and self.sentence != "")

    def outcome(self):
        """Return what came of it, in a word or two."""
        if not self.is_sound():
            return f"exit status {self.status}"
        return "read" if self.status == 0 else "refused"


def best_run(path):
    """Return the quickest of some readings, the first one that is in time."""
    runs = []
    while len(runs) < ROUNDS and not (runs and runs[-1].seconds <= MOST_SECONDS):
        runs.append(Run(path))
    return min(runs, key=lambda run: run.seconds)


def main():
    """Measure, print, say whether the bounds hold."""
    report = measure.Report()
    with tempfile.TemporaryDirectory(prefix="ik-bench-") as folder:
        for name, ending, make in hostile_documents.DOCUMENTS:
            if WORDS and not any(word in name for word in WORDS):
                continue
            path = pathlib.Path(folder) / f"document.{ending}"
            content = make()
            path.write_bytes(content.encode(errors="surrogatepass")
                             if isinstance(content, str) else content)
            run = best_run(path)
            size = path.stat().st_size
            most = MOST_BYTES + MOST_TIMES_SIZE * size
            report.figure(f"{name:32} {size / 1e6:6.2f} MB {run.outcome():8}"
                          f" {run.seconds:5.2f} s"
                          f" {run.peak / 1e6:6.1f} MB of {most / 1e6:.1f}",
                          run.is_sound() and run.seconds <= MOST_SECONDS and run.peak <= most)
    sys.exit(report.broken > 0)


if __name__ == "__main__":
    main()
