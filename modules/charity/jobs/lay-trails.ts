import { sql } from 'kysely'
import { findWatermark, moveWatermark, takeTurn, type LogPlace } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { reader } from '../queries/trail/laid-trails.ts'
import { endBehind, endOf, layBehind, layTrail, partsOf, type LaidEnd, type Movement, type Part, type TailMovement } from '../rules/trail.ts'

/** Parts written by one statement. */
const batch = 2000

/**
 * Lays the trail of each fund in which something was posted, so that following a gift needs not read the fund. What came since the last time is laid
 * behind it; trail and watermark change in one transaction; run again it lays nothing.
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
    for (const fund of funds) await layFund(context, fund, { from, to })
    await moveWatermark(tx, cityId, reader, to)
  },
}

/** A fund of some books, and the stretch of the log that is laid now. */
type Fund = { fundId: string; scopeCode: string }
type Stretch = { from: LogPlace; to: LogPlace }

/** Behind what was laid if nothing reaches before its end, else anew. */
async function layFund(context: Context, fund: Fund, stretch: Stretch): Promise<void> {
  const laid = await findLaid(context, fund)
  const tail = laid === undefined ? [] : await listFresh(context, fund, stretch)
  const behind = laid === undefined ? undefined : layBehind(laid.end, tail)
  if (laid === undefined || behind === undefined) await layAnew(context, fund, stretch.to)
  else if (tail.length > 0) await writeLaid(context, fund, { end: endBehind(laid.end, tail), parts: behind, seqs: laid.seqs })
}

async function layAnew(context: Context, fund: Fund, to: LogPlace): Promise<void> {
  const { tx, actor: { cityId } } = context
  const { rows: movements } = await sql<Movement>`select * from access.list_laid_movements(${cityId}, ${fund.fundId}::uuid, ${to.epoch}::int, ${to.tx}::bigint,
    ${to.position}::bigint)`.execute(tx)
  await tx.deleteFrom('charity.laidParts').where('cityId', '=', cityId).where('fundId', '=', fund.fundId).execute()
  const end = endOf(movements)
  if (end !== undefined) return writeLaid(context, fund, { end, parts: partsOf(layTrail(movements)), seqs: { income: 0, spending: 0 } })
  await tx.deleteFrom('charity.laidFunds').where('cityId', '=', cityId).where('fundId', '=', fund.fundId).execute()
}

/** Last places of what came in and of what was spent. */
type Seqs = { income: number; spending: number }

/** How far a fund was laid; undefined where it was not, or where its parts do not reach the end that is noted, so that it is laid anew. */
async function findLaid(context: Context, { fundId }: Fund): Promise<{ end: LaidEnd; seqs: Seqs } | undefined> {
  const { tx, actor: { cityId } } = context
  const laid = await tx.selectFrom('charity.laidFunds').select(['incomeFen', 'spentFen', 'lastOn', 'lastId']).where('cityId', '=', cityId)
    .where('fundId', '=', fundId).executeTakeFirst()
  if (laid === undefined) return undefined
  const [income, spending] = [await lastPart(context, fundId, false), await lastPart(context, fundId, true)]
  const end = { incomeFen: Number(laid.incomeFen), spentFen: Number(laid.spentFen), lastOn: laid.lastOn, lastId: laid.lastId }
  return income.endsFen === end.incomeFen && spending.endsFen === end.spentFen ? { end, seqs: { income: income.seq, spending: spending.seq } } : undefined
}

async function lastPart({ tx, actor }: Context, fundId: string, isSpending: boolean): Promise<{ seq: number; endsFen: number }> {
  const last = await tx.selectFrom('charity.laidParts').select(['seq', 'fromFen', 'amountFen']).where('cityId', '=', actor.cityId)
    .where('fundId', '=', fundId).where('isSpending', '=', isSpending).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last === undefined ? { seq: 0, endsFen: 0 } : { seq: last.seq, endsFen: Number(last.fromFen) + Number(last.amountFen) }
}

async function listFresh({ tx, actor: { cityId } }: Context, { fundId }: Fund, { from, to }: Stretch): Promise<TailMovement[]> {
  const { rows } = await sql<TailMovement>`select * from access.list_fresh_movements(${cityId}, ${fundId}::uuid, ${from.epoch}::int, ${from.tx}::bigint,
    ${from.position}::bigint, ${to.epoch}::int, ${to.tx}::bigint, ${to.position}::bigint)`.execute(tx)
  return rows
}

async function writeLaid(context: Context, { fundId, scopeCode }: Fund, { end, parts, seqs }: { end: LaidEnd; parts: readonly Part[]; seqs: Seqs }) {
  const { tx, actor: { cityId }, now } = context
  const held = { incomeFen: String(end.incomeFen), spentFen: String(end.spentFen), lastOn: end.lastOn, lastId: end.lastId, laidAt: now }
  await tx.insertInto('charity.laidFunds').values({ cityId, fundId, scopeCode, ...held })
    .onConflict((conflict) => conflict.columns(['cityId', 'fundId']).doUpdateSet(held)).execute()
  const next = { ...seqs }
  const rows = parts.map(({ fromFen, amountFen, ...part }) => ({
    cityId, fundId, scopeCode, ...part, seq: next[part.isSpending ? 'spending' : 'income'] += 1, fromFen: String(fromFen), amountFen: String(amountFen),
  }))
  for (let at = 0; at < rows.length; at += batch) await tx.insertInto('charity.laidParts').values(rows.slice(at, at + batch)).execute()
}
