#!/usr/bin/python3
"""Statistics about interviews."""
import csv
import json

import harness

SECTIONS = ["ratings", "hours", "positions", "questions", "times", "adherence", "agreement",
            "fair-time"]


class Insight(harness.CliTestCase):
    """The command for them."""

    def fill(self, n_candidates=6):
        """Have each candidate interviewed by the owner and by somebody else."""
        self.call("library", "owner", "Ada Moss")
        pack = self.import_document()
        made = self.json("set", "new", "Gardener", "--from", pack["id"], "--role", "Gardener")
        for number in range(n_candidates):
            person = self.json("candidate", "add", f"=Person {number}")
            for name in ["Ada Moss", "Ben Oak"]:
                self.hold(made["id"], person["id"], name, number)
        return made

    def hold(self, set_id, candidate, name, number, draft=False):
        """Record an interview that went well for every second one."""
        planned = self.json("interview", "plan", "--set", set_id, "--candidate", candidate,
                            "--interviewer", name)
        rating = 4 - number % 2 - (name == "Ben Oak" and number % 3 == 0)
        record = {
            "started_at": f"2026-03-{2 + number:02}T09:00:00Z",
            "items": [{"id": item["id"], "outcome": "answered", "seconds": 600, "rating": rating,
                       "evidence": "Said so"} for item in planned["items"][:3]],
            "recommendation": "yes",
        }
        path = self.folder / "record.json"
        path.write_text(json.dumps(record), encoding="utf-8")
        self.call("interview", "record", planned["id"], path, *(["--draft"] if draft else []))
        return planned["id"]

    def sections(self, *words):
        """Return the tables by section."""
        return {table["section"]: table for table in self.json("insight", *words)}

    def test_empty(self):
        self.assertIn("Nothing was handed in yet", self.call("insight").stdout)
        tables = self.json("insight")
        self.assertEqual([table["section"] for table in tables], SECTIONS)
        self.assertEqual([table["rows"] for table in tables], [[]] * len(SECTIONS))

    def test_sections(self):
        self.fill()
        tables = self.sections()
        self.assertEqual(list(tables), SECTIONS)
        ratings = {row["interviewer"]: row for row in tables["ratings"]["rows"]}
        self.assertEqual(set(ratings), {"Ada Moss", "Ben Oak", "All"})
        self.assertEqual((ratings["Ada Moss"]["ratings"], ratings["Ada Moss"]["mean"]), (18, 3.5))
        self.assertEqual(ratings["Ada Moss"]["level_4"], 9)
        adherence = tables["adherence"]["rows"][0]
        self.assertEqual((adherence["asked_percent"], adherence["rated_percent"]), (75.0, 100.0))
        kappa = tables["agreement"]["rows"][0]
        self.assertEqual((kappa["raters"], kappa["n"]), ("Ada Moss, Ben Oak", 18))
        self.assertIn("kappa", kappa["measure"])
        self.assertLess(kappa["low"], kappa["value"])
        fair = tables["fair-time"]
        self.assertEqual(len(fair["rows"]), 12)
        self.assertEqual(fair["rows"][0]["minutes"], 30.0)
        self.assertIn("bed", fair["questions"]["question_1"])
        self.assertEqual(fair["rows"][0]["question_1"], 10.0)
        self.assertIsNone(fair["rows"][0]["question_4"])

    def test_text(self):
        self.fill()
        text = self.call("insight", "times", "agreement").stdout
        self.assertIn("Time of Questions", text)
        self.assertIn("always runs over", text)
        self.assertIn("Agreement Between Raters · ", text)
        self.assertNotIn("Ratings by Hour", text)

    def test_few_say_nothing(self):
        self.fill(n_candidates=1)
        ratings = self.sections()["ratings"]
        for row in ratings["rows"][:2]:
            self.assertEqual((row["ratings"], row["mean"], row["remark"]), (3, None, "too few"))
        self.assertEqual((ratings["least_n"], ratings["rows_untold"]), (5, 2))

    def test_filters(self):
        made = self.fill()
        day = self.sections("--since", "2026-03-07")["fair-time"]["rows"]
        self.assertEqual({row["candidate"] for row in day}, {"=Person 5"})
        self.assertEqual(len(self.sections("--until", "2026-03-03")["fair-time"]["rows"]), 2)
        for words in [("--set", made["id"][:8]), ("--role", "gardener"), ("--set", "gardener")]:
            self.assertEqual(len(self.sections(*words)["fair-time"]["rows"]), 12)
        ada = self.sections("--interviewer", "Ada Moss")
        self.assertEqual(len(ada["ratings"]["rows"]), 1)
        self.assertEqual(ada["agreement"]["rows"][0]["n"], 18)
        self.call("insight", "--interviewer", "Nobody", status=1)
        self.call("insight", "--since", "yesterday", status=2)
        self.call("insight", "luck", status=2)

    def test_csv(self):
        self.fill()
        target = self.folder / "out.csv"
        self.assertEqual(self.call("insight", "fair-time", "--csv", target).stdout.strip(),
                         str(target))
        with target.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        self.assertEqual(len(rows), 12)
        self.assertEqual(rows[0]["candidate"], "'=Person 5")
        self.assertEqual(float(rows[0]["minutes"]), 30)
        self.call("insight", "--csv", target)
        titles = target.read_text(encoding="utf-8-sig").split("\n")
        self.assertIn("times", titles)
        refused = self.folder / "missing" / "out.csv"
        self.call("insight", "--csv", refused, status=1)

    def test_independence(self):
        made = self.fill()
        person = self.json("candidate", "add", "Late")
        self.hold(made["id"], person["id"], "Ben Oak", 1)
        self.assertEqual(len(self.sections()["fair-time"]["rows"]), 13)
        own = self.hold(made["id"], person["id"], "Ada Moss", 1, draft=True)
        self.assertEqual(len(self.sections()["fair-time"]["rows"]), 12)
        self.assertIn("left out", self.call("insight").stderr)
        self.assertEqual({table["interviews_left_out"] for table in self.sections().values()}, {1})
        self.assertEqual(self.json("interview", "show", own)["state"], "review")


if __name__ == "__main__":
    harness.main()
