-- What holding an interview keeps beside its answers. The opening is a script
-- to read out before the first question.

ALTER TABLE question_set ADD COLUMN opening TEXT NOT NULL DEFAULT '';

ALTER TABLE interview ADD COLUMN opening TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN room TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN is_from_paper INTEGER NOT NULL DEFAULT 0
  CHECK (is_from_paper IN (0, 1));
-- The candidate's quiet time that runs now, as an instant; all 0 while none does
ALTER TABLE interview ADD COLUMN quiet_wall_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interview ADD COLUMN quiet_boot_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interview ADD COLUMN quiet_boot_id TEXT NOT NULL DEFAULT '';

ALTER TABLE competency_rating ADD COLUMN not_assessed INTEGER NOT NULL DEFAULT 0
  CHECK (not_assessed IN (0, 1));

-- asked_as is what was said instead of the frozen wording, '' where it was that
ALTER TABLE interview_item ADD COLUMN is_omitted INTEGER NOT NULL DEFAULT 0
  CHECK (is_omitted IN (0, 1));
ALTER TABLE interview_item ADD COLUMN asked_as TEXT NOT NULL DEFAULT '';
ALTER TABLE interview_item ADD COLUMN quiet_ms INTEGER NOT NULL DEFAULT 0 CHECK (quiet_ms >= 0);

-- 'own' is a chip of the interviewer's own, which the question doesn't bring.
ALTER TABLE indicator RENAME TO old_indicator;
DROP INDEX indicator_item;
CREATE TABLE indicator (
  id        TEXT PRIMARY KEY NOT NULL,
  item_id   TEXT NOT NULL REFERENCES interview_item (id) ON DELETE CASCADE,
  side      TEXT NOT NULL CHECK (side IN ('positive', 'red_flag', 'own')),
  position  INTEGER NOT NULL,
  text      TEXT NOT NULL,
  ticked_at INTEGER
) STRICT;
INSERT INTO indicator (id, item_id, side, position, text, ticked_at)
  SELECT id, item_id, side, position, text, ticked_at FROM old_indicator;
DROP TABLE old_indicator;
CREATE INDEX indicator_item ON indicator (item_id, position);

-- Quick chips, for each interview or for those rated by one rubric.
CREATE TABLE chip (
  id        TEXT PRIMARY KEY NOT NULL,
  rubric_id TEXT REFERENCES rubric (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  text      TEXT NOT NULL
) STRICT;
CREATE INDEX chip_rubric ON chip (rubric_id);

-- What a short word becomes in a note.
CREATE TABLE comment (
  id   TEXT PRIMARY KEY NOT NULL,
  word TEXT NOT NULL COLLATE NOCASE UNIQUE,
  text TEXT NOT NULL
) STRICT;
