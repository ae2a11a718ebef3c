set local citus.multi_shard_modify_mode = 'sequential';

create table aid.acts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  case_id uuid not null,
  child_id uuid not null,
  household_id uuid not null,
  need_id uuid,
  wish_id uuid,
  label text not null,
  kind text not null,
  reach text not null constraint acts_reach_check check (reach in ('child', 'household')),
  is_courtesy_call boolean not null,
  status text not null constraint acts_status_check check (status in ('offered', 'given', 'received', 'voided')),
  wrapped_key bytea,
  sealed_words bytea,
  offered_on date not null,
  offered_by uuid,
  offered_name text not null,
  given_on date,
  received_on date,
  proof text constraint acts_proof_check check (proof in ('signature', 'witness', 'unwanted')),
  sealed_receipt bytea,
  scan_key text,
  scan_media_type text,
  scan_extension text,
  voided_on date,
  void_reason text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint acts_pkey primary key (city_id, id),
  constraint acts_from_check check (need_id is null or wish_id is null),
  constraint acts_given_check check (status not in ('given', 'received') or given_on is not null),
  constraint acts_received_check check ((received_on is null) = (proof is null) and (status <> 'received' or received_on is not null)
    and (received_on is null or received_on >= given_on)),
  constraint acts_voided_check check ((status = 'voided') = (voided_on is not null) and (voided_on is null) = (void_reason is null)),
  constraint acts_scan_check check ((scan_key is null) = (scan_media_type is null) and (scan_key is null) = (scan_extension is null))
);
comment on table aid.acts is 'One act of aid for a child or its household: offered, given, received; by one or several payers. No ledger: it says that aid was given.';
comment on column aid.acts.city_id is 'City.';
comment on column aid.acts.id is 'Act of aid.';
comment on column aid.acts.scope_code is 'Scope code of the unit that leads the case.';
comment on column aid.acts.unit_id is 'Unit that leads the case.';
comment on column aid.acts.case_id is 'Case.';
comment on column aid.acts.child_id is 'Child.';
comment on column aid.acts.household_id is 'Household of the child when the aid was offered.';
comment on column aid.acts.need_id is 'Need it answers; null where there was none.';
comment on column aid.acts.wish_id is 'Wish it fulfils; null where there is none.';
comment on column aid.acts.label is 'Surname and 某, age band; 已删除 after erasure.';
comment on column aid.acts.kind is 'Kind, a code of the dated list.';
comment on column aid.acts.reach is 'child, or household where all who live together are meant.';
comment on column aid.acts.is_courtesy_call is 'Given at a courtesy call, such as before a festival.';
comment on column aid.acts.status is 'offered, given, received or voided.';
comment on column aid.acts.wrapped_key is 'Data key of this row, wrapped; null after the child was erased.';
comment on column aid.acts.sealed_words is 'What was said about it, sealed; null when nothing was said or after erasure.';
comment on column aid.acts.offered_on is 'Day it was offered.';
comment on column aid.acts.offered_by is 'Account that recorded the offer; null where the owner loaded it.';
comment on column aid.acts.offered_name is 'Name of who recorded it, as it was then.';
comment on column aid.acts.given_on is 'Day it was given; null until then.';
comment on column aid.acts.received_on is 'Day its receipt was recorded; null until then.';
comment on column aid.acts.proof is 'signature on paper, two witnesses, or unwanted by the family with the reason; null until received.';
comment on column aid.acts.sealed_receipt is 'Who signed, who witnessed, or why nothing was wanted, sealed; null until received and after erasure.';
comment on column aid.acts.scan_key is 'Key of the scanned receipt among the stored files, sealed under the key of the act; null when none is attached or after erasure.';
comment on column aid.acts.scan_media_type is 'What the scan is by its own bytes; null when none is attached.';
comment on column aid.acts.scan_extension is 'Ending of the scan, without the dot; null when none is attached.';
comment on column aid.acts.voided_on is 'Day it was voided; null while it stands.';
comment on column aid.acts.void_reason is 'Why it was voided, without anybody''s name; null while it stands.';
comment on column aid.acts.version is 'Counts changes; a stale save is refused.';
comment on column aid.acts.created_at is 'When the offer was recorded.';
comment on column aid.acts.updated_at is 'When it last changed.';
create unique index acts_need_key on aid.acts (city_id, need_id) where need_id is not null and status <> 'voided';
create unique index acts_wish_key on aid.acts (city_id, wish_id) where wish_id is not null and status <> 'voided';
create index acts_scope_idx on aid.acts (city_id, scope_code, updated_at desc, id desc);
create index acts_recent_idx on aid.acts (city_id, updated_at desc, id desc) include (scope_code, status, kind);
create index acts_child_idx on aid.acts (city_id, child_id);
create index acts_case_idx on aid.acts (city_id, case_id);
select platform.declare_table('aid.acts', 'scoped', 'select, insert, update');

