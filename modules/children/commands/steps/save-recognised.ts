import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { ChildType, civilAffairsTypes } from '../../contract.ts'
import type { LockedChild } from '../../queries/steps/load-child.ts'
import { hasDifference } from '../../rules/types/differences.ts'
import { measureOfCivilAffairsType } from '../../rules/measures.ts'
import { countedFact, countMark } from './save-types.ts'

type Recognised = (typeof civilAffairsTypes)[number]
/** What civil affairs says of a child. */
export type Recognition = { types: readonly Recognised[]; decidedOn: LocalDate | null; source: string | null }

/** Writes what civil affairs recognises; what it no longer recognises ends on the day of the decision, or on the day named. */
export async function saveRecognised(
  context: Context, child: LockedChild, { types, decidedOn, source, endedOn }: Recognition & { endedOn?: LocalDate },
): Promise<LockedChild> {
  const { tx, actor, today } = context
  const before = child.civilAffairsTypes as Recognised[]
  const after = [...new Set(types)]
  const differs = hasDifference(child.derivedTypes as ChildType[], after)
  const version = child.version + 1
  await tx.updateTable('children.children')
    .set({ civilAffairsTypes: after, civilAffairsOn: decidedOn, civilAffairsSource: source, differs, version, updatedAt: context.now })
    .where('cityId', '=', actor.cityId).where('id', '=', child.id).execute()
  const ended = before.filter((each) => !after.includes(each)).map(measureOfCivilAffairsType)
  if (ended.length > 0) await endFacts(context, { recordId: child.id, measures: ended, on: endedOn ?? decidedOn ?? today })
  const begun = after.filter((each) => !before.includes(each))
  await recordFacts(context, begun.map((type) => countedFact(child, measureOfCivilAffairsType(type), decidedOn ?? today)))
  await countMark(context, child, { measure: 'child.differs', was: child.differs, is: differs })
  await recordAudit(context, {
    verb: 'child.recognised', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode,
    details: { before, after, decidedOn, source, differs, ...(endedOn === undefined ? {} : { endedOn }) } })
  return { ...child, civilAffairsTypes: after, civilAffairsOn: decidedOn, civilAffairsSource: source, differs, version }
}
