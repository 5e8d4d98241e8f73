select u.id from directory_user u
where u.user_type = 'Guest' and u.state = 'REMOVED' and not exists (
  select 1 from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
    join act_ru_task t on t.proc_inst_id_ = e.id_ and t.task_def_key_ = 'UserTask_RestoreOrPurge'
    join act_ru_job j on j.process_instance_id_ = e.id_ join act_ru_jobdef d on d.id_ = j.job_def_id_ and d.act_id_ = 'Timer_RetentionOver'
  where p.key_ = 'guest-removal' and e.id_ = u.in_charge and e.parent_id_ is null and e.business_key_ = cast(u.id as varchar(36)))
