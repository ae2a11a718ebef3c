set local citus.multi_shard_modify_mode = 'sequential';

-- What was told of a month stays as it was told: a count recorded later goes into the next month that is published.
create table charity.published_cells (
  city_id int not null,
  fund_id uuid not null,
  month int not null constraint published_cells_month_check check (month between 200001 and 209912 and month % 100 between 1 and 12),
  is_withheld boolean not null,
  published_on date not null,
  constraint published_cells_pkey primary key (city_id, fund_id, month)
);
comment on table charity.published_cells is 'Months of a fund of which counts of beneficiaries were published, once; appended and never changed.';
comment on column charity.published_cells.city_id is 'City.';
comment on column charity.published_cells.fund_id is 'Fund.';
comment on column charity.published_cells.month is 'Month, as 202603.';
comment on column charity.published_cells.is_withheld is 'Whether there were too few in all: nothing is told, and they count in the next month that is published.';
comment on column charity.published_cells.published_on is 'Day from which everybody sees it.';
select platform.declare_table('charity.published_cells', 'public', 'select');
grant insert on charity.published_cells to xinhuo_worker;

create table charity.published_groups (
  city_id int not null,
  fund_id uuid not null,
  month int not null,
  seq int not null,
  place text not null,
  is_merged boolean not null,
  child_count int not null constraint published_groups_child_count_check check (child_count = 0 or child_count >= 5),
  household_count int not null constraint published_groups_household_count_check check (household_count = 0 or household_count >= 5),
  constraint published_groups_pkey primary key (city_id, fund_id, month, seq),
  constraint published_groups_cell_fkey foreign key (city_id, fund_id, month) references charity.published_cells (city_id, fund_id, month)
);
comment on table charity.published_groups is 'Groups of a published cell: a unit, or several of a place together; nobody or five at least.';
comment on column charity.published_groups.city_id is 'City.';
comment on column charity.published_groups.fund_id is 'Fund.';
comment on column charity.published_groups.month is 'Month, as 202603.';
comment on column charity.published_groups.seq is 'Place in the cell, from 1.';
comment on column charity.published_groups.place is 'Name of the unit, as it was then.';
comment on column charity.published_groups.is_merged is 'Several units of the place, not the place alone.';
comment on column charity.published_groups.child_count is 'Children, each time they were helped.';
comment on column charity.published_groups.household_count is 'Households, each time they were helped.';
select platform.declare_table('charity.published_groups', 'public', 'select');
grant insert on charity.published_groups to xinhuo_worker;

create table charity.cell_reaches (
  city_id int not null,
  reach_id uuid not null,
  scope_code bigint not null,
  fund_id uuid not null,
  month int not null,
  constraint cell_reaches_pkey primary key (city_id, reach_id),
  constraint cell_reaches_cell_fkey foreign key (city_id, fund_id, month) references charity.published_cells (city_id, fund_id, month)
);
comment on table charity.cell_reaches is 'In which cell a reach was counted; in one at most, appended.';
comment on column charity.cell_reaches.city_id is 'City.';
comment on column charity.cell_reaches.reach_id is 'Reach.';
comment on column charity.cell_reaches.scope_code is 'Scope code of the reach.';
comment on column charity.cell_reaches.fund_id is 'Fund.';
comment on column charity.cell_reaches.month is 'Month of the cell it was counted in: its own, or a later one.';
create index cell_reaches_cell_idx on charity.cell_reaches (city_id, fund_id, month);
select platform.declare_table('charity.cell_reaches', 'scoped', 'select');
grant insert on charity.cell_reaches to xinhuo_worker;

drop function access.list_fund_reaches(int, uuid);

create function access.list_fund_cells(p_city int, p_fund uuid)
returns table (month int, is_withheld boolean, place text, is_merged boolean, children int, households int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.month, c.is_withheld, g.place, g.is_merged, g.child_count, g.household_count
    from charity.published_cells c
    left join charity.published_groups g on g.city_id = c.city_id and g.fund_id = c.fund_id and g.month = c.month
   where c.city_id = p_city and c.fund_id = p_fund order by c.month, g.seq
$$;
comment on function access.list_fund_cells is 'How many a fund reached month by month, as it was published once.';
revoke execute on function access.list_fund_cells(int, uuid) from public;
grant execute on function access.list_fund_cells(int, uuid) to xinhuo_app, xinhuo_worker;
