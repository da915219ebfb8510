-- Panels by file: an invitation goes to all members, a scorecard comes back from
-- each. In the chair's library each seat has an interview of the same id, in a
-- member's library only their own has; see ik-invitation-store.c.

-- The digest is that of the file; a scorecard says by it what it answers.
CREATE TABLE invitation (
  id           TEXT PRIMARY KEY NOT NULL,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  chair_id     TEXT NOT NULL REFERENCES interviewer (id),
  round        TEXT NOT NULL,
  digest       TEXT NOT NULL,
  written_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX invitation_candidate ON invitation (candidate_id);

-- asks holds sections and competencies, one a line; '' for all.
CREATE TABLE seat (
  id            TEXT PRIMARY KEY NOT NULL,
  invitation_id TEXT NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  name          TEXT NOT NULL,
  asks          TEXT NOT NULL DEFAULT '',
  planned_at    INTEGER,
  room          TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX seat_invitation ON seat (invitation_id, position);

-- Each scorecard that was merged by a chair, or sent by a member. What an older
-- one said that a newer one changed stands in change_log.
CREATE TABLE scorecard (
  seat_id      TEXT NOT NULL REFERENCES seat (id) ON DELETE CASCADE,
  revision     INTEGER NOT NULL CHECK (revision >= 1),
  handed_in_at INTEGER NOT NULL,
  passed_at    INTEGER NOT NULL,
  PRIMARY KEY (seat_id, revision, handed_in_at)
) STRICT;

-- A public key names one person.
CREATE UNIQUE INDEX interviewer_public_key ON interviewer (public_key)
  WHERE public_key IS NOT NULL;
