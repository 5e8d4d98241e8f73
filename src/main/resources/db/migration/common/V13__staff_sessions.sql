-- staff who have signed in, on whichever node; Spring Session's own columns
create table staff_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index staff_session_by_id on staff_session (session_id);
create index staff_session_by_expiry on staff_session (expiry_time);

create table staff_session_attributes (
  session_primary_id char(36)     not null references staff_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
