import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { KnownLetter } from '../../rules/answering.ts'

/** A letter that came in, with the hash that tells whether another bears the same words. */
export type OwnLetter = KnownLetter & { digest: Buffer }

/** Letters of a phone of the acting account: the named ones, or the latest. */
export async function listOwnLetters({ tx }: Context, asked: { deviceId: string; itemIds: readonly string[] | null }): Promise<OwnLetter[]> {
  const { rows } = await sql<OwnLetter>`
    select item_id, status, code, digest, visit_id, reason, received_at from access.list_own_letters(${asked.deviceId}, ${asked.itemIds}::uuid[])`.execute(tx)
  return rows
}
