-- Each paper is sealed under a key of its own, like each award: a project holds none.
alter table projects.projects drop column wrapped_key;
alter table projects.project_papers add column wrapped_key bytea not null;
comment on column projects.project_papers.wrapped_key is 'Data key of the paper, wrapped.';
