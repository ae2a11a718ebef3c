set local citus.multi_shard_modify_mode = 'sequential';

-- A finding keeps which fields were read: some of its readings may lie outside the range of who judges it, who then could not know.
alter table protection.unusual_accesses add column fields text[] not null default '{}';
comment on column protection.unusual_accesses.fields is 'Fields of files that were opened in these readings; none where only masked cards were looked at.';
update protection.unusual_accesses item set fields = array(
    select known.field from unnest(array['name', 'idNumber', 'birthOn', 'phone', 'address', 'school', 'health', 'guardians']) with ordinality known (field, at)
     where exists (select 1 from audit.entries entry
       where entry.city_id = item.city_id and entry.id = any (item.entry_ids) and entry.details -> 'fields' ? known.field)
     order by known.at)
 where item.city_id is not null;
alter table protection.unusual_accesses alter column fields drop default;
