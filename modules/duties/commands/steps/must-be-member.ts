import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { getBoardMember } from '../../queries/board/members.ts'

/** A term on the board of this very body; not found otherwise. */
export async function mustBeMemberOf(context: Context, { memberId, bookId }: { memberId: string; bookId: string }): Promise<void> {
  if ((await getBoardMember(context, memberId)).bookId !== bookId) throw new Refusal('NOT_FOUND')
}
