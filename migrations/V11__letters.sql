-- First words from one person to another or to an organisation, and what became of them. Until the receiver accepts, the
-- sender cannot tell held from declined and dropped: nothing of that is in what the sender is shown.
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
CREATE INDEX letters_to ON letters (receiver_id, state, sent_at);
CREATE INDEX letters_by ON letters (sender_id, sent_at);
CREATE INDEX letters_old ON letters (state, moved_at);

-- What was said after a letter was accepted. What somebody blocked has said is kept for themselves alone.
CREATE TABLE letter_replies (
  id TEXT NOT NULL PRIMARY KEY,
  letter_id TEXT NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
  side TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  dropped BOOLEAN NOT NULL,
  sent_at BIGINT NOT NULL
);
CREATE INDEX letter_replies_of ON letter_replies (letter_id, sent_at);
CREATE INDEX letter_replies_by ON letter_replies (author_id);
CREATE INDEX letter_replies_old ON letter_replies (sent_at);

-- THE TABLE of who wants nothing more of whom; every room asks it. The blocked never learn of it.
CREATE TABLE blocks (
  blocker_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  blocked_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  blocked_at BIGINT NOT NULL,
  PRIMARY KEY (blocker_id, blocked_id)
);
CREATE INDEX blocks_of ON blocks (blocked_id);

-- Who may write to somebody, and whether they are told by mail and text message. Without a row: every member, and told.
CREATE TABLE letter_settings (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
  open_to TEXT NOT NULL,
  told BOOLEAN NOT NULL
);

-- Reports for stewards, each with a sealed copy of what it is about: that stays for a time also when its author erases.
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
CREATE INDEX reports_open ON reports (settled_at, weight, reported_at);
CREATE INDEX reports_by ON reports (reporter_id, letter_id);
CREATE INDEX reports_of ON reports (reported_id);
