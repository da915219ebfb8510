#!/usr/bin/python3
"""The main job, as a person does it: from a document to the report as PDF.

usage: main-job.py PROGRAM SCREENSHOTS SHARED LOOK_ALIKE    (under with-display)

Imports the shortest of the shared documents (the look-alike where there are
none), builds a set, plans, holds an interview by keys, reviews, hands in and
exports; then reads the PDF. Each step is a case; a step that fails ends the
test, for the others stand on it.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback

import a11y
import desktop

CANDIDATE = "Ada Moss"
INTERVIEWER = "Ira Fern"
ROUND = "First round"
SET_TITLE = "A first talk"
SUMMARY = "Sound on the basics and honest about the rest."
# What is typed and rated for the first four of six questions; the fifth is
# skipped, the sixth has no evidence.
ANSWERS = [
    ("Names what it costs before what it brings.", 4),
    ("Needed one hint, then went on alone.", 3),
    ("Drew it from memory, with the limits.", 5),
    ("Knew the word but not the reason.", 2),
]
N_QUESTIONS = 6


class MainJob:
    def __init__(self, program, screenshots, document, folder):
        self.document = document
        self.report = folder / "report.pdf"
        self.prompts = []
        self.unnamed = []
        self.program = desktop.Program(
            [program, "--library", str(folder / "library.db")], screenshots)
        self.root = self.program.frame
        self.side = self.root.find("Pages", "list")
        self.page = None

    def turn_to(self, name):
        """Wait for a page and keep it: pages with long lists are slow to walk."""
        self.page = self.root.find(name, "filler")
        return self.page

    def go_to(self, title, name):
        row = self.side.find(title, "list item")
        self.program.click(row)
        # Where the side bar is only about to come back, the click goes nowhere.
        a11y.wait_for(lambda: "selected" in row.states or self.program.click(row),
                      f"{row} to be selected")
        return self.turn_to(name)

    def look(self, name, dialog=None):
        """Keep a picture of the page and what on it has no name."""
        self.program.screenshot(name)
        self.unnamed += [f"{node} on {name}"
                         for node in self.program.unnamed(dialog or self.page)]

    def first_start(self):
        today = self.turn_to("IkTodayPage")
        start = today.find("Get Questions", "push button")
        self.look("01-first-start")
        start.press()
        packs = self.turn_to("IkPacksPage")
        packs.find("Import Documents", "push button")
        self.look("02-packs-empty")

    def import_document(self):
        self.page.find("Import Documents", "push button").press()
        self.program.choose_file(self.document)
        draft = self.turn_to("IkImportPage")
        found = draft.find(" questions", "label").name.split(" in ")[0]
        self.look("03-import")
        draft.find("Add ", "push button").press()
        pack = self.turn_to("IkPackPage")
        pack.find(found, "label")
        self.look("04-pack")

    def name_owner(self):
        owner = self.go_to("Packs", "IkPacksPage").find("IkOwnerRow")
        owner.find("Name", "text").set_text(INTERVIEWER)
        owner.find("Save", "push button").press()

    def build_set(self):
        sets = self.go_to("Question Sets", "IkSetsPage")
        sets.find("New Question Set", "push button")
        self.look("05-sets-empty")
        sets.find("New Question Set", "push button").press()
        page = self.turn_to("IkSetPage")
        page.find("Title", "text").set_text(SET_TITLE)
        bank = page.find("Questions to choose from", "filler")
        bank.find("Add: ", "push button")
        for choice in bank.all("Add: ", "push button")[:N_QUESTIONS]:
            self.prompts.append(choice.name.removeprefix("Add: "))
            choice.press()
            page.find(f"{len(self.prompts)}. {self.prompts[-1]}", "list item")
        self.look("06-bank")
        page.find(f"{N_QUESTIONS}. {self.prompts[-1]}", "list item")
        self.look("07-set")

    def plan(self):
        self.page.find("Plan", "push button").press()
        dialog = self.program.dialog("Plan an Interview")
        dialog.find("Name", "text").set_text(CANDIDATE)
        dialog.find("Round", "text").set_text(ROUND)
        self.look("08-plan", dialog)
        dialog.find("_Plan", "push button").press()
        self.program.dialog_closed()
        self.go_to("Today", "IkTodayPage").find(f"Start, {CANDIDATE}", "push button")
        self.look("09-today")

    def current(self, number, words=""):
        """Wait until a question is the current one and says some words."""
        a11y.wait_for(
            lambda: any("Current" in item.name and words in item.name
                        for item in self.questions.all(f"Question {number}: ", "list item")),
            f"question {number} to be the current one {words}")

    def hold(self):
        self.page.find(f"Start, {CANDIDATE}", "push button").press()
        self.questions = self.turn_to("IkLivePage").find("Questions", "list")
        # All parts stand side by side at the size that the window opens with.
        for part, role in (("Note on this question", "text"), ("Rate 5", "push button")):
            a11y.wait_for(lambda: self.page.find(part, role).is_placed, f"{part} to be in sight")
        for number, (note, rating) in enumerate(ANSWERS, 1):
            self.current(number)
            self.program.type(note)
            self.program.key(f"alt+{rating}", "alt+shift+1")
            self.current(number, f"rated {rating}")
            if number == 1:
                self.look("10-live")
            self.program.key("alt+n")
        self.current(5)
        self.program.key("alt+s")
        self.current(6)
        self.program.key("alt+v")
        self.current(6, "No evidence")
        self.program.key("alt+r")
        self.look("11-live-answer")
        self.program.key("alt+h")
        self.look("12-live-hidden")
        self.program.key("alt+h", "alt+e")
        self.turn_to("IkReviewPage")

    def review(self):
        page = self.page
        page.find("Hand In", "push button")
        self.look("13-review")
        page.find("Competencies and Recommendation", "push button").press()
        recommendation = a11y.wait_for(
            lambda: next((b for b in page.all("Yes", "push button") if b.name == "Yes"), None),
            "the recommendation")
        recommendation.press()
        page.find("Yes, selected", "push button")
        page.find("Summary", "text").set_text(SUMMARY)
        page.find("Complete", "status bar")
        self.look("14-review-end")
        page.find("Hand In", "push button").press()
        page.find("Handed in and locked", "status bar")

    def export(self):
        self.page.find("Export Report", "push button").press()
        window = self.program.dialog("Report")
        a11y.wait_for(lambda: re.search(r" of \d", window.find("Preview, page 1").name),
                      "the number of pages")
        self.look("15-report", window)
        over = self.program.dialogs()
        window.find("Export…", "push button").press()
        self.program.choose_file(self.report, saving=True, over=over)
        a11y.wait_for(self.report.exists, "the report")
        window.find("Exported: report.pdf")
        window.find("Open", "push button")
        window.find("Close", "push button").press()
        self.program.dialog_closed()
        self.look("16-handed-in")

    def read_report(self):
        text = subprocess.run(["pdftotext", "-raw", self.report, "-"], check=True,
                              text=True, stdout=subprocess.PIPE).stdout
        words = flat(text)
        assert "Draft" not in text, "a handed-in report calls itself a draft"
        for expected in [CANDIDATE, INTERVIEWER, ROUND, SUMMARY, *self.prompts,
                         *(note for note, _ in ANSWERS)]:
            assert flat(expected) in words, f"the report does not say {expected!r}"
        mean = sum(rating for _, rating in ANSWERS) / len(ANSWERS)
        assert f"{mean:.1f}" in text, f"the report does not say {mean:.1f}"

    def candidates(self):
        self.page.find("Leave the review", "push button").press()
        people = self.go_to("Candidates", "IkCandidatesPage")
        self.program.click(people.find(f"{CANDIDATE},", "list item"))
        people.find(SET_TITLE)
        self.look("17-candidate")
        self.go_to("Today", "IkTodayPage")
        self.look("18-today-after")

    def names(self):
        assert not self.unnamed, "nothing to say to a screen reader: " + ", ".join(self.unnamed)

    def end(self):
        status = self.program.quit()
        warnings = self.program.warnings()
        assert not warnings, f"on standard error:\n{warnings}"
        assert status == 0, f"ended with status {status}"

    STEPS = [first_start, import_document, name_owner, build_set, plan, hold, review,
             export, read_report, candidates, names, end]


def flat(text):
    """Text without spaces and hyphens: a report breaks lines where it likes."""
    return re.sub(r"[\s-]+", "", text)


def shortest(shared, look_alike):
    """The document to import and why it is this one."""
    seeds = sorted(pathlib.Path(shared, "seeds").glob("*.txt"), key=lambda p: p.stat().st_size)
    return (seeds[0], "a shared document") if seeds else (look_alike, "the look-alike")


def main(program, screenshots, shared, look_alike):
    document, kind = shortest(shared, look_alike)
    print(f"1..{len(MainJob.STEPS)}\n# imports {kind}; screenshots are in {screenshots}")
    with tempfile.TemporaryDirectory() as folder:
        job = MainJob(program, screenshots, document, pathlib.Path(folder))
        for number, step in enumerate(MainJob.STEPS, 1):
            name = step.__name__.replace("_", " ")
            try:
                step(job)
            except Exception:  # whatever it is, it is told, and the program ended
                details = f"{traceback.format_exc()}\n{job.program.warnings()}"
                print(f"not ok {number} {name}", *details.splitlines(), sep="\n# ")
                print("Bail out! the next steps stand on this one")
                job.program.save_state("failure")
                job.program.kill()
                return 1
            print(f"ok {number} {name}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
