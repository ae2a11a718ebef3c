import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'

// The five kinds of table, judged over the real catalogue: whatever stands outside them fails here.

const own = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker') and n.nspname not like 'pg\\_%'`
const inCity = `(city_id = (current_setting('app.city_id'::text))::integer)`
const inScope = `(${inCity} AND (scope_code >= (current_setting('app.scope_lo'::text))::bigint) AND `
  + `(scope_code <= (current_setting('app.scope_hi'::text))::bigint))`

type Policy = { name: string; command: string; using: string | null; check: string | null; roles: string[] }
type Table = { name: string; kind: string | null; has_city: boolean; rls: boolean; forced: boolean; policies: Policy[]; rights: string[] }

describe('every table is one of five kinds', () => {
  let city: TestCity
  let tables: Table[]
  const ask = async <T>(text: string): Promise<T[]> => (await city.owner.query(text)).rows as T[]
  const ofKind = (kind: string) => tables.filter((table) => table.kind === kind)
  beforeAll(async () => {
    city = await openTestCity()
    tables = await ask<Table>(`
      select n.nspname || '.' || c.relname as name, k.kind, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city_id') as has_city,
        (select coalesce(json_agg(json_build_object('name', p.polname, 'command', p.polcmd, 'using', pg_get_expr(p.polqual, p.polrelid),
           'check', pg_get_expr(p.polwithcheck, p.polrelid), 'roles',
             (select json_agg(r.rolname order by r.rolname) from pg_roles r where r.oid = any (p.polroles)))), '[]')
           from (select * from pg_policy o where o.polrelid = c.oid order by o.polname) p) as policies,
        (select coalesce(json_agg(distinct g.grantee || ':' || lower(g.privilege_type)), '[]') from information_schema.role_table_grants g
           where g.table_schema = n.nspname and g.table_name = c.relname and g.grantee in ('xinhuo_app', 'xinhuo_worker', 'PUBLIC')) as rights
        from pg_class c join pg_namespace n on n.oid = c.relnamespace left join platform.table_kinds k on k.table_name = n.nspname || '.' || c.relname
       where c.relkind in ('r', 'p') and ${own} order by 1`)
  })
  afterAll(() => city.close())

  it('is declared, under row-level security that is not forced', () => {
    expect(tables.length).toBeGreaterThan(10)
    expect(tables.filter((table) => table.kind === null || !table.rls || table.forced).map((table) => table.name)).toEqual([])
  })

  it('scoped and two-party tables have exactly the range policy for people and the city policy for jobs', () => {
    for (const table of [...ofKind('scoped'), ...ofKind('two-party')]) {
      expect(table.policies, table.name).toEqual([
        { name: 'in_city', command: '*', using: inCity, check: inCity, roles: ['xinhuo_worker'] },
        { name: 'in_scope', command: '*', using: inScope, check: inScope, roles: ['xinhuo_app'] },
      ])
    }
  })

  it('city-wide tables have exactly the city policy; reference data without a city is only read', () => {
    for (const table of ofKind('city-wide')) {
      const expected = table.has_city ? { name: 'in_city', command: '*', using: inCity, check: inCity } : { name: 'readable', command: 'r',
        using: 'true', check: null }
      expect(table.policies, table.name).toEqual([{ ...expected, roles: ['xinhuo_app', 'xinhuo_worker'] }])
    }
    const reference = ofKind('city-wide').filter((table) => !table.has_city)
    expect(reference.flatMap((table) => table.rights.filter((right) => !right.endsWith(':select')).map((right) => `${table.name} ${right}`))).toEqual([])
  })

  it('entry tables have no policy and no right: only named functions reach them', () => {
    expect(ofKind('entry').map((table) => table.name)).toContain('accounts.credentials')
    for (const table of ofKind('entry')) expect([table.policies, table.rights], table.name).toEqual([[], []])
  })

  it('nothing is open to the public role, nothing can be emptied at once', () => {
    expect(tables.flatMap((table) => table.rights.filter((right) => right.startsWith('PUBLIC') || right.endsWith(':truncate'))
      .map((right) => `${table.name} ${right}`))).toEqual([])
  })

  it('the audit and the facts are append-only by privilege', () => {
    for (const name of ['audit.entries', 'audit.seals', 'figures.facts']) {
      const rights = tables.find((table) => table.name === name)?.rights ?? []
      expect(rights.filter((right) => /:(update|delete)$/.test(right)), name).toEqual([])
    }
  })

  it('every view runs with the rights of who asks', async () => {
    const views = await ask<{ name: string; options: string[] | null; kind: string }>(`
      select n.nspname || '.' || c.relname as name, c.reloptions as options, c.relkind as kind
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${own}`)
    expect(views.filter((view) => view.kind === 'm' || !view.options?.includes('security_invoker=true')).map((view) => view.name)).toEqual([])
  })

  it('functions with their owner\'s rights stand in schema access, with a fixed search path, closed to the public', async () => {
    const functions = await ask<{ name: string; schema: string; config: string[] | null; open: boolean }>(`
      select n.nspname || '.' || p.proname as name, n.nspname as schema, p.proconfig as config,
             has_function_privilege('public', p.oid, 'execute') as open
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${own}`)
    expect(functions.length).toBeGreaterThan(5)
    expect(functions.filter((f) => f.schema !== 'access' || f.open || !f.config?.some((line) => line.startsWith('search_path='))).map((f) => f.name))
      .toEqual([])
  })

  it('without a session nothing is seen: a statement before app_begin fails', async () => {
    await expect(city.ground.pool.query('select count(*) from audit.entries')).rejects.toThrow(/app\.(city_id|scope_lo)|invalid input syntax/)
  })

  it('the application role owns nothing and cannot pass the policies', async () => {
    const [role] = await ask<{ bad: boolean }>(`
      select bool_or(r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb) or exists (
        select 1 from pg_class c join pg_roles o on o.oid = c.relowner where o.rolname = 'xinhuo_app') as bad
        from pg_roles r where r.rolname in ('xinhuo_app', 'xinhuo_worker')`)
    expect(role?.bad).toBe(false)
  })
})
