set local citus.multi_shard_modify_mode = 'sequential';

create schema duties;
comment on schema duties is '法定义务: legal ratios, disclosures, the board, related parties.';
select platform.declare_schema('duties');

create table duties.ratio_rules (
  body_kind text not null constraint ratio_rules_body_kind_check check (body_kind in ('public-foundation', 'public-society', 'foundation', 'society')),
  valid_from date not null,
  floor_fen bigint not null,
  base text not null constraint ratio_rules_base_check check (base in ('income', 'net-assets')),
  spending_percent int not null,
  administration_percent int not null,
  income_percent int,
  free_administration_fen bigint not null,
  source text not null,
  is_verified boolean not null,
  constraint ratio_rules_pkey primary key (body_kind, valid_from, floor_fen)
);
comment on table duties.ratio_rules is 'What the law asks of yearly spending and cost of administration, by kind of body and net assets; dated, with the source.';
comment on column duties.ratio_rules.body_kind is 'public-foundation, public-society (may ask the public for gifts), foundation or society.';
comment on column duties.ratio_rules.valid_from is 'First day on which the row counts.';
comment on column duties.ratio_rules.floor_fen is 'Net assets at the end of the year before from which the row counts, in fen; 0 where they do not matter.';
comment on column duties.ratio_rules.base is 'What spending is measured by: income of the year before, or net assets at its end.';
comment on column duties.ratio_rules.spending_percent is 'Least spending on charitable activities, in percent of the base.';
comment on column duties.ratio_rules.administration_percent is 'Most cost of administration, in percent of all spending of the year.';
comment on column duties.ratio_rules.income_percent is 'Least spending in percent of the income of the year before, besides; null where nothing more is asked.';
comment on column duties.ratio_rules.free_administration_fen is 'Cost of administration below this amount is not bound by its ratio, in fen; 0 where there is no such line.';
comment on column duties.ratio_rules.source is 'Law or rule.';
comment on column duties.ratio_rules.is_verified is 'Whether the number was read in the text of the rule.';
select platform.declare_table('duties.ratio_rules', 'city-wide', 'select');

create table duties.bodies (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  kind text not null constraint bodies_kind_check check (kind in ('public-foundation', 'public-society', 'foundation', 'society')),
  credit_code text,
  version int not null default 1,
  updated_name text not null,
  updated_at timestamptz(3) not null,
  constraint bodies_pkey primary key (city_id, id)
);
comment on table duties.bodies is 'What the law takes the holder of a set of books for, where somebody said so; else it follows from the books.';
comment on column duties.bodies.city_id is 'City.';
comment on column duties.bodies.id is 'Set of books.';
comment on column duties.bodies.scope_code is 'Scope code of the books.';
comment on column duties.bodies.kind is 'Kind of body, as in ratio_rules.';
comment on column duties.bodies.credit_code is '统一社会信用代码 of the body; null where it was not entered.';
comment on column duties.bodies.version is 'Counts changes; a stale save is refused.';
comment on column duties.bodies.updated_name is 'Name of who said so.';
comment on column duties.bodies.updated_at is 'When.';
select platform.declare_table('duties.bodies', 'scoped', 'select, insert, update');

create table duties.ratio_notes (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  year int not null constraint ratio_notes_year_check check (year between 2000 and 2099),
  ratio text not null constraint ratio_notes_ratio_check check (ratio in ('spending', 'administration')),
  kind text not null constraint ratio_notes_kind_check check (kind in ('explanation', 'special-case', 'agreement')),
  words text not null,
  amount_fen bigint constraint ratio_notes_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  reported_on date,
  published_on date,
  published_where text,
  noted_by uuid,
  noted_name text not null,
  noted_on date not null,
  noted_at timestamptz(3) not null,
  constraint ratio_notes_pkey primary key (city_id, id),
  constraint ratio_notes_special_check check (kind <> 'special-case' or (reported_on is not null and published_on is not null and published_where is not null)),
  constraint ratio_notes_agreement_check check ((kind = 'agreement') = (amount_fen is not null)),
  constraint ratio_notes_ratio_of_kind_check check (kind = 'explanation' or ratio = 'administration')
);
comment on table duties.ratio_notes is 'What is said about a ratio of a year: explanations, special cases reported and published, cost of administration that agreements of gifts allow; appended.';
comment on column duties.ratio_notes.city_id is 'City.';
comment on column duties.ratio_notes.id is 'Note.';
comment on column duties.ratio_notes.scope_code is 'Scope code of the books.';
comment on column duties.ratio_notes.book_id is 'Set of books.';
comment on column duties.ratio_notes.year is 'Year of the ratio.';
comment on column duties.ratio_notes.ratio is 'spending or administration.';
comment on column duties.ratio_notes.kind is 'explanation, special-case (慈善法第六十一条: reported and published) or agreement (the agreement of a gift prevails).';
comment on column duties.ratio_notes.words is 'What is said.';
comment on column duties.ratio_notes.amount_fen is 'Cost of administration an agreement allows, in fen; null for the other kinds.';
comment on column duties.ratio_notes.reported_on is 'Day it was reported to the registrar; null where it was not.';
comment on column duties.ratio_notes.published_on is 'Day it was published; null where it was not.';
comment on column duties.ratio_notes.published_where is 'Where it was published; null where it was not.';
comment on column duties.ratio_notes.noted_by is 'Account; null where the owner loaded it.';
comment on column duties.ratio_notes.noted_name is 'Name of who wrote it, as it was then.';
comment on column duties.ratio_notes.noted_on is 'Day it was written.';
comment on column duties.ratio_notes.noted_at is 'When.';
create index ratio_notes_book_idx on duties.ratio_notes (city_id, book_id, year);
select platform.declare_table('duties.ratio_notes', 'scoped', 'select, insert');

