set local citus.multi_shard_modify_mode = 'sequential';

-- Whether a body may ask the public (慈善法第二十二条): dated, with the paper it was read from.
create table charity.qualifications (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  number text not null,
  granted_on date not null,
  valid_until date,
  source text not null,
  recorded_by uuid,
  recorded_name text not null,
  recorded_at timestamptz(3) not null,
  ended_on date,
  ended_reason text,
  ended_name text,
  constraint qualifications_pkey primary key (city_id, id),
  constraint qualifications_period_check check (valid_until >= granted_on and ended_on >= granted_on),
  constraint qualifications_ended_check check ((ended_on is null) = (ended_reason is null) and (ended_on is null) = (ended_name is null))
);
comment on table charity.qualifications is 'Leave of a body to ask the public for money, as its certificate says; recorded once, ended where it was taken away or recorded wrongly.';
comment on column charity.qualifications.city_id is 'City.';
comment on column charity.qualifications.id is 'Qualification.';
comment on column charity.qualifications.scope_code is 'Scope code of the books.';
comment on column charity.qualifications.book_id is 'Set of books of the body.';
comment on column charity.qualifications.number is 'Number of the certificate; published with each campaign.';
comment on column charity.qualifications.granted_on is 'First day on which it holds.';
comment on column charity.qualifications.valid_until is 'Last day on which it holds; null where the certificate names none.';
comment on column charity.qualifications.source is 'Paper it was read from and where that lies.';
comment on column charity.qualifications.recorded_by is 'Account that recorded it; null where the owner loaded it.';
comment on column charity.qualifications.recorded_name is 'Name of who recorded it, as it was then.';
comment on column charity.qualifications.recorded_at is 'When.';
comment on column charity.qualifications.ended_on is 'First day on which it holds no more; null while nobody ended it.';
comment on column charity.qualifications.ended_reason is 'Why it was ended; null while nobody did.';
comment on column charity.qualifications.ended_name is 'Name of who ended it, as it was then; null while nobody did.';
-- One that was recorded wrongly is ended, and its number recorded anew.
create unique index qualifications_number_key on charity.qualifications (city_id, book_id, number) where ended_on is null;
select platform.declare_table('charity.qualifications', 'scoped', 'select, insert');
grant update (ended_on, ended_reason, ended_name) on charity.qualifications to xinhuo_app, xinhuo_worker;

alter table charity.campaign_partners
  add column qualification_number text, add column qualification_granted_on date, add column qualification_valid_until date;
comment on column charity.campaign_partners.qualification_number is 'Number of the certificate by which the partner may ask the public; null where it has none.';
comment on column charity.campaign_partners.qualification_granted_on is 'First day on which that holds; null where it has none.';
comment on column charity.campaign_partners.qualification_valid_until is 'Last day on which that holds; null where it has none, or where the certificate names no day.';
alter table charity.campaign_partners add constraint campaign_partners_qualification_check check (
  (qualification_number is null) = (qualification_granted_on is null) and (qualification_valid_until is null or qualification_valid_until >= qualification_granted_on));

-- By whose leave a campaign asks is kept as it was when it was filed.
alter table charity.campaigns add column qualification_holder text, add column qualification_number text;
comment on column charity.campaigns.qualification_holder is 'Who holds the leave by which it asks, the body or a partner; null before it is filed, or in an emergency begun, and for what was filed before this was asked.';
comment on column charity.campaigns.qualification_number is 'Number of that certificate; null with its holder.';
alter table charity.campaigns add constraint campaigns_qualification_check check ((qualification_holder is null) = (qualification_number is null));

-- What answers an emergency is shown before it is filed, but not without leave to ask.
create or replace function access.list_open_campaigns(p_city int, p_today date)
returns table (id uuid, name text, holder_name text, purpose text, starts_on date, ends_on date, status text, is_emergency boolean, raised_fen float8, gift_count int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.name, coalesce(b.holder_name, b.name), c.purpose, c.starts_on, c.ends_on, c.status, c.is_emergency, coalesce(g.fen, 0)::float8,
      coalesce(g.count, 0)::int
    from charity.campaigns c join ledger.books b on b.city_id = c.city_id and b.id = c.book_id
    left join lateral (select sum(x.amount_fen) as fen, count(*) as count from charity.gifts x
      where x.city_id = c.city_id and x.campaign_id = c.id and x.status = 'confirmed') g on true
   where c.city_id = p_city and (c.status in ('filed', 'reported')
     or (c.status = 'draft' and c.is_emergency and c.starts_on <= p_today and c.qualification_number is not null))
   order by c.starts_on desc, c.id
$$;

drop function access.find_open_campaign(int, uuid);
create function access.find_open_campaign(p_city int, p_id uuid)
returns table (area text, leader_name text, office_address text, ways text, bank_account text, beneficiaries text, use_plan text, cost_fen float8,
  surplus_rule text, filed_on date, filing_number text, report text, reported_on date, qualification jsonb, partners jsonb, news jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.area, c.leader_name, c.office_address, c.ways, c.bank_account, c.beneficiaries, c.use_plan, c.cost_fen::float8, c.surplus_rule, c.filed_on,
    c.filing_number, c.report, c.reported_on,
    case when c.qualification_number is not null then jsonb_build_object('holder', c.qualification_holder, 'number', c.qualification_number) end,
    (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'task', p.task, 'assessment', p.assessment) order by p.seq), '[]')
       from charity.campaign_partners p where p.city_id = c.city_id and p.campaign_id = c.id),
    (select coalesce(jsonb_agg(jsonb_build_object('publishedOn', n.published_on, 'raisedFen', n.raised_fen, 'giftCount', n.gift_count, 'spentFen', n.spent_fen,
        'words', n.words) order by n.published_on desc, n.id desc), '[]')
       from charity.campaign_news n where n.city_id = c.city_id and n.campaign_id = c.id)
    from charity.campaigns c where c.city_id = p_city and c.id = p_id and c.status <> 'discarded'
$$;
comment on function access.find_open_campaign is 'The plan, leave to ask, news and report of a campaign; the caller has found it among those everybody may see.';
revoke execute on function access.find_open_campaign(int, uuid) from public;
grant execute on function access.find_open_campaign(int, uuid) to xinhuo_app, xinhuo_worker;
