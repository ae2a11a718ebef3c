-- A set of books may be called as accountants call it; the public is told whose it is.
alter table ledger.books add column holder_name text constraint books_holder_name_check check (char_length(holder_name) between 1 and 60);
comment on column ledger.books.holder_name is 'Full name of the body whose books they are, as the public reads it; null where the books bear it themselves.';

create or replace view ledger.published_books with (security_invoker = true) as
  select b.city_id, b.id, b.scope_code, b.unit_id, b.name, b.holder_kind, b.status, b.starts_month, coalesce(b.holder_name, b.name) as holder_name from ledger.books b;

create or replace function access.find_traced_gift(p_city int, p_code text)
returns table (gift_id uuid, form text, status text, amount_fen float8, received_on date, item text, quantity int, counted_in text, project_label text, fund_name text,
  holder_name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select g.id, g.form, g.status, g.amount_fen::float8, g.received_on, g.item, g.quantity, g.counted_in, g.project_label, f.name,
      coalesce(b.holder_name, b.name)
    from charity.gifts g
    join ledger.funds f on f.city_id = g.city_id and f.id = g.fund_id
    join ledger.books b on b.city_id = g.city_id and b.id = g.book_id
   where g.city_id = p_city and g.trace_code = p_code and g.status in ('confirmed', 'refunded');
end $$;

create or replace function access.list_open_campaigns(p_city int, p_today date)
returns table (id uuid, name text, holder_name text, purpose text, starts_on date, ends_on date, status text, is_emergency boolean, raised_fen float8, gift_count int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.name, coalesce(b.holder_name, b.name), c.purpose, c.starts_on, c.ends_on, c.status, c.is_emergency, coalesce(g.fen, 0)::float8,
      coalesce(g.count, 0)::int
    from charity.campaigns c join ledger.books b on b.city_id = c.city_id and b.id = c.book_id
    left join lateral (select sum(x.amount_fen) as fen, count(*) as count from charity.gifts x
      where x.city_id = c.city_id and x.campaign_id = c.id and x.status = 'confirmed') g on true
   where c.city_id = p_city and (c.status in ('filed', 'reported') or (c.status = 'draft' and c.is_emergency and c.starts_on <= p_today))
   order by c.starts_on desc, c.id
$$;
