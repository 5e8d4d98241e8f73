-- since when somebody has the letter in hand, by the database's clock, which is the same for all nodes; null where nobody has, or a program
-- of the release before
alter table letter add column in_hand_since timestamp with time zone;
