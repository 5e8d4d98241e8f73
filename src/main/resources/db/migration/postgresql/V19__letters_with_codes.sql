-- letters with codes are deleted after a week; no other letter is looked for by its age
create index letter_with_code_by_age on letter (queued_at) where purpose = 'PASSCODE';
