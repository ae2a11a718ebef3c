import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { readMigrations, type Migration } from '#platform/database/migrate.ts'

// The rules that keep a sharded database reachable (engine.md), judged over the real schema.

const own = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker') and n.nspname not like 'pg\\_%'`

describe('the schema can be sharded by city', () => {
  let city: TestCity
  let migrations: Migration[]
  const names = async (text: string): Promise<string[]> => (await city.owner.query<{ name: string }>(text)).rows.map((row) => row.name)
  beforeAll(async () => {
    city = await openTestCity()
    migrations = await readMigrations()
  })
  afterAll(() => city.close())

  it('primary, unique and exclusion keys of city tables start with city_id', async () => {
    expect(await names(`
      select n.nspname || '.' || c.relname || ' ' || i.indexrelid::regclass as name
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       where (i.indisunique or i.indisexclusion) and ${own}
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city_id')
         and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) is distinct from 'city_id'`)).toEqual([])
  })

  it('foreign keys between city tables start with city_id on both sides', async () => {
    expect(await names(`
      select k.conrelid::regclass || ' ' || k.conname as name
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where k.contype = 'f' and ${own}
         and exists (select 1 from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'city_id')
         and ((select a.attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'city_id'
           or (select a.attname from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]) <> 'city_id')`)).toEqual([])
  })

  it('no foreign key sets a column to null or cascades an update', async () => {
    expect(await names(`select conname as name from pg_constraint where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype <> 'a')`)).toEqual([])
  })

  it('policies use columns and settings only, never a sub-select or a function of the row', async () => {
    expect(await names(`
      select p.polrelid::regclass || ' ' || p.polname as name from pg_policy p
       where coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid),
         '') ~* 'select|exists|\\yin\\y'`)).toEqual([])
  })

  it('ids are not made by the database', async () => {
    expect(await names(`
      select n.nspname || '.' || c.relname || '.' || a.attname as name
        from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum join pg_class c on c.oid = a.attrelid
          join pg_namespace n on n.oid = c.relnamespace
       where a.attname = 'id' and ${own}`)).toEqual([])
  })

  it('city_id is a plain int without default in every city table', async () => {
    expect(await names(`
      select n.nspname || '.' || c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname = 'city_id' and c.relkind = 'r' and ${own} and (a.atttypid <> 'int4'::regtype or a.atthasdef or not a.attnotnull)`)).toEqual([])
  })

  it('migrations use nothing that only the newest PostgreSQL or no shard knows', () => {
    const forbidden = [/\bmerge\s+into\b/i, /\buuidv7\s*\(/i, /\bon\s+delete\s+set\s+null\b/i, /\bvirtual\b\s*[,)]/i, /\bgrouping\s+sets\b/i,
      /\brollup\s*\(/i, /\bforce\s+row\s+level\b/i, /\bset\s+city_id\s*=/i]
    expect(migrations.flatMap((migration) => forbidden.filter((pattern) => pattern.test(migration.sql))
      .map((pattern) => `${migration.name} ${pattern}`))).toEqual([])
  })

  it('migrations that make tables begin in sequential mode', () => {
    const makers = migrations.filter((migration) => /create table/i.test(migration.sql))
    expect(makers.filter((migration) => !migration.sql.trimStart().startsWith(`set local citus.multi_shard_modify_mode = 'sequential';`))
      .map((migration) => migration.name)).toEqual([])
  })

  it('every table, column, view and function has a comment', async () => {
    expect(await names(`
      select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and c.relkind = 'r'
       where c.relkind in ('r', 'v') and ${own}
         and (obj_description(c.oid) is null or (a.attnum is not null and col_description(c.oid, a.attnum) is null))`)).toEqual([])
  })
})
