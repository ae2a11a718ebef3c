import { sendToUnitRole } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findBodies } from '../queries/bodies.ts'
import { readRatios } from '../queries/ratios/get-ratios.ts'

/** From July on, when a half of the year can still be planned. */
const fromMonth = '07'
const names = { spending: '慈善活动支出比例', administration: '管理费用比例' } as const

/** On the second of each month from July on: who may explain ratios is told of each that will not be kept at the end of the year. */
export const warnOfRatios: JobDefinition = {
  name: 'warn-of-ratios',
  schedule: '30 7 2 * *',
  run: async (context) => {
    const { today } = context
    if (today.slice(5, 7) < fromMonth) return
    for (const body of await findBodies(context)) {
      const { forecast } = await readRatios(context, body, Number(today.slice(0, 4)))
      for (const { ratio } of forecast?.judged.filter(({ verdict }) => verdict === 'short') ?? []) {
        await sendToUnitRole(context, { unitId: body.unitId, permission: 'ratio.explain' }, {
          title: `${body.name}：照目前进度，年底${names[ratio]}达不到要求`, body: '请安排支出，或写明情况。', link: `/legal-ratios?book=${body.id}`,
          source: { verb: 'warn-of-ratios', key: `${body.id}:${ratio}:${today.slice(0, 7)}`, kind: 'book', id: body.id },
        })
      }
    }
  },
}
