import { sql } from 'kysely'
import { firstRestRow, type ImportPreview, type ImportRow } from '#modules/imports/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { loadKeptChildren, type OpenedChild } from '../../queries/lists/load-kept-children.ts'
import { listKinds, type ListKind } from '../../queries/lists/list-kinds.ts'
import { matchListed, type Match } from '../../queries/lists/match-listed.ts'
import { readList, type ReadRow } from '../../queries/lists/read-list.ts'
import { coveredTypes, fieldsThatDiffer, type ComparedField } from '../../rules/lists/compare-listed.ts'

/** A difference as it is found; what differs is named, never said. */
export type FoundDifference = {
  rowNumber: number; kind: 'new' | 'changed' | 'gone' | 'ambiguous' | 'elsewhere'; childId: string | null; childVersion: number | null
  candidateIds: string[]; heldByUnitId: string | null; fields: (ComparedField | 'number')[]
}

/** Compares a list with the register and keeps the differences; what was decided before about the same difference stays decided. */
export async function prepareComparison(context: Context, kind: ListKind, asked: { importId: string; rows: readonly ImportRow[] }): Promise<ImportPreview> {
  const { read } = await readList(context, kind, asked.rows)
  const covered = coveredTypes(read.map(({ listed }) => listed), listKinds[kind].usualType)
  const matches = await matchListed(context, read.map(({ listed }) => listed))
  const kept = await loadKeptChildren(context, matches.flatMap((found) => found.flatMap(({ childId, status }) => (status === null ? [] : [childId]))))
  const found = read.flatMap((row, at) => {
    const difference = differenceOf(row, matches[at] ?? [], { kept, covered })
    return difference === undefined ? [] : [difference]
  })
  const named = matches.flatMap((each) => each.map(({ childId }) => childId))
  const gone = await findGone(context, [...covered], named)
  const rest = gone.map(({ id, version }, at): FoundDifference => ({
    ...nothing, rowNumber: firstRestRow + at, kind: 'gone', childId: id, childVersion: version, fields: ['types'] }))
  await replaceRows(context, asked.importId, [...found, ...rest])
  await recordAudit(context, {
    verb: 'child-list.compared', subjectKind: 'import', subjectId: asked.importId, details: { kind, rows: read.length, differences: found.length,
      gone: gone.length } })
  return { created: found.filter((row) => row.kind === 'new').length, changed: found.filter((row) => row.kind !== 'new').length + rest.length }
}

const nothing = { childId: null, childVersion: null, candidateIds: [] as string[], heldByUnitId: null, fields: [] as FoundDifference['fields'] }

type Register = { kept: ReadonlyMap<string, OpenedChild>; covered: ReturnType<typeof coveredTypes> }

/** What one row means for the register; undefined where both say the same. */
function differenceOf(row: ReadRow, matches: readonly Match[], register: Register): FoundDifference | undefined {
  const { rowNumber } = row
  const byNumber = matches.find(({ isSameNumber }) => isSameNumber)
  if (byNumber !== undefined && byNumber.status === null)
    return { ...nothing, rowNumber, kind: 'elsewhere', heldByUnitId: byNumber.unitId, fields: ['number'] }
  const own = register.kept.get(byNumber?.childId ?? '')
  if (own !== undefined) return changedOf(row, own, register)
  const hints = matches.filter(({ status }) => status !== null).flatMap(({ childId, kind }) => {
    const child = register.kept.get(childId)
    return child === undefined ? [] : [{ child, kind }]
  })
  const same = new Map(hints.filter(({ child, kind }) => kind === 'name-and-birth' && mayBe(row, child)).map(({ child }) => [child.id, child]))
  const [only] = same.values()
  if (same.size === 1 && only !== undefined) return changedOf(row, only, register)
  if (hints.length > 0) return { ...nothing, rowNumber, kind: 'ambiguous', candidateIds: [...new Set(hints.map(({ child }) => child.id))] }
  const elsewhere = matches.find(({ status, kind }) => status === null && kind === 'name-and-birth')
  if (elsewhere !== undefined) return { ...nothing, rowNumber, kind: 'elsewhere', heldByUnitId: elsewhere.unitId }
  return { ...nothing, rowNumber, kind: 'new' }
}

/** Two numbers that differ are two people, however alike the names. */
const mayBe = ({ listed }: ReadRow, child: OpenedChild) =>
  listed.paperNumber === null || child.paperNumber === null || listed.paperNumber === child.paperNumber

/** The difference of a row from the child it names. */
export function changedOf({ rowNumber, listed }: ReadRow, child: OpenedChild, { covered }: Pick<Register, 'covered'>): FoundDifference | undefined {
  const fields = fieldsThatDiffer(listed, child, covered)
  return fields.length === 0 ? undefined : { ...nothing, rowNumber, kind: 'changed', childId: child.id, childVersion: child.version, fields }
}

/** Children of the own range that civil affairs had recognised under a type of this list, and whom no row may mean. */
async function findGone({ tx, actor }: Context, covered: readonly string[], named: readonly string[]): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select child.id, child.version from children.children child
     where child.city_id = ${actor.cityId} and child.status = 'registered' and child.civil_affairs_types && ${[...covered]}::text[]
       and child.scope_code between ${actor.scopeLo}::bigint and ${actor.scopeHi}::bigint and child.id <> all(${[...new Set(named)]}::uuid[])
     order by child.scope_code, child.id`.execute(tx)
  return rows
}

/** A new check replaces the old one; a decision stays where row, kind, child and fields are the same. */
async function replaceRows(context: Context, importId: string, found: readonly FoundDifference[]): Promise<void> {
  const { tx, actor } = context
  const former = await tx.deleteFrom('children.comparedRows').where('cityId', '=', actor.cityId).where('importId', '=', importId).returningAll().execute()
  const decided = new Map(former.filter(({ decision }) => decision !== null).map((row) => [signOf(row), row]))
  const rows = found.map((row) => {
    const before = decided.get(signOf(row))
    return {
      ...row, id: newId(), decision: before?.decision ?? null, takenFields: before?.takenFields ?? [], endedOn: before?.endedOn ?? null,
      decidedBy: before?.decidedBy ?? null, decidedName: before?.decidedName ?? null, decidedAt: before?.decidedAt ?? null,
    }
  })
  await sql`
    insert into children.compared_rows (city_id, id, scope_code, import_id, row_number, kind, child_id, child_version, candidate_ids, held_by_unit_id, fields,
      decision, taken_fields, ended_on, decided_by, decided_name, decided_at)
    select ${actor.cityId}::int, found.id, ${actor.scopeLo}::bigint, ${importId}::uuid, found."rowNumber", found.kind, found."childId",
      found."childVersion", found."candidateIds", found."heldByUnitId", found.fields, found.decision, found."takenFields", found."endedOn",
      found."decidedBy", found."decidedName", found."decidedAt"
    from json_to_recordset(${JSON.stringify(rows)}::json) as found (id uuid, "rowNumber" int, kind text, "childId" uuid, "childVersion" int,
      "candidateIds" uuid[], "heldByUnitId" uuid, fields text[], decision text, "takenFields" text[], "endedOn" date, "decidedBy" uuid, "decidedName" text,
      "decidedAt" timestamptz)`.execute(tx)
}

const signOf = ({ kind, childId, rowNumber, fields }: { kind: string; childId: string | null; rowNumber: number; fields: string[] }) =>
  `${kind} ${childId ?? ''} ${kind === 'gone' ? '' : rowNumber} ${fields.join()}`
