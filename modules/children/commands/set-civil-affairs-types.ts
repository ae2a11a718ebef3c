import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustCorrectChildren } from '../access.ts'
import type { ChildType, civilAffairsTypes } from '../contract.ts'
import { hasDifference } from '../rules/differences.ts'
import { measureOfCivilAffairsType } from '../rules/measures.ts'
import { lockOpenChild } from '../queries/steps/load-child.ts'
import { countedFact, countMark } from './steps/save-types.ts'

type Recognised = (typeof civilAffairsTypes)[number]

/** Enters what civil affairs has decided. The platform decides nothing: it keeps the decision beside what its own rules derive. */
export async function setCivilAffairsTypes(
  context: Context,
  input: { id: string; version: number; types: Recognised[]; decidedOn: LocalDate; source: string },
): Promise<{ id: string; version: number }> {
  mustCorrectChildren(context.actor)
  const { tx, actor, today } = context
  if (input.decidedOn > today) throw new InvalidInput([{ path: ['decidedOn'], message: '认定日期不能晚于今天' }])
  const child = await lockOpenChild(context, input.id)
  const before = child.civilAffairsTypes as Recognised[]
  if (child.version !== input.version)
    throw new Refusal('STALE', { version: child.version, current: { types: before, decidedOn: child.civilAffairsOn } })
  const types = [...new Set(input.types)]
  const differs = hasDifference(child.derivedTypes as ChildType[], types)
  await tx
    .updateTable('children.children')
    .set({
      civilAffairsTypes: types,
      civilAffairsOn: input.decidedOn,
      civilAffairsSource: input.source,
      differs,
      version: child.version + 1,
      updatedAt: context.now,
    })
    .where('cityId', '=', actor.cityId)
    .where('id', '=', child.id)
    .execute()
  for (const type of before.filter((each) => !types.includes(each))) {
    await endFacts(context, { recordId: child.id, measures: [measureOfCivilAffairsType(type)], on: input.decidedOn })
  }
  await recordFacts(
    context,
    types.filter((each) => !before.includes(each)).map((type) => countedFact(child, measureOfCivilAffairsType(type), input.decidedOn)),
  )
  await countMark(context, child, { measure: 'child.differs', was: child.differs, is: differs })
  await recordAudit(context, {
    verb: 'child.recognised',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { before, after: types, decidedOn: input.decidedOn, source: input.source, differs },
  })
  return { id: child.id, version: child.version + 1 }
}
