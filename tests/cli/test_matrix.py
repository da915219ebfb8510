#!/usr/bin/python3
"""What a panel found, side by side."""
import json

import harness

PACK = harness.SOURCES / "data" / "packs" / "backend-engineering.ikpack"


class Matrix(harness.CliTestCase):
    """The command "panel matrix"."""

    def setUp(self):
        """Plan an interview of the owner's own and one of somebody else's."""
        super().setUp()
        self.call("library", "owner", "Olga")
        pack = self.json("import", PACK)[0]
        self.set = self.made_id("set", "new", "Screening", "--from", pack["id"])
        self.candidate = self.made_id("candidate", "add", "Ada Moss")
        self.own = self.plan_with("--round", "Second")
        self.other = self.plan_with("--round", "Second", "--interviewer", "Grace")

    def plan_with(self, *options):
        """Plan an interview; return its record."""
        return self.json("interview", "plan", "--set", self.set, "--candidate", self.candidate,
                         *options)

    def record(self, interview, rating):
        """Hand in an interview that rates the first competency alone."""
        competency = interview["competencies"][0]["id"]
        answers = {"competencies": {competency: rating}, "recommendation": "yes",
                   "summary": "marker of the summary"}
        self.call("interview", "record", interview["id"],
                  self.write("answers.json", json.dumps(answers)))

    def test_independent_first(self):
        self.record(self.other, 2)
        sealed = self.json("panel", "matrix", self.candidate)
        self.assertTrue(sealed["sealed"])
        self.assertEqual([(member["interviewer"], member["state"]) for member in sealed["members"]],
                         [("Olga", "planned"), ("Grace", "handed_in")])
        self.assertNotIn("competencies", sealed)
        self.assertNotIn("marker", json.dumps(sealed))
        shown = self.call("panel", "matrix", self.candidate).stdout
        self.assertIn("once you have handed in your own", shown)
        self.assertNotIn(self.own["competencies"][0]["name"], shown)

    def test_side_by_side(self):
        self.record(self.other, 2)
        self.record(self.own, 4)
        matrix = self.json("panel", "matrix", self.candidate, "--round", "Second")
        self.assertFalse(matrix["sealed"])
        first, second = matrix["competencies"][:2]
        self.assertEqual([(cell["interviewer"], cell["state"], cell["rating"])
                          for cell in first["cells"]],
                         [("Olga", "rated", 4), ("Grace", "rated", 2)])
        self.assertEqual((first["verdict"], first["apart"], first["across_middle"]),
                         ("disagree", True, True))
        self.assertEqual((first["lowest"], first["highest"], first["agreed"]), (2, 4, None))
        self.assertEqual([cell["state"] for cell in second["cells"]], ["not_asked", "not_asked"])
        self.assertEqual(second["verdict"], "nobody")
        self.assertEqual(matrix["outcome"]["verdict"], "agree")
        self.assertIsNone(matrix["outcome"]["recommendation"])
        shown = self.call("panel", "matrix", self.candidate).stdout
        self.assertIn("2 levels apart, across the middle", shown)
        self.assertIn("Gap: nobody rated it", shown)

    def agree(self, *options):
        """Agree; return the matrix."""
        return self.json("panel", "agree", self.candidate, *options)

    def test_agreed(self):
        name = self.own["competencies"][0]["name"]
        score = ["--competency", name, "--rating"]
        self.refuse("panel", "agree", self.candidate, *score, "3", status=1, naming="your own")
        self.record(self.other, 2)
        self.record(self.own, 4)
        agreed = self.agree(*score, "3", "--reason", "Met in the middle")["competencies"][0]
        self.assertEqual((agreed["agreed"]["rating"], agreed["agreed"]["reason"],
                          agreed["agreed"]["by"]), (3, "Met in the middle", "Olga, Grace"))
        self.assertEqual([cell["rating"] for cell in agreed["cells"]], [4, 2])

        # Who was there stays as it was said, and the reason, until somebody says otherwise.
        self.agree(*score, "3", "--by", "Olga", "--by", "Hank")
        agreed = self.agree(*score, "2")["competencies"][0]["agreed"]
        self.assertEqual((agreed["rating"], agreed["reason"], agreed["by"]),
                         (2, "Met in the middle", "Olga, Hank"))
        self.assertIsNone(self.agree(*score, "none")["competencies"][0]["agreed"])
        again = self.agree(*score, "4")["competencies"][0]["agreed"]
        self.assertEqual((again["reason"], again["by"]), ("", "Olga, Grace"))

        outcome = self.agree("--recommendation", "yes", "--reason", "Both would hire",
                             "--by", "Olga")["outcome"]
        self.assertEqual((outcome["recommendation"], outcome["summary"], outcome["by"]),
                         ("yes", "Both would hire", "Olga"))
        self.assertIsNone(self.agree("--recommendation", "none")["outcome"]["recommendation"])

    def test_not_agreed(self):
        self.record(self.other, 2)
        self.record(self.own, 4)
        agree = ["panel", "agree", self.candidate]
        name = self.own["competencies"][0]["name"]
        self.refuse(*agree, status=2, naming="--recommendation")
        self.refuse(*agree, "--competency", name, status=2, naming="--rating")
        self.refuse(*agree, "--competency", name, "--rating", "good", status=2, naming="good")
        self.refuse(*agree, "--competency", name, "--rating", "9", status=1, naming="9")
        self.refuse(*agree, "--competency", "Luck", "--rating", "3", status=1, naming="Luck")
        self.refuse(*agree, "--recommendation", "maybe", status=2, naming="maybe")
        self.refuse(*agree, "--recommendation", "yes", "--rating", "3", "--competency", name,
                    status=2)

    def test_rounds(self):
        self.plan_with("--round", "Third")
        self.refuse("panel", "matrix", self.candidate, status=2, naming="--round")
        self.assertEqual(len(self.json("panel", "matrix", self.candidate, "--round",
                                       "Third")["members"]), 1)
        self.refuse("panel", "matrix", self.candidate, "--round", "Fourth", status=1,
                    naming="Fourth")
        nobody = self.made_id("candidate", "add", "Ben Ash")
        self.refuse("panel", "matrix", nobody, status=1, naming="interview plan")
        self.refuse("panel", "matrix", harness.NOBODY, status=1, naming=harness.NOBODY)
        self.refuse("panel", "matrix", status=2)


if __name__ == "__main__":
    harness.main()
