-- Pictures of users, as they were sent; they are compressed already.

CREATE TABLE user_pictures (
  user_id    bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  type       text NOT NULL,
  bytes      bytea NOT NULL,
  sha256     bytea NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE user_pictures ALTER COLUMN bytes SET STORAGE EXTERNAL;
