-- A donor with an account claims an open wish itself. It names the publication, never the wish; who asks is known from the session alone.
alter table aid.claims add column donor_id uuid;
comment on column aid.claims.donor_id is 'Donor of the foundation who claimed it by the own account; null where an office recorded the donor.';
create index claims_donor_idx on aid.claims (city_id, donor_id, id) where donor_id is not null;

create function access.claim_own_wish(p_publication uuid, p_claim uuid, p_donor_kind text, p_wrapped_key bytea, p_sealed_donor bytea, p_today date,
  p_until date, p_now timestamptz, p_most int)
returns table (answer text, wish_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_city int := current_setting('app.city_id')::int; v_donor uuid; v_wish aid.wishes;
begin
  select d.id into v_donor from charity.donors d where d.city_id = v_city
    and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid and d.merged_into is null for update;
  if not found then answer := 'no-donor'; return next; return; end if;
  select * into v_wish from aid.wishes w where w.city_id = v_city and w.publication_id = p_publication for update;
  if not found then answer := 'gone'; return next; return; end if;
  if v_wish.status <> 'published' then answer := 'taken'; return next; return; end if;
  if not exists (select 1 from children.children own
      join children.children other on other.city_id = v_city and coalesce(other.merged_into_id, other.id) = coalesce(own.merged_into_id, own.id)
      join children.consents k on k.city_id = v_city and k.child_id = other.id
     where own.city_id = v_city and own.id = v_wish.child_id and k.kind = 'publication' and k.from_on <= p_today
       and (k.until_on is null or k.until_on >= p_today) and (k.withdrawn_on is null or k.withdrawn_on > p_today)) then
    answer := 'gone'; return next; return;
  end if;
  if (select count(*) from aid.claims c where c.city_id = v_city and c.status = 'living' and c.donor_id in (
        select d.id from charity.donors d where d.city_id = v_city and v_donor in (d.id, d.merged_into))) >= p_most then
    answer := 'too-many'; return next; return;
  end if;
  insert into aid.claims (city_id, id, scope_code, wish_id, donor_kind, wrapped_key, sealed_donor, status, claimed_on, until_on, created_at, donor_id)
    values (v_city, p_claim, v_wish.scope_code, v_wish.id, p_donor_kind, p_wrapped_key, p_sealed_donor, 'living', p_today, p_until, p_now, v_donor);
  update aid.wishes w set status = 'claimed', version = w.version + 1, updated_at = p_now where w.city_id = v_city and w.id = v_wish.id;
  update aid.published_wishes p set status = 'claimed' where p.city_id = v_city and p.id = p_publication;
  answer := 'claimed'; wish_id := v_wish.id;
  return next;
end $$;
comment on function access.claim_own_wish is
  'Claims a published wish for the donor whose account asks: claimed, taken (by somebody else), gone, too-many or no-donor.';

create function access.list_own_claims() returns table (id uuid, status text, claimed_on date, until_on date, ended_on date, area text, age_band text,
  text text, amount_fen float8, thanks text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.status, c.claimed_on, c.until_on, c.ended_on, p.area, p.age_band, p.text, p.amount_fen::float8,
      case when c.status = 'fulfilled' then p.thanks end
    from charity.donors d
    join charity.donors o on o.city_id = d.city_id and d.id in (o.id, o.merged_into)
    join aid.claims c on c.city_id = o.city_id and c.donor_id = o.id
    join aid.wishes w on w.city_id = c.city_id and w.id = c.wish_id
    left join aid.published_wishes p on p.city_id = w.city_id and p.id = w.publication_id
   where d.city_id = current_setting('app.city_id')::int and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid
   order by c.id desc limit 200
$$;
comment on function access.list_own_claims is
  'Wishes the donor whose account asks claimed, as the public sees them; without their text where they are no longer shown.';

revoke execute on function access.claim_own_wish(uuid, uuid, text, bytea, bytea, date, date, timestamptz, int), access.list_own_claims() from public;
grant execute on function access.claim_own_wish(uuid, uuid, text, bytea, bytea, date, date, timestamptz, int), access.list_own_claims()
  to xinhuo_app, xinhuo_worker;
