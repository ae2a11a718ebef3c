set local citus.multi_shard_modify_mode = 'sequential';

-- Whether the unit that takes a child over reads what was written before is decided by an office of the unit that hands it over.
alter table care.cases
  add column are_notes_handed_over boolean not null default false,
  add column notes_closed_at timestamptz,
  add column notes_closed_scope bigint,
  add constraint cases_notes_closed_check check ((notes_closed_at is null) = (notes_closed_scope is null));
comment on column care.cases.are_notes_handed_over is 'An office decided that the notes go along with the next transfer of the child.';
comment on column care.cases.notes_closed_at is 'Notes of visits recorded before this moment stay closed to the unit that took the child over; null when none are.';
comment on column care.cases.notes_closed_scope is 'Scope code of the unit that handed the child over; whoever answers for it reads them still; null when none are closed.';
