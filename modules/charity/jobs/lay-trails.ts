import { sql } from 'kysely'
import { findWatermark, moveWatermark, takeTurn, type LogPlace } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { reader } from '../queries/trail/laid-trails.ts'
import { endOf, layTrail, partsOf, type Movement, type Part } from '../rules/trail.ts'

/** Parts written by one statement. */
const batch = 2000

/**
 * Lays the trail of each fund in which something was posted, so that following a gift needs not read the fund. Trail and watermark change in one
 * transaction; run again it lays nothing.
 */
export const layTrails: JobDefinition = {
  name: 'lay-trails',
  schedule: '* * * * *',
  run: async (context) => {
    const { tx, actor: { cityId }, installation: { epoch } } = context
    if (!await takeTurn(tx, cityId, reader)) return
    const from = await findWatermark(tx, cityId, reader)
    const { rows: [to] } = await sql<LogPlace>`select * from access.find_settled_posting(${cityId}, ${epoch}::int)`.execute(tx)
    if (to === undefined) return
    const { rows: funds } = await sql<{ fundId: string; scopeCode: string }>`select * from access.list_posted_funds(${cityId}, ${from.epoch}::int,
      ${from.tx}::bigint, ${from.position}::bigint, ${to.epoch}::int, ${to.tx}::bigint, ${to.position}::bigint)`.execute(tx)
    for (const fund of funds) await layFund(context, fund, to)
    await moveWatermark(tx, cityId, reader, to)
  },
}

async function layFund(context: Context, { fundId, scopeCode }: { fundId: string; scopeCode: string }, to: LogPlace): Promise<void> {
  const { tx, actor: { cityId }, now } = context
  const { rows: movements } = await sql<Movement>`select * from access.list_laid_movements(${cityId}, ${fundId}::uuid, ${to.epoch}::int, ${to.tx}::bigint,
    ${to.position}::bigint)`.execute(tx)
  await tx.deleteFrom('charity.laidParts').where('cityId', '=', cityId).where('fundId', '=', fundId).execute()
  const end = endOf(movements)
  if (end === undefined) {
    await tx.deleteFrom('charity.laidFunds').where('cityId', '=', cityId).where('fundId', '=', fundId).execute()
    return
  }
  const held = { incomeFen: String(end.incomeFen), spentFen: String(end.spentFen), lastOn: end.lastOn, lastId: end.lastId, laidAt: now }
  await tx.insertInto('charity.laidFunds').values({ cityId, fundId, scopeCode, ...held })
    .onConflict((conflict) => conflict.columns(['cityId', 'fundId']).doUpdateSet(held)).execute()
  await writeParts(context, { fundId, scopeCode }, partsOf(layTrail(movements)))
}

async function writeParts({ tx, actor: { cityId } }: Context, of: { fundId: string; scopeCode: string }, parts: readonly Part[]): Promise<void> {
  const seqs = { income: 0, spending: 0 }
  const rows = parts.map(({ fromFen, amountFen, ...part }) => ({
    cityId, ...of, ...part, seq: seqs[part.isSpending ? 'spending' : 'income'] += 1, fromFen: String(fromFen), amountFen: String(amountFen),
  }))
  for (let at = 0; at < rows.length; at += batch) await tx.insertInto('charity.laidParts').values(rows.slice(at, at + batch)).execute()
}
