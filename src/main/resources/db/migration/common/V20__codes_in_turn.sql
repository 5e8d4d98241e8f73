-- Which code of its address a code is: two that are asked for in one moment cannot both be the fifth. Codes of the release before have none; they
-- are counted, but two nodes of different releases may still give a sixth in one moment.
alter table passcode add column in_turn integer;
create unique index passcode_in_turn on passcode (address_key, in_turn);
