import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { formatChinese } from '#platform/values/local-date.ts'

/** A donor claimed a wish by the own account: no office took part, so the one of the wish is told. */
export const tellOfOwnClaim: JobDefinition = {
  name: 'tell-of-own-claim',
  listensTo: ['wish.claimed'],
  run: async (context, event) => {
    if (event?.subjectId == null || event.details['isOwn'] !== true) return
    const { tx, actor } = context
    const wish = await tx.selectFrom('aid.wishes').select(['id', 'scopeCode', 'label', 'status']).where('cityId', '=', actor.cityId)
      .where('id', '=', event.subjectId).executeTakeFirst()
    if (wish?.status !== 'claimed') return
    const people = await findOfficePeople(context, { scopeCode: wish.scopeCode, permission: 'wish.claim' })
    await sendNotice(context, people, {
      title: `${wish.label}的微心愿已由捐赠人在网上认领`, link: `/wishes/${wish.id}`,
      body: `请打开认领人，与其联系，在${formatChinese(String(event.details['untilOn']))}以前登记帮扶；到期没有登记，心愿重新开放认领。`,
      source: { verb: event.verb, key: event.entryId, kind: 'wish', id: wish.id },
    })
  },
}
