select j.id_ from act_ru_job j where j.retries_ <= 0
