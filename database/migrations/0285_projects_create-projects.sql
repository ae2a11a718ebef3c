set local citus.multi_shard_modify_mode = 'sequential';

create table projects.approval_limits (
  role_code text not null,
  valid_from date not null,
  sort_order int not null,
  valid_until date,
  most_fen bigint,
  needs_resolution boolean not null,
  reviews_needed int not null,
  least_score int not null,
  source text not null,
  constraint approval_limits_pkey primary key (role_code, valid_from, sort_order),
  constraint approval_limits_days_check check (valid_until is null or valid_until >= valid_from),
  constraint approval_limits_most_check check (most_fen > 0),
  constraint approval_limits_score_check check (reviews_needed between 0 and 9 and least_score between 0 and 100)
);
comment on table projects.approval_limits is 'Who may approve a project up to how much, and what must be there for it: dated, the rows of the day of the approval hold.';
comment on column projects.approval_limits.role_code is 'Role that approves.';
comment on column projects.approval_limits.valid_from is 'First day on which it holds.';
comment on column projects.approval_limits.sort_order is 'The first row of a role that is wide enough decides.';
comment on column projects.approval_limits.valid_until is 'Last such day; null for one that holds now.';
comment on column projects.approval_limits.most_fen is 'Largest budget in fen; null for any.';
comment on column projects.approval_limits.needs_resolution is 'Whether the number of a resolution of the board must be named.';
comment on column projects.approval_limits.reviews_needed is 'Reviews without a conflict of interest that must be there.';
comment on column projects.approval_limits.least_score is 'Least average score, out of 100.';
comment on column projects.approval_limits.source is 'Where the limit comes from.';
select platform.declare_table('projects.approval_limits', 'city-wide', 'select');
insert into projects.approval_limits (role_code, valid_from, sort_order, most_fen, needs_resolution, reviews_needed, least_score, source) values
  ('finance-reviewer', '2000-01-01', 10, 2000000, false, 1, 60, '平台默认；城市可按本会章程和项目管理办法另定'),
  ('charity-head', '2000-01-01', 10, 20000000, false, 2, 60, '平台默认；城市可按本会章程和项目管理办法另定'),
  ('charity-head', '2000-01-01', 20, null, true, 2, 60, '平台默认；城市可按本会章程和项目管理办法另定');

