-- Two full-text indexes: one of all texts of a question, and a small one of
-- the prompts. Only the small one has indexes of beginnings, which cost more
-- than all else while questions are stored; ik-question-search.c asks it first
-- and mostly needs no more.
--
-- "optimize" and "merge" are called by ik-question-index.c: FTS5 shall not
-- merge all there is in the middle of an import on its own.
DROP TABLE question_fts;

CREATE VIRTUAL TABLE question_fts USING fts5 (
  prompt, details, reference_answer, search_text,
  content = 'question', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE prompt_fts USING fts5 (
  prompt,
  content = 'question', content_rowid = 'seq',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);

INSERT INTO question_fts (question_fts, rank) VALUES ('crisismerge', 1000);
INSERT INTO prompt_fts (prompt_fts, rank) VALUES ('crisismerge', 1000);

INSERT INTO question_fts (question_fts) VALUES ('rebuild');
INSERT INTO prompt_fts (prompt_fts) VALUES ('rebuild');
