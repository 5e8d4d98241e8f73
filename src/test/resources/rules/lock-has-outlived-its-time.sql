select j.id_ from act_ru_job j where j.lock_owner_ is not null and j.lock_exp_time_ < :overdue
