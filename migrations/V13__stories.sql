-- A story: what it is, how far work on it has come (`stage`) and how it stands before the public (`standing`).
-- `edition` is the version the public may read, `next_edition` the one that is being agreed on; `root` and `next_root`
-- are what people in the story agree to: the same for an edition and its small corrections.
CREATE TABLE stories (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  form TEXT NOT NULL,
  stage TEXT NOT NULL,
  standing TEXT NOT NULL,
  lang TEXT NOT NULL,
  theme TEXT NOT NULL,
  title TEXT NOT NULL,
  told TEXT NOT NULL,
  edition TEXT NOT NULL,
  root TEXT NOT NULL,
  next_edition TEXT NOT NULL,
  next_root TEXT NOT NULL,
  cooling_until BIGINT,
  published_at BIGINT,
  series_id TEXT,
  series_place BIGINT NOT NULL,
  kept TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX stories_slug ON stories (slug);
CREATE INDEX stories_stage ON stories (stage, updated_at, id);
CREATE INDEX stories_standing ON stories (standing, id);
CREATE INDEX stories_series ON stories (series_id, series_place);

-- Stories that belong together, in an order.
CREATE TABLE story_series (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX story_series_slug ON story_series (slug);

-- A story in one language, as it is being worked on; `shown` is the edition of it that the public may read.
CREATE TABLE tellings (
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  lang TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  of_edition TEXT NOT NULL,
  of_root TEXT NOT NULL,
  shown TEXT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (story_id, lang)
);
CREATE INDEX tellings_state ON tellings (state, updated_at);

-- Every version that somebody was asked to agree to, or that the public read. Known by the hash of all it says.
CREATE TABLE editions (
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  lang TEXT NOT NULL,
  root TEXT NOT NULL,
  title TEXT NOT NULL,
  lede TEXT NOT NULL,
  lead TEXT NOT NULL,
  content TEXT NOT NULL,
  words BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (story_id, hash)
);

-- Who works on a story, and which root they have signed. The row stays without its person when they are erased.
CREATE TABLE story_roles (
  id TEXT NOT NULL PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  role TEXT NOT NULL,
  lang TEXT NOT NULL,
  signed TEXT NOT NULL,
  since BIGINT NOT NULL
);
CREATE INDEX story_roles_of ON story_roles (story_id);
CREATE INDEX story_roles_by ON story_roles (person_id, role);

-- Everybody a story is about: somebody with a page here, or somebody without; how they are called in it, and what of them
-- may be seen.
CREATE TABLE subjects (
  id TEXT NOT NULL PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  person_id TEXT,
  called TEXT NOT NULL,
  minor BOOLEAN NOT NULL,
  at_risk BOOLEAN NOT NULL,
  face BOOLEAN NOT NULL,
  named BOOLEAN NOT NULL,
  located BOOLEAN NOT NULL,
  recognisable BOOLEAN NOT NULL,
  cleared_at BIGINT,
  asked_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX subjects_of ON subjects (story_id, created_at);
CREATE INDEX subjects_person ON subjects (person_id);

-- What somebody in a story agreed to: one use, one version, one term.
CREATE TABLE consents (
  id TEXT NOT NULL PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  subject_id TEXT NOT NULL REFERENCES subjects (id) ON DELETE CASCADE,
  used_for TEXT NOT NULL,
  root TEXT NOT NULL,
  lang TEXT NOT NULL,
  how TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  witness TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  withdrawn_at BIGINT
);
CREATE INDEX consents_of ON consents (story_id, subject_id);
CREATE INDEX consents_ends ON consents (ends_at, story_id);

-- Codes on the paper of somebody in a story, as hashes: to read it, to agree, to take it back. `look` opens the pictures of
-- the version they are asked about, and nothing else.
CREATE TABLE story_codes (
  code TEXT NOT NULL PRIMARY KEY,
  subject_id TEXT NOT NULL REFERENCES subjects (id) ON DELETE CASCADE,
  look TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE INDEX story_codes_of ON story_codes (subject_id);
CREATE INDEX story_codes_look ON story_codes (look);

-- The public log of what was corrected.
CREATE TABLE story_corrections (
  id TEXT NOT NULL PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  lang TEXT NOT NULL,
  words TEXT NOT NULL,
  agreed_anew BOOLEAN NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE INDEX story_corrections_of ON story_corrections (story_id, made_at);

-- Who took a copy away: readers of feeds that say who they are, and downloads for the press.
CREATE TABLE story_copies (
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  kind TEXT NOT NULL,
  contact TEXT NOT NULL,
  taken_at BIGINT NOT NULL,
  told_at BIGINT,
  PRIMARY KEY (story_id, kind, reader)
);

-- Stories that a public story links to or quotes, by their address.
CREATE TABLE story_links (
  slug TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  PRIMARY KEY (slug, story_id)
);
CREATE INDEX story_links_of ON story_links (story_id);

-- What a list can be narrowed by, for each use that lists stories: `site/form:interview`. A row is there only while
-- everybody in the story agrees to that use, and counts until `ends_at`.
CREATE TABLE story_terms (
  term TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  published_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (term, published_at, story_id)
);
CREATE INDEX story_terms_of ON story_terms (story_id);
