-- A donor steps back from a wish claimed by the own account. It names the claim; who asks is known from the session alone.
alter table aid.claims add column release_reason text
  constraint claims_release_reason_check check (release_reason in ('by-mistake', 'not-to-be-had', 'too-dear', 'no-time', 'other'));
comment on column aid.claims.release_reason is 'Why the donor itself stepped back: by-mistake, not-to-be-had, too-dear, no-time, other; null where it did not.';

create function access.release_own_claim(p_claim uuid, p_reason text, p_today date, p_now timestamptz)
returns table (answer text, wish_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  v_city int := current_setting('app.city_id')::int; v_wish aid.wishes; v_status text;
begin
  select w.* into v_wish from charity.donors d
    join charity.donors o on o.city_id = d.city_id and d.id in (o.id, o.merged_into)
    join aid.claims c on c.city_id = o.city_id and c.donor_id = o.id
    join aid.wishes w on w.city_id = c.city_id and w.id = c.wish_id
   where d.city_id = v_city and d.account_id = nullif(current_setting('app.account_id', true), '')::uuid and d.merged_into is null and c.id = p_claim
     for update of w;
  if not found then answer := 'gone'; return next; return; end if;
  select c.status into v_status from aid.claims c where c.city_id = v_city and c.id = p_claim for update;
  if v_status <> 'living' then answer := 'ended'; return next; return; end if;
  if exists (select 1 from aid.acts a where a.city_id = v_city and a.wish_id = v_wish.id and a.status <> 'voided') then
    answer := 'begun'; return next; return;
  end if;
  update aid.claims c set status = 'released', ended_on = p_today, release_reason = p_reason where c.city_id = v_city and c.id = p_claim;
  update aid.wishes w set status = 'published', version = w.version + 1, updated_at = p_now where w.city_id = v_city and w.id = v_wish.id;
  update aid.published_wishes p set status = 'open' where p.city_id = v_city and p.id = v_wish.publication_id;
  answer := 'released'; wish_id := v_wish.id;
  return next;
end $$;
comment on function access.release_own_claim is
  'Ends a living claim of the donor whose account asks: released, ended (not living any more), begun (aid for it is recorded) or gone.';

revoke execute on function access.release_own_claim(uuid, text, date, timestamptz) from public;
grant execute on function access.release_own_claim(uuid, text, date, timestamptz) to xinhuo_app, xinhuo_worker;
