-- Of each due job the engine asks whether another one of its instance is in hand. A plan that expects many due jobs looks all up at once that are
-- in hand; with the index of V1.1 it went through the jobs of everybody who waits.
drop index x_job_locked;
create index x_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;
