-- Whoever sends a letter reads this table until the mail server has answered, so the lock is asked for in passing, as in V22. A vacuum does not give
-- way so soon; if one lasts longer than all turns, this start fails, and the next one asks again.
do $$
begin
  for turn in 1..60 loop
    begin
      set local lock_timeout = '200ms';
      drop index user_by_external_state;
      exit;
    exception when lock_not_available then
      if turn = 60 then
        raise;
      end if;
      perform pg_sleep(1);
    end;
  end loop;
end $$;
alter index user_present_by_external_state rename to user_by_external_state;
