set local citus.multi_shard_modify_mode = 'sequential';

create table charity.gifts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  book_id uuid not null,
  donor_id uuid not null,
  donor_kind text not null constraint gifts_donor_kind_check check (donor_kind in ('person', 'enterprise', 'anonymous')),
  donor_label text not null,
  form text not null constraint gifts_form_check check (form in ('money', 'goods', 'service')),
  amount_fen bigint not null constraint gifts_amount_check check (amount_fen > 0 and amount_fen < 100000000000),
  item text,
  quantity int constraint gifts_quantity_check check (quantity between 1 and 1000000),
  counted_in text,
  value_basis text,
  fund_id uuid not null,
  project_id uuid,
  project_label text,
  need_kind text,
  wish text,
  promised_on date not null,
  agreement_id uuid,
  instalment int,
  channel text constraint gifts_channel_check check (channel in ('bank', 'cash', 'wechat')),
  bank_reference text,
  account_id uuid,
  received_on date,
  status text not null constraint gifts_status_check check (status in ('draft', 'confirmed', 'refunded', 'discarded')),
  journal_id uuid,
  trace_code text,
  receipt_code text,
  receipt_number text,
  receipt_on date,
  receipt_handler text,
  made_by uuid,
  made_name text not null,
  confirmed_by uuid,
  confirmed_name text,
  ended_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint gifts_pkey primary key (city_id, id),
  constraint gifts_trace_code_key unique (city_id, trace_code),
  constraint gifts_receipt_key unique (city_id, receipt_code, receipt_number),
  constraint gifts_donor_fkey foreign key (city_id, donor_id) references charity.donors (city_id, id),
  constraint gifts_instalment_fkey foreign key (city_id, agreement_id, instalment) references charity.instalments (city_id, agreement_id, seq),
  constraint gifts_goods_check check ((form = 'money') = (item is null) and (form = 'goods') = (quantity is not null) and (quantity is null) = (counted_in is null)),
  constraint gifts_instalment_check check ((agreement_id is null) = (instalment is null)),
  constraint gifts_project_check check (project_id is null or project_label is not null),
  constraint gifts_confirmed_check check ((status in ('confirmed', 'refunded')) = (received_on is not null) and (received_on is null) = (trace_code is null)
    and (received_on is null) = (confirmed_name is null) and (received_on is null or form = 'service' or journal_id is not null)),
  constraint gifts_channel_account_check check ((channel is null) = (account_id is null) and (channel is null or form = 'money')),
  constraint gifts_receipt_check check ((receipt_code is null) = (receipt_number is null) and (receipt_code is null) = (receipt_on is null)
    and (receipt_code is null) = (receipt_handler is null) and (receipt_code is null or received_on is not null)),
  constraint gifts_people_check check (confirmed_by is null or confirmed_by is distinct from made_by),
  constraint gifts_ended_check check ((status in ('refunded', 'discarded')) = (ended_on is not null))
);
comment on table charity.gifts is 'What a donor gives: a draft until an accountant found that it arrived; from then on it is in the books and has a trace code.';
comment on column charity.gifts.city_id is 'City.';
comment on column charity.gifts.id is 'Gift.';
comment on column charity.gifts.scope_code is 'Scope code of the books.';
comment on column charity.gifts.unit_id is 'Unit whose books they are.';
comment on column charity.gifts.book_id is 'Set of books.';
comment on column charity.gifts.donor_id is 'Donor.';
comment on column charity.gifts.donor_kind is 'Kind of the donor: person, enterprise or anonymous.';
comment on column charity.gifts.donor_label is 'Label of the donor, masked, as it was then.';
comment on column charity.gifts.form is 'money, goods or service.';
comment on column charity.gifts.amount_fen is 'Amount, or fair value of goods and service, in fen.';
comment on column charity.gifts.item is 'Which goods or service; null for money.';
comment on column charity.gifts.quantity is 'How many pieces; null unless goods.';
comment on column charity.gifts.counted_in is 'What pieces are counted in; null unless goods.';
comment on column charity.gifts.value_basis is 'Where the fair value was read, e.g. an invoice; null for money.';
comment on column charity.gifts.fund_id is 'Fund it is designated to, as it stands now.';
comment on column charity.gifts.project_id is 'Project of another module; null where the donor named none or a label only.';
comment on column charity.gifts.project_label is 'Project it is designated to, as a label; null for none.';
comment on column charity.gifts.need_kind is 'Kind of need it is for; null for any.';
comment on column charity.gifts.wish is 'What the donor wishes beside that, without anybody''s name; null for nothing.';
comment on column charity.gifts.promised_on is 'Day the donor said it.';
comment on column charity.gifts.agreement_id is 'Agreement it meets; null for none.';
comment on column charity.gifts.instalment is 'Instalment of the agreement; null for none.';
comment on column charity.gifts.channel is 'bank, cash or wechat; null until money arrived.';
comment on column charity.gifts.bank_reference is 'Number of the bank slip or of the order; null where there is none.';
comment on column charity.gifts.account_id is 'Ledger account that holds the money; null until money arrived.';
comment on column charity.gifts.received_on is 'Day it arrived; null until it was confirmed.';
comment on column charity.gifts.status is 'draft, confirmed, refunded or discarded.';
comment on column charity.gifts.journal_id is 'Journal that stands for it; null for a draft and for a service.';
comment on column charity.gifts.trace_code is 'Number of the city and eighty bits of chance: shows the trail to whoever has it; null until it was confirmed.';
comment on column charity.gifts.receipt_code is '票据代码 of the official receipt; null until it was recorded.';
comment on column charity.gifts.receipt_number is '票据号码; null until it was recorded.';
comment on column charity.gifts.receipt_on is '开票日期; null until it was recorded.';
comment on column charity.gifts.receipt_handler is '经办人 on the receipt; null until it was recorded.';
comment on column charity.gifts.made_by is 'Account that drafted it last; null where the owner loaded it or a channel brought it.';
comment on column charity.gifts.made_name is 'Name of who drafted it, as it was then.';
comment on column charity.gifts.confirmed_by is 'Account that confirmed it; null until then or where the owner loaded it.';
comment on column charity.gifts.confirmed_name is 'Name of who confirmed it; null until then.';
comment on column charity.gifts.ended_on is 'Day it was refunded or discarded; null while it stands.';
comment on column charity.gifts.version is 'Counts changes; a stale save is refused.';
comment on column charity.gifts.created_at is 'When it was drafted.';
comment on column charity.gifts.updated_at is 'When it last changed.';
create index gifts_scope_idx on charity.gifts (city_id, scope_code, updated_at desc, id desc);
create index gifts_donor_idx on charity.gifts (city_id, donor_id);
create index gifts_fund_idx on charity.gifts (city_id, fund_id, received_on);
create index gifts_agreement_idx on charity.gifts (city_id, agreement_id) where agreement_id is not null;
select platform.declare_table('charity.gifts', 'scoped', 'select, insert, update');

