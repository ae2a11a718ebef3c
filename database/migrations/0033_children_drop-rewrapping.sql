-- Keys of every module are wrapped anew at one place, by the owner of the database (keys rotate); the child's own function is not needed.
drop function access.rewrap_child_key(uuid, bytea, bytea);
