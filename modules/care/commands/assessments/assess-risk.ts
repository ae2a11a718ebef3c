import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { mustAssessRisk } from '../../access.ts'
import type { CaseRow, careContract } from '../../contract.ts'
import { getCaseRow } from '../../queries/case-rows.ts'
import { lockCase, type LockedCase } from '../../queries/lock-case.ts'
import { countRisk, riskMeasures } from '../../rules/countable.ts'
import { coloursOf, writeAssessment, writeColour } from '../steps/assessment.ts'

type Input = z.output<NonNullable<(typeof careContract.assessRisk)['~orpc']['inputSchema']>>

/**
 * Assesses the risk anew: colour and due date follow, the assessment before stays in the history. A colour wished against the scales waits for
 * another person (decide-override); until then the graver of the two holds.
 */
export async function assessRisk(context: Context, input: Input): Promise<CaseRow> {
  const { today } = context
  mustAssessRisk(context.actor)
  const held = await lockCase(context, input.id)
  if (held.status === 'closed') throw new Refusal('CASE_CLOSED')
  const assessedOn = input.assessedOn ?? today
  if (assessedOn < held.openedOn || assessedOn > today || assessedOn < await findLastDay(context, held)) throw new Refusal('ASSESSMENT_OUTSIDE_CASE')
  const judged = { scores: input.scores, colour: input.colour, reason: input.overrideReason }
  const { colour, derivedColour, overrideColour, overrideReason } = coloursOf(judged)
  const assessmentId = await writeAssessment(context, { caseId: held.id, scopeCode: held.scopeCode, assessedOn, ...judged })
  await Promise.all([
    writeColour(context, held, { colour, derivedColour, on: assessedOn }),
    recordAudit(context, {
      verb: 'risk.assessed', subjectKind: 'child-case', subjectId: held.id, scopeCode: held.scopeCode, ...(
        overrideReason === null ? {} : { reason: overrideReason }
      ),
      details: { childId: held.childId, scores: input.scores, derivedColour, before: held.colour, after: colour, assessmentId, wished: overrideColour },
    }),
  ])
  if (colour !== held.colour) {
    await endFacts(context, { recordId: held.id, measures: riskMeasures, on: assessedOn })
    await recordFacts(context, [countRisk(held, { on: assessedOn, colour })])
  }
  return getCaseRow(context, held.id)
}

async function findLastDay({ tx, actor }: Context, held: LockedCase): Promise<string> {
  const row = await tx.selectFrom('care.assessments').select(({ fn }) => fn.max('assessedOn').as('lastOn'))
    .where('cityId', '=', actor.cityId).where('caseId', '=', held.id).executeTakeFirst()
  return row?.lastOn ?? held.openedOn
}
