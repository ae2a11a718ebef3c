-- What figures of gifts are split by: the fund a gift stands in now, and who gave.
create view charity.published_gift_money with (security_invoker = true) as
  select g.city_id, g.scope_code, g.id as record_id, g.fund_id, f.name as fund_name, g.donor_kind as source
    from charity.gifts g join ledger.published_funds f on f.city_id = g.city_id and f.id = g.fund_id;
comment on view charity.published_gift_money is 'Fund and kind of donor of each gift, for figures that are split by them; names no donor.';
grant select on charity.published_gift_money to xinhuo_app, xinhuo_worker;
