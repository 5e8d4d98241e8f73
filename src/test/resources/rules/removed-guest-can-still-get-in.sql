select u.id from directory_user u
where u.user_type = 'Guest' and u.state = 'REMOVED' and (
  exists (select 1 from guest_session s where s.guest_id = u.id) or exists (select 1 from passcode c where c.guest_id = u.id)
  or exists (select 1 from group_member m where m.user_id = u.id) or exists (select 1 from role_member m where m.user_id = u.id)
  or exists (select 1 from app_assignment a where a.principal_id = u.id))
