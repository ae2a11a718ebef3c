import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'

type Waiting = { id: string; party: 'sender' | 'receiver'; scopeCode: string; childLabel: string; answerDueOn: string; isToBody: boolean }

/**
 * Each morning: who should answer hears the day before; both parties hear once it is overdue, and again each week. What is to be done is one task: the
 * receiver has it since it was delivered, the sender gets it with the first word, and every later one is a message.
 */
export const remindOfReferrals: JobDefinition = {
  name: 'remind-of-referrals',
  schedule: '20 7 * * *',
  run: async (context) => {
    for (const waiting of await listWaiting(context)) await remind(context, waiting)
  },
}

async function listWaiting({ tx, actor, today }: Context): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select r.id, r.party, r.scope_code::text as scope_code, r.child_label, r.answer_due_on, r.to_body_id is not null as is_to_body
      from referrals.referrals r where r.city_id = ${actor.cityId} and r.status = 'sent' and r.answer_due_on <= ${addDays(today, 1)}::date
     order by r.answer_due_on, r.id`.execute(tx)
  return rows
}

async function remind(context: Context, waiting: Waiting): Promise<void> {
  const isLate = waiting.answerDueOn < context.today
  const mustAnswer = waiting.party === 'receiver' || waiting.isToBody
  if (!isLate && !mustAnswer) return
  const people = await findOfficePeople(context, { scopeCode: waiting.scopeCode, permission: mustAnswer ? 'referral.answer' : 'referral.send' })
  const weeks = isLate ? Math.floor((Date.parse(context.today) - Date.parse(waiting.answerDueOn)) / (7 * 86_400_000)) : -1
  const source = { verb: 'remind-of-referrals', kind: 'referral', id: waiting.id }
  const text = {
    title: `转介${waiting.childLabel}${isLate ? '已过' : '将到'}答复期限（${formatChinese(waiting.answerDueOn)}）`,
    body: mustAnswer ? '请尽快答复；外部机构的答复由转出单位登记。' : '请与接收单位联系。', link: `/referrals/${waiting.id}`,
  } as const
  if (waiting.party === 'sender') {
    const task = { ...text, task: { dueOn: waiting.answerDueOn }, source: { ...source, key: `${waiting.id}:task` } }
    const isTold = await sendNotice(context, people, task) > 0
    if (isTold || weeks === (waiting.isToBody ? -1 : 0)) return
  }
  await sendNotice(context, people, { ...text, source: { ...source, key: `${waiting.id}:${weeks}` } })
}
