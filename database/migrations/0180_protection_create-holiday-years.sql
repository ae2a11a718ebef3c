set local citus.multi_shard_modify_mode = 'sequential';

create table protection.holiday_years (
  city_id int not null,
  id uuid not null,
  year int not null constraint holiday_years_year_check check (year between 2000 and 2100),
  days_off date[] not null,
  days_worked date[] not null,
  source text not null,
  recorded_by uuid not null,
  recorded_name text not null,
  recorded_at timestamptz(3) not null,
  constraint holiday_years_pkey primary key (city_id, id)
);
comment on table protection.holiday_years is 'Holidays of a year as the city entered them (放假安排), over those that come with the program; of one year the latest holds, earlier ones are kept.';
comment on column protection.holiday_years.city_id is 'City.';
comment on column protection.holiday_years.id is 'Entry.';
comment on column protection.holiday_years.year is 'Year.';
comment on column protection.holiday_years.days_off is 'Days off.';
comment on column protection.holiday_years.days_worked is 'Saturdays and Sundays worked in exchange.';
comment on column protection.holiday_years.source is 'Notice it was taken from.';
comment on column protection.holiday_years.recorded_by is 'Account that entered it.';
comment on column protection.holiday_years.recorded_name is 'Name of who entered it, as it was then.';
comment on column protection.holiday_years.recorded_at is 'When.';
create index holiday_years_year_idx on protection.holiday_years (city_id, year, recorded_at desc);
select platform.declare_table('protection.holiday_years', 'city-wide', 'select, insert');

-- An answer is due after working days. Where the holidays of a year were not known, calendar days were counted: the request says so.
alter table protection.rights_requests add column counts_calendar_days boolean not null default true;
comment on column protection.rights_requests.counts_calendar_days is 'Whether calendar days were counted to the last day, because the holidays of a year were not known (or not counted yet); it is never later for that.';

insert into accounts.role_permissions (role_code, permission) values ('system-admin', 'holiday-year.record');
