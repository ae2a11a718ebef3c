-- What the records know of a project is filled into its documents.
update duties.disclosure_kinds k set fields = (
  select jsonb_agg(case f ->> 'name'
      when '项目收支' then f || '{"fill": "project-money"}' when '募得款物使用情况' then f || '{"fill": "project-money"}'
      when '受益情况' then f || '{"fill": "project-people"}' else f end order by n)
    from jsonb_array_elements(k.fields) with ordinality as listed (f, n))
 where k.code in ('project-progress', 'project-report');
