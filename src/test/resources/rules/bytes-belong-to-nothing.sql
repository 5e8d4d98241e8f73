select b.id_ from act_ge_bytearray b
where b.deployment_id_ is null and not exists (select 1 from act_ru_variable v where v.bytearray_id_ = b.id_)
  and not exists (select 1 from act_ru_job j where j.exception_stack_id_ = b.id_)
  and not exists (select 1 from act_hi_job_log l where l.job_exception_stack_id_ = b.id_)
