set local citus.multi_shard_modify_mode = 'sequential';

-- The look-back of a speech too is given while its year still runs: the whole year and its end are places, filled by how far the year has come.
insert into figures.report_templates (code, version, valid_from, name, title, body, source)
select t.code, 3, t.valid_from, t.name, t.title, replace(replace(t.body, '全年', '{{wholeYear}}'), '年末', '{{yearEnd}}'), t.source
  from figures.report_templates t where t.code = 'speech' and t.version = 2;
