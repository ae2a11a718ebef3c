import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { Context } from '#platform/http/context.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { codeOfScope, scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import { sendNotice, type Recipient } from '#modules/notices/index.ts'
import { countDigest } from '../queries/visits/count-digest.ts'
import { digestLines } from '../rules/visits/digest.ts'

/** Every Monday: the people of each office get one message of what waits in their range, in numbers and without a name; run twice it is sent once. */
export const sendWeeklyDigests: JobDefinition = {
  name: 'send-weekly-digests',
  schedule: '30 7 * * 1',
  run: async (context) => {
    for (const [scopeCode, people] of await listOffices(context)) {
      const code = codeOfScope(scopeCode)
      const digest = await countDigest(context, { lo: scopeLo(code), hi: scopeHi(code) })
      const lines = digestLines(digest)
      if (lines.length === 0) continue
      await sendNotice(context, people, {
        title: `走访周报：${formatChinese(digest.fromOn)}至${formatChinese(digest.untilOn)}`, body: `${lines.join('；')}。`, link: '/weekly-digest',
        source: { verb: 'send-weekly-digests', key: `${code}:${digest.fromOn}`, kind: 'weekly-digest' },
      })
    }
  },
}

/** People who answer for a unit, by the scope code of the unit. */
async function listOffices({ tx, actor, today }: Context): Promise<Map<string, Recipient[]>> {
  const { rows } = await sql<Recipient>`
    select distinct r.account_id, lpad(r.scope_code::text, 18, '0') as scope_code from accounts.published_rights r
     where r.city_id = ${actor.cityId} and r.permission = 'visit.correct-any' and r.from_on <= ${today}::date
       and (r.until_on is null or r.until_on >= ${today}::date)
     order by 2`.execute(tx)
  return Map.groupBy(rows, ({ scopeCode }) => scopeCode)
}
