import { recordAuditBatch } from '#platform/audit/record-batch.ts'
import type { Context } from '#platform/http/context.ts'
import type { NewChild } from '../../contract.ts'
import { matchListed } from '../../queries/lists/match-listed.ts'
import type { ReadRow } from '../../queries/lists/read-list.ts'
import { hasDifference } from '../../rules/types/differences.ts'
import type { ListedChild } from '../../rules/lists/read-list-row.ts'
import { labelOf, measureOfCivilAffairsType } from '../../rules/measures.ts'
import { childRowsOf, type ChildRows } from '../steps/child-rows.ts'
import { insertChildren } from '../steps/insert-children.ts'

/** A row that somebody decided to register; candidates were looked at and are other children. */
export type WantedRow = ReadRow & { candidateIds: readonly string[] }
/** What became of a row: the child it made, or why it made none. */
export type Registered = { rowNumber: number; childId: string } | { rowNumber: number; why: string }

/** Registers children of a list with what civil affairs recognises; whom somebody registered meanwhile is left. */
export async function registerListed(context: Context, wanted: readonly WantedRow[]): Promise<Registered[]> {
  if (wanted.length === 0) return []
  const matches = await matchListed(context, wanted.map(({ listed }) => listed))
  const isKnown = (row: WantedRow, at: number) => (matches[at] ?? []).some(({ isSameNumber, kind, status, childId }) =>
    isSameNumber || (kind === 'name-and-birth' && status === 'registered' && !row.candidateIds.includes(childId)))
  const free = wanted.filter((row, at) => !isKnown(row, at))
  const made = free.map((row) => ({ rowNumber: row.rowNumber, rows: rowsOf(context, row) }))
  await insertChildren(context, made.map(({ rows }) => rows))
  await recordAuditBatch(context, made.map(({ rows }) => registrationOf(rows)))
  return [
    ...made.map(({ rowNumber, rows }) => ({ rowNumber, childId: rows.child.id })),
    ...wanted.filter((row, at) => isKnown(row, at)).map(({ rowNumber }) => ({ rowNumber, why: '核对之后已有人登记这个孩子' })),
  ]
}

function rowsOf(context: Context, { listed, unit }: WantedRow): ChildRows {
  const { actor, today, installation } = context
  const { name, sex, birthOn, paperNumber } = listed
  const rows = childRowsOf({ cityId: actor.cityId, masterKeys: installation.masterKeys, today }, {
    child: newChildOf(listed), identified: { name, sex, birthOn, paperNumber, phone: null }, unit, householdId: null, registeredOn: today,
    registeredBy: actor.accountId,
  })
  const differs = hasDifference([], listed.types)
  const child = { ...rows.child, civilAffairsTypes: listed.types, civilAffairsOn: listed.decidedOn ?? today, civilAffairsSource: listed.source, differs }
  const counted = (measure: string) => ({
    measure, happenedOn: today, unit, record: { kind: 'child', id: child.id }, subjectId: child.id, label: labelOf(child) })
  return {
    ...rows, child,
    counted: [...rows.counted, ...listed.types.map((type) => counted(measureOfCivilAffairsType(type))), ...(differs ? [counted('child.differs')] : [])],
  }
}

function newChildOf({ name, sex, birthOn, paperNumber, address, school, guardian }: ListedChild): NewChild {
  return {
    name, sex, birthOn, paperKind: paperNumber === null ? 'none' : 'id-card', paperNumber: paperNumber ?? undefined, address: address ?? undefined,
    school: school ?? undefined, facts: [], consents: [],
    guardians: guardian === null ? [] : [{
      name: guardian.name, relation: guardian.relation, guardianship: 'legal', phone: guardian.phone ?? undefined, isPrimary: true }],
  }
}

const registrationOf = ({ child }: ChildRows) => ({
  verb: 'child.registered', subjectKind: 'child', subjectId: child.id, scopeCode: String(child.scopeCode),
  details: { derivedTypes: child.derivedTypes, facts: 0, consents: [], civilAffairsTypes: child.civilAffairsTypes, source: 'civil-affairs-list' } })
