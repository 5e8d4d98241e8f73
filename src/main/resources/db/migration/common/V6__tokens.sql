-- the one key that signs access tokens, encrypted with the installation's secret
create table signing_key (
  id     integer primary key,
  sealed varchar(4000) not null
);

-- repeated requests of programs; the hashes are keyed, and nothing tells who was invited
create table idempotent_request (
  request_hash  varchar(64) primary key,
  body_hash     varchar(64) not null,
  invitation_id uuid,
  created_at    timestamp with time zone not null
);
create index idempotent_request_by_age on idempotent_request (created_at);
