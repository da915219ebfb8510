-- What finding questions looks at, without their texts: ik-question-columns.c
-- reads these indexes from end to end, a tenth of the time of the rows.
DROP INDEX question_section;
CREATE INDEX question_section ON question
  (section_id, position, state, kind, level, minutes, competency_id, changed_at);
CREATE INDEX question_answered ON question (seq) WHERE reference_answer <> '';
CREATE INDEX guidance_item_answer ON guidance_item (question_id) WHERE field = 'answer';

-- Searches of the bank that have a name; fields as in IkQuestionFilter. Packs
-- and sections are named by their ids, and may be gone.
CREATE TABLE saved_search (
  id            TEXT PRIMARY KEY NOT NULL,
  name          TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (name <> ''),
  words         TEXT NOT NULL DEFAULT '',
  minutes_from  INTEGER NOT NULL DEFAULT 0 CHECK (minutes_from >= 0),
  minutes_to    INTEGER NOT NULL DEFAULT 0 CHECK (minutes_to >= 0),
  used          TEXT NOT NULL DEFAULT 'any' CHECK (used IN ('any', 'yes', 'no')),
  answered      TEXT NOT NULL DEFAULT 'any' CHECK (answered IN ('any', 'yes', 'no')),
  sort          TEXT NOT NULL DEFAULT 'relevance' CHECK (sort IN ('relevance', 'pack', 'prompt',
                  'minutes', 'level', 'changed', 'last_used')),
  is_descending INTEGER NOT NULL DEFAULT 0 CHECK (is_descending IN (0, 1))
) STRICT;

CREATE TABLE saved_search_value (
  search_id TEXT NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  facet     TEXT NOT NULL CHECK (facet IN ('pack', 'section', 'tag', 'competency', 'level',
              'kind', 'state')),
  value     TEXT NOT NULL,
  PRIMARY KEY (search_id, facet, value)
) STRICT;
