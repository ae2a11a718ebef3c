set local citus.multi_shard_modify_mode = 'sequential';

create table charity.campaign_rules (
  name text not null constraint campaign_rules_name_check check (name in ('filing-days', 'late-filing-days', 'emergency-days', 'long-months', 'progress-months',
    'report-months')),
  valid_from date not null,
  value int not null constraint campaign_rules_value_check check (value > 0),
  source text not null,
  constraint campaign_rules_pkey primary key (name, valid_from)
);
comment on table charity.campaign_rules is 'What the law asks of campaigns, dated: the row with the latest valid_from not after the start of a campaign holds.';
comment on column charity.campaign_rules.name is 'filing-days (before the start), late-filing-days (after the start, in an emergency), emergency-days (between publications), long-months (a campaign longer than this), progress-months (between its publications), report-months (after the end).';
comment on column charity.campaign_rules.valid_from is 'First day on which it holds.';
comment on column charity.campaign_rules.value is 'Days or months.';
comment on column charity.campaign_rules.source is 'Rule it is read from.';
select platform.declare_table('charity.campaign_rules', 'city-wide', 'select');
insert into charity.campaign_rules (name, valid_from, value, source) values
  ('filing-days', '2016-09-01', 10, '慈善组织公开募捐管理办法第十一条'), ('late-filing-days', '2016-09-01', 10, '慈善法应急慈善一章（第七十条至第七十四条）'),
  ('emergency-days', '2024-09-05', 5, '慈善法应急慈善一章（第七十条至第七十四条）'), ('long-months', '2016-09-01', 6, '慈善法第七十九条'),
  ('progress-months', '2016-09-01', 3, '慈善法第七十九条'), ('report-months', '2016-09-01', 3, '慈善法第七十九条');

create table charity.campaigns (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  book_id uuid not null,
  fund_id uuid not null,
  name text not null,
  purpose text not null,
  starts_on date not null,
  ends_on date not null,
  area text not null,
  leader_name text not null,
  office_address text not null,
  ways text not null,
  bank_account text not null,
  beneficiaries text not null,
  use_plan text not null,
  cost_fen bigint not null constraint campaigns_cost_check check (cost_fen >= 0 and cost_fen < 100000000000),
  surplus_rule text not null,
  is_emergency boolean not null,
  status text not null constraint campaigns_status_check check (status in ('draft', 'filed', 'reported', 'discarded')),
  filed_on date,
  filing_number text,
  report text,
  reported_on date,
  made_by uuid,
  made_name text not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint campaigns_pkey primary key (city_id, id),
  constraint campaigns_period_check check (starts_on <= ends_on),
  constraint campaigns_filed_check check ((filed_on is null) = (filing_number is null) and (status in ('filed', 'reported')) = (filed_on is not null)),
  constraint campaigns_reported_check check ((status = 'reported') = (report is not null) and (report is null) = (reported_on is null))
);
comment on table charity.campaigns is 'Asking the public to give: the plan as the law wants it, its filing, and the report after its end.';
comment on column charity.campaigns.city_id is 'City.';
comment on column charity.campaigns.id is 'Campaign.';
comment on column charity.campaigns.scope_code is 'Scope code of the books.';
comment on column charity.campaigns.unit_id is 'Unit whose books they are.';
comment on column charity.campaigns.book_id is 'Set of books.';
comment on column charity.campaigns.fund_id is 'Fund its gifts go into.';
comment on column charity.campaigns.name is 'What it is called.';
comment on column charity.campaigns.purpose is 'What for.';
comment on column charity.campaigns.starts_on is 'First day.';
comment on column charity.campaigns.ends_on is 'Last day.';
comment on column charity.campaigns.area is 'Where people are asked.';
comment on column charity.campaigns.leader_name is 'Who answers for it; stands in the plan and is published.';
comment on column charity.campaigns.office_address is 'Where the office is.';
comment on column charity.campaigns.ways is 'How gifts are taken.';
comment on column charity.campaigns.bank_account is 'The foundation''s own account; published.';
comment on column charity.campaigns.beneficiaries is 'For whom; nobody''s name.';
comment on column charity.campaigns.use_plan is 'What the money is spent on.';
comment on column charity.campaigns.cost_fen is 'Planned cost of asking, in fen.';
comment on column charity.campaigns.surplus_rule is 'What becomes of what is left.';
comment on column charity.campaigns.is_emergency is 'Answers an emergency: filed late, published often.';
comment on column charity.campaigns.status is 'draft, filed (may ask), reported (after its end) or discarded.';
comment on column charity.campaigns.filed_on is 'Day the plan was filed; null before.';
comment on column charity.campaigns.filing_number is 'Number of the filing; null before.';
comment on column charity.campaigns.report is 'What was raised and what became of it, in words; null before.';
comment on column charity.campaigns.reported_on is 'Day the report was published; null before.';
comment on column charity.campaigns.made_by is 'Account that planned it; null where the owner loaded it.';
comment on column charity.campaigns.made_name is 'Name, as it was then.';
comment on column charity.campaigns.version is 'Counts changes; a stale save is refused.';
comment on column charity.campaigns.created_at is 'When it was planned.';
comment on column charity.campaigns.updated_at is 'When it last changed.';
create index campaigns_scope_idx on charity.campaigns (city_id, scope_code, updated_at desc, id desc);
select platform.declare_table('charity.campaigns', 'scoped', 'select, insert, update');

