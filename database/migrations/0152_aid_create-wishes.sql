set local citus.multi_shard_modify_mode = 'sequential';

create table aid.wishes (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  case_id uuid not null,
  child_id uuid not null,
  label text not null,
  status text not null constraint wishes_status_check check (status in ('draft', 'returned', 'published', 'claimed', 'fulfilled', 'closed', 'withdrawn')),
  wrapped_key bytea,
  sealed_text bytea,
  sealed_answer bytea,
  sealed_thanks bytea,
  amount_fen bigint constraint wishes_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  author_id uuid,
  author_name text not null,
  written_on date not null,
  decided_by uuid,
  decided_name text,
  publication_id uuid,
  published_on date,
  thanks_by uuid,
  thanks_name text,
  fulfilled_on date,
  ended_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint wishes_pkey primary key (city_id, id),
  constraint wishes_published_check check (status not in ('published', 'claimed', 'fulfilled') or published_on is not null),
  constraint wishes_ended_check check ((status in ('closed', 'withdrawn')) = (ended_on is not null)),
  constraint wishes_thanks_check check (sealed_thanks is null or thanks_name is not null)
);
comment on table aid.wishes is 'A small thing a child of a case hopes for: written, approved by another person, published without identity, claimed, fulfilled.';
comment on column aid.wishes.city_id is 'City.';
comment on column aid.wishes.id is 'Wish; never shown to the public.';
comment on column aid.wishes.scope_code is 'Scope code of the unit that leads the case.';
comment on column aid.wishes.unit_id is 'Unit that leads the case.';
comment on column aid.wishes.case_id is 'Case.';
comment on column aid.wishes.child_id is 'Child.';
comment on column aid.wishes.label is 'Surname and 某, age band; 已删除 after erasure.';
comment on column aid.wishes.status is 'draft, returned, published, claimed, fulfilled, closed or withdrawn.';
comment on column aid.wishes.wrapped_key is 'Data key of this row, wrapped; null after the child was erased.';
comment on column aid.wishes.sealed_text is 'The text as it is to be published, sealed; null after erasure.';
comment on column aid.wishes.sealed_answer is 'Why it was returned or withdrawn, sealed; null when nothing was said.';
comment on column aid.wishes.sealed_thanks is 'Words of thanks, sealed until approved; null when there are none.';
comment on column aid.wishes.amount_fen is 'What it costs, about, in fen; null when nobody estimated.';
comment on column aid.wishes.author_id is 'Account that wrote the text that stands; null where the owner loaded it.';
comment on column aid.wishes.author_name is 'Name of who wrote it, as it was then.';
comment on column aid.wishes.written_on is 'Day the text was written or last changed.';
comment on column aid.wishes.decided_by is 'Account that published or returned it; null until then.';
comment on column aid.wishes.decided_name is 'Name of who did; null until then.';
comment on column aid.wishes.publication_id is 'Its row among the published wishes; null while none is shown.';
comment on column aid.wishes.published_on is 'Day it was published; null until then.';
comment on column aid.wishes.thanks_by is 'Account that wrote the thanks; null without thanks.';
comment on column aid.wishes.thanks_name is 'Name of who wrote them; null without thanks.';
comment on column aid.wishes.fulfilled_on is 'Day it was fulfilled; null until then.';
comment on column aid.wishes.ended_on is 'Day it was closed or withdrawn; null while it goes on.';
comment on column aid.wishes.version is 'Counts changes; a stale save is refused.';
comment on column aid.wishes.created_at is 'When it was first written.';
comment on column aid.wishes.updated_at is 'When it last changed.';
create index wishes_scope_idx on aid.wishes (city_id, scope_code, updated_at desc, id desc);
create index wishes_recent_idx on aid.wishes (city_id, updated_at desc, id desc) include (scope_code, status);
create index wishes_child_idx on aid.wishes (city_id, child_id);
create index wishes_case_idx on aid.wishes (city_id, case_id);
select platform.declare_table('aid.wishes', 'scoped', 'select, insert, update');

