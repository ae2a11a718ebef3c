import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'
import { findClaimNoticeDays } from '../queries/find-claim-days.ts'

type Ending = { wishId: string; claimId: string; label: string; scopeCode: string; claimedCode: string | null; untilOn: string }

/**
 * Each morning: a claim is near its last day and no aid stands for it yet; the office that recorded the donor and the unit of the wish are told once.
 * Somebody who is both gets one notice.
 */
export const remindOfClaims: JobDefinition = {
  name: 'remind-of-claims',
  schedule: '20 7 * * *',
  run: async (context) => {
    for (const ending of await listEnding(context, await findClaimNoticeDays(context))) {
      const codes = [...new Set([ending.scopeCode, ...(ending.claimedCode === null ? [] : [ending.claimedCode])])]
      const people = await Promise.all(codes.map((scopeCode) => findOfficePeople(context, { scopeCode, permission: 'wish.claim' })))
      await sendNotice(context, onceEach(people.flat()), {
        title: `${ending.label}的微心愿认领${formatChinese(ending.untilOn)}到期`, link: `/wishes/${ending.wishId}`,
        body: '请联系认领人：已准备好的，登记帮扶；不再参加的，点“退认”；需要更多时间的，点“退认”后重新登记认领。到期没有登记帮扶，心愿重新开放认领。',
        source: { verb: 'remind-of-claims', key: ending.claimId, kind: 'wish', id: ending.wishId },
      })
    }
  },
}

async function listEnding({ tx, actor, today }: Context, days: number): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select w.id as wish_id, c.id as claim_id, w.label, w.scope_code::text as scope_code, u.scope_lo::text as claimed_code, c.until_on
      from aid.claims c
      join aid.wishes w on w.city_id = c.city_id and w.id = c.wish_id
      left join organization.published_units u on u.city_id = c.city_id and u.id = c.claimed_unit_id
     where c.city_id = ${actor.cityId} and c.status = 'living' and c.claimed_on < ${today}::date and w.status = 'claimed'
       and c.until_on between ${today}::date and ${addDays(today, days)}::date
       and not exists (select 1 from aid.acts a where a.city_id = ${actor.cityId} and a.wish_id = w.id and a.status <> 'voided')
     order by c.until_on, c.id`.execute(tx)
  return rows
}

function onceEach<P extends { accountId: string }>(people: readonly P[]): P[] {
  return people.filter(({ accountId }, at) => people.findIndex((other) => other.accountId === accountId) === at)
}
