-- Whoever looks for due jobs reads past all that were done since the last vacuum. By default one comes when a fifth of a table is dead,
-- which with a million waiting guests is after four hundred thousand jobs.
alter table act_ru_job set (autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_threshold = 5000);
alter table act_ru_task set (autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_threshold = 5000);
alter table act_ru_execution set (autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_threshold = 5000);
alter table act_ru_event_subscr set (autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_threshold = 5000);
