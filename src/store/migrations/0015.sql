-- What a question set was before it was changed. One row for each sitting of edits;
-- ik-set-version-store.c says how many are kept.
CREATE TABLE set_version (
  id         TEXT PRIMARY KEY NOT NULL,
  set_id     TEXT NOT NULL REFERENCES question_set (id) ON DELETE CASCADE,
  changed_at INTEGER NOT NULL, -- the last change of the sitting
  content    TEXT NOT NULL     -- {title, role, …, sections: [[…], …], items: [[…], …]}
) STRICT;
CREATE INDEX set_version_set ON set_version (set_id, changed_at);
