-- requests about invitations that are left to all nodes together; Bucket4j's own columns
create table invitation_quota (
  id         bigint primary key,
  state      bytea,
  expires_at bigint
);
