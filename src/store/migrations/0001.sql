-- The library as first released. Times are microseconds since 1970 UTC; ids
-- are UUIDs in lower case; CHECK constraints mirror src/model/ik-enums.c.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

-- People who interview. Exactly one is the owner of this library.
CREATE TABLE interviewer (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  is_owner   INTEGER NOT NULL DEFAULT 0 CHECK (is_owner IN (0, 1)),
  public_key TEXT,
  secret_key TEXT
) STRICT;
CREATE UNIQUE INDEX interviewer_owner ON interviewer (is_owner) WHERE is_owner = 1;

CREATE TABLE role (
  id    TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL UNIQUE
) STRICT;

-- The bank ----------------------------------------------------------------

CREATE TABLE pack (
  id          TEXT PRIMARY KEY NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  language    TEXT NOT NULL DEFAULT '',
  source      TEXT NOT NULL DEFAULT '',
  author      TEXT NOT NULL DEFAULT '',
  licence     TEXT NOT NULL DEFAULT '',
  created_at  INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  is_hidden   INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)), -- being imported
  removed_at  INTEGER
) STRICT;

CREATE TABLE competency (
  id          TEXT PRIMARY KEY NOT NULL,
  pack_id     TEXT REFERENCES pack (id) ON DELETE SET NULL,
  position    INTEGER NOT NULL DEFAULT 0,
  name        TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX competency_pack ON competency (pack_id);

CREATE TABLE rubric (
  id       TEXT PRIMARY KEY NOT NULL,
  pack_id  TEXT REFERENCES pack (id) ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0,
  name     TEXT NOT NULL
) STRICT;
CREATE INDEX rubric_pack ON rubric (pack_id);

CREATE TABLE anchor (
  rubric_id TEXT NOT NULL REFERENCES rubric (id) ON DELETE CASCADE,
  value     INTEGER NOT NULL,
  label     TEXT NOT NULL,
  text      TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (rubric_id, value)
) STRICT;

CREATE TABLE section (
  id           TEXT PRIMARY KEY NOT NULL,
  pack_id      TEXT NOT NULL REFERENCES pack (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  title        TEXT NOT NULL,
  introduction TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX section_pack ON section (pack_id, position);

-- The key is an integer so that the full-text index can follow it through a
-- VACUUM; everything else refers to the id. search_text holds the texts of
-- the lists (sub-questions, guidance, tags) for the index.
CREATE TABLE question (
  seq              INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  section_id       TEXT NOT NULL REFERENCES section (id) ON DELETE CASCADE,
  position         INTEGER NOT NULL,
  state            TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('draft', 'ready', 'archived')),
  kind             TEXT NOT NULL DEFAULT 'open' CHECK (kind IN ('open', 'behavioural', 'scenario',
                     'design', 'coding', 'choice', 'opening', 'closing', 'candidate_questions')),
  level            TEXT NOT NULL DEFAULT '',
  minutes          INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0),
  competency_id    TEXT REFERENCES competency (id) ON DELETE SET NULL,
  rubric_id        TEXT REFERENCES rubric (id) ON DELETE SET NULL,
  prompt           TEXT NOT NULL,
  details          TEXT NOT NULL DEFAULT '',
  reference_answer TEXT NOT NULL DEFAULT '',
  why_it_matters   TEXT NOT NULL DEFAULT '',
  search_text      TEXT NOT NULL DEFAULT '',
  created_at       INTEGER NOT NULL,
  changed_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX question_section ON question (section_id, position);
CREATE INDEX question_competency ON question (competency_id);
CREATE INDEX question_rubric ON question (rubric_id);

-- The lists of a question. 'sub_question' is candidate text, all others are
-- interviewer text; level is set for 'answer' (an answer by level) only.
CREATE TABLE guidance_item (
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  field       TEXT NOT NULL CHECK (field IN ('sub_question', 'follow_up', 'answer',
                'clarifying_question', 'solution_step', 'positive_indicator', 'red_flag',
                'reference')),
  position    INTEGER NOT NULL,
  level       TEXT NOT NULL DEFAULT '',
  text        TEXT NOT NULL,
  PRIMARY KEY (question_id, field, position)
) STRICT;

CREATE TABLE tag (
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  name        TEXT NOT NULL COLLATE NOCASE,
  position    INTEGER NOT NULL,
  PRIMARY KEY (question_id, name)
) STRICT;
CREATE INDEX tag_name ON tag (name);

-- Kept in step by ik-question-index.c.
CREATE VIRTUAL TABLE question_fts USING fts5 (
  prompt, details, reference_answer, search_text,
  content = 'question', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- Question sets -------------------------------------------------------------

CREATE TABLE question_set (
  id           TEXT PRIMARY KEY NOT NULL,
  title        TEXT NOT NULL,
  role_id      TEXT REFERENCES role (id) ON DELETE SET NULL,
  slot_minutes INTEGER NOT NULL DEFAULT 0 CHECK (slot_minutes >= 0),
  rubric_id    TEXT REFERENCES rubric (id) ON DELETE SET NULL,
  created_at   INTEGER NOT NULL,
  changed_at   INTEGER NOT NULL,
  removed_at   INTEGER
) STRICT;

CREATE TABLE set_section (
  id           TEXT PRIMARY KEY NOT NULL,
  set_id       TEXT NOT NULL REFERENCES question_set (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  title        TEXT NOT NULL,
  introduction TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX set_section_set ON set_section (set_id, position);

CREATE TABLE set_item (
  id          TEXT PRIMARY KEY NOT NULL,
  set_id      TEXT NOT NULL REFERENCES question_set (id) ON DELETE CASCADE,
  section_id  TEXT REFERENCES set_section (id) ON DELETE SET NULL,
  question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  is_required INTEGER NOT NULL DEFAULT 1 CHECK (is_required IN (0, 1)),
  minutes     INTEGER NOT NULL CHECK (minutes >= 1)
) STRICT;
CREATE INDEX set_item_set ON set_item (set_id, position);
CREATE INDEX set_item_question ON set_item (question_id);

-- People and interviews ------------------------------------------------------

CREATE TABLE candidate (
  id            TEXT PRIMARY KEY NOT NULL,
  name          TEXT NOT NULL,
  pronunciation TEXT NOT NULL DEFAULT '',
  pronouns      TEXT NOT NULL DEFAULT '',
  email         TEXT NOT NULL DEFAULT '',
  role_id       TEXT REFERENCES role (id) ON DELETE SET NULL,
  state         TEXT NOT NULL DEFAULT 'open'
                  CHECK (state IN ('open', 'hired', 'rejected', 'withdrawn')),
  created_at    INTEGER NOT NULL,
  decided_at    INTEGER
) STRICT;

-- Extra time and the like; names no reason.
CREATE TABLE adjustment (
  candidate_id       TEXT PRIMARY KEY NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  extra_time_percent INTEGER NOT NULL DEFAULT 0 CHECK (extra_time_percent BETWEEN 0 AND 300),
  large_print        INTEGER NOT NULL DEFAULT 0 CHECK (large_print IN (0, 1))
) STRICT;

CREATE TABLE round (
  id           TEXT PRIMARY KEY NOT NULL,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  title        TEXT NOT NULL,
  position     INTEGER NOT NULL,
  UNIQUE (candidate_id, title)
) STRICT;

-- The interviewers of one candidate in one round.
CREATE TABLE panel (
  round_id       TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  interviewer_id TEXT NOT NULL REFERENCES interviewer (id) ON DELETE CASCADE,
  part           TEXT NOT NULL DEFAULT 'member' CHECK (part IN ('lead', 'member', 'observer')),
  PRIMARY KEY (round_id, interviewer_id)
) STRICT;

CREATE TABLE panel_competency (
  round_id       TEXT NOT NULL,
  interviewer_id TEXT NOT NULL,
  name           TEXT NOT NULL,
  PRIMARY KEY (round_id, interviewer_id, name),
  FOREIGN KEY (round_id, interviewer_id) REFERENCES panel ON DELETE CASCADE
) STRICT;

CREATE TABLE agreed_score (
  round_id  TEXT NOT NULL REFERENCES round (id) ON DELETE CASCADE,
  name      TEXT NOT NULL, -- of the competency
  rating    INTEGER NOT NULL,
  reason    TEXT NOT NULL DEFAULT '',
  agreed_at INTEGER NOT NULL,
  PRIMARY KEY (round_id, name)
) STRICT;

-- Everything an interview needs is copied into it when it is planned; ids of
-- the bank are kept to look things up, never to read wording from.
CREATE TABLE interview (
  id                 TEXT PRIMARY KEY NOT NULL,
  candidate_id       TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  interviewer_id     TEXT NOT NULL REFERENCES interviewer (id),
  round_id           TEXT REFERENCES round (id) ON DELETE SET NULL,
  set_id             TEXT,
  set_title          TEXT NOT NULL,
  role               TEXT NOT NULL DEFAULT '',
  state              TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'live',
                       'broken_off', 'review', 'handed_in', 'cancelled', 'no_show')),
  planned_at         INTEGER,
  started_at         INTEGER,
  ended_at           INTEGER,
  slot_minutes       INTEGER NOT NULL DEFAULT 0 CHECK (slot_minutes >= 0),
  extra_time_percent INTEGER NOT NULL DEFAULT 0 CHECK (extra_time_percent BETWEEN 0 AND 300),
  recommendation     TEXT NOT NULL DEFAULT ''
                       CHECK (recommendation IN ('', 'strong_no', 'no', 'yes', 'strong_yes')),
  summary            TEXT NOT NULL DEFAULT '',
  handed_in_at       INTEGER,
  created_at         INTEGER NOT NULL,
  -- The clock: instants as wall time, boot time and boot id
  started_boot_at    INTEGER NOT NULL DEFAULT 0,
  started_boot_id    TEXT NOT NULL DEFAULT '',
  paused_wall_at     INTEGER NOT NULL DEFAULT 0,
  paused_boot_at     INTEGER NOT NULL DEFAULT 0,
  paused_boot_id     TEXT NOT NULL DEFAULT '',
  paused_ms          INTEGER NOT NULL DEFAULT 0,
  current_item       INTEGER NOT NULL DEFAULT 0,
  focused_wall_at    INTEGER NOT NULL DEFAULT 0,
  focused_boot_at    INTEGER NOT NULL DEFAULT 0,
  focused_boot_id    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX interview_candidate ON interview (candidate_id);
CREATE INDEX interview_interviewer ON interview (interviewer_id);
CREATE INDEX interview_round ON interview (round_id);
CREATE INDEX interview_state ON interview (state, planned_at);

CREATE TABLE interview_rubric (
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  rubric_id    TEXT NOT NULL,
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  PRIMARY KEY (interview_id, rubric_id)
) STRICT;

CREATE TABLE interview_anchor (
  interview_id TEXT NOT NULL,
  rubric_id    TEXT NOT NULL,
  value        INTEGER NOT NULL,
  label        TEXT NOT NULL,
  text         TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (interview_id, rubric_id, value),
  FOREIGN KEY (interview_id, rubric_id) REFERENCES interview_rubric ON DELETE CASCADE
) STRICT;

-- The competencies of an interview, each with its rating of the review.
CREATE TABLE competency_rating (
  interview_id  TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  competency_id TEXT NOT NULL,
  position      INTEGER NOT NULL,
  name          TEXT NOT NULL,
  description   TEXT NOT NULL DEFAULT '',
  rating        INTEGER,
  PRIMARY KEY (interview_id, competency_id)
) STRICT;

CREATE TABLE interview_item (
  id                   TEXT PRIMARY KEY NOT NULL,
  interview_id         TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  question_id          TEXT,
  position             INTEGER NOT NULL,
  section              TEXT NOT NULL DEFAULT '',
  section_introduction TEXT NOT NULL DEFAULT '',
  is_required          INTEGER NOT NULL DEFAULT 1 CHECK (is_required IN (0, 1)),
  minutes              INTEGER NOT NULL CHECK (minutes >= 0),
  is_scored            INTEGER NOT NULL DEFAULT 1 CHECK (is_scored IN (0, 1)),
  is_off_script        INTEGER NOT NULL DEFAULT 0 CHECK (is_off_script IN (0, 1)),
  kind                 TEXT NOT NULL DEFAULT 'open' CHECK (kind IN ('open', 'behavioural',
                         'scenario', 'design', 'coding', 'choice', 'opening', 'closing',
                         'candidate_questions')),
  prompt               TEXT NOT NULL,
  details              TEXT NOT NULL DEFAULT '',
  reference_answer     TEXT NOT NULL DEFAULT '',
  why_it_matters       TEXT NOT NULL DEFAULT '',
  competency_id        TEXT,
  rubric_id            TEXT,
  outcome              TEXT NOT NULL DEFAULT 'not_asked'
                         CHECK (outcome IN ('not_asked', 'no_evidence', 'partly', 'answered')),
  elapsed_ms           INTEGER NOT NULL DEFAULT 0 CHECK (elapsed_ms >= 0),
  rating               INTEGER,
  not_assessed         INTEGER NOT NULL DEFAULT 0 CHECK (not_assessed IN (0, 1)),
  evidence             TEXT NOT NULL DEFAULT '',
  skipped              INTEGER NOT NULL DEFAULT 0 -- how often
) STRICT;
CREATE INDEX interview_item_interview ON interview_item (interview_id, position);
CREATE INDEX interview_item_question ON interview_item (question_id);

CREATE TABLE interview_text (
  item_id  TEXT NOT NULL REFERENCES interview_item (id) ON DELETE CASCADE,
  field    TEXT NOT NULL CHECK (field IN ('sub_question', 'follow_up', 'answer',
             'clarifying_question', 'solution_step', 'reference')),
  position INTEGER NOT NULL,
  level    TEXT NOT NULL DEFAULT '',
  text     TEXT NOT NULL,
  PRIMARY KEY (item_id, field, position)
) STRICT;

CREATE TABLE indicator (
  id        TEXT PRIMARY KEY NOT NULL,
  item_id   TEXT NOT NULL REFERENCES interview_item (id) ON DELETE CASCADE,
  side      TEXT NOT NULL CHECK (side IN ('positive', 'red_flag')),
  position  INTEGER NOT NULL,
  text      TEXT NOT NULL,
  ticked_at INTEGER
) STRICT;
CREATE INDEX indicator_item ON indicator (item_id, position);

-- Paragraphs; without an item they are the general note of the interview.
CREATE TABLE note (
  id           TEXT PRIMARY KEY NOT NULL,
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  item_id      TEXT REFERENCES interview_item (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  text         TEXT NOT NULL
) STRICT;
CREATE INDEX note_interview ON note (interview_id, item_id, position);
CREATE INDEX note_item ON note (item_id);

-- What happened in an interview, in order; only ever appended to.
CREATE TABLE event (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT,
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  item_id      TEXT REFERENCES interview_item (id) ON DELETE CASCADE,
  at           INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  value        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX event_interview ON event (interview_id, seq);
CREATE INDEX event_item ON event (item_id);

CREATE TABLE reopening (
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  at           INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  PRIMARY KEY (interview_id, at)
) STRICT;

-- Files of a question, of a frozen copy of one, or of a candidate.
CREATE TABLE attachment (
  id           TEXT PRIMARY KEY NOT NULL,
  question_id  TEXT REFERENCES question (id) ON DELETE CASCADE,
  item_id      TEXT REFERENCES interview_item (id) ON DELETE CASCADE,
  candidate_id TEXT REFERENCES candidate (id) ON DELETE CASCADE,
  position     INTEGER NOT NULL DEFAULT 0,
  name         TEXT NOT NULL,
  media_type   TEXT NOT NULL,
  side         TEXT NOT NULL CHECK (side IN ('candidate', 'interviewer')),
  data         BLOB NOT NULL,
  CHECK ((question_id IS NOT NULL) + (item_id IS NOT NULL) + (candidate_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX attachment_question ON attachment (question_id);
CREATE INDEX attachment_item ON attachment (item_id);
CREATE INDEX attachment_candidate ON attachment (candidate_id);

-- Changes after handing in: old, new, when and why.
CREATE TABLE change_log (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT,
  interview_id TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  item_id      TEXT REFERENCES interview_item (id) ON DELETE CASCADE,
  at           INTEGER NOT NULL,
  field        TEXT NOT NULL,
  old_value    TEXT NOT NULL,
  new_value    TEXT NOT NULL,
  reason       TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX change_log_interview ON change_log (interview_id, seq);
CREATE INDEX change_log_item ON change_log (item_id);
