set local citus.multi_shard_modify_mode = 'sequential';

-- What the paper forms ask beyond facts, guardians and identity; sealed, so that it goes with the child.
create table children.forms (
  city_id int not null,
  child_id uuid not null,
  kind text not null constraint forms_kind_check check (kind in ('left-behind', 'household')),
  scope_code bigint not null,
  sealed bytea not null,
  filled_by uuid not null,
  filled_name text not null,
  filled_on date not null,
  version int not null default 1,
  constraint forms_pkey primary key (city_id, child_id, kind),
  constraint forms_child_fkey foreign key (city_id, child_id) references children.children (city_id, id)
);
comment on table children.forms is 'Answers of a paper form that no fact, guardian or identity holds already, sealed under the child''s key.';
comment on column children.forms.city_id is 'City.';
comment on column children.forms.child_id is 'Child.';
comment on column children.forms.kind is 'left-behind (农村留守儿童基本情况登记表) or household (家庭情况表).';
comment on column children.forms.scope_code is 'Scope code of the child''s unit.';
comment on column children.forms.sealed is 'The answers.';
comment on column children.forms.filled_by is 'Account that filled it in last.';
comment on column children.forms.filled_name is 'Name of who filled it in last, as it was then.';
comment on column children.forms.filled_on is 'Day it was filled in last.';
comment on column children.forms.version is 'Counts changes; a stale save is refused.';
select platform.declare_table('children.forms', 'scoped', 'select, insert, update');