create table projects.projects (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  book_id uuid not null,
  parent_id uuid,
  name text not null,
  purpose text not null,
  starts_on date not null,
  ends_on date not null,
  people_planned int not null,
  surplus_rule text not null,
  status text not null,
  round int not null default 1,
  budget_fen bigint not null,
  proposed_by uuid,
  proposed_name text not null,
  submitted_on date,
  approved_by uuid,
  approved_name text,
  approved_on date,
  resolution text,
  answer text,
  accepted_on date,
  accepted_name text,
  finding text,
  evaluated_on date,
  evaluated_name text,
  evaluation_score int,
  evaluation text,
  closed_on date,
  successor_id uuid,
  surplus_fen bigint,
  wrapped_key bytea not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint projects_pkey primary key (city_id, id),
  constraint projects_parent_fkey foreign key (city_id, parent_id) references projects.projects (city_id, id),
  constraint projects_successor_fkey foreign key (city_id, successor_id) references projects.projects (city_id, id),
  constraint projects_apart_check check (parent_id is distinct from id and successor_id is distinct from id),
  constraint projects_days_check check (ends_on >= starts_on),
  constraint projects_planned_check check (people_planned between 0 and 1000000),
  constraint projects_surplus_rule_check check (surplus_rule in ('return', 'carry')),
  constraint projects_status_check check (status in ('draft', 'submitted', 'running', 'accepted', 'closed', 'declined', 'discarded')),
  constraint projects_budget_check check (budget_fen >= 0 and (budget_fen > 0 or status in ('draft', 'discarded'))),
  constraint projects_approved_check check ((status in ('running', 'accepted', 'closed')) = (approved_on is not null)
    and (approved_on is null) = (approved_name is null)),
  constraint projects_other_person_check check (approved_by is null or approved_by is distinct from proposed_by),
  constraint projects_accepted_check check ((status in ('accepted', 'closed')) = (accepted_on is not null) and (accepted_on is null) = (finding is null)
    and (accepted_on is null) = (accepted_name is null)),
  constraint projects_evaluated_check check ((evaluated_on is null) = (evaluation is null) and (evaluated_on is null) = (evaluation_score is null)
    and (evaluated_on is null) = (evaluated_name is null) and (evaluated_on is null or accepted_on is not null)),
  constraint projects_evaluation_score_check check (evaluation_score between 0 and 100),
  constraint projects_closed_check check ((status = 'closed') = (closed_on is not null) and (closed_on is null) = (surplus_fen is null)
    and (closed_on is null or evaluated_on is not null) and (successor_id is null or closed_on is not null))
);
comment on table projects.projects is 'Planned help with a budget and an end: proposed, reviewed, approved, carried out, accepted, evaluated, closed.';
comment on column projects.projects.city_id is 'City.';
comment on column projects.projects.id is 'Project; the lines of the ledger name it, or one of its budget lines.';
comment on column projects.projects.scope_code is 'Scope code of the books.';
comment on column projects.projects.unit_id is 'Unit whose books they are.';
comment on column projects.projects.book_id is 'Set of books.';
comment on column projects.projects.parent_id is 'Programme it belongs to; null for none.';
comment on column projects.projects.name is 'Name.';
comment on column projects.projects.purpose is 'What it wants to do; nobody is named.';
comment on column projects.projects.starts_on is 'First day.';
comment on column projects.projects.ends_on is 'Last day as planned.';
comment on column projects.projects.people_planned is 'How many people it wants to reach.';
comment on column projects.projects.surplus_rule is 'What becomes of money that is left: return (to the funds it came from) or carry (to a successor).';
comment on column projects.projects.status is 'draft, submitted, running (approved), accepted, closed, declined or discarded.';
comment on column projects.projects.round is 'How often it was handed in; reviews of an earlier round count nothing.';
comment on column projects.projects.budget_fen is 'Sum of its budget lines, in fen.';
comment on column projects.projects.proposed_by is 'Account that proposed it; null where the owner loaded it.';
comment on column projects.projects.proposed_name is 'Name, as it was then.';
comment on column projects.projects.submitted_on is 'Day it was handed in last; null until then.';
comment on column projects.projects.approved_by is 'Account that approved it; null until then, and where the owner loaded it.';
comment on column projects.projects.approved_name is 'Name, as it was then; null until then.';
comment on column projects.projects.approved_on is 'Day of the approval; null until then.';
comment on column projects.projects.resolution is 'Number of the resolution of the board; null where none was asked for.';
comment on column projects.projects.answer is 'Why it was returned or declined last, without a name of a person; null when it never was.';
comment on column projects.projects.accepted_on is 'Day of the acceptance; null until then.';
comment on column projects.projects.accepted_name is 'Who accepted it; null until then.';
comment on column projects.projects.finding is 'What the acceptance found; null until then.';
comment on column projects.projects.evaluated_on is 'Day of the evaluation; null until then.';
comment on column projects.projects.evaluated_name is 'Who evaluated it; null until then.';
comment on column projects.projects.evaluation_score is 'Score out of 100; null until then.';
comment on column projects.projects.evaluation is 'What it was worth; null until then.';
comment on column projects.projects.closed_on is 'Day it was closed; null until then.';
comment on column projects.projects.successor_id is 'Project to which its surplus was carried; null where it was returned or there was none.';
comment on column projects.projects.surplus_fen is 'What was left at the closing, in fen; null until then.';
comment on column projects.projects.wrapped_key is 'Data key of its papers, wrapped.';
comment on column projects.projects.version is 'Counts changes; a stale save is refused.';
comment on column projects.projects.created_at is 'When it was begun.';
comment on column projects.projects.updated_at is 'When it last changed.';
create index projects_scope_idx on projects.projects (city_id, scope_code, updated_at desc, id desc);
create index projects_parent_idx on projects.projects (city_id, parent_id) where parent_id is not null;
select platform.declare_table('projects.projects', 'scoped', 'select, insert, update');

create table projects.budget_lines (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  project_id uuid not null,
  seq int not null,
  name text not null,
  amount_fen bigint not null,
  constraint budget_lines_pkey primary key (city_id, id),
  constraint budget_lines_seq_key unique (city_id, project_id, seq),
  constraint budget_lines_amount_check check (amount_fen > 0),
  constraint budget_lines_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id)
);
comment on table projects.budget_lines is 'What a project may spend on what; a line of the ledger names one of them as its project.';
comment on column projects.budget_lines.city_id is 'City.';
comment on column projects.budget_lines.id is 'Budget line.';
comment on column projects.budget_lines.scope_code is 'Scope code of the books.';
comment on column projects.budget_lines.project_id is 'Project.';
comment on column projects.budget_lines.seq is 'Place in the budget, from 1.';
comment on column projects.budget_lines.name is 'Purpose.';
comment on column projects.budget_lines.amount_fen is 'Budget in fen.';
select platform.declare_table('projects.budget_lines', 'scoped', 'select, insert, update, delete');

