import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { findChildCard, type KnownChild } from '#modules/children/index.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustOpenCases } from '../access.ts'
import type { CaseRow, careContract } from '../contract.ts'
import { newCaseKey, sealText } from '../queries/case-key.ts'
import { getCaseRow } from '../queries/case-rows.ts'
import { findOpenCases } from '../queries/closing/double-cases.ts'
import { findIntervals } from '../queries/find-intervals.ts'
import { countOpenCase } from '../rules/countable.ts'
import { nextVisitDueOn } from '../rules/due-dates.ts'
import { colourOf } from '../rules/risk.ts'
import { writeAssessment } from './steps/assessment.ts'
import { giveChildAccess } from './steps/child-access.ts'

type Input = z.output<NonNullable<(typeof careContract.openCase)['~orpc']['inputSchema']>>

/** Opens a case with its first assessment, and to the person who opens it the fields of the child that the work needs. */
export async function openCase(context: Context, input: Input): Promise<CaseRow> {
  const { actor, today } = context
  mustOpenCases(actor)
  const [child, intervals] = await Promise.all([findChildCard(context, input.childId), findIntervals(context)])
  if (child === undefined) throw new Refusal('NOT_FOUND')
  const openedOn = input.openedOn ?? today
  mustBeReady(child, { openedOn, today })
  const [known] = await findOpenCases(context, child.id)
  if (known !== undefined) throw new Refusal('CASE_ALREADY_OPEN', { caseId: known.id })
  const colour = colourOf(input.scores)
  const id = newId()
  await writeCase(context, child, {
    ...input, id, openedOn, colour, dueOn: nextVisitDueOn({ openedOn, reopenedOn: null, lastMadeOn: null, intervalDays: intervals[colour] }),
  })
  const { scopeCode } = child
  await Promise.all([
    writeAssessment(context, { caseId: id, scopeCode, assessedOn: openedOn, scores: input.scores, colour: undefined, reason: undefined }),
    recordAudit(context, { verb: 'child-case.opened', subjectKind: 'child-case', subjectId: id, scopeCode, details: { childId: child.id, openedOn, colour } }),
    recordFacts(context, countOpenCase(
      { id, unitId: child.unitId, scopeCode, childId: child.id, maskedName: child.maskedName }, { on: openedOn, colour, event: 'opened' }
    )),
    giveChildAccess(context, { childId: child.id, accountIds: [actor.accountId], ground: { kind: 'case', id }, untilOn: null }),
  ])
  return getCaseRow(context, id)
}

function mustBeReady(child: KnownChild, { openedOn, today }: { openedOn: string; today: string }): void {
  if (child.status !== 'registered') throw new Refusal('CHILD_NOT_REGISTERED')
  if (!child.hasServiceConsent) throw new Refusal('CONSENT_MISSING', { childId: child.id })
  if (openedOn > today) throw new Refusal('OPENING_IN_FUTURE')
}

type NewCase = Input & { id: string; openedOn: string; colour: CaseRow['colour']; dueOn: string }

/** Two people opening a case for one child at the same moment: the second is shown the first one's. */
async function writeCase(context: Context, child: KnownChild, written: NewCase): Promise<void> {
  const { tx, actor } = context
  const wrappedKey = newCaseKey(context, written.id)
  const row = await tx.insertInto('care.cases').values({
    cityId: actor.cityId, id: written.id, scopeCode: child.scopeCode, unitId: child.unitId, childId: child.id, openedOn: written.openedOn,
    openedBy: actor.accountId,
    wrappedKey, sealedNeed: sealText(context, { id: written.id, wrappedKey }, 'need', written.need), colour: written.colour, nextVisitDueOn: written.dueOn,
  }).onConflict((conflict) => conflict.columns(['cityId', 'childId']).where('status', '=', 'open').doNothing()).returning('id').executeTakeFirst()
  if (row !== undefined) return
  const open = await tx.selectFrom('care.cases').select('id')
    .where('cityId', '=', actor.cityId).where('childId', '=', child.id).where('status', '=', 'open').executeTakeFirstOrThrow()
  throw new Refusal('CASE_ALREADY_OPEN', { caseId: open.id })
}
