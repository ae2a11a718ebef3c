import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { mustApproveOverrides } from '../../access.ts'
import type { CaseRow, careContract, Colour, OverrideStatus } from '../../contract.ts'
import { getCaseRow } from '../../queries/case-rows.ts'
import { lockCase } from '../../queries/lock-case.ts'
import { countRisk, riskMeasures } from '../../rules/countable.ts'
import { colourThatHolds, findOverrideObstacle } from '../../rules/overrides.ts'
import { writeColour } from '../steps/assessment.ts'

type Input = z.output<NonNullable<(typeof careContract.decideOverride)['~orpc']['inputSchema']>>

/** Says yes or no to a colour wished against the scales; the colour that holds and the due date follow from today on. */
export async function decideOverride(context: Context, input: Input): Promise<CaseRow> {
  const { tx, actor, today } = context
  mustApproveOverrides(actor)
  const found = await tx.selectFrom('care.assessments').select('caseId').where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (found === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, found.caseId)
  const asked = await tx.selectFrom('care.assessments').select(['assessedBy', 'derivedColour', 'overrideColour', 'overrideStatus'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirstOrThrow()
  const obstacle = findOverrideObstacle({
    caseStatus: held.status, status: asked.overrideStatus as OverrideStatus | null, assessedBy: asked.assessedBy, decider: actor.accountId,
    isApproved: input.isApproved, answer: input.answer,
  })
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  const status = input.isApproved ? 'approved' : 'rejected'
  const derivedColour = asked.derivedColour as Colour
  const colour = colourThatHolds({ derived: derivedColour, wished: asked.overrideColour as Colour, status })
  await tx.updateTable('care.assessments').set({
    colour, overrideStatus: status, overrideDecidedBy: actor.accountId, overrideDecidedName: actor.personName, overrideDecidedOn: today,
    overrideAnswer: input.answer ?? null,
  }).where('cityId', '=', actor.cityId).where('id', '=', input.id).execute()
  await Promise.all([
    writeColour(context, held, { colour, derivedColour, on: today }),
    recordAudit(context, {
      verb: input.isApproved ? 'override.approved' : 'override.rejected', subjectKind: 'assessment', subjectId: input.id, scopeCode: held.scopeCode,
      ...(input.answer === undefined ? {} : { reason: input.answer }),
      details: {
        caseId: held.id, childId: held.childId, assessedBy: asked.assessedBy, before: held.colour, after: colour,
        changed: ['overrideStatus', ...(input.answer === undefined ? [] : ['overrideAnswer'])],
      },
    }),
  ])
  if (colour !== held.colour) {
    await endFacts(context, { recordId: held.id, measures: riskMeasures, on: today })
    await recordFacts(context, [countRisk(held, { on: today, colour })])
  }
  return getCaseRow(context, held.id)
}
