-- Translations that wait for somebody are found without looking at all the others.
ALTER TABLE tellings ADD COLUMN waits BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE tellings SET waits = TRUE WHERE state = 'draft' OR (state = 'reviewed' AND EXISTS
  (SELECT 1 FROM stories s WHERE s.id = tellings.story_id AND s.edition <> '' AND s.edition <> tellings.of_edition));
CREATE INDEX tellings_waiting ON tellings (waits, updated_at, story_id, lang);
