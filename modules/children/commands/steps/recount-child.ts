import { recordFacts, type Fact } from '#modules/figures/index.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { ChildType } from '../../contract.ts'
import type { LockedChild } from '../../queries/steps/load-child.ts'
import { measureOfCivilAffairsType, measureOfType } from '../../rules/measures.ts'
import { isSensitiveType } from '../../rules/types/catalogue.ts'
import { countedFact } from './save-types.ts'

/** Counts a record that was not counted any more again, on the days it was counted before: what it is, and every type with its span. */
export async function recountChild(context: Context, child: LockedChild): Promise<void> {
  const { tx, actor, today } = context
  const lines = await tx.selectFrom('children.derivedTypes').select(['type', 'fromOn', 'untilOn']).where('cityId', '=', actor.cityId)
    .where('childId', '=', child.id).where('voidedAt', 'is', null).execute()
  const closedOn = child.closedOn
  const until = (endedOn: LocalDate | null): { endedOn?: LocalDate } => {
    const end = [endedOn, closedOn].filter((day) => day !== null).toSorted()[0]
    return end === undefined ? {} : { endedOn: end }
  }
  const counted = (measure: string, on: LocalDate, endedOn: LocalDate | null = null): Fact => ({ ...countedFact(child, measure, on), ...until(endedOn) })
  const since = child.unitSince ?? child.registeredOn
  const spans = lines.filter(({ type, untilOn }) => !isSensitiveType(type as ChildType) && (untilOn === null || untilOn >= since))
  await recordFacts(context, [
    countedFact(child, 'child.added', child.registeredOn),
    counted('child.registered', child.registeredOn),
    ...spans.map(({ type, fromOn, untilOn }) => counted(measureOfType(type as ChildType), fromOn, untilOn === null ? null : addDays(untilOn, 1))),
    ...child.civilAffairsTypes.map((type) => counted(measureOfCivilAffairsType(type as ChildType), child.civilAffairsOn ?? today)),
    ...(child.differs ? [counted('child.differs', today)] : []),
    ...(child.hasServiceConsent ? [counted('child.consent.service', today)] : []),
  ])
}
