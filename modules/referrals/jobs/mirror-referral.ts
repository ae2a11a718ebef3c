import { recordFacts } from '#modules/figures/index.ts'
import { findOfficePeople, completeTask, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { lockBoth, type HeldReferral } from '../queries/lock-referral.ts'
import { openText, sealText } from '../queries/referral-key.ts'
import { countReferral } from '../rules/countable.ts'
import { mirrorOf } from '../rules/mirroring.ts'
import { statusWords } from '../rules/words.ts'

/** What one party did reaches the row of the other; a revocation wins over an answer that crosses it. */
export const mirrorReferral: JobDefinition = {
  name: 'mirror-referral',
  listensTo: ['referral.answered', 'referral.finished', 'referral.revoked'],
  run: async (context, event) => {
    const referralId = event?.details['referralId']
    if (event === null || typeof referralId !== 'string') return
    const { sender, receiver } = await lockBoth(context, referralId)
    // Reminders of an answer that was late end on the sender's side too; the answer of an outside body is written there alone.
    if (sender !== undefined) await completeTask(context, { sourceKind: 'referral', sourceId: sender.id })
    if (sender === undefined || receiver === undefined) return
    const change = mirrorOf(sender.status, receiver.status)
    if (change?.to === 'sender') await bringToSender(context, { sender, receiver, event })
    if (change?.to === 'receiver') await closeAtReceiver(context, { sender, receiver, event })
    if (receiver.status !== 'sent' || change?.to === 'receiver') await completeTask(context, { sourceKind: 'referral', sourceId: receiver.id })
  },
}

type Both = { sender: HeldReferral; receiver: HeldReferral; event: JobEvent }

async function bringToSender(context: Context, { sender, receiver, event }: Both): Promise<void> {
  const { tx, actor, now, today } = context
  const [answer, result] = [openText(context, receiver, 'answer', receiver.sealedAnswer), openText(context, receiver, 'result', receiver.sealedResult)]
  await tx.updateTable('referrals.referrals').set({
    status: receiver.status, answeredOn: receiver.answeredOn, endedOn: receiver.endedOn, sealedAnswer: sealText(context, sender, 'answer', answer ?? ''),
    sealedResult: sealText(context, sender, 'result', result ?? ''), updatedAt: now, version: sender.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', sender.id).execute()
  await countMirrored(context, sender, receiver)
  const author = sender.authorId === null ? [] : [{ accountId: sender.authorId, scopeCode: sender.scopeCode }]
  await sendNotice(context, author, {
    title: `转介${sender.childLabel}：${statusWords[receiver.status]}`, body: `对方于${formatChinese(receiver.endedOn ?? receiver.answeredOn ?? today)}办理，打开可看说明。`,
    link: `/referrals/${sender.id}`, source: { verb: event.verb, key: event.entryId, kind: 'referral', id: sender.id },
  })
}

/** An answer and a result that arrive together both count. */
async function countMirrored(context: Context, sender: HeldReferral, receiver: HeldReferral): Promise<void> {
  if (sender.childId === null) return
  const counted = { ...sender, senderScope: sender.scopeCode, childId: sender.childId }
  const isNewlyAccepted = sender.status === 'sent' && (receiver.status === 'accepted' || receiver.status === 'done')
  await recordFacts(context, [
    ...(isNewlyAccepted ? [countReferral(counted, 'accepted', receiver.answeredOn ?? context.today)] : []),
    ...(receiver.status === 'done' ? [countReferral(counted, 'done', receiver.endedOn ?? context.today)] : []),
  ])
}

async function closeAtReceiver(context: Context, { sender, receiver, event }: Both): Promise<void> {
  const { tx, actor, now } = context
  const reason = openText(context, sender, 'answer', sender.sealedAnswer) ?? ''
  await tx.updateTable('referrals.referrals').set({
    status: 'revoked', endedOn: sender.endedOn, sealedEnclosure: null, sealedAnswer: sealText(context, receiver, 'answer', reason), updatedAt: now,
    version: receiver.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', receiver.id).execute()
  const people = await findOfficePeople(context, { scopeCode: receiver.scopeCode, permission: 'referral.answer' })
  await sendNotice(context, people, {
    title: `转介${receiver.childLabel}已由对方撤回`, body: '随转内容已关闭，请不要再使用。', link: `/referrals/${receiver.id}`,
    source: { verb: event.verb, key: event.entryId, kind: 'referral', id: receiver.id },
  })
}
