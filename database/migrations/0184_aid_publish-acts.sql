-- Whoever has a right to a copy of what is kept about a child learns what was given as well.
create view aid.published_acts with (security_invoker = true) as
  select a.city_id, a.id, a.scope_code, a.child_id, k.name as kind_name, a.reach, a.given_on
    from aid.acts a join aid.kinds k on k.code = a.kind
   where a.status in ('given', 'received')
     and k.valid_from = (select max(o.valid_from) from aid.kinds o where o.code = a.kind and o.valid_from <= a.given_on);
comment on view aid.published_acts is 'What was given to children, without a word of what was written and without who paid.';
comment on column aid.published_acts.city_id is 'City.';
comment on column aid.published_acts.id is 'Act of aid.';
comment on column aid.published_acts.scope_code is 'Scope code of the unit that gave it.';
comment on column aid.published_acts.child_id is 'Child, or the child of the case whose household it was given to.';
comment on column aid.published_acts.kind_name is 'Kind of aid in words, as the list had it on that day.';
comment on column aid.published_acts.reach is 'child or household.';
comment on column aid.published_acts.given_on is 'Day it was given.';
grant select on aid.published_acts to xinhuo_app, xinhuo_worker;
