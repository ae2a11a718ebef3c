set local citus.multi_shard_modify_mode = 'sequential';

create schema referrals;
comment on schema referrals is '转介: asking another unit or an outside body to take on a need of a child.';
select platform.declare_schema('referrals');

create table referrals.outside_bodies (
  city_id int not null,
  id uuid not null,
  kind text not null constraint outside_bodies_kind_check check (kind in ('department', 'hospital', 'school', 'other')),
  name text not null,
  address text not null default '',
  phone text not null default '',
  contact text not null default '',
  closed_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint outside_bodies_pkey primary key (city_id, id)
);
comment on table referrals.outside_bodies is 'Departments, hospitals and schools outside the platform to which children are referred; shared by the whole city.';
comment on column referrals.outside_bodies.city_id is 'City.';
comment on column referrals.outside_bodies.id is 'Outside body.';
comment on column referrals.outside_bodies.kind is 'department, hospital, school or other.';
comment on column referrals.outside_bodies.name is 'Full name.';
comment on column referrals.outside_bodies.address is 'Address; empty when not known.';
comment on column referrals.outside_bodies.phone is 'Telephone of the office; empty when not known.';
comment on column referrals.outside_bodies.contact is 'Office or post to ask for; empty when not known.';
comment on column referrals.outside_bodies.closed_on is 'From this day nothing is referred there; null while it stands.';
comment on column referrals.outside_bodies.version is 'Counts changes; a stale save is refused.';
comment on column referrals.outside_bodies.created_at is 'When it was entered.';
create index outside_bodies_name_idx on referrals.outside_bodies (city_id, name, id);
select platform.declare_table('referrals.outside_bodies', 'city-wide', 'select, insert, update');

create table referrals.referrals (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  referral_id uuid not null,
  party text not null constraint referrals_party_check check (party in ('sender', 'receiver')),
  from_unit_id uuid not null,
  to_unit_id uuid,
  to_body_id uuid,
  child_id uuid,
  child_label text not null,
  status text not null constraint referrals_status_check check (status in ('draft', 'sent', 'accepted', 'rejected', 'revoked', 'done')),
  fields text[] not null,
  wrapped_key bytea,
  sealed_enclosure bytea,
  sealed_answer bytea,
  sealed_result bytea,
  override_status text constraint referrals_override_status_check check (override_status in ('pending', 'approved', 'rejected')),
  override_name text,
  override_at timestamptz(3),
  author_id uuid,
  author_name text not null,
  access_days smallint not null constraint referrals_access_days_check check (access_days between 1 and 90),
  open_until date,
  answer_due_on date,
  sent_on date,
  answered_on date,
  ended_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint referrals_pkey primary key (city_id, id),
  constraint referrals_party_key unique (city_id, referral_id, party),
  constraint referrals_to_check check ((to_unit_id is null) <> (to_body_id is null)),
  constraint referrals_child_check check (party = 'receiver' or child_id is not null),
  constraint referrals_sent_check check (status in ('draft', 'revoked') or (sent_on is not null and answer_due_on is not null))
);
comment on table referrals.referrals is 'A referral, one row for each party: the sender''s is written by the command, the receiver''s by the job that delivers it.';
comment on column referrals.referrals.city_id is 'City.';
comment on column referrals.referrals.id is 'Row of this party; what it is known by to this party.';
comment on column referrals.referrals.scope_code is 'Scope code of this party''s unit.';
comment on column referrals.referrals.referral_id is 'The referral itself: the same in both rows.';
comment on column referrals.referrals.party is 'sender or receiver.';
comment on column referrals.referrals.from_unit_id is 'Unit that refers.';
comment on column referrals.referrals.to_unit_id is 'Unit that is asked; null where it is an outside body.';
comment on column referrals.referrals.to_body_id is 'Outside body that is asked; null where it is a unit.';
comment on column referrals.referrals.child_id is 'Child; null in the receiver''s row, who knows only what travelled.';
comment on column referrals.referrals.child_label is 'Surname and 某, age band.';
comment on column referrals.referrals.status is 'draft, sent, accepted, rejected, revoked or done.';
comment on column referrals.referrals.fields is 'Fields of the child''s file chosen to travel.';
comment on column referrals.referrals.wrapped_key is 'Data key of this row, wrapped; null after the child was erased.';
comment on column referrals.referrals.sealed_enclosure is 'Need, summary, override reason and, once sent, the chosen fields, sealed for this party; null in the receiver''s row after its time.';
comment on column referrals.referrals.sealed_answer is 'Why it was rejected or revoked, sealed for this party; null when nothing was said.';
comment on column referrals.referrals.sealed_result is 'What came of it, sealed for this party; null until done.';
comment on column referrals.referrals.override_status is 'Decision on going on without consent: pending, approved or rejected; null where a consent holds.';
comment on column referrals.referrals.override_name is 'Name of who decided on that; null until then.';
comment on column referrals.referrals.override_at is 'When; null until then.';
comment on column referrals.referrals.author_id is 'Account that drafted it; null in the receiver''s row.';
comment on column referrals.referrals.author_name is 'Name of who drafted it, as it was then.';
comment on column referrals.referrals.access_days is 'For how many days the receiver may open what travels.';
comment on column referrals.referrals.open_until is 'Last day on which the receiver may open it; null until sent.';
comment on column referrals.referrals.answer_due_on is 'Day by which an answer is due; null until sent.';
comment on column referrals.referrals.sent_on is 'Day it was sent; null until then.';
comment on column referrals.referrals.answered_on is 'Day of the answer; null until then.';
comment on column referrals.referrals.ended_on is 'Day it was done or revoked; null until then.';
comment on column referrals.referrals.version is 'Counts changes; a stale save is refused.';
comment on column referrals.referrals.created_at is 'When the row was made.';
comment on column referrals.referrals.updated_at is 'When the row last changed.';
create index referrals_scope_idx on referrals.referrals (city_id, scope_code, party, updated_at desc, id desc);
create index referrals_child_idx on referrals.referrals (city_id, child_id) where child_id is not null;
create index referrals_due_idx on referrals.referrals (city_id, answer_due_on) where status = 'sent';
create index referrals_open_idx on referrals.referrals (city_id, open_until) where party = 'receiver' and sealed_enclosure is not null;
select platform.declare_table('referrals.referrals', 'two-party', 'select, insert, update');
