import { sql } from 'kysely'
import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { endClaim, takeDown, writeWish } from '../commands/steps/write-wish.ts'
import type { WishStatus } from '../contract.ts'

type Shown = { id: string; scopeCode: string; label: string; status: WishStatus; publicationId: string | null; version: number }

/**
 * A consent to publication was taken back, or its last day passed: what is on the wall leaves it, and a wish that goes on is withdrawn. Parted again, two
 * children each need their own consent. One that came true stays counted and is shown no more. Run again it finds nothing.
 */
export const withdrawWishes: JobDefinition = {
  name: 'withdraw-wishes',
  listensTo: ['consent.withdrawn', 'child.merge-undone'],
  schedule: '25 0 * * *',
  run: async (context, event) => {
    const about = event === null ? [null] : [event.subjectId, ...(event.verb === 'child.merge-undone' ? [String(event.details['keptId'])] : [])]
    for (const childId of about) for (const wish of await listUnconsented(context, childId)) await takeBack(context, wish)
  },
}

async function listUnconsented({ tx, actor, today }: Context, childId: string | null): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select w.id, w.scope_code::text as scope_code, w.label, w.status, w.publication_id, w.version
      from aid.wishes w
     where w.city_id = ${actor.cityId} and w.publication_id is not null and (${childId}::uuid is null or w.child_id = ${childId}::uuid)
       and not exists (select 1 from children.published_records own
         join children.published_records other on other.city_id = ${actor.cityId} and other.child_id = own.child_id
         join children.published_consents k on k.city_id = ${actor.cityId} and k.child_id = other.record_id
        where own.city_id = ${actor.cityId} and own.record_id = w.child_id and k.kind = 'publication'
          and k.from_on <= ${today}::date and (k.until_on is null or k.until_on >= ${today}::date)
          and (k.withdrawn_on is null or k.withdrawn_on > ${today}::date))
     order by w.id for update of w`.execute(tx)
  return rows
}

async function takeBack(context: Context, wish: Shown): Promise<void> {
  const goesOn = wish.status === 'published' || wish.status === 'claimed'
  await takeDown(context, wish.publicationId)
  if (goesOn) await endClaim(context, { wishId: wish.id, status: 'released' })
  await writeWish(context, wish, { publicationId: null, ...(goesOn ? { status: 'withdrawn', endedOn: context.today } : {}) })
  await recordAudit(context, {
    verb: 'wish.withdrawn', subjectKind: 'wish', subjectId: wish.id, scopeCode: wish.scopeCode, reason: '监护人公开的同意已没有',
    details: { wasStatus: wish.status },
  })
  const people = await findOfficePeople(context, { scopeCode: wish.scopeCode, permission: 'wish.claim' })
  await sendNotice(context, people, {
    title: `${wish.label}的微心愿已从墙上撤下：监护人公开的同意已没有`, body: wish.status === 'claimed' ? '已有人认领，请联系认领人说明。' : '', link: `/wishes/${wish.id}`,
    source: { verb: 'withdraw-wishes', key: `${wish.id}:${wish.version}`, kind: 'wish', id: wish.id },
  })
}
