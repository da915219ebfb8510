#!/usr/bin/python3
"""A panel by file, between the libraries of a chair and of two members."""
import json

import harness

WORDS = r"([a-z]+ ){7}[a-z]+"


class Panels(harness.CliTestCase):
    """Inviting, opening, sending and merging."""

    def at(self, person):
        """Work in the library of somebody from now on."""
        self.library = self.folder / f"{person}.db"
        if not self.library.exists():
            self.call("library", "owner", person)

    def setUp(self):
        """Let Olga invite Ben and Cleo to meet Ada."""
        super().setUp()
        self.at("Olga")
        pack = self.import_document()
        self.set = self.made_id("set", "new", "Gardener", "--from", pack["id"], "--minutes", "45",
                                "--role", "Gardener")
        self.candidate = self.made_id("candidate", "add", "Ada Example", "--email",
                                      "ada@example.com")
        self.invitation = self.folder / "ada.ikpanel"
        self.scorecard = self.folder / "ben.ikscore"
        self.panel = self.invite()

    def invite(self, *options, **expected):
        """Invite; return the record of the panel."""
        return self.json("panel", "invite", "--candidate", self.candidate[:8], "--set",
                         self.set[:8], "--round", "Second round", "--member", "Ben", "--member",
                         "Cleo", *options, self.invitation, **expected)

    def record(self, interview, rating):
        """Hand an interview in whose first question has a rating."""
        item = self.json("interview", "show", interview)["items"][0]
        path = self.write("record.json", json.dumps({
            "items": [{"id": item["id"], "outcome": "answered", "seconds": 90, "rating": rating,
                       "evidence": "Named three weeds"}],
            "recommendation": "yes", "summary": "Knows soil"}))
        self.call("interview", "record", interview, path)

    def open(self, person, *options):
        """Take a seat; return the id of the interview."""
        self.at(person)
        return self.made_id("panel", "open", self.invitation, *options)

    def test_round_trip(self):
        interview = self.open("Ben")
        self.assertEqual(self.made_id("panel", "open", self.invitation), interview)
        self.record(interview, 4)
        sent = self.json("panel", "send", interview[:8], self.scorecard)
        self.assertEqual(sent["interview"], interview)

        self.at("Olga")
        merged = self.json("panel", "import", self.scorecard)
        self.assertEqual(len(merged), 1)
        self.assertEqual((merged[0]["panel"], merged[0]["interview"], merged[0]["interviewer"]),
                         (self.panel["id"], interview, "Ben"))
        self.assertTrue(merged[0]["new_key"])
        self.assertFalse(merged[0]["replaced"])
        self.assertRegex(merged[0]["key_words"], WORDS)
        shown = self.json("interview", "show", interview)
        self.assertEqual((shown["state"], shown["items"][0]["rating"], shown["summary"]),
                         ("handed_in", 4, "Knows soil"))

        panel = self.json("panel", "show", self.panel["id"][:8])
        ben, cleo = panel["members"]
        self.assertRegex(ben["handed_in_at"], harness.TIME)
        self.assertEqual((ben["state"], ben["scorecards"], cleo["state"], cleo["handed_in_at"]),
                         ("handed_in", 1, "planned", None))
        self.assertEqual(ben["key_words"], merged[0]["key_words"])
        self.assertEqual(self.json("panels"), [panel])
        self.assertIn("1/2", self.call("panels").stdout)
        self.assertIn("handed_in", self.call("panel", "show", self.panel["id"]).stdout)

        self.refuse("panel", "import", self.scorecard, status=1, naming="merged already")
        self.refuse("interview", "reopen", interview, "--reason", "No", status=1,
                    naming="only Ben")

    def test_replaced(self):
        interview = self.open("Ben")
        self.record(interview, 4)
        self.call("panel", "send", interview, self.scorecard)
        old = self.folder / "old.ikscore"
        old.write_bytes(self.scorecard.read_bytes())
        self.call("interview", "reopen", interview, "--reason", "Misread")
        self.record(interview, 2)
        self.call("panel", "send", interview, self.scorecard)

        self.at("Olga")
        self.call("panel", "import", old)
        self.assertTrue(self.json("panel", "import", self.scorecard)[0]["replaced"])
        shown = self.json("interview", "show", interview)
        self.assertEqual((shown["items"][0]["rating"], shown["reopened"][0]["reason"]),
                         (2, "Misread"))
        self.refuse("panel", "import", old, status=1, naming="older")

    def test_who_asks_what(self):
        panel = self.invite("--asks", "Ben=Soil", "--asks", "Cleo=Water", "--at",
                            "2026-12-01T09:00", "--at", "Cleo=2026-12-01T10:00", "--room",
                            "Ben=Greenhouse", "--minutes", "Ben=20")
        ben, cleo = panel["members"]
        self.assertEqual((ben["asks"], ben["room"], cleo["asks"], cleo["room"]),
                         (["Soil"], "Greenhouse", ["Water"], ""))
        self.assertNotEqual(ben["planned_at"], cleo["planned_at"])
        interview = self.json("interview", "show", self.open("Ben"))
        self.assertEqual([item["section"] for item in interview["items"]], ["Soil", "Soil"])
        self.assertEqual((interview["slot_minutes"], interview["room"]), (20, "Greenhouse"))

    def test_open_as(self):
        self.at("Benedict")
        self.refuse("panel", "open", self.invitation, status=1, naming="Ben, Cleo")
        self.refuse("panel", "open", self.invitation, "--as", "Dora", status=1, naming="Dora")
        self.made_id("panel", "open", self.invitation, "--as", "ben")

    def test_independent(self):
        interview = self.open("Ben")
        self.record(interview, 4)
        self.call("panel", "send", interview, self.scorecard)
        self.at("Olga")
        self.call("panel", "import", self.scorecard)
        self.call("interview", "show", interview)

        self.call("interview", "plan", "--set", self.set, "--candidate", self.candidate,
                  "--round", "Second round")
        self.refuse("interview", "show", interview, status=1, naming="handed in your own")
        self.refuse("candidate", "export", self.candidate, self.folder / "all", status=1,
                    naming="handed in your own")
        self.refuse("report", interview, "--output", self.folder / "a.pdf", status=1,
                    naming="handed in your own")

    def test_refusals(self):
        interview = self.open("Ben")
        self.refuse("panel", "send", interview, self.scorecard, status=1, naming="not handed in")
        self.record(interview, 4)
        self.call("panel", "send", interview, self.scorecard)
        self.at("Cleo")
        self.refuse("panel", "import", self.scorecard, status=1, naming="ben.ikscore")

        self.at("Olga")
        content = bytearray(self.scorecard.read_bytes())
        content[200] ^= 1
        bad = self.folder / "bad.ikscore"
        bad.write_bytes(content)
        done = self.call("panel", "import", bad, self.scorecard, "--json", status=1)
        first, second = json.loads(done.stdout)
        self.assertIn("altered", first["error"])
        self.assertEqual(second["interview"], interview)

        self.refuse("panel", "open", self.invitation, status=1, naming="yourself")
        self.refuse("panel", "import", self.folder / "none.ikscore", status=1, naming="none")
        self.refuse("panel", "import", self.invitation, status=1, naming="not a scorecard")
        self.refuse("panel", "open", self.scorecard, status=1, naming="not an invitation")
        self.refuse("panel", "show", "ffff", status=1, naming="ffff")

    def test_new_key(self):
        for name in ("Ben", "Benedict"):
            interview = self.open(name, "--as", "Ben")
            self.record(interview, 3)
            if name == "Benedict":
                self.call("interview", "reopen", interview, "--reason", "New computer")
                self.record(interview, 3)
            self.call("panel", "send", interview, self.folder / f"{name}.ikscore")
        self.at("Olga")
        self.call("panel", "import", self.folder / "Ben.ikscore")
        self.refuse("panel", "import", self.folder / "Benedict.ikscore", status=1,
                    naming="another key")
        self.refuse("panel", "forget-key", self.panel["id"], "Dora", status=1, naming="Dora")
        forgotten = self.json("panel", "forget-key", self.panel["id"], "Ben")
        self.assertIsNone(forgotten["members"][0]["key_words"])
        self.assertTrue(self.json("panel", "import", self.folder / "Benedict.ikscore")[0]["new_key"])

    def test_words_of_the_call(self):
        self.refuse("panel", "invite", self.invitation, status=2, naming="--candidate")
        self.refuse("panel", "invite", "--candidate", self.candidate, "--set", self.set,
                    "--round", "x", self.invitation, status=2, naming="--member")
        for option, value, naming in (("--at", "Ben=soon", "soon"), ("--minutes", "Ben=0", "“0”"),
                                      ("--asks", "Dora=Soil", "Dora=Soil")):
            self.refuse("panel", "invite", "--candidate", self.candidate, "--set", self.set,
                        "--round", "x", "--member", "Ben", option, value, self.invitation,
                        status=2, naming=naming)
        before = self.json("panels")
        self.refuse("panel", "invite", "--candidate", self.candidate, "--set", self.set,
                    "--round", "x", "--member", "Ben", "--asks", "Ben=Juggling",
                    self.invitation, status=1, naming="Juggling")
        self.refuse("panel", "invite", "--candidate", self.candidate, "--set", self.set,
                    "--round", "x", "--member", "Ben", self.folder / "none" / "a.ikpanel",
                    status=1, naming="a.ikpanel")
        self.assertEqual(self.json("panels"), before)


if __name__ == "__main__":
    harness.main()
