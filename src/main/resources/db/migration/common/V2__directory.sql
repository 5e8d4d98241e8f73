create table directory_user (
  id                      uuid primary key,
  user_type               varchar(6)   not null,
  staff_id                varchar(64),
  mail                    varchar(320),
  mail_key                varchar(320),
  display_name            varchar(512),
  state                   varchar(16)  not null,
  state_changed_at        timestamp with time zone not null,
  created_at              timestamp with time zone not null,
  invitation_id           uuid,
  in_charge               varchar(64),
  address_rejected        boolean      not null default false,
  removal_reason          varchar(16),
  removal_note            varchar(2000),
  removed_by              varchar(64),
  state_before_removal    varchar(16),
  removed_at              timestamp with time zone,
  purge_after             timestamp with time zone,
  new_invitation_asked_at timestamp with time zone,
  version                 integer      not null default 0,
  constraint user_staff_id unique (staff_id),
  constraint user_mail_key unique (mail_key)
);
-- the staff's list: newest first by keyset, with and without a state
create index user_by_creation on directory_user (user_type, created_at, id);
create index user_by_state on directory_user (user_type, state, created_at, id);

create table invitation (
  id            uuid primary key,
  guest_id      uuid         not null references directory_user on delete cascade,
  generation    integer      not null,
  letter_number integer      not null,
  inviter_id    uuid,
  message       varchar(8000),
  redirect_url  varchar(4000),
  cc            varchar(4000),
  language      varchar(35)  not null,
  created_at    timestamp with time zone not null,
  expires_at    timestamp with time zone not null
);
create index invitation_by_guest on invitation (guest_id);
create index invitation_by_inviter on invitation (inviter_id);

create table directory_group (
  id           uuid primary key,
  display_name varchar(256) not null unique,
  description  varchar(1024)
);

create table group_member (
  group_id uuid not null references directory_group on delete cascade,
  user_id  uuid not null references directory_user on delete cascade,
  primary key (group_id, user_id)
);
create index group_member_by_user on group_member (user_id);

create table directory_role (
  id           uuid primary key,
  display_name varchar(256) not null unique,
  description  varchar(1024)
);

create table role_member (
  role_id uuid not null references directory_role on delete cascade,
  user_id uuid not null references directory_user on delete cascade,
  primary key (role_id, user_id)
);
create index role_member_by_user on role_member (user_id);

create table app (
  id           uuid primary key,
  display_name varchar(256)  not null unique,
  description  varchar(1024),
  url          varchar(2000) not null
);

-- who may use an app: a user, or the members of a group
create table app_assignment (
  app_id       uuid not null references app on delete cascade,
  principal_id uuid not null,
  primary key (app_id, principal_id)
);
create index app_assignment_by_principal on app_assignment (principal_id);

-- memberships of removed guests, for their restoration
create table remembered_membership (
  user_id   uuid       not null references directory_user on delete cascade,
  kind      varchar(5) not null,
  target_id uuid       not null,
  primary key (user_id, kind, target_id)
);

-- what guests agreed to
create table consent (
  invitation_id uuid primary key references invitation on delete cascade,
  answers       text        not null,
  form_hash     varchar(64) not null,
  language      varchar(35) not null,
  answered_at   timestamp with time zone not null
);

-- ids only: an entry outlives the purge of its target
create table audit_entry (
  id        uuid primary key,
  at        timestamp with time zone not null,
  activity  varchar(64) not null,
  actor     varchar(64) not null,
  target_id uuid,
  detail    varchar(256)
);
create index audit_by_target on audit_entry (target_id, at);
create index audit_by_time on audit_entry (at);
