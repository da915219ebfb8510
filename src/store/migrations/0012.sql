-- What the columns of the bank were read from last: ik-bank-stamp.c writes a
-- number that nobody had before with each commit that changes them. Triggers
-- would do it by themselves, but each row would make FTS5 write all it has in
-- memory.
CREATE TABLE bank_stamp (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  questions INTEGER NOT NULL,
  uses      INTEGER NOT NULL
) STRICT;

INSERT INTO bank_stamp (id, questions, uses) VALUES (1, random () | 1, random () | 1);
