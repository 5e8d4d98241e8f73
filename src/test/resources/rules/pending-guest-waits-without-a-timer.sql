select u.id from directory_user u join act_ru_task t on t.proc_inst_id_ = u.in_charge and t.task_def_key_ = 'UserTask_ReviewPermissions'
where u.user_type = 'Guest' and u.state = 'PENDING' and 2 <> (
  select count(distinct d.act_id_) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
  where j.process_instance_id_ = u.in_charge and d.act_id_ in ('Timer_ReminderDue', 'StartEvent_InvitationExpired'))
