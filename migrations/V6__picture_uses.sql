-- Which files a picture is made of. The same pixels may have come in two files: then two pictures share one.
CREATE TABLE picture_files (
  key TEXT NOT NULL,
  hash TEXT NOT NULL REFERENCES pictures (hash) ON DELETE CASCADE,
  PRIMARY KEY (key, hash)
);
CREATE INDEX picture_files_of ON picture_files (hash);

-- Who shows a picture, and to whom. `audience` is its number, or -1 where the owner and those who guard others see it.
CREATE TABLE picture_uses (
  room TEXT NOT NULL,
  subject TEXT NOT NULL,
  hash TEXT NOT NULL,
  audience BIGINT NOT NULL,
  PRIMARY KEY (room, subject, hash)
);
CREATE INDEX picture_uses_of ON picture_uses (hash, audience, subject);
