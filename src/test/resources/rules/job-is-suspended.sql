select j.id_ from act_ru_job j where j.suspension_state_ <> 1
