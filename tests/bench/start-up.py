#!/usr/bin/python3
"""First frame with 1,000 questions in the library, beside two other programs.

usage: start-up.py PROGRAM EMPTY_WINDOW FIRST_FRAME    (under with-display --bare)
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import measure

ROUNDS = 9
MOST_OF_FLOOR = 1.5


def first_frame(tool):
    def run(command):
        return float(subprocess.run([tool, *command], check=True, text=True,
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
    return run


def main(program, empty_window, tool):
    report = measure.Report()
    with tempfile.TemporaryDirectory() as folder:
        library, document = pathlib.Path(folder, "library.db"), pathlib.Path(folder, "b.ikpack")
        document.write_text(measure.pack(1000), encoding="utf-8")
        subprocess.run([program, "--library", library, "import", document], check=True,
                       stdout=subprocess.DEVNULL)
        contenders = {"an empty libadwaita window": [empty_window],
                      "interview-kit": [program, "--library", library]}
        editor = shutil.which("gnome-text-editor")
        if editor:
            contenders["gnome-text-editor"] = [editor, "--standalone"]
        else:
            print("gnome-text-editor is not installed, so it is not compared")
        times = measure.medians(contenders, ROUNDS, first_frame(tool))

    floor, own = times["an empty libadwaita window"], times["interview-kit"]
    for name, time in times.items():
        report.figure(f"{name}: {time:.0f} ms, {time / floor:.2f} times the empty window")
    report.figure(f"bound: at most {MOST_OF_FLOOR} times the empty window",
                  own <= MOST_OF_FLOOR * floor)
    if editor:
        report.figure("bound: below gnome-text-editor", own < times["gnome-text-editor"])
    return 1 if report.broken else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
