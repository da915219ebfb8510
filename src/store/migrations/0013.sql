-- What a question said before it was changed: its wording and guidance, without
-- the files. One row for each sitting of edits; ik-question-version-store.c says
-- how many are kept.
CREATE TABLE question_version (
  id               TEXT PRIMARY KEY NOT NULL,
  question_id      TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  -- The question that said it, which may have become a part of "question_id".
  origin_id        TEXT NOT NULL,
  change           TEXT NOT NULL CHECK (change IN ('edit', 'import', 'merge', 'restore')),
  changed_at       INTEGER NOT NULL, -- the last change of the sitting
  prompt           TEXT NOT NULL,
  details          TEXT NOT NULL,
  reference_answer TEXT NOT NULL,
  why_it_matters   TEXT NOT NULL,
  guidance         TEXT NOT NULL     -- the rows of guidance_item: [[field, level, text], …]
) STRICT;
CREATE INDEX question_version_question ON question_version (question_id, changed_at);
