import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import { lockMapping, mustBecome } from './steps/mappable.ts'

type Input = { bookId: string; chartId: string; accountId: string; successorId: string | null }

/** Says which account of the next chart an old one becomes, or that none is chosen yet. */
export async function mapAccount(context: Context, input: Input): Promise<{ id: string }> {
  mustManageBooks(context.actor)
  const { tx, actor } = context
  const mapping = await lockMapping(context, input)
  if (input.successorId !== null) mustBecome(mapping, input.successorId)
  await tx.updateTable('ledger.accounts').set({ successorId: input.successorId, version: mapping.old.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', mapping.old.id).execute()
  await recordAudit(context, {
    verb: 'ledger-account.mapped', subjectKind: 'ledger-account', subjectId: mapping.old.id, scopeCode: mapping.book.scopeCode,
    details: { code: mapping.old.code, successor: mapping.next.find(({ id }) => id === input.successorId)?.code ?? null },
  })
  return { id: mapping.old.id }
}
