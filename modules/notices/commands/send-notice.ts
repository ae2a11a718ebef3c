import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** What is sent. No identity of a child: a notice stands outside the child's file. */
export type NoticeText = {
  /** One line. */
  title: string
  body?: string
  /** Address of the page to open, from the root: /visits/… */
  link?: `/${string}`
  /** Makes it a task (待办) to be done by the day, or without a day; left out it is a message (消息). */
  task?: { dueOn: LocalDate | null }
  /** What it comes from; the same verb and key reach one recipient once, however often the job runs. */
  source: {
    /** Verb of the audit entry (`event.verb`) or name of the scheduled job. */
    verb: string
    /** Audit entry (`event.entryId`), or the day for a scheduled job. */
    key: string
    /** Record it is about, by which `completeTask` finds it. */
    kind?: string
    id?: string
  }
}

/** One recipient and the unit for which the person gets it. */
export type Recipient = { accountId: string; scopeCode: string }

/** Sends to named accounts, each once; says how many are new. Only jobs reach recipients outside the actor's own range. */
export async function sendNotice(context: Context, recipients: readonly Recipient[], text: NoticeText): Promise<number> {
  if (recipients.length === 0) return 0
  const { tx, actor, now } = context
  const sent = await tx.insertInto('notices.notices').values(recipients.map(({ accountId, scopeCode }) => ({
    cityId: actor.cityId, id: newId(), scopeCode, recipientAccountId: accountId, kind: text.task === undefined ? 'message' : 'task',
    title: text.title, body: text.body ?? '', link: text.link ?? '', dueOn: text.task?.dueOn ?? null,
    sourceVerb: text.source.verb, sourceKey: text.source.key, sourceKind: text.source.kind ?? null, sourceId: text.source.id ?? null, createdAt: now,
  }))).onConflict((conflict) => conflict.columns(['cityId', 'recipientAccountId', 'sourceVerb', 'sourceKey']).doNothing()).returning('id').execute()
  return sent.length
}
