-- What the review finds for and against a candidate, line by line, each with
-- whether the candidate may read it. The position counts within a side.
CREATE TABLE finding (
  id           TEXT PRIMARY KEY NOT NULL,
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  side         TEXT NOT NULL CHECK (side IN ('strength', 'concern')),
  position     INTEGER NOT NULL,
  text         TEXT NOT NULL,
  is_shareable INTEGER NOT NULL DEFAULT 0 CHECK (is_shareable IN (0, 1))
) STRICT;
CREATE INDEX finding_interview ON finding (interview_id, side, position);
