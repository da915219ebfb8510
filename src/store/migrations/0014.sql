-- A recommendation on a scale of the question set's own: a rubric, "" for the four
-- words. The columns hold "strong_no", "no", "yes", "strong_yes", the number of a
-- level of that rubric, or "".
ALTER TABLE question_set ADD COLUMN recommendation_rubric_id TEXT NOT NULL DEFAULT '';

ALTER TABLE interview ADD COLUMN recommendation_rubric_id TEXT NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN recommended TEXT NOT NULL DEFAULT ''
  CHECK (recommended IN ('', 'strong_no', 'no', 'yes', 'strong_yes') OR
         CAST (CAST (recommended AS INTEGER) AS TEXT) = recommended AND
         CAST (recommended AS INTEGER) BETWEEN -1000 AND 1000);
UPDATE interview SET recommended = recommendation WHERE recommendation <> '';
ALTER TABLE interview DROP COLUMN recommendation;
ALTER TABLE interview RENAME COLUMN recommended TO recommendation;

ALTER TABLE agreed_outcome ADD COLUMN rubric_id TEXT;
ALTER TABLE agreed_outcome ADD COLUMN agreed TEXT NOT NULL DEFAULT ''
  CHECK (agreed IN ('', 'strong_no', 'no', 'yes', 'strong_yes') OR
         CAST (CAST (agreed AS INTEGER) AS TEXT) = agreed AND
         CAST (agreed AS INTEGER) BETWEEN -1000 AND 1000);
UPDATE agreed_outcome SET agreed = recommendation;
ALTER TABLE agreed_outcome DROP COLUMN recommendation;
ALTER TABLE agreed_outcome RENAME COLUMN agreed TO recommendation;
