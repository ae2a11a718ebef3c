import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { canonicalBytes, entryFields, type EntryFields } from '#platform/audit/chain.ts'
import type { ListQuery } from '#platform/contract/paging.ts'
import { digest } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustReadErasures } from '../access.ts'
import type { Erasure } from '../contract.ts'
import { readTimePage, type TimePage } from './steps/read-page.ts'

/** An erasure with the digest of its audit entry and its link in the chain. */
export type ProvedErasure = Erasure & { scopeCode: string; entryDigest: string; linkHash: string | null; relatedIds: string[] }

type Row = Omit<Erasure, 'unitCode' | 'code'> & { relatedIds: string[]; scopeCode: string; linkHash: string | null; fields: EntryFields; createdAt: Date }

/** Columns of an erasure, of the audit entry named `entry` and its seal. */
const columns = sql`entry.id, entry.scope_code::text as scope_code, entry.subject_id as record_id, entry.at as erased_at,
  coalesce(entry.person_name, '系统') as person_name,
  entry.reason, coalesce(entry.details ->> 'keyFingerprint', '') as key_fingerprint, seal.seq::text as seal_seq, encode(seal.hash, 'hex') as link_hash,
  coalesce((select json_agg(related) from jsonb_array_elements_text(
    coalesce(entry.details -> 'mergedIds', '[]') || coalesce(entry.details -> 'keptId', '[]')) related), '[]') as related_ids,
  ${entryFields} as fields, date_trunc('milliseconds', entry.at) as created_at`

/** Identities that were erased in a range, the latest first, each with the proof that the audit holds. */
export async function listErasures(context: Context, input: Omit<ListQuery, 'q'>): Promise<TimePage<Erasure>> {
  mustReadErasures(context.actor)
  const { actor } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const page = await readTimePage<Row>(context, {
    select: sql`select * from (select ${columns} from audit.entries entry
        left join audit.seals seal on seal.city_id = ${actor.cityId} and seal.entry_id = entry.id
       where entry.city_id = ${actor.cityId} and entry.verb = 'child.erased' and entry.scope_code >= ${lo}::bigint and entry.scope_code <= ${hi}::bigint) item
      where true`,
    count: sql`select 1 from audit.entries entry where entry.city_id = ${actor.cityId} and entry.verb = 'child.erased'
      and entry.scope_code >= ${lo}::bigint and entry.scope_code <= ${hi}::bigint`,
    after: input.after, limit: input.limit,
  })
  return { ...page, items: page.items.map((row) => shownOf(provedOf(row))) }
}

/** One erasure by its audit entry; nothing where there is none in range. */
export async function findErasure({ tx, actor }: Context, id: string): Promise<ProvedErasure | undefined> {
  const { rows } = await sql<Row>`select ${columns} from audit.entries entry
    left join audit.seals seal on seal.city_id = ${actor.cityId} and seal.entry_id = entry.id
   where entry.city_id = ${actor.cityId} and entry.id = ${id} and entry.verb = 'child.erased'`.execute(tx)
  return rows[0] === undefined ? undefined : provedOf(rows[0])
}

function provedOf({ fields, createdAt: _at, ...row }: Row): ProvedErasure {
  const entryDigest = digest('sha256', canonicalBytes(fields)).toString('hex')
  return { ...row, unitCode: codeOfScope(row.scopeCode), entryDigest, code: entryDigest.slice(0, 16).toUpperCase() }
}

const shownOf = ({ scopeCode: _scope, entryDigest: _digest, linkHash: _link, relatedIds: _related, ...erasure }: ProvedErasure): Erasure => erasure
