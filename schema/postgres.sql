CREATE TABLE accounts (
  id text NOT NULL,
  person_id text NOT NULL,
  handle text NOT NULL,
  handle_key text NOT NULL,
  passphrase text,
  pin text,
  takes_help boolean NOT NULL,
  totp text,
  totp_step bigint NOT NULL,
  lang text NOT NULL,
  born bigint,
  level bigint NOT NULL,
  by_hand bigint NOT NULL,
  trusted_by text,
  roles bigint NOT NULL,
  state text NOT NULL,
  review_since bigint,
  vouched_at bigint,
  leaves_at bigint,
  made_by text,
  invited_by text,
  shared_by_default boolean NOT NULL,
  quiet_from bigint,
  quiet_until bigint,
  created_at bigint NOT NULL,
  seen_on bigint NOT NULL
);
ALTER TABLE accounts ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX accounts_handle ON accounts USING btree (handle);
CREATE UNIQUE INDEX accounts_key ON accounts USING btree (handle_key);
CREATE INDEX accounts_leaving ON accounts USING btree (leaves_at);
CREATE UNIQUE INDEX accounts_person ON accounts USING btree (person_id);
CREATE TABLE attempts (
  subject text NOT NULL,
  log text NOT NULL,
  tried_at bigint NOT NULL
);
ALTER TABLE attempts ADD PRIMARY KEY (subject);
CREATE INDEX attempts_age ON attempts USING btree (tried_at);
CREATE TABLE audit (
  seq bigint NOT NULL,
  at bigint NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  detail text NOT NULL,
  request text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL
);
ALTER TABLE audit ADD PRIMARY KEY (seq);
CREATE INDEX audit_action ON audit USING btree (action, seq);
CREATE INDEX audit_actor ON audit USING btree (actor, seq);
CREATE INDEX audit_object ON audit USING btree (object, seq);
CREATE TABLE blocks (
  blocker_id text NOT NULL,
  blocked_id text NOT NULL,
  blocked_at bigint NOT NULL
);
ALTER TABLE blocks ADD PRIMARY KEY (blocker_id, blocked_id);
ALTER TABLE blocks ADD FOREIGN KEY (blocked_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE blocks ADD FOREIGN KEY (blocker_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX blocks_of ON blocks USING btree (blocked_id);
CREATE TABLE brought (
  person_id text NOT NULL,
  hash text NOT NULL,
  bytes bigint NOT NULL,
  brought_at bigint NOT NULL
);
ALTER TABLE brought ADD PRIMARY KEY (person_id, hash);
CREATE INDEX brought_old ON brought USING btree (brought_at);
CREATE INDEX brought_when ON brought USING btree (person_id, brought_at);
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
CREATE INDEX changes_erased ON changes USING btree (topic, subject) WHERE (kind = 'erased'::text);
CREATE TABLE claims (
  person_id text NOT NULL,
  code text NOT NULL,
  made_at bigint NOT NULL
);
ALTER TABLE claims ADD PRIMARY KEY (person_id);
CREATE TABLE consents (
  id text NOT NULL,
  story_id text NOT NULL,
  subject_id text NOT NULL,
  used_for text NOT NULL,
  root text NOT NULL,
  lang text NOT NULL,
  how text NOT NULL,
  by_whom text NOT NULL,
  witness text NOT NULL,
  given_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  withdrawn_at bigint
);
ALTER TABLE consents ADD PRIMARY KEY (id);
ALTER TABLE consents ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
ALTER TABLE consents ADD FOREIGN KEY (subject_id) REFERENCES subjects(id) ON DELETE CASCADE;
CREATE INDEX consents_ends ON consents USING btree (ends_at, story_id);
CREATE INDEX consents_of ON consents USING btree (story_id, subject_id);
CREATE TABLE contacts (
  id text NOT NULL,
  account_id text NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  verified_at bigint,
  created_at bigint NOT NULL
);
ALTER TABLE contacts ADD PRIMARY KEY (id);
ALTER TABLE contacts ADD FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE INDEX contacts_account ON contacts USING btree (account_id, created_at);
CREATE TABLE corrections (
  id text NOT NULL,
  organisation_id text NOT NULL,
  person_id text,
  part text NOT NULL,
  words text NOT NULL,
  said_at bigint NOT NULL,
  settled_at bigint,
  outcome text
);
ALTER TABLE corrections ADD PRIMARY KEY (id);
ALTER TABLE corrections ADD FOREIGN KEY (organisation_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE corrections ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX corrections_by ON corrections USING btree (person_id, said_at);
CREATE INDEX corrections_for ON corrections USING btree (organisation_id, settled_at, said_at);
CREATE INDEX corrections_open ON corrections USING btree (settled_at, said_at);
CREATE TABLE credits (
  work_id text NOT NULL,
  person_id text NOT NULL,
  part text NOT NULL,
  state text NOT NULL,
  dropped boolean NOT NULL,
  asked_at bigint NOT NULL,
  answered_at bigint
);
ALTER TABLE credits ADD PRIMARY KEY (work_id, person_id);
ALTER TABLE credits ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE credits ADD FOREIGN KEY (work_id) REFERENCES works(id) ON DELETE CASCADE;
CREATE INDEX credits_person ON credits USING btree (person_id, asked_at);
CREATE TABLE devices (
  token text NOT NULL,
  account_id text NOT NULL,
  shown boolean NOT NULL,
  device text NOT NULL,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL
);
ALTER TABLE devices ADD PRIMARY KEY (token, account_id);
ALTER TABLE devices ADD FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE INDEX devices_account ON devices USING btree (account_id, seen_at);
CREATE TABLE editions (
  story_id text NOT NULL,
  hash text NOT NULL,
  lang text NOT NULL,
  root text NOT NULL,
  title text NOT NULL,
  lede text NOT NULL,
  lead text NOT NULL,
  content text NOT NULL,
  words bigint NOT NULL,
  made_at bigint NOT NULL
);
ALTER TABLE editions ADD PRIMARY KEY (story_id, hash);
ALTER TABLE editions ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE TABLE erasures (
  account_id text NOT NULL,
  person_id text NOT NULL,
  erased_at bigint NOT NULL
);
ALTER TABLE erasures ADD PRIMARY KEY (account_id);
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
CREATE TABLE helped (
  id text NOT NULL,
  account_id text NOT NULL,
  helper_id text NOT NULL,
  what text NOT NULL,
  path text NOT NULL,
  at bigint NOT NULL
);
ALTER TABLE helped ADD PRIMARY KEY (id);
ALTER TABLE helped ADD FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE INDEX helped_account ON helped USING btree (account_id, at);
CREATE INDEX helped_helper ON helped USING btree (helper_id, at);
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
CREATE TABLE letter_replies (
  id text NOT NULL,
  letter_id text NOT NULL,
  side text NOT NULL,
  author_id text NOT NULL,
  words text NOT NULL,
  dropped boolean NOT NULL,
  sent_at bigint NOT NULL
);
ALTER TABLE letter_replies ADD PRIMARY KEY (id);
ALTER TABLE letter_replies ADD FOREIGN KEY (author_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE letter_replies ADD FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
CREATE INDEX letter_replies_by ON letter_replies USING btree (author_id);
CREATE INDEX letter_replies_of ON letter_replies USING btree (letter_id, sent_at);
CREATE INDEX letter_replies_old ON letter_replies USING btree (sent_at);
CREATE TABLE letter_settings (
  person_id text NOT NULL,
  open_to text NOT NULL,
  told boolean NOT NULL
);
ALTER TABLE letter_settings ADD PRIMARY KEY (person_id);
ALTER TABLE letter_settings ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE TABLE letters (
  id text NOT NULL,
  sender_id text NOT NULL,
  receiver_id text NOT NULL,
  words text NOT NULL,
  state text NOT NULL,
  last_side text NOT NULL,
  sent_at bigint NOT NULL,
  moved_at bigint NOT NULL
);
ALTER TABLE letters ADD PRIMARY KEY (id);
ALTER TABLE letters ADD FOREIGN KEY (receiver_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE letters ADD FOREIGN KEY (sender_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX letters_by ON letters USING btree (sender_id, sent_at);
CREATE INDEX letters_old ON letters USING btree (state, moved_at);
CREATE INDEX letters_to ON letters USING btree (receiver_id, state, sent_at);
CREATE TABLE memberships (
  person_id text NOT NULL,
  organisation_id text NOT NULL,
  role text NOT NULL,
  audience bigint NOT NULL,
  place bigint NOT NULL,
  standing text NOT NULL,
  organisation_audience bigint NOT NULL
);
ALTER TABLE memberships ADD PRIMARY KEY (person_id, organisation_id);
ALTER TABLE memberships ADD FOREIGN KEY (organisation_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE memberships ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX memberships_in ON memberships USING btree (organisation_id, place, person_id);
CREATE TABLE organisation_checks (
  organisation_id text NOT NULL,
  checked_at bigint NOT NULL,
  ask_at bigint NOT NULL
);
ALTER TABLE organisation_checks ADD PRIMARY KEY (organisation_id);
ALTER TABLE organisation_checks ADD FOREIGN KEY (organisation_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX organisation_checks_due ON organisation_checks USING btree (ask_at, organisation_id);
CREATE TABLE organisation_claims (
  id text NOT NULL,
  organisation_id text NOT NULL,
  person_id text NOT NULL,
  account_id text NOT NULL,
  words text NOT NULL,
  state text NOT NULL,
  claimed_at bigint NOT NULL,
  ready_at bigint,
  ends_at bigint NOT NULL
);
ALTER TABLE organisation_claims ADD PRIMARY KEY (id);
ALTER TABLE organisation_claims ADD FOREIGN KEY (organisation_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE organisation_claims ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX organisation_claims_by ON organisation_claims USING btree (person_id, claimed_at);
CREATE INDEX organisation_claims_for ON organisation_claims USING btree (organisation_id, claimed_at);
CREATE INDEX organisation_claims_open ON organisation_claims USING btree (state, ends_at);
CREATE TABLE organisation_confirmations (
  claim_id text NOT NULL,
  person_id text NOT NULL,
  account_id text NOT NULL,
  confirmed_at bigint NOT NULL
);
ALTER TABLE organisation_confirmations ADD PRIMARY KEY (claim_id, person_id);
ALTER TABLE organisation_confirmations ADD FOREIGN KEY (claim_id) REFERENCES organisation_claims(id) ON DELETE CASCADE;
ALTER TABLE organisation_confirmations ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX organisation_confirmations_by ON organisation_confirmations USING btree (person_id, confirmed_at);
CREATE TABLE organisation_invitations (
  organisation_id text NOT NULL,
  person_id text NOT NULL,
  standing text NOT NULL,
  role text NOT NULL,
  invited_by text,
  invited_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  declined_at bigint
);
ALTER TABLE organisation_invitations ADD PRIMARY KEY (organisation_id, person_id);
ALTER TABLE organisation_invitations ADD FOREIGN KEY (organisation_id) REFERENCES people(id) ON DELETE CASCADE;
ALTER TABLE organisation_invitations ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX organisation_invitations_of ON organisation_invitations USING btree (person_id, ends_at);
CREATE TABLE outbox (
  id text NOT NULL,
  channel text NOT NULL,
  recipient text NOT NULL,
  lang text NOT NULL,
  person_id text,
  subject text NOT NULL,
  text text NOT NULL,
  html text,
  unsubscribe text,
  state text NOT NULL,
  attempts bigint NOT NULL,
  next_at bigint NOT NULL,
  last_error text,
  created_at bigint NOT NULL,
  sent_at bigint
);
ALTER TABLE outbox ADD PRIMARY KEY (id);
CREATE INDEX outbox_due ON outbox USING btree (state, next_at, id);
CREATE INDEX outbox_person ON outbox USING btree (person_id);
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
CREATE TABLE passkeys (
  id text NOT NULL,
  account_id text NOT NULL,
  credential text NOT NULL,
  name text NOT NULL,
  passkey text NOT NULL,
  created_at bigint NOT NULL,
  used_at bigint
);
ALTER TABLE passkeys ADD PRIMARY KEY (id);
ALTER TABLE passkeys ADD FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE INDEX passkeys_account ON passkeys USING btree (account_id, created_at);
CREATE UNIQUE INDEX passkeys_credential ON passkeys USING btree (credential);
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
  updated_at bigint NOT NULL,
  handle_key text NOT NULL,
  protected_until bigint,
  reminded_at bigint
);
ALTER TABLE people ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX people_handle ON people USING btree (handle);
CREATE INDEX people_handle_key ON people USING btree (handle_key);
CREATE INDEX people_protected ON people USING btree (protected_until) WHERE (protected_until IS NOT NULL);
CREATE INDEX people_state ON people USING btree (state, kind, handle);
CREATE INDEX people_to_remind ON people USING btree (confirmed_at, id) WHERE ((COALESCE(state, ''::text) = 'released'::text) AND ((reminded_at IS NULL) OR (reminded_at < confirmed_at)));
CREATE INDEX people_to_rest ON people USING btree (reminded_at, id) WHERE ((COALESCE(state, ''::text) = 'released'::text) AND (reminded_at >= confirmed_at));
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
CREATE TABLE picture_files (
  key text NOT NULL,
  hash text NOT NULL
);
ALTER TABLE picture_files ADD PRIMARY KEY (key, hash);
ALTER TABLE picture_files ADD FOREIGN KEY (hash) REFERENCES pictures(hash) ON DELETE CASCADE;
CREATE INDEX picture_files_of ON picture_files USING btree (hash);
CREATE TABLE picture_uses (
  room text NOT NULL,
  subject text NOT NULL,
  hash text NOT NULL,
  audience bigint NOT NULL
);
ALTER TABLE picture_uses ADD PRIMARY KEY (room, subject, hash);
CREATE INDEX picture_uses_of ON picture_uses USING btree (hash, audience, subject);
CREATE TABLE pictures (
  hash text NOT NULL,
  width bigint NOT NULL,
  height bigint NOT NULL,
  renditions text NOT NULL,
  created_at bigint NOT NULL
);
ALTER TABLE pictures ADD PRIMARY KEY (hash);
CREATE TABLE recordings (
  hash text NOT NULL,
  kind text NOT NULL,
  file text NOT NULL,
  bytes bigint NOT NULL,
  milliseconds bigint NOT NULL,
  created_at bigint NOT NULL
);
ALTER TABLE recordings ADD PRIMARY KEY (hash);
CREATE TABLE recoveries (
  id text NOT NULL,
  reference text NOT NULL,
  account_id text,
  passphrase text NOT NULL,
  state text NOT NULL,
  created_at bigint NOT NULL,
  ready_at bigint,
  ends_at bigint NOT NULL
);
ALTER TABLE recoveries ADD PRIMARY KEY (id);
ALTER TABLE recoveries ADD FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE INDEX recoveries_account ON recoveries USING btree (account_id, created_at);
CREATE UNIQUE INDEX recoveries_reference ON recoveries USING btree (reference);
CREATE TABLE recovery_codes (
  account_id text NOT NULL,
  code text NOT NULL,
  used_at bigint,
  created_at bigint NOT NULL
);
ALTER TABLE recovery_codes ADD PRIMARY KEY (account_id, code);
ALTER TABLE recovery_codes ADD FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE TABLE recovery_confirmations (
  recovery_id text NOT NULL,
  account_id text NOT NULL,
  part text NOT NULL,
  confirmed_at bigint NOT NULL
);
ALTER TABLE recovery_confirmations ADD PRIMARY KEY (recovery_id, account_id);
ALTER TABLE recovery_confirmations ADD FOREIGN KEY (recovery_id) REFERENCES recoveries(id) ON DELETE CASCADE;
CREATE TABLE reports (
  id text NOT NULL,
  letter_id text NOT NULL,
  reporter_id text NOT NULL,
  reported_id text NOT NULL,
  kind text NOT NULL,
  weight bigint NOT NULL,
  note text NOT NULL,
  evidence text NOT NULL,
  reported_at bigint NOT NULL,
  settled_at bigint,
  settled_by text,
  outcome text
);
ALTER TABLE reports ADD PRIMARY KEY (id);
CREATE INDEX reports_by ON reports USING btree (reporter_id, letter_id);
CREATE INDEX reports_of ON reports USING btree (reported_id);
CREATE INDEX reports_open ON reports USING btree (settled_at, weight, reported_at);
CREATE TABLE sent_forms (
  form text NOT NULL,
  location text NOT NULL,
  sent_at bigint NOT NULL
);
ALTER TABLE sent_forms ADD PRIMARY KEY (form);
CREATE INDEX sent_forms_age ON sent_forms USING btree (sent_at);
CREATE TABLE sessions (
  token text NOT NULL,
  id text NOT NULL,
  account_id text NOT NULL,
  helper_id text,
  shared boolean NOT NULL,
  second_step boolean NOT NULL,
  device text NOT NULL,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  confirmed_at bigint NOT NULL,
  ends_at bigint NOT NULL
);
ALTER TABLE sessions ADD PRIMARY KEY (token);
ALTER TABLE sessions ADD FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE INDEX sessions_account ON sessions USING btree (account_id, created_at);
CREATE INDEX sessions_end ON sessions USING btree (ends_at);
CREATE UNIQUE INDEX sessions_id ON sessions USING btree (id);
CREATE TABLE stories (
  id text NOT NULL,
  slug text NOT NULL,
  form text NOT NULL,
  stage text NOT NULL,
  standing text NOT NULL,
  lang text NOT NULL,
  theme text NOT NULL,
  title text NOT NULL,
  told text NOT NULL,
  edition text NOT NULL,
  root text NOT NULL,
  next_edition text NOT NULL,
  next_root text NOT NULL,
  cooling_until bigint,
  published_at bigint,
  series_id text,
  series_place bigint NOT NULL,
  kept text NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
ALTER TABLE stories ADD PRIMARY KEY (id);
CREATE INDEX stories_series ON stories USING btree (series_id, series_place);
CREATE UNIQUE INDEX stories_slug ON stories USING btree (slug);
CREATE INDEX stories_stage ON stories USING btree (stage, updated_at, id);
CREATE INDEX stories_standing ON stories USING btree (standing, id);
CREATE TABLE story_codes (
  code text NOT NULL,
  subject_id text NOT NULL,
  look text NOT NULL,
  made_at bigint NOT NULL
);
ALTER TABLE story_codes ADD PRIMARY KEY (code);
ALTER TABLE story_codes ADD FOREIGN KEY (subject_id) REFERENCES subjects(id) ON DELETE CASCADE;
CREATE INDEX story_codes_look ON story_codes USING btree (look);
CREATE INDEX story_codes_of ON story_codes USING btree (subject_id);
CREATE TABLE story_copies (
  story_id text NOT NULL,
  reader text NOT NULL,
  kind text NOT NULL,
  contact text NOT NULL,
  taken_at bigint NOT NULL,
  told_at bigint
);
ALTER TABLE story_copies ADD PRIMARY KEY (story_id, kind, reader);
ALTER TABLE story_copies ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE TABLE story_corrections (
  id text NOT NULL,
  story_id text NOT NULL,
  lang text NOT NULL,
  words text NOT NULL,
  agreed_anew boolean NOT NULL,
  made_at bigint NOT NULL
);
ALTER TABLE story_corrections ADD PRIMARY KEY (id);
ALTER TABLE story_corrections ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE INDEX story_corrections_of ON story_corrections USING btree (story_id, made_at);
CREATE TABLE story_links (
  slug text NOT NULL,
  story_id text NOT NULL
);
ALTER TABLE story_links ADD PRIMARY KEY (slug, story_id);
ALTER TABLE story_links ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE INDEX story_links_of ON story_links USING btree (story_id);
CREATE TABLE story_roles (
  id text NOT NULL,
  story_id text NOT NULL,
  person_id text NOT NULL,
  role text NOT NULL,
  lang text NOT NULL,
  signed text NOT NULL,
  since bigint NOT NULL
);
ALTER TABLE story_roles ADD PRIMARY KEY (id);
ALTER TABLE story_roles ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE INDEX story_roles_by ON story_roles USING btree (person_id, role);
CREATE INDEX story_roles_of ON story_roles USING btree (story_id);
CREATE TABLE story_series (
  id text NOT NULL,
  slug text NOT NULL,
  content text NOT NULL,
  created_at bigint NOT NULL
);
ALTER TABLE story_series ADD PRIMARY KEY (id);
CREATE UNIQUE INDEX story_series_slug ON story_series USING btree (slug);
CREATE TABLE story_terms (
  term text NOT NULL,
  story_id text NOT NULL,
  published_at bigint NOT NULL,
  ends_at bigint NOT NULL
);
ALTER TABLE story_terms ADD PRIMARY KEY (term, published_at, story_id);
ALTER TABLE story_terms ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE INDEX story_terms_of ON story_terms USING btree (story_id);
CREATE TABLE subjects (
  id text NOT NULL,
  story_id text NOT NULL,
  person_id text,
  called text NOT NULL,
  minor boolean NOT NULL,
  at_risk boolean NOT NULL,
  face boolean NOT NULL,
  named boolean NOT NULL,
  located boolean NOT NULL,
  recognisable boolean NOT NULL,
  cleared_at bigint,
  asked_at bigint,
  created_at bigint NOT NULL
);
ALTER TABLE subjects ADD PRIMARY KEY (id);
ALTER TABLE subjects ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE INDEX subjects_of ON subjects USING btree (story_id, created_at);
CREATE INDEX subjects_person ON subjects USING btree (person_id);
CREATE TABLE tellings (
  story_id text NOT NULL,
  lang text NOT NULL,
  state text NOT NULL,
  content text NOT NULL,
  of_edition text NOT NULL,
  of_root text NOT NULL,
  shown text NOT NULL,
  updated_at bigint NOT NULL,
  waits boolean NOT NULL
);
ALTER TABLE tellings ADD PRIMARY KEY (story_id, lang);
ALTER TABLE tellings ADD FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE;
CREATE INDEX tellings_state ON tellings USING btree (state, updated_at);
CREATE INDEX tellings_waiting ON tellings USING btree (waits, updated_at, story_id, lang);
CREATE TABLE tickets (
  token text NOT NULL,
  kind text NOT NULL,
  account_id text,
  content text NOT NULL,
  created_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  used_at bigint
);
ALTER TABLE tickets ADD PRIMARY KEY (token);
CREATE INDEX tickets_account ON tickets USING btree (account_id, kind);
CREATE INDEX tickets_end ON tickets USING btree (ends_at);
CREATE TABLE upload_parts (
  upload_id text NOT NULL,
  first_byte bigint NOT NULL,
  bytes bigint NOT NULL,
  name text NOT NULL
);
ALTER TABLE upload_parts ADD PRIMARY KEY (upload_id, first_byte);
CREATE TABLE uploads (
  id text NOT NULL,
  person_id text NOT NULL,
  bytes bigint NOT NULL,
  arrived bigint NOT NULL,
  taken boolean NOT NULL,
  created_at bigint NOT NULL,
  ends_at bigint NOT NULL
);
ALTER TABLE uploads ADD PRIMARY KEY (id);
CREATE INDEX uploads_ends ON uploads USING btree (ends_at);
CREATE INDEX uploads_person ON uploads USING btree (person_id, created_at);
CREATE TABLE vocabulary (
  term text NOT NULL,
  means text,
  hidden boolean NOT NULL,
  words text NOT NULL,
  changed_at bigint NOT NULL
);
ALTER TABLE vocabulary ADD PRIMARY KEY (term);
CREATE INDEX vocabulary_means ON vocabulary USING btree (means, term);
CREATE TABLE vouches (
  giver_id text NOT NULL,
  receiver_id text NOT NULL,
  known_from text NOT NULL,
  given_at bigint NOT NULL,
  giver_gone boolean NOT NULL,
  withdrawn_at bigint
);
ALTER TABLE vouches ADD PRIMARY KEY (giver_id, receiver_id);
ALTER TABLE vouches ADD FOREIGN KEY (receiver_id) REFERENCES accounts(id) ON DELETE CASCADE;
CREATE INDEX vouches_received ON vouches USING btree (receiver_id, given_at);
CREATE TABLE works (
  id text NOT NULL,
  person_id text NOT NULL,
  place bigint NOT NULL,
  audience bigint NOT NULL,
  content text NOT NULL,
  slug text NOT NULL,
  state text NOT NULL
);
ALTER TABLE works ADD PRIMARY KEY (id);
ALTER TABLE works ADD FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX works_of ON works USING btree (person_id, place);
CREATE UNIQUE INDEX works_slug ON works USING btree (person_id, slug);
