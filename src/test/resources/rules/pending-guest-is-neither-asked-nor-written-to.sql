select u.id from directory_user u
where u.user_type = 'Guest' and u.state = 'PENDING'
  and not exists (select 1 from act_ru_task t where t.proc_inst_id_ = u.in_charge and t.task_def_key_ = 'UserTask_ReviewPermissions')
  and not exists (
    select 1 from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
    where j.process_instance_id_ = u.in_charge and d.act_id_ = 'SendInvitation' and j.retries_ > 0)
