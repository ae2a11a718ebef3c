import { completeTask, sendToUnitRole } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { leaveConflicts } from '../contract.ts'
import { findBodies } from '../queries/bodies.ts'
import { readLeave } from '../queries/ratios/body-leave.ts'

const titles = {
  'no-leave': '按具有公开募捐资格的组织计算法定比例，却没有登记有效的资格',
  leave: '登记了有效的公开募捐资格，却按没有资格的组织计算法定比例',
} as const

/**
 * Each morning, and once a kind was recorded: a body whose kind and recorded leave contradict one another is a task of who may explain ratios, once a month,
 * until they agree.
 */
export const warnOfLeave: JobDefinition = {
  name: 'warn-of-leave',
  listensTo: ['body-kind.recorded', 'body-kind.withdrawn'],
  schedule: '45 7 * * *',
  run: async (context) => {
    const { today } = context
    for (const body of await findBodies(context)) {
      const { conflict } = await readLeave(context, body, today)
      for (const other of leaveConflicts) if (other !== conflict) await completeTask(context, { sourceKind: `body-${other}`, sourceId: body.id })
      if (conflict !== null) {
        await sendToUnitRole(context, { unitId: body.unitId, permission: 'ratio.explain' }, {
          title: `${body.name}：${titles[conflict]}`, body: '请照登记证书核对单位性质；证书没有登记的，在“公开募捐资格”登记。两者一致以后，这项待办随之办结。',
          link: `/legal-ratios?book=${body.id}`, task: { dueOn: null },
          source: { verb: 'warn-of-leave', key: `${body.id}:${conflict}:${today.slice(0, 7)}`, kind: `body-${conflict}`, id: body.id },
        })
      }
    }
  },
}
