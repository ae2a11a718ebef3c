-- A partner that is a related party is a dealing to be recorded and disclosed: duties compares partners of approved projects with its list.
create view projects.published_partners with (security_invoker = true) as
  select r.city_id, r.scope_code, r.project_id, r.seq, p.book_id, p.name as project_name, p.approved_on, r.name, r.credit_code, r.task
    from projects.project_partners r join projects.projects p on p.city_id = r.city_id and p.id = r.project_id
   where p.status in ('running', 'accepted', 'closed');
comment on view projects.published_partners is 'Bodies that approved projects have a contract or an agreement with.';
grant select on projects.published_partners to xinhuo_app, xinhuo_worker;
