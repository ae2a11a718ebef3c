import { sql, type RawBuilder } from 'kysely'
import { digest, type DigestAlgorithm } from '#platform/crypto/hash.ts'

/** What the first link of a chain is built on. */
export const chainStart: Buffer = Buffer.alloc(32)

/** The fields of an entry as exact text, in a fixed order; null stays null. */
export type EntryFields = readonly (string | null)[]

/**
 * Reads an entry as the chain sees it. Every field is text made by the database: instants in UTC with their microseconds,
 * jsonb in its own normal form (keys ordered, numbers exact), bytes in hex. `details` does not depend on the session's settings.
 * They travel as a JSON list, which the program reads many times as fast as an array of the database, sign by sign.
 */
export const entryFields: RawBuilder<EntryFields> = sql<EntryFields>`json_build_array(
  entry.city_id::text, entry.id::text, entry.scope_code::text, entry.epoch::text, entry.tx::text, entry.position::text,
  to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.verb, entry.subject_kind, entry.subject_id::text,
  entry.account_id::text, entry.person_name, entry.unit_id::text, entry.role_code, entry.reason, entry.request_id, entry.address,
  entry.details::text, encode(entry.sealed_details, 'hex'), entry.sealed_person_id::text)`

/** The link of an entry: hash over the link before and the entry's canonical bytes. */
export function linkOf(algorithm: DigestAlgorithm, previous: Uint8Array, fields: EntryFields): Buffer {
  return digest(algorithm, Buffer.concat([previous, canonicalBytes(fields)]))
}

/** An entry as bytes. A JSON list of texts reads one way only; the first word names the form, so that it can change one day. */
export function canonicalBytes(fields: EntryFields): Buffer {
  return Buffer.from(JSON.stringify(['xinhuo-audit-1', ...fields]), 'utf8')
}

/** Whether the name is one of the algorithms a chain may use. */
export function isDigestAlgorithm(name: unknown): name is DigestAlgorithm {
  return name === 'sha256' || name === 'sm3'
}
