-- Who asks about a child asks all its records.
create or replace view children.published_children with (security_invoker = true) as
  select c.city_id, c.id, c.scope_code, c.unit_id, c.masked_name, c.sex, c.age_band, c.derived_types, c.civil_affairs_types, c.differs,
         c.has_service_consent, c.status, c.merged_into_id
    from children.children c;
comment on column children.published_children.status is 'registered, closed, merged, withdrawn or erased.';
comment on column children.published_children.merged_into_id is 'Record that goes on for the same child; null unless merged.';
