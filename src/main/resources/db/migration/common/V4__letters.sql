-- the dispatch log: what left for whom, and what the mail server said
create table letter (
  subject       uuid         not null,
  purpose       varchar(32)  not null,
  ordinal       integer      not null,
  guest_id      uuid         not null references directory_user on delete cascade,
  state         varchar(8)   not null,
  recipient     varchar(320),
  tries         integer      not null default 0,
  queued_at     timestamp with time zone not null,
  changed_at    timestamp with time zone not null,
  server_answer varchar(1000),
  reply_code    integer      not null default 0,
  primary key (subject, purpose, ordinal)
);
create index letter_by_guest on letter (guest_id);
