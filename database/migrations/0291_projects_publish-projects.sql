-- Projects bring duties of disclosure about; the documents say what was spent and how many people were helped, never whom.
create view projects.published_projects with (security_invoker = true) as
  select p.city_id, p.id, p.scope_code, p.book_id, p.name, p.starts_on,
    case when p.status = 'closed' then greatest(p.starts_on, least(p.ends_on, p.closed_on)) else p.ends_on end as ends_on, p.budget_fen, p.status
    from projects.projects p where p.status in ('running', 'accepted', 'closed');
comment on view projects.published_projects is 'Projects that were approved, with the days that hold: a closed one ended on the day of its closing at the latest.';

create view projects.published_budget_lines with (security_invoker = true) as
  select l.city_id, l.id, l.scope_code, l.project_id from projects.budget_lines l;
comment on view projects.published_budget_lines is 'Which line of a budget belongs to which project: lines of the books name either.';

create view projects.published_helped with (security_invoker = true) as
  select b.city_id, b.scope_code, b.project_id, b.child_id, b.people_count from projects.beneficiaries b where b.removed_on is null
  union all
  select a.city_id, a.scope_code, b.project_id, a.child_id, a.people_count from projects.awards a
    join projects.batch_rows x on x.city_id = a.city_id and x.award_id = a.id and x.outcome = 'paid'
    join projects.batches b on b.city_id = x.city_id and b.id = x.batch_id where b.project_id is not null;
comment on view projects.published_helped is 'Whom a project helped, entered or by an award that was paid, to be counted: a child counts once.';
grant select on projects.published_projects, projects.published_budget_lines, projects.published_helped to xinhuo_app, xinhuo_worker;
