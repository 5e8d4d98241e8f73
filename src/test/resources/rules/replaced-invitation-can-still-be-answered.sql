select i.id from invitation i join directory_user u on u.id = i.guest_id
where i.status = 'PENDING' and i.id <> u.invitation_id
