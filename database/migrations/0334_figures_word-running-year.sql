-- A summary of a year that still runs must not speak of the whole year and its end: these words are places now, filled by how far the year has come.
insert into figures.report_templates (code, version, valid_from, name, title, body, source)
select t.code, 3, t.valid_from, t.name, t.title,
  replace(replace(replace(t.body, '截至{{year}}年末', '截至{{until}}'), '全年', '{{wholeYear}}'), '年末', '{{yearEnd}}'), t.source
  from figures.report_templates t where t.code = 'summary' and t.version = 2;