create table aid.claims (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  wish_id uuid not null,
  donor_kind text not null constraint claims_donor_kind_check check (donor_kind in ('committee', 'charity', 'enterprise', 'person', 'department')),
  wrapped_key bytea not null,
  sealed_donor bytea not null,
  status text not null constraint claims_status_check check (status in ('living', 'lapsed', 'released', 'fulfilled')),
  claimed_on date not null,
  until_on date not null,
  ended_on date,
  created_at timestamptz(3) not null,
  constraint claims_pkey primary key (city_id, id),
  constraint claims_wish_fkey foreign key (city_id, wish_id) references aid.wishes (city_id, id),
  constraint claims_days_check check (until_on >= claimed_on),
  constraint claims_ended_check check ((status = 'living') = (ended_on is null))
);
comment on table aid.claims is 'A donor who takes on a wish until a day. The donor never learns who the child is.';
comment on column aid.claims.city_id is 'City.';
comment on column aid.claims.id is 'Claim.';
comment on column aid.claims.scope_code is 'Scope code of the wish.';
comment on column aid.claims.wish_id is 'Wish.';
comment on column aid.claims.donor_kind is 'committee, charity, enterprise, person or department.';
comment on column aid.claims.wrapped_key is 'Data key of this row, wrapped.';
comment on column aid.claims.sealed_donor is 'Name and contact of the donor, sealed.';
comment on column aid.claims.status is 'living, lapsed, released or fulfilled.';
comment on column aid.claims.claimed_on is 'Day it was recorded.';
comment on column aid.claims.until_on is 'Last day; after it the claim lapses.';
comment on column aid.claims.ended_on is 'Day it lapsed, was released or fulfilled; null while it lives.';
comment on column aid.claims.created_at is 'When it was recorded.';
create unique index claims_wish_key on aid.claims (city_id, wish_id) where status = 'living';
create index claims_wish_idx on aid.claims (city_id, wish_id, id);
create index claims_until_idx on aid.claims (city_id, until_on) where status = 'living';
select platform.declare_table('aid.claims', 'scoped', 'select, insert, update');

create table aid.published_wishes (
  city_id int not null,
  id uuid not null,
  area text not null,
  age_band text,
  text text not null,
  amount_fen bigint,
  status text not null constraint published_wishes_status_check check (status in ('open', 'claimed', 'fulfilled')),
  thanks text,
  published_on date not null,
  constraint published_wishes_pkey primary key (city_id, id)
);
comment on table aid.published_wishes is 'Wishes as the public sees them: nothing here leads to a child, a unit below the county, or a donor.';
comment on column aid.published_wishes.city_id is 'City.';
comment on column aid.published_wishes.id is 'Publication; another id than the wish''s.';
comment on column aid.published_wishes.area is 'County, or the city where fewer than five children of the band live in the county.';
comment on column aid.published_wishes.age_band is 'Band of age; null where even in the city fewer than five children are of it.';
comment on column aid.published_wishes.text is 'The wish.';
comment on column aid.published_wishes.amount_fen is 'What it costs, about, in fen; null when nobody estimated.';
comment on column aid.published_wishes.status is 'open, claimed or fulfilled.';
comment on column aid.published_wishes.thanks is 'Words of thanks, approved; null when there are none.';
comment on column aid.published_wishes.published_on is 'Day it was published.';
create index published_wishes_day_idx on aid.published_wishes (city_id, published_on desc, id desc);
select platform.declare_table('aid.published_wishes', 'public', 'select, insert, update, delete');

-- Who publishes a wish may not see the children of the whole county; only whether five or more are of a band there is told.
create function access.has_many_of_band(p_scope_lo bigint, p_scope_hi bigint, p_age_band text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) >= 5 from (
    select 1 from children.children c
     where c.city_id = current_setting('app.city_id')::int and c.scope_code >= p_scope_lo and c.scope_code <= p_scope_hi
       and c.status = 'registered' and c.age_band = p_age_band limit 5) few
$$;
comment on function access.has_many_of_band is 'Whether at least five registered children of an age band live in a range, wherever the caller stands; the number is not told.';
revoke execute on function access.has_many_of_band(bigint, bigint, text) from public;
grant execute on function access.has_many_of_band(bigint, bigint, text) to xinhuo_app, xinhuo_worker;
