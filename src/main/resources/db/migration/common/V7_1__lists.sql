-- Lists go by id, the primary key, unless the caller wants another order; each index ends with the id, by which a page continues.
-- $orderby=displayName
create index user_by_display_name on directory_user (display_key, id);
-- the test whether somebody is there already, mail eq '...', and $orderby=mail, where those without one come first
create index user_by_contact on directory_user (contact_key nulls first, id);
-- $orderby=createdDateTime over guests and members alike; user_by_creation begins with the type
create index user_by_age on directory_user (created_at, id);
-- who has not answered yet: externalUserState eq 'PendingAcceptance'
create index user_by_external_state on directory_user (external_state, id);
-- the few members among many guests: userType eq 'Member'
create index user_by_type on directory_user (user_type, id);
-- what happened to a group, role, app or sponsor: targetResources/any(t:t/id eq '...')
create index audit_by_object on audit_entry (object_id, at);
-- the whole audit log, newest first; replaces the index without the id
create index audit_by_moment on audit_entry (at, id);
drop index audit_by_time;
