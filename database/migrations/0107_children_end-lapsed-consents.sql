-- A consent whose last day has passed ends what depends on it, once, as a withdrawal does.
alter table children.consents add column lapsed_on date;
comment on column children.consents.lapsed_on is 'Day on which what depends on it was told that its last day has passed; null before, and for a consent without an end.';
create index consents_lapse_idx on children.consents (city_id, until_on) where until_on is not null and lapsed_on is null and withdrawn_on is null;
