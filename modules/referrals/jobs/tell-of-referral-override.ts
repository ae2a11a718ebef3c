import { completeTask, findOfficePeople, sendNotice } from '#modules/notices/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'

type Draft = {
  id: string; scopeCode: string; childLabel: string; status: string; overrideStatus: string | null; overrideName: string | null; overrideAnswer: string | null
  authorId: string | null; authorName: string
}

/** A draft without consent is a to-do of the officer who decides; the author hears the decision. What was decided, sent or withdrawn asks nobody any more. */
export const tellOfReferralOverride: JobDefinition = {
  name: 'tell-of-referral-override',
  listensTo: ['referral.drafted', 'referral-override.approved', 'referral-override.rejected', 'referral.sent', 'referral.revoked'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    // A decision waits until the draft is told, so that its own job ends every task.
    const draft = await context.tx.selectFrom('referrals.referrals')
      .select(['id', 'scopeCode', 'childLabel', 'status', 'overrideStatus', 'overrideName', 'overrideAnswer', 'authorId', 'authorName'])
      .where('cityId', '=', context.actor.cityId).where('id', '=', event.subjectId).where('party', '=', 'sender').forShare().executeTakeFirst()
    if (draft === undefined) return
    if (event.verb === 'referral.drafted') await askOfficers(context, event, draft)
    else await completeTask(context, { sourceKind: 'referral-override', sourceId: draft.id })
    if (event.verb === 'referral-override.approved' || event.verb === 'referral-override.rejected') await tellAuthor(context, event, draft)
  },
}

async function askOfficers(context: Context, event: JobEvent, draft: Draft): Promise<void> {
  if (draft.status !== 'draft' || draft.overrideStatus !== 'pending') return
  const officers = await findOfficePeople(context, { scopeCode: draft.scopeCode, permission: 'referral.approve', but: draft.authorId })
  await sendNotice(context, officers, {
    title: `请审批没有监护人同意的转介：${draft.childLabel}`, body: `${draft.authorName}拟稿。批准以前不会发出；请先打开看理由。`, link: `/referrals/${draft.id}`,
    task: { dueOn: context.today }, source: { verb: event.verb, key: event.entryId, kind: 'referral-override', id: draft.id },
  })
}

async function tellAuthor(context: Context, event: JobEvent, draft: Draft): Promise<void> {
  if (draft.authorId === null) return
  const isApproved = event.verb === 'referral-override.approved'
  await sendNotice(context, [{ accountId: draft.authorId, scopeCode: draft.scopeCode }], {
    title: `转介${draft.childLabel}：例外${isApproved ? '已获批准，可以发出' : '没有获批'}`,
    body: bodyOf(draft, isApproved), link: `/referrals/${draft.id}`,
    // Approved, sending is the author's to do; it ends when it is sent or withdrawn.
    ...(isApproved && draft.status === 'draft' ? { task: { dueOn: null } } : {}),
    source: { verb: event.verb, key: event.entryId, kind: 'referral-override', id: draft.id },
  })
}

/** Who decided says why, in the words of the decision, and a no what can be done. */
function bodyOf({ overrideName, overrideAnswer }: Draft, isApproved: boolean): string {
  const said = `${overrideName ?? ''}${isApproved ? '批准' : '不批准'}。${overrideAnswer === null ? '' : `说明：${overrideAnswer}`}`
  return isApproved ? said : `${said}\n登记监护人的“信息共享”同意后可以发出，或撤回这份草稿。`
}
