-- Tasklist's filters ask for tasks of a kind, most of which are few beside those of waiting guests
create index x_task_kind on act_ru_task (task_def_key_);
