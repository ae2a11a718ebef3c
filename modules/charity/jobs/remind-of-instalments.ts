import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { formatYuan } from '#platform/values/money.ts'

type Late = { agreementId: string; seq: number; title: string; donorLabel: string; scopeCode: string; dueOn: string; missingFen: number }

/** Each morning: an instalment should have come and did not; who speaks with donors is told once. */
export const remindOfInstalments: JobDefinition = {
  name: 'remind-of-instalments',
  schedule: '30 7 * * *',
  run: async (context) => {
    const { tx, actor, today } = context
    for (const late of await listLate(context)) {
      await sendNotice(context, await findOfficePeople(context, { scopeCode: late.scopeCode, permission: 'donor.write' }), {
        title: `${late.donorLabel}“${late.title}”第${late.seq}期${formatChinese(late.dueOn)}到期，还差${formatYuan(late.missingFen)}元`,
        link: `/donation-agreements/${late.agreementId}`, body: '请联系捐赠人。款项到账的，登记捐赠时选这份协议的这一期；不再捐赠的，终止协议并写明原因。',
        source: { verb: 'remind-of-instalments', key: `${late.agreementId}/${late.seq}`, kind: 'agreement', id: late.agreementId },
      })
      await tx.updateTable('charity.instalments').set({ remindedOn: today }).where('cityId', '=', actor.cityId)
        .where('agreementId', '=', late.agreementId).where('seq', '=', late.seq).execute()
    }
  },
}

async function listLate({ tx, actor, today }: Context): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select n.agreement_id, n.seq, r.title, d.label as donor_label, r.scope_code::text as scope_code, n.due_on, (n.amount_fen - a.fen)::float8 as missing_fen
      from charity.instalments n
      join charity.agreements r on r.city_id = n.city_id and r.id = n.agreement_id and r.status = 'open'
      join charity.donors d on d.city_id = r.city_id and d.id = r.donor_id
      cross join lateral (select coalesce(sum(g.amount_fen),
        0) as fen from charity.gifts g where g.city_id = ${actor.cityId} and g.agreement_id = n.agreement_id
        and g.instalment = n.seq and g.status = 'confirmed') a
     where n.city_id = ${actor.cityId} and n.reminded_on is null and n.due_on < ${today}::date and a.fen < n.amount_fen
     order by n.due_on, n.agreement_id, n.seq`.execute(tx)
  return rows
}
