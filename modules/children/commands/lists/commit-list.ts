import { sql } from 'kysely'
import { firstRestRow, type ImportRow, type MadeRecord } from '#modules/imports/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { maskName } from '#platform/values/mask.ts'
import type { civilAffairsTypes, listDecisions } from '../../contract.ts'
import { listKinds, openList, type ListKind } from '../../queries/lists/list-kinds.ts'
import { matchListed } from '../../queries/lists/match-listed.ts'
import { readList, type ReadRow } from '../../queries/lists/read-list.ts'
import { childColumns, type LockedChild } from '../../queries/steps/load-child.ts'
import { coveredTypes, type ComparedField } from '../../rules/lists/compare-listed.ts'
import { saveRecognised } from '../steps/save-recognised.ts'
import { insertTransfer, isAsked } from '../transfers/request-transfer.ts'
import { registerListed } from './register-listed.ts'
import { takeListed, type FormerChild } from './take-listed.ts'

type Recognised = (typeof civilAffairsTypes)[number]
type Decided = {
  id: string; rowNumber: number; kind: string; childId: string | null; childVersion: number | null; candidateIds: string[]; heldByUnitId: string | null
  decision: (typeof listDecisions)[number]; takenFields: ComparedField[]; endedOn: LocalDate | null
}
/** What came of one difference. */
type Outcome = { id: string; made?: MadeRecord; why?: string; childId?: string }

/** Writes rows of a list as somebody decided; a record that changed since it was compared is left, and says so. */
export async function commitListRows(context: Context, kind: ListKind, { importId,
  rows }: { importId: string; rows: readonly ImportRow[] }): Promise<MadeRecord[]> {
  const numbers = rows.map(({ rowNumber }) => rowNumber)
  const decided = await loadDecided(context, importId, numbers)
  const covered = await findCovered(context, importId, kind)
  const { read } = await readList(context, kind, rows)
  const byNumber = new Map(read.map((row) => [row.rowNumber, row]))
  const outcomes = [
    ...await registerDecided(context, decided, byNumber), ...await changeDecided(context, decided, { byNumber, covered }),
    ...await askDecided(context, decided, byNumber), ...decided.filter(({ decision }) => decision === 'keep').map(({ id }) => ({ id }))]
  return saveOutcomes(context, outcomes)
}

/** Carries out what was decided about children that are on no row: the recognition ends, or somebody goes and looks. */
export async function commitGone(context: Context, kind: ListKind, importId: string): Promise<MadeRecord[]> {
  const decided = await loadDecided(context, importId)
  const covered = await findCovered(context, importId, kind)
  const children = await lockChildren(context, decided)
  const outcomes: Outcome[] = []
  for (const row of decided) {
    const child = children.get(row.childId ?? '')
    if (row.decision === 'keep') outcomes.push({ id: row.id })
    else if (child === undefined || child.version !== row.childVersion) outcomes.push({ id: row.id, why: changedMeanwhile })
    else if (row.decision === 'visit') outcomes.push(await markForVisit(context, row, child))
    else outcomes.push(await endRecognition(context, row, { child, covered }))
  }
  return saveOutcomes(context, outcomes)
}

const changedMeanwhile = '核对之后档案有改动，请重新核对'

async function findCovered(context: Context, importId: string, kind: ListKind): Promise<ReadonlySet<Recognised>> {
  const { read } = await readList(context, kind, await (await openList(context, importId)).readRows())
  return coveredTypes(read.map(({ listed }) => listed), listKinds[kind].usualType)
}

async function loadDecided({ tx, actor }: Context, importId: string, numbers?: readonly number[]): Promise<Decided[]> {
  const { rows } = await sql<Decided>`
    select row.id, row.row_number, row.kind, row.child_id, row.child_version, row.candidate_ids, row.held_by_unit_id, row.decision, row.taken_fields,
      row.ended_on
      from children.compared_rows row
     where row.city_id = ${actor.cityId} and row.import_id = ${importId} and row.decision is not null
       and ${numbers === undefined ? sql`row.row_number >= ${firstRestRow}` : sql`row.row_number = any(${[...numbers]}::int[])`}
     order by row.row_number for update`.execute(tx)
  return rows
}

type Read = ReadonlyMap<number, ReadRow>

/** New children, and those elsewhere who turned out to be others. */
async function registerDecided(context: Context, decided: readonly Decided[], read: Read): Promise<Outcome[]> {
  const wanted = decided.filter(({ kind, decision }) => (kind === 'new' || kind === 'elsewhere') && (decision === 'take' || decision === 'visit'))
    .flatMap((row) => {
      const named = read.get(row.rowNumber)
      return named === undefined ? [] : [{ ...named, candidateIds: row.candidateIds, row }]
    })
  const results = new Map((await registerListed(context, wanted)).map((result) => [result.rowNumber, result]))
  const outcomes: Outcome[] = []
  for (const { row, rowNumber, unit, listed } of wanted) {
    const result = results.get(rowNumber)
    if (result === undefined || 'why' in result) outcomes.push({ id: row.id, why: result?.why ?? changedMeanwhile })
    else {
      if (row.decision === 'visit') await recordVisit(context, { id: result.childId, scopeCode: unit.scopeCode, unitId: unit.id,
        maskedName: maskName(listed.name) })
      outcomes.push({ id: row.id, childId: result.childId, made: { rowNumber, recordId: result.childId, version: 1 } })
    }
  }
  return outcomes
}

