-- Two full-text indexes: one of all texts of a question, and a small one of
-- the prompts. Only the small one has indexes of beginnings, which cost more
-- than all else while questions are stored; ik-question-matches.c asks it first
-- and mostly needs no more. Nothing asks for the sizes of texts.
--
-- ik-question-index.c says when to merge: FTS5 shall not merge all there is in
-- the middle of an import on its own.
DROP TABLE question_fts;

CREATE VIRTUAL TABLE question_fts USING fts5 (
  prompt, details, reference_answer, search_text,
  content = 'question', content_rowid = 'seq', columnsize = 0,
  tokenize = "unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE prompt_fts USING fts5 (
  prompt,
  content = 'question', content_rowid = 'seq', columnsize = 0,
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2'
);

INSERT INTO question_fts (question_fts, rank) VALUES ('crisismerge', 1000);
INSERT INTO prompt_fts (prompt_fts, rank) VALUES ('crisismerge', 1000);

-- Most questions measure nothing in particular.
DROP INDEX question_competency;
DROP INDEX question_rubric;
CREATE INDEX question_competency ON question (competency_id) WHERE competency_id IS NOT NULL;
CREATE INDEX question_rubric ON question (rubric_id) WHERE rubric_id IS NOT NULL;

-- Chinese and Japanese have no spaces between words. With each character for
-- itself behind the other texts, words inside a sentence are found as well;
-- see ik-unspaced.c. Very long texts follow when they are saved next.
UPDATE question SET search_text = search_text || char (10) || (
  WITH RECURSIVE step (text, position, spaced) AS (
    SELECT prompt || char (10) || details || char (10) || reference_answer || char (10) ||
           search_text, 1, ''
    UNION ALL
    SELECT text, position + 1, spaced ||
           CASE WHEN substr (text, position, 1) GLOB '[ぁ-ヿ㐀-䶿一-鿿豈-﫿ｦ-ﾝ𠀀-𳿿]'
                THEN ' ' || substr (text, position, 1) || ' '
                ELSE substr (text, position, 1) END
    FROM step WHERE position <= length (text)
  )
  SELECT spaced FROM step WHERE position > length (text)
)
WHERE length (prompt) + length (details) + length (reference_answer) + length (search_text) < 20000
  AND prompt || details || reference_answer || search_text GLOB '*[ぁ-ヿ㐀-䶿一-鿿豈-﫿ｦ-ﾝ𠀀-𳿿]*';

INSERT INTO question_fts (question_fts) VALUES ('rebuild');
INSERT INTO prompt_fts (prompt_fts) VALUES ('rebuild');
