select r.request_hash from idempotent_request r where r.invitation_id is null
