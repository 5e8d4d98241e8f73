-- the one row about the installation itself: nodes that set something up lock it, so that of those that start at once one is first;
-- a migration that programs without it cannot live with writes its version here, and they stop
create table installation (
  id               integer     primary key,
  oldest_migration varchar(50) not null
);
insert into installation (id, oldest_migration) values (1, '1');
