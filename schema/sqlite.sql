CREATE TABLE change_counter (
  name TEXT NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
);
CREATE TABLE changes (
  seq BIGINT NOT NULL PRIMARY KEY,
  topic TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE TABLE held (
  id TEXT NOT NULL PRIMARY KEY,
  collection TEXT NOT NULL,
  path TEXT NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  fields TEXT NOT NULL,
  body TEXT NOT NULL,
  media TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX held_path ON held (path);
CREATE TABLE imports (
  path TEXT NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL,
  collection TEXT NOT NULL,
  subject TEXT NOT NULL,
  url TEXT,
  imported_at BIGINT NOT NULL
);
CREATE INDEX imports_subject ON imports (subject);
CREATE TABLE jobs (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  claimed_until BIGINT NOT NULL,
  failed_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX jobs_due ON jobs (run_at, id);
CREATE TABLE memberships (
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  audience BIGINT NOT NULL,
  place BIGINT NOT NULL,
  PRIMARY KEY (person_id, organisation_id)
);
CREATE INDEX memberships_in ON memberships (organisation_id, place, person_id);
CREATE TABLE pages (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  lang TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  fields TEXT NOT NULL,
  body TEXT NOT NULL,
  private_body TEXT,
  edited_at BIGINT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX pages_slug ON pages (slug, lang);
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  handle TEXT NOT NULL,
  name_key TEXT NOT NULL,
  state TEXT NOT NULL,
  listed BIGINT NOT NULL,
  fields TEXT NOT NULL,
  kept TEXT NOT NULL,
  released_at BIGINT NOT NULL,
  confirmed_at BIGINT NOT NULL,
  edited_at BIGINT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX people_handle ON people (handle);
CREATE INDEX people_state ON people (state, kind, handle);
CREATE TABLE person_terms (
  term TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  audience BIGINT NOT NULL,
  name_key TEXT NOT NULL,
  released_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, term)
);
CREATE INDEX person_terms_by_name ON person_terms (term, name_key, person_id, audience);
CREATE INDEX person_terms_by_time ON person_terms (term, released_at, person_id, audience);
CREATE TABLE pictures (
  hash TEXT NOT NULL PRIMARY KEY,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  renditions TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE works (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  place BIGINT NOT NULL,
  audience BIGINT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX works_of ON works (person_id, place);
