-- which code of its address a code is: two that are asked for in one moment cannot both be the fifth; codes of the release before have none
alter table passcode add column in_turn integer;
create unique index passcode_in_turn on passcode (address_key, in_turn);
