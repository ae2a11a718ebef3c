import { findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { lockBoth, type HeldReferral } from '../queries/lock-referral.ts'
import { newRowKey, openSealedEnclosure, sealEnclosure } from '../queries/referral-key.ts'

/** What was sent to a unit of the platform gets the receiver's row, sealed anew for it, and its people a task. */
export const deliverReferral: JobDefinition = {
  name: 'deliver-referral',
  listensTo: ['referral.sent'],
  run: async (context, event) => {
    const referralId = event?.details['referralId']
    if (typeof referralId !== 'string') return
    const { sender, receiver } = await lockBoth(context, referralId)
    if (sender === undefined || sender.status !== 'sent' || sender.toUnitId === null) return
    const unit = await context.tx.selectFrom('organization.publishedUnits').select('scopeLo').where('cityId', '=', context.actor.cityId)
      .where('id', '=', sender.toUnitId).executeTakeFirst()
    if (unit === undefined || unit.scopeLo === null) return
    const id = receiver?.id ?? await insertReceiver(context, sender, unit.scopeLo)
    await tell(context, { sender, id, scopeCode: unit.scopeLo })
  },
}

async function insertReceiver(context: Context, sender: HeldReferral, scopeCode: string): Promise<string> {
  const { tx, actor, now } = context
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  const sent = openSealedEnclosure(context, sender, sender.sealedEnclosure)
  await tx.insertInto('referrals.referrals').values({
    cityId: actor.cityId, id, scopeCode, referralId: sender.referralId, party: 'receiver', fromUnitId: sender.fromUnitId, toUnitId: sender.toUnitId,
    childLabel: sender.childLabel, status: 'sent', fields: sender.fields, wrappedKey, authorName: sender.authorName, accessDays: sender.accessDays,
    openUntil: sender.openUntil, answerDueOn: sender.answerDueOn, sentOn: sender.sentOn, createdAt: now, updatedAt: now,
    // Why it went without consent is between the sender and who decided.
    sealedEnclosure: sent === null ? null : sealEnclosure(context, { id, wrappedKey }, { ...sent, overrideReason: null }),
  }).execute()
  return id
}

async function tell(context: Context, { sender, id, scopeCode }: { sender: HeldReferral; id: string; scopeCode: string }): Promise<void> {
  const people = await findOfficePeople(context, { scopeCode, permission: 'referral.answer' })
  const until = sender.answerDueOn === null ? '' : `在${formatChinese(sender.answerDueOn)}前`
  await sendNotice(context, people, {
    title: `收到一份转介：${sender.childLabel}，请${until}答复`, link: `/referrals/${id}`, task: { dueOn: sender.answerDueOn },
    source: { verb: 'referral.sent', key: sender.referralId, kind: 'referral', id },
  })
}