create table projects.project_sources (
  city_id int not null,
  project_id uuid not null,
  fund_id uuid not null,
  scope_code bigint not null,
  amount_fen bigint not null,
  carried_fen bigint not null default 0,
  commitment_id uuid,
  constraint project_sources_pkey primary key (city_id, project_id, fund_id),
  constraint project_sources_amount_check check (amount_fen >= 0 and carried_fen >= 0 and amount_fen + carried_fen > 0),
  constraint project_sources_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id)
);
comment on table projects.project_sources is 'Funds that pay for a project.';
comment on column projects.project_sources.city_id is 'City.';
comment on column projects.project_sources.project_id is 'Project.';
comment on column projects.project_sources.fund_id is 'Fund of the ledger.';
comment on column projects.project_sources.scope_code is 'Scope code of the books.';
comment on column projects.project_sources.amount_fen is 'How much of the budget it bears, in fen.';
comment on column projects.project_sources.carried_fen is 'What predecessors left to it, beside the budget, in fen.';
comment on column projects.project_sources.commitment_id is 'Commitment of the ledger for what batches have not taken yet; null before the approval, for unrestricted funds, and when '
  'nothing is left.';
select platform.declare_table('projects.project_sources', 'scoped', 'select, insert, update, delete');

create table projects.milestones (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  project_id uuid not null,
  seq int not null,
  title text not null,
  due_on date not null,
  reached_on date,
  reached_name text,
  note text,
  constraint milestones_pkey primary key (city_id, id),
  constraint milestones_seq_key unique (city_id, project_id, seq),
  constraint milestones_reached_check check ((reached_on is null) = (reached_name is null)),
  constraint milestones_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id)
);
comment on table projects.milestones is 'Steps of a project with their days.';
comment on column projects.milestones.city_id is 'City.';
comment on column projects.milestones.id is 'Milestone.';
comment on column projects.milestones.scope_code is 'Scope code of the books.';
comment on column projects.milestones.project_id is 'Project.';
comment on column projects.milestones.seq is 'Place, from 1.';
comment on column projects.milestones.title is 'What is to be reached.';
comment on column projects.milestones.due_on is 'By which day.';
comment on column projects.milestones.reached_on is 'Day it was reached; null until then.';
comment on column projects.milestones.reached_name is 'Who recorded that; null until then.';
comment on column projects.milestones.note is 'What there is to say; null for nothing.';
select platform.declare_table('projects.milestones', 'scoped', 'select, insert, update, delete');

create table projects.project_reviews (
  city_id int not null,
  project_id uuid not null,
  round int not null,
  reviewed_by uuid not null,
  scope_code bigint not null,
  reviewed_name text not null,
  has_conflict boolean not null,
  statement text not null,
  need_score int,
  means_score int,
  budget_score int,
  benefit_score int,
  opinion text not null,
  reviewed_at timestamptz(3) not null,
  constraint project_reviews_pkey primary key (city_id, project_id, round, reviewed_by),
  constraint project_reviews_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id),
  constraint project_reviews_scores_check check (has_conflict = (need_score is null) and (need_score is null) = (means_score is null)
    and (need_score is null) = (budget_score is null) and (need_score is null) = (benefit_score is null)),
  constraint project_reviews_range_check check (need_score between 0 and 25 and means_score between 0 and 25 and budget_score between 0 and 25
    and benefit_score between 0 and 25 or has_conflict)
);
comment on table projects.project_reviews is 'What reviewers say of a proposal, each with a statement on his own interest; who has a conflict gives no scores.';
comment on column projects.project_reviews.city_id is 'City.';
comment on column projects.project_reviews.project_id is 'Project.';
comment on column projects.project_reviews.round is 'Round of handing in.';
comment on column projects.project_reviews.reviewed_by is 'Account.';
comment on column projects.project_reviews.scope_code is 'Scope code of the books.';
comment on column projects.project_reviews.reviewed_name is 'Name, as it was then.';
comment on column projects.project_reviews.has_conflict is 'Whether the reviewer has an interest of his own.';
comment on column projects.project_reviews.statement is 'The statement on it, in words.';
comment on column projects.project_reviews.need_score is 'How much it is needed, of 25; null with a conflict.';
comment on column projects.project_reviews.means_score is 'Whether it can be done, of 25; null with a conflict.';
comment on column projects.project_reviews.budget_score is 'Whether the budget is right, of 25; null with a conflict.';
comment on column projects.project_reviews.benefit_score is 'What it will bring, of 25; null with a conflict.';
comment on column projects.project_reviews.opinion is 'Opinion.';
comment on column projects.project_reviews.reviewed_at is 'When.';
select platform.declare_table('projects.project_reviews', 'scoped', 'select, insert');

