CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL,
  handle TEXT NOT NULL,
  handle_key TEXT NOT NULL,
  passphrase TEXT,
  pin TEXT,
  takes_help BOOLEAN NOT NULL,
  totp TEXT,
  totp_step BIGINT NOT NULL,
  lang TEXT NOT NULL,
  born BIGINT,
  level BIGINT NOT NULL,
  by_hand BIGINT NOT NULL,
  trusted_by TEXT,
  roles BIGINT NOT NULL,
  state TEXT NOT NULL,
  review_since BIGINT,
  vouched_at BIGINT,
  leaves_at BIGINT,
  made_by TEXT,
  invited_by TEXT,
  shared_by_default BOOLEAN NOT NULL,
  quiet_from BIGINT,
  quiet_until BIGINT,
  created_at BIGINT NOT NULL,
  seen_on BIGINT NOT NULL
);
CREATE UNIQUE INDEX accounts_handle ON accounts (handle);
CREATE UNIQUE INDEX accounts_key ON accounts (handle_key);
CREATE INDEX accounts_leaving ON accounts (leaves_at);
CREATE UNIQUE INDEX accounts_person ON accounts (person_id);
CREATE TABLE attempts (
  subject TEXT NOT NULL PRIMARY KEY,
  log TEXT NOT NULL,
  tried_at BIGINT NOT NULL
);
CREATE INDEX attempts_age ON attempts (tried_at);
CREATE TABLE audit (
  seq BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  request TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX audit_action ON audit (action, seq);
CREATE INDEX audit_actor ON audit (actor, seq);
CREATE INDEX audit_object ON audit (object, seq);
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
CREATE TABLE claims (
  person_id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  verified_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX contacts_account ON contacts (account_id, created_at);
CREATE TABLE devices (
  token TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  shown BOOLEAN NOT NULL,
  device TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (token, account_id)
);
CREATE INDEX devices_account ON devices (account_id, seen_at);
CREATE TABLE erasures (
  account_id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL,
  erased_at BIGINT NOT NULL
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
CREATE TABLE helped (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  helper_id TEXT NOT NULL,
  what TEXT NOT NULL,
  path TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX helped_account ON helped (account_id, at);
CREATE INDEX helped_helper ON helped (helper_id, at);
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
CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  channel TEXT NOT NULL,
  recipient TEXT NOT NULL,
  lang TEXT NOT NULL,
  person_id TEXT,
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  html TEXT,
  unsubscribe TEXT,
  state TEXT NOT NULL,
  attempts BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  last_error TEXT,
  created_at BIGINT NOT NULL,
  sent_at BIGINT
);
CREATE INDEX outbox_due ON outbox (state, next_at, id);
CREATE INDEX outbox_person ON outbox (person_id);
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
CREATE TABLE passkeys (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  credential TEXT NOT NULL,
  name TEXT NOT NULL,
  passkey TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX passkeys_account ON passkeys (account_id, created_at);
CREATE UNIQUE INDEX passkeys_credential ON passkeys (credential);
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
, handle_key TEXT NOT NULL DEFAULT '', protected_until BIGINT);
CREATE UNIQUE INDEX people_handle ON people (handle);
CREATE INDEX people_handle_key ON people (handle_key);
CREATE INDEX people_protected ON people (protected_until) WHERE protected_until IS NOT NULL;
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
CREATE TABLE recoveries (
  id TEXT NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  passphrase TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  ready_at BIGINT,
  ends_at BIGINT NOT NULL
);
CREATE INDEX recoveries_account ON recoveries (account_id, created_at);
CREATE UNIQUE INDEX recoveries_reference ON recoveries (reference);
CREATE TABLE recovery_codes (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  used_at BIGINT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, code)
);
CREATE TABLE recovery_confirmations (
  recovery_id TEXT NOT NULL REFERENCES recoveries (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  part TEXT NOT NULL,
  confirmed_at BIGINT NOT NULL,
  PRIMARY KEY (recovery_id, account_id)
);
CREATE TABLE sent_forms (
  form TEXT NOT NULL PRIMARY KEY,
  location TEXT NOT NULL,
  sent_at BIGINT NOT NULL
);
CREATE INDEX sent_forms_age ON sent_forms (sent_at);
CREATE TABLE sessions (
  token TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  helper_id TEXT,
  shared BOOLEAN NOT NULL,
  second_step BOOLEAN NOT NULL,
  device TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  confirmed_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id, created_at);
CREATE INDEX sessions_end ON sessions (ends_at);
CREATE UNIQUE INDEX sessions_id ON sessions (id);
CREATE TABLE tickets (
  token TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  account_id TEXT,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX tickets_account ON tickets (account_id, kind);
CREATE INDEX tickets_end ON tickets (ends_at);
CREATE TABLE vouches (
  giver_id TEXT NOT NULL,
  receiver_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  known_from TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  giver_gone BOOLEAN NOT NULL,
  withdrawn_at BIGINT,
  PRIMARY KEY (giver_id, receiver_id)
);
CREATE INDEX vouches_received ON vouches (receiver_id, given_at);
CREATE TABLE works (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  place BIGINT NOT NULL,
  audience BIGINT NOT NULL,
  content TEXT NOT NULL
);
CREATE INDEX works_of ON works (person_id, place);
