"""Start the program as its users do, drive it by keys, look at it, end it."""
import os
import pathlib
import re
import subprocess
import sys
import traceback

import a11y

# A name that is the name of a class is none: GTK falls back to it.
NO_NAME = re.compile(r"^((Gtk|Adw|Gdk|Ik)[A-Z]\w*)?$")

# What a scrolled window and the list of a group without a title would say is
# said by what they hold.
UNNAMED_ROLES = {"scroll pane", "list"}
# What a drop-down is made of is named by the drop-down.
OPAQUE_ROLES = {"combo box"}


class Program:
    """One run of the program, with a window."""

    def __init__(self, command, screenshots, environment=None):
        self.screenshots = pathlib.Path(screenshots)
        self.screenshots.mkdir(parents=True, exist_ok=True)
        self.errors = self.screenshots / "stderr.txt"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                command, stderr=errors, env=os.environ | (environment or {}))
        self.window = a11y.wait_for(self._windows, "a window on the screen")[0]
        self.application = a11y.application(pathlib.Path(command[0]).name)
        self.frame = next(self.application.children())

    def _windows(self):
        return self._xdotool("search", "--onlyvisible", "--pid", str(self.process.pid),
                             "--name", ".").split()

    @staticmethod
    def _xdotool(*words):
        return subprocess.run(["xdotool", *words], text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL).stdout

    def key(self, *chords):
        """Press chords such as "alt+4", one after the other."""
        self._xdotool("key", "--clearmodifiers", "--delay", "20", *chords)

    def type(self, text):
        self._xdotool("type", "--delay", "5", text)

    def click(self, node):
        """Click with the mouse on the middle of a node of the main window."""
        left, top, width, height = self._resting_place(node)
        self._xdotool("mousemove", "--window", self.window,
                      str(left + width // 2), str(top + height // 2), "click", "1")

    @staticmethod
    def _resting_place(node):
        """Wait until a node is placed and stays there; return its extents."""
        seen = []

        def rests():
            seen.append(node.extents)
            return node.is_placed and seen[-2:-1] == seen[-1:]

        a11y.wait_for(rests, f"{node} to have a place")
        return seen[-1]

    def dialogs(self):
        """Return the windows over the main one."""
        return [window for window in self._windows() if window != self.window]

    def dialog(self, title):
        """Wait for a window over the main one; return its node.

        The tree is asked for it only once the X server shows it: GTK 4.8 dies
        of the question for the children of the application while one of them
        is not realized.
        """
        a11y.wait_for(self.dialogs, f"the dialog {title!r}")
        return a11y.wait_for(
            lambda: next((node for node in self.application.children() if title in node.name), None),
            f"the window {title!r}")

    def dialog_closed(self, over=()):
        a11y.wait_for(lambda: not set(self.dialogs()) - set(over), "the dialog to close")

    def choose_file(self, path, saving=False, over=()):
        """Type a path into the file chooser that is about to open, over other dialogs."""
        dialog = a11y.wait_for(lambda: [window for window in self.dialogs() if window not in over],
                               "the file chooser")[0]
        self._xdotool("windowfocus", "--sync", dialog)
        if saving:
            self.key("ctrl+a")  # it proposes a name, of which the ending is not selected
        self.type(str(path))
        self.key("Return")
        self.dialog_closed(over)

    def resize(self, width, height):
        self._xdotool("windowsize", "--sync", self.window, str(width), str(height))

    def picture(self):
        """The bytes of a PNG of the window and what stands over it."""
        geometry = dict(line.split("=") for line in self._xdotool(
            "getwindowgeometry", "--shell", self.window).split())
        crop = "{WIDTH}x{HEIGHT}+{X}+{Y}".format(**geometry)
        return subprocess.run(
            ["import", "-silent", "-window", "root", "-crop", crop, "+repage",
             "-define", "png:exclude-chunks=date,time", "png:-"],
            check=True, stdout=subprocess.PIPE).stdout

    def screenshot(self, name):
        """Save what is on the screen once it has come to rest."""
        last = self.picture()
        for _ in range(4):  # a clock on the page never rests
            this = self.picture()
            if this == last:
                break
            last = this
        (self.screenshots / f"{name}.png").write_bytes(last)

    def unnamed(self, window=None):
        """Return what can be focused and says nothing to a screen reader."""
        return [str(node) for node in self._named_by_us(window or self.frame)
                if "focusable" in node.states and node.is_placed and NO_NAME.match(node.name)]

    def _named_by_us(self, node):
        """Yield a node and those below it but for what toolkit widgets are made of."""
        if node.role not in UNNAMED_ROLES:
            yield node
        if node.role not in OPAQUE_ROLES:
            for child in node.children():
                yield from self._named_by_us(child)

    def save_state(self, name):
        """Keep what is on the screen and in the tree, for a person to look at."""
        if self.process.poll() is None:
            (self.screenshots / f"{name}.png").write_bytes(self.picture())
            (self.screenshots / f"{name}.txt").write_text("\n".join(self.frame.outline()))

    def quit(self):
        """End the program by its key; return the exit status."""
        self.key("ctrl+q")
        return self.process.wait(timeout=a11y.WAIT_S)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def warnings(self):
        return self.errors.read_text(encoding="utf-8", errors="replace")


def run_steps(test, *steps):
    """Call methods of a test that has a "program", report each; return the exit status."""
    print(f"1..{len(steps) + 1}")
    try:
        for number, step in enumerate(steps, 1):
            getattr(test, step)()
            print(f"ok {number} {step.replace('_', ' ')}", flush=True)
    except Exception:
        test.program.save_state("failed")
        traceback.print_exc()
        return 1
    finally:
        test.program.kill()
    warnings = test.program.warnings()
    print(f"{'not ' if warnings else ''}ok {len(steps) + 1} no warnings")
    print(warnings, file=sys.stderr)
    return 0
