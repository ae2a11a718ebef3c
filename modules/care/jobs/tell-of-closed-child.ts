import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { findOpenCases } from '../queries/closing/double-cases.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'

/** Days in which the case of a child whose file was closed is closed too. */
const daysToClose = 7

const sourceKind = 'case-of-closed-child'

/** A file was closed while a case of the child is open: whoever closes cases there gets a task to say how it ended. It ends with the case. */
export const tellOfClosedChild: JobDefinition = {
  name: 'tell-of-closed-child',
  listensTo: ['child.closed', 'child-case.closed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    if (event.verb === 'child-case.closed') await completeTask(context, { sourceKind, sourceId: event.subjectId })
    else await tell(context, event, event.subjectId)
  },
}

async function tell(context: Context, event: JobEvent, childId: string): Promise<void> {
  for (const open of await findOpenCases(context, childId)) {
    await sendNotice(context, await findOfficePeople(context, codeOfScope(open.scopeCode), 'case.close'), {
      title: '孩子的档案已结束，个案还在进行，请结案', body: '档案结束后不再走访：写明结果和原因即可结案，逾期的走访不妨碍结案。',
      link: `/cases/${open.id}`, task: { dueOn: addDays(context.today, daysToClose) },
      source: { kind: sourceKind, id: open.id, verb: event.verb, key: `${event.entryId}:${open.id}` },
    })
  }
}