create table aid.shares (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  act_id uuid not null,
  payer_kind text not null constraint shares_payer_kind_check check (payer_kind in ('committee', 'charity', 'enterprise', 'person', 'department')),
  payer_name text,
  wrapped_key bytea,
  sealed_payer bytea,
  form text not null constraint shares_form_check check (form in ('money', 'goods', 'service')),
  amount_fen bigint constraint shares_amount_check check (amount_fen >= 0 and amount_fen < 100000000000),
  item text,
  quantity int constraint shares_quantity_check check (quantity between 1 and 1000000),
  counted_in text,
  minutes int constraint shares_minutes_check check (minutes between 1 and 100000),
  times int constraint shares_times_check check (times between 1 and 1000),
  withdrawn_on date,
  created_at timestamptz(3) not null,
  constraint shares_pkey primary key (city_id, id),
  constraint shares_act_fkey foreign key (city_id, act_id) references aid.acts (city_id, id),
  constraint shares_payer_check check ((payer_kind = 'person') = (payer_name is null) and (payer_kind = 'person' or sealed_payer is null)),
  constraint shares_money_check check (form <> 'money' or (amount_fen > 0 and item is null)),
  constraint shares_goods_check check (form <> 'goods' or (amount_fen is not null and item is not null and quantity is not null and counted_in is not null)),
  constraint shares_service_check check (form <> 'service' or (item is not null and (minutes is not null or times is not null)))
);
comment on table aid.shares is 'What one payer gives to an act of aid: money, goods or service.';
comment on column aid.shares.city_id is 'City.';
comment on column aid.shares.id is 'Share.';
comment on column aid.shares.scope_code is 'Scope code of the act.';
comment on column aid.shares.act_id is 'Act of aid.';
comment on column aid.shares.payer_kind is 'committee, charity, enterprise, person or department.';
comment on column aid.shares.payer_name is 'Name of the body that pays; null for a person, whose name is sealed.';
comment on column aid.shares.wrapped_key is 'Data key of this row, wrapped; null where no person pays.';
comment on column aid.shares.sealed_payer is 'Name of the person who pays, sealed; null where no person pays.';
comment on column aid.shares.form is 'money, goods or service.';
comment on column aid.shares.amount_fen is 'Money, or what goods or service are worth, in fen; null for a service nobody valued.';
comment on column aid.shares.item is 'Which goods or which service; null for money.';
comment on column aid.shares.quantity is 'How many; null unless goods.';
comment on column aid.shares.counted_in is 'What goods are counted in, e.g. 个; null unless goods.';
comment on column aid.shares.minutes is 'How long a service takes; null unless counted that way.';
comment on column aid.shares.times is 'How often a service is given; null unless counted that way.';
comment on column aid.shares.withdrawn_on is 'Day the payer stepped back before it was given; null while it stands.';
comment on column aid.shares.created_at is 'When it was recorded.';
create index shares_act_idx on aid.shares (city_id, act_id, id);
select platform.declare_table('aid.shares', 'scoped', 'select, insert, update');
