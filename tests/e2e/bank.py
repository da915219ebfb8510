#!/usr/bin/python3
"""The bank of questions, as a person goes through it.

usage: bank.py PROGRAM SCREENSHOTS    (under with-display)

Looks for a question, gives it another level and takes that back, copies it,
finds the two that ask the same, merges them and takes that back.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import a11y
import desktop

WORDS = "function runs"
PROMPT = "This function runs on several servers at once"


class Bank:
    def __init__(self, program, screenshots, folder):
        subprocess.run([program, "demo", folder / "demo"], check=True, stdout=subprocess.DEVNULL)
        self.words = [program, "--library", str(folder / "demo" / "library.db")]
        self.program = desktop.Program(self.words, screenshots)
        self.root = self.program.frame
        self.page = None

    def stored(self):
        """The questions that ask what is looked for."""
        found = json.loads(subprocess.run([*self.words, "--json", "questions"], check=True,
                                          stdout=subprocess.PIPE).stdout)
        return [one for one in found if one["prompt"].startswith(PROMPT)]

    def wait_for_levels(self, *levels):
        a11y.wait_for(lambda: [one["level"] for one in self.stored()] == list(levels),
                      f"questions of the levels {levels}")

    def change(self, item):
        """Choose a change of what is selected; return the dialog that it asks by."""
        # The button is inside of what has its name as well.
        self.page.all("Change", "push button")[-1].press()
        self.page.find(item, "menu item").press()
        return self.program.dialog(item.removesuffix("…"))

    def look_for(self):
        self.program.key("ctrl+f")
        self.page = self.root.find("IkBankPage", "filler")
        self.program.type(WORDS)
        row = self.page.find(PROMPT, "list item")
        self.program.click(row)
        self.page.find("1 selected")
        unnamed = self.program.unnamed(self.page)
        assert not unnamed, unnamed

    def set_level(self):
        self.wait_for_levels("mid")
        dialog = self.change("Change Level…")
        dialog.find("Level", "text").set_text("Senior")
        dialog.find("_Change", "push button").press()
        self.program.dialog_closed()
        self.wait_for_levels("senior")
        self.program.screenshot("level")
        self.program.key("ctrl+z")
        self.wait_for_levels("mid")

    def copy(self):
        dialog = self.change("Copy…")
        self.program.screenshot("copy")
        dialog.find("_Copy", "push button").press()
        self.program.dialog_closed()
        self.wait_for_levels("mid", "mid")

    def find_duplicates(self):
        sidebar = self.root.find("IkNavigator", "filler").all(role="list")[-1]
        self.program.click(list(sidebar.children())[1])
        packs = self.root.find("IkPacksPage", "filler")
        self.program.click(packs.find("Duplicates", "list item"))
        self.page = self.root.find("IkDuplicatesPage", "filler")
        self.page.find("Reference answer · ", "label")
        assert len(self.page.all(PROMPT, "label")) == 2, self.page.all(PROMPT)
        unnamed = self.program.unnamed(self.page)
        assert not unnamed, unnamed
        self.program.screenshot("duplicates")

    def merge(self):
        self.page.find("Merge Into First", "push button").press()
        self.wait_for_levels("mid")
        self.program.screenshot("merged")

    def take_back(self):
        self.program.key("ctrl+z")
        self.wait_for_levels("mid", "mid")


def main(program, screenshots):
    with tempfile.TemporaryDirectory() as folder:
        return desktop.run_steps(Bank(program, screenshots, pathlib.Path(folder)),
                                 "look_for", "set_level", "copy", "find_duplicates", "merge",
                                 "take_back")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
