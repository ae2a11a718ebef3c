import { sendToUnitRole } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findHolidayYears } from '../queries/holiday-years.ts'

/** From November on, on Mondays: the holidays of the next year are not known yet; whoever enters them gets the to-do once. */
export const remindOfHolidayYear: JobDefinition = {
  name: 'remind-of-holiday-year',
  schedule: '15 7 * * 1',
  run: async (context) => {
    const { today, actor } = context
    const thisYear = Number(today.slice(0, 4))
    const known = new Set((await findHolidayYears(context)).map(({ year }) => year))
    const missing = [thisYear, ...(today.slice(5, 7) >= '11' ? [thisYear + 1] : [])].find((year) => !known.has(year))
    if (missing === undefined) return
    await sendToUnitRole(context, { scopeCode: actor.scopeLo, permission: 'holiday-year.record' }, {
      title: `请录入${missing}年放假安排`, body: '国务院办公厅发布通知后录入；录入前，遇到这一年的工作日期限按自然日计，不会晚于规定。', link: '/holiday-years',
      task: { dueOn: null }, source: { verb: 'remind-of-holiday-year', key: String(missing), kind: 'holiday-year' },
    })
  },
}
