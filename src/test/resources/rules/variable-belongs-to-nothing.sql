select v.id_ from act_ru_variable v where v.execution_id_ is null and v.task_id_ is null
