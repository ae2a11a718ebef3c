-- The same answer, whose plan is kept: a function of SQL begins anew each time it is asked.
create or replace function access.find_traced_gift(p_city int, p_code text)
returns table (gift_id uuid, form text, status text, amount_fen float8, received_on date, item text, quantity int, counted_in text, project_label text, fund_name text,
  holder_name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select g.id, g.form, g.status, g.amount_fen::float8, g.received_on, g.item, g.quantity, g.counted_in, g.project_label, f.name, b.name
    from charity.gifts g
    join ledger.funds f on f.city_id = g.city_id and f.id = g.fund_id
    join ledger.books b on b.city_id = g.city_id and b.id = g.book_id
   where g.city_id = p_city and g.trace_code = p_code and g.status in ('confirmed', 'refunded');
end $$;
