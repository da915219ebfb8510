#!/usr/bin/python3
"""The importer against careful readings of real documents."""
import json
import subprocess
import sys
import unittest

import harness

SCORER = harness.SHARED / "tools" / "score_import.py"
SEEDS = harness.SHARED / "seeds"
FLOORS = ["f1=0.999", "exact=0.999", "answers=0.999", "lengths=0.98", "sections=0.98",
          "follow_ups=0.95", "guidance=0.95"]


def count(questions, field):
    """Return how many entries a list field has over all questions."""
    return sum(len(question.get(field, [])) for question in questions)


@unittest.skipUnless(SCORER.exists() and SEEDS.exists(), "the documents are not here")
class Seeds(harness.CliTestCase):
    """Scores and counts."""

    def questions(self, number):
        """Return the questions of a document, and the pack they stand in."""
        document = next(SEEDS.glob(f"{number:03}_*.txt"))
        pack = self.json("import", "--dry-run", document)[0]
        return [question for section in pack["sections"] for question in section["questions"]]

    def test_scores(self):
        words = [sys.executable, str(SCORER), "--gold-dir", str(SEEDS / "gold"), "--documents",
                 str(SEEDS), "--command", f"{harness.PROGRAM} import --dry-run --json {{}}"]
        for floor in FLOORS:
            words += ["--min-each", floor]
        done = subprocess.run(words, capture_output=True, timeout=110, check=False, text=True)
        self.assertEqual(done.returncode, 0, f"\n{done.stdout}{done.stderr}")

    def test_counts(self):
        counts = [len(self.questions(number)) for number in range(5)]
        self.assertEqual(counts, [56, 55, 48, 200, 33])

    def test_answers(self):
        questions = self.questions(1)
        self.assertEqual(sum(1 for question in questions if question.get("answer")), 50)

    def test_guidance(self):
        questions = self.questions(4)
        fields = ("clarifying_questions", "solution_steps", "positive_indicators", "red_flags")
        self.assertEqual([count(questions, field) for field in fields], [90, 215, 184, 180])

    def test_everything_is_taken_or_named(self):
        for document in sorted(SEEDS.glob("*.txt")):
            pack = self.json("import", "--dry-run", document)[0]
            for left_over in pack.get("left_over", []):
                self.assertTrue(left_over["reason"] and left_over["lines"], document.name)
        json.dumps(pack)


if __name__ == "__main__":
    harness.main()
