-- the roles that guests can hold are the same everywhere, with the ids under which Microsoft Entra ID knows them; an embedded
-- database may have them already, under other ids
insert into directory_role (id, display_name, description)
  select cast('95e79109-95c0-4d8e-aee3-d01accf2d47b' as uuid), 'Guest Inviter', 'May invite guests'
  where not exists (select 1 from directory_role where display_name = 'Guest Inviter');
insert into directory_role (id, display_name, description)
  select cast('88d8e3e3-8f55-4a1e-953a-9b9898b8876b' as uuid), 'Directory Readers', 'May read the directory'
  where not exists (select 1 from directory_role where display_name in ('Directory Reader', 'Directory Readers'));
