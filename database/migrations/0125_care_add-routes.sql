set local citus.multi_shard_modify_mode = 'sequential';

create table care.route_orders (
  city_id int not null,
  grant_id uuid not null,
  on_day date not null,
  scope_code bigint not null,
  case_ids uuid[] not null,
  updated_at timestamptz not null default now(),
  constraint route_orders_pkey primary key (city_id, grant_id, on_day),
  constraint route_orders_size_check check (cardinality(case_ids) between 1 and 200)
);
comment on table care.route_orders is 'In which order somebody means to make the visits of one day (走访路线); a case that is not in it is put beside those of its village.';
comment on column care.route_orders.city_id is 'City.';
comment on column care.route_orders.grant_id is 'Grant under which it was put in order: a person working for two units has two routes.';
comment on column care.route_orders.on_day is 'Day of the visits.';
comment on column care.route_orders.scope_code is 'Scope code of the unit of the grant.';
comment on column care.route_orders.case_ids is 'Cases in the order in which one goes.';
comment on column care.route_orders.updated_at is 'When it was last put in order.';
select platform.declare_table('care.route_orders', 'scoped', 'select, insert, update');

alter table care.visit_comments add column read_at timestamptz;
comment on column care.visit_comments.read_at is 'When somebody who went, or who recorded the visit, first read it; null until then.';
create index visit_comments_unread_idx on care.visit_comments (city_id, scope_code, visit_id) where read_at is null;
