select u.id from directory_user u where u.user_type = 'Guest' and u.state in ('ACCEPTED', 'DECLINED')
