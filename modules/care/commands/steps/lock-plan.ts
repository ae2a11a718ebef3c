import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { findChildCard } from '#modules/children/index.ts'
import { endFacts } from '#modules/figures/index.ts'
import type { PlanStatus } from '../../contract.ts'
import { lockCase, type LockedCase } from '../../queries/lock-case.ts'

/** A plan under the lock of its case. */
export type LockedPlan = {
  id: string; caseId: string; status: PlanStatus; fromOn: string; untilOn: string; reviewOn: string; writtenBy: string | null; submittedBy: string | null
  version: number; goals: { id: string; outcome: string }[]; services: number; lastReviewOn: string | null
}

/** Locks the case of a plan and reads the plan; a stale version is refused. */
export async function lockPlan(context: Context, input: { id: string; version: number }): Promise<{ plan: LockedPlan; held: LockedCase }> {
  const { tx, actor } = context
  const found = await tx.selectFrom('care.plans').select('caseId').where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (found === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, found.caseId)
  const { rows } = await sql<LockedPlan>`
    select p.id, p.case_id, p.status, p.from_on, p.until_on, p.review_on, p.written_by, p.submitted_by, p.version,
      (select coalesce(json_agg(json_build_object('id', g.id, 'outcome', g.outcome) order by g.place), '[]')
         from care.plan_goals g where g.city_id = p.city_id and g.plan_id = p.id) as goals,
      (select count(*)::int from care.plan_services s where s.city_id = p.city_id and s.plan_id = p.id) as services,
      (select max(r.reviewed_on) from care.plan_reviews r where r.city_id = p.city_id and r.plan_id = p.id) as last_review_on
      from care.plans p where p.city_id = ${actor.cityId} and p.id = ${input.id}`.execute(tx)
  const [plan] = rows
  if (plan === undefined) throw new Refusal('NOT_FOUND')
  if (plan.version !== input.version) throw new Refusal('STALE', { version: plan.version, current: { status: plan.status } })
  return { plan, held }
}

/** What the rules of a plan on its way ask. */
export async function planFacts(context: Context, plan: LockedPlan, held: LockedCase) {
  const child = await findChildCard(context, held.childId)
  return {
    caseStatus: held.status, status: plan.status, fromOn: plan.fromOn, untilOn: plan.untilOn, today: context.today,
    hasConsent: child?.hasServiceConsent === true,
  }
}

/** A plan stops counting as in force from today on; one that had not begun never counted. */
export async function endPlanInForce(context: Context, plan: { id: string; fromOn: string }): Promise<void> {
  const on = plan.fromOn > context.today ? {} : { on: context.today }
  await endFacts(context, { recordId: plan.id, measures: ['plan.in-force'], ...on })
}

type Change = Partial<{
  status: PlanStatus; reviewOn: string; submittedBy: string; submittedAt: Date; decidedBy: string; decidedName: string; decidedOn: string
  sealedAnswer: Buffer | null; suspendedOn: string | null; endedOn: string; endingReason: string; sealedEnding: Buffer | null
}>

/** Writes a step of a plan's life; its version goes on. */
export async function writePlanStep({ tx, actor }: Context, plan: Pick<LockedPlan, 'id' | 'version'>, change: Change): Promise<void> {
  await tx.updateTable('care.plans').set({ ...change, version: plan.version + 1, updatedAt: sql<Date>`now()` })
    .where('cityId', '=', actor.cityId).where('id', '=', plan.id).execute()
}
