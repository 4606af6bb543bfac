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
CREATE TABLE blocks (
  blocker_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  blocked_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  blocked_at BIGINT NOT NULL,
  PRIMARY KEY (blocker_id, blocked_id)
);
CREATE INDEX blocks_of ON blocks (blocked_id);
CREATE TABLE brought (
  person_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  brought_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, hash)
);
CREATE INDEX brought_old ON brought (brought_at);
CREATE INDEX brought_when ON brought (person_id, brought_at);
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
CREATE INDEX changes_erased ON changes (topic, subject) WHERE kind = 'erased';
CREATE TABLE claims (
  person_id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
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
CREATE INDEX consents_ends ON consents (ends_at, story_id);
CREATE INDEX consents_of ON consents (story_id, subject_id);
CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  verified_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX contacts_account ON contacts (account_id, created_at);
CREATE TABLE corrections (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  person_id TEXT REFERENCES people (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  words TEXT NOT NULL,
  said_at BIGINT NOT NULL,
  settled_at BIGINT,
  outcome TEXT
);
CREATE INDEX corrections_by ON corrections (person_id, said_at);
CREATE INDEX corrections_for ON corrections (organisation_id, settled_at, said_at);
CREATE INDEX corrections_open ON corrections (settled_at, said_at);
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
CREATE TABLE letter_replies (
  id TEXT NOT NULL PRIMARY KEY,
  letter_id TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
  side TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  dropped BOOLEAN NOT NULL,
  sent_at BIGINT NOT NULL
);
CREATE INDEX letter_replies_by ON letter_replies (author_id);
CREATE INDEX letter_replies_of ON letter_replies (letter_id, sent_at);
CREATE INDEX letter_replies_old ON letter_replies (sent_at);
CREATE TABLE letter_settings (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  open_to TEXT NOT NULL,
  told BOOLEAN NOT NULL
);
CREATE TABLE letters (
  id TEXT NOT NULL PRIMARY KEY,
  sender_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  receiver_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  state TEXT NOT NULL,
  last_side TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  moved_at BIGINT NOT NULL
);
CREATE INDEX letters_by ON letters (sender_id, sent_at);
CREATE INDEX letters_old ON letters (state, moved_at);
CREATE INDEX letters_to ON letters (receiver_id, state, sent_at);
CREATE TABLE memberships (
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  audience BIGINT NOT NULL,
  place BIGINT NOT NULL, standing TEXT NOT NULL DEFAULT 'member', organisation_audience BIGINT NOT NULL DEFAULT 4,
  PRIMARY KEY (person_id, organisation_id)
);
CREATE INDEX memberships_in ON memberships (organisation_id, place, person_id);
CREATE TABLE organisation_checks (
  organisation_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  checked_at BIGINT NOT NULL,
  ask_at BIGINT NOT NULL
);
CREATE INDEX organisation_checks_due ON organisation_checks (ask_at, organisation_id);
CREATE TABLE organisation_claims (
  id TEXT NOT NULL PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  words TEXT NOT NULL,
  state TEXT NOT NULL,
  claimed_at BIGINT NOT NULL,
  ready_at BIGINT,
  ends_at BIGINT NOT NULL
);
CREATE INDEX organisation_claims_by ON organisation_claims (person_id, claimed_at);
CREATE INDEX organisation_claims_for ON organisation_claims (organisation_id, claimed_at);
CREATE INDEX organisation_claims_open ON organisation_claims (state, ends_at);
CREATE TABLE organisation_confirmations (
  claim_id TEXT NOT NULL REFERENCES organisation_claims (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  confirmed_at BIGINT NOT NULL,
  PRIMARY KEY (claim_id, person_id)
);
CREATE INDEX organisation_confirmations_by ON organisation_confirmations (person_id, confirmed_at);
CREATE TABLE organisation_invitations (
  organisation_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  standing TEXT NOT NULL,
  role TEXT NOT NULL,
  invited_by TEXT,
  invited_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  declined_at BIGINT,
  PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX organisation_invitations_of ON organisation_invitations (person_id, ends_at);
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
, handle_key TEXT NOT NULL DEFAULT '', protected_until BIGINT, reminded_at BIGINT);
CREATE UNIQUE INDEX people_handle ON people (handle);
CREATE INDEX people_handle_key ON people (handle_key);
CREATE INDEX people_protected ON people (protected_until) WHERE protected_until IS NOT NULL;
CREATE INDEX people_state ON people (state, kind, handle);
CREATE INDEX people_to_remind ON people (confirmed_at, id)
  WHERE COALESCE(state, '') = 'released' AND (reminded_at IS NULL OR reminded_at < confirmed_at);
CREATE INDEX people_to_rest ON people (reminded_at, id)
  WHERE COALESCE(state, '') = 'released' AND reminded_at >= confirmed_at;
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
CREATE TABLE picture_files (
  key TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES pictures (hash) ON DELETE CASCADE,
  PRIMARY KEY (key, hash)
);
CREATE INDEX picture_files_of ON picture_files (hash);
CREATE TABLE picture_uses (
  room TEXT NOT NULL,
  subject TEXT NOT NULL,
  hash TEXT NOT NULL,
  audience BIGINT NOT NULL,
  PRIMARY KEY (room, subject, hash)
);
CREATE INDEX picture_uses_of ON picture_uses (hash, audience, subject);
CREATE TABLE pictures (
  hash TEXT NOT NULL PRIMARY KEY,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  renditions TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE recordings (
  hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  milliseconds BIGINT NOT NULL,
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
CREATE TABLE reports (
  id TEXT NOT NULL PRIMARY KEY,
  letter_id TEXT NOT NULL,
  reporter_id TEXT NOT NULL,
  reported_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  weight BIGINT NOT NULL,
  note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  reported_at BIGINT NOT NULL,
  settled_at BIGINT,
  settled_by TEXT,
  outcome TEXT
);
CREATE INDEX reports_by ON reports (reporter_id, letter_id);
CREATE INDEX reports_of ON reports (reported_id);
CREATE INDEX reports_open ON reports (settled_at, weight, reported_at);
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
CREATE INDEX stories_series ON stories (series_id, series_place);
CREATE UNIQUE INDEX stories_slug ON stories (slug);
CREATE INDEX stories_stage ON stories (stage, updated_at, id);
CREATE INDEX stories_standing ON stories (standing, id);
CREATE TABLE story_codes (
  code TEXT NOT NULL PRIMARY KEY,
  subject_id TEXT NOT NULL REFERENCES subjects (id) ON DELETE CASCADE,
  look TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE INDEX story_codes_look ON story_codes (look);
CREATE INDEX story_codes_of ON story_codes (subject_id);
CREATE TABLE story_copies (
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  kind TEXT NOT NULL,
  contact TEXT NOT NULL,
  taken_at BIGINT NOT NULL,
  told_at BIGINT,
  PRIMARY KEY (story_id, kind, reader)
);
CREATE TABLE story_corrections (
  id TEXT NOT NULL PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  lang TEXT NOT NULL,
  words TEXT NOT NULL,
  agreed_anew BOOLEAN NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE INDEX story_corrections_of ON story_corrections (story_id, made_at);
CREATE TABLE story_links (
  slug TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  PRIMARY KEY (slug, story_id)
);
CREATE INDEX story_links_of ON story_links (story_id);
CREATE TABLE story_roles (
  id TEXT NOT NULL PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL,
  role TEXT NOT NULL,
  lang TEXT NOT NULL,
  signed TEXT NOT NULL,
  since BIGINT NOT NULL
);
CREATE INDEX story_roles_by ON story_roles (person_id, role);
CREATE INDEX story_roles_of ON story_roles (story_id);
CREATE TABLE story_series (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX story_series_slug ON story_series (slug);
CREATE TABLE story_terms (
  term TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  published_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  PRIMARY KEY (term, published_at, story_id)
);
CREATE INDEX story_terms_of ON story_terms (story_id);
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
CREATE TABLE tellings (
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  lang TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  of_edition TEXT NOT NULL,
  of_root TEXT NOT NULL,
  shown TEXT NOT NULL,
  updated_at BIGINT NOT NULL, waits BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (story_id, lang)
);
CREATE INDEX tellings_state ON tellings (state, updated_at);
CREATE INDEX tellings_waiting ON tellings (waits, updated_at, story_id, lang);
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
CREATE TABLE upload_parts (
  upload_id TEXT NOT NULL,
  first_byte BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (upload_id, first_byte)
);
CREATE TABLE uploads (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  arrived BIGINT NOT NULL,
  taken BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);
CREATE INDEX uploads_ends ON uploads (ends_at);
CREATE INDEX uploads_person ON uploads (person_id, created_at);
CREATE TABLE vocabulary (
  term TEXT NOT NULL PRIMARY KEY,
  means TEXT,
  hidden BOOLEAN NOT NULL,
  words TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX vocabulary_means ON vocabulary (means, term);
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
, slug TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'published');
CREATE INDEX works_of ON works (person_id, place);
CREATE UNIQUE INDEX works_slug ON works (person_id, slug);