async function changeDecided(context: Context, decided: readonly Decided[], { byNumber,
  covered }: { byNumber: Read; covered: ReadonlySet<Recognised> }): Promise<Outcome[]> {
  const rows = decided.filter(({ kind, decision }) => kind === 'changed' && decision !== 'keep')
  const children = await lockChildren(context, rows)
  const outcomes: Outcome[] = []
  for (const row of rows) {
    const [child, named] = [children.get(row.childId ?? ''), byNumber.get(row.rowNumber)]
    if (child === undefined || named === undefined || child.version !== row.childVersion) outcomes.push({ id: row.id, why: changedMeanwhile })
    else if (row.decision === 'visit') outcomes.push(await markForVisit(context, row, child))
    else {
      const taken = await takeListed(context, child, { listed: named.listed, fields: row.takenFields, covered })
      outcomes.push(taken === undefined
        ? { id: row.id, why: '这个证件号码已由别的孩子登记' }
        : { id: row.id, made: { rowNumber: row.rowNumber, recordId: child.id, version: taken.version, before: taken.before } })
    }
  }
  return outcomes
}

async function lockChildren({ tx, actor }: Context, rows: readonly Decided[]): Promise<Map<string, LockedChild>> {
  const ids = rows.flatMap(({ childId }) => (childId === null ? [] : [childId]))
  const found = new Map<string, LockedChild>()
  for (let from = 0; from < ids.length; from += 1000) {
    const some = await tx.selectFrom('children.children').select(childColumns).where('cityId', '=', actor.cityId).where('status', '=', 'registered')
      .where('id', 'in', ids.slice(from, from + 1000)).orderBy('id').forUpdate().execute()
    for (const child of some) found.set(child.id, child)
  }
  return found
}

/** Somebody shall go and look at a child; the register stays as it is. */
async function markForVisit(context: Context, row: Decided, child: LockedChild): Promise<Outcome> {
  await recordVisit(context, child)
  return { id: row.id }
}

const recordVisit = (context: Context, child: Pick<LockedChild, 'id' | 'scopeCode' | 'unitId' | 'maskedName'>) => recordAudit(context, {
  verb: 'child.marked-for-visit', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode,
  details: { unitId: child.unitId, maskedName: child.maskedName } })

async function endRecognition(context: Context, row: Decided, { child, covered }: { child: LockedChild; covered: ReadonlySet<Recognised> }): Promise<Outcome> {
  const types = child.civilAffairsTypes as Recognised[]
  const endedOn = row.endedOn ?? context.today
  const before: FormerChild = { types, decidedOn: child.civilAffairsOn, source: child.civilAffairsSource, endedOn }
  const changed = await saveRecognised(context, child, {
    types: types.filter((type) => !covered.has(type)), decidedOn: child.civilAffairsOn, source: child.civilAffairsSource, endedOn })
  return { id: row.id, made: { rowNumber: row.rowNumber, recordId: child.id, version: changed.version, before } }
}

/** Asks the unit that holds a child to hand it over; a question that waits already is not asked twice. */
async function askDecided(context: Context, decided: readonly Decided[], read: Read): Promise<Outcome[]> {
  const wanted = decided.filter(({ decision }) => decision === 'transfer').flatMap((row) => {
    const named = read.get(row.rowNumber)
    return named === undefined ? [] : [{ row, named }]
  })
  const matches = await matchListed(context, wanted.map(({ named }) => named.listed))
  const outcomes: Outcome[] = []
  for (const [at, { row, named }] of wanted.entries()) {
    const held = (matches[at] ?? []).filter(({ status }) => status === null).toSorted((one, other) => Number(other.isSameNumber) - Number(one.isSameNumber))[0]
    if (held === undefined) outcomes.push({ id: row.id, why: changedMeanwhile })
    else if (await isAsked(context, held.childId)) outcomes.push({ id: row.id, why: '已经申请过转接' })
    else {
      await insertTransfer(context, { held, unit: named.unit, childLabel: maskName(named.listed.name), explanation: '民政名单列在本单位，申请转接' })
      outcomes.push({ id: row.id })
    }
  }
  return outcomes
}

async function saveOutcomes({ tx, actor }: Context, outcomes: readonly Outcome[]): Promise<MadeRecord[]> {
  const rows = outcomes.map(({ id, why, childId }) => ({ id, why: why ?? null, childId: childId ?? null }))
  await sql`update children.compared_rows row set outcome = case when came.why is null then 'written' else 'left' end, why = came.why,
      child_id = coalesce(row.child_id, came."childId")
    from json_to_recordset(${JSON.stringify(rows)}::json) as came (id uuid, why text, "childId" uuid)
    where row.city_id = ${actor.cityId} and row.id = came.id`.execute(tx)
  return outcomes.flatMap(({ made }) => (made === undefined ? [] : [made]))
}
