import { completeTask, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { fieldNames, purposeNames } from '../rules/words.ts'

/** Requests and emergencies reach the persons answerable for minors' data at once; decisions reach who asked. */
export const tellOfAccessRequest: JobDefinition = {
  name: 'tell-of-access-request',
  listensTo: ['access.requested', 'emergency-access.opened', 'access.decided'],
  run: async (context, event) => {
    if (event !== null) await tellOfAccess(context, event)
  },
}

/** Tells those concerned by one audit entry; sent twice it arrives once. */
export async function tellOfAccess(context: Context, event: JobEvent): Promise<void> {
  const requestId = String(event.details['requestId'])
  const request = await context.tx
    .selectFrom('children.accessRequests as asked')
    .innerJoin('children.children as child', (join) =>
      join.onRef('child.cityId', '=', 'asked.cityId').onRef('child.id', '=', 'asked.childId'),
    )
    .select([
      'asked.id',
      'asked.accountId',
      'asked.scopeCode',
      'asked.childId',
      'asked.personName',
      'asked.purpose',
      'asked.fields',
      'asked.status',
      'asked.decisionNote',
      'child.maskedName',
    ])
    .where('asked.cityId', '=', context.actor.cityId)
    .where('asked.id', '=', requestId)
    // A decision waits until this is told, so that its own job ends every task.
    .forShare('asked')
    .executeTakeFirst()
  if (request === undefined) return
  const source = { verb: event.verb, key: event.entryId, kind: 'access-request', id: request.id }
  if (event.verb === 'access.decided') {
    await completeTask(context, { sourceKind: 'access-request', sourceId: request.id })
    await sendNotice(context, [{ accountId: request.accountId, scopeCode: request.scopeCode }], {
      title: `查阅${request.maskedName}档案的申请${request.status === 'approved' ? '已获批准' : '未获批准'}`,
      body: request.decisionNote ?? '',
      link: `/children/${request.childId}`,
      source,
    })
    return
  }
  const fields = request.fields.map((field) => fieldNames[field as keyof typeof fieldNames]).join('、')
  const isEmergency = event.verb === 'emergency-access.opened'
  const isPending = request.status === 'pending'
  // Decided before it was told: nobody has anything to do any more, but of an emergency they all hear.
  if (!isPending && !isEmergency) return
  await sendNotice(context, await findDeciders(context, request), {
    title: isEmergency
      ? `${request.personName}紧急查阅了${request.maskedName}的档案${isPending ? '，请复核' : ''}`
      : `${request.personName}申请查阅${request.maskedName}的档案`,
    body: `用途：${purposeNames[request.purpose as keyof typeof purposeNames]}；内容：${fields}。`,
    link: '/access-requests',
    ...(isPending ? { task: { dueOn: context.today } } : {}),
    source,
  })
}

/** Whoever may decide for this child's unit: there or at any unit above, but never who asked. */
async function findDeciders(context: Context, request: { scopeCode: string; accountId: string }) {
  const { tx, actor, today } = context
  const rows = await tx
    .selectFrom('accounts.publishedRights as held')
    .innerJoin('organization.publishedUnits as unit', (join) =>
      join.onRef('unit.cityId', '=', 'held.cityId').onRef('unit.id', '=', 'held.unitId'),
    )
    .select(['held.accountId', 'held.scopeCode'])
    .distinct()
    .where('held.cityId', '=', actor.cityId)
    .where('held.permission', '=', 'access.decide')
    .where('held.fromOn', '<=', today)
    .where((is) => is.or([is('held.untilOn', 'is', null), is('held.untilOn', '>=', today)]))
    .where('unit.scopeLo', '<=', request.scopeCode)
    .where('unit.scopeHi', '>=', request.scopeCode)
    .execute()
  return rows.flatMap(({ accountId, scopeCode }) =>
    accountId === null || scopeCode === null || accountId === request.accountId ? [] : [{ accountId, scopeCode }],
  )
}
