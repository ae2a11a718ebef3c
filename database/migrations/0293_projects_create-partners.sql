set local citus.multi_shard_modify_mode = 'sequential';

create table projects.project_partners (
  city_id int not null,
  project_id uuid not null,
  seq int not null,
  scope_code bigint not null,
  name text not null,
  credit_code text,
  task text not null,
  constraint project_partners_pkey primary key (city_id, project_id, seq),
  constraint project_partners_project_fkey foreign key (city_id, project_id) references projects.projects (city_id, id)
);
comment on table projects.project_partners is 'Bodies a project has a contract or an agreement with: whether one is a related party is asked of duties whenever somebody looks.';
comment on column projects.project_partners.city_id is 'City.';
comment on column projects.project_partners.project_id is 'Project.';
comment on column projects.project_partners.seq is 'Place, from 1.';
comment on column projects.project_partners.scope_code is 'Scope code of the books.';
comment on column projects.project_partners.name is 'Name of the body.';
comment on column projects.project_partners.credit_code is 'Its 统一社会信用代码; null where it is not known.';
comment on column projects.project_partners.task is 'What the contract is about; names no person.';
select platform.declare_table('projects.project_partners', 'scoped', 'select, insert, update, delete');