create table projects.project_papers (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  project_id uuid not null,
  title text not null,
  media_type text not null,
  extension text not null,
  storage_key text not null,
  added_name text not null,
  created_at timestamptz(3) not null,
  constraint project_papers_pkey primary key (city_id, id),
  constraint project_papers_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id)
);
comment on table projects.project_papers is 'Evidence for an acceptance: sealed files under the key of the project.';
comment on column projects.project_papers.city_id is 'City.';
comment on column projects.project_papers.id is 'Paper.';
comment on column projects.project_papers.scope_code is 'Scope code of the books.';
comment on column projects.project_papers.project_id is 'Project.';
comment on column projects.project_papers.title is 'What it shows; nobody is named.';
comment on column projects.project_papers.media_type is 'What it is by its own bytes.';
comment on column projects.project_papers.extension is 'Ending, without the dot.';
comment on column projects.project_papers.storage_key is 'Key among the stored files.';
comment on column projects.project_papers.added_name is 'Who added it.';
comment on column projects.project_papers.created_at is 'When.';
create index project_papers_project_idx on projects.project_papers (city_id, project_id);
select platform.declare_table('projects.project_papers', 'scoped', 'select, insert');

create table projects.beneficiaries (
  city_id int not null,
  id uuid not null,
  scope_code bigint not null,
  unit_id uuid not null,
  project_id uuid not null,
  case_id uuid,
  child_id uuid,
  household_id uuid,
  label text not null,
  people_count int not null,
  households_count int not null,
  added_on date not null,
  added_name text not null,
  removed_on date,
  removal_reason text,
  created_at timestamptz(3) not null,
  constraint beneficiaries_pkey primary key (city_id, id),
  constraint beneficiaries_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id),
  constraint beneficiaries_for_check check ((case_id is null) = (child_id is null) and (child_id is null) = (household_id is null)),
  constraint beneficiaries_count_check
    check (people_count between 1 and 100000 and households_count between 0 and people_count and (child_id is null or people_count = 1)),
  constraint beneficiaries_removed_check check ((removed_on is null) = (removal_reason is null))
);
comment on table projects.beneficiaries is 'Whom a project helps: the child of an open case, or people counted outside.';
comment on column projects.beneficiaries.city_id is 'City.';
comment on column projects.beneficiaries.id is 'Row.';
comment on column projects.beneficiaries.scope_code is 'Scope code of the unit that entered it.';
comment on column projects.beneficiaries.unit_id is 'Unit that entered it.';
comment on column projects.beneficiaries.project_id is 'Project.';
comment on column projects.beneficiaries.case_id is 'Case of the child; null where people are counted outside.';
comment on column projects.beneficiaries.child_id is 'Child; null where people are counted outside.';
comment on column projects.beneficiaries.household_id is 'Household of the child then; null where people are counted outside.';
comment on column projects.beneficiaries.label is 'Surname and 某, age band; a group in words where people are counted outside; 已删除 after erasure.';
comment on column projects.beneficiaries.people_count is 'How many people; 1 for a child.';
comment on column projects.beneficiaries.households_count is 'How many households; 1 for a child, 0 where nobody counted them.';
comment on column projects.beneficiaries.added_on is 'Day it was entered.';
comment on column projects.beneficiaries.added_name is 'Who entered it.';
comment on column projects.beneficiaries.removed_on is 'Day it was taken out; null while it counts.';
comment on column projects.beneficiaries.removal_reason is 'Why, without a name; null while it counts.';
comment on column projects.beneficiaries.created_at is 'When it was entered.';
create unique index beneficiaries_child_key on projects.beneficiaries (city_id, project_id, child_id) where child_id is not null and removed_on is null;
create index beneficiaries_child_idx on projects.beneficiaries (city_id, child_id) where child_id is not null;
select platform.declare_table('projects.beneficiaries', 'scoped', 'select, insert, update');

