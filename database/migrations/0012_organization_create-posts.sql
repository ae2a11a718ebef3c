set local citus.multi_shard_modify_mode = 'sequential';

create table organization.post_titles (
  code text constraint post_titles_pkey primary key,
  name text not null,
  is_leadership boolean not null,
  sort_order int not null
);
comment on table organization.post_titles is 'Titles a post can have.';
comment on column organization.post_titles.code is 'Title, e.g. executive-director.';
comment on column organization.post_titles.name is 'Chinese name.';
comment on column organization.post_titles.is_leadership is 'Part of the leadership team (班子); staff are not.';
comment on column organization.post_titles.sort_order is 'Order in lists.';
insert into organization.post_titles (code, name, is_leadership, sort_order) values
  ('director', '主任', true, 1), ('executive-director', '执行主任', true, 2), ('standing-deputy-director', '常务副主任', true, 3),
  ('deputy-director', '副主任', true, 4), ('secretary-general', '秘书长', true, 5), ('member', '委员', true, 6), ('staff', '工作人员', false, 7);
select platform.declare_table('organization.post_titles', 'city-wide', 'select');

create table organization.posts (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  title_code text not null constraint posts_title_fkey references organization.post_titles (code),
  from_on date not null,
  vacant_since date,
  closed_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint posts_pkey primary key (city_id, id),
  constraint posts_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table organization.posts is 'Seats of committees: one row is one seat, held or vacant.';
comment on column organization.posts.city_id is 'City.';
comment on column organization.posts.id is 'Post.';
comment on column organization.posts.scope_code is 'Scope code of the unit.';
comment on column organization.posts.unit_id is 'Unit.';
comment on column organization.posts.title_code is 'Title.';
comment on column organization.posts.from_on is 'Day from which the post exists.';
comment on column organization.posts.vacant_since is 'First vacant day; null while somebody holds the post or it is closed.';
comment on column organization.posts.closed_on is 'First day on which the post no longer exists; null while it does.';
comment on column organization.posts.version is 'Counts changes; a stale save is refused.';
comment on column organization.posts.created_at is 'When the row was made.';
comment on column organization.posts.updated_at is 'When the row last changed.';
create index posts_scope_idx on organization.posts (city_id, scope_code, id);
create index posts_vacant_idx on organization.posts (city_id, vacant_since, id) include (scope_code) where vacant_since is not null;
create index posts_unit_idx on organization.posts (city_id, unit_id);
select platform.declare_table('organization.posts', 'scoped', 'select, insert, update');

create table organization.terms (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  account_id uuid,
  volunteer_id uuid,
  from_on date not null,
  due_to_end_on date,
  until_on date,
  is_full_time boolean not null,
  ending text constraint terms_ending_check check (ending in ('expired', 'resigned', 'transferred', 'removed', 'deceased', 'unit-closed')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint terms_pkey primary key (city_id, id),
  constraint terms_post_fkey foreign key (city_id, post_id) references organization.posts (city_id, id),
  constraint terms_period_check check (until_on is null or until_on >= from_on),
  constraint terms_ending_until_check check ((until_on is null) = (ending is null))
);
comment on table organization.terms is 'Who holds or held a post, from when until when.';
comment on column organization.terms.city_id is 'City.';
comment on column organization.terms.id is 'Term.';
comment on column organization.terms.scope_code is 'Scope code of the unit.';
comment on column organization.terms.unit_id is 'Unit.';
comment on column organization.terms.post_id is 'Post.';
comment on column organization.terms.person_id is 'Whom distinct counts count: the volunteer, else the account, else a key made for the term.';
comment on column organization.terms.person_name is 'Name of the holder.';
comment on column organization.terms.account_id is 'Account of the holder; null when there is none.';
comment on column organization.terms.volunteer_id is 'The holder in the register of volunteers; null when not a volunteer.';
comment on column organization.terms.from_on is 'First day.';
comment on column organization.terms.due_to_end_on is 'Day on which the term is due to end; null when none was set.';
comment on column organization.terms.until_on is 'Last day; null while it lasts.';
comment on column organization.terms.is_full_time is 'Whether the holder works full-time for the committee.';
comment on column organization.terms.ending is 'How the term ended; null while it lasts.';
comment on column organization.terms.version is 'Counts changes; a stale save is refused.';
comment on column organization.terms.created_at is 'When the row was made.';
comment on column organization.terms.updated_at is 'When the row last changed.';
create index terms_post_idx on organization.terms (city_id, post_id, from_on desc);
create index terms_unit_idx on organization.terms (city_id, unit_id) where until_on is null;
create index terms_scope_idx on organization.terms (city_id, scope_code);
create unique index terms_holder_key on organization.terms (city_id, post_id) where until_on is null;
select platform.declare_table('organization.terms', 'scoped', 'select, insert, update');

create table organization.standing_rules (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  title text not null,
  issued_on date not null,
  ended_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint standing_rules_pkey primary key (city_id, id),
  constraint standing_rules_unit_fkey foreign key (city_id, unit_id) references organization.units (city_id, id)
);
comment on table organization.standing_rules is 'Written rules (制度) of committees.';
comment on column organization.standing_rules.city_id is 'City.';
comment on column organization.standing_rules.id is 'Rule.';
comment on column organization.standing_rules.scope_code is 'Scope code of the unit.';
comment on column organization.standing_rules.unit_id is 'Unit.';
comment on column organization.standing_rules.title is 'Title of the rule.';
comment on column organization.standing_rules.issued_on is 'Day it was issued.';
comment on column organization.standing_rules.ended_on is 'Day it was repealed; null while it is in force.';
comment on column organization.standing_rules.version is 'Counts changes; a stale save is refused.';
comment on column organization.standing_rules.created_at is 'When the row was made.';
comment on column organization.standing_rules.updated_at is 'When the row last changed.';
create index standing_rules_scope_idx on organization.standing_rules (city_id, scope_code, updated_at desc, id desc);
select platform.declare_table('organization.standing_rules', 'scoped', 'select, insert, update');

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'post.read'), ('leader', 'post.read'), ('guardian-officer', 'post.read'), ('care-worker', 'post.read'),
  ('office', 'post.manage')
) as given (role_code, permission);
