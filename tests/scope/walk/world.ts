import type pg from 'pg'
import { docxPart } from '#platform/documents/testing/docx-part.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mayReachCode, type Caller } from '../caller.ts'
import type { Place } from '../scene.ts'

/** Where every row of the database lies, by its id, as the owner sees it; and the names that only one place has. */
export type World = { rows: Map<string, { table: string; cityId: number; code: string }>; marks: { mark: string; cityId: number; code: string }[] }

/** Reads the world anew. */
export async function readWorld(owner: pg.Pool, places: readonly Place[]): Promise<World> {
  const { rows: tables } = await owner.query<{ table: string; scope: string }>(`
    select k.table_name as table, case when k.table_name = 'organization.units' then 'scope_lo' else 'scope_code' end as scope
      from platform.table_kinds k
     where exists (select 1 from pg_attribute a where a.attrelid = k.table_name::regclass and a.attname = 'id' and a.atttypid = 'uuid'::regtype)
       and exists (select 1 from pg_attribute a where a.attrelid = k.table_name::regclass
             and a.attname = case when k.table_name = 'organization.units' then 'scope_lo' else 'scope_code' end)`)
  const text = tables
    .map(({ table, scope }) => `select '${table}' as table, city_id, id, lpad(${scope}::text, 18, '0') as scope from ${table}`).join(' union all ')
  const { rows } = await owner.query<{ table: string; city_id: number; id: string; scope: string }>(text)
  return {
    rows: new Map(rows.map((row) => [row.id, { table: row.table, cityId: row.city_id, code: codeOfScope(row.scope) }])),
    marks: places.map(({ mark, cityId, unit }) => ({ mark, cityId, code: unit.code })),
  }
}

/** Everything in an answer that lies outside the caller's range; below the keys of `mayName` it may. */
export function findForeign(answer: unknown, caller: Caller, world: World, mayName: readonly string[] = []): string[] {
  if (answer instanceof Uint8Array) return foreignMarks(textOfFile(answer), caller, world)
  return walkValue(answer, { key: '', caller, world, mayName })
}

type Walk = { key: string; caller: Caller; world: World; mayName: readonly string[] }

function walkValue(value: unknown, walk: Walk): string[] {
  if (typeof value === 'string') return judgeText(value, walk)
  if (Array.isArray(value)) return value.flatMap((each) => walkValue(each, walk))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).filter(([key]) => !walk.mayName.includes(key)).flatMap(([key, each]) => walkValue(each, { ...walk, key }))
}

function judgeText(text: string, { key, caller, world }: Walk): string[] {
  const row = world.rows.get(text)
  if (row !== undefined && !isReached(row, caller) && text !== caller.unit.id && text !== caller.accountId) return [`${key}: ${row.table} of ${row.code}`]
  if (key === 'unitCode' && !mayReachCode(caller, text)) return [`unitCode ${text}`]
  return foreignMarks(text, caller, world).map((mark) => `${key}: ${mark}`)
}

const isReached = (row: { cityId: number; code: string }, caller: Caller): boolean => row.cityId === caller.cityId && mayReachCode(caller, row.code)

function foreignMarks(text: string, caller: Caller, world: World): string[] {
  return world.marks.filter(({ mark, ...at }) => text.includes(mark) && !isReached(at, caller)).map(({ mark, code }) => `the name ${mark} of ${code}`)
}

/** Text of the parts of a workbook or a document. */
function textOfFile(file: Uint8Array): string {
  return ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'word/document.xml'].map((part) => {
    try {
      return docxPart(file, part)
    } catch {
      return ''
    }
  }).join('\n')
}
