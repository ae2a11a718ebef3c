import { mergeSmallGroups } from '#modules/charity/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { HeldBatch } from '../../queries/lock-batch.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { findLastDay, listObjections, readHolder, readPlaces, readShownRows } from '../../queries/public-lists.ts'
import { childrenOf, findPublicProblem, lastDay, showList } from '../../rules/public-lists.ts'

/** A frozen list is shown to everybody for objections, for as many days as the strictest of its kinds wants. */
export async function showBatch(context: Context, batch: HeldBatch): Promise<void> {
  const { tx, actor, today } = context
  await hideBatch(context, batch)
  const rows = await readShownRows(context, batch.id)
  const endsOn = lastDay(today, rows.map(({ days }) => days))
  if (endsOn === undefined) return
  const children = childrenOf(rows)
  const { groups, isWithheld, totalFen } = showList(rows, children.length === 0 ? [] : mergeSmallGroups(children))
  const [places, { fundName, bookId }] = [await readPlaces(context, groups.map(({ unitCode }) => unitCode)), await getBatchRow(context, batch.id)]
  const shown = groups.map(({ unitCode, isChildren, atLeast }) => ({ place: places.get(unitCode) ?? '', isChildren, atLeast }))
  await tx.insertInto('projects.publicLists').values({
    cityId: actor.cityId, id: newId(), batchId: batch.id, round: batch.round, fundName, holderName: await readHolder(context, bookId),
    openedOn: today, endsOn, isWithheld, totalFen,
    groups: JSON.stringify(shown),
  }).execute()
}

/** A list that was given back is shown no more. */
export async function hideBatch({ tx, actor }: Context, { id }: Pick<HeldBatch, 'id'>): Promise<void> {
  await tx.deleteFrom('projects.publicLists').where('cityId', '=', actor.cityId).where('batchId', '=', id).execute()
}

/** Refuses the approval that lets money go before the last day is over and every objection is answered. */
export async function mustBeThroughObjections(context: Context, batch: HeldBatch): Promise<void> {
  const [shown, objections] = [await findLastDay(context, batch.id), await listObjections(context, batch)]
  const problem = findPublicProblem({ endsOn: shown?.endsOn ?? null, today: context.today, outcomes: objections.map(({ outcome }) => outcome) })
  if (problem === 'STILL_SHOWN') throw new Refusal(problem, { endsOn: shown?.endsOn ?? '' })
  if (problem !== undefined) throw new Refusal(problem)
}
