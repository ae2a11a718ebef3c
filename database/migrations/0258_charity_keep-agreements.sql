-- An agreement of which nothing came yet is rewritten with its instalments.
grant delete on charity.instalments to xinhuo_app, xinhuo_worker;
create index gifts_instalment_idx on charity.gifts (city_id, agreement_id, instalment) where agreement_id is not null;
