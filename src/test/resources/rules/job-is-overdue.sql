select j.id_ from act_ru_job j
where j.retries_ > 0 and (coalesce(j.duedate_, j.create_time_) is null or coalesce(j.duedate_, j.create_time_) < :overdue)
