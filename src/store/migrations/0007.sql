-- What a panel agrees about: a score beside those of its members, on a scale
-- that one of the interviews holds; and about the whole. The log is only ever
-- appended to, by what a person changes as by what they undo; its name is that of
-- a competency, '' for the whole.

ALTER TABLE agreed_score ADD COLUMN rubric_id TEXT;
ALTER TABLE agreed_score ADD COLUMN agreed_by TEXT NOT NULL DEFAULT '';

CREATE TABLE agreed_outcome (
  round_id       TEXT PRIMARY KEY NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  recommendation TEXT NOT NULL DEFAULT ''
                   CHECK (recommendation IN ('', 'strong_no', 'no', 'yes', 'strong_yes')),
  summary        TEXT NOT NULL DEFAULT '',
  agreed_by      TEXT NOT NULL DEFAULT '',
  agreed_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE agreement_log (
  seq        INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id   TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  field      TEXT NOT NULL CHECK (field IN ('rating', 'reason', 'recommendation', 'summary')),
  old_value  TEXT NOT NULL,
  new_value  TEXT NOT NULL,
  changed_by TEXT NOT NULL
) STRICT;
CREATE INDEX agreement_log_round ON agreement_log (round_id, name, field, seq);
