import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustCorrectChildren } from '../access.ts'
import type { civilAffairsTypes } from '../contract.ts'
import { lockOpenChild } from '../queries/steps/load-child.ts'
import { saveRecognised } from './steps/save-recognised.ts'

type Recognised = (typeof civilAffairsTypes)[number]

/** Enters what civil affairs has decided. The platform decides nothing: it keeps the decision beside what its own rules derive. */
export async function setCivilAffairsTypes(
  context: Context,
  input: { id: string; version: number; types: Recognised[]; decidedOn: LocalDate; source: string },
): Promise<{ id: string; version: number }> {
  mustCorrectChildren(context.actor)
  if (input.decidedOn > context.today) throw new InvalidInput([{ path: ['decidedOn'], message: '认定日期不能晚于今天' }])
  const child = await lockOpenChild(context, input.id)
  const before = child.civilAffairsTypes as Recognised[]
  if (child.version !== input.version)
    throw new Refusal('STALE', { version: child.version, current: { types: before, decidedOn: child.civilAffairsOn } })
  return { id: child.id, version: (await saveRecognised(context, child, input)).version }
}
