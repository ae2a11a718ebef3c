import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { listChildCards } from '#modules/children/index.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { findOpenCases } from '../../queries/closing/double-cases.ts'
import { findOfficePeople } from '../../queries/find-office-people.ts'

const sourceKind = 'case-without-consent'

/**
 * A consent to being helped was taken back or ran out while a case is open without a plan in force (with one, suspend-plans asks): whoever pairs there
 * gets a task to talk with the family and to tell the volunteers. It ends with a new consent or with the case.
 */
export const tellOfEndedConsent: JobDefinition = {
  name: 'tell-of-ended-consent',
  listensTo: ['consent.withdrawn', 'consent.lapsed', 'consent.recorded', 'child-case.closed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    if (event.verb === 'child-case.closed') await completeTask(context, { sourceKind, sourceId: event.subjectId })
    else if (event.details['kind'] === 'service') await follow(context, event, event.subjectId)
  },
}

async function follow(context: Context, event: JobEvent, childId: string): Promise<void> {
  const [child] = await listChildCards(context, [childId])
  const maskedName = child?.maskedName ?? '一名孩子'
  for (const open of await findOpenCases(context, childId)) {
    if (child?.hasServiceConsent === true) await completeTask(context, { sourceKind, sourceId: open.id })
    else if (event.verb !== 'consent.recorded' && !await hasPlan(context, open.id)) await tell(context, event, { ...open, maskedName })
  }
}

async function hasPlan({ tx, actor }: Context, caseId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from care.plans
    where city_id = ${actor.cityId} and case_id = ${caseId} and status in ('approved', 'suspended')`.execute(tx)
  return rows.length > 0
}

async function tell(context: Context, event: JobEvent, open: { id: string; scopeCode: string; maskedName: string }): Promise<void> {
  await sendNotice(context, await findOfficePeople(context, codeOfScope(open.scopeCode), 'pairing.manage'), {
    title: `${open.maskedName}的${event.verb === 'consent.lapsed' ? '帮扶同意已到期' : '监护人收回了帮扶同意'}，志愿者走访已暂停`,
    body: '请与家庭联系，并告诉志愿者暂不走访：重新取得同意后继续，家庭不愿继续的请结案。', link: `/cases/${open.id}`,
    task: { dueOn: context.today }, source: { verb: event.verb, key: `${event.entryId}:${open.id}`, kind: sourceKind, id: open.id },
  })
}
