import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'
import { findSetting } from '../queries/find-setting.ts'
import { follows, qualificationNoticeDaysOf } from '../rules/qualifications/leave.ts'

/** Each morning: a qualification that ends within the days of notice becomes a task of who files campaigns, unless a later one takes over. */
export const remindOfQualifications: JobDefinition = { name: 'remind-of-qualifications', schedule: '40 7 * * *', run: remind }

type Ending = { id: string; scopeCode: string; number: string; grantedOn: string; validUntil: string }

async function remind(context: Context): Promise<void> {
  for (const { id, scopeCode, number, validUntil } of await listEnding(context)) {
    await sendNotice(context, await findOfficePeople(context, { scopeCode, permission: 'campaign.publish' }), {
      title: `公开募捐资格“${number}”${formatChinese(validUntil)}到期，请及早换发证书并登记`,
      body: '到期以后的募捐不能再用它备案。领到新证书的，在这一页登记，这项待办随之办结；不再公开募捐的，请在“法定比例”核对单位性质。',
      link: '/campaigns/qualifications', task: { dueOn: validUntil },
      source: { verb: 'remind-of-qualifications', key: id, kind: 'qualification', id },
    })
  }
}

async function listEnding(context: Context): Promise<Ending[]> {
  const { tx, actor, today } = context
  const until = addDays(today, qualificationNoticeDaysOf(await findSetting(context, 'charity.qualification-notice-days')))
  const held = await tx.selectFrom('charity.qualifications').select(['id', 'bookId', 'scopeCode', 'number', 'grantedOn', 'validUntil'])
    .where('cityId', '=', actor.cityId).where('endedOn', 'is', null).orderBy('validUntil').orderBy('id').execute()
  return held.flatMap((one) => {
    const { validUntil } = one
    if (validUntil === null || validUntil < today || validUntil > until) return []
    return held.some((later) => later.bookId === one.bookId && follows(later, one)) ? [] : [{ ...one, validUntil }]
  })
}