create table projects.open_projects (
  city_id int not null,
  project_id uuid not null,
  name text not null,
  unit_name text not null,
  starts_on date not null,
  ends_on date not null,
  constraint open_projects_pkey primary key (city_id, project_id)
);
comment on table projects.open_projects is 'Projects that run, so that units below may enter whom they help: names and days only.';
comment on column projects.open_projects.city_id is 'City.';
comment on column projects.open_projects.project_id is 'Project.';
comment on column projects.open_projects.name is 'Name.';
comment on column projects.open_projects.unit_name is 'Unit that runs it.';
comment on column projects.open_projects.starts_on is 'First day.';
comment on column projects.open_projects.ends_on is 'Last day as planned.';
select platform.declare_table('projects.open_projects', 'city-wide', 'select, insert, delete');

-- An approved budget and its reviews cannot change, whoever writes.
create function projects.hold_project() returns trigger language plpgsql as $$
begin
  if old.status in ('running', 'accepted', 'closed') and ((new.book_id, new.budget_fen, new.surplus_rule, new.round, new.approved_on, new.approved_by)
      is distinct from (old.book_id, old.budget_fen, old.surplus_rule, old.round, old.approved_on, old.approved_by)
      or new.status not in ('running', 'accepted', 'closed') or old.status = 'closed' and new.status <> 'closed'
      or old.status = 'accepted' and new.status = 'running') then
    raise exception 'project % was approved and cannot change', old.id using constraint = 'projects_frozen', errcode = '23514';
  end if;
  if new.status = 'running' and old.status not in ('submitted', 'running') then
    raise exception 'project % was not handed in', old.id using constraint = 'projects_handed_in', errcode = '23514';
  end if;
  return new;
end $$;
comment on function projects.hold_project is 'What was approved keeps its budget, and a closed project stays closed.';
create trigger projects_frozen before update on projects.projects for each row execute function projects.hold_project();

create function projects.hold_budget() returns trigger language plpgsql as $$
begin
  if (select p.status from projects.projects p where p.city_id = coalesce(new.city_id, old.city_id) and p.id = coalesce(new.project_id, old.project_id))
      is distinct from 'draft' and not (tg_op = 'UPDATE' and (new.id, new.project_id, new.seq, new.name, new.amount_fen)
      is not distinct from (old.id, old.project_id, old.seq, old.name, old.amount_fen)) then
    raise exception 'the budget is frozen' using constraint = 'budget_lines_frozen', errcode = '23514';
  end if;
  return coalesce(new, old);
end $$;
comment on function projects.hold_budget is 'Budget lines change only while their project is a draft; where they belong may follow a moved unit.';
create trigger budget_lines_frozen before insert or update or delete on projects.budget_lines for each row execute function projects.hold_budget();

alter table projects.batches add column project_id uuid, add column budget_line_id uuid,
  add constraint batches_project_check check ((project_id is null) = (budget_line_id is null)),
  add constraint batches_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id),
  add constraint batches_budget_line_fkey foreign key (city_id, budget_line_id) references projects.budget_lines (city_id, id);
comment on column projects.batches.project_id is 'Project it is paid for; null for none.';
comment on column projects.batches.budget_line_id is 'Line of the budget it is paid for; null for none.';
create index batches_project_idx on projects.batches (city_id, project_id) where project_id is not null;

insert into accounts.role_permissions (role_code, permission)
select role_code, permission from (values
  ('office', 'project.read'), ('leader', 'project.read'), ('charity-worker', 'project.read'), ('charity-head', 'project.read'), ('accountant', 'project.read'),
  ('finance-reviewer', 'project.read'), ('cashier', 'project.read'),
  ('charity-worker', 'project.propose'), ('accountant', 'project.review'), ('finance-reviewer', 'project.review'), ('leader', 'project.review'),
  ('charity-head', 'project.review'),
  ('charity-head', 'project.approve'), ('finance-reviewer', 'project.approve'),
  ('charity-worker', 'project.run'), ('charity-head', 'project.accept'), ('leader', 'project.accept'),
  ('office', 'beneficiary.enter'), ('care-worker', 'beneficiary.enter'), ('charity-worker', 'beneficiary.enter')
) as given (role_code, permission);
