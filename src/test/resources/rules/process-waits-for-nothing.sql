select e.id_ from act_ru_execution e
where e.parent_id_ is null and not exists (select 1 from act_ru_task t where t.proc_inst_id_ = e.id_)
  and not exists (select 1 from act_ru_job j where j.process_instance_id_ = e.id_ and j.type_ <> 'timer')
