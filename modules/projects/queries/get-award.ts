import type { Context } from '#platform/http/context.ts'
import { mayInProjects, mustReadAwards } from '../access.ts'
import type { Award, AwardVisit } from '../contract.ts'
import { mayFollowAward, type AwardStep } from '../rules/steps.ts'
import { getAwardRow } from './award-rows.ts'
import { findFindingsOf } from './find-findings.ts'
import { loadAward } from './lock-award.ts'

/** One award, masked, with what the checks find and what the caller may do. */
export async function getAward(context: Context, input: { id: string }): Promise<Award> {
  const { actor } = context
  mustReadAwards(actor)
  const held = await loadAward(context, input.id)
  const row = await getAwardRow(context, held.id)
  const findings = await findFindingsOf(context, [held.id])
  const may = (permission: string, step?: AwardStep) =>
    mayInProjects(actor, permission) && held.wrappedKey !== null && (step === undefined || mayFollowAward(step, held.status))
  return {
    ...row, householdsCount: held.householdsCount, relation: held.relation, caseId: mayInProjects(actor, 'case.read') ? held.caseId : null,
    findings: findings.get(held.id) ?? [], endReason: held.endReason, hasScan: held.scanKey !== null, visits: await listVisits(context, held.id),
    may: {
      open: may('award.open'), correct: may('award.apply', 'correct'), withdraw: may('award.apply', 'withdraw') && held.appliedBy === actor.accountId,
      decline: may('award.list', 'decline'), attach: may('award.apply', 'attach'), visit: may('award.apply', 'visit'),
      takeBack: may('award.settle', 'takeBack'), openScan: may('award.open') && held.scanKey !== null,
    },
  }
}

async function listVisits({ tx, actor }: Context, awardId: string): Promise<AwardVisit[]> {
  return tx.selectFrom('projects.awardVisits').select(['id', 'madeOn', 'isUsedAsMeant', 'madeName']).where('cityId', '=', actor.cityId)
    .where('awardId', '=', awardId).orderBy('madeOn').orderBy('id').execute()
}
