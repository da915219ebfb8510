#!/usr/bin/python3
"""Question sets from the command line: looking one over, and on paper."""
import json

import harness


class Check(harness.CliTestCase):
    """What a set measures, and what is worth a look."""

    def hints(self, *words):
        """Return the kinds of the hints."""
        return [hint["kind"] for hint in self.json("set", "check", *words)["hints"]]

    def test_set_and_candidate(self):
        interview = self.plan()
        checked = self.json("set", "check", interview["set"])
        self.assertEqual(checked["set_title"], "Gardener")
        self.assertEqual(sum(row["questions"] for row in checked["coverage"]),
                         sum(item["scored"] for item in interview["items"]))
        self.assertIn("no-opening", self.hints(interview["set"]))
        self.assertNotIn("asked-before", self.hints(interview["set"]))

        path = self.write("record.json", json.dumps({
            "started_at": "2026-03-03T09:00:00Z",
            "items": [{"id": interview["items"][0]["id"], "outcome": "answered", "seconds": 60}]}))
        self.call("interview", "record", interview["id"], path, "--draft")
        asked = self.json("set", "check", interview["set"], "--candidate",
                          interview["candidate"])["hints"]
        shown = self.json("set", "show", interview["set"])
        self.assertEqual([hint["line"] for hint in asked if hint["kind"] == "asked-before"],
                         [shown["items"][0]["id"]])
        other = self.made_id("candidate", "add", "Bo Lind")
        self.assertNotIn("asked-before", self.hints(interview["set"], "--candidate", other))

    def test_words(self):
        interview = self.plan()
        text = self.call("set", "check", interview["set"]).stdout
        self.assertIn("Gardener", text)
        self.assertIn("No opening", text)
        self.refuse("set", "check", harness.NOBODY, status=1)
        self.refuse("set", "check", interview["set"], "--candidate", harness.NOBODY, status=1)
        self.refuse("set", "check", status=2)


class History(harness.CliTestCase):
    """What a set was before, and that it can be that again."""

    def test_restore(self):
        pack = self.import_document()["id"]
        made = self.json("set", "new", "Talk", "--from", pack)
        self.assertEqual(self.json("set", "history", made["id"]), [])
        self.assertIn("never anything else", self.call("set", "history", made["id"]).stdout)
        question = made["items"][1]["question"]
        self.call("set", "score", made["id"], question, "--weight", "3", "--reason", "Matters")
        version, = self.json("set", "history", made["id"])
        self.assertEqual((version["set"], version["title"], version["gone"]),
                         (made["id"], "Talk", []))
        self.assertEqual([item["weight"] for item in version["items"]],
                         [item["weight"] for item in made["items"]])
        self.assertIn(version["id"][:8], self.call("set", "history", made["id"]).stdout)

        restored = self.json("set", "restore", made["id"], version["id"][:8])
        self.assertEqual([item["weight"] for item in restored["items"]],
                         [item["weight"] for item in made["items"]])
        # And what it was until then can be had again.
        again, = (each for each in self.json("set", "history", made["id"])
                  if each["id"] != version["id"])
        self.assertIn(3, [item["weight"] for item in again["items"]])

    def test_refused(self):
        made = self.json("set", "new", "Talk", "--from", self.import_document()["id"])
        self.refuse("set", "restore", made["id"], "abcdef", status=1, naming="abcdef")
        self.refuse("set", "restore", harness.NOBODY, "abcdef", status=1)
        self.refuse("set", "restore", made["id"], status=2)
        self.refuse("set", "history", status=2)


class Export(harness.CliTestCase):
    """The kit and the hand-out as files."""

    def export(self, set_id, name, *words):
        """Export a set; return the file's bytes."""
        path = self.folder / name
        self.call("set", "export", set_id, path, *words)
        return path.read_bytes()

    def test_formats(self):
        interview = self.plan()
        prompt = interview["items"][0]["prompt"]
        for words in ([], ["--audience", "interviewer"], ["--audience", "candidate"]):
            with self.subTest(words=words):
                self.assertTrue(self.export(interview["set"], "x.pdf", *words).startswith(b"%PDF-"))
                for name in ("x.md", "x.csv"):
                    self.assertIn(prompt, self.export(interview["set"], name, *words).decode())

    def test_nothing_of_the_interviewer_for_the_candidate(self):
        pack = {"format": "interview-kit-pack", "version": 1, "title": "HIDDEN pack",
                "sections": [{"title": "HIDDEN section", "introduction": "HIDDEN introduction",
                              "questions": [{
                                  "prompt": "Shown prompt?", "details": "Shown details",
                                  "follow_ups": ["HIDDEN"], "answer": "HIDDEN",
                                  "positive_indicators": ["HIDDEN"], "red_flags": ["HIDDEN"],
                                  "clarifying_questions": ["HIDDEN"], "tags": ["HIDDEN"],
                                  "solution_steps": ["HIDDEN"], "why_it_matters": "HIDDEN"}]}]}
        path = self.write("pack.ikpack", json.dumps(pack))
        pack_id = self.json("import", path)[0]["id"]
        set_id = self.made_id("set", "new", "HIDDEN title", "--from", pack_id)
        for name in ("x.md", "x.csv"):
            text = self.export(set_id, name, "--audience", "candidate").decode()
            self.assertIn("Shown prompt?", text)
            self.assertIn("Shown details", text)
            self.assertNotIn("HIDDEN", text)
            self.assertIn("HIDDEN", self.export(set_id, name).decode())

    def test_refused(self):
        empty = self.made_id("set", "new", "Empty")
        self.refuse("set", "export", empty, self.folder / "x.pdf", status=1, naming="Empty")
        self.refuse("set", "export", harness.NOBODY, self.folder / "x.pdf", status=1)
        self.assertFalse((self.folder / "x.pdf").exists())


