-- codes mailed to guests; a row of an unknown address has no guest, so that both look the same
create table passcode (
  id          uuid primary key,
  guest_id    uuid references directory_user on delete cascade,
  address_key varchar(64)   not null,
  code_hash   varchar(64)   not null,
  created_at  timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  wrong_tries integer       not null default 0,
  used_at     timestamp with time zone
);
create index passcode_by_address on passcode (address_key, created_at);
create index passcode_by_guest on passcode (guest_id);
create index passcode_by_expiry on passcode (expires_at);

-- signed-in guests; the token itself is only in the guest's cookie
create table guest_session (
  token_hash varchar(64) primary key,
  guest_id   uuid not null references directory_user on delete cascade,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create index guest_session_by_guest on guest_session (guest_id);
create index guest_session_by_expiry on guest_session (expires_at);
