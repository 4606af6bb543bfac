-- What was erased never comes back with an import: asked for each record of a story that is not here.
CREATE INDEX changes_erased ON changes (topic, subject) WHERE kind = 'erased';
