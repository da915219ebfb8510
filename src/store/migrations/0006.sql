-- Scoring. A question of a set counts once unless somebody wrote down why not,
-- and may ask for a level that its rating has to reach; both are frozen into
-- the interview.

ALTER TABLE set_item ADD COLUMN weight INTEGER NOT NULL DEFAULT 1
  CHECK (weight BETWEEN 1 AND 9);
ALTER TABLE set_item ADD COLUMN weight_reason TEXT NOT NULL DEFAULT ''
  CHECK (weight = 1 OR weight_reason <> '');
ALTER TABLE set_item ADD COLUMN knock_out INTEGER;

ALTER TABLE interview_item ADD COLUMN weight INTEGER NOT NULL DEFAULT 1
  CHECK (weight BETWEEN 1 AND 9);
ALTER TABLE interview_item ADD COLUMN weight_reason TEXT NOT NULL DEFAULT ''
  CHECK (weight = 1 OR weight_reason <> '');
ALTER TABLE interview_item ADD COLUMN knock_out INTEGER;

-- A rubric's wording is changed in place while no interview has taken a copy of
-- it; after that the change is a new version, and the one before stays in the
-- interviews that hold it.
ALTER TABLE rubric ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
ALTER TABLE interview_rubric ADD COLUMN version INTEGER NOT NULL DEFAULT 1
  CHECK (version >= 1);
CREATE INDEX interview_rubric_rubric ON interview_rubric (rubric_id, version);
