select u.id from directory_user u join invitation i on i.id = u.invitation_id
where u.user_type = 'Guest' and u.state = 'PENDING' and i.letter_number > 0 and not exists (
  select 1 from letter l where l.subject = i.id and l.purpose = 'INVITATION' and l.ordinal = i.letter_number and l.state in ('SENT', 'REFUSED'))
