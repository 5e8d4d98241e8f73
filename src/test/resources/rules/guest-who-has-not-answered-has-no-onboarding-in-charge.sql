select u.id from directory_user u
where u.user_type = 'Guest' and u.state in ('PENDING', 'ACCEPTED', 'DECLINED') and not exists (
  select 1 from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
  where d.key_ = 'guest-onboarding' and e.id_ = u.in_charge and e.parent_id_ is null and e.business_key_ = cast(u.id as varchar(36)))
