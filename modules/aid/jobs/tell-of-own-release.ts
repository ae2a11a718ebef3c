import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { ReleaseReason } from '../contract.ts'
import { releaseReasonWords } from '../rules/words.ts'

/** A donor stepped back by the own account: the office that was told of the claim need not wait any more. */
export const tellOfOwnRelease: JobDefinition = {
  name: 'tell-of-own-release',
  listensTo: ['wish-claim.released'],
  run: async (context, event) => {
    if (event?.subjectId == null || event.details['isOwn'] !== true) return
    const { tx, actor } = context
    const wish = await tx.selectFrom('aid.wishes').select(['id', 'scopeCode', 'label', 'status']).where('cityId', '=', actor.cityId)
      .where('id', '=', event.subjectId).executeTakeFirst()
    if (wish === undefined) return
    const people = await findOfficePeople(context, { scopeCode: wish.scopeCode, permission: 'wish.claim' })
    await sendNotice(context, people, {
      title: `${wish.label}的微心愿：捐赠人在网上退认`, link: `/wishes/${wish.id}`,
      body: `原因：${releaseReasonWords[event.details['reason'] as ReleaseReason]}。心愿已重新开放认领，不用再等这位捐赠人。`,
      source: { verb: event.verb, key: event.entryId, kind: 'wish', id: wish.id },
    })
  },
}
