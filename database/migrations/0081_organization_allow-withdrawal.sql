set local citus.multi_shard_modify_mode = 'sequential';

-- Posts and terms that an import made are taken out again when it is undone; the audit keeps what they were.
grant delete on organization.posts, organization.terms to xinhuo_app, xinhuo_worker;
