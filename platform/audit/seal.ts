import { sql } from 'kysely'
import type { DigestAlgorithm } from '#platform/crypto/hash.ts'
import { runPrepared } from '#platform/database/prepared.ts'
import { given, statement } from '#platform/database/statement.ts'
import type { Context } from '#platform/http/context.ts'
import { chainStart, entryFields, isDigestAlgorithm, linkOf, type EntryFields } from './chain.ts'
import { findWatermark, isSettledAfter, moveWatermark, takeTurn } from './watermark.ts'

/** Most entries one transaction seals: its time stays below what a reader would notice. */
export const sealBatch = 1000

type Link = { seq: bigint; hash: Uint8Array }

/**
 * Chains the next settled entries of a city, in the order of their transactions, and says how many there were.
 * Writers append unsealed rows and wait for nobody; whoever cannot take the sealer's turn leaves the work to the one who has it.
 */
export async function sealSettledEntries(context: Context): Promise<number> {
  const { tx, actor: { cityId }, installation } = context
  if (!await takeTurn(tx, cityId, 'sealer')) return 0
  const watermark = await findWatermark(tx, cityId, 'sealer')
  const entries = await tx.selectFrom('audit.entries as entry').select(['id', 'epoch', 'tx', 'position', entryFields.as('fields')])
    .where('cityId', '=', cityId).where(isSettledAfter(watermark, installation.epoch))
    .orderBy('epoch').orderBy('tx').orderBy('position').limit(sealBatch).execute()
  const last = entries.at(-1)
  if (last === undefined) return 0
  const algorithm = await algorithmOf(context)
  const links = chain(await lastLink(context), algorithm, entries)
  const rows = links.map((link) => ({ seq: String(link.seq), entry_id: link.entryId, hash: link.hash.toString('hex') }))
  await runPrepared(tx, statement`insert into audit.seals (city_id, seq, entry_id, algorithm, hash)
    select ${cityId}::int, r.seq, r.entry_id, ${algorithm}::text, decode(r.hash, 'hex')
      from ${given('r', { seq: 'bigint', entry_id: 'uuid', hash: 'text' }, rows)}`)
  await moveWatermark(tx, cityId, 'sealer', last)
  return entries.length
}

/** The last link of the city's chain; the start when there is none. */
export async function lastLink(context: Context): Promise<Link> {
  const row = await context.tx.selectFrom('audit.seals').select(['seq', 'hash'])
    .where('cityId', '=', context.actor.cityId).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? { seq: 0n, hash: chainStart } : { seq: BigInt(row.seq), hash: row.hash }
}

function chain(from: Link, algorithm: DigestAlgorithm, entries: readonly { id: string; fields: EntryFields }[]) {
  let { seq, hash } = from
  return entries.map((entry) => {
    seq += 1n
    const link = linkOf(algorithm, hash, entry.fields)
    hash = link
    return { seq, entryId: entry.id, hash: link }
  })
}

async function algorithmOf({ tx, actor, today }: Context): Promise<DigestAlgorithm> {
  const setting = await tx.selectFrom('platform.settings').select(sql<unknown>`value`.as('value')).where('cityId', '=', actor.cityId)
    .where('name', '=', 'audit.hash').where('validFrom', '<=', today).orderBy('validFrom', 'desc').limit(1).executeTakeFirst()
  return isDigestAlgorithm(setting?.value) ? setting.value : 'sha256'
}
