-- What stewards made of words that people added to crafts, skills and languages. `term` is a term of `person_terms`; `means`
-- is the term it is another way of writing, and never leads to a third. `words` is JSON: the word by language.
CREATE TABLE vocabulary (
  term TEXT NOT NULL PRIMARY KEY,
  means TEXT,
  hidden BOOLEAN NOT NULL,
  words TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX vocabulary_means ON vocabulary (means, term);

-- When a person was asked whether their page is still right. It counts for what was confirmed before it.
ALTER TABLE people ADD COLUMN reminded_at BIGINT;
-- Whom to ask next, and who was asked and did not answer: the nightly job reads nobody else.
CREATE INDEX people_to_remind ON people (confirmed_at, id)
  WHERE state = 'released' AND (reminded_at IS NULL OR reminded_at < confirmed_at);
CREATE INDEX people_to_rest ON people (reminded_at, id) WHERE state = 'released' AND reminded_at >= confirmed_at;
