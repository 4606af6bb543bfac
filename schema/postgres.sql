CREATE TABLE change_counter (
  name text NOT NULL,
  last bigint NOT NULL
);
ALTER TABLE change_counter ADD PRIMARY KEY (name);
CREATE TABLE changes (
  seq bigint NOT NULL,
  topic text NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  changed_at bigint NOT NULL
);
ALTER TABLE changes ADD PRIMARY KEY (seq);
CREATE TABLE held (
  id text NOT NULL,
  collection text NOT NULL,
  path text NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  fields text NOT NULL,
  body text NOT NULL,
  media text NOT NULL,
  created_at bigint NOT NULL
);
ALTER TABLE held ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX held_path ON held USING btree (path);
CREATE TABLE imports (
  path text NOT NULL,
  hash text NOT NULL,
  collection text NOT NULL,
  subject text NOT NULL,
  url text,
  imported_at bigint NOT NULL
);
ALTER TABLE imports ADD PRIMARY KEY (path);
CREATE INDEX imports_subject ON imports USING btree (subject);
CREATE TABLE jobs (
  id text NOT NULL,
  kind text NOT NULL,
  payload text NOT NULL,
  run_at bigint NOT NULL,
  attempts bigint NOT NULL,
  claimed_until bigint NOT NULL,
  failed_at bigint,
  created_at bigint NOT NULL
);
ALTER TABLE jobs ADD PRIMARY KEY (id);
CREATE INDEX jobs_due ON jobs USING btree (run_at, id);
CREATE TABLE memberships (
  person_id text NOT NULL,
  organisation_id text NOT NULL,
  role text NOT NULL,
  audience bigint NOT NULL,
  place bigint NOT NULL
);
ALTER TABLE memberships ADD PRIMARY KEY (person_id, organisation_id);
ALTER TABLE memberships ADD FOREIGN KEY (organisation_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE memberships ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX memberships_in ON memberships USING btree (organisation_id, place, person_id);
CREATE TABLE pages (
  id text NOT NULL,
  slug text NOT NULL,
  lang text NOT NULL,
  state text NOT NULL,
  title text NOT NULL,
  fields text NOT NULL,
  body text NOT NULL,
  private_body text,
  edited_at bigint,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
ALTER TABLE pages ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX pages_slug ON pages USING btree (slug, lang);
CREATE TABLE people (
  id text NOT NULL,
  kind text NOT NULL,
  handle text NOT NULL,
  name_key text NOT NULL,
  state text NOT NULL,
  listed bigint NOT NULL,
  fields text NOT NULL,
  kept text NOT NULL,
  released_at bigint NOT NULL,
  confirmed_at bigint NOT NULL,
  edited_at bigint,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
ALTER TABLE people ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX people_handle ON people USING btree (handle);
CREATE INDEX people_state ON people USING btree (state, kind, handle);
CREATE TABLE person_terms (
  term text NOT NULL,
  person_id text NOT NULL,
  audience bigint NOT NULL,
  name_key text NOT NULL,
  released_at bigint NOT NULL
);
ALTER TABLE person_terms ADD PRIMARY KEY (person_id, term);
ALTER TABLE person_terms ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX person_terms_by_name ON person_terms USING btree (term, name_key, person_id, audience);
CREATE INDEX person_terms_by_time ON person_terms USING btree (term, released_at, person_id, audience);
CREATE TABLE pictures (
  hash text NOT NULL,
  width bigint NOT NULL,
  height bigint NOT NULL,
  renditions text NOT NULL,
  created_at bigint NOT NULL
);
ALTER TABLE pictures ADD PRIMARY KEY (hash);
CREATE TABLE works (
  id text NOT NULL,
  person_id text NOT NULL,
  place bigint NOT NULL,
  audience bigint NOT NULL,
  content text NOT NULL
);
ALTER TABLE works ADD PRIMARY KEY (id);
ALTER TABLE works ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX works_of ON works USING btree (person_id, place);
