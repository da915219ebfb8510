#!/usr/bin/python3
"""Dragging, as a person does it, and the key that stops an import.

usage: drag.py PROGRAM SCREENSHOTS FOLDER_OF_PACKS    (under with-display)

Drops two files over a text that is being edited, takes both packs back by
the toast, drags a question of a set to another place and one of the bank into the
set, and stops the import of a large document with Escape.
"""
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time

import a11y
import desktop

SOURCE = """
import sys, gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, Gio, GObject, Gtk
files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
def tell(drag, _):
    print(int(drag.get_selected_action()), flush=True)
def activate(application):
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect("prepare", lambda *_: Gdk.ContentProvider.new_for_value(
        GObject.Value(Gdk.FileList, files)))
    source.connect("drag-begin", lambda _, drag: drag.connect("notify::selected-action", tell))
    label = Gtk.Label(label="Files", hexpand=True, vexpand=True)
    label.add_controller(source)
    Gtk.ApplicationWindow(application=application, title="drag source", child=label,
                          default_width=120, default_height=80).present()
application = Gtk.Application(application_id="com.example.InterviewKit.DragSource")
application.connect("activate", activate)
application.run()
"""


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def place(window):
    geometry = dict(line.split("=") for line in xdotool(
        "getwindowgeometry", "--shell", window).split())
    return [int(geometry[key]) for key in ("X", "Y")]