create table charity.gift_changes (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  gift_id uuid not null,
  change text not null constraint gift_changes_change_check check (change in ('confirmed', 'corrected', 'moved', 'refunded')),
  on_day date not null,
  amount_fen bigint not null,
  fund_id uuid not null,
  journal_id uuid,
  reason text,
  consent_form text constraint gift_changes_consent_form_check check (consent_form in ('letter', 'message', 'agreement')),
  consent_on date,
  changed_by uuid,
  changed_name text not null,
  changed_at timestamptz(3) not null,
  constraint gift_changes_pkey primary key (city_id, id),
  constraint gift_changes_gift_fkey foreign key (city_id, gift_id) references charity.gifts (city_id, id),
  constraint gift_changes_consent_check check ((change = 'moved') = (consent_form is not null) and (consent_form is null) = (consent_on is null)),
  constraint gift_changes_reason_check check ((change = 'confirmed') = (reason is null))
);
comment on table charity.gift_changes is 'What happened to a gift once it was in the books, appended: confirmed, corrected, moved to another fund, refunded.';
comment on column charity.gift_changes.city_id is 'City.';
comment on column charity.gift_changes.id is 'Change.';
comment on column charity.gift_changes.scope_code is 'Scope code of the gift.';
comment on column charity.gift_changes.gift_id is 'Gift.';
comment on column charity.gift_changes.change is 'confirmed, corrected, moved or refunded.';
comment on column charity.gift_changes.on_day is 'Day it counts for in the books.';
comment on column charity.gift_changes.amount_fen is 'What the gift is worth from then on; what was moved; what went back.';
comment on column charity.gift_changes.fund_id is 'Fund from then on.';
comment on column charity.gift_changes.journal_id is 'Journal that was posted with it; null for a service.';
comment on column charity.gift_changes.reason is 'Why; null for a confirmation.';
comment on column charity.gift_changes.consent_form is 'How the donor agreed to another purpose: letter, message or agreement; null unless it was moved.';
comment on column charity.gift_changes.consent_on is 'Day the donor agreed; null unless it was moved.';
comment on column charity.gift_changes.changed_by is 'Account; null where the owner loaded it.';
comment on column charity.gift_changes.changed_name is 'Name, as it was then.';
comment on column charity.gift_changes.changed_at is 'When.';
create index gift_changes_gift_idx on charity.gift_changes (city_id, gift_id, id);
select platform.declare_table('charity.gift_changes', 'scoped', 'select, insert');

