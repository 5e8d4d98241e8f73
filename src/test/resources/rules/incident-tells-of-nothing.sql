select i.id_ from act_ru_incident i
where i.incident_type_ = 'failedJob' and not exists (select 1 from act_ru_job j where j.id_ = i.configuration_)
