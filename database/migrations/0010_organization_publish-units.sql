-- What other modules may join: every unit of the city with its place in the tree.
create view organization.published_units with (security_invoker = true) as
  select city_id, id, parent_id, code, scope_lo, scope_hi, level, kind, name, short_name, established_on, closed_on
    from organization.units;
comment on view organization.published_units is 'Units for the other modules: join on city_id and id; code and range for display and filters. Closed units stay in it.';
comment on column organization.published_units.city_id is 'City.';
comment on column organization.published_units.id is 'The unit''s stable key.';
comment on column organization.published_units.parent_id is 'Unit above; null for the topmost.';
comment on column organization.published_units.code is 'Own code, a prefix of the codes below; changes when the unit moves.';
comment on column organization.published_units.scope_lo is 'First scope code the unit owns; rows of the unit carry it.';
comment on column organization.published_units.scope_hi is 'Last scope code the unit owns.';
comment on column organization.published_units.level is 'Level of the tree.';
comment on column organization.published_units.kind is 'division, school, enterprise, agency or other.';
comment on column organization.published_units.name is 'Full name of the place.';
comment on column organization.published_units.short_name is 'Name of the committee as people say it.';
comment on column organization.published_units.established_on is 'Day the committee was founded; null while it should be built but is not.';
comment on column organization.published_units.closed_on is 'Day the unit was closed; null while it stands.';
grant select on organization.published_units to xinhuo_app, xinhuo_worker;
