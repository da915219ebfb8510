#!/usr/bin/python3
"""Listing questions by what they are, and saved searches."""

import json

import harness

PACK = {
    "format": "interview-kit-pack", "version": 1,
    "id": "5d0a7f10-0000-4000-8000-000000000001", "title": "Gardening", "language": "en",
    "competencies": [{"id": "5d0a7f10-0000-4000-8000-000000000002", "name": "Patience"}],
    "sections": [{"title": "Water", "questions": [
        {"id": "5d0a7f10-0000-4000-8000-000000000011", "prompt": "How often does a fern drink?",
         "kind": "open", "level": "junior", "minutes": 3, "tags": ["fern"],
         "answer": "Weekly", "competency": "5d0a7f10-0000-4000-8000-000000000002"},
        {"id": "5d0a7f10-0000-4000-8000-000000000012", "prompt": "When did a plant of yours die?",
         "kind": "behavioural", "level": "senior", "minutes": 8, "tags": ["loss"]},
        {"id": "5d0a7f10-0000-4000-8000-000000000013", "prompt": "Draw a greenhouse",
         "kind": "design", "level": "mid", "minutes": 20, "state": "archived"},
    ]}],
}


class Questions(harness.CliTestCase):
    """What the filters leave, in which order, and what is kept of them."""

    def setUp(self):
        """Import the pack."""
        super().setUp()
        self.call("import", self.write("garden.ikpack", json.dumps(PACK)))

    def prompts(self, *words):
        """List questions; return the last word of each."""
        return [question["prompt"].split()[-1] for question in self.json("questions", *words)]

    def test_filters(self):
        for words, left in (
                ((), ["drink?", "die?"]),
                (("--search", "fern"), ["drink?"]),
                (("--from", "5d0a7f10"), ["drink?", "die?"]),
                (("--section", "water"), ["drink?", "die?"]),
                (("--section", "Water", "--from", "5d0a7f10"), ["drink?", "die?"]),
                (("--tag", "LOSS"), ["die?"]),
                (("--tag", "fern", "--tag", "loss"), ["drink?", "die?"]),
                (("--competency", "patience"), ["drink?"]),
                (("--competency", ""), ["die?"]),
                (("--level", "senior"), ["die?"]),
                (("--kind", "behavioural"), ["die?"]),
                (("--state", "archived"), ["greenhouse"]),
                (("--minutes-from", "5"), ["die?"]),
                (("--minutes-to", "5"), ["drink?"]),
                (("--used",), []),
                (("--unused", "--answered"), ["drink?"]),
                (("--unanswered",), ["die?"]),
                (("--level", "senior", "--tag", "fern"), []),
                (("--limit", "1"), ["drink?"])):
            self.assertEqual(self.prompts(*words), left, words)

    def test_sections(self):
        other = {**PACK, "id": "5d0a7f10-1000-4000-8000-000000000001", "title": "Animals",
                 "competencies": [], "sections": [
                     {"title": "Water", "questions": [{"prompt": "What does a cat drink?"}]},
                     {"title": "Food", "questions": [{"prompt": "What does a dog eat?"}]}]}
        self.call("import", self.write("animals.ikpack", json.dumps(other)))
        self.assertEqual(self.prompts("--section", "water"), ["drink?", "drink?", "die?"])
        self.assertEqual(self.prompts("--section", "Water", "--from", other["id"]), ["drink?"])
        self.assertEqual(self.prompts("--section", "Food", "--section", "Water",
                                      "--from", other["id"]), ["drink?", "eat?"])
        self.refuse("questions", "--section", "Air", status=1, naming="Air")
        self.refuse("questions", "--section", "Food", "--from", PACK["id"], status=1, naming="Food")
        self.call("questions", "--section", "Food", "--save", "Meals")
        self.assertEqual(self.prompts("--saved", "Meals"), ["eat?"])

    def test_counts(self):
        counts = self.json("questions", "--counts")
        self.assertEqual(counts["found"], 2)
        self.assertEqual({row["value"]: row["questions"] for row in counts["level"]},
                         {"junior": 1, "senior": 1})
        section, = counts["section"]
        self.assertEqual((section["label"], section["pack"], section["questions"]),
                         ("Water", PACK["id"], 2))
        # What is said of a facet is no part of its own counts.
        narrow = self.json("questions", "--level", "senior", "--counts")
        self.assertEqual(narrow["found"], 1)
        self.assertEqual({row["value"]: row["questions"] for row in narrow["level"]},
                         {"junior": 1, "senior": 1})
        self.assertEqual({row["value"]: row["questions"] for row in narrow["tag"]}, {"loss": 1})
        text = self.call("questions", "--counts").stdout
        self.assertIn("2 questions\n", text)
        self.assertRegex(text, r"1 +Level +senior\n")

    def test_order(self):
        every = ("--state", "draft", "--state", "ready", "--state", "archived")
        self.assertEqual(self.prompts(*every, "--sort", "level"), ["drink?", "greenhouse", "die?"])
        self.assertEqual(self.prompts(*every, "--sort", "minutes", "--descending"),
                         ["greenhouse", "die?", "drink?"])
        self.assertEqual(self.prompts(*every, "--sort", "prompt"), ["greenhouse", "drink?", "die?"])

    def test_record(self):
        question = self.json("questions", "--search", "fern")[0]
        self.assertEqual(
            {name: question[name] for name in ("pack_title", "section", "state", "kind", "level",
                                               "minutes", "tags", "competency_name", "answered",
                                               "used", "last_used_at")},
            {"pack_title": "Gardening", "section": "Water", "state": "ready", "kind": "open",
             "level": "junior", "minutes": 3, "tags": ["fern"], "competency_name": "Patience",
             "answered": True, "used": False, "last_used_at": None})
        self.assertIn("fern", self.call("questions").stdout)

    def test_saved_searches(self):
        self.assertEqual(self.json("searches"), [])
        self.call("questions", "--level", "senior", "--search", "plant", "--save", "Hard ones")
        search = self.json("searches")[0]
        self.assertEqual((search["name"], search["words"], search["levels"], search["sort"]),
                         ("Hard ones", "plant", ["senior"], "relevance"))
        self.assertEqual(self.prompts("--saved", "hard ones"), ["die?"])
        self.assertIn("Hard ones", self.call("searches").stdout)
        self.refuse("questions", "--save", "Hard ones", status=1, naming="Hard ones")
        self.refuse("questions", "--saved", "Soft ones", status=1, naming="Soft ones")

    def test_replace(self):
        self.call("questions", "--level", "senior", "--save", "Mine")
        self.call("questions", "--search", "fern", "--save", "mine", "--replace")
        search, = self.json("searches")
        self.assertEqual((search["name"], search["words"], search.get("levels")),
                         ("mine", "fern", None))
        self.call("questions", "--save", "New", "--replace")
        self.assertEqual(len(self.json("searches")), 2)

    def test_rename(self):
        self.call("questions", "--level", "senior", "--save", "Hard ones")
        self.call("questions", "--search", "fern", "--save", "Ferns")
        ids = {search["name"]: search["id"] for search in self.json("searches")}
        self.assertEqual(self.made_id("searches", "rename", "hard ones", " Senior "),
                         ids["Hard ones"])
        self.assertEqual(self.prompts("--saved", "Senior"), ["die?"])
        renamed = self.json("searches", "rename", ids["Ferns"][:8], "Green")
        self.assertEqual((renamed["id"], renamed["name"], renamed["words"]),
                         (ids["Ferns"], "Green", "fern"))
        self.refuse("searches", "rename", "Green", "senior", status=1, naming="senior")
        self.refuse("searches", "rename", "Green", " ", status=1)
        self.refuse("searches", "rename", "Nobody", "New", status=1, naming="Nobody")
        self.refuse("searches", "rename", "Green", status=2)
        self.assertEqual([search["name"] for search in self.json("searches")], ["Green", "Senior"])

    def test_remove(self):
        self.call("questions", "--level", "senior", "--save", "Hard ones")
        search, = self.json("searches")
        self.assertEqual(self.json("searches", "remove", "Hard Ones"), search)
        self.assertEqual(self.json("searches"), [])
        self.assertEqual(self.prompts(), ["drink?", "die?"])
        self.refuse("searches", "remove", "Hard ones", status=1, naming="Hard ones")
        self.refuse("searches", "remove", status=2)


if __name__ == "__main__":
    harness.main()
