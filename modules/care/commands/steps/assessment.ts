import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { Colour, Scores } from '../../contract.ts'
import { colourOf } from '../../rules/risk.ts'

/** What an assessment writes. */
export type NewAssessment = { caseId: string; scopeCode: string; assessedOn: string; scores: Scores; colour: Colour | undefined; reason: string | undefined }

/** The colour in force: the derived one, or another with a reason. */
export function colourInForce(
  { scores, colour, reason }: Pick<NewAssessment, 'scores' | 'colour' | 'reason'>
): { colour: Colour; overrideReason: string | null } {
  const derived = colourOf(scores)
  if (colour === undefined || colour === derived) return { colour: derived, overrideReason: null }
  if (reason === undefined) throw new InvalidInput([{ path: ['overrideReason'], message: '调整颜色请写明理由' }])
  return { colour, overrideReason: reason }
}

/** Writes an assessment under the wording that holds today. */
export async function writeAssessment({ tx, actor, today }: Context, assessment: NewAssessment): Promise<void> {
  const { caseId, scopeCode, assessedOn, scores } = assessment
  await tx.insertInto('care.assessments').values((is) => ({
    cityId: actor.cityId, id: newId(), scopeCode, caseId, assessedOn, ...scores, derivedColour: colourOf(scores), ...colourInForce(assessment),
    assessedBy: actor.accountId, assessedName: actor.personName,
    scaleVersion: is.selectFrom('care.scales').select(({ fn }) => fn.max('version').as('version')).where('validFrom', '<=', today),
  })).execute()
}
