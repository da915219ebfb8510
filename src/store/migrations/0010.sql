-- Duplicates. A question that was merged into another one goes on under its id in
-- the interviews that asked it, which nothing changes afterwards: "id" is what they
-- have, "question_id" the question it is today.
CREATE TABLE merged_question (
  id          TEXT PRIMARY KEY NOT NULL,
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX merged_question_question ON merged_question (question_id);

-- Questions that look the same and are not; somebody said so.
CREATE TABLE different_question (
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  other_id    TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  PRIMARY KEY (question_id, other_id),
  CHECK (question_id < other_id)
) STRICT;
CREATE INDEX different_question_other ON different_question (other_id);
