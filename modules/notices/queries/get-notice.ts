import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadNotices } from '../access.ts'
import type { Notice } from '../contract.ts'
import { noticeOf, ownNotices } from './notice-columns.ts'

/** One of the caller's own notices. */
export async function getNotice(context: Context, input: { id: string }): Promise<Notice> {
  mustReadNotices(context.actor)
  const row = await ownNotices(context).where('id', '=', input.id).executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return noticeOf(row, context.today)
}
