"""The program as a screen reader sees it: find nodes, press, type, read.

Every wait is bounded and polls; nothing here sleeps for longer than a poll.
"""
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

POLL_S = 0.05
WAIT_S = 90.0  # far longer than anything takes

PRESSES = ("click", "toggle", "activate", "press")


def wait_for(condition, what, seconds=WAIT_S):
    """Return the first true value of condition(); TimeoutError after a while."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except GLib.Error:  # a node went away while it was looked at
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds:g} s for {what}")
        time.sleep(POLL_S)


class Node:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def actions(self):
        interface = self.accessible.get_action_iface()
        count = interface.get_n_actions() if interface else 0
        return [interface.get_action_name(i) for i in range(count)]

    @property
    def extents(self):
        """Left, top, width and height in the window."""
        component = self.accessible.get_component_iface()
        if not component:
            return 0, 0, 0, 0
        found = component.get_extents(Atspi.CoordType.WINDOW)
        return found.x, found.y, found.width, found.height

    @property
    def is_placed(self):
        """Whether it ever got a place on a page; GTK 4.8 tells no more."""
        return min(self.extents[2:]) > 0

    @property
    def text(self):
        length = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, length)

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child:
                yield Node(child)

    def walk(self):
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children():
            yield from child.walk()

    def walk_back(self):
        """Yield this node and all below it, what lies on top first.

        A toast is found so before it goes, however much lies below it.
        """
        for index in reversed(range(self.accessible.get_child_count())):
            child = self.accessible.get_child_at_index(index)
            if child:
                yield from Node(child).walk_back()
        yield self

    def matches(self, name=None, role=None):
        return ((role is None or self.role == role) and
                (name is None or name in self.name))

    def all(self, name=None, role=None):
        return [node for node in self.walk() if node.matches(name, role)]

    def find(self, name=None, role=None, seconds=WAIT_S):
        """Wait for a node below this one whose name contains `name`."""
        return wait_for(lambda: next((n for n in self.walk() if n.matches(name, role)), None),
                        f"{role or 'something'} named {name!r}", seconds)

    def has(self, name=None, role=None):
        return bool(self.all(name, role))

    def press(self):
        """Press it as soon as it can be pressed: a hidden one takes it and does nothing."""
        wait_for(lambda: self.is_placed and "sensitive" in self.states, f"{self} to be sensitive")
        actions = self.actions
        for action in PRESSES:
            if action in actions:
                self.accessible.get_action_iface().do_action(actions.index(action))
                return
        raise AssertionError(f"{self} has no action to press; it has {actions}")

    def set_text(self, text):
        """Replace the text of an entry or a text view."""
        wait_for(lambda: self.is_placed, f"{self} to have a place")
        if not self.accessible.get_editable_text_iface().set_text_contents(text):
            raise AssertionError(f"{self} takes no text")

    def set_value(self, value):
        self.accessible.get_value_iface().set_current_value(value)

    def __str__(self):
        return f"{self.role} {self.name!r}"

    def outline(self, depth=0):
        """The tree as text, for a person looking at a failure."""
        yield "  " * depth + str(self)
        for child in self.children():
            yield from child.outline(depth + 1)


def application(name, seconds=WAIT_S):
    """Wait until a program is in the tree and has a window."""
    def look():
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_name() == name and child.get_child_count():
                # Without it, answers are as old as the last event that was
                # dispatched, and no main loop runs here.
                child.set_cache_mask(Atspi.Cache.NONE)
                return Node(child)
        return None

    Atspi.init()
    return wait_for(look, f"the program {name!r} in the accessibility tree", seconds)
