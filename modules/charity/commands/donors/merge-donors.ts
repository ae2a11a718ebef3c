import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { sql } from 'kysely'
import type { Restriction } from '#modules/ledger/contract.ts'
import { mustWriteDonors } from '../../access.ts'
import type { DonorRow } from '../../contract.ts'
import { getDonorRow, loadDonor } from '../../queries/donors/donor-rows.ts'
import { loadGift } from '../../queries/gifts/lock-gift.ts'
import { countGift } from '../steps/book-gift.ts'
import { writeDonorTerms } from '../steps/write-donor-terms.ts'

type Input = { id: string; version: number; twinId: string; twinVersion: number; reason: string }

/** Two records are one person: gifts and agreements of the twin follow, and it is found no more. What the books and papers said then stays. */
export async function mergeDonors(context: Context, input: Input): Promise<DonorRow> {
  mustWriteDonors(context.actor)
  const { tx, actor, now } = context
  // Always in one order, so that two who merge both ways do not wait for each other.
  const [first, second] = [input.id, input.twinId].toSorted()
  const held = [await loadDonor(context, first ?? '', { isLocked: true }), await loadDonor(context, second ?? '', { isLocked: true })]
  const [kept, twin] = [held.find(({ id }) => id === input.id), held.find(({ id }) => id === input.twinId)]
  if (kept === undefined || twin === undefined) throw new Refusal('NOT_FOUND')
  if (kept.id === twin.id || kept.kind !== 'person' || twin.kind !== 'person') throw new Refusal('NO_TWINS')
  if (kept.version !== input.version) throw new Refusal('STALE', { version: kept.version, current: { label: kept.label } })
  if (twin.version !== input.twinVersion) throw new Refusal('STALE', { version: twin.version, current: { label: twin.label } })
  const gifts = await moveGifts(context, { from: twin.id, to: kept.id })
  await tx.updateTable('charity.agreements').set((is) => ({ donorId: kept.id, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('donorId', '=', twin.id).execute()
  await moveAccount(context, { from: twin.id, to: kept.id })
  await writeDonorTerms(context, { donorId: twin.id, scopeCode: twin.scopeCode, terms: [] })
  await tx.updateTable('charity.donors').set({ mergedInto: kept.id, version: twin.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', twin.id).execute()
  await tx.updateTable('charity.donors').set({ version: kept.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', kept.id).execute()
  await recordAudit(context, {
    verb: 'donors.merged', subjectKind: 'donor', subjectId: kept.id, scopeCode: kept.scopeCode, reason: input.reason, details: { twinId: twin.id, gifts },
  })
  return getDonorRow(context, kept.id)
}

/** The account by which the twin looked goes on looking, unless the kept one has its own. */
async function moveAccount({ tx, actor: { cityId } }: Context, { from, to }: { from: string; to: string }): Promise<void> {
  const { accountId } = await tx.selectFrom('charity.donors').select('accountId').where('cityId', '=', cityId).where('id', '=', from).executeTakeFirstOrThrow()
  if (accountId === null) return
  await tx.updateTable('charity.donors').set({ accountId: null }).where('cityId', '=', cityId).where('id', '=', from).execute()
  await tx.updateTable('charity.donors').set({ accountId }).where('cityId', '=', cityId).where('id', '=', to).where('accountId', 'is', null).execute()
}

/** Gifts follow, and are counted as the one donor's. */
async function moveGifts(context: Context, { from, to }: { from: string; to: string }): Promise<number> {
  const { tx, actor, now } = context
  const moved = await tx.updateTable('charity.gifts').set((is) => ({ donorId: to, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('donorId', '=', from).returning(['id', 'status', 'fundId']).execute()
  for (const { id, status, fundId } of moved) {
    const gift = await loadGift(context, id)
    if (status !== 'confirmed' || gift.receivedOn === null) continue
    await countGift(context, gift, { amountFen: gift.amountFen, restriction: await restrictionOf(context, fundId), on: gift.receivedOn })
  }
  return moved.length
}

async function restrictionOf({ tx, actor }: Context, fundId: string): Promise<Restriction> {
  const { rows: [fund] } = await sql<{ restriction: Restriction }>`select f.restriction from ledger.published_funds f
    where f.city_id = ${actor.cityId} and f.id = ${fundId}`.execute(tx)
  if (fund === undefined) throw new Error('a gift stands in a fund that is not seen')
  return fund.restriction
}
