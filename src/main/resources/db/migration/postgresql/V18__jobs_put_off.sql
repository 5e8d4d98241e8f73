-- for jobs that a node whose clock is ahead has put off; timers, of which every waiting guest has two, are not among them
create index x_job_put_off on act_ru_job (duedate_) where type_ = 'message';
