import type { JobDefinition } from '#platform/jobs/definition.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { listChildCards } from '#modules/children/index.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { endPlanInForce, writePlanStep } from '../../commands/steps/lock-plan.ts'
import { findOfficePeople } from '../../queries/find-office-people.ts'

/**
 * A guardian took the consent to being helped back in the middle of a plan, or its last day passed: the plan is suspended from today on and
 * the office is asked to talk with the family. It goes on with a new consent (resume-plan) or ends. Where another consent still holds
 * nothing happens.
 */
export const suspendPlans: JobDefinition = {
  name: 'suspend-plans',
  listensTo: ['consent.withdrawn', 'consent.lapsed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null || event.details['kind'] !== 'service') return
    const { tx, actor, today } = context
    const why = event.verb === 'consent.lapsed' ? '帮扶同意已到期' : '监护人收回同意'
    const [child] = await listChildCards(context, [event.subjectId])
    if (child?.hasServiceConsent === true) return
    const plans = await tx.selectFrom('care.plans').select(['id', 'caseId', 'fromOn', 'version', 'scopeCode'])
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('status', '=', 'approved').forUpdate().execute()
    for (const plan of plans) {
      await writePlanStep(context, plan, { status: 'suspended', suspendedOn: today })
      await endPlanInForce(context, plan)
      await recordAudit(context, {
        verb: 'plan.suspended', subjectKind: 'plan', subjectId: plan.id, scopeCode: plan.scopeCode, reason: why,
        details: { caseId: plan.caseId, childId: event.subjectId },
      })
      await sendNotice(context, await findOfficePeople(context, codeOfScope(plan.scopeCode), 'plan.approve'), {
        title: `${child?.maskedName ?? '一名孩子'}的${event.verb === 'consent.lapsed' ? '帮扶同意已到期' : '监护人收回了帮扶同意'}，方案已中止`,
        body: '请与家庭联系，并告诉志愿者暂不走访：重新取得同意后恢复方案，或结束方案。', link: `/plans/${plan.id}`,
        task: { dueOn: today }, source: { verb: event.verb, key: event.entryId, kind: 'plan', id: plan.id },
      })
    }
  },
}
