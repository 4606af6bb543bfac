-- How somebody stands in an organisation: owner, editor or member; and who may see them beside it if it is up to the
-- organisation. `audience` stays what the person says.
ALTER TABLE memberships ADD COLUMN standing TEXT NOT NULL DEFAULT 'member';
ALTER TABLE memberships ADD COLUMN organisation_audience BIGINT NOT NULL DEFAULT 4;

-- Nobody stands beside an organisation without having agreed. One that was declined stays until it would have ended: who
-- asked cannot tell, and cannot ask again and again.
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

-- Somebody says that an organisation without an owner is theirs; others say that it is so.
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
CREATE INDEX organisation_claims_for ON organisation_claims (organisation_id, claimed_at);
CREATE INDEX organisation_claims_by ON organisation_claims (person_id, claimed_at);
CREATE INDEX organisation_claims_open ON organisation_claims (state, ends_at);
CREATE TABLE organisation_confirmations (
  claim_id TEXT NOT NULL REFERENCES organisation_claims (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  confirmed_at BIGINT NOT NULL,
  PRIMARY KEY (claim_id, person_id)
);
CREATE INDEX organisation_confirmations_by ON organisation_confirmations (person_id, confirmed_at);

-- When somebody of the organisation last said that everything is right, and when they are asked again.
CREATE TABLE organisation_checks (
  organisation_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  checked_at BIGINT NOT NULL,
  ask_at BIGINT NOT NULL
);
CREATE INDEX organisation_checks_due ON organisation_checks (ask_at, organisation_id);

-- "This is wrong", said by anybody: `person_id` is empty for strangers.
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
CREATE INDEX corrections_for ON corrections (organisation_id, settled_at, said_at);
CREATE INDEX corrections_by ON corrections (person_id, said_at);
CREATE INDEX corrections_open ON corrections (settled_at, said_at);
