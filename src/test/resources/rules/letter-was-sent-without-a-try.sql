select concat(l.subject, '/', l.purpose, '/', l.ordinal) from letter l
where l.state in ('SENT', 'REFUSED') and (l.tries = 0 or l.recipient is null or l.reply_code = 0)