create table charity.campaign_partners (
  city_id int not null,
  campaign_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  name text not null,
  credit_code text not null,
  task text not null,
  assessed_on date not null,
  assessment text not null,
  agreed_on date not null,
  constraint campaign_partners_pkey primary key (city_id, campaign_id, seq),
  constraint campaign_partners_campaign_fkey foreign key (city_id, campaign_id) references charity.campaigns (city_id, id)
);
comment on table charity.campaign_partners is 'Who asks together with the foundation: assessed, bound by a written agreement, named in the plan.';
comment on column charity.campaign_partners.city_id is 'City.';
comment on column charity.campaign_partners.campaign_id is 'Campaign.';
comment on column charity.campaign_partners.seq is 'Place, from 1.';
comment on column charity.campaign_partners.scope_code is 'Scope code of the campaign.';
comment on column charity.campaign_partners.name is 'Name of the organisation.';
comment on column charity.campaign_partners.credit_code is '统一社会信用代码, its check sign held.';
comment on column charity.campaign_partners.task is 'What it does in the campaign.';
comment on column charity.campaign_partners.assessed_on is 'Day it was assessed.';
comment on column charity.campaign_partners.assessment is 'What the assessment found.';
comment on column charity.campaign_partners.agreed_on is 'Day the written agreement was signed.';
select platform.declare_table('charity.campaign_partners', 'scoped', 'select, insert, delete');

create table charity.campaign_news (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  campaign_id uuid not null,
  published_on date not null,
  raised_fen bigint not null,
  gift_count int not null,
  spent_fen bigint not null constraint campaign_news_spent_check check (spent_fen >= 0),
  words text not null,
  published_name text not null,
  constraint campaign_news_pkey primary key (city_id, id),
  constraint campaign_news_campaign_fkey foreign key (city_id, campaign_id) references charity.campaigns (city_id, id)
);
comment on table charity.campaign_news is 'What was told of a campaign while it ran: raised by then, spent by then; appended.';
comment on column charity.campaign_news.city_id is 'City.';
comment on column charity.campaign_news.id is 'Publication.';
comment on column charity.campaign_news.scope_code is 'Scope code of the campaign.';
comment on column charity.campaign_news.campaign_id is 'Campaign.';
comment on column charity.campaign_news.published_on is 'Day.';
comment on column charity.campaign_news.raised_fen is 'What had been raised, in fen, from the gifts confirmed.';
comment on column charity.campaign_news.gift_count is 'How many gifts that were.';
comment on column charity.campaign_news.spent_fen is 'What had been spent of it, in fen.';
comment on column charity.campaign_news.words is 'What else is told.';
comment on column charity.campaign_news.published_name is 'Who published it, as the name was then.';
create index campaign_news_campaign_idx on charity.campaign_news (city_id, campaign_id, published_on);
select platform.declare_table('charity.campaign_news', 'scoped', 'select, insert');

alter table charity.gifts add column campaign_id uuid;
comment on column charity.gifts.campaign_id is 'Campaign it answers; null for none.';
alter table charity.gifts add constraint gifts_campaign_fkey foreign key (city_id, campaign_id) references charity.campaigns (city_id, id);
create index gifts_campaign_idx on charity.gifts (city_id, campaign_id) where campaign_id is not null;

insert into accounts.role_permissions (role_code, permission) values ('charity-head', 'campaign.publish');

-- What everybody may see of campaigns that are filed, or that answer an emergency and began.
create function access.list_open_campaigns(p_city int, p_today date)
returns table (id uuid, name text, holder_name text, purpose text, starts_on date, ends_on date, status text, is_emergency boolean, raised_fen float8, gift_count int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.name, b.name, c.purpose, c.starts_on, c.ends_on, c.status, c.is_emergency, coalesce(g.fen, 0)::float8, coalesce(g.count, 0)::int
    from charity.campaigns c join ledger.books b on b.city_id = c.city_id and b.id = c.book_id
    left join lateral (select sum(x.amount_fen) as fen, count(*) as count from charity.gifts x
      where x.city_id = c.city_id and x.campaign_id = c.id and x.status = 'confirmed') g on true
   where c.city_id = p_city and (c.status in ('filed', 'reported') or (c.status = 'draft' and c.is_emergency and c.starts_on <= p_today))
   order by c.starts_on desc, c.id
$$;
comment on function access.list_open_campaigns is 'Campaigns of a city, with what was raised; nobody who gave.';

create function access.find_open_campaign(p_city int, p_id uuid)
returns table (area text, leader_name text, office_address text, ways text, bank_account text, beneficiaries text, use_plan text, cost_fen float8,
  surplus_rule text, filed_on date, filing_number text, report text, reported_on date, partners jsonb, news jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.area, c.leader_name, c.office_address, c.ways, c.bank_account, c.beneficiaries, c.use_plan, c.cost_fen::float8, c.surplus_rule, c.filed_on,
    c.filing_number, c.report, c.reported_on,
    (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'task', p.task, 'assessment', p.assessment) order by p.seq), '[]')
       from charity.campaign_partners p where p.city_id = c.city_id and p.campaign_id = c.id),
    (select coalesce(jsonb_agg(jsonb_build_object('publishedOn', n.published_on, 'raisedFen', n.raised_fen, 'giftCount', n.gift_count, 'spentFen', n.spent_fen,
        'words', n.words) order by n.published_on desc, n.id desc), '[]')
       from charity.campaign_news n where n.city_id = c.city_id and n.campaign_id = c.id)
    from charity.campaigns c where c.city_id = p_city and c.id = p_id and c.status <> 'discarded'
$$;
comment on function access.find_open_campaign is 'The plan, news and report of a campaign; the caller has found it among those everybody may see.';
revoke execute on function access.list_open_campaigns(int, date), access.find_open_campaign(int, uuid) from public;
grant execute on function access.list_open_campaigns(int, date), access.find_open_campaign(int, uuid) to xinhuo_app, xinhuo_worker;
