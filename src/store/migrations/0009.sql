-- How long a section of a question set may take, 0 where nobody said.

ALTER TABLE set_section ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes >= 0);
