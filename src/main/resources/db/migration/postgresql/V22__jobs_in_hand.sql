-- Of each due job the engine asks whether another one of its instance is in hand. A plan that expects many due jobs looks all up at once that are
-- in hand; with the index of V1.1 it went through the jobs of everybody who waits.
-- Whoever sends a letter reads this table until the mail server has answered; the lock would wait for that, and all other nodes for the lock.
-- So it is asked for in passing, sixty times in 72 seconds; after that this start fails, and the next one asks again.
do $$
begin
  for turn in 1..60 loop
    begin
      set local lock_timeout = '200ms';
      drop index x_job_locked;
      exit;
    exception when lock_not_available then
      if turn = 60 then
        raise;
      end if;
      perform pg_sleep(1);
    end;
  end loop;
end $$;
create index x_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;