create table charity.batches (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  gift_id uuid not null,
  quantity int not null constraint batches_quantity_check check (quantity > 0),
  left_quantity int not null,
  value_fen bigint not null,
  left_fen bigint not null,
  place text,
  use_by date,
  constraint batches_pkey primary key (city_id, id),
  constraint batches_gift_key unique (city_id, gift_id),
  constraint batches_gift_fkey foreign key (city_id, gift_id) references charity.gifts (city_id, id),
  constraint batches_left_check check (left_quantity between 0 and quantity and left_fen between 0 and value_fen and (left_quantity > 0 or left_fen = 0))
);
comment on table charity.batches is 'Goods of a gift in stock, with what they are worth.';
comment on column charity.batches.city_id is 'City.';
comment on column charity.batches.id is 'Batch.';
comment on column charity.batches.scope_code is 'Scope code of the gift.';
comment on column charity.batches.gift_id is 'Gift it came with.';
comment on column charity.batches.quantity is 'Pieces that arrived.';
comment on column charity.batches.left_quantity is 'Pieces that are left.';
comment on column charity.batches.value_fen is 'Fair value of all pieces, in fen.';
comment on column charity.batches.left_fen is 'Value of the pieces that are left.';
comment on column charity.batches.place is 'Where they lie; null where nobody said.';
comment on column charity.batches.use_by is 'Last day of use; null for goods that keep.';
select platform.declare_table('charity.batches', 'scoped', 'select, insert, update');

create table charity.hand_outs (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  batch_id uuid not null,
  gift_id uuid not null,
  on_day date not null,
  quantity int not null constraint hand_outs_quantity_check check (quantity > 0),
  value_fen bigint not null constraint hand_outs_value_check check (value_fen >= 0),
  to_unit_id uuid not null,
  to_unit_code text not null,
  child_count int not null constraint hand_outs_child_count_check check (child_count between 0 and 1000000),
  household_count int not null constraint hand_outs_household_count_check check (household_count between 0 and 1000000),
  journal_id uuid not null,
  handed_by uuid,
  handed_name text not null,
  handed_at timestamptz(3) not null,
  constraint hand_outs_pkey primary key (city_id, id),
  constraint hand_outs_batch_fkey foreign key (city_id, batch_id) references charity.batches (city_id, id)
);
comment on table charity.hand_outs is 'Goods that left the stock for children of a unit; append-only.';
comment on column charity.hand_outs.city_id is 'City.';
comment on column charity.hand_outs.id is 'Hand-out.';
comment on column charity.hand_outs.scope_code is 'Scope code of the batch.';
comment on column charity.hand_outs.batch_id is 'Batch.';
comment on column charity.hand_outs.gift_id is 'Gift the batch came with.';
comment on column charity.hand_outs.on_day is 'Day they were handed out.';
comment on column charity.hand_outs.quantity is 'Pieces.';
comment on column charity.hand_outs.value_fen is 'Their value, in fen.';
comment on column charity.hand_outs.to_unit_id is 'Unit whose children got them.';
comment on column charity.hand_outs.to_unit_code is 'Code of that unit then.';
comment on column charity.hand_outs.child_count is 'Children who got some.';
comment on column charity.hand_outs.household_count is 'Households that got some.';
comment on column charity.hand_outs.journal_id is 'Journal that was posted with it.';
comment on column charity.hand_outs.handed_by is 'Account; null where the owner loaded it.';
comment on column charity.hand_outs.handed_name is 'Name of who recorded it, as it was then.';
comment on column charity.hand_outs.handed_at is 'When.';
create index hand_outs_gift_idx on charity.hand_outs (city_id, gift_id, on_day);
select platform.declare_table('charity.hand_outs', 'scoped', 'select, insert');