class Fill(harness.CliTestCase):
    """What is left of the slot."""

    def setUp(self):
        """Make a pack of twelve questions of five minutes, half of them senior."""
        super().setUp()
        questions = [{"prompt": f"Question {i}?", "minutes": 5, "tags": [f"tag{i % 3}"],
                      "level": "senior" if i % 2 else "junior"} for i in range(12)]
        questions.append({"prompt": "Welcome?", "kind": "opening", "minutes": 1})
        path = self.write("pack.ikpack", json.dumps({
            "format": "interview-kit-pack", "version": 1, "title": "Many",
            "sections": [{"title": "All", "questions": questions}]}))
        self.pack = self.json("import", path)[0]["id"]
        self.set = self.made_id("set", "new", "Set", "--minutes", "32")

    def prompts(self, *words):
        """Return what the set holds after a call, or would."""
        return [item["prompt"] for item in self.json("set", "fill", self.set, *words)["items"]]

    def test_fills_the_slot(self):
        first = self.prompts("--dry-run", "--seed", "7")
        self.assertEqual(len(first), 6)
        self.assertNotIn("Welcome?", first)
        self.assertEqual(self.prompts("--dry-run", "--seed", "7"), first)
        self.assertNotEqual(self.prompts("--dry-run", "--seed", "8"), first)
        self.assertEqual(self.json("set", "show", self.set)["items"], [])
        self.assertEqual(self.prompts("--seed", "7"), first)
        self.assertEqual(self.prompts(), first)
        self.assertLessEqual(self.json("set", "show", self.set)["planned_minutes"], 32)

    def test_choices(self):
        self.assertEqual(len(self.prompts("--dry-run", "--most", "2")), 2)
        self.assertEqual(len(self.prompts("--dry-run", "--minutes", "11")), 2)
        chosen = self.json("set", "fill", self.set, "--level", "senior", "--tag", "tag1")["items"]
        self.assertEqual({item["prompt"] for item in chosen}, {"Question 1?", "Question 7?"})

    def test_unseen_first(self):
        asked = self.made_id("set", "new", "Asked", "--from", self.pack, "--level", "junior")
        candidate = self.made_id("candidate", "add", "Ada Moss")
        interview = self.json("interview", "plan", "--set", asked, "--candidate", candidate)
        path = self.write("record.json", json.dumps({
            "started_at": "2026-03-03T09:00:00Z",
            "items": [{"id": item["id"], "outcome": "answered", "seconds": 60}
                      for item in interview["items"]]}))
        self.call("interview", "record", interview["id"], path, "--draft")
        chosen = self.json("set", "fill", self.set)["items"]
        self.assertEqual({item["level"] for item in chosen}, {"senior"})

    def test_packs(self):
        """What is added comes from the packs of the set, where it has some."""
        path = self.write("other.ikpack", json.dumps({
            "format": "interview-kit-pack", "version": 1, "title": "Other",
            "sections": [{"title": "All", "questions": [{"prompt": "Other?", "minutes": 4,
                                                         "level": "staff"}]}]}))
        other = self.json("import", path)[0]["id"]
        self.json("set", "fill", self.set, "--most", "1", "--level", "junior")
        self.assertEqual(len(self.prompts("--level", "staff")), 1)
        self.assertIn("Other?", self.prompts("--dry-run", "--level", "staff", "--all-packs"))
        self.assertIn("Other?", self.prompts("--level", "staff", "--from", other))

    def test_refused(self):
        without = self.made_id("set", "new", "No slot")
        self.refuse("set", "fill", without, status=1, naming="No slot")
        self.refuse("set", "fill", self.set, "--from", harness.NOBODY, status=1)


if __name__ == "__main__":
    harness.main()
