import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'

const answers: Record<string, string> = { 'plan.approved': '您提交的帮扶方案已核定', 'plan.returned': '您提交的帮扶方案被退回，请修改后重新提交' }

/** A plan was handed in: another person is asked to decide. It was decided, reviewed, ended or goes on: the tasks about it end, and the author hears. */
export const tellOfPlan: JobDefinition = {
  name: 'tell-of-plan',
  listensTo: ['plan.submitted', 'plan.approved', 'plan.returned', 'plan.reviewed', 'plan.ended', 'plan.resumed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    await completeTask(context, { sourceKind: 'plan', sourceId: event.subjectId })
    if (event.verb === 'plan.submitted') return askForDecision(context, event, event.subjectId)
    const title = answers[event.verb]
    const { submittedBy } = event.details
    if (title === undefined || typeof submittedBy !== 'string') return
    await sendNotice(context, [{ accountId: submittedBy, scopeCode: event.scopeCode }], {
      title, link: `/plans/${event.subjectId}`, source: { verb: event.verb, key: event.entryId, kind: 'plan', id: event.subjectId },
    })
  },
}

async function askForDecision(context: Context, event: JobEvent, planId: string): Promise<void> {
  const { tx, actor, today } = context
  const plan = await tx.selectFrom('care.plans').select(['status', 'submittedBy', 'writtenName', 'fromOn'])
    .where('cityId', '=', actor.cityId).where('id', '=', planId).executeTakeFirst()
  if (plan?.status !== 'submitted') return
  await sendNotice(context, await findOfficePeople(context, codeOfScope(event.scopeCode), 'plan.approve', plan.submittedBy), {
    // A plan begins on its first day only if it is decided by then.
    title: `请审批${plan.writtenName}拟订的帮扶方案`, link: `/plans/${planId}`, task: { dueOn: plan.fromOn > today ? plan.fromOn : today },
    source: { verb: event.verb, key: event.entryId, kind: 'plan', id: planId },
  })
}
