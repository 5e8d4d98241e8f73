select s.id_ from act_ru_event_subscr s
where s.execution_id_ is null and not exists (select 1 from act_re_procdef d where d.id_ = s.configuration_)
