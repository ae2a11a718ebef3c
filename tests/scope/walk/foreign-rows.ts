import type pg from 'pg'
import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import type { Caller } from '../caller.ts'

/** One value for all rows of a table that lie outside a range: if one of them changes, appears or goes, so does the value. */
export type ForeignRows = Map<string, string>

/** Digests every row of every table that lies outside the caller's range, by an owner connection. */
export async function digestForeignRows(owner: pg.Pool, caller: Caller): Promise<ForeignRows> {
  const { rows: tables } = await owner.query<{ table: string; columns: string[] }>(`
    select k.table_name as table, array_agg(a.attname::text) as columns from platform.table_kinds k
      join pg_attribute a on a.attrelid = k.table_name::regclass and a.attnum > 0 and not a.attisdropped group by 1 order by 1`)
  const text = tables.map(({ table, columns }) => `
    select '${table}' as table, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
      from ${table} t where ${outside(table, columns, caller)}`)
  const { rows } = await owner.query<{ table: string; digest: string }>(text.join(' union all '))
  return new Map(rows.map((row) => [row.table, row.digest]))
}

function outside(table: string, columns: readonly string[], caller: Caller): string {
  const [lo, hi] = [scopeLo(caller.unit.code), scopeHi(caller.unit.code)]
  if (!columns.includes('city_id')) return 'true'
  const scope = table === 'organization.units' ? 'scope_lo' : columns.includes('scope_code') ? 'scope_code' : undefined
  if (scope !== undefined) return `not (city_id = ${caller.cityId} and ${scope} between ${lo} and ${hi})`
  const within = (column: string, of: string, at: string) => `not (city_id = ${caller.cityId} and ${column} in (
    select id from ${of} where city_id = ${caller.cityId} and ${at} between ${lo} and ${hi}))`
  if (columns.includes('unit_id')) return within('unit_id', 'organization.units', 'scope_lo')
  if (columns.includes('account_id')) return within('account_id', 'accounts.accounts', 'scope_code')
  return `city_id <> ${caller.cityId}`
}

/** Tables in which something outside the range is not as it was. */
export function changedTables(before: ForeignRows, after: ForeignRows): string[] {
  return [...after].filter(([table, digest]) => before.get(table) !== digest).map(([table]) => table)
}
