#!/usr/bin/python3
"""Sets, candidates, interviews and reports."""
import csv
import json
import shutil
import subprocess

import harness

INTERVIEW_FIELDS = {
    "id", "state", "candidate", "candidate_name", "set", "set_title", "interviewer", "round",
    "planned_at", "started_at", "ended_at", "slot_minutes", "extra_time_percent", "rubrics",
    "items", "competencies", "mean", "rated", "of", "notes", "recommendation",
    "recommendation_rubric", "summary",
    "strengths", "concerns", "handed_in_at", "reopened", "timeline", "means", "counts",
    "knock_outs",
}
ITEM_FIELDS = {
    "id", "question", "section", "position", "required", "minutes", "scored", "off_script",
    "prompt", "asked_as", "details", "follow_ups", "answer", "competency", "rubric", "indicators",
    "outcome", "seconds", "quiet_seconds", "skipped", "omitted", "rating", "not_assessed",
    "evidence", "notes", "weight", "weight_reason", "knock_out", "knock_out_result",
}
SOIL = "c0ffee00-0000-4000-8000-000000000001"


class Sets(harness.CliTestCase):
    """Question sets."""

    def test_from_a_pack(self):
        pack = self.import_document()
        made = self.json("set", "new", "Gardener", "--from", pack["id"][:8], "--minutes", "45",
                         "--role", "Gardener")
        self.assertEqual((made["title"], made["slot_minutes"], made["role"]),
                         ("Gardener", 45, "Gardener"))
        self.assertEqual(len(made["items"]), 4)
        self.assertEqual(made["planned_minutes"], sum(item["minutes"] for item in made["items"]))
        self.assertEqual([section["title"] for section in made["sections"]], ["Soil", "Water"])
        self.assertEqual(self.json("set", "show", made["id"]), made)
        self.assertEqual(self.json("sets")[0]["questions"], 4)
        self.assertIn("How do you water", self.call("set", "show", made["id"]).stdout)

    def test_exact_questions_in_order(self):
        questions = [question["id"] for section in self.import_document()["sections"]
                     for question in section["questions"]]
        made = self.json("set", "new", "Two", "--question", questions[3], "--question",
                         questions[0], "--optional", questions[0])
        self.assertEqual([item["question"] for item in made["items"]],
                         [questions[3], questions[0]])
        self.assertEqual([item["required"] for item in made["items"]], [True, False])

    def test_score(self):
        pack = self.import_document()
        made = self.json("set", "new", "Gardener", "--from", pack["id"])
        question = made["items"][0]["question"]
        refused = self.call("set", "score", made["id"], question, "--weight", "2", status=1)
        self.assertIn("say why", refused.stderr)
        self.call("set", "score", made["id"], question, "--weight", "10", "--reason", "x", status=1)
        self.call("set", "score", made["id"], question, "--knock-out", "high", status=2)
        self.call("set", "score", made["id"], question, "--knock-out", "70", status=1)
        scored = self.json("set", "score", made["id"], question[:8], "--weight", "2", "--reason",
                           "Half of the job", "--knock-out", "3")
        item = scored["items"][0]
        self.assertEqual((item["weight"], item["weight_reason"], item["knock_out"]),
                         (2, "Half of the job", 3))
        self.assertEqual(scored["items"][1]["weight"], 1)
        self.assertIsNone(scored["items"][1]["knock_out"])
        shown = self.call("set", "show", made["id"]).stdout
        self.assertIn("counts 2 times", shown)
        self.assertIn("has to reach 3", shown)
        equal = self.json("set", "score", made["id"], question, "--weight", "1", "--knock-out",
                          "none")
        self.assertEqual((equal["items"][0]["weight_reason"], equal["items"][0]["knock_out"]),
                         ("", None))

    def test_remove(self):
        pack = self.import_document()
        identifier = self.made_id("set", "new", "Gardener", "--from", pack["id"])
        self.assertEqual(self.made_id("set", "remove", identifier), identifier)
        self.assertEqual(self.json("sets"), [])


