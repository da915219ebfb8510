#!/usr/bin/python3
"""Getting ready for an interview, as a person does it.

usage: prepare.py PROGRAM SCREENSHOTS    (under with-display)

Opens a planned interview from the page of today, changes its plan and takes
the change back, adds a PDF and a broken one and looks at both, pastes a text,
removes it and takes that back, and starts with the room typed a moment before.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import a11y
import desktop

CANDIDATE = "Noor Adams"
OPENING = "Welcome, and thank you for coming."
PASTED = "Called on Monday: may be five minutes late."


class Prepare:
    def __init__(self, program, screenshots, folder):
        self.folder = folder
        subprocess.run([program, "demo", folder / "demo"], check=True, stdout=subprocess.DEVNULL)
        self.words = [program, "--library", str(folder / "demo" / "library.db")]
        person = self.json("candidate", "add", CANDIDATE, "--role", "Backend engineer")["id"]
        self.interview = self.json("interview", "plan", "--set", self.json("sets")[0]["id"],
                                   "--candidate", person)["id"]
        self.program = desktop.Program(self.words, screenshots)
        self.root = self.program.frame
        self.page = None

    def json(self, *words):
        return json.loads(subprocess.run([*self.words, "--json", *words], check=True,
                                         stdout=subprocess.PIPE).stdout)

    def stored(self, name):
        return self.json("interview", "show", self.interview)[name]

    def wait_for_stored(self, name, value):
        a11y.wait_for(lambda: self.stored(name) == value, f"{name} to be {value!r}")

    def open(self):
        self.root.find(f"Prepare, {CANDIDATE}", "push button").press()
        self.page = self.root.find("IkPreparationPage", "filler")
        self.page.find("11 questions", "label")
        unnamed = self.program.unnamed(self.page)
        assert not unnamed, unnamed

    def change_plan(self):
        self.page.find("Round", "text").set_text("Second round")
        self.wait_for_stored("round", "Second round")
        self.page.find("Extra time", "spin button").set_value(25)
        self.wait_for_stored("extra_time_percent", 25)
        self.page.find("Script to read out", "text").set_text(OPENING)
        self.wait_for_stored("opening", OPENING)

    def take_back(self):
        # From a place that takes no text, where the key belongs to the window.
        self.program.click(self.page.find("Who and Where", "label"))
        self.program.key("shift+Tab", "ctrl+z")
        self.wait_for_stored("opening", "")
        text = self.page.find("Script to read out", "text")
        a11y.wait_for(lambda: text.text == "", "the script to be gone")
        self.program.key("ctrl+shift+z")
        self.wait_for_stored("opening", OPENING)

    def add_files(self):
        (self.folder / "broken.pdf").write_bytes(b"%PDF-1.7 nonsense")
        for name in ["demo/report.pdf", "broken.pdf"]:
            self.page.find("Add a File", "push button").press()
            self.program.choose_file(self.folder / name)
            shows = self.page.find(f"Show {pathlib.Path(name).name}", "push button")
            assert shows.name.count(pathlib.Path(name).name) == 1, shows.name

    def look_at(self, name, what):
        """Open a file in its window; return the node that says what is wanted."""
        self.page.find(f"Show {name}", "push button").press()
        found = self.program.dialog(name).find(what)
        self.program.screenshot(name)
        self.program.key("Escape")
        self.program.dialog_closed()
        return found

    def look_at_files(self):
        self.look_at("report.pdf", "Page 1 of ")
        self.look_at("broken.pdf", "could not be read")
        assert self.program.process.poll() is None

    def paste_a_text(self):
        self.page.find("Room", "text").set_text(PASTED)
        self.program.click(self.page.find("Room", "text"))
        self.program.key("ctrl+a", "ctrl+x")
        self.page.find("Add from the clipboard", "push button").press()
        self.page.find("Show Pasted text.txt", "push button")
        self.look_at("Pasted text.txt", "Text of the file")

    def remove_and_take_back(self):
        files = self.page.find("CV and other files", "list")
        n_files = len(files.all("Show ", "push button"))
        # The button is inside of what has its name as well.
        files.all("More for broken.pdf", "push button")[-1].press()
        files.find("Remove", "menu item").press()
        a11y.wait_for(lambda: len(files.all("Show ", "push button")) == n_files - 1,
                      "the file to go")
        self.root.find("Undo", "push button").press()
        files.find("Show broken.pdf", "push button")

    def start(self):
        self.page.find("Room", "text").set_text("Room 3")
        self.program.key("ctrl+Return")
        live = self.root.find("IkLivePage", "filler")
        live.find("Read out first: the opening")
        a11y.wait_for(lambda: self.stored("state") == "live", "the interview to start")
        assert self.stored("room") == "Room 3", self.stored("room")
        self.program.screenshot("live")


def main(program, screenshots):
    with tempfile.TemporaryDirectory() as folder:
        return desktop.run_steps(Prepare(program, screenshots, pathlib.Path(folder)),
                                 "open", "change_plan", "take_back", "add_files",
                                 "look_at_files", "paste_a_text", "remove_and_take_back",
                                 "start")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
