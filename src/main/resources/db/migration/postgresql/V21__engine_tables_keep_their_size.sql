-- A vacuum that finds these tables empty for a moment would give their pages back. A plan made then reads the whole table, which is one page, and
-- goes on doing so until the next vacuum, when thousands of rows that are no more fill hundreds.
alter table act_ru_job set (vacuum_truncate = false);
alter table act_ru_task set (vacuum_truncate = false);
alter table act_ru_execution set (vacuum_truncate = false);
alter table act_ru_event_subscr set (vacuum_truncate = false);
