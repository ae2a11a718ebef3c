import { sql } from 'kysely'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { Colour, Scores } from '../../contract.ts'
import type { LockedCase } from '../../queries/lock-case.ts'
import { dueOnAfterAssessment } from '../../rules/due-dates.ts'
import { colourThatHolds } from '../../rules/overrides.ts'
import { colourOf } from '../../rules/risk.ts'

/** What an assessment says: scores, and perhaps another colour than they give. */
export type Judged = { scores: Scores; colour: Colour | undefined; reason: string | undefined }
/** What an assessment writes. */
export type NewAssessment = Judged & { caseId: string; scopeCode: string; assessedOn: string }

/** The colours of an assessment: the derived one, the one wished against it and the one that holds until another person has decided. */
export type Colours = { derivedColour: Colour; colour: Colour; overrideColour: Colour | null; overrideReason: string | null; overrideStatus: 'pending' | null }

/** What colour an assessment gives; one wished against the scales needs a reason. */
export function coloursOf({ scores, colour: wished, reason }: Judged): Colours {
  const derivedColour = colourOf(scores)
  if (wished === undefined || wished === derivedColour) {
    return { derivedColour, colour: derivedColour, overrideColour: null, overrideReason: null, overrideStatus: null }
  }
  if (reason === undefined) throw new InvalidInput([{ path: ['overrideReason'], message: '调整颜色请写明理由' }])
  const colour = colourThatHolds({ derived: derivedColour, wished, status: 'pending' })
  return { derivedColour, colour, overrideColour: wished, overrideReason: reason, overrideStatus: 'pending' }
}

/** Writes an assessment under the wording that holds today; what was still wished by an older one lapses. Gives its id. */
export async function writeAssessment({ tx, actor, today }: Context, assessment: NewAssessment): Promise<string> {
  const { caseId, scopeCode, assessedOn, scores } = assessment
  const id = newId()
  await tx.updateTable('care.assessments').set({ overrideStatus: 'lapsed' })
    .where('cityId', '=', actor.cityId).where('caseId', '=', caseId).where('overrideStatus', '=', 'pending').execute()
  await tx.insertInto('care.assessments').values((is) => ({
    cityId: actor.cityId, id, scopeCode, caseId, assessedOn, ...scores, ...coloursOf(assessment),
    assessedBy: actor.accountId, assessedName: actor.personName,
    scaleVersion: is.selectFrom('care.scales').select(({ fn }) => fn.max('version').as('version')).where('validFrom', '<=', today),
  })).execute()
  return id
}

/** Writes the colour in force to the case; the due date follows it, but nobody is late by the change alone. */
export async function writeColour(
  { tx, actor }: Context, held: LockedCase, { colour, derivedColour, on }: { colour: Colour; derivedColour: Colour; on: string }
): Promise<void> {
  const dueOn = dueOnAfterAssessment({ ...held, intervalDays: held.intervals[colour] }, { dueOn: held.nextVisitDueOn ?? on, assessedOn: on })
  await tx.updateTable('care.cases')
    .set({ colour, isColourOverridden: colour !== derivedColour, nextVisitDueOn: dueOn, version: held.version + 1, updatedAt: sql<Date>`now()` })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
}
