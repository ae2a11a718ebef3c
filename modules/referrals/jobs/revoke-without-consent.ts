import { sendNotice } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { hasSharingConsent } from '../queries/find-target.ts'
import { sealText } from '../queries/referral-key.ts'

/** A guardian took the consent to sharing back, or its last day passed: what goes on under it is revoked, and the receiver's side closes with it. */
export const revokeWithoutConsent: JobDefinition = {
  name: 'revoke-without-consent',
  listensTo: ['consent.withdrawn', 'consent.lapsed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null || await hasSharingConsent(context, event.subjectId)) return
    const { tx, actor, now, today } = context
    const why = event.verb === 'consent.lapsed' ? '信息共享的同意已到期' : '监护人撤回了信息共享的同意'
    const open = await tx.selectFrom('referrals.referrals')
      .select(['id', 'scopeCode', 'referralId', 'toBodyId', 'wrappedKey', 'authorId', 'childLabel', 'version'])
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('party', '=', 'sender').where('status', 'in', ['sent', 'accepted'])
      .where((is) => is.or([is('overrideStatus', 'is', null), is('overrideStatus', '<>', 'approved')])).forUpdate().execute()
    for (const row of open) {
      await tx.updateTable('referrals.referrals').set({
        status: 'revoked', endedOn: today, sealedAnswer: sealText(context, row, 'answer', why), updatedAt: now, version: row.version + 1,
      }).where('cityId', '=', actor.cityId).where('id', '=', row.id).execute()
      await recordAudit(context, {
        verb: 'referral.revoked', subjectKind: 'referral', subjectId: row.id, scopeCode: row.scopeCode, reason: why,
        details: { referralId: row.referralId },
      })
      await sendNotice(context, row.authorId === null ? [] : [{ accountId: row.authorId, scopeCode: row.scopeCode }], {
        title: `转介${row.childLabel}已撤回：${why}`, body: row.toBodyId === null ? '' : '转介函如已送出，请通知对方停止使用，并收回或请对方销毁。', link: `/referrals/${row.id}`,
        source: { verb: event.verb, key: `${event.entryId}:${row.id}`, kind: 'referral', id: row.id },
      })
    }
  },
}
