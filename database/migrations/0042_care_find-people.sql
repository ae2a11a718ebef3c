-- Finding a case by its child: the keyed hashes, for other modules too.
create view children.published_search_terms with (security_invoker = true) as
  select city_id, term, scope_code, child_id from children.search_terms;
comment on view children.published_search_terms is 'Keyed hashes by which a child is found, for searches of other modules: compared for equality only.';
comment on column children.published_search_terms.city_id is 'City.';
comment on column children.published_search_terms.term is 'Keyed hash of one term.';
comment on column children.published_search_terms.scope_code is 'Scope code of the child''s unit.';
comment on column children.published_search_terms.child_id is 'Child.';
grant select on children.published_search_terms to xinhuo_app, xinhuo_worker;

create function access.list_volunteer_accounts(p_volunteer uuid) returns table (account_id uuid, scope_code bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.scope_code from accounts.accounts a
   where a.city_id = current_setting('app.city_id')::int and a.volunteer_id = p_volunteer and a.status = 'active'
$$;
comment on function access.list_volunteer_accounts is 'Accounts of a volunteer, so that a pairing can open what it needs to them. For the worker role only.';
revoke execute on function access.list_volunteer_accounts(uuid) from public;
grant execute on function access.list_volunteer_accounts(uuid) to xinhuo_worker;

-- After a reopening the rhythm of visits begins anew.
alter table care.cases add column reopened_on date;
comment on column care.cases.reopened_on is 'Day the case was last taken up again; null when it never was.';
