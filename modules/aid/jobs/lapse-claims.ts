import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { endClaim, showPublicly, writeWish } from '../commands/steps/write-wish.ts'

type Late = { id: string; scopeCode: string; label: string; publicationId: string | null; version: number; claimId: string }

/** Each night: a claim whose last day passed lapses, and the wish is open again; not where an act of aid for it stands already. */
export const lapseClaims: JobDefinition = {
  name: 'lapse-claims',
  schedule: '15 0 * * *',
  run: async (context) => {
    for (const late of await listLate(context)) await lapse(context, late)
  },
}

async function listLate({ tx, actor, today }: Context): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select w.id, w.scope_code::text as scope_code, w.label, w.publication_id, w.version, c.id as claim_id
      from aid.claims c join aid.wishes w on w.city_id = c.city_id and w.id = c.wish_id
     where c.city_id = ${actor.cityId} and c.status = 'living' and c.until_on < ${today}::date and w.status = 'claimed'
       and not exists (select 1 from aid.acts a where a.city_id = ${actor.cityId} and a.wish_id = w.id and a.status <> 'voided')
     order by w.id for update of w`.execute(tx)
  return rows
}

async function lapse(context: Context, late: Late): Promise<void> {
  await endClaim(context, { wishId: late.id, status: 'lapsed' })
  await writeWish(context, late, { status: 'published' })
  await showPublicly(context, late.publicationId, { status: 'open' })
  await recordAudit(context, { verb: 'wish-claim.lapsed', subjectKind: 'wish', subjectId: late.id, scopeCode: late.scopeCode })
  const people = await findOfficePeople(context, { scopeCode: late.scopeCode, permission: 'wish.claim' })
  await sendNotice(context, people, {
    title: `${late.label}的微心愿认领已过期，重新开放认领`, link: `/wishes/${late.id}`,
    source: { verb: 'lapse-claims', key: late.claimId, kind: 'wish', id: late.id },
  })
}
