import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import { readOldBalances } from '../../queries/charts/old-balances.ts'
import { isExceeded } from '../../rules/charts/conversion.ts'
import { lockMapping, mustBecome } from './steps/mappable.ts'

type Input = {
  bookId: string; chartId: string; accountId: string; fundId?: string | undefined; projectId?: string | undefined
  parts: readonly { accountId: string; amount: number }[]
}

/** Divides a balance by hand: each part goes to an account of the next chart, what is left follows the account. Without parts it is whole again. */
export async function splitBalance(context: Context, input: Input): Promise<{ id: string }> {
  mustManageBooks(context.actor)
  const { tx, actor } = context
  const mapping = await lockMapping(context, input)
  const { book, chart, old } = mapping
  for (const { accountId } of input.parts) mustBecome(mapping, accountId)
  if (new Set(input.parts.map(({ accountId }) => accountId)).size < input.parts.length) throw new Refusal('SAME_ACCOUNT')
  const [fundId, projectId] = [input.fundId ?? null, input.projectId ?? null]
  const held = (await readOldBalances(context, { bookId: book.id, chart }))
    .find((balance) => balance.accountId === old.id && balance.fundId === fundId && balance.projectId === projectId)
  if (held === undefined) throw new Refusal('NOT_OF_THESE_BOOKS')
  const parts = input.parts.map(({ accountId, amount }) => ({ accountId, amountFen: amount }))
  if (isExceeded({ ...held, parts })) throw new Refusal('PARTS_EXCEED', { balanceFen: Math.abs(held.amountFen) })
  await tx.deleteFrom('ledger.balanceParts').where('cityId', '=', actor.cityId).where('chartId', '=', chart.id).where('accountId', '=', old.id)
    .where('fundId', fundId === null ? 'is' : '=', fundId).where('projectId', projectId === null ? 'is' : '=', projectId).execute()
  if (parts.length > 0) {
    await tx.insertInto('ledger.balanceParts').values(parts.map((part) => ({
      cityId: actor.cityId, id: newId(), scopeCode: book.scopeCode, bookId: book.id, chartId: chart.id, accountId: old.id, fundId, projectId,
      successorId: part.accountId, amountFen: part.amountFen,
    }))).execute()
  }
  await recordAudit(context, {
    verb: 'ledger-balance.split', subjectKind: 'ledger-account', subjectId: old.id, scopeCode: book.scopeCode, details: { code: old.code, parts: parts.length },
  })
  return { id: old.id }
}
