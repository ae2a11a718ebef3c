-- Turning 16 or 18 is announced in time, and a change of the rules finds the cards that were derived before it.
alter table children.children add column birthday_notice_on date;
alter table children.children add column derived_under text not null default '';
comment on column children.children.birthday_notice_on is 'First of the month from which the office is told that a birthday of 16 or 18 is near; null when none is to come.';
comment on column children.children.derived_under is 'Mark of the rules under which the types were last derived; another than today''s means they are derived anew that night.';
create index children_birthday_notice_idx on children.children (city_id, birthday_notice_on) where birthday_notice_on is not null and status = 'registered';
create index children_derived_under_idx on children.children (city_id, derived_under) where status = 'registered';
