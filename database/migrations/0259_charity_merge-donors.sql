alter table charity.donors add column merged_into uuid;
comment on column charity.donors.merged_into is 'Donor who is the same person and got the gifts and agreements; null for a donor who stands alone.';
alter table charity.donors add constraint donors_merged_fkey foreign key (city_id, merged_into) references charity.donors (city_id, id);
alter table charity.donors add constraint donors_merged_check check (merged_into is null or (kind = 'person' and merged_into <> id));
