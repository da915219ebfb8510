-- The questions that a change of many left for the full-text indexes to follow:
-- to take in the words of a question costs more than all else of such a change.
-- Searches look through these by themselves (ik-unindexed-matches.c) until
-- ik-library-cleaning.c had them indexed, right after the change or, where the
-- program ended before, when the library is opened next.
CREATE TABLE unindexed_question (
  seq              INTEGER PRIMARY KEY, -- question.seq, also of one that is gone
  prompt           TEXT,                -- the texts that the indexes have for it;
  details          TEXT,                -- NULL where they have none
  reference_answer TEXT,
  search_text      TEXT
) STRICT;
