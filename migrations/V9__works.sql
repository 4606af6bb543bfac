-- Works have an address of their own and a state. What was there is published, and known by its number.
ALTER TABLE works ADD COLUMN slug TEXT NOT NULL DEFAULT '';
ALTER TABLE works ADD COLUMN state TEXT NOT NULL DEFAULT 'published';
UPDATE works SET slug = CAST(place + 1 AS TEXT);
CREATE UNIQUE INDEX works_slug ON works (person_id, slug);

-- Whom a work names beside its owner, once they agreed. `dropped`: its owner asks no more.
CREATE TABLE credits (
  work_id TEXT NOT NULL REFERENCES works (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  state TEXT NOT NULL,
  dropped BOOLEAN NOT NULL,
  asked_at BIGINT NOT NULL,
  answered_at BIGINT,
  PRIMARY KEY (work_id, person_id)
);
CREATE INDEX credits_person ON credits (person_id, asked_at);
