select u.id from directory_user u left join invitation i on i.id = u.invitation_id
where u.user_type = 'Guest' and (
  i.id is null or i.guest_id <> u.id or u.state = 'PENDING' and i.status <> 'PENDING' or u.state in ('ACCEPTED', 'ACTIVE') and i.status <> 'COMPLETED'
  or u.state = 'DECLINED' and i.status <> 'DECLINED' or u.state = 'REMOVED' and i.status = 'PENDING')
