select concat(l.subject, '/', l.purpose, '/', l.ordinal) from letter l where l.state in ('QUEUED', 'SENDING')
