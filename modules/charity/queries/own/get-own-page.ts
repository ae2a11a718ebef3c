import { sql } from 'kysely'
import { listOwnClaims } from '#modules/aid/index.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadOwnGifts } from '../../access.ts'
import type { OpenWish, OwnAgreement, OwnPage } from '../../contract.ts'
import { findOnline } from '../../exchange/channels/list-channels.ts'
import { payChannelsOf } from '../charges/list-pay-channels.ts'
import { listOwnCharges } from './own-charges.ts'

/** Wishes shown at a time. */
const mostWishes = 12

/** What a donor sees first: who, what was given in all, agreements, reports, and wishes nobody claimed yet. The account is known to the database alone. */
export async function getOwnPage(context: Context): Promise<OwnPage> {
  mustReadOwnGifts(context.actor)
  const { tx, actor } = context
  const { rows: [donor] } = await sql<NonNullable<OwnPage['donor']>>`select * from access.find_own_donor()`.execute(tx)
  const { rows: agreements } = await sql<OwnAgreement>`select * from access.list_own_agreements()`.execute(tx)
  const { rows: reports } = await sql<OwnPage['reports'][number]>`select * from access.list_own_reports()`.execute(tx)
  const { rows: wishes } = await sql<OpenWish>`select w.id, w.area, w.age_band, w.text, w.amount_fen::float8 as amount_fen from aid.published_wishes w
    where w.city_id = ${actor.cityId} and w.status = 'open' order by w.published_on desc, w.id desc limit ${mostWishes}`.execute(tx)
  return {
    donor: donor ?? null, agreements, reports, wishes, claims: await listOwnClaims(context), channels: await payChannelsOf(context), city: actor.cityId,
    funds: await listOwnFunds(context), orders: await listOwnCharges(context),
  }
}

/** Funds the donor may give to online: published ones of the books the merchant's money belongs to. */
async function listOwnFunds(context: Context): Promise<OwnPage['funds']> {
  const { installation, actor, now, tx } = context
  const online = await findOnline({ dataFolder: installation.dataFolder, cityId: actor.cityId, now: () => now })
  if (online === undefined) return []
  const { rows } = await sql<OwnPage['funds'][number]>`select * from access.list_own_funds(${online.merchant.bookId}::uuid)`.execute(tx)
  return rows
}
