select u.id from directory_user u join act_ru_execution e on e.business_key_ = cast(u.id as varchar(36)) and e.parent_id_ is null
where u.user_type = 'Guest' and u.state = 'ACTIVE'
