#!/usr/bin/python3
"""Questions that ask the same."""
import json

import harness


def pack_of(title, prompts):
    """Return a pack document of questions of these prompts."""
    return json.dumps({
        "format": "interview-kit-pack", "version": 1, "title": title,
        "sections": [{"title": "", "questions": [
            {"prompt": prompt, "tags": [title], "follow_ups": [f"From {title}"]}
            for prompt in prompts]}]})


class Duplicates(harness.CliTestCase):
    """The commands "duplicates", "duplicate merge" and "duplicate keep"."""

    def setUp(self):
        super().setUp()
        self.call("import", self.write("one.ikpack", pack_of(
            "One", ["What is a cache?", "How does TCP open a connection?"])))
        self.call("import", self.write("two.ikpack", pack_of(
            "Two", ["3. Explain what the cache is.", "How does UDP open a connection?"])))

    def find(self):
        """Return the questions of the only group."""
        groups = self.json("duplicates")
        self.assertEqual(len(groups), 1)
        return groups[0]["questions"]

    def test_find(self):
        one, other = self.find()
        self.assertEqual(one["prompt"], "What is a cache?")
        self.assertEqual(other["pack_title"], "Two")
        self.assertEqual((one["sets"], one["asked"]), (0, 0))
        self.assertIn("Explain what the cache is", self.call("duplicates").stdout)

    def test_merge(self):
        one, other = self.find()
        made = self.made_id("set", "new", "Set", "--question", other["id"])
        self.call("duplicate", "merge", one["id"][:8], other["id"])
        self.assertEqual(self.json("duplicates"), [])
        self.assertEqual(self.json("set", "show", made)["items"][0]["question"], one["id"])
        pack = self.json("pack", "show", one["pack"])
        question = pack["sections"][0]["questions"][0]
        self.assertEqual(question["tags"], ["One", "Two"])
        self.assertEqual(question["follow_ups"], ["From One", "From Two"])

    def test_leave_guidance(self):
        one, other = self.find()
        self.call("duplicate", "merge", one["id"], other["id"], "--leave-guidance")
        pack = self.json("pack", "show", one["pack"])
        self.assertEqual(pack["sections"][0]["questions"][0]["follow_ups"], ["From One"])

    def test_keep(self):
        one, other = self.find()
        self.call("duplicate", "keep", other["id"], one["id"])
        self.assertEqual(self.json("duplicates"), [])
        self.assertEqual(self.call("duplicates").stdout, "No two questions ask the same.\n")

    def test_one_question(self):
        one, _ = self.find()
        self.call("duplicate", "merge", one["id"], one["id"], status=2)


if __name__ == "__main__":
    harness.main()
