set local citus.multi_shard_modify_mode = 'sequential';

create schema organization;
comment on schema organization is '组织: cities, units, posts.';
select platform.declare_schema('organization');

create table organization.cities (
  city_id int not null constraint cities_pkey primary key,
  name text not null,
  division_code text not null,
  created_at timestamptz not null default now()
);
comment on table organization.cities is 'The cities of this installation; one in most.';
comment on column organization.cities.city_id is 'City: the first six digits of its division code, e.g. 511300.';
comment on column organization.cities.name is 'Name of the city, e.g. 南充市.';
comment on column organization.cities.division_code is 'Official six-digit division code of the prefecture.';
comment on column organization.cities.created_at is 'When the city was set up here.';
select platform.declare_table('organization.cities', 'city-wide', 'select');

create table organization.units (
  city_id int not null,
  id uuid not null,
  parent_id uuid,
  code text not null,
  scope_lo bigint not null,
  scope_hi bigint not null,
  level text not null constraint units_level_check check (level in ('province', 'city', 'county', 'town', 'village')),
  kind text not null constraint units_kind_check check (kind in ('division', 'school', 'enterprise', 'agency', 'other')),
  name text not null,
  short_name text not null,
  pinyin text not null,
  pinyin_initials text not null,
  division_code text,
  established_on date,
  closed_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint units_pkey primary key (city_id, id),
  constraint units_code_key unique (city_id, code),
  constraint units_parent_fkey foreign key (city_id, parent_id) references organization.units (city_id, id),
  constraint units_range_check check (scope_lo <= scope_hi)
);
comment on table organization.units is 'Places where a committee (关工委) stands or should stand: divisions from province to village, schools, enterprises, agencies.';
comment on column organization.units.city_id is 'City.';
comment on column organization.units.id is 'The unit''s stable outside key.';
comment on column organization.units.parent_id is 'Unit above; null for the topmost.';
comment on column organization.units.code is 'Own allocated hierarchical code: a prefix of the codes below; changes when the unit moves.';
comment on column organization.units.scope_lo is 'First scope code the unit owns: its code padded with zeros to 18 digits. Rows of the unit carry it.';
comment on column organization.units.scope_hi is 'Last scope code the unit owns: its code padded with nines.';
comment on column organization.units.level is 'Level of the tree the unit stands on.';
comment on column organization.units.kind is 'division (行政区划) or what else the committee stands in.';
comment on column organization.units.name is 'Full name of the place, e.g. 顺庆区 or 南充市第一中学.';
comment on column organization.units.short_name is 'Name of the committee as people say it, e.g. 顺庆区关工委.';
comment on column organization.units.pinyin is 'Pinyin of the name without tones and spaces, for search and order.';
comment on column organization.units.pinyin_initials is 'First letters of the pinyin, for search.';
comment on column organization.units.division_code is 'Official division code of 12 digits; null for schools, enterprises and agencies.';
comment on column organization.units.established_on is 'Day the committee was founded (已建); null while it should be built but is not (应建未建).';
comment on column organization.units.closed_on is 'Day the unit was closed; null while it stands.';
comment on column organization.units.version is 'Counts changes; a stale save is refused.';
comment on column organization.units.created_at is 'When the row was made.';
comment on column organization.units.updated_at is 'When the row last changed.';
create index units_parent_idx on organization.units (city_id, parent_id, code);
create index units_scope_idx on organization.units (city_id, scope_lo, scope_hi);
select platform.declare_table('organization.units', 'city-wide', 'select, insert, update');
