select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
where e.parent_id_ is null and d.key_ in ('guest-onboarding', 'guest-removal', 'failed-letter') and not exists (
  select 1 from directory_user u where u.user_type = 'Guest' and cast(u.id as varchar(36)) = e.business_key_)