class Candidates(harness.CliTestCase):
    """People."""

    def test_add_and_show(self):
        letter = self.write("letter.txt", "Dear all,\n")
        added = self.json("candidate", "add", "Ada Moss", "--email", "ada@example.com", "--role",
                          "Gardener", "--pronouns", "she/her", "--pronunciation", "AY-da",
                          "--file", letter)
        self.assertRegex(added["created_at"], harness.TIME)
        self.assertEqual((added["name"], added["email"], added["role"], added["state"]),
                         ("Ada Moss", "ada@example.com", "Gardener", "open"))
        shown = self.json("candidate", "show", added["id"][:6])
        self.assertEqual(shown["files"][0]["name"], "letter.txt")
        self.assertEqual((shown["files"][0]["type"], shown["files"][0]["size"]), ("text/plain", 10))
        self.assertEqual((shown["pronouns"], shown["pronunciation"]), ("she/her", "AY-da"))
        self.assertEqual(shown["interviews"], [])
        self.assertIn("Ada Moss", self.call("candidates").stdout)
        self.assertIn("letter.txt", self.call("candidate", "show", added["id"]).stdout)

    def test_missing_file_adds_nobody(self):
        self.refuse("candidate", "add", "Ada Moss", "--file", self.folder / "none.pdf", status=1,
                    naming="none.pdf")
        self.assertFalse(self.library.exists())

    def test_export(self):
        planned = self.plan()
        target = self.folder / "export"
        self.call("candidate", "export", planned["candidate"], target)
        self.assertEqual({path.name for path in target.iterdir()},
                         {"candidate.json", "interview-1.json"})
        self.assertEqual(target.stat().st_mode & 0o777, 0o700)
        held = json.loads((target / "candidate.json").read_text(encoding="utf-8"))
        self.assertEqual((held["id"], held["name"]), (planned["candidate"], "Ada Moss"))
        held = json.loads((target / "interview-1.json").read_text(encoding="utf-8"))
        self.assertIsInstance(held.pop("events"), list)
        self.assertEqual({key: held[key] for key in planned}, planned)

    def test_export_of_files(self):
        letter = self.write("letter.txt", "Dear all,\n")
        other = self.folder / "other"
        other.mkdir()
        (other / "letter.txt").write_text("Dear you,\n", encoding="utf-8")
        person = self.made_id("candidate", "add", "Ada Moss", "--file", letter, "--file",
                              other / "letter.txt")
        target = self.folder / "export"
        target.mkdir()
        self.call("candidate", "export", person, target)
        self.assertEqual({path.read_text(encoding="utf-8") for path in (target / "files").iterdir()},
                         {"Dear all,\n", "Dear you,\n"})

    def test_export_whole_or_not_at_all(self):
        planned = self.plan()
        target = self.folder / "export"
        target.mkdir()
        (target / "mine.txt").write_text("mine", encoding="utf-8")
        before = sorted(path.name for path in self.folder.iterdir())
        self.refuse("candidate", "export", planned["candidate"], target, status=1, naming=target)
        self.refuse("candidate", "export", planned["candidate"], target / "mine.txt", status=1,
                    naming="mine.txt")
        self.refuse("candidate", "export", planned["candidate"], self.folder / "no" / "folder",
                    status=1, naming="folder")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)
        self.assertEqual([path.name for path in target.iterdir()], ["mine.txt"])

    def test_erase(self):
        planned = self.plan()
        self.assertEqual(self.made_id("candidate", "erase", planned["candidate"]), planned["candidate"])
        self.assertEqual(self.json("candidates"), [])
        self.assertEqual(self.json("interviews"), [])
        for path in self.folder.glob("library.db*"):
            self.assertNotIn(b"Ada Moss", path.read_bytes(), path.name)

    def test_erase_tells_what_is_left(self):
        planned = self.plan()
        backup = self.folder / "backup.db"
        self.call("library", "backup", backup)
        self.call("library", "restore", backup)
        told = self.call("candidate", "erase", planned["candidate"]).stderr
        copies = [path.name for path in self.folder.glob("library.db.replaced-*")]
        self.assertTrue(copies)
        self.assertIn("exported", told)
        for name in copies:
            self.assertEqual(told.count(name), 1, told)

    def test_erase_but_keep_scores(self):
        planned = self.plan()
        self.call("candidate", "erase", planned["candidate"], "--keep-scores")
        self.assertEqual(len(self.json("interviews")), 1)
        for path in self.folder.glob("library.db*"):
            self.assertNotIn(b"Ada Moss", path.read_bytes(), path.name)


