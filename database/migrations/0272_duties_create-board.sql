set local citus.multi_shard_modify_mode = 'sequential';

create table duties.matters (
  code text not null,
  valid_from date not null,
  name text not null,
  quorum_numerator int not null,
  quorum_denominator int not null,
  majority_base text not null constraint matters_majority_base_check check (majority_base in ('present', 'all')),
  majority_numerator int not null,
  majority_denominator int not null,
  is_more_than boolean not null,
  source text not null,
  is_verified boolean not null,
  constraint matters_pkey primary key (code, valid_from),
  constraint matters_parts_check check (quorum_numerator between 1 and quorum_denominator and majority_numerator between 1 and majority_denominator)
);
comment on table duties.matters is 'What the board resolves, and with how many: dated, with the source.';
comment on column duties.matters.code is 'Matter.';
comment on column duties.matters.valid_from is 'First day on which the rule counts.';
comment on column duties.matters.name is 'What is resolved.';
comment on column duties.matters.quorum_numerator is 'Of the members so many must be there …';
comment on column duties.matters.quorum_denominator is '… of so many.';
comment on column duties.matters.majority_base is 'Of whom the majority is counted: members present, or all members.';
comment on column duties.matters.majority_numerator is 'So many must agree …';
comment on column duties.matters.majority_denominator is '… of so many.';
comment on column duties.matters.is_more_than is 'More than the part is asked for (过半数), not the part itself.';
comment on column duties.matters.source is 'Law or rule.';
comment on column duties.matters.is_verified is 'Whether it was read in the text of the rule.';
select platform.declare_table('duties.matters', 'city-wide', 'select');

create table duties.board_members (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  name text not null,
  role text not null constraint board_members_role_check check (role in ('chair', 'vice-chair', 'secretary-general', 'member', 'supervisor')),
  from_on date not null,
  until_on date not null,
  ended_on date,
  end_reason text,
  is_paid boolean not null,
  wrapped_key bytea,
  sealed_contact bytea,
  identity_term bytea,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint board_members_pkey primary key (city_id, id),
  constraint board_members_days_check check (until_on >= from_on and (ended_on is null or ended_on >= from_on)),
  constraint board_members_ended_check check ((ended_on is null) = (end_reason is null)),
  constraint board_members_sealed_check check ((wrapped_key is null) = (sealed_contact is null))
);
comment on table duties.board_members is 'Who sits on the board of a body, term by term; phone and identity number are sealed.';
comment on column duties.board_members.city_id is 'City.';
comment on column duties.board_members.id is 'Term of a member.';
comment on column duties.board_members.scope_code is 'Scope code of the books.';
comment on column duties.board_members.book_id is 'Set of books of the body.';
comment on column duties.board_members.name is 'Name; who sits on a board is public by law.';
comment on column duties.board_members.role is 'chair 理事长, vice-chair 副理事长, secretary-general 秘书长, member 理事, supervisor 监事 (without a vote).';
comment on column duties.board_members.from_on is 'First day of the term.';
comment on column duties.board_members.until_on is 'Last day of the term.';
comment on column duties.board_members.ended_on is 'Day the term ended early; null where it did not.';
comment on column duties.board_members.end_reason is 'Why it ended early; null where it did not.';
comment on column duties.board_members.is_paid is 'Whether the body pays the member.';
comment on column duties.board_members.wrapped_key is 'Data key of this row, wrapped; null where nothing is sealed.';
comment on column duties.board_members.sealed_contact is 'Phone and identity number, sealed; null where none was given.';
comment on column duties.board_members.identity_term is 'Keyed hash of the identity number; null where none was given.';
comment on column duties.board_members.version is 'Counts changes; a stale save is refused.';
comment on column duties.board_members.created_by is 'Account; null where the owner loaded it.';
comment on column duties.board_members.created_at is 'When.';
comment on column duties.board_members.updated_at is 'When it last changed.';
create index board_members_book_idx on duties.board_members (city_id, book_id);
select platform.declare_table('duties.board_members', 'scoped', 'select, insert, update');

create table duties.meetings (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  book_id uuid not null,
  held_on date not null,
  place text not null,
  title text not null,
  words text not null,
  status text not null constraint meetings_status_check check (status in ('open', 'closed')),
  made_by uuid,
  made_name text not null,
  closed_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint meetings_pkey primary key (city_id, id),
  constraint meetings_closed_check check ((status = 'closed') = (closed_on is not null))
);
comment on table duties.meetings is 'Meetings of a board.';
comment on column duties.meetings.city_id is 'City.';
comment on column duties.meetings.id is 'Meeting.';
comment on column duties.meetings.scope_code is 'Scope code of the books.';
comment on column duties.meetings.book_id is 'Set of books of the body.';
comment on column duties.meetings.held_on is 'Day.';
comment on column duties.meetings.place is 'Place.';
comment on column duties.meetings.title is 'What it is called.';
comment on column duties.meetings.words is 'What was talked about, for the minutes; empty where nothing was written.';
comment on column duties.meetings.status is 'open, or closed: its minutes stand.';
comment on column duties.meetings.made_by is 'Account; null where the owner loaded it.';
comment on column duties.meetings.made_name is 'Name of who recorded it.';
comment on column duties.meetings.closed_on is 'Day its minutes were closed; null before.';
comment on column duties.meetings.version is 'Counts changes; a stale save is refused.';
comment on column duties.meetings.created_at is 'When.';
comment on column duties.meetings.updated_at is 'When it last changed.';
create index meetings_book_idx on duties.meetings (city_id, book_id, held_on);
select platform.declare_table('duties.meetings', 'scoped', 'select, insert, update');

