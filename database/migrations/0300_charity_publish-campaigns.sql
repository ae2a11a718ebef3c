-- Campaigns bring duties of disclosure about: the calendar follows their days.
create view charity.published_campaigns with (security_invoker = true) as
  select c.city_id, c.id, c.scope_code, c.book_id, c.name, c.starts_on, c.ends_on, c.is_emergency, c.status, c.filed_on from charity.campaigns c;
comment on view charity.published_campaigns is 'Campaigns with their days and filing, for modules that follow them.';
grant select on charity.published_campaigns to xinhuo_app, xinhuo_worker;
