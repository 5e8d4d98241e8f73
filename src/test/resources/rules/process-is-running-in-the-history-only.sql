select h.id_ from act_hi_procinst h
where h.end_time_ is null and not exists (select 1 from act_ru_execution e where e.id_ = h.proc_inst_id_)
