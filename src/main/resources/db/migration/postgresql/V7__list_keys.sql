-- what lists of users are sorted and searched by, where it is not a column as it is
alter table directory_user add column display_key varchar(512) generated always as (lower(coalesce(display_name, mail, ''))) stored;
alter table directory_user add column contact_key varchar(320) generated always as (coalesce(contact_mail_key, mail_key, lower(mail))) stored;
alter table directory_user add column external_state varchar(16) generated always as (
  case when user_type = 'Guest' then case when coalesce(state_before_removal, state) in ('ACCEPTED', 'ACTIVE') then 'ACCEPTED' else 'PENDING' end end) stored;
-- startsWith on names and addresses: an ordinary index serves LIKE in the C collation only
create index user_by_display_prefix on directory_user (display_key varchar_pattern_ops);
create index user_by_contact_prefix on directory_user (contact_key varchar_pattern_ops);
create index user_by_principal_prefix on directory_user (lower(user_principal_name) varchar_pattern_ops);
