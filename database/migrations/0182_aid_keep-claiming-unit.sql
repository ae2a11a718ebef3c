-- Whoever recorded a donor is told before the claim lapses.
alter table aid.claims add column claimed_unit_id uuid;
comment on column aid.claims.claimed_unit_id is 'Unit whose office recorded the donor and is told before the claim lapses; null for claims recorded before that was kept.';
