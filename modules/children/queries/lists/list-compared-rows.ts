import type { z } from 'zod'
import { firstRestRow } from '#modules/imports/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustRegisterChildren } from '../../access.ts'
import { comparedFields, listDecisions, type childrenContract, type ComparedRow, type FileField } from '../../contract.ts'
import { coveredTypes, mayDecide, type ComparedField } from '../../rules/lists/compare-listed.ts'
import { approvalFor, oursInWords, theirsInWords } from '../../rules/lists/said-in-words.ts'
import { listKinds, openList } from './list-kinds.ts'
import { loadKeptChildren, type OpenedChild } from './load-kept-children.ts'
import { readListRow, type ListedChild } from '../../rules/lists/read-list-row.ts'

type Input = z.output<NonNullable<(typeof childrenContract.listComparedRows)['~orpc']['inputSchema']>>
type Page = { items: ComparedRow[]; next: string | null; total: number }

/** Differences in the order of the workbook, ours and theirs side by side. That they were looked at is recorded, an opened field by child. */
export async function listComparedRows(context: Context, input: Input): Promise<Page> {
  mustRegisterChildren(context.actor)
  const list = await openList(context, input.importId)
  const { rows, total } = await readPage(context, input)
  const shown = rows.slice(0, input.limit)
  const [named, kept, living, units, undone] = await Promise.all([
    readNamed(context, list), loadKeptChildren(context, shown.flatMap(({ childId, candidateIds }) => (childId === null ? candidateIds : [childId]))),
    listLivingFields(context, shown.flatMap(({ childId }) => (childId === null ? [] : [childId]))),
    listUnitNames(context, shown.flatMap(({ heldByUnitId }) => (heldByUnitId === null ? [] : [heldByUnitId]))),
    list.readUndone(shown.map(({ rowNumber }) => rowNumber)),
  ])
  const covered = coveredTypes([...named.values()], listKinds[list.kind].usualType)
  const items = shown.map((row) => ({
    ...shownRow(row, { ...named.has(row.rowNumber) ? { listed: named.get(row.rowNumber) } : {}, kept, living, units, covered }),
    // What was written and then taken back with the list, or stayed because somebody went on with it, is told so.
    ...undone.get(row.rowNumber),
  }))
  await recordReading(context, { importId: input.importId, scopeCode: list.scopeCode, items })
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return { items, next: last === undefined ? null : encodeCursor([last.rowNumber]), total }
}

async function readPage({ tx, actor }: Context, input: Input) {
  let matching = tx.selectFrom('children.comparedRows').where('cityId', '=', actor.cityId).where('importId', '=', input.importId)
  if (input.kind !== undefined) matching = matching.where('kind', '=', input.kind)
  if (input.undecided === true) matching = matching.where('decision', 'is', null)
  const [rows, count] = await Promise.all([
    matching.selectAll().where('rowNumber', '>', input.after === undefined ? 0 : rowOf(input.after)).orderBy('rowNumber').limit(input.limit + 1).execute(),
    matching.select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(count.count) }
}

type Row = Awaited<ReturnType<typeof readPage>>['rows'][number]

function rowOf(after: string): number {
  return Number(cursorOf(after, 'number')[0])
}

async function readNamed(context: Context, list: Awaited<ReturnType<typeof openList>>): Promise<Map<number, ListedChild>> {
  const aids = { today: context.today, usualType: listKinds[list.kind].usualType }
  return new Map((await list.readRows()).flatMap(({ rowNumber, values }) => {
    const result = readListRow(values, aids)
    return 'read' in result ? [[rowNumber, result.read] as const] : []
  }))
}

/** Which fields of which of these children the actor may open now. */
async function listLivingFields({ tx, actor, now }: Context, childIds: readonly string[]): Promise<Map<string, Set<FileField>>> {
  if (childIds.length === 0) return new Map()
  const rows = await tx.selectFrom('children.accessGrants').select(['childId', 'fields']).where('cityId', '=', actor.cityId)
    .where('accountId', '=', actor.accountId).where('childId', 'in', [...childIds]).where('endedAt', 'is', null).where('fromAt', '<=', now)
    .where('untilAt', '>', now).execute()
  const living = new Map<string, Set<FileField>>()
  for (const { childId, fields } of rows) living.set(childId, new Set([...living.get(childId) ?? [], ...fields as FileField[]]))
  return living
}

async function listUnitNames({ tx, actor }: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('organization.publishedUnits').select(['id', 'name']).where('cityId', '=', actor.cityId).where('id', 'in',
    [...ids]).execute()
  return new Map(rows.flatMap(({ id, name }) => (id === null ? [] : [[id, name ?? ''] as const])))
}

type Known = {
  listed?: ListedChild | undefined; kept: ReadonlyMap<string, OpenedChild>; living: ReadonlyMap<string, ReadonlySet<FileField>>
  units: ReadonlyMap<string, string>; covered: ReturnType<typeof coveredTypes>
}

function shownRow(row: Row, { listed, kept, living, units, covered }: Known): ComparedRow {
  const child = kept.get(row.childId ?? '')
  const kind = row.kind as ComparedRow['kind']
  const heldByNumber = row.fields.includes('number')
  // Of a child that is not registered there is only what the list says.
  const compared = child === undefined ? comparedFields : (row.fields as ComparedField[])
  const fields = compared.flatMap((field) => {
    const approval = approvalFor[field]
    const isMasked = approval !== undefined && living.get(row.childId ?? '')?.has(approval) !== true
    const theirs = listed === undefined ? null : theirsInWords(field, listed, child?.types ?? [], covered)
    const ours = child === undefined ? null : oursInWords(field, child, isMasked)
    return theirs === null && ours === null ? [] : [{ field, theirs, ours, isMasked: isMasked && ours !== null }]
  })
  return {
    id: row.id, unitCode: codeOfScope(row.scopeCode), rowNumber: row.rowNumber >= firstRestRow ? null : row.rowNumber, kind,
    label: listed === undefined ? child?.label ?? '' : `${listed.name}（${listed.birthOn}）`, childId: row.childId,
    unitName: child?.unitName ?? units.get(row.heldByUnitId ?? '') ?? null, fields,
    candidates: row.childId === null ? row.candidateIds.flatMap((id) => {
      const candidate = kept.get(id)
      return candidate === undefined ? [] : [{ id, label: candidate.label, unitName: candidate.unitName }]
    }) : [],
    decisions: listDecisions.filter((decision) => mayDecide(kind, decision, heldByNumber)), decision: row.decision as ComparedRow['decision'],
    takenFields: row.takenFields as ComparedRow['takenFields'], endedOn: row.endedOn, decidedName: row.decidedName,
    outcome: row.outcome as ComparedRow['outcome'], why: row.why,
  }
}

type Reading = { importId: string; scopeCode: string; items: readonly ComparedRow[] }

/** A field of the register that was shown unmasked was opened, and stands among the readings of that child. */
async function recordReading(context: Context, { importId, scopeCode, items }: Reading): Promise<void> {
  await recordAudit(context, { verb: 'child-list.read', subjectKind: 'import', subjectId: importId, scopeCode, details: { rows: items.length } })
  for (const { childId, fields } of items) {
    const opened = fields.flatMap(({ field, isMasked }) => (isMasked || approvalFor[field] === undefined ? [] : [approvalFor[field]]))
    if (childId === null || opened.length === 0) continue
    await recordAudit(context, {
      verb: 'child-file.opened', subjectKind: 'child', subjectId: childId, scopeCode, reason: '核对民政名单',
      details: { purpose: 'verification', fields: opened, grounds: [] } })
  }
}
