set local citus.multi_shard_modify_mode = 'sequential';

-- A list of civil affairs is compared with the register before anything is written; each difference is decided by a person.
create table children.compared_rows (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  import_id uuid not null,
  row_number int not null,
  kind text not null constraint compared_rows_kind_check check (kind in ('new', 'changed', 'gone', 'ambiguous', 'elsewhere')),
  child_id uuid,
  child_version int,
  candidate_ids uuid[] not null default '{}',
  held_by_unit_id uuid,
  fields text[] not null default '{}',
  decision text constraint compared_rows_decision_check check (decision in ('take', 'keep', 'visit', 'end', 'transfer')),
  taken_fields text[] not null default '{}',
  ended_on date,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz(3),
  outcome text constraint compared_rows_outcome_check check (outcome in ('written', 'left')),
  why text,
  version int not null default 1,
  constraint compared_rows_pkey primary key (city_id, id),
  constraint compared_rows_row_key unique (city_id, import_id, row_number),
  constraint compared_rows_decided_check check ((decision is null) = (decided_at is null) and (decision = 'end') = (ended_on is not null))
);
comment on table children.compared_rows is 'Differences between a list of civil affairs and the register, each waiting for a decision. What the list says stays in the sealed workbook of the import.';
comment on column children.compared_rows.city_id is 'City.';
comment on column children.compared_rows.id is 'Difference.';
comment on column children.compared_rows.scope_code is 'Scope code of the unit that imports.';
comment on column children.compared_rows.import_id is 'Import of the list.';
comment on column children.compared_rows.row_number is 'Row of the workbook as the user sees it; from 2000001 for children of the register that stand on no row.';
comment on column children.compared_rows.kind is 'new, changed, gone (in the register, not on the list), ambiguous (several may be meant) or elsewhere (another unit holds the child).';
comment on column children.compared_rows.child_id is 'Child of the register; null for new, ambiguous and elsewhere.';
comment on column children.compared_rows.child_version is 'Version of the card that was compared; null without a child.';
comment on column children.compared_rows.candidate_ids is 'Children of the own range who may be meant, until one is chosen.';
comment on column children.compared_rows.held_by_unit_id is 'Unit that holds the child, for elsewhere; null otherwise.';
comment on column children.compared_rows.fields is 'What differs, by name of the field; never the values.';
comment on column children.compared_rows.decision is 'take (as the list says), keep (as we have it), visit (keep and look), end (the recognition), transfer (ask for the child); null while undecided.';
comment on column children.compared_rows.taken_fields is 'Fields taken over from the list, of those that differ.';
comment on column children.compared_rows.ended_on is 'Day from which civil affairs no longer recognises the child; null unless that is decided.';
comment on column children.compared_rows.decided_by is 'Account that decided; null while undecided.';
comment on column children.compared_rows.decided_name is 'Name of who decided, as it was then; null while undecided.';
comment on column children.compared_rows.decided_at is 'When; null while undecided.';
comment on column children.compared_rows.outcome is 'written, or left because the record had changed meanwhile; null before the commit.';
comment on column children.compared_rows.why is 'Why it was left; null otherwise.';
comment on column children.compared_rows.version is 'Counts changes.';
create index compared_rows_open_idx on children.compared_rows (city_id, import_id, row_number) where decision is null;
create index compared_rows_child_idx on children.compared_rows (city_id, child_id) where child_id is not null;
select platform.declare_table('children.compared_rows', 'scoped', 'select, insert, update, delete');

-- An undone import takes a child's record back: nobody finds or counts it.
alter table children.children drop constraint children_status_check;
alter table children.children add constraint children_status_check check (status in ('registered', 'closed', 'erased', 'merged', 'withdrawn'));
comment on column children.children.status is 'registered, closed, erased, merged (another record goes on for the same child) or withdrawn (the import that made it was undone).';

-- A guardian that only an import had added goes when the import is undone.
grant delete on children.guardians to xinhuo_app, xinhuo_worker;