def drag(start, end, is_taken):
    """Drag from one point of the screen to another, as slowly as a hand does.

    Where it ends the hand trembles until the drop is taken: a program that is
    asked about one point only answers when it gets to it.
    """
    xdotool("mousemove", *start, "mousedown", 1)
    for step in range(1, 13):
        xdotool("mousemove", *(a + (b - a) * step // 12 for a, b in zip(start, end)))
        time.sleep(0.02)
    tremble = itertools.cycle((1, 0))

    def takes():
        xdotool("mousemove", end[0] + next(tremble), end[1])
        return is_taken()

    a11y.wait_for(takes, "the drop to be taken")
    xdotool("mouseup", 1)


class Drag:
    def __init__(self, program, screenshots, packs, folder):
        self.call_words = [program, "--library", str(folder / "library.db")]
        self.call("import", packs / "behavioural.ikpack")
        self.call("set", "new", "Talk", "--from", self.json("packs")[0]["id"])
        self.packs = [packs / "backend-engineering.ikpack", packs / "customer-support.ikpack"]
        self.large = folder / "large.md"
        self.large.write_text("# Large\n\n" + "".join(
            f"## {n}. How would you explain topic {n}?\n\nBegins with what is known.\n\n"
            for n in range(20000)), encoding="utf-8")
        self.program = desktop.Program(self.call_words, screenshots)
        self.root = self.program.frame
        xdotool("windowmove", self.program.window, 180, 120)

    def call(self, *words):
        return subprocess.run(self.call_words + [str(word) for word in words], text=True,
                              check=True, stdout=subprocess.PIPE).stdout

    def json(self, *words):
        return json.loads(self.call(*words, "--json"))

    def titles(self):
        return sorted(pack["title"] for pack in self.json("packs"))

    def middle(self, node):
        left, top, width, height = node.extents
        x, y = place(self.program.window)
        return x + left + width // 2, y + top + height // 2

    def has_turned(self, turns=10):
        """Return what is true once the program got round so many times."""
        count = itertools.count(1)
        return lambda: self.root.states and next(count) > turns

    def drop(self, files, target):
        """Drop files on a node; return the button that adds what is in the first."""
        actions = []
        with subprocess.Popen([sys.executable, "-c", SOURCE, *map(str, files)], text=True,
                              stdout=subprocess.PIPE) as source:
            threading.Thread(target=lambda: actions.extend(map(int, source.stdout)),
                             daemon=True).start()
            window = a11y.wait_for(
                lambda: xdotool("search", "--onlyvisible", "--name", "drag source").split(),
                "the source of the files")[0]
            xdotool("windowmove", "--sync", window, 10, 10)
            x, y = place(window)
            has_turned = self.has_turned()
            drag((x + 60, y + 40), self.middle(target),
                 lambda: has_turned() and any(actions[-1:]))
            add = a11y.wait_for(
                lambda: next((node for node in self.root.all("Add ", "push button")
                              if re.search(r"\d Questions$", node.name)), None),
                "the button that adds them")
            source.terminate()
        # Who had the keys is gone; whether the window manager has said yet who
        # gets them is not known.
        xdotool("windowfocus", "--sync", self.program.window)
        a11y.wait_for(lambda: "sensitive" in add.states, "the document to be read")
        return add

    def files_onto_a_text(self):
        self.program.key("ctrl+2")
        self.root.find("Open Behavioural").press()
        text = self.root.find("Reference answer", "text")
        a11y.wait_for(lambda: text.is_placed, "the answer to be shown")
        add = self.drop(self.packs, text)
        for _ in self.packs:
            a11y.wait_for(lambda: "sensitive" in add.states, "the document to be read")
            n_packs = len(self.titles())
            add.press()
            a11y.wait_for(lambda n=n_packs: len(self.titles()) > n, "the pack to be added")

    def take_both_back(self):
        a11y.wait_for(
            lambda: next((node for node in self.root.walk_back()
                          if node.matches("Undo", "push button")), None),
            "the button of the toast").press()
        a11y.wait_for(lambda: self.titles() == ["Behavioural interview"], "both packs to go")

    def reorder(self):
        self.program.key("ctrl+3")
        self.root.find("Open Talk").press()
        first, second = (self.root.find(f"{number}. ", "list item") for number in (1, 2))
        a11y.wait_for(lambda: second.is_placed, "the set to be shown")
        before = self.prompts()
        left, top, _, height = second.extents
        x, y = place(self.program.window)
        drag((x + left + 12, y + top + height // 2), self.middle(first), self.has_turned())
        a11y.wait_for(lambda: self.prompts() == [before[1], before[0], *before[2:]],
                      "the second question to be the first")

    def add_from_the_bank(self):
        """Drag the one question that the set lacks between two that it has."""
        before = self.prompts()
        second = self.root.find("2. ", "list item")
        left, top, _, _ = second.extents
        x, y = place(self.program.window)
        xdotool("mousemove", x + left + 60, y + top + 8, "click", 1)
        self.program.key("Delete")
        a11y.wait_for(lambda: len(self.prompts()) < len(before), "a question to leave the set")
        rest = self.prompts()
        missing = next(prompt for prompt in before if prompt not in rest)
        add = self.root.find("Add: ", "push button")
        a11y.wait_for(lambda: add.is_placed, "the question in the bank")
        button_x, button_y = self.middle(add)
        drag((button_x - 80, button_y), (x + left + 60, y + top + 8), self.has_turned())
        a11y.wait_for(lambda: self.prompts() == [rest[0], missing, *rest[1:]],
                      "the question to be the second")

    def prompts(self):
        identifier = self.json("sets")[0]["id"]
        return [item["prompt"] for item in self.json("set", "show", identifier)["items"]]

    def stop_an_import(self):
        add = self.drop([self.large], self.root.find("Pages", "list"))
        add.press()
        a11y.wait_for(lambda: "sensitive" not in add.states, "the questions to be added")
        self.program.key("Escape")
        # The page leaves the window and takes its button with it.
        a11y.wait_for(lambda: not self.root.has("Discard"), "the import to be left")
        assert self.titles() == ["Behavioural interview"], self.titles()


def main(program, screenshots, packs):
    steps = ["files_onto_a_text", "take_both_back", "reorder", "add_from_the_bank", "stop_an_import"]
    print(f"1..{len(steps)}")
    with tempfile.TemporaryDirectory() as folder:
        test = Drag(program, screenshots, pathlib.Path(packs), pathlib.Path(folder))
        try:
            for number, step in enumerate(steps, 1):
                getattr(test, step)()
                print(f"ok {number} {step.replace('_', ' ')}", flush=True)
        except BaseException:
            test.program.save_state("failed")
            raise
        finally:
            test.program.kill()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
