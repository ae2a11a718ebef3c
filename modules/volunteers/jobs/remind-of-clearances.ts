import { sendToUnitRole } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays, monthOf } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { daysOfNotice } from '../rules/clearance.ts'

/** One task a month for the office of each unit whose volunteers' clearances run out within thirty days or have just run out. */
export const remindOfClearances: JobDefinition = { name: 'remind-of-clearances', schedule: '30 7 * * *', run: remind }

async function remind(context: Context): Promise<void> {
  const { tx, actor, today } = context
  const due = await tx.selectFrom('volunteers.volunteers')
    .select((is) => ['unitId', 'scopeCode', is.fn.countAll<string>().as('count'), is.fn.min('clearanceUntil').as('firstOn')])
    .where('cityId', '=', actor.cityId).where('status', '=', 'active')
    .where('clearanceUntil', '>=', addDays(today, -daysOfNotice)).where('clearanceUntil', '<=', addDays(today, daysOfNotice))
    .groupBy(['unitId', 'scopeCode']).execute()
  for (const { firstOn, ...unit } of due) {
    if (firstOn === null) continue
    await sendToUnitRole(context, { unitId: unit.unitId, permission: 'volunteer.manage' }, {
      title: `${unit.count}位五老的准入查询即将到期，请办理年度复查`,
      body: `最早一位有效期至${firstOn}。没有有效的准入查询，不能安排结对和走访。`,
      link: `/volunteers?unit=${codeOfScope(unit.scopeCode)}&clearance=expiring`,
      task: { dueOn: firstOn < today ? today : firstOn },
      source: { verb: 'remind-of-clearances', key: `${unit.unitId}:${monthOf(today)}`, kind: 'unit', id: unit.unitId },
    })
  }
}
