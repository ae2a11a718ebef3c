set local citus.multi_shard_modify_mode = 'sequential';

create table ledger.statement_forms (
  form text not null constraint statement_forms_form_check check (form in ('balance-sheet', 'activities', 'cash-flow')),
  valid_from date not null,
  name text not null,
  number text not null,
  source text not null,
  constraint statement_forms_pkey primary key (form, valid_from)
);
comment on table ledger.statement_forms is 'Forms of statements as a state rule publishes them, dated: the one with the latest valid_from not after the last day of a month holds for it.';
comment on column ledger.statement_forms.form is 'balance-sheet 资产负债表, activities 业务活动表 or cash-flow 现金流量表.';
comment on column ledger.statement_forms.valid_from is 'First day on which the form holds.';
comment on column ledger.statement_forms.name is 'Name of the form.';
comment on column ledger.statement_forms.number is 'Number of the form, e.g. 会民非01表.';
comment on column ledger.statement_forms.source is 'Where lines and numbers were read.';
select platform.declare_table('ledger.statement_forms', 'city-wide', 'select');

create table ledger.statement_lines (
  form text not null,
  valid_from date not null,
  seq int not null,
  number int,
  name text not null,
  depth int not null default 0 constraint statement_lines_depth_check check (depth between 0 and 2),
  part text not null default 'all' constraint statement_lines_part_check check (part in ('all', 'assets', 'funding')),
  is_total boolean not null default false,
  formula text,
  constraint statement_lines_pkey primary key (form, valid_from, seq),
  constraint statement_lines_number_key unique (form, valid_from, number),
  constraint statement_lines_form_fkey foreign key (form, valid_from) references ledger.statement_forms (form, valid_from),
  constraint statement_lines_formula_check check ((number is null) = (formula is null))
);
comment on table ledger.statement_lines is 'Lines of a form with the formula each is counted by; the same formula names the postings of the figure.';
comment on column ledger.statement_lines.form is 'Form.';
comment on column ledger.statement_lines.valid_from is 'First day of the form.';
comment on column ledger.statement_lines.seq is 'Place on the form, from 1.';
comment on column ledger.statement_lines.number is '行次; null for a line that is only a heading.';
comment on column ledger.statement_lines.name is 'Name of the line.';
comment on column ledger.statement_lines.depth is 'How deep it is set in.';
comment on column ledger.statement_lines.part is 'Half of the sheet it stands on: assets, funding (liabilities and net assets), or all where there are no halves.';
comment on column ledger.statement_lines.is_total is 'Whether it is drawn as a total.';
comment on column ledger.statement_lines.formula is 'Terms with their signs: 1001 accounts whose number begins so, debit counted up; 4:unrestricted or 4:restricted only lines of that class; #11 another line; ~gifts-received an item of cash flow. Null for a heading; an empty text is a line without a rule.';
select platform.declare_table('ledger.statement_lines', 'city-wide', 'select');

create table ledger.flow_items (
  code text not null,
  name text not null,
  direction text not null constraint flow_items_direction_check check (direction in ('in', 'out')),
  sort_order int not null,
  is_rest boolean not null default false,
  constraint flow_items_pkey primary key (code)
);
comment on table ledger.flow_items is 'Items of the cash flow statement; a line of cash or bank may name one, else the rules of the other lines give it.';
comment on column ledger.flow_items.code is 'Item, e.g. gifts-received.';
comment on column ledger.flow_items.name is 'Name as on the form.';
comment on column ledger.flow_items.direction is 'in: cash comes; out: cash goes.';
comment on column ledger.flow_items.sort_order is 'Place in lists.';
comment on column ledger.flow_items.is_rest is 'Whether it takes what no rule names, one for each direction.';
create unique index flow_items_rest_key on ledger.flow_items (direction) where is_rest;
select platform.declare_table('ledger.flow_items', 'city-wide', 'select');

create table ledger.flow_rules (
  valid_from date not null,
  account_code text not null,
  direction text not null constraint flow_rules_direction_check check (direction in ('in', 'out')),
  item text not null constraint flow_rules_item_fkey references ledger.flow_items (code),
  source text not null,
  constraint flow_rules_pkey primary key (valid_from, account_code, direction)
);
comment on table ledger.flow_rules is 'Which item of cash flow a line counts in that stands opposite cash: the longest number wins. The rules with the latest valid_from not after a month hold for it.';
comment on column ledger.flow_rules.valid_from is 'First day on which the rules hold.';
comment on column ledger.flow_rules.account_code is 'Beginning of the number of the account opposite cash.';
comment on column ledger.flow_rules.direction is 'in where the cash of the journal stands in debit, out where it stands in credit.';
comment on column ledger.flow_rules.item is 'Item it counts in.';
comment on column ledger.flow_rules.source is 'Where the rule comes from.';
select platform.declare_table('ledger.flow_rules', 'city-wide', 'select');
