set local citus.multi_shard_modify_mode = 'sequential';

create table figures.indicators (
  code text not null,
  version int not null,
  valid_from date not null,
  valid_until date,
  name text not null,
  definition text not null,
  group_name text not null constraint indicators_group_check check (group_name in ('组织', '队伍', '关爱对象', '帮扶', '走访')),
  sort_order int not null,
  counted_in text not null constraint indicators_counted_in_check check (counted_in in ('人', '人次', '对', '场', '个', '件', '次', '元', '分钟', '小时', '%')),
  kind text not null constraint indicators_kind_check check (kind in ('count', 'sum', 'ratio')),
  counting text not null default 'rows' constraint indicators_counting_check check (counting in ('rows', 'subjects')),
  timing text not null constraint indicators_timing_check check (timing in ('flow', 'stock')),
  measures text[] not null default '{}',
  numerator_code text,
  denominator_code text,
  scale int not null default 1 constraint indicators_scale_check check (scale > 0),
  source text not null,
  word_source text not null,
  constraint indicators_pkey primary key (code, version),
  constraint indicators_ratio_check check ((kind = 'ratio') = (numerator_code is not null) and (kind = 'ratio') = (denominator_code is not null)
    and (kind = 'ratio') = (cardinality(measures) = 0)),
  constraint indicators_subjects_check check (counting = 'rows' or (kind = 'count' and cardinality(measures) = 1)),
  constraint indicators_dates_check check (valid_until is null or valid_until >= valid_from)
);
comment on table figures.indicators is 'Dictionary of figures: each definition yields the number and the rows behind it. A changed definition is a new version from a day on.';
comment on column figures.indicators.code is 'Code, e.g. visits.made; what a report text names.';
comment on column figures.indicators.version is 'Version of the definition.';
comment on column figures.indicators.valid_from is 'First day a period may end on for this version to hold.';
comment on column figures.indicators.valid_until is 'Last such day; null for the version that holds now.';
comment on column figures.indicators.name is 'Chinese name.';
comment on column figures.indicators.definition is 'What is counted, in one sentence.';
comment on column figures.indicators.group_name is 'Heading under which it is shown.';
comment on column figures.indicators.sort_order is 'Order in lists.';
comment on column figures.indicators.counted_in is 'Unit of measure: 人 are distinct, 人次 may repeat.';
comment on column figures.indicators.kind is 'count: number of facts; sum: sum of their values; ratio: one indicator over another.';
comment on column figures.indicators.counting is 'rows: every fact; subjects: each child, volunteer or unit once.';
comment on column figures.indicators.timing is 'flow: what happened within the period; stock: what stood on its last day.';
comment on column figures.indicators.measures is 'Measures whose facts are counted; none for a ratio.';
comment on column figures.indicators.numerator_code is 'Indicator above the line; null unless a ratio.';
comment on column figures.indicators.denominator_code is 'Indicator below the line; null unless a ratio.';
comment on column figures.indicators.scale is 'A sum is divided by it (100 turns fen into 元); a ratio is multiplied by it (100 makes %).';
comment on column figures.indicators.source is 'Which records are counted, in words.';
comment on column figures.indicators.word_source is 'Where the name is used in practice.';
create unique index indicators_current_key on figures.indicators (code) where valid_until is null;
select platform.declare_table('figures.indicators', 'city-wide', 'select');
