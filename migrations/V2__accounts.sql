-- Who signs in. An account acts as one person; a person may have no account.
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
CREATE UNIQUE INDEX accounts_person ON accounts (person_id);
CREATE UNIQUE INDEX accounts_handle ON accounts (handle);
CREATE UNIQUE INDEX accounts_key ON accounts (handle_key);
CREATE INDEX accounts_leaving ON accounts (leaves_at);

-- Tokens are kept as hashes only. `helper_id` is set while a helper acts for the person who is present.
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
CREATE UNIQUE INDEX sessions_id ON sessions (id);
CREATE INDEX sessions_account ON sessions (account_id, created_at);
CREATE INDEX sessions_end ON sessions (ends_at);

-- Phones that people have signed in on before, and whether their name is offered there.
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

CREATE TABLE recovery_codes (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  used_at BIGINT,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, code)
);

-- Codes on paper by which people take over what was made for them: an account a helper made, or an imported person.
-- The code is kept as a hash.
CREATE TABLE claims (
  person_id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

-- E-mail addresses and numbers: optional, private, shared by as many people as share them.
CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  verified_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX contacts_account ON contacts (account_id, created_at);

CREATE TABLE passkeys (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  credential TEXT NOT NULL,
  name TEXT NOT NULL,
  passkey TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE UNIQUE INDEX passkeys_credential ON passkeys (credential);
CREATE INDEX passkeys_account ON passkeys (account_id, created_at);

-- What is good for one use and a short time: links, codes, challenges of passkeys, half-done sign-ins.
CREATE TABLE tickets (
  token TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  account_id TEXT,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX tickets_end ON tickets (ends_at);
CREATE INDEX tickets_account ON tickets (account_id, kind);

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

-- Recovery by people who know the person: two who vouched and a helper confirm, then 48 hours pass.
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
CREATE UNIQUE INDEX recoveries_reference ON recoveries (reference);
CREATE INDEX recoveries_account ON recoveries (account_id, created_at);
CREATE TABLE recovery_confirmations (
  recovery_id TEXT NOT NULL REFERENCES recoveries (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  part TEXT NOT NULL,
  confirmed_at BIGINT NOT NULL,
  PRIMARY KEY (recovery_id, account_id)
);

-- What a helper did for a person, for that person to read.
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

-- Failed tries, by a hash of who was tried: ten an hour reach the passphrase.
CREATE TABLE attempts (
  subject TEXT NOT NULL PRIMARY KEY,
  log TEXT NOT NULL,
  tried_at BIGINT NOT NULL
);
CREATE INDEX attempts_age ON attempts (tried_at);

-- Forms that were sent: the same form again gets the same answer and does nothing.
CREATE TABLE sent_forms (
  form TEXT NOT NULL PRIMARY KEY,
  location TEXT NOT NULL,
  sent_at BIGINT NOT NULL
);
CREATE INDEX sent_forms_age ON sent_forms (sent_at);

-- Who was erased, by opaque id only: a restored backup lets them go again before it serves.
CREATE TABLE erasures (
  account_id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL,
  erased_at BIGINT NOT NULL
);

-- Look-alikes of handles, and until when somebody is protected as a minor.
ALTER TABLE people ADD COLUMN handle_key TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN protected_until BIGINT;
CREATE INDEX people_handle_key ON people (handle_key);

-- Bumped when a session ends or somebody's standing changes: nodes forget what they knew of sessions.
INSERT INTO change_counter (name, last) VALUES ('sessions', 0);
