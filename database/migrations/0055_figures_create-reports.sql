set local citus.multi_shard_modify_mode = 'sequential';

create table figures.report_templates (
  code text not null,
  version int not null,
  valid_from date not null,
  name text not null,
  title text not null,
  body text not null,
  source text not null,
  constraint report_templates_pkey primary key (code, version)
);
comment on table figures.report_templates is 'Texts with places for figures from which a report starts; the newest version valid at the end of the year holds.';
comment on column figures.report_templates.code is 'Template: speech (讲话回顾段) or summary (工作总结).';
comment on column figures.report_templates.version is 'Version.';
comment on column figures.report_templates.valid_from is 'First day on which the version holds.';
comment on column figures.report_templates.name is 'Chinese name.';
comment on column figures.report_templates.title is 'Title of the report with its places.';
comment on column figures.report_templates.body is 'Text: a line beginning with # is a heading, {{visits.made|万人次}} a place for a figure.';
comment on column figures.report_templates.source is 'Where the wording comes from.';
select platform.declare_table('figures.report_templates', 'city-wide', 'select');

create table figures.report_drafts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  year int not null constraint report_drafts_year_check check (year between 1900 and 2200),
  template_code text not null,
  template_version int not null,
  title text not null,
  body text not null,
  status text not null default 'draft' constraint report_drafts_status_check check (status in ('draft', 'approved')),
  frozen jsonb,
  epoch int,
  snapshot text,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by_name text not null,
  approved_at timestamptz,
  approved_by uuid,
  approved_by_name text,
  constraint report_drafts_pkey primary key (city_id, id),
  constraint report_drafts_unit_key unique (city_id, unit_id, year, template_code),
  constraint report_drafts_template_fkey foreign key (template_code, template_version) references figures.report_templates (code, version),
  constraint report_drafts_approved_check check ((status = 'approved') = (frozen is not null) and (status = 'approved') = (approved_at is not null)
    and (status = 'approved') = (snapshot is not null) and (status = 'approved') = (epoch is not null))
);
comment on table figures.report_drafts is 'A unit''s own text of a yearly report; approved, it is frozen with its figures.';
comment on column figures.report_drafts.city_id is 'City.';
comment on column figures.report_drafts.id is 'Report.';
comment on column figures.report_drafts.scope_code is 'Scope code of the unit.';
comment on column figures.report_drafts.unit_id is 'Unit that reports.';
comment on column figures.report_drafts.year is 'Year reported on.';
comment on column figures.report_drafts.template_code is 'Template it started from.';
comment on column figures.report_drafts.template_version is 'Version of that template.';
comment on column figures.report_drafts.title is 'Title with its places.';
comment on column figures.report_drafts.body is 'Text with its places for figures.';
comment on column figures.report_drafts.status is 'draft or approved.';
comment on column figures.report_drafts.frozen is 'Title and blocks with every figure as written at the approval; null while a draft.';
comment on column figures.report_drafts.epoch is 'Restore count at the approval; null while a draft.';
comment on column figures.report_drafts.snapshot is 'Transactions the approval saw, so that its rows can be told from later ones; null while a draft.';
comment on column figures.report_drafts.version is 'Counts changes; a stale save is refused.';
comment on column figures.report_drafts.updated_at is 'When it last changed.';
comment on column figures.report_drafts.updated_by_name is 'Who changed it last.';
comment on column figures.report_drafts.approved_at is 'When it was approved; null while a draft.';
comment on column figures.report_drafts.approved_by is 'Account that approved it; null while a draft.';
comment on column figures.report_drafts.approved_by_name is 'Name of that person at the time; null while a draft.';
create index report_drafts_scope_idx on figures.report_drafts (city_id, scope_code, year);
select platform.declare_table('figures.report_drafts', 'scoped', 'select, insert, update');
