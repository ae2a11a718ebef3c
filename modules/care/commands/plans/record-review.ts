import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustWritePlans } from '../../access.ts'
import type { careContract, PlanRow } from '../../contract.ts'
import { sealText } from '../../queries/case-key.ts'
import type { LockedCase } from '../../queries/lock-case.ts'
import { getPlanRow } from '../../queries/plans/plan-rows.ts'
import { countReview } from '../../rules/countable-plans.ts'
import { findReviewObstacle } from '../../rules/plans.ts'
import { lockPlan, writePlanStep } from '../steps/lock-plan.ts'

type Input = z.output<NonNullable<(typeof careContract.recordReview)['~orpc']['inputSchema']>>

/** Writes down how a plan stands: goals reached or missed in words, and when it is looked at next. */
export async function recordReview(context: Context, input: Input): Promise<PlanRow> {
  const { tx, actor, today } = context
  mustWritePlans(actor)
  const { plan, held } = await lockPlan(context, input)
  const obstacle = findReviewObstacle({
    ...plan, caseStatus: held.status, today, reviewedOn: input.reviewedOn, nextReviewOn: input.nextReviewOn ?? null, goalIds: plan.goals.map(({ id }) => id),
    judged: input.goals,
  })
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  const id = newId()
  await tx.insertInto('care.planReviews').values({
    cityId: actor.cityId, id, planId: plan.id, scopeCode: held.scopeCode, reviewedOn: input.reviewedOn, nextReviewOn: input.nextReviewOn ?? null,
    sealedSummary: sealText(context, held, 'plan-review', input.summary), reviewedBy: actor.accountId, reviewedName: actor.personName,
  }).execute()
  await judgeGoals(context, held, input)
  await writePlanStep(context, plan, { reviewOn: input.nextReviewOn ?? plan.untilOn })
  await Promise.all([
    recordFacts(context, [countReview(held, { id, on: input.reviewedOn })]),
    recordAudit(context, {
      verb: 'plan.reviewed', subjectKind: 'plan', subjectId: plan.id, scopeCode: held.scopeCode,
      details: {
        caseId: held.id, childId: held.childId, reviewId: id, reviewedOn: input.reviewedOn, nextReviewOn: input.nextReviewOn ?? null,
        goals: input.goals.map(({ goalId, outcome }) => ({ goalId, outcome })),
      },
    }),
  ])
  return getPlanRow(context, plan.id)
}

async function judgeGoals(context: Context, held: LockedCase, { goals, reviewedOn }: Input): Promise<void> {
  const { tx, actor } = context
  for (const { goalId, outcome, words } of goals) {
    await tx.updateTable('care.planGoals')
      .set({ outcome, sealedWords: sealText(context, held, 'plan-words', words), judgedOn: outcome === 'open' ? null : reviewedOn })
      .where('cityId', '=', actor.cityId).where('id', '=', goalId).execute()
  }
}
