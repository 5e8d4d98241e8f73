-- what the API tells of users beyond their invitation
alter table directory_user add column user_principal_name varchar(400);
alter table directory_user add column given_name varchar(64);
alter table directory_user add column surname varchar(64);
alter table directory_user add column job_title varchar(128);
alter table directory_user add column company_name varchar(64);
alter table directory_user add column department varchar(64);
alter table directory_user add column office_location varchar(128);
alter table directory_user add column mobile_phone varchar(64);
alter table directory_user add column business_phone varchar(64);
alter table directory_user add column preferred_language varchar(35);
alter table directory_user add column usage_location varchar(2);
alter table directory_user add column age_group varchar(16);
alter table directory_user add column consent_for_minor varchar(16);
alter table directory_user add column in_address_list boolean not null default false;
alter table directory_user add column account_enabled boolean not null default true;
-- the address to write to, where it differs from the one to sign in with
alter table directory_user add column contact_mail varchar(320);
alter table directory_user add column contact_mail_key varchar(320);
update directory_user set user_principal_name = lower(staff_id) || '@${organization-domain}' where user_type = 'Member';
update directory_user set user_principal_name = replace(mail_key, '@', '_') || '#EXT#@${organization-domain}' where user_type = 'Guest';
alter table directory_user add constraint user_principal_name unique (user_principal_name);
create index user_by_contact_mail on directory_user (contact_mail_key);

create table other_mail (
  user_id  uuid         not null references directory_user on delete cascade,
  mail     varchar(320) not null,
  mail_key varchar(320) not null,
  primary key (user_id, mail_key)
);
create index other_mail_by_key on other_mail (mail_key);

-- users and groups who answer for a user
create table sponsor (
  user_id    uuid not null references directory_user on delete cascade,
  sponsor_id uuid not null,
  primary key (user_id, sponsor_id)
);
create index sponsor_by_sponsor on sponsor (sponsor_id);

-- how an invitation ended, also when a newer one has replaced it
alter table invitation add column status varchar(16) not null default 'PENDING';
alter table invitation add column client_id varchar(128);
alter table invitation add column valid_seconds bigint not null default 2592000;
update invitation set status = 'COMPLETED' where guest_id in (select id from directory_user where state in ('ACCEPTED', 'ACTIVE')
  or state_before_removal in ('ACCEPTED', 'ACTIVE'));
update invitation set status = 'DECLINED' where guest_id in (select id from directory_user where state = 'DECLINED' or state_before_removal = 'DECLINED');
update invitation set status = 'EXPIRED' where guest_id in (select id from directory_user where removal_reason = 'EXPIRED');
update invitation set status = 'WITHDRAWN' where status = 'PENDING' and guest_id in (select id from directory_user where state = 'REMOVED');
update invitation set status = 'WITHDRAWN' where status = 'PENDING' and id not in (select invitation_id from directory_user where user_type = 'Guest');
create index invitation_by_creation on invitation (created_at, id);
create index invitation_by_status on invitation (status, created_at, id);
create index invitation_by_client on invitation (client_id);

alter table directory_group add column created_at timestamp with time zone not null default current_timestamp;
alter table app_assignment add column created_at timestamp with time zone not null default current_timestamp;

-- who acted, and on which group, role or app
alter table audit_entry add column actor_kind varchar(16) not null default 'SYSTEM';
alter table audit_entry add column object_id uuid;
create index audit_by_activity on audit_entry (activity, at, id);

-- who may invite; one row
create table authorization_policy (
  id                  integer     primary key,
  allow_invites_from  varchar(64) not null
);
insert into authorization_policy (id, allow_invites_from) values (1, 'ADMINS_AND_GUEST_INVITERS');
