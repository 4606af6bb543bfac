-- Files on their way. The bytes lie in the file store, part by part, so that any node can go on.
CREATE TABLE uploads (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  arrived BIGINT NOT NULL,
  taken BOOLEAN NOT NULL,
  created_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);
CREATE INDEX uploads_person ON uploads (person_id, created_at);
CREATE INDEX uploads_ends ON uploads (ends_at);

-- What has arrived of them; `name` is the part's key in the file store.
CREATE TABLE upload_parts (
  upload_id TEXT NOT NULL,
  first_byte BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (upload_id, first_byte)
);

-- Who brought which file, by the hash of its bytes: for quotas.
CREATE TABLE brought (
  person_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  brought_at BIGINT NOT NULL,
  PRIMARY KEY (person_id, hash)
);
CREATE INDEX brought_when ON brought (person_id, brought_at);
CREATE INDEX brought_old ON brought (brought_at);

-- Sound recordings by the hash of the bytes they were made from.
CREATE TABLE recordings (
  hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  milliseconds BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
