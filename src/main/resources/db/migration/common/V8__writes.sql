-- one address to write to belongs to one user
drop index user_by_contact_mail;
alter table directory_user add constraint user_contact_mail unique (contact_mail_key);