create table duties.earlier_years (
  city_id int not null,
  book_id uuid not null,
  year int not null constraint earlier_years_year_check check (year between 2000 and 2099),
  scope_code bigint not null,
  income_fen bigint not null constraint earlier_years_income_check check (income_fen >= 0),
  net_assets_fen bigint not null,
  source text not null,
  version int not null default 1,
  recorded_name text not null,
  recorded_at timestamptz(3) not null,
  constraint earlier_years_pkey primary key (city_id, book_id, year)
);
comment on table duties.earlier_years is 'Income and net assets of years before the books began, from the audited report.';
comment on column duties.earlier_years.city_id is 'City.';
comment on column duties.earlier_years.book_id is 'Set of books.';
comment on column duties.earlier_years.year is 'Year.';
comment on column duties.earlier_years.scope_code is 'Scope code of the books.';
comment on column duties.earlier_years.income_fen is 'Adjusted income of the year, in fen.';
comment on column duties.earlier_years.net_assets_fen is 'Net assets at its end, in fen.';
comment on column duties.earlier_years.source is 'Paper it was read from.';
comment on column duties.earlier_years.version is 'Counts changes; a stale save is refused.';
comment on column duties.earlier_years.recorded_name is 'Name of who entered it.';
comment on column duties.earlier_years.recorded_at is 'When.';
select platform.declare_table('duties.earlier_years', 'scoped', 'select, insert, update');

-- 民发〔2016〕189号 in force since 2016-09-01, 慈善法 as amended since 2024-09-05; fen.
insert into duties.ratio_rules (body_kind, valid_from, floor_fen, base, spending_percent, administration_percent, income_percent, free_administration_fen, source,
  is_verified) values
  ('public-foundation', '2016-09-01', 0, 'income', 70, 10, null, 20000000, '《慈善法》（2016）第六十条；民发〔2016〕189号', true),
  ('public-foundation', '2024-09-05', 0, 'income', 70, 10, null, 20000000, '《慈善法》（2023年修正）第六十一条；民发〔2016〕189号', true),
  ('public-society', '2016-09-01', 0, 'income', 70, 13, null, 20000000, '民发〔2016〕189号', false),
  ('foundation', '2016-09-01', 6000000000, 'net-assets', 6, 12, null, 20000000, '民发〔2016〕189号', false),
  ('foundation', '2016-09-01', 800000000, 'net-assets', 6, 13, null, 20000000, '民发〔2016〕189号', false),
  ('foundation', '2016-09-01', 400000000, 'net-assets', 7, 15, null, 20000000, '民发〔2016〕189号', false),
  ('foundation', '2016-09-01', 0, 'net-assets', 8, 20, null, 20000000, '民发〔2016〕189号', true),
  ('society', '2016-09-01', 1000000000, 'net-assets', 6, 13, null, 20000000, '民发〔2016〕189号', true),
  ('society', '2016-09-01', 500000000, 'net-assets', 7, 14, null, 20000000, '民发〔2016〕189号', true),
  ('society', '2016-09-01', 100000000, 'net-assets', 8, 15, null, 20000000, '民发〔2016〕189号', true),
  ('society', '2016-09-01', 0, 'net-assets', 8, 20, 50, 20000000, '民发〔2016〕189号', true);
