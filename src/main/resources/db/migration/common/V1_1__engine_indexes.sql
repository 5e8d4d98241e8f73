-- the engine acquires jobs and completes tasks by these columns; without an index both scan tables that grow with every waiting guest
create index x_task_parent on act_ru_task (parent_task_id_);
create index x_job_due on act_ru_job (duedate_);
create index x_job_locked on act_ru_job (process_instance_id_, lock_owner_);
create index x_var_name_text on act_ru_variable (name_, text_);