create table duties.attendances (
  city_id int not null,
  meeting_id uuid not null,
  member_id uuid not null,
  scope_code bigint not null,
  constraint attendances_pkey primary key (city_id, meeting_id, member_id),
  constraint attendances_meeting_fkey foreign key (city_id, meeting_id) references duties.meetings (city_id, id),
  constraint attendances_member_fkey foreign key (city_id, member_id) references duties.board_members (city_id, id)
);
comment on table duties.attendances is 'Who was at a meeting.';
comment on column duties.attendances.city_id is 'City.';
comment on column duties.attendances.meeting_id is 'Meeting.';
comment on column duties.attendances.member_id is 'Term of a member who was there.';
comment on column duties.attendances.scope_code is 'Scope code of the books.';
select platform.declare_table('duties.attendances', 'scoped', 'select, insert, delete');

create table duties.resolutions (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  meeting_id uuid not null,
  seq int not null,
  matter text not null,
  matter_from date not null,
  title text not null,
  words text not null,
  party_id uuid,
  status text not null constraint resolutions_status_check check (status in ('open', 'adopted', 'rejected')),
  members_count int,
  present_count int,
  for_count int,
  decided_by uuid,
  decided_name text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint resolutions_pkey primary key (city_id, id),
  constraint resolutions_meeting_fkey foreign key (city_id, meeting_id) references duties.meetings (city_id, id),
  constraint resolutions_seq_key unique (city_id, meeting_id, seq),
  constraint resolutions_counts_check check ((status = 'open') = (for_count is null) and (for_count is null) = (present_count is null) and (for_count is null) = (members_count is null))
);
comment on table duties.resolutions is 'What a meeting resolved.';
comment on column duties.resolutions.city_id is 'City.';
comment on column duties.resolutions.id is 'Resolution.';
comment on column duties.resolutions.scope_code is 'Scope code of the books.';
comment on column duties.resolutions.meeting_id is 'Meeting.';
comment on column duties.resolutions.seq is 'Place in the agenda, from 1.';
comment on column duties.resolutions.matter is 'Matter, as in matters.';
comment on column duties.resolutions.matter_from is 'First day of the rule of the matter.';
comment on column duties.resolutions.title is 'What is resolved, in a line.';
comment on column duties.resolutions.words is 'The text of the resolution.';
comment on column duties.resolutions.party_id is 'Related party it is about; null where it is about none.';
comment on column duties.resolutions.status is 'open, adopted or rejected.';
comment on column duties.resolutions.members_count is 'Members with a vote on that day; null while it is open.';
comment on column duties.resolutions.present_count is 'Of them there; null while it is open.';
comment on column duties.resolutions.for_count is 'Who agreed; null while it is open.';
comment on column duties.resolutions.decided_by is 'Account that recorded the votes; null while it is open, and where the owner loaded it.';
comment on column duties.resolutions.decided_name is 'Name of that person; null while it is open.';
comment on column duties.resolutions.version is 'Counts changes; a stale save is refused.';
comment on column duties.resolutions.created_at is 'When.';
select platform.declare_table('duties.resolutions', 'scoped', 'select, insert, update');

create table duties.votes (
  city_id int not null,
  resolution_id uuid not null,
  member_id uuid not null,
  scope_code bigint not null,
  choice text not null constraint votes_choice_check check (choice in ('for', 'against', 'abstained', 'withdrew')),
  constraint votes_pkey primary key (city_id, resolution_id, member_id),
  constraint votes_resolution_fkey foreign key (city_id, resolution_id) references duties.resolutions (city_id, id),
  constraint votes_member_fkey foreign key (city_id, member_id) references duties.board_members (city_id, id)
);
comment on table duties.votes is 'How each member voted; appended.';
comment on column duties.votes.city_id is 'City.';
comment on column duties.votes.resolution_id is 'Resolution.';
comment on column duties.votes.member_id is 'Term of a member.';
comment on column duties.votes.scope_code is 'Scope code of the books.';
comment on column duties.votes.choice is 'for, against, abstained, or withdrew (回避) because the member is related to the party.';
select platform.declare_table('duties.votes', 'scoped', 'select, insert');
