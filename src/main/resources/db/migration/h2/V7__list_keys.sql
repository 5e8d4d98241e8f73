-- what lists of users are sorted and searched by, where it is not a column as it is
alter table directory_user add column display_key varchar(512) generated always as (lower(coalesce(display_name, mail, '')));
alter table directory_user add column contact_key varchar(320) generated always as (coalesce(contact_mail_key, mail_key, lower(mail)));
alter table directory_user add column external_state varchar(16) generated always as (
  case when user_type = 'Guest' then case when coalesce(state_before_removal, state) in ('ACCEPTED', 'ACTIVE') then 'ACCEPTED' else 'PENDING' end end);
