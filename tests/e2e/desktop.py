"""Start the program as its users do, drive it by keys, look at it, end it."""
import os
import pathlib
import re
import signal
import subprocess

import a11y

# A name that is the name of a class is none: GTK falls back to it.
NO_NAME = re.compile(r"^((Gtk|Adw|Gdk|Ik)[A-Z]\w*)?$")


class Program:
    """One run of the program, with a window."""

    def __init__(self, command, screenshots, environment=None):
        self.screenshots = pathlib.Path(screenshots)
        self.screenshots.mkdir(parents=True, exist_ok=True)
        self.errors = self.screenshots / "stderr.txt"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                command, stderr=errors, env=os.environ | (environment or {}))
        self.root = a11y.application(pathlib.Path(command[0]).name)
        self.window = a11y.wait_for(self._window_id, "a window on the screen")

    def _window_id(self):
        found = self._xdotool("search", "--onlyvisible", "--pid", str(self.process.pid),
                              "--name", ".")
        return found.split()[0] if found else None

    @staticmethod
    def _xdotool(*words):
        return subprocess.run(["xdotool", *words], text=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL).stdout

    def key(self, *chords):
        """Press chords such as "alt+4", one after the other."""
        self._xdotool("key", "--clearmodifiers", "--delay", "20", *chords)

    def type(self, text):
        self._xdotool("type", "--delay", "5", text)

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
        for _ in range(8):  # a clock on the page never rests
            this = self.picture()
            if this == last:
                break
            last = this
        (self.screenshots / f"{name}.png").write_bytes(last)

    def unnamed(self):
        """Return what can be focused and says nothing to a screen reader."""
        return [str(node) for node in self.root.walk()
                if "focusable" in node.states and min(node.size) > 0
                and NO_NAME.match(node.name)]

    def outline(self):
        return "\n".join(self.root.outline())

    def quit(self):
        """Ask for the end as the session does; return the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=a11y.WAIT_S)

    def warnings(self):
        return self.errors.read_text(encoding="utf-8", errors="replace")
