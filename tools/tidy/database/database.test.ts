import { describe, expect, it } from 'vitest'
import { treeOf, type Check } from '../tree.ts'
import { cityId } from './city-id.ts'
import { comments } from './comments.ts'
import { concatenatedSql } from './concatenated-sql.ts'
import { migrationNames } from './migration-names.ts'
import { ownSchema } from './own-schema.ts'
import { CHECKSUMS, checksumOf, unchangedMigrations } from './unchanged-migrations.ts'

const MIGRATION = 'database/migrations/0002_care_create-visits.sql'
const visits = `create schema care; create schema children;
create table care.visits (
  city_id int not null, -- not a comment; for the database
  id uuid not null,
  level text check (level in ('red, hot', 'blue')),
  constraint visits_pkey primary key (city_id, id)
);
comment on table care.visits is 'Visits; each one; counted.';
comment on column care.visits.city_id is 'City.';
comment on column care.visits.id is 'Id.';
comment on column care.visits.level is 'How it''s going.';`
const found = (check: Check, samples: Record<string, string>) => check(treeOf(samples)).map(({ message }) => message)
const inQuery = (check: Check, text: string, file = 'modules/care/queries/list-visits.ts') => found(check, { [MIGRATION]: visits, [file]: text })

describe('comments', () => {
  it('lets a table pass whose every column is explained', () => {
    expect(found(comments, { [MIGRATION]: visits })).toEqual([])
  })

  it('misses the comment of a column, of a table and of a column added later', () => {
    expect(found(comments, { [MIGRATION]: visits.replace(/comment on column care.visits.level[^;]*;/, '') })).toEqual(['care.visits.level has no COMMENT.'])
    expect(found(comments, { [MIGRATION]: visits.replace(/comment on table/, 'comment on view') })).toEqual(['care.visits has no COMMENT.'])
    const later = { 'database/migrations/0003_care_add-note.sql': 'alter table care.visits add column note text;' }
    expect(found(comments, { [MIGRATION]: visits, ...later })).toEqual(['care.visits.note has no COMMENT.'])
  })

  it('does not take an empty comment for one', () => {
    expect(found(comments, { [MIGRATION]: visits.replace("'City.'", "''") })).toEqual(['care.visits.city_id has no COMMENT.'])
  })
})

describe('migrations', () => {
  const sealed = { [CHECKSUMS]: JSON.stringify({ '0002_care_create-visits.sql': checksumOf(visits) }) }

  it('may not change after merge, nor vanish', () => {
    expect(found(unchangedMigrations, { ...sealed, [MIGRATION]: visits })).toEqual([])
    expect(found(unchangedMigrations, { ...sealed, [MIGRATION]: `${visits}\n` })).toHaveLength(1)
    expect(found(unchangedMigrations, sealed)).toHaveLength(1)
  })

  it('may not be slipped in before one that has run', () => {
    expect(found(unchangedMigrations, { ...sealed, [MIGRATION]: visits, 'database/migrations/0001_care_add-note.sql': '' })).toHaveLength(1)
    expect(found(unchangedMigrations, { ...sealed, [MIGRATION]: visits, 'database/migrations/0003_care_add-note.sql': '' })).toEqual([])
  })

  it('are named by number, module and what they do', () => {
    const rooms = { 'modules/care/README.md': '', [MIGRATION]: '' }
    expect(found(migrationNames, rooms)).toEqual([])
    expect(found(migrationNames, { ...rooms, 'database/migrations/3_care.sql': '' })).toHaveLength(1)
    expect(found(migrationNames, { ...rooms, 'database/migrations/0003_horses_create-horses.sql': '' })).toEqual(['there is no module horses.'])
    expect(found(migrationNames, { ...rooms, 'database/migrations/0002_care_add-note.sql': '' })).toEqual(['the number 0002 is taken.'])
  })
})

describe('queries', () => {
  it('read their own tables, and what others publish', () => {
    const text = "tx.selectFrom('care.visits as v').innerJoin('children.published_children', 'x', 'y').where('v.city_id', '=', 1)"
    expect(inQuery(ownSchema, text)).toEqual([])
    expect(inQuery(cityId, text)).toEqual([])
  })

  it("may not name another module's table, in a builder or in a text", () => {
    expect(inQuery(ownSchema, "tx.selectFrom('children.children')")).toHaveLength(1)
    expect(inQuery(ownSchema, 'sql<Row>`select 1 from care.visits v join children.children c on true`')).toHaveLength(1)
    expect(inQuery(ownSchema, "tx.selectFrom('care.visits')", 'platform/audit/seal.ts')).toHaveLength(1)
  })

  it('of the demo loader alone name all tables, for it writes them before anybody signs in', () => {
    expect(inQuery(ownSchema, 'client.query("select 1 from care.visits where city_id = $1")', 'modules/demo/load/load-visits.ts')).toEqual([])
    expect(inQuery(ownSchema, 'client.query("select 1 from care.visits where city_id = $1")', 'modules/demo/rules/visits.ts')).toHaveLength(1)
  })

  it('must name city_id', () => {
    expect(inQuery(cityId, "export function f() { return tx.selectFrom('care.visits').selectAll() }")).toEqual(['names care.visits but not city_id.'])
    expect(inQuery(cityId, 'const city_id = 1; sql`select * from care.visits`')).toEqual(['names care.visits but not city_id.'])
    expect(inQuery(cityId, 'sql`select * from care.visits where city_id = ${city}`')).toEqual([])
  })

  it('get values as parameters, never put together as text', () => {
    expect(inQuery(concatenatedSql, 'sql`select ${name}`.execute(tx); client.query("select $1", [name])')).toEqual([])
    expect(inQuery(concatenatedSql, 'client.query(`select ${name}`)')).toHaveLength(1)
    expect(inQuery(concatenatedSql, "client.query('select ' + name)")).toHaveLength(1)
    expect(inQuery(concatenatedSql, 'sql`order by ${sql.raw(name)}`')).toHaveLength(1)
  })
})
