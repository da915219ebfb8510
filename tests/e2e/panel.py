#!/usr/bin/python3
"""A panel from the seal to what it agreed about, by keys.

usage: panel.py PROGRAM SCREENSHOTS    (under with-display)

Before the owner's own interview is handed in the page says who did and no
more; then the matrix shows what each one gave, the meeting agrees on a score
with its reason and on a recommendation, and undo takes the last one back. The command line
tells what is stored.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import a11y
import desktop

CANDIDATE = "Ada Moss"
OWNER = "Olga Brandt"
OTHER = "Grace Hill"
REASON = "Both saw the cost only when asked"


class Panel:
    def __init__(self, program, screenshots, folder):
        self.folder = folder
        self.words = [program, "--library", str(folder / "demo" / "library.db")]
        subprocess.run([program, "demo", folder / "demo"], check=True, stdout=subprocess.DEVNULL)
        self.call("library", "owner", OWNER)
        self.candidate = self.json("candidate", "add", CANDIDATE)["id"]
        self.own = self.plan()
        self.record(self.plan("--interviewer", OTHER), 2, "no")
        self.program = desktop.Program(self.words, screenshots)
        self.root = self.program.frame
        self.page = None

    def call(self, *words):
        return subprocess.run([*self.words, *map(str, words)], check=True,
                              stdout=subprocess.PIPE).stdout

    def json(self, *words):
        return json.loads(self.call(*words, "--json"))

    def plan(self, *options):
        return self.json("interview", "plan", "--set", self.json("sets")[0]["id"], "--candidate",
                         self.candidate, "--round", "Second round", *options)

    def record(self, interview, rating, recommendation):
        """Hand in an interview in which the first competency alone is rated."""
        answers = self.folder / "answers.json"
        answers.write_text(json.dumps({
            "competencies": {interview["competencies"][0]["id"]: rating},
            "recommendation": recommendation}), encoding="utf-8")
        self.call("interview", "record", interview["id"], answers)

    def matrix(self):
        return self.json("panel", "matrix", self.candidate)

    def wait_for_stored(self, look, what):
        a11y.wait_for(lambda: look(self.matrix()), what)

    def open_sealed(self):
        self.program.key("ctrl+4")
        rows = self.root.find("IkCandidatesPage", "filler").find(CANDIDATE, "list item")
        self.program.click(rows)
        self.root.find("Open Second round", "push button").press()
        self.page = self.root.find("IkPanelPage", "filler")
        self.page.find("What the others rated is shown once")
        assert not self.page.all("2 · Weak"), "a rating shows before the own one is in"
        self.program.screenshot("sealed")

    def look_at_matrix(self):
        self.record(self.own, 4, "yes")
        # What another program did is seen when the window is looked at again.
        self.program.key("Escape")
        self.root.find("Open Second round", "push button").press()
        self.page = self.root.find("IkPanelPage", "filler")
        name = self.own["competencies"][0]["name"]
        self.page.find(f"{name}: 2 levels apart, across the middle", "push button").press()
        self.page.find(f"{name}, {OTHER}: 2 · Weak")
        self.page.find("Anchors of ")
        unnamed = self.program.unnamed(self.page)
        assert not unnamed, unnamed
        self.program.screenshot("matrix")

    def agree(self):
        self.program.key("ctrl+Return")
        self.page = self.root.find("IkDebriefPage", "filler")
        self.page.find("1 of ")
        unnamed = self.program.unnamed(self.page)
        assert not unnamed, unnamed
        self.program.key("alt+3")
        self.wait_for_stored(lambda matrix: matrix["competencies"][0]["agreed"], "the score")
        self.program.key("alt+i")
        self.program.type(REASON)
        self.program.key("alt+n")
        self.wait_for_stored(lambda matrix: matrix["competencies"][0]["agreed"]["reason"] == REASON,
                             "the reason")
        agreed = self.matrix()["competencies"][0]
        assert agreed["agreed"]["rating"] == 3, agreed
        assert [cell["rating"] for cell in agreed["cells"]] == [4, 2], agreed
        self.program.screenshot("debrief")

    def conclude(self):
        self.program.key("alt+w")
        self.page.find("What Was Agreed", "label")
        self.program.key("alt+p", "alt+2")
        self.wait_for_stored(lambda matrix: matrix["outcome"]["recommendation"] == "no",
                             "the recommendation")
        self.program.key("alt+n")
        self.page.find("Recommendation: No", "label")
        self.program.screenshot("summary")

    def take_back(self):
        self.program.key("ctrl+z")
        self.wait_for_stored(lambda matrix: matrix["outcome"]["recommendation"] is None,
                             "the recommendation to go")
        changes = [change for change in self.matrix()["changes"]
                   if change["field"] == "recommendation"]
        assert [(change["old"], change["new"]) for change in changes] == [("", "no"), ("no", "")]


def main(program, screenshots):
    with tempfile.TemporaryDirectory() as folder:
        return desktop.run_steps(Panel(program, screenshots, pathlib.Path(folder)),
                                 "open_sealed", "look_at_matrix", "agree", "conclude",
                                 "take_back")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
