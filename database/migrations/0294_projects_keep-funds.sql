set local citus.multi_shard_modify_mode = 'sequential';

-- Units that applied see what their awards were paid from, though not the batches of the foundation.
alter table projects.awards add column paid_fund_id uuid, add column paid_fund_name text, add column paid_restricted boolean;
alter table projects.awards add constraint awards_fund_check
  check ((paid_fund_id is null) = (paid_fund_name is null) and (paid_fund_id is null) = (paid_restricted is null));
comment on column projects.awards.paid_fund_id is 'Fund it was last paid from; null until a payment.';
comment on column projects.awards.paid_fund_name is 'Name of that fund then; null until a payment.';
comment on column projects.awards.paid_restricted is 'Whether that fund was restricted; null until a payment.';
update projects.awards a set paid_fund_id = b.fund_id, paid_fund_name = f.name, paid_restricted = b.is_restricted
  from projects.batch_rows x, projects.batches b, ledger.funds f
 where x.city_id = a.city_id and x.award_id = a.id and x.outcome = 'paid' and b.city_id = x.city_id and b.id = x.batch_id
   and f.city_id = b.city_id and f.id = b.fund_id;

-- What figures of money are split by. A project stands under each fund that bears it.
create view projects.published_money with (security_invoker = true) as
  select a.city_id, a.scope_code, a.id as record_id, a.paid_fund_id as fund_id, a.paid_fund_name as fund_name,
    case when a.paid_restricted then 'restricted' else 'unrestricted' end as source
    from projects.awards a where a.paid_fund_id is not null
  union all
  select s.city_id, s.scope_code, s.project_id, s.fund_id, f.name, case when f.restriction = 'none' then 'unrestricted' else 'restricted' end
    from projects.project_sources s join ledger.published_funds f on f.city_id = s.city_id and f.id = s.fund_id;
comment on view projects.published_money is 'From which fund an award was paid and which funds bear a project, for figures that are split by them.';
grant select on projects.published_money to xinhuo_app, xinhuo_worker;
