// Pairs of keys of a city. The private half lies in the database sealed under a data key that a master key outside the database wraps.
import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import { openBytes, sealBytes } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Pool } from '#platform/database/pool.ts'
import type { Context } from '#platform/http/context.ts'
import type { Installation } from '#platform/settings/installation.ts'
import { newSealingPair, readPrivateKey, type SealingKey, type WebKey } from '../../contract/sealing.ts'

/** A key as the database tells of it. */
type CurrentKey = { id: string; publicKey: string; madeAt: Date }

/** The public key in use; made when the first phone asks for it. */
export async function getSealingKey(context: Context): Promise<SealingKey> {
  const known = await findCurrentKey(context) ?? (await replaceSealingKey(context, null), await findCurrentKey(context))
  if (known === undefined) throw new Error('a city has no sealing key')
  return { keyId: `${context.actor.cityId}.${known.id}`, publicKey: known.publicKey }
}

/** The public key in use; undefined before the first phone. */
export async function findCurrentKey({ tx }: Context): Promise<CurrentKey | undefined> {
  const { rows } = await sql<CurrentKey>`select * from access.get_current_sealing_key()`.execute(tx)
  return rows[0]
}

/** Makes a new pair in place of the former; false when somebody else was quicker. */
export async function replaceSealingKey({ tx, actor, installation }: Context, formerId: string | null): Promise<boolean> {
  const id = newId()
  const { publicKey, privateBytes } = await newSealingPair()
  const { dataKey, wrapped } = newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: id })
  const sealed = sealBytes(dataKey, privateBytes, aadOf(actor.cityId, id))
  const { rows } = await sql<{ added: boolean }>`
    select access.add_sealing_key(${formerId}::uuid, ${id}::uuid, ${publicKey}, ${wrapped}, ${sealed}) as added`.execute(tx)
  return rows[0]?.added === true
}

/** Which city and key an id names; undefined when it is none of ours. */
export function readKeyId(keyId: string): { cityId: number; id: string } | undefined {
  const match = /^(\d{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(keyId)
  return match?.[1] === undefined || match[2] === undefined ? undefined : { cityId: Number(match[1]), id: match[2] }
}

/** The pair that opens what was sealed to a key; before any scope exists. Undefined for an unknown key. */
export async function findSealingPair(
  ground: { pool: Pool; installation: Installation }, keyId: string,
): Promise<{ privateKey: WebKey; publicKey: string } | undefined> {
  const place = readKeyId(keyId)
  if (place === undefined) return undefined
  const { rows } = await ground.pool.query<{ public_key: string; wrapped_key: Buffer; sealed_private: Buffer }>(
    'select * from access.find_sealing_key($1, $2)', [place.cityId, place.id])
  const [row] = rows
  if (row === undefined) return undefined
  const dataKey = unwrapKey(ground.installation.masterKeys, row.wrapped_key, { cityId: String(place.cityId), personId: place.id })
  const privateBytes = Uint8Array.from(openBytes(dataKey, row.sealed_private, aadOf(place.cityId, place.id)))
  return { privateKey: await readPrivateKey(privateBytes), publicKey: row.public_key }
}

const aadOf = (cityId: number, id: string) => `phone.sealing-keys\0${cityId}\0${id}`
