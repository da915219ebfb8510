#!/usr/bin/python3
"""Pictures of each page in each dress, for people to look at; nothing is tested.

usage: looks.py PROGRAM SCREENSHOTS [LOOK…]    (under with-display)

Looks: light, dark, contrast, narrow (360 pixels) and large (text half as
large again). The library is that of `interview-kit demo` with one interview
and one panel more, so that the pictures show nothing but texts of the project.
"""
import contextlib
import json
import pathlib
import subprocess
import sys
import tempfile

import a11y
import desktop

NARROW = (360, 720)
WIDE = (1080, 720)
LARGE_DPI = 144 * 1024
CANDIDATE = "Noor Adams"
PANEL_CANDIDATE = "Ada Moss"
ROUND = "Second round"
LOOKS = {
    "light": {},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "narrow": {},
    "large": {},
}
NOTE = ("Started from the numbers: how many writes a second, how stale may a read be. "
        "Named the cost of each index. Needed a hint for the failover.")


def make_library(program, folder):
    """A library with packs, a handed-in interview, one that is planned, and a panel."""
    library = folder / "demo" / "library.db"

    def call(*words):
        return json.loads(subprocess.run(
            [program, "--library", library, "--json", *words],
            check=True, stdout=subprocess.PIPE).stdout)

    def record(rating, recommendation, *options):
        interview = call("interview", "plan", "--set", call("sets")[0]["id"],
                         "--candidate", panel["id"], "--round", ROUND, *options)
        answers = folder / "answers.json"
        answers.write_text(json.dumps({
            "competencies": {one["id"]: rating for one in interview["competencies"]},
            "items": [{"id": item["id"], "outcome": "answered",
                       **({"rating": rating} if item["scored"] else {})}
                      for item in interview["items"]],
            "recommendation": recommendation}), encoding="utf-8")
        call("interview", "record", interview["id"], answers)

    subprocess.run([program, "demo", folder / "demo"], check=True, stdout=subprocess.DEVNULL)
    person = call("candidate", "add", CANDIDATE, "--role", "Backend engineer")
    call("interview", "plan", "--set", call("sets")[0]["id"], "--candidate", person["id"],
         "--round", ROUND)
    call("library", "owner", "Olga Brandt")
    panel = call("candidate", "add", PANEL_CANDIDATE, "--role", "Backend engineer")
    record(4, "yes")
    record(2, "no", "--interviewer", "Grace Hill")
    return library


class Tour:
    """Walks through the pages of one run and keeps a picture of each."""

    def __init__(self, program, narrow):
        self.program = program
        self.narrow = narrow
        self.frame = program.frame
        self.side = self.frame.find("IkNavigator", "filler").all(role="list")[-1]

    def keep(self, name):
        if self.narrow:
            self.program.resize(*NARROW)
        self.program.screenshot(name)
        if self.narrow:
            self.program.resize(*WIDE)

    def turn_to(self, position, page):
        """Choose a page of the side bar by its position."""
        self.program.click(list(self.side.children())[position])
        return self.frame.find(page, "filler")

    def click_row(self, page, position):
        rows = a11y.wait_for(lambda: [node for node in page.all(role="list item")
                                      if node.is_placed], f"the rows of {page}")
        self.program.click(rows[position])

    def open_row(self, page, position, opened):
        self.click_row(page, position)
        return self.frame.find(opened, "filler")

    def look_at_panel(self, people):
        self.program.click(people.find(PANEL_CANDIDATE, "list item"))
        people.find(f"Open {ROUND}", "push button").press()
        panel = self.frame.find("IkPanelPage", "filler")
        panel.find("Grace Hill")
        self.keep("matrix")
        self.program.key("ctrl+Return")
        self.frame.find("IkDebriefPage", "filler").find("1 of ")
        self.program.key("alt+3")
        self.keep("debrief")
        self.program.key("Escape", "Escape", "ctrl+shift+c")
        self.frame.find("IkComparisonPage", "filler")
        self.keep("comparison")
        self.program.key("Escape")

    def walk(self):
        today = self.frame.find("IkTodayPage", "filler")
        today.find(f"Start, {CANDIDATE}", "push button")
        self.keep("today")
        packs = self.turn_to(1, "IkPacksPage")
        packs.find(role="list item")
        self.keep("packs")
        pack = self.open_row(packs, 2, "IkPackPage")
        self.open_row(pack, 1, "IkQuestionForm")
        self.keep("pack")
        self.program.key("ctrl+f", "ctrl+shift+s")
        self.frame.find("Save This Search…", "push button")
        self.keep("searches")
        self.program.key("Escape")
        sets = self.turn_to(2, "IkSetsPage")
        self.open_row(sets, 0, "IkSetPage").find(role="spin button")
        self.keep("set")
        people = self.turn_to(3, "IkCandidatesPage")
        self.click_row(people, -1)
        people.find(role="combo box")
        self.keep("candidate")
        self.look_at_panel(people)
        self.turn_to(4, "IkRubricsPage")
        self.keep("rubrics")
        self.turn_to(5, "IkInsightPage")
        self.keep("insight")
        today = self.turn_to(0, "IkTodayPage")
        today.find(f"Start, {CANDIDATE}", "push button").press()
        live = self.frame.find("IkLivePage", "filler")
        live.find(role="timer")
        self.program.key(*["alt+n"] * 3)
        self.program.type(NOTE)
        self.program.key("alt+4", "alt+shift+1", "alt+shift+2")
        self.keep("live")
        self.program.key("alt+r")
        self.keep("live-answer")
        self.program.key("alt+r", "alt+i")
        self.keep("live-rating")
        self.program.key("alt+e")
        self.frame.find("IkReviewPage", "filler").find(role="status bar")
        self.keep("review")


@contextlib.contextmanager
def large_text(folder):
    settings = folder / "xsettings.conf"
    settings.write_text(f"Xft/DPI {LARGE_DPI}\n")
    daemon = subprocess.Popen(["xsettingsd", "-c", settings], stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        daemon.terminate()
        daemon.wait()


def show(look, program, screenshots):
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = pathlib.Path(name)
        library = make_library(program, folder)
        if look == "large":
            stack.enter_context(large_text(folder))
        run = desktop.Program([program, "--library", library],
                              pathlib.Path(screenshots, look), LOOKS[look])
        stack.callback(run.kill)
        Tour(run, look == "narrow").walk()
        print(f"{look}: {run.screenshots}")


def main(program, screenshots, *looks):
    for look in looks or LOOKS:
        show(look, program, screenshots)


if __name__ == "__main__":
    main(*sys.argv[1:])