class Interviews(harness.CliTestCase):
    """From the plan to the report."""

    def record(self, planned, *options, status=0, **members):
        """Record an interview in which all was answered well."""
        content = {
            "started_at": "2026-03-01T09:30:00Z",
            "items": [{"id": item["id"], "outcome": "answered", "seconds": 300, "rating": 4,
                       "evidence": "Said so.", "notes": "First line\nSecond line"}
                      for item in planned["items"]],
            "recommendation": "yes",
            "summary": "Knows gardens.",
        }
        content.update(members)
        path = self.write("record.json", json.dumps(content))
        return self.call("interview", "record", planned["id"], path, *options, status=status)

    def test_plan(self):
        planned = self.plan("--round", "second", "--at", "2026-03-01T09:30:00Z", "--extra-time",
                            "25")
        self.assertLessEqual(INTERVIEW_FIELDS, set(planned))
        self.assertLessEqual(ITEM_FIELDS, set(planned["items"][0]))
        self.assertEqual((planned["state"], planned["round"], planned["planned_at"],
                          planned["extra_time_percent"], planned["interviewer"]),
                         ("planned", "second", "2026-03-01T09:30:00Z", 25, "Ira Fern"))
        self.assertEqual((planned["candidate_name"], planned["set_title"]),
                         ("Ada Moss", "Gardener"))
        self.assertIsNone(planned["recommendation"])
        self.assertIsNone(planned["items"][0]["rating"])
        self.assertEqual(self.json("interview", "show", planned["id"][:6]), planned)
        listed = self.json("interviews")[0]
        self.assertEqual((listed["id"], listed["candidate_name"], listed["set_title"]),
                         (planned["id"], "Ada Moss", "Gardener"))
        self.assertIn("Ada Moss", self.call("interviews").stdout)
        self.assertIn("Ada Moss", self.call("interview", "show", planned["id"]).stdout)

    def test_plan_is_by_the_owner(self):
        self.call("library", "owner", "Oda Reed")
        pack = self.import_document()
        set_id = self.made_id("set", "new", "Gardener", "--from", pack["id"])
        candidate = self.made_id("candidate", "add", "Ada Moss")
        planned = self.json("interview", "plan", "--set", set_id, "--candidate", candidate)
        self.assertEqual(planned["interviewer"], "Oda Reed")

    def test_plan_freezes_the_wording(self):
        planned = self.plan()
        for pack in self.json("packs"):
            self.call("pack", "remove", pack["id"])
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual([item["prompt"] for item in shown["items"]],
                         [item["prompt"] for item in planned["items"]])

    def test_cancel_and_no_show(self):
        for command, state in (("cancel", "cancelled"), ("no-show", "no_show")):
            planned = self.plan()
            self.assertEqual(self.made_id("interview", command, planned["id"]), planned["id"])
            self.assertEqual(self.json("interview", "show", planned["id"])["state"], state)

    def test_plan_again(self):
        planned = self.plan("--at", "2026-03-01T09:30:00Z")
        self.refuse("interview", "plan-again", planned["id"], status=1, naming="Ada Moss")
        self.call("interview", "no-show", planned["id"])
        self.refuse("interview", "plan-again", planned["id"], "--at", "soon", status=2,
                    naming="soon")
        again = self.json("interview", "plan-again", planned["id"], "--at", "2026-03-08T09:30:00Z")
        self.assertEqual((again["state"], again["planned_at"], again["items"]),
                         ("planned", "2026-03-08T09:30:00Z", planned["items"]))
        self.call("interview", "cancel", planned["id"])
        self.assertEqual(self.made_id("interview", "plan-again", planned["id"]), planned["id"])
        self.assertEqual(self.json("interview", "show", planned["id"])["planned_at"],
                         "2026-03-08T09:30:00Z")

    def test_room_and_opening(self):
        planned = self.plan("--room", "Room 4.12", "--opening", "Thank you for coming.")
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual((shown["room"], shown["opening"]),
                         ("Room 4.12", "Thank you for coming."))
        listed = [one for one in self.json("interviews") if one["id"] == planned["id"]]
        self.assertEqual(listed[0]["room"], "Room 4.12")
        report = self.folder / "report.md"
        self.record(planned)
        self.call("report", planned["id"], "--output", report)
        self.assertIn("Room 4.12", report.read_text())

    def test_own_scale_of_the_recommendation(self):
        pack = self.import_document()
        scale = self.json("rubrics")[0]
        set_id = self.made_id("set", "new", "Gardener", "--from", pack["id"], "--recommendation",
                              scale["id"])
        candidate = self.made_id("candidate", "add", "Ada Moss")
        planned = self.json("interview", "plan", "--set", set_id, "--candidate", candidate,
                            "--interviewer", "Oda Reed")
        self.assertEqual(planned["recommendation_rubric"], scale["id"])
        self.assertEqual(self.json("set", "show", set_id)["recommendation_rubric"], scale["id"])
        for wrong in ("yes", 6, 1002):
            self.assertIn("recommendation", self.record(planned, status=1,
                                                        recommendation=wrong).stderr.lower())
        self.record(planned, recommendation=4)
        for record in (self.json("interview", "show", planned["id"]), self.json("interviews")[0]):
            self.assertEqual((record["recommendation"], record["recommendation_rubric"]),
                             (4, scale["id"]))
        self.assertIn("Recommendation: Strong\n",
                      self.call("interview", "show", planned["id"]).stdout)
        report = self.folder / "report.md"
        self.call("report", planned["id"], "--output", report)
        self.assertRegex(report.read_text(), r"Recommendation.*Strong")

    def test_record_hands_in(self):
        planned = self.plan()
        self.assertEqual(self.record(planned).stdout, planned["id"] + "\n")
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual((shown["state"], shown["recommendation"], shown["summary"]),
                         ("handed_in", "yes", "Knows gardens."))
        self.assertEqual((shown["mean"], shown["rated"], shown["of"]), (4, 4, 4))
        self.assertEqual(shown["started_at"], "2026-03-01T09:30:00Z")
        self.assertRegex(shown["handed_in_at"], harness.TIME)
        self.assertEqual([note["text"] for note in shown["items"][0]["notes"]],
                         ["First line", "Second line"])
        self.assertEqual(shown["items"][0]["seconds"], 300)
        self.assertIn("4.0 from 4 of 4", self.call("interview", "show", planned["id"]).stdout)

    def test_record_from_paper(self):
        planned = self.plan()
        self.record(planned, "--draft", from_paper=True, recommendation=None, items=[
            {"id": planned["items"][0]["id"], "outcome": "answered", "notes": "Knew it"}])
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual((shown["from_paper"], shown["started_at"]),
                         (True, "2026-03-01T09:30:00Z"))
        self.assertEqual([note["text"] for note in shown["items"][0]["notes"]], ["Knew it"])
        self.assertIsNone(shown["items"][0]["notes"][0].get("at"))
        self.assertIn("Entered from paper", self.call("interview", "show", planned["id"]).stdout)
        report = self.folder / "report.md"
        self.call("report", planned["id"], "--output", report)
        text = report.read_text(encoding="utf-8")
        self.assertIn("Entered from paper", text)
        self.assertNotIn("0:00 of", text)

    def test_competency_left_out(self):
        pack = self.json("import", self.write("soil.ikpack", json.dumps({
            "format": "interview-kit-pack", "version": 1, "title": "Soil",
            "competencies": [{"id": SOIL, "name": "Soil"}],
            "sections": [{"title": "", "questions": [
                {"prompt": "What makes a good soil?", "kind": "open", "competency": SOIL}]}]})))[0]
        set_id = self.made_id("set", "new", "Gardener", "--from", pack["id"])
        person = self.made_id("candidate", "add", "Ada Moss")
        planned = self.json("interview", "plan", "--set", set_id, "--candidate", person)
        self.assertFalse(planned["competencies"][0]["not_assessed"])
        record = {"items": [{"id": planned["items"][0]["id"], "outcome": "answered", "rating": 3}],
                  "competencies": {SOIL: {"not_assessed": True}},
                  "recommendation": "yes", "summary": "Sound."}
        recorded = self.json("interview", "record", planned["id"],
                             self.write("record.json", json.dumps(record)))
        self.assertEqual(recorded["state"], "handed_in")
        self.assertTrue(recorded["competencies"][0]["not_assessed"])
        self.assertIsNone(recorded["competencies"][0]["rating"])
        self.assertIn("Soil: not assessed", self.call("interview", "show", planned["id"]).stdout)
        report = self.folder / "report.md"
        self.call("report", planned["id"], "--output", report)
        self.assertRegex(report.read_text(encoding="utf-8"), r"Soil.*Not assessed")

    def test_second_record_needs_reopening(self):
        planned = self.plan()
        self.record(planned)
        before = self.json("interview", "show", planned["id"])
        self.assertEqual(len(self.record(planned, status=1).stderr.splitlines()), 1)
        self.assertEqual(self.json("interview", "show", planned["id"]), before)
        self.refuse("interview", "cancel", planned["id"], status=1)
        self.call("interview", "reopen", planned["id"], "--reason", "A rating was mistyped")
        self.record(planned, summary="Better.")
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual(shown["reopened"][0]["reason"], "A rating was mistyped")
        self.assertEqual((shown["state"], shown["summary"]), ("handed_in", "Better."))

    def test_draft(self):
        planned = self.plan()
        self.record(planned, "--draft", recommendation=None)
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual((shown["state"], shown["recommendation"], shown["handed_in_at"]),
                         ("review", None, None))

    def test_what_is_not_named_was_not_asked(self):
        planned = self.plan()
        self.record(planned, items=[{"id": planned["items"][1]["id"], "outcome": "answered",
                                     "rating": 3}])
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual([item["outcome"] for item in shown["items"]],
                         ["not_asked", "answered", "not_asked", "not_asked"])
        self.assertEqual((shown["mean"], shown["rated"], shown["of"]), (3, 1, 4))

    def test_extra_question(self):
        planned = self.plan()
        self.record(planned, extra=[{"prompt": "And roses?", "outcome": "answered",
                                     "notes": [{"at": "2026-03-01T09:40:00Z", "text": "Yes."}]}])
        extra = self.json("interview", "show", planned["id"])["items"][-1]
        self.assertEqual((extra["prompt"], extra["off_script"]), ("And roses?", True))
        self.assertEqual(extra["notes"], [{"at": "2026-03-01T09:40:00Z", "text": "Yes."}])

    def test_bad_records_change_nothing(self):
        planned = self.plan()
        item = planned["items"][0]["id"]
        bad = [
            "", "[]", "{", "null", "[" * 200_000, "\0",
            json.dumps({"items": 5}), json.dumps({"items": [5]}), json.dumps({"items": [{}]}),
            json.dumps({"items": [{"id": item, "rating": "good"}]}),
            json.dumps({"items": [{"id": item, "rating": 3.5}]}),
            json.dumps({"items": [{"id": item, "rating": 9, "outcome": "answered"}]}),
            json.dumps({"items": [{"id": item, "outcome": "splendid"}]}),
            json.dumps({"items": [{"id": item, "rating": 3, "outcome": "not_asked"}]}),
            json.dumps({"items": [{"id": item, "seconds": "many"}]}),
            json.dumps({"items": [{"id": item, "seconds": -1}]}),
            json.dumps({"items": [{"id": item, "notes": 5}]}),
            json.dumps({"items": [{"id": item, "notes": [5]}]}),
            json.dumps({"items": [{"id": item, "indicators": "all"}]}),
            json.dumps({"items": [{"id": item, "indicators": [harness.NOBODY]}]}),
            json.dumps({"items": [{"id": harness.NOBODY, "outcome": "answered"}]}),
            json.dumps({"items": [{"id": item}, {"id": item}]}),
            json.dumps({"extra": [{"outcome": "answered"}]}),
            json.dumps({"competencies": []}),
            json.dumps({"competencies": {harness.NOBODY: 3}}),
            json.dumps({"started_at": "soon"}), json.dumps({"summary": 5}),
            json.dumps({"recommendation": "perhaps"}), json.dumps({"notes": {"text": 5}}),
            json.dumps({"items": [{"id": item, "outcome": "answered", "rating": 3}]}),
            json.dumps({"items": [{"id": item, "outcome": "answered", "rating": 5}],
                        "recommendation": "yes"}),
            json.dumps({"items": [{"id": item, "outcome": "answered"}], "recommendation": "yes"}),
            json.dumps({"items": [{"id": item, "notes": "Knew the soil."}],
                        "recommendation": "yes"}),
        ]
        for content in bad:
            with self.subTest(content=content[:80]):
                path = self.write("record.json", content)
                self.refuse("interview", "record", planned["id"], path, status=1)
        self.refuse("interview", "record", planned["id"], self.folder / "none.json", status=1,
                    naming="none.json")
        self.assertEqual(self.json("interview", "show", planned["id"]), planned)

    def test_reports(self):
        planned = self.plan()
        self.record(planned)
        for name, start in (("r.pdf", b"%PDF-"), ("r.md", b"#"), ("r.json", b"{"),
                            ("R.PDF", b"%PDF-")):
            path = self.folder / name
            self.assertEqual(self.call("report", planned["id"], "--output", path).stdout,
                             f"{path}\n")
            self.assertTrue(path.read_bytes().startswith(start), name)
        self.assertEqual(json.loads((self.folder / "r.json").read_text(encoding="utf-8")),
                         self.json("interview", "show", planned["id"]))
        self.call("report", planned["id"], "--output", self.folder / "l.pdf", "--page-size",
                  "Letter")

    def test_report_for_the_candidate(self):
        planned = self.plan()
        self.record(planned, strengths=[{"text": "Calm", "shareable": True}, "Knows our stack"],
                    concerns=[{"text": "Asks late", "shareable": True}])
        shown = self.json("interview", "show", planned["id"])
        self.assertEqual(shown["strengths"], [{"text": "Calm", "shareable": True},
                                              {"text": "Knows our stack", "shareable": False}])
        path = self.folder / "r.json"
        self.call("report", planned["id"], "--audience", "candidate", "--output", path)
        report = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual(report["strengths"], ["Calm"])
        self.assertEqual(report["concerns"], ["Asks late"])
        self.assertEqual(set(report), {"candidate_name", "role", "started_at", "draft",
                                       "strengths", "concerns", "questions"})
        self.assertEqual(set(report["questions"][0]), {"prompt", "details", "sub_questions"})
        for name in ("r.pdf", "r.md"):
            self.call("report", planned["id"], "--audience", "candidate", "--output",
                      self.folder / name)
        self.assertNotIn("Knows our stack", (self.folder / "r.md").read_text(encoding="utf-8"))
        self.refuse("report", planned["id"], "--audience", "candidate", "--output",
                    self.folder / "r.csv", status=2, naming="scores")
        self.assertFalse((self.folder / "r.csv").exists())

    def test_redaction(self):
        planned = self.plan()
        self.record(planned, summary="Ada knows gardens in Kew.", notes="Moss told of Ada's roses")
        for name in ("r.md", "r.json", "r.csv"):
            path = self.folder / name
            self.call("report", planned["id"], "--redact-names", "--redact", "kew", "--output",
                      path)
            text = path.read_text(encoding="utf-8")
            for word in ("Ada", "Moss", "Ira", "Fern", "Kew"):
                self.assertNotIn(word, text, name)
            self.assertIn("█████", text, name)

    def test_redaction_of_header_and_footer(self):
        planned = self.plan()
        path = self.folder / "r.pdf"
        self.call("report", planned["id"], "--redact-names", "--header", "Hiring Ada Moss",
                  "--footer", "Asked by Ira", "--output", path)
        if shutil.which("pdftotext"):
            text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True,
                                  check=True).stdout
            self.assertIn("Hiring █████", text)
            self.assertNotIn("Ada", text)
            self.assertNotIn("Ira", text)

    def test_parts(self):
        planned = self.plan()
        self.record(planned, summary="Knows gardens.")
        path = self.folder / "r.md"
        self.call("report", planned["id"], "--without", "summary", "--without", "questions",
                  "--signature", "--output", path)
        text = path.read_text(encoding="utf-8")
        self.assertNotIn("Knows gardens.", text)
        self.assertNotIn("### 1.", text)
        self.assertIn("Signature", text)
        self.refuse("report", planned["id"], "--without", "notes", "--output",
                    self.folder / "r.json", status=2, naming="always whole")

    def test_logo(self):
        planned = self.plan()
        path = self.folder / "r.pdf"
        logo = self.write("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="30" '
                          'height="10"><rect width="30" height="10" fill="red"/></svg>')
        self.call("report", planned["id"], "--output", path)
        plain = path.stat().st_size
        self.call("report", planned["id"], "--logo", logo, "--output", path)
        self.assertGreater(path.stat().st_size, plain)
        for name, content in (("none.png", None), ("text.png", "no picture"), ("empty.png", "")):
            picture = self.write(name, content) if content is not None else self.folder / name
            self.refuse("report", planned["id"], "--logo", picture, "--output",
                        self.folder / "n.pdf", status=1, naming=name)
            self.assertFalse((self.folder / "n.pdf").exists())

    def test_scores_as_csv(self):
        planned = self.plan()
        self.record(planned)
        path = self.folder / "scores.csv"
        self.call("report", planned["id"], "--output", path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        items = self.json("interview", "show", planned["id"])["items"]
        self.assertEqual([row["prompt"] for row in rows], [item["prompt"] for item in items])
        self.assertEqual([row["rating"] for row in rows],
                         ["" if item["rating"] is None else str(item["rating"]) for item in items])
        self.assertEqual([int(row["seconds"]) for row in rows],
                         [item["seconds"] for item in items])

    def test_scoring_as_csv(self):
        pack = self.import_document()
        made = self.json("set", "new", "Gardener", "--from", pack["id"])
        self.call("set", "score", made["id"], made["items"][0]["question"], "--weight", "2",
                  "--reason", "Half of the job", "--knock-out", "5")
        person = self.made_id("candidate", "add", "Ada Moss")
        planned = self.json("interview", "plan", "--set", made["id"], "--candidate", person)
        self.record(planned)
        path = self.folder / "scores.csv"
        self.call("report", planned["id"], "--output", path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        scoring = ("weight", "weight_reason", "knock_out", "knock_out_result")
        self.assertEqual([tuple(row[name] for name in scoring) for row in rows[:2]],
                         [("2", "Half of the job", "5", "failed"), ("1", "", "", "")])

    def test_report_replaces_whole_or_not_at_all(self):
        planned = self.plan()
        old = self.write("old.pdf", "old")
        self.refuse("report", harness.NOBODY, "--output", old, status=1)
        self.assertEqual(old.read_text(encoding="utf-8"), "old")
        self.call("report", planned["id"], "--output", old)
        self.assertTrue(old.read_bytes().startswith(b"%PDF-"))
        self.refuse("report", planned["id"], "--output", self.folder / "none" / "r.pdf", status=1,
                    naming="r.pdf")


if __name__ == "__main__":
    harness.main()
