import { sql } from 'kysely'
import { sendNotice, sendToUnitRole, type NoticeText } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { urgencyOf, type Urgency } from '../rules/due-days.ts'

type Open = { id: string; scopeCode: string; title: string; dueOn: string; daysLeft: number; responsibleId: string | null }

const heads: Readonly<Record<Urgency, string>> = { month: '一个月内到期', week: '即将到期', late: '已经逾期' }

/** Each morning: whoever answers for a disclosure is reminded a month and a week before its day, and when it has passed; each once for each due day. */
export const remindOfDisclosures: JobDefinition = {
  name: 'remind-of-disclosures',
  schedule: '25 7 * * *',
  run: async (context) => {
    for (const open of await listOpen(context)) {
      const urgency = urgencyOf(open.daysLeft)
      if (urgency !== undefined) await tell(context, open, urgency)
    }
  },
}

async function tell(context: Context, { id, scopeCode, title, dueOn, responsibleId }: Open, urgency: Urgency): Promise<void> {
  const text: NoticeText = {
    title: `信息公开${heads[urgency]}：${title}`, body: `应于${formatChinese(dueOn)}前公开或报送，请拟订、审批并登记公开的日期和渠道。`, link: `/disclosures/${id}`, task: { dueOn },
    source: { verb: 'remind-of-disclosures', key: `${id}:${dueOn}:${urgency}`, kind: 'disclosure', id },
  }
  if (responsibleId === null) await sendToUnitRole(context, { scopeCode, permission: 'disclosure.prepare' }, text)
  else await sendNotice(context, [{ accountId: responsibleId, scopeCode }], text)
}

async function listOpen({ tx, actor, today }: Context): Promise<Open[]> {
  const { rows } = await sql<Open>`select r.id, r.scope_code::text as scope_code, r.title, r.due_on, (r.due_on - ${today}::date) as days_left, r.responsible_id
    from duties.disclosures r where r.city_id = ${actor.cityId} and r.status in ('due', 'prepared', 'approved') and r.due_on <= ${today}::date + 30
    order by r.due_on, r.id`.execute(tx)
  return rows
}
